import { randomUUID } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDatabase } from '@ekinerja/local-postgres/databases';
import { startPostgres, type RunningPostgres } from '@ekinerja/local-postgres/server';
import { expect, test } from '@playwright/test';
import type { Activity, ActivityMonth } from '@ekinerja/contracts/activities';
import type { SiasnOverview } from '@ekinerja/contracts/siasn';
import { Server } from '../pages/server.js';
import { startProxy } from '../proxy.mjs';

const SECRET = 'rahasia-latihan-replika-0123456789-abcdef';
const METRICS = 'token-pemantau-latihan-0123456789-abcdef';
const VERIFY = fileURLToPath(new URL('../../apps/api/dist/audit/verify.cli.js', import.meta.url));

let folder: string;
let postgres: RunningPostgres;
let settings: Record<string, string>;
let first: Server;
let second: Server;
let worker: Server;
/** Whoever asks here is answered by either. */
let site: Server;
let proxy: { stop(): Promise<void> };
/** The national platform's stand-in: keeps what it is sent, and at first does not answer. */
let national: HttpServer;
const sent: string[] = [];
let answers = false;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  folder = mkdtempSync(join(tmpdir(), 'ekinerja-replicas-'));
  postgres = await startPostgres({ dataDir: join(folder, 'postgres'), ownFolder: folder, say: () => undefined });
  national = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      sent.push((JSON.parse(body) as { pnsDinilaiId: string }).pnsDinilaiId);
      if (answers) response.end('{"success":true}');
    });
  });
  await new Promise<void>((resolve) => national.listen(0, '127.0.0.1', resolve));
  settings = {
    DATABASE_URL: await createDatabase(postgres.url, 'ekinerja'), EKINERJA_SECRET: SECRET, EKINERJA_METRICS_TOKEN: METRICS,
    EKINERJA_SIASN_URL: `http://127.0.0.1:${(national.address() as AddressInfo).port}`, EKINERJA_SIASN_TOKEN: 'kunci-latihan',
  };
  first = new Server(folder, 4331, { ...settings, EKINERJA_PART: 'api' });
  second = new Server(folder, 4332, { ...settings, EKINERJA_PART: 'api' });
  worker = new Server(folder, 4333, { ...settings, EKINERJA_PART: 'worker' });
  site = new Server(folder, 4330);
  await first.start();
  worker.launch();
  await second.start();
  proxy = await startProxy({ folder: join(folder, 'nginx'), port: 4330, upstreams: [4331, 4332] });
});
test.afterAll(async () => {
  await proxy?.stop();
  for (const server of [first, second, worker]) await server?.end('SIGTERM');
  national?.closeAllConnections();
  national?.close();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('X-OP-2 two API replicas and a worker on one database: a session is everybody’s, nothing is done twice, and one replica may die', async () => {
  test.setTimeout(240_000);
  const month = () => site.call<ActivityMonth>('employee', 'GET', '/activities/month?month=2026-11').then(({ body }) => body);
  const before = await month();
  const result = before.skpResults[0]!.id;
  const entry = (minute: number) => ({
    date: '2026-11-23', startTime: clock(minute), endTime: clock(minute + 1), description: `Menyusun bahan penyuluhan bagian ${minute}`,
    outputQuantity: '1', outputUnit: 'dokumen', skpResultId: result, task: 'main', evidenceLink: null, submit: true,
  });
  const send = (server: Server, id: string, minute: number) => server.call<Activity>('employee', 'PUT', `/activities/${id}`, { body: entry(minute) });

  // One entry sent to both at the same moment is one entry.
  const twin = randomUUID();
  await Promise.all([first, second].map((server) => server.call('employee', 'GET', '/auth/me')));
  const answers = await Promise.all([send(first, twin, 1), send(second, twin, 1)]);
  expect(answers.map(({ body }) => [body.id, body.status])).toEqual([[twin, 'submitted'], [twin, 'submitted']]);
  expect((await month()).activities.filter(({ id }) => id === twin)).toHaveLength(1);

  // One replica is cut off in the middle of the rush: what was acknowledged is there, once.
  const acknowledged: string[] = [];
  const rush = Array.from({ length: 40 }, async (_, index) => {
    const id = randomUUID();
    await new Promise((resolve) => setTimeout(resolve, index * 40));
    const { status } = await send(site, id, 3 + index * 2);
    if (status < 300) acknowledged.push(id);
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  await first.end('SIGKILL');
  await Promise.all(rush);
  expect(acknowledged.length).toBeGreaterThan(35);
  const kept = (await month()).activities.map(({ id }) => id);
  expect(new Set(kept).size).toBe(kept.length);
  expect(acknowledged.filter((id) => !kept.includes(id))).toEqual([]);

  // The API replicas queue, the worker works: nothing stays behind, and nothing was given up.
  await expect.poll(() => jobs('waiting'), { timeout: 30_000 }).toBe(0);
  expect(await jobs('given_up')).toBe(0);

  // Three processes wanted to seal the same audit rows every fifteen seconds; the chain has each once.
  await expect
    .poll(() => spawnSync(process.execPath, [VERIFY], { env: { ...process.env, ...settings, EKINERJA_DATA: folder, PORT: '4339' }, encoding: 'utf8' }).stdout, { timeout: 60_000, intervals: [4_000] })
    .toMatch(/Belum tersegel: 0\.\s+Rantai utuh/);
});

test('X-OP-2 a worker killed with -9 in the middle of a work leaves it to another, which does it at once and once', async () => {
  test.setTimeout(240_000);
  const as = 'superadmin';
  const overview = async () => (await second.call<SiasnOverview>(as, 'GET', '/integrations/siasn/results?kind=periodic&month=2026-10')).body;
  const { records } = await overview();
  expect(records).toBeGreaterThan(0);

  await second.call(as, 'POST', '/integrations/siasn/send', { body: { kind: 'periodic', month: '2026-10' } });
  await expect.poll(() => sent.length, { timeout: 30_000 }).toBe(1);
  await worker.end('SIGKILL');
  national.closeAllConnections();
  answers = true;
  expect(await overview()).toMatchObject({ waiting: records, sent: 0 });

  // Seconds once it is up (the library alone would wait four hours); a busy machine takes its time to start it.
  worker.launch();
  await expect.poll(async () => (await overview()).sent, { timeout: 150_000, intervals: [2000] }).toBe(records);
  // What was in flight when the worker died goes out once more; everything else once.
  expect([...sent].sort()).toEqual([...new Set(sent), sent[0]!].sort());
  expect(new Set(sent).size).toBe(records);
  await expect.poll(() => jobs('waiting'), { timeout: 30_000 }).toBe(0);
});

/** Minutes after 07:00. */
function clock(minute: number): string {
  return [7 + Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

async function jobs(kind: 'waiting' | 'given_up'): Promise<number> {
  const answer = await fetch('http://127.0.0.1:4332/api/v1/metrics', { headers: { authorization: `Bearer ${METRICS}` } });
  return Number(new RegExp(`^ekinerja_jobs_${kind} (\\d+)`, 'm').exec(await answer.text())?.[1]);
}
