import 'reflect-metadata';
import { LocalPostgresError } from '@ekinerja/local-postgres/failure';
import { openApplication, type OpenedApplication } from './application.js';
import { welcome } from './demo/story.js';
import { ConfigError } from './platform/config.js';

let opened: OpenedApplication | null = null;
let stopping = false;

/** One process: API, portal and worker. Ctrl-C or SIGTERM ends it cleanly; after kill -9 it starts again with all data. */
async function main(): Promise<void> {
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  opened = await openApplication({ args: process.argv.slice(2), worker: true, listen: true, onProgress: (text) => console.log(text) });
  if (stopping) return end();
  for (const line of await welcome(opened)) console.log(line);
}

/** Under a package manager the signal arrives twice; before everything is open, the opening is awaited first. */
function stop(): void {
  if (stopping) return;
  stopping = true;
  console.log('Menghentikan E-Kinerja …');
  if (opened) void end();
}

function end(): Promise<void> {
  return (opened?.close() ?? Promise.resolve()).then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}

main().catch((error: unknown) => {
  const plain = error instanceof ConfigError || error instanceof LocalPostgresError;
  console.error(plain ? `\n${error.message}\n` : error);
  process.exit(1);
});
