// `pnpm backup --to FILE [--passphrase-file FILE]`: all tables and files of one instant, while the application goes on.
import './lib/node-version.mjs';
import { runBuilt } from './lib/run-built.mjs';

process.exit(await runBuilt('apps/api', 'dist/platform/backup/backup.cli.js'));
