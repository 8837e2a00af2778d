import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { PresenceImport } from '@ekinerja/contracts/attendance';
import type { PayRunUnitView, PayRunView } from '@ekinerja/contracts/pay-runs';
import { Server } from '../pages/server.js';

const MONTH = '2026-10';
const REASON = 'Latihan: fakta yang kurang dikesampingkan.';

let dataDir: string;
let server: Server;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  dataDir = mkdtempSync(join(tmpdir(), 'ekinerja-drill-'));
  server = new Server(dataDir, 4320);
  await server.start();
});
test.afterAll(async () => {
  await server.end('SIGTERM');
  rmSync(dataDir, { recursive: true, force: true });
});

test('X-TPP-3 the close killed with -9 in the middle leaves no half, starts again with all data, and ends in one result', async () => {
  test.setTimeout(300_000);
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
  await importPresence();
  const { id } = (await server.call<PayRunView>('superadmin', 'POST', '/pay-runs', { body: { month: MONTH } })).body;
  const run = () => server.call<PayRunView>('superadmin', 'GET', `/pay-runs/${id}`).then(({ body }) => body);
  const unit = (skpdId: string) => server.call<PayRunUnitView>('superadmin', 'GET', `/pay-runs/${id}/units/${skpdId}`).then(({ body }) => body);
  const skpds = (await run()).unitList.map(({ skpdId }) => skpdId);
  const checked = new Map<string, PayRunUnitView>();
  for (const skpdId of skpds) checked.set(skpdId, await checkUnit(id, skpdId, await unit(skpdId)));

  // Every close is under way when the process dies, at another moment of its transaction each round.
  for (const [round, delay] of [0, 15, 60].entries()) {
    const open = (await run()).unitList.filter(({ status }) => status !== 'closed').slice(0, round + 2);
    const closing = open.map(({ skpdId, version }) => server.call('superadmin', 'POST', `/pay-runs/${id}/units/${skpdId}/close`, { ifMatch: version }).catch(() => null));
    await new Promise((resolve) => setTimeout(resolve, delay));
    await server.end('SIGKILL');
    await Promise.all(closing);
    await server.start();
    for (const { skpdId } of open) expectWhole(await unit(skpdId), checked.get(skpdId) as PayRunUnitView);
  }

  for (const { skpdId, version, status } of (await run()).unitList) {
    if (status === 'closed') continue;
    // Two browsers at once: the same single result.
    const twins = await Promise.all([1, 2].map(() => server.call<PayRunUnitView>('superadmin', 'POST', `/pay-runs/${id}/units/${skpdId}/close`, { ifMatch: version })));
    expect(twins.map(({ body }) => body.status)).toEqual(['closed', 'closed']);
  }
  for (const skpdId of skpds) expectWhole(await unit(skpdId), checked.get(skpdId) as PayRunUnitView);
  expect((await run()).status).toBe('closed');
});

async function importPresence(): Promise<void> {
  const file = await server.file('superadmin', `/demo/presence-file?month=${MONTH}`);
  const preview = await server.upload<PresenceImport>('superadmin', `/attendance/imports?month=${MONTH}`, 'presensi.xlsx', file);
  expect(preview.body.problems).toEqual([]);
  const applied = await server.call<PresenceImport>('superadmin', 'POST', `/attendance/imports/${preview.body.id}/apply`);
  expect(applied.body.status).toBe('applied');
}

/** Missing ratings are waived: the drill is about the close. */
async function checkUnit(runId: string, skpdId: string, unit: PayRunUnitView): Promise<PayRunUnitView> {
  const path = `/pay-runs/${runId}/units/${skpdId}`;
  for (const { employmentId, blockers } of unit.people) {
    for (const { kind, waived } of blockers) {
      if (!waived) await server.call('superadmin', 'POST', `${path}/waivers`, { body: { employmentId, kind, reason: REASON } });
    }
  }
  const { version } = (await server.call<PayRunUnitView>('superadmin', 'GET', path)).body;
  const { status, body } = await server.call<PayRunUnitView>('superadmin', 'POST', `${path}/check`, { ifMatch: version });
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return body;
}

/** Closed with every slip and the very totals that were checked, or not closed at all and without one. */
function expectWhole(unit: PayRunUnitView, checked: PayRunUnitView): void {
  const slips = unit.people.filter(({ payslipId }) => payslipId !== null).length;
  expect(unit.totals).toEqual(checked.totals);
  expect({ status: unit.status, slips }).toEqual(
    unit.status === 'closed' ? { status: 'closed', slips: checked.people.filter(({ included }) => included).length } : { status: 'checked', slips: 0 },
  );
}
