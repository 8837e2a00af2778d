import { randomUUID } from 'node:crypto';
import type { PresenceImport } from '@ekinerja/contracts/attendance';
import type { PayRunItem, PayRunUnitView, PayRunView, PayslipItem, PayslipView } from '@ekinerja/contracts/pay-runs';
import type { Problem } from '@ekinerja/contracts/errors';
import { closeUnit, evaluate, fillMonth, openRun, presence, unitOf } from '../testing/pay-month.js';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';
import { entry, givenSkp } from '../testing/work.js';

const MONTH = '2026-10';

describe('a month of pay, from open to handed over', () => {
  let test: TestApp;
  let gov: TinyGovernment;
  let run: PayRunView;
  let unit: string;
  const siti = (view: PayRunUnitView) => view.people.find((person) => person.employmentId === gov.people.siti)!;

  beforeAll(async () => {
    test = await testApp();
    gov = await tinyGovernment(test);
    await gov.vacate('kasubBk', '2026-10-11');
    await gov.assign('kasubBk', 'stafUmum', 'definitive', '2026-10-12', null, 3);
    await fillMonth(test, gov, MONTH, ['siti', 'budi']);
    await evaluate(test, gov, gov.people.budi, MONTH, 'kurang');
    run = await openRun(test, MONTH);
    unit = `/pay-runs/${run.id}/units/${gov.units.dinkes}`;
  });
  afterAll(() => test?.close());

  it('X-TPP-3: opening twice gives the same run; a month to come is refused', async () => {
    const again = await openRun(test, MONTH);
    expect(again.id).toBe(run.id);
    expect(again.units).toBe(2);
    const future = await test.call<Problem>('POST', '/pay-runs', { as: 'super', body: { month: '2027-01' } });
    expect([future.status, future.body.code]).toEqual([409, 'month-not-over']);
    expect((await test.call('POST', '/pay-runs', { as: 'umpeg', body: { month: MONTH } })).status).toBe(403);
  });

  it('everybody with a post on any day of the month appears, paid here or with the reason why not', async () => {
    const view = await unitOf(test, run.id, gov.units.dinkes);
    expect(view.people).toHaveLength(11);
    const moved = view.people.find((person) => person.employmentId === gov.people.kasubBk)!;
    expect(moved).toMatchObject({ included: false, totals: null, exclusion: { code: 'paid-by-other-unit' } });
    expect(moved.exclusion?.cite).toBeDefined();
    const origin = await unitOf(test, run.id, gov.units.bkpsdm);
    expect(origin.people.find((person) => person.employmentId === gov.people.kasubBk)).toMatchObject({ included: true, class: '9' });
    expect(siti(view).blockers.map(({ kind }) => kind)).toEqual(['presence', 'evaluation']);
    expect(view.blockers).toBe(3);
  });

  it('a unit is read by those who run, pay or audit it, and by nobody else', async () => {
    expect((await test.call('GET', unit, { as: 'umpeg' })).status).toBe(200);
    expect((await test.call('GET', unit, { as: 'auditor' })).status).toBe(200);
    expect((await test.call('GET', `/pay-runs/${run.id}/units/${gov.units.bkpsdm}`, { as: 'umpeg' })).status).toBe(404);
    expect((await test.call('GET', unit, { as: 'siti' })).status).toBe(403);
    const own = await test.call<PayRunItem[]>('GET', '/pay-runs', { as: 'umpeg' });
    expect(own.body[0]).toMatchObject({ units: 1, month: MONTH });
  });

  it('X-TPP-3: what is missing blocks the check with counts; a close needs the check', async () => {
    const { version } = await unitOf(test, run.id, gov.units.dinkes);
    expect((await test.call('POST', `${unit}/check`, { as: 'umpeg' })).status).toBe(428);
    expect((await test.call('POST', `${unit}/check`, { as: 'umpeg', ifMatch: 99 })).status).toBe(412);
    const blocked = await test.call<Problem>('POST', `${unit}/check`, { as: 'umpeg', ifMatch: version });
    expect([blocked.status, blocked.body.code, blocked.body.params]).toEqual([409, 'run-blocked', { blockers: 3, presence: 2, evaluation: 1 }]);
    const unchecked = await test.call<Problem>('POST', `${unit}/close`, { as: 'super', ifMatch: version });
    expect([unchecked.status, unchecked.body.code]).toEqual([409, 'run-not-checked']);
  });

  it('missing facts are waived with a reason, and only where something is missing', async () => {
    const waive = (body: object, as = 'super') => test.call<PayRunUnitView & Pick<Problem, 'code' | 'params'>>('POST', `${unit}/waivers`, { as, body });
    const reason = 'Mesin presensi rusak, surat 800/12/2026';
    expect((await waive({ employmentId: gov.people.siti, kind: 'presence', reason }, 'umpeg')).status).toBe(403);
    expect((await waive({ employmentId: gov.people.siti, kind: 'presence', reason: 'pendek' })).status).toBe(400);
    expect((await waive({ employmentId: gov.people.siti, kind: 'class', reason })).body.code).toBe('state-refused');
    expect((await waive({ employmentId: gov.people.kasi, kind: 'presence', reason })).body.code).toBe('state-refused');
    const done = await waive({ employmentId: gov.people.siti, kind: 'presence', reason });
    expect(done.status).toBe(200);
    expect(siti(done.body).blockers[0]).toEqual({ kind: 'presence', waived: true, waiveReason: reason });
    expect((await waive({ employmentId: gov.people.siti, kind: 'evaluation', reason })).status).toBe(200);
    const last = await waive({ employmentId: gov.people.budi, kind: 'presence', reason });
    expect(last.body.blockers).toBe(0);
    const audit = await test.db.query(`SELECT 1 FROM audit_event WHERE action = 'pay-run.waived' AND reason = $1`, [reason]);
    expect(audit).toHaveLength(3);
  });

  it('X-TPP-3: draft → checked → draft → checked; facts that moved after the check stop the close', async () => {
    const check = async () => test.call<PayRunUnitView>('POST', `${unit}/check`, { as: 'umpeg', ifMatch: (await unitOf(test, run.id, gov.units.dinkes)).version });
    const checked = await check();
    expect(checked.body).toMatchObject({ status: 'checked', checkedBy: 'Mariani' });
    const reopened = await test.call<PayRunUnitView>('POST', `${unit}/reopen`, { as: 'umpeg', ifMatch: checked.body.version });
    expect(reopened.body.status).toBe('draft');
    const again = await check();
    await presence(test, gov.people.kasi, '2026-10-05', { checkIn: '09:40', checkOut: '17:00' });
    const moved = await test.call<Problem>('POST', `${unit}/close`, { as: 'super', ifMatch: again.body.version });
    expect([moved.status, moved.body.code, moved.body.params.factsChanged]).toEqual([409, 'run-not-checked', true]);
    expect((await test.db.query(`SELECT 1 FROM payslip`)).length).toBe(0);
  });

  it('BK-7.4, TL-31: after the close every sum is the sum of the frozen slips, and closing again changes nothing', async () => {
    const closed = await closeUnit(test, run.id, gov.units.dinkes);
    expect(closed).toMatchObject({ status: 'closed', blockers: 0, closedBy: 'Arif Rahman' });
    const sums = await test.db.one<Record<string, number>>(
      `SELECT count(*) AS employees, sum(gross)::bigint AS gross, sum(cuts)::bigint AS cuts, sum(deductions)::bigint AS deductions,
              sum(adjustments)::bigint AS adjustments, sum(net)::bigint AS net FROM payslip WHERE run_id = $1`,
      [run.id],
    );
    expect(closed.totals).toEqual(sums);
    expect(closed.people.filter((person) => person.included)).toHaveLength(10);
    const again = await test.call<PayRunUnitView>('POST', `${unit}/close`, { as: 'super2', ifMatch: 1 });
    expect([again.status, again.body]).toEqual([200, closed]);
    expect(await test.db.query(`SELECT 1 FROM audit_event WHERE action = 'pay-run.closed'`)).toHaveLength(1);
  });

  it('X-TPP-1, X-TPP-2, TL-31, KS-3.c: the slip explains each rupiah by sentence and article, down to the evaluation', async () => {
    const [item] = (await test.call<PayslipItem[]>('GET', '/payslips/mine', { as: 'budi' })).body;
    expect(item).toMatchObject({ month: MONTH, class: '6' });
    const { body: slip } = await test.call<PayslipView>('GET', `/payslips/${item!.id}`, { as: 'budi' });
    expect(slip).toMatchObject({ estimate: false, name: 'Budi Santoso', class: '6', skpdName: 'Dinas Kesehatan', missing: [] });
    const sum = (section: string) => slip.lines.filter((line) => line.section === section).reduce((all, line) => all + (line.amount ?? 0), 0);
    expect(sum('gross')).toBe(slip.totals.gross);
    expect(sum('cut')).toBe(-slip.totals.cuts);
    expect(slip.totals.net).toBe(slip.totals.gross - slip.totals.cuts);
    // 1,729,200 × 90 % × 60 % × 40 % unpaid for "kurang".
    expect(slip.lines.find((line) => line.code === 'predicate')).toMatchObject({ inputs: { predicate: 'kurang', pct: '60' }, amount: -373_507 });
    expect(slip.lines.find((line) => line.code === 'absent-waived')?.amount).toBeLessThan(0);
    for (const line of slip.lines) expect([line.title !== '', line.cite !== null]).toEqual([true, true]);
    expect(slip.references.map(({ kind, hash }) => [kind, hash.length])).toEqual([['performance', 64], ['allowance', 64], ['amounts', 64], ['calendar', 64]]);
    expect(slip.days).toHaveLength(31);
    const late = await test.db.one<{ id: string }>(`SELECT id FROM payslip WHERE employment_id = $1`, [gov.people.kasi]);
    const kasi = await test.call<PayslipView>('GET', `/payslips/${late!.id}`, { as: 'kasi' });
    expect(kasi.body.lines.find((line) => line.code === 'late')?.inputs).toMatchObject({ n: 1 });
    expect(kasi.body.days.find((day) => day.date === '2026-10-05')).toMatchObject({ checkIn: '09:40', duty: true });
  });

  it('a slip is not shown to colleagues or superiors, and reading another person’s is logged', async () => {
    const slip = await test.db.one<{ id: string }>(`SELECT id FROM payslip WHERE employment_id = $1`, [gov.people.budi]);
    expect((await test.call('GET', `/payslips/${slip!.id}`, { as: 'siti' })).status).toBe(404);
    expect((await test.call('GET', `/payslips/${slip!.id}`, { as: 'kasi' })).status).toBe(404);
    expect((await test.call('GET', `/payslips/${slip!.id}`, { as: 'bendahara' })).status).toBe(200);
    expect(await test.db.query(`SELECT 1 FROM read_log WHERE what = 'payslip' AND subject_id = $1`, [slip!.id])).toHaveLength(1);
  });

  it('X-TPP-3, X-TPP-1: a class changed afterwards leaves the closed month as it was', async () => {
    const before = await unitOf(test, run.id, gov.units.dinkes);
    await test.db.query(`UPDATE post_class SET class = '12' WHERE post_id = $1`, [gov.posts.staf]);
    expect(await unitOf(test, run.id, gov.units.dinkes)).toEqual(before);
    await expect(test.db.query(`UPDATE payslip SET net = 1`)).rejects.toThrow(/append-only/);
    await test.db.query(`UPDATE post_class SET class = '6' WHERE post_id = $1`, [gov.posts.staf]);
  });

  it('X-TPP-3: nobody writes into the closed month any more', async () => {
    const result = await givenSkp(test, gov, 'siti');
    const late = await test.call<Problem>('PUT', `/activities/${randomUUID()}`, { as: 'siti', body: entry(result, { date: '2026-10-30' }) });
    expect([late.status, late.body.code]).toEqual([409, 'month-closed']);
    const rows = [{ nip: gov.nips.siti, date: '2026-10-30', checkIn: '07:30', checkOut: '16:00', status: 'present' }];
    const pushed = await test.call<PresenceImport>('POST', '/attendance/rows', { as: 'super', body: { month: MONTH, rows } });
    expect(pushed.body.problems[0]).toMatchObject({ row: 1, reason: 'month-closed' });
    const waived = await test.call<Problem>('POST', `${unit}/waivers`, { as: 'super', body: { employmentId: gov.people.budi, kind: 'presence', reason: 'Sudah terlambat' } });
    expect([waived.status, waived.body.code]).toEqual([409, 'month-closed']);
  });

  it('BK-7.3: the recap is signed, then handed over, each step dated', async () => {
    const step = (body: object, as = 'umpeg') => test.call<PayRunUnitView & Pick<Problem, 'code' | 'params'>>('POST', `${unit}/hand-over`, { as, body });
    expect((await step({ step: 'handed-over', date: '2026-11-23' })).body.code).toBe('state-refused');
    expect((await step({ step: 'signed', date: '2026-12-24' })).status).toBe(400);
    expect((await step({ step: 'signed', date: '2026-11-23' })).body.recapSignedAt).toBe('2026-11-23');
    expect((await step({ step: 'handed-over', date: '2026-11-23' }, 'bendahara')).body.handedOverAt).toBe('2026-11-23');
  });

  it('the regency’s month is closed when every unit is', async () => {
    expect((await test.call<PayRunView>('GET', `/pay-runs/${run.id}`, { as: 'super' })).body).toMatchObject({ status: 'open', closed: 1 });
    await closeUnit(test, run.id, gov.units.bkpsdm);
    const done = await test.call<PayRunView>('GET', `/pay-runs/${run.id}`, { as: 'super' });
    expect(done.body).toMatchObject({ status: 'closed', closed: 2, units: 2 });
    expect(done.body.totals.employees).toBe(15);
  });

  it('a running month cannot be checked or closed, and its estimate holds no day to come against anyone', async () => {
    const november = await openRun(test, '2026-11');
    const open = await unitOf(test, november.id, gov.units.dinkes);
    const early = await test.call<Problem>('POST', `/pay-runs/${november.id}/units/${gov.units.dinkes}/close`, { as: 'super', ifMatch: open.version });
    expect([early.status, early.body.code, early.body.params]).toEqual([409, 'month-not-over', { month: '2026-11', closableFrom: '2026-12-01' }]);
    const none = await test.call<PayslipView>('GET', '/payslips/mine/estimate?month=2026-11', { as: 'siti' });
    expect(none.body).toMatchObject({ estimate: true, id: null, missing: ['presence', 'evaluation'] });
    await fillMonth(test, gov, '2026-11', ['budi']);
    await test.db.query(`DELETE FROM presence_day WHERE date > '2026-11-13'`);
    const half = await test.call<PayslipView>('GET', '/payslips/mine/estimate?month=2026-11', { as: 'siti' });
    expect(half.body.missing).toEqual([]);
    expect(half.body.totals).toMatchObject({ gross: 1_729_200, cuts: 0, net: 1_729_200 });
    expect(half.body.days.at(-1)?.date).toBe('2026-11-13');
  });
});
