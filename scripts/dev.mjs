// For work on the code: compiles on every change, restarts the API, and serves the web with hot reload.
// The web's own vite.config sends /api to the API's port.
import './lib/node-version.mjs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root, runNode, tools } from './lib/workspace.mjs';

if ((await runNode(tools.tsc, ['-b'])) !== 0) {
  console.error('Perbaiki galat di atas lebih dahulu. / Fix the errors above first.');
  process.exit(1);
}

const children = [
  start([tools.tsc, '-b', '--watch', '--preserveWatchOutput']),
  start([
    '--watch',
    '--watch-preserve-output',
    join(root, 'apps/api/dist/main.js'),
    ...process.argv.slice(2),
  ]),
  start([tools.vite], join(root, 'apps/web')),
];

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);

function start(args, cwd = root) {
  const child = spawn(process.execPath, args, { cwd, stdio: 'inherit' });
  child.on('exit', (code) => {
    if (!stopping) console.error(`Berhenti: ${args.join(' ')} (kode ${code}).`);
    stop();
  });
  return child;
}

function stop() {
  if (stopping) return;
  stopping = true;
  for (const child of children) child.kill('SIGTERM');
}
