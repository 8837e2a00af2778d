/**
 * What comes to be known after a month was closed, under a policy with tax, insurance and zakat: the slip stays, what the
 * month earned otherwise waits as one correction, and the run that pays it deducts from it once. June 2026 is paid in
 * July, July in August, August in September; every amount is worked out by hand beside its expectation.
 */
import type { PayRecord, PayRecordInput } from '@ekinerja/contracts/pay-records';
import type { Correction, PayClaim, PayRunUnitView, PayRunView, PayslipItem, PayslipView } from '@ekinerja/contracts/pay-runs';
import type { Page } from '@ekinerja/contracts/basics';
import { Outbox } from '../platform/jobs/outbox.js';
import { closeUnit, evaluate, fillMonth, openRun, unitOf } from '../testing/pay-month.js';
import { DraftStory } from '../testing/regulation-drafts.js';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment, type UnitName } from '../testing/tiny-government.js';

const ALLOWANCE = `id: kabupaten-koreksi-tpp
kind: allowance
extends: nasional
title: Peraturan Bupati Uji Nomor 4 Tahun 2026 tentang TPP
source: perbup-uji-4-2026
inForce: { from: 2026-06-01 }
transfer: { cite: Pasal 3, ruleDay: first-day, joiner: same-month, prorate: calendar-days }
criteria:
  - { code: TPP, name: TPP, percent: 100, cite: Pasal 5 }
unitFactors: { puskesmas: 100, cite: Pasal 8 }
compliance:
  lhkpn: { name: LHKPN belum disampaikan, hold: true, cite: Pasal 11 }
  serapan: { name: Serapan di bawah rencana, hold: true, holdPercent: 20, lapse: 1, cite: Pasal 11 ayat (2) }
runs:
  uang-muka: { name: Uang muka, percent: 40, advance: true, cite: Pasal 14 ayat (2) }
tax: { method: ter, on: salary-and-allowance, bearer: employee, cite: Pasal 15 }
insurance: { employee: 1, employer: 4, of: realised, with: salary, ceiling: 12000000, cite: Pasal 16 }
zakat: { percent: 2.5, of: paid, cite: Pasal 17 }
`;
const amounts = (id: string, from: string, sixth: number) => `id: ${id}
kind: amounts
title: Keputusan Bupati Uji Nomor 5 Tahun 2026
source: kepbup-uji-5-2026
inForce: { from: ${from} }
cite: Lampiran
decree: Keputusan Bupati Uji Nomor 5 Tahun 2026
classes: { "5": 1500000, "6": ${sixth}, "7": 2200000, "9": 3000000, "10": 3500000, "11": 4000000, "14": 9000000 }
`;

