// 100,000 requests made from the server's own OpenAPI document, as five different people and as nobody: none may be
// answered with a failure of the server.
//   --requests 100000 --seed 7 --at-once 6 --employees 60 --port 4391
import '../lib/node-version.mjs';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { addressOf, requestsOf } from './fuzz/requests.mjs';
import { signIn } from './last-evening/people.mjs';
import { openSite } from './last-evening/site.mjs';

const { values: options } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  strict: false,
  options: { requests: { type: 'string', default: '100000' }, seed: { type: 'string', default: '7' }, 'at-once': { type: 'string', default: '6' }, employees: { type: 'string', default: '60' }, port: { type: 'string', default: '4391' } },
});
const [COUNT, SEED, AT_ONCE] = [Number(options.requests), Number(options.seed), Number(options['at-once'])];
const BATCH = 500;
const PATIENCE_MS = 60_000;

const site = await openSite({ employees: Number(options.employees), port: Number(options.port) });
const origin = new URL(site.base).origin;
const failures = [];
const statuses = new Map();
try {
  const document = await (await fetch(`${site.base}/openapi.json`)).json();
  const { demoAccounts } = await (await fetch(`${site.base}/about`)).json();
  const users = [...new Set(demoAccounts.map(({ username }) => username))];
  const tokens = new Map([[null, null]]);
  for (const user of users) tokens.set(user, await signIn(site.base, user));
  const who = [null, ...users, ...users];
  const db = await site.connect();
  const ids = [];
  for (const table of ['employment', 'unit', 'post', 'assignment', 'skp', 'activity', 'evaluation', 'payslip', 'pay_run', 'account', 'objection', 'measurement']) {
    ids.push(...(await db.query(`SELECT id FROM ${table} ORDER BY id LIMIT 6`)).rows.map(({ id }) => id));
  }
  await db.end();
  const requests = requestsOf(document, ids);
  console.log(`  ${COUNT} permintaan, benih ${SEED}, ${users.length} orang, ${Object.keys(document.paths).length} alamat`);
  let sent = 0;
  for (let round = 0; sent < COUNT; round += 1) {
    const batch = fc.sample(requests, { seed: SEED + round, numRuns: Math.min(BATCH, COUNT - sent) });
    let next = 0;
    const lane = async () => {
      while (next < batch.length) {
        const at = next++;
        await one(batch[at], who[(sent + at) % who.length], tokens, `${SEED + round}:${at}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    sent += batch.length;
    if (round % 20 === 19) console.log(`  ${sent} terkirim, ${failures.length} kegagalan server`);
  }
} finally {
  await site.close();
}
console.log(`  jawaban: ${[...statuses].toSorted(([a], [b]) => a - b).map(([status, count]) => `${status} × ${count}`).join(', ')}`);
const kinds = new Map();
for (const failure of failures) kinds.set(`${failure.status} ${failure.method} ${failure.path}`, failure);
for (const [kind, failure] of kinds) console.error(`  ${kind}: ${JSON.stringify(failure).slice(0, 900)}`);
console.log(failures.length === 0 ? '  tidak satu pun 5xx' : `  ${failures.length} kegagalan server pada ${kinds.size} rute`);
process.exit(failures.length === 0 ? 0 : 1);

async function one(request, user, tokens, name) {
  const headers = {};
  if (tokens.get(user)) headers.authorization = `Bearer ${tokens.get(user)}`;
  if (request.ifMatch) headers['if-match'] = request.ifMatch;
  if (request.idempotency) headers['idempotency-key'] = [...request.idempotency].filter((letter) => letter >= ' ' && letter <= '~').join('') || 'x';
  const init = { method: request.method, headers, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) };
  if (request.body !== undefined && request.method !== 'GET') {
    if (request.body?.multipart) {
      init.body = new FormData();
      init.body.append('file', new Blob([Buffer.from(`%PDF-1.7 ${name}`)]), 'berkas.pdf');
    } else {
      headers['content-type'] = 'application/json';
      init.body = JSON.stringify(request.body);
    }
  }
  const asked = { name, user, method: request.method, path: request.path, url: addressOf(origin, request), body: request.body };
  try {
    const answer = await fetch(asked.url, init);
    const text = await answer.text();
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    if (answer.status >= 500) failures.push({ ...asked, status: answer.status, text: text.slice(0, 300) });
    if (answer.status === 401 && user) tokens.set(user, await signIn(site.base, user).catch(() => null));
  } catch (error) {
    failures.push({ ...asked, status: 0, text: String(error) });
  }
}
