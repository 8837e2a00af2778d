import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_STATUS } from '@ekinerja/contracts/errors';
import { ERROR_WAY_ON } from '../ui/error-words';
import { STATUS_LOOK } from '../ui/status-look';

type Messages = { [key: string]: string | string[] | Messages };

const src = join(__dirname, '..');
const read = (language: string, file: string) =>
  JSON.parse(readFileSync(join(__dirname, language, file), 'utf8')) as Messages;
const files = readdirSync(join(__dirname, 'id')).sort();

/** Every key with the names it wants filled in. A plural form counts as its key. */
function keysOf(messages: Messages, parent = ''): Map<string, string> {
  const keys = new Map<string, string>();
  for (const [name, value] of Object.entries(messages)) {
    const key = parent ? `${parent}.${name}` : name;
    if (typeof value === 'object' && !Array.isArray(value))
      keysOf(value, key).forEach((holes, inner) => keys.set(inner, holes));
    else
      keys.set(
        key.replace(/_(one|other)$/, ''),
        [...String(value).matchAll(/\{\{(\w+)\}\}/g)]
          .map((hole) => hole[1])
          .sort()
          .join(),
      );
  }
  return keys;
}

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.tsx?$/.test(name) && !name.includes('.spec.') ? [path] : [];
  });
}

describe('messages', () => {
  it('exist in both languages for the same features', () => {
    expect(readdirSync(join(__dirname, 'en')).sort()).toEqual(files);
  });

  it.each(files)('%s has the same keys, with the same values to fill in, in both languages', (file) => {
    expect(Object.fromEntries(keysOf(read('en', file)))).toEqual(
      Object.fromEntries(keysOf(read('id', file))),
    );
  });

  it('are there for every key that a screen names', () => {
    const known = new Map(files.map((file) => [file.replace('.json', ''), keysOf(read('id', file))]));
    const has = (namespace: string, key: string) => known.get(namespace)?.has(key) ?? false;
    const missing: string[] = [];
    let seen = 0;
    for (const path of sources(src)) {
      const text = readFileSync(path, 'utf8');
      const own = [...text.matchAll(/(?:useTranslation\(|TFunction<)\[?([^)>]*?)\]?[)>]/g)].flatMap(
        ([, list = '']) => [...list.matchAll(/'([\w-]+)'/g)].map((one) => one[1]!),
      );
      for (const [, key = ''] of text.matchAll(/\bt\(\s*'([\w.:-]+)'/g)) {
        seen += 1;
        const [namespace, name] = key.includes(':') ? (key.split(':') as [string, string]) : [null, key];
        const found = namespace ? has(namespace, name) : [...own, 'shell'].some((one) => has(one, name));
        if (!found) missing.push(`${path.replace(src, '')}: ${key}`);
      }
    }
    expect(seen).toBeGreaterThan(200);
    expect(missing).toEqual([]);
  });

  it('have a title and an advice for every refusal of the API', () => {
    const errors = keysOf(read('id', 'errors.json'));
    expect(Object.keys(ERROR_WAY_ON).sort()).toEqual(Object.keys(ERROR_STATUS).sort());
    const silent = Object.keys(ERROR_STATUS).filter(
      (code) => !errors.has(`${code}.title`) || !errors.has(`${code}.advice`),
    );
    expect(silent).toEqual([]);
  });

  it('have a word for every status', () => {
    const shell = keysOf(read('id', 'shell.json'));
    expect(Object.keys(STATUS_LOOK).filter((status) => !shell.has(`status.${status}`))).toEqual([]);
  });
});
