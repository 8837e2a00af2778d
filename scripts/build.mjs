// Compiles packages and API, and bundles the web. Does nothing when nothing changed; --force builds anyway.
import './lib/node-version.mjs';
import { build } from './lib/build.mjs';

process.exit(await build({ force: process.argv.includes('--force') }));
