// `pnpm regulation …`: checks and shows regulation documents.
import './lib/node-version.mjs';
import { runBuilt } from './lib/run-built.mjs';

process.exit(await runBuilt('packages/regulations', 'dist/cli.js'));