describe('corrections of closed months under tax, insurance and zakat', () => {
  let test: TestApp;
  let gov: TinyGovernment;
  const runs: Record<string, PayRunView> = {};
  beforeAll(async () => {
    test = await testApp({ clock: '2026-05-20T09:00:00+08:00' });
    gov = await tinyGovernment(test);
    const drafts = new DraftStory(test);
    await drafts.enact(amounts('kabupaten-koreksi-besaran', '2026-06-01', 2_000_000), '2026-06-01');
    await drafts.enact(ALLOWANCE, '2026-06-01');
    for (const month of ['2026-06', '2026-07', '2026-08']) await fillMonth(test, gov, month);
    test.setClock('2026-07-03T09:00:00+08:00');
    await salary('2026-07', 'siti', 'budi');
    await record({ employmentId: gov.people.kasi, kind: 'compliance', from: '2026-06-01', code: 'lhkpn' });
    await record({ employmentId: gov.people.umpeg, kind: 'compliance', from: '2026-06-01', to: '2026-06-30', code: 'serapan' });
    await record({ employmentId: gov.people.siti, kind: 'zakat', from: '2026-06-01' });
    await close('2026-06');
  }, 240_000);
  afterAll(() => test?.close());

  const salary = async (month: string, ...names: PersonName[]) => {
    for (const name of names) {
      const body = { gross: 4_000_000, basic: null, ptkp: 'TK/0', taxWithheld: 0, insuranceBase: null, insuranceEmployee: null, insuranceEmployer: null, pension: null };
      expect((await test.call('PUT', `/salaries/${month}/${gov.people[name]}`, { as: 'super', body })).status).toBe(200);
    }
  };
  const record = async (input: Partial<PayRecordInput> & Pick<PayRecordInput, 'kind' | 'from'>): Promise<PayRecord> => {
    const answer = await test.call<PayRecord>('POST', '/pay-records', { as: 'super', body: { reason: 'Surat sudah diperiksa', documentNumber: '800/1/2026', ...input } });
    expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
    return answer.body;
  };
  const revoke = async (name: PersonName, kind: string) => {
    const { items } = (await test.call<Page<PayRecord>>('GET', `/pay-records?kind=${kind}`, { as: 'super' })).body;
    const own = items.find(({ employmentId }) => employmentId === gov.people[name])!;
    const answer = await test.call('POST', `/pay-records/${own.id}/end`, { as: 'super', ifMatch: own.version, body: { to: null, reason: 'Ternyata keliru dicatat' } });
    expect(answer.status).toBe(200);
    await test.deliver();
  };
  const close = async (month: string, unit: UnitName = 'dinkes'): Promise<PayRunUnitView> => {
    runs[month] = await openRun(test, month);
    return closeUnit(test, runs[month].id, gov.units[unit]);
  };
  const rated = async (name: PersonName, month: string, predicate: 'baik' | 'kurang') => {
    await evaluate(test, gov, gov.people[name], month, predicate);
    await test.db.transaction(() => test.app.get(Outbox).announce('evaluation.determined', { employmentId: gov.people[name], month, version: 1 }));
    await test.deliver();
  };
  const backdated = async (name: PersonName, from: string) => {
    await test.db.transaction(() => test.app.get(Outbox).announce('posts.backdated', { employmentIds: [gov.people[name]], from }));
    await test.deliver();
  };
  const money = async (month: string, name: PersonName, unit: UnitName = 'dinkes') => {
    const { people } = await unitOf(test, runs[month]!.id, gov.units[unit]);
    const totals = people.find(({ employmentId }) => employmentId === gov.people[name])?.totals;
    return totals && [totals.gross, totals.cuts, totals.deductions, totals.adjustments, totals.net];
  };
  const corrections = (name: PersonName) =>
    test.db.query<{ month: string; amount: number }>(`SELECT month, amount FROM adjustment WHERE employment_id = $1 ORDER BY month, created_at, amount`, [gov.people[name]]);
  const slip = async (name: PersonName) => {
    const [item] = (await test.call<PayslipItem[]>('GET', '/payslips/mine', { as: name })).body;
    return (await test.call<PayslipView>('GET', `/payslips/${item!.id}`, { as: name })).body;
  };

  it('X-TPP-3 what tax, insurance and zakat took, and salary facts that come later, are no correction', async () => {
    // 6,000,000 with the salary, TK/0: TER A 0.75 % = 45,000; insurance 60,000 less 40,000; siti's zakat 2.5 % of 2,000,000.
    expect(await money('2026-06', 'siti')).toEqual([2_000_000, 0, 115_000, 0, 1_885_000]);
    expect(await money('2026-06', 'budi')).toEqual([2_000_000, 0, 65_000, 0, 1_935_000]);
    await salary('2026-07', 'kabid');
    await revoke('siti', 'zakat');
    for (const name of ['siti', 'budi', 'kabid'] as const) {
      await rated(name, '2026-06', 'baik');
      expect(await corrections(name)).toEqual([]);
    }
  });

  it('TL-35.f X-TPP-3 a correction is the difference before tax, and the run that settles it deducts once', async () => {
    await rated('siti', '2026-06', 'kurang');
    // "Kurang" pays 60 % of the 60 % that rest on performance: 24 % of 2,000,000.
    expect(await corrections('siti')).toEqual([{ month: '2026-06', amount: -480_000 }]);
    await rated('siti', '2026-06', 'kurang');
    expect(await corrections('siti')).toHaveLength(1);
    await salary('2026-08', 'siti', 'kabid');
    runs['2026-07'] = await openRun(test, '2026-07');
    // 2,000,000 − 480,000 = 1,520,000; with the salary 5,520,000: TER A 0.25 % = 13,800; insurance 55,200 less 40,000.
    expect(await money('2026-07', 'siti')).toEqual([2_000_000, 0, 29_000, -480_000, 1_491_000]);
    await rated('siti', '2026-06', 'baik');
    expect(await corrections('siti')).toEqual([{ month: '2026-06', amount: -480_000 }, { month: '2026-06', amount: 480_000 }]);
    expect(await money('2026-07', 'siti')).toEqual([2_000_000, 0, 65_000, 0, 1_935_000]);
  });

  it('X-TPP-3 a hold taken back after the close only opens what is held: paid once, and corrected like any other month', async () => {
    expect(await money('2026-06', 'kasi')).toEqual([3_000_000, 3_000_000, 0, 0, 0]);
    await revoke('kasi', 'compliance');
    expect(await corrections('kasi')).toEqual([]);
    expect(await money('2026-07', 'kasi')).toEqual([3_000_000, 0, 0, 3_000_000, 6_000_000]);
    // Held or paid out, the month earned the same: 24 % of 3,000,000 less.
    await rated('kasi', '2026-06', 'kurang');
    expect(await corrections('kasi')).toEqual([{ month: '2026-06', amount: -720_000 }]);
    expect(await money('2026-07', 'kasi')).toEqual([3_000_000, 0, 0, 2_280_000, 5_280_000]);
  });

  it('X-TPP-3 who moved to another SKPD from the first day of the closed month is corrected by its post there, and paid once', async () => {
    await gov.vacate('bendahara', '2026-05-31');
    await gov.assign('bendahara', 'stafBk', 'definitive', '2026-06-01', null, 4);
    await backdated('bendahara', '2026-06-01');
    // Class 5 to class 7, 1,500,000 to 2,200,000.
    expect(await corrections('bendahara')).toEqual([{ month: '2026-06', amount: 700_000 }]);
    const june = await close('2026-06', 'bkpsdm');
    expect(june.people.find(({ employmentId }) => employmentId === gov.people.bendahara)).toMatchObject({ exclusion: { code: 'paid-by-other-unit', params: { unit: 'Dinas Kesehatan' } } });
    expect(await money('2026-07', 'bendahara', 'bkpsdm')).toEqual([2_200_000, 0, 0, 700_000, 2_900_000]);
  });

  it('X-TPP-3 an overpayment larger than one pay is taken until nothing is left to pay out; the rest is a row of its own', async () => {
    await gov.vacate('kabid', '2026-05-31');
    await gov.assign('kabid', 'stafUmum', 'definitive', '2026-06-01', null, 3);
    await backdated('kabid', '2026-06-01');
    // Class 11 to class 5: 4,000,000 to 1,500,000.
    expect(await corrections('kabid')).toEqual([{ month: '2026-06', amount: -2_500_000 }]);
    expect(await money('2026-07', 'kabid')).toEqual([1_500_000, 0, 0, -1_500_000, 0]);
    test.setClock('2026-08-03T09:00:00+08:00');
    await close('2026-07');
    expect(await corrections('kabid')).toEqual([{ month: '2026-06', amount: -1_500_000 }, { month: '2026-06', amount: -1_000_000 }]);
    const line = (await slip('kabid')).lines.find(({ code }) => code === 'adjustment')!;
    expect(line).toMatchObject({ amount: -1_500_000, inputs: { due: -2_500_000 }, explanation: expect.stringContaining('dipotong Rp1.500.000, sisanya Rp1.000.000 dipotong pada pembayaran berikutnya') as string });
    // Nothing more is to be corrected.
    await backdated('kabid', '2026-06-01');
    expect(await corrections('kabid')).toHaveLength(2);
    const open = await test.call<Page<Correction>>('GET', '/pay-corrections?limit=50', { as: 'umpeg' });
    expect(open.body.items.find(({ employmentId }) => employmentId === gov.people.kabid)).toMatchObject({ month: '2026-06', amount: -1_000_000, rest: true, skpdName: 'Dinas Kesehatan' });
    expect((await test.call<Page<Correction>>('GET', '/pay-corrections?limit=50', { as: 'siti' })).status).toBe(403);
  });

  it('X-TPP-3 what was held and has lapsed is not earned: only what was paid of the month is corrected', async () => {
    // A fifth of 3,000,000 was held in June, and July let it lapse.
    expect(await money('2026-06', 'umpeg')).toEqual([3_000_000, 600_000, 0, 0, 2_400_000]);
    expect((await slip('umpeg')).lines.find(({ code }) => code === 'held-lapsed')).toMatchObject({ amount: null, inputs: { held: 600_000 } });
    await rated('umpeg', '2026-06', 'kurang');
    // 80 % of 2,280,000 = 1,824,000.
    expect(await corrections('umpeg')).toEqual([{ month: '2026-06', amount: -576_000 }]);
  });

  it('X-TPP-3 somebody who died before a month that was paid: all of it is recovered, as a claim', async () => {
    const death = {
      kind: 'death', effectiveOn: '2026-05-28', decreeNumber: '474.3/6/2026', decreeDate: '2026-07-20', signatory: 'Kepala Desa', spmtOn: null, fileId: null, note: null, postId: null, rank: null,
      until: null, sharePercent: null, releasesPost: false,
    };
    const died = await test.call('POST', `/employees/${gov.people.kapus}/events`, { as: 'super', body: death });
    expect([died.status, died.body]).toEqual([201, expect.anything()]);
    await test.deliver();
    expect(await corrections('kapus')).toEqual([{ month: '2026-06', amount: -3_500_000 }, { month: '2026-07', amount: -3_500_000 }]);
    const claims = (await test.call<PayClaim[]>('GET', '/pay-claims?state=open', { as: 'super' })).body;
    expect(claims.map(({ name, month, amount, leftOn }) => [name, month, amount, leftOn])).toEqual([['Lestari', '2026-06', 3_500_000, '2026-05-28'], ['Lestari', '2026-07', 3_500_000, '2026-05-28']]);
  });

  it('X-REG-1 X-TPP-3 a law that reaches back to a month paid in advance corrects by the difference, and takes the advance off once', async () => {
    const ahead = (await test.call<PayRunView>('POST', '/pay-runs', { as: 'super', body: { month: '2026-08', kind: 'special', code: 'uang-muka' } })).body;
    await closeUnit(test, ahead.id, gov.units.dinkes);
    test.setClock('2026-09-02T09:00:00+08:00');
    await close('2026-08');
    // No salary facts of September: 2,000,000 less the 800,000 paid ahead.
    expect(await money('2026-08', 'budi')).toEqual([2_000_000, 0, 0, -800_000, 1_200_000]);
    await new DraftStory(test).enact(amounts('kabupaten-koreksi-surut', '2026-08-01', 2_100_000), '2026-08-01');
    await test.deliver();
    await test.deliver();
    expect(await corrections('budi')).toEqual([{ month: '2026-08', amount: 100_000 }]);
    // Of the others nothing changed: the rest of an overpayment was taken, and nobody is given the advance again.
    expect(await corrections('kasi')).toEqual([{ month: '2026-06', amount: -720_000 }]);
    await rated('budi', '2026-08', 'kurang');
    // 24 % of 2,100,000.
    expect(await corrections('budi')).toEqual([{ month: '2026-08', amount: 100_000 }, { month: '2026-08', amount: -504_000 }]);
  });
});
