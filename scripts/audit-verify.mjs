// `pnpm audit:verify`: recomputes the hash chain of the audit log and names the first row that does not fit.
import './lib/node-version.mjs';
import { runBuilt } from './lib/run-built.mjs';

process.exit(await runBuilt('apps/api', 'dist/audit/verify.cli.js'));
