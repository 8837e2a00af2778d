// The evening itself: an open loop. A request is due at its moment, whether or not the one before has been answered, and
// its time counts from that moment.
import { randomUUID } from 'node:crypto';
import { request as httpRequest, Agent } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

export function call(base, token, method, path, body) {
  const url = new URL(base + path);
  const content = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      { agent, method, hostname: url.hostname, port: url.port, path: url.pathname + url.search, timeout: 30_000,
        headers: { authorization: `Bearer ${token}`, ...(content ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(content) } : {}) } },
      (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => resolve({ status: answer.statusCode, text: Buffer.concat(parts).toString('utf8') }));
      },
    );
    outgoing.on('timeout', () => outgoing.destroy(new Error('timeout')));
    outgoing.on('error', reject);
    outgoing.end(content);
  });
}

/** The next free minute of a writer; never twice the same. */
export function nextEntry(writer) {
  const at = writer.minute++;
  const days = ['2026-11-30', '2026-11-27', '2026-11-26', '2026-11-25', '2026-11-24', '2026-11-23'];
  const minute = at % 280;
  const clock = (value) => `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`;
  return {
    id: randomUUID(),
    body: {
      date: days[Math.floor(at / 280) % days.length], startTime: clock(minute), endTime: clock(minute + 1), description: `Malam terakhir, catatan ke-${at + 1}`, outputQuantity: '1',
      outputUnit: 'dokumen', skpResultId: writer.result, task: 'main', evidenceLink: null, submit: true,
    },
  };
}

/** Runs `work` at a steady rate. @returns a promise of when all that was begun is answered */
export async function openLoop({ perSecond, seconds, work }) {
  const running = [];
  const start = performance.now();
  const total = Math.round(perSecond * seconds);
  for (let at = 0; at < total; at += 1) {
    const due = start + (at * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    running.push(work(at, due));
  }
  await Promise.all(running);
}

export function summary(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: sorted.at(-1) ?? 0 };
}
