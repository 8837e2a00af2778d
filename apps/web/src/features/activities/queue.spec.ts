import 'fake-indexeddb/auto';
import type { SaveActivityRequest } from '@ekinerja/contracts/activities';
import type { KeptEntry, KeptFile } from '../../lib/device';
import { signedIn, TODAY } from '../../testing/portal';
import { activity } from '../../testing/samples';
import { json, problem, serve } from '../../testing/server';
import { flushQueue, saveEntry, sentQueue } from './queue';

// jsdom has no structuredClone; nothing that is kept here is changed in place.
globalThis.structuredClone ??= (value: unknown) => value as never;

const ME = 'a-1';
const body: SaveActivityRequest = {
  date: TODAY, startTime: '08:00', endTime: '10:00', description: 'Menyusun laporan', outputQuantity: '1', outputUnit: 'dokumen', skpResultId: 'h-1',
  task: 'main', evidenceLink: null, monthPlanId: null, catalogueItemId: null, submit: true,
};
const photo = (id: string): KeptFile => ({ id, name: `${id}.jpg`, type: 'image/jpeg', content: new Blob([id]) });
const waiting = (change: Partial<KeptEntry> = {}): KeptEntry => ({
  id: 'k-1', accountId: ME, version: null, body, files: [], madeAt: '2026-11-20T01:00:00Z', state: 'waiting', problem: null, current: null, ...change,
});
const stored = (version: number) => ({ receipts: [{ id: 'k-1', outcome: 'stored', activity: activity({ version }) }], written: true });

describe('X-IN-2 the queue of the device', () => {
  beforeEach(async () => {
    signedIn(['employee']);
    await sentQueue.load(ME);
    for (const entry of sentQueue.all()) await sentQueue.drop(entry);
  });

  it.each([
    ['no line', () => { throw new TypeError('fetch failed'); }],
    ['a server that is away', () => new Response('<html>', { status: 503 })],
    ['a busy server', () => json({ code: 'too-many-requests', type: 'about:blank', title: '', status: 429, params: {}, requestId: '' }, 429)],
  ])('%s: the entry waits on the device, and goes later', async (_, answer) => {
    serve({ 'PUT /activities/k-1': answer });
    expect(await saveEntry({ id: 'k-1', accountId: ME, version: null, body, files: [photo('f-1')] })).toEqual({ kept: true });
    expect(sentQueue.all()).toMatchObject([{ id: 'k-1', state: 'waiting', files: [{ id: 'f-1' }] }]);
    serve({ 'POST /activities/send': () => stored(4), 'PUT /activities/k-1/evidence/f-1': () => activity({ version: 5 }) });
    expect(await flushQueue(ME)).toBe(1);
    expect(sentQueue.all()).toEqual([]);
  });

  it('a file that a busy server puts off waits as well, and its entry keeps the version that is there', async () => {
    serve({ 'PUT /activities/k-1': () => activity({ version: 4 }), 'PUT /activities/k-1/evidence/f-1': () => new Response('', { status: 502 }) });
    expect(await saveEntry({ id: 'k-1', accountId: ME, version: null, body, files: [photo('f-1')] })).toEqual({ kept: true });
    expect(sentQueue.all()).toMatchObject([{ state: 'stored', version: 4, files: [{ id: 'f-1' }] }]);
    await expect(flushQueue(ME)).rejects.toThrow();
    expect(sentQueue.all()).toMatchObject([{ state: 'stored' }]);
  });

  it('a refused file leaves the entry as the server has it, and tells what is left', async () => {
    serve({
      'PUT /activities/k-1': () => activity({ version: 4 }),
      'PUT /activities/k-1/evidence/f-1': () => activity({ version: 5 }),
      'PUT /activities/k-1/evidence/f-2': () => problem('rule-refused'),
    });
    const told: [number, string[]][] = [];
    const saving = saveEntry({ id: 'k-1', accountId: ME, version: null, body, files: [photo('f-1'), photo('f-2')] }, ({ version }, left) => told.push([version, left.map(({ id }) => id)]));
    await expect(saving).rejects.toThrow('rule-refused');
    expect(told).toEqual([[4, ['f-1', 'f-2']], [5, ['f-2']]]);
    expect(sentQueue.all()).toEqual([]);
  });

  it('what is written anew while it is under way is not overwritten: it goes over what the server took', async () => {
    await sentQueue.keep(waiting());
    const versions: unknown[] = [];
    serve({
      'POST /activities/send': async ({ body: sent }) => {
        const { entries } = sent as { entries: { version: number | null; description: string }[] };
        versions.push([entries[0]!.version, entries[0]!.description]);
        if (versions.length === 1) await sentQueue.keep(waiting({ madeAt: '2026-11-20T02:00:00Z', body: { ...body, description: 'Ditulis ulang' } }));
        return stored(3 + versions.length);
      },
    });
    await flushQueue(ME);
    expect(sentQueue.all()).toMatchObject([{ state: 'waiting', version: 4, body: { description: 'Ditulis ulang' } }]);
    await flushQueue(ME);
    expect(versions).toEqual([[null, 'Menyusun laporan'], [4, 'Ditulis ulang']]);
    expect(sentQueue.all()).toEqual([]);
  });

  it('files go right after their entries, before the next lot', async () => {
    for (let at = 0; at < 51; at += 1) {
      const id = `k-${at + 1}`;
      await sentQueue.keep(waiting({ id, madeAt: new Date(Date.UTC(2026, 10, 20, 1, at)).toISOString(), files: at === 0 ? [photo('f-1')] : [] }));
    }
    const { calls } = serve({
      'POST /activities/send': ({ body: sent }) => ({ receipts: (sent as { entries: { id: string }[] }).entries.map(({ id }) => ({ id, outcome: 'stored', activity: activity({ id }) })), written: true }),
      'PUT /activities/k-1/evidence/f-1': () => activity(),
    });
    expect(await flushQueue(ME)).toBe(51);
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /activities/send', 'PUT /activities/k-1/evidence/f-1', 'POST /activities/send']);
  });
});
