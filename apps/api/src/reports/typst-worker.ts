/** A thread that sets papers, so that thousands of pages keep nobody waiting. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort } from 'node:worker_threads';
import { TypstCompiler, type Template } from './typst-compiler.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const compiler = new TypstCompiler();

parentPort?.on('message', ({ id, template, data }: { id: number; template: Template; data: object }) => {
  try {
    parentPort?.postMessage({ id, ...compiler.set(template, data) });
    // The laid out document lives in the engine's memory, which the collector does not see growing.
    collect();
  } catch (error) {
    parentPort?.postMessage({ id, problem: error instanceof Error ? error.message : String(error) });
  }
});
