// Requests over kept connections, each sent when the one before is answered. Raw sockets: a full HTTP client would cost
// as much as the servers that are measured.
import { connect } from 'node:net';
import { serve } from './child.mjs';

serve({
  open() {},
  /** @returns requests a second over `ms`, on `concurrency` connections that go through `requests` in turn */
  async run({ port, requests, concurrency, ms }) {
    const buffers = requests.map(({ url, token }) =>
      Buffer.from(`GET ${url} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\n\r\n`),
    );
    const state = { next: 0, answered: 0, until: performance.now() + ms };
    const started = performance.now();
    await Promise.all(Array.from({ length: concurrency }, () => keepAsking(port, buffers, state)));
    return (state.answered * 1000) / (performance.now() - started);
  },
  close() {},
});

function keepAsking(port, buffers, state) {
  return new Promise((done, fail) => {
    const socket = connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    let missing = -1;
    let head = '';
    const ask = () => {
      if (performance.now() >= state.until) {
        socket.end();
        done();
        return;
      }
      missing = -1;
      head = '';
      state.next += 1;
      socket.write(buffers[state.next % buffers.length]);
    };
    socket.on('connect', ask);
    socket.on('error', fail);
    socket.on('data', (part) => {
      if (missing < 0) {
        head += part.toString('latin1');
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        const length = /\r\ncontent-length: (\d+)/i.exec(head.slice(0, end));
        if (!head.startsWith('HTTP/1.1 200') || !length) {
          socket.destroy();
          fail(new Error(head.slice(0, 500)));
          return;
        }
        missing = Number(length[1]) - (head.length - end - 4);
      } else missing -= part.length;
      if (missing > 0) return;
      state.answered += 1;
      ask();
    });
  });
}
