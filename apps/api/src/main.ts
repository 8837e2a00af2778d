import 'reflect-metadata';
import { openApplication } from './application.js';
import { welcome } from './demo/story.js';
import { ConfigError } from './platform/config.js';

/** One process: API, portal and worker. Ends cleanly on Ctrl-C or SIGTERM, and again starts with all data after kill -9. */
async function main(): Promise<void> {
  const opened = await openApplication({
    args: process.argv.slice(2),
    worker: true,
    listen: true,
    onProgress: (text) => console.log(text),
  });
  let closing: Promise<void> | null = null;
  const stop = () => {
    closing ??= opened.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  for (const line of await welcome(opened)) console.log(line);
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError) console.error(`\n${error.message}\n`);
  else console.error(error);
  process.exit(1);
});
