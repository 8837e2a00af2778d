// `pnpm demo:files …`: an agency's workbook and presence file of any size, to try the import on.
import './lib/node-version.mjs';
import { runBuilt } from './lib/run-built.mjs';

process.exit(await runBuilt('apps/api', 'dist/demo/files.cli.js'));
