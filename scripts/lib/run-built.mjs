import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNode, tools } from './workspace.mjs';

/** Compiles one workspace (quick when nothing changed) and runs one of its programs with our own arguments. */
export async function runBuilt(workspace, program) {
  const code = await runNode(tools.tsc, ['-b', workspace]);
  if (code !== 0) return code;
  const file = join(root, workspace, program);
  if (!existsSync(file)) {
    console.error(`${workspace}/${program} tidak ada. / ${workspace}/${program} does not exist.`);
    return 1;
  }
  // The folder in which the command was given: file names among the arguments are relative to it.
  return runNode(file, process.argv.slice(2), { cwd: process.env.INIT_CWD ?? process.cwd() });
}
