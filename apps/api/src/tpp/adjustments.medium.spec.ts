import type { PayClaim, PayRunUnitView, PayRunView, PayslipView } from '@ekinerja/contracts/pay-runs';
import { Outbox } from '../platform/jobs/outbox.js';
import { closeUnit, evaluate, fillMonth, openRun, unitOf } from '../testing/pay-month.js';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';

interface Adjustment {
  month: string;
  amount: number;
  settled_by_payslip_id: string | null;
}

describe('corrections of a closed month (X-TPP-3)', () => {
  let test: TestApp;
  let gov: TinyGovernment;
  let september: PayRunView;

  beforeAll(async () => {
    test = await testApp();
    gov = await tinyGovernment(test);
    for (const month of ['2026-09', '2026-10']) await fillMonth(test, gov, month);
    september = await openRun(test, '2026-09');
    await closeUnit(test, september.id, gov.units.dinkes);
  });
  afterAll(() => test?.close());

  const determined = async (month: string, predicate: 'baik' | 'kurang' | 'sangat-kurang') => {
    await evaluate(test, gov, gov.people.siti, month, predicate);
    await test.db.transaction(() => test.app.get(Outbox).announce('evaluation.determined', { employmentId: gov.people.siti, month, version: 1 }));
    await test.deliver();
  };
  const adjustments = () => test.db.query<Adjustment>(`SELECT month, amount, settled_by_payslip_id FROM adjustment ORDER BY created_at, id`);

  it('an evaluation of an open month leaves no correction', async () => {
    await determined('2026-10', 'baik');
    expect(await adjustments()).toEqual([]);
  });

  it('X-TPP-3: a later evaluation leaves the slip and stores the difference; a further one the further difference', async () => {
    const before = await unitOf(test, september.id, gov.units.dinkes);
    await determined('2026-09', 'kurang');
    // 1,729,200 × 90 % × 60 % × 40 %
    expect(await adjustments()).toEqual([{ month: '2026-09', amount: -373_507, settled_by_payslip_id: null }]);
    await determined('2026-09', 'kurang');
    expect(await adjustments()).toHaveLength(1);
    await determined('2026-09', 'sangat-kurang');
    expect((await adjustments()).map(({ amount }) => amount)).toEqual([-373_507, -186_754]);
    expect(await unitOf(test, september.id, gov.units.dinkes)).toEqual(before);
  });

  it('X-TPP-2, X-TPP-3: the next run settles them as lines, once', async () => {
    const october = await openRun(test, '2026-10');
    const closed = await closeUnit(test, october.id, gov.units.dinkes);
    const siti = closed.people.find((person) => person.employmentId === gov.people.siti)!;
    expect(siti.totals).toMatchObject({ gross: 1_729_200, adjustments: -560_261, net: 1_168_939 });
    const slip = await test.call<PayslipView>('GET', `/payslips/${siti.payslipId}`, { as: 'siti' });
    expect(slip.body.lines.filter((line) => line.section === 'adjustment').map(({ amount }) => amount).sort()).toEqual([-186_754, -373_507]);
    expect((await adjustments()).map((row) => row.settled_by_payslip_id)).toEqual([siti.payslipId, siti.payslipId]);
    await determined('2026-09', 'sangat-kurang');
    expect(await adjustments()).toHaveLength(2);
  });

  it('TL-35.f X-TPP-3: across a budget year the difference waits for the run of arrears, which pays it to the rupiah', async () => {
    const start = async (body: object) => (await test.call<PayRunView>('POST', '/pay-runs', { as: 'super', body })).body;
    const siti = ({ people }: PayRunUnitView) => people.find(({ employmentId }) => employmentId === gov.people.siti)!;
    const lines = async (id: string) => (await test.call<PayslipView>('GET', `/payslips/${id}`, { as: 'siti' })).body.lines.filter(({ section }) => section === 'adjustment').map(({ amount }) => amount);
    for (const month of ['2026-11', '2026-12']) await fillMonth(test, gov, month);
    await determined('2026-11', 'kurang');
    test.setClock('2027-01-11T09:00:00+08:00');
    const november = await openRun(test, '2026-11');
    expect(november.paymentMonth).toBe('2026-12');
    await closeUnit(test, november.id, gov.units.dinkes);
    await determined('2026-11', 'baik');
    expect((await adjustments()).at(-1)).toMatchObject({ month: '2026-11', amount: 373_507, settled_by_payslip_id: null });

    const december = await openRun(test, '2026-12');
    expect(december.paymentMonth).toBe('2027-01');
    const regular = siti(await closeUnit(test, december.id, gov.units.dinkes));
    expect([regular.totals!.adjustments, await lines(regular.payslipId!)]).toEqual([0, []]);

    const arrears = await start({ month: '2026-12', kind: 'back-pay' });
    const unit = await unitOf(test, arrears.id, gov.units.dinkes);
    expect(unit.people.filter(({ included }) => included).map(({ employmentId }) => employmentId)).toEqual([gov.people.siti]);
    const paid = siti(await closeUnit(test, arrears.id, gov.units.dinkes));
    expect([paid.totals!.net, await lines(paid.payslipId!)]).toEqual([373_507, [373_507]]);
    expect((await adjustments()).filter(({ settled_by_payslip_id }) => settled_by_payslip_id === null)).toEqual([]);
  });

  it('X-TPP-3: an overpayment that an earlier budget bore is recovered by no run, and becomes a claim', async () => {
    await determined('2026-11', 'kurang');
    const arrears = (await test.call<PayRunView>('POST', '/pay-runs', { as: 'super', body: { month: '2026-12', kind: 'back-pay' } })).body;
    const unit = await closeUnit(test, arrears.id, gov.units.dinkes);
    expect(unit.people.map(({ totals }) => totals!.net)).toEqual([0]);
    const claims = (await test.call<PayClaim[]>('GET', '/pay-claims?state=open', { as: 'super' })).body;
    expect(claims).toMatchObject([{ employmentId: gov.people.siti, month: '2026-11', amount: 373_507, leftOn: null, settledOn: null }]);
  });
});
