// `pnpm restore --from FILE [--passphrase-file FILE]`: into an empty place; `--drill`: into a scratch one, only to compare.
import './lib/node-version.mjs';
import { runBuilt } from './lib/run-built.mjs';

process.exit(await runBuilt('apps/api', 'dist/platform/backup/restore.cli.js'));
