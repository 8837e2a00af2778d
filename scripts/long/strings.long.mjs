// Every hostile string at every property of every route; the usual run sends one in eight (hostile-strings.http.spec.ts).
import { runNode, tools } from '../lib/workspace.mjs';

const spec = 'apps/api/src/hostile-strings.http.spec.ts';
process.exitCode = await runNode(tools.jest, ['--projects', 'apps/api', '--runInBand', '--runTestsByPath', spec], {
  env: { ...process.env, EKINERJA_ALL_PAYLOADS: '1' },
});
