// `pnpm access-docs`: writes docs/access.md from what the routes declare; needs no database.
import './lib/node-version.mjs';
import { runBuilt } from './lib/run-built.mjs';

process.exit(await runBuilt('apps/api', 'dist/access-docs.cli.js'));
