import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { TypstCompiler, type SetPaper, type Template } from './typst-compiler.js';

export type { Template } from './typst-compiler.js';

const THREAD = new URL('./typst-worker.js', import.meta.url);
const MOST_THREADS = 4;
/** What the compiler keeps of so many pages is freed with its thread: the engine's own memory is out of the collector's sight. */
const PAGES_A_THREAD = 500;

interface Thread {
  worker: Worker;
  pages: number;
  waiting: Map<number, { done: (paper: SetPaper) => void; failed: (error: Error) => void }>;
}

/** Sets papers in type: one at once in this thread, or many in threads of their own. */
@Injectable()
export class TypstService implements OnModuleDestroy {
  private readonly compiler = new TypstCompiler();
  private threads: Thread[] = [];
  private last = 0;

  /** How many papers are set side by side. */
  readonly width = Math.max(1, Math.min(availableParallelism(), MOST_THREADS));

  /** The same template and data give the same bytes. */
  pdf(template: Template, data: object): Buffer {
    return this.compiler.set(template, data).content;
  }

  /** The same in another thread, for papers of many pages. */
  async set(template: Template, data: object): Promise<SetPaper> {
    // Run from its sources (tests) there is no built thread.
    if (!existsSync(fileURLToPath(THREAD))) return this.compiler.set(template, data);
    const thread = this.leastBusy();
    const id = (this.last += 1);
    return new Promise((done, failed) => {
      thread.waiting.set(id, { done, failed });
      thread.worker.postMessage({ id, template, data });
    });
  }

  async onModuleDestroy(): Promise<void> {
    for (const { worker } of this.threads) await worker.terminate();
    this.threads = [];
  }

  /** A thread that has set its pages takes no more; one anew stands in its place. */
  private leastBusy(): Thread {
    this.threads = this.threads.filter(({ pages }) => pages < PAGES_A_THREAD);
    while (this.threads.length < this.width) this.threads.push(start());
    return this.threads.reduce((least, one) => (one.waiting.size < least.waiting.size ? one : least));
  }
}

function start(): Thread {
  const worker = new Worker(THREAD);
  const waiting: Thread['waiting'] = new Map();
  const thread: Thread = { worker, pages: 0, waiting };
  worker.unref();
  worker.on('message', ({ id, problem, content, pages }: { id: number; problem?: string; content: Uint8Array; pages?: number }) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (problem === undefined) asked?.done({ content: Buffer.from(content), pages: pages ?? 0 });
    else asked?.failed(new Error(problem));
    thread.pages += pages ?? 0;
    if (thread.pages >= PAGES_A_THREAD && waiting.size === 0) void worker.terminate();
  });
  worker.on('error', (error) => {
    for (const { failed } of waiting.values()) failed(error);
    waiting.clear();
  });
  return thread;
}
