// `pnpm start`: builds what changed, then becomes the API, which starts PostgreSQL, migrates, seeds and says where to go.
// Options go through to it: --daerah --employees --today --seed --fresh --no-demo
import './lib/node-version.mjs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './lib/build.mjs';
import { root } from './lib/workspace.mjs';

const code = await build();
if (code !== 0) {
  if (code < 128)
    console.error('Aplikasi tidak dapat dibangun; galatnya ada di atas. / The build failed; see above.');
  process.exit(code);
}

// A closed terminal window is a polite stop as well.
process.on('SIGHUP', () => process.kill(process.pid, 'SIGTERM'));

// In this process, not in a child: a kill -9 leaves no second process behind that holds the port.
const main = join(root, 'apps/api/dist/main.js');
process.argv[1] = main;
await import(pathToFileURL(main).href);
