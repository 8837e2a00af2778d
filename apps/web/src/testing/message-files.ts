import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export function readMessages(language: string, namespace: string): Promise<Record<string, unknown>> {
  const file = join(__dirname, '../messages', language, `${namespace}.json`);
  return Promise.resolve(JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>);
}
