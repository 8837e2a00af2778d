// A browser's document with Node's network classes: jsdom has no fetch, and a router that loads data needs Request,
// Response and AbortController of one family.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = join(dirname(fileURLToPath(import.meta.url)), '../../apps/web/package.json');
const { TestEnvironment } = createRequire(web)('jest-environment-jsdom');

const FROM_NODE = [
  ...[
    'fetch',
    'Request',
    'Response',
    'Headers',
    'FormData',
    'AbortController',
    'AbortSignal',
    'Blob',
    'File',
  ],
  ...[
    'TextEncoder',
    'TextDecoder',
    'ReadableStream',
    'WritableStream',
    'TransformStream',
    'MessageChannel',
    'MessagePort',
  ],
  ...['BroadcastChannel', 'structuredClone', 'setImmediate', 'clearImmediate', 'performance'],
];

export default class JsdomEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    for (const name of FROM_NODE) {
      if (globalThis[name] !== undefined) {
        Object.defineProperty(this.global, name, {
          value: globalThis[name],
          writable: true,
          configurable: true,
        });
      }
    }
    // Bytes made by Node's classes must be instances of the same Uint8Array that the tests see.
    this.global.Uint8Array = Uint8Array;
    this.global.ArrayBuffer = ArrayBuffer;
  }
}
