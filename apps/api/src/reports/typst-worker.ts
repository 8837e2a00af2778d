/** A thread that sets papers, so that thousands of pages keep nobody waiting. */
import { parentPort } from 'node:worker_threads';
import { TypstCompiler, type Template } from './typst-compiler.js';

const compiler = new TypstCompiler();

parentPort?.on('message', ({ id, template, data }: { id: number; template: Template; data: object }) => {
  try {
    parentPort?.postMessage({ id, ...compiler.set(template, data) });
  } catch (error) {
    parentPort?.postMessage({ id, problem: error instanceof Error ? error.message : String(error) });
  }
});
