// `pnpm regulation …`: checks and shows regulation documents; `simulate` says what they would have paid.
import './lib/node-version.mjs';
import { runBuilt } from './lib/run-built.mjs';

// `simulate` asks the database; everything else needs the files alone.
if (process.argv[2] === 'simulate') {
  process.argv.splice(2, 1);
  process.exit(await runBuilt('apps/api', 'dist/tpp/simulate.cli.js'));
}
process.exit(await runBuilt('packages/regulations', 'dist/cli.js'));
