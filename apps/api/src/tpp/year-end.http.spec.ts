/**
 * The end of a tax year over the API: pay by the unit's score, tax of each month with the salary, the year settled in
 * December by Pasal 17, insurance up to what the salary has not borne, a death in the month, and a claim on somebody
 * who has left. Every amount is worked out by hand beside its expectation; October is paid in November, November in
 * December.
 */
import type { Problem } from '@ekinerja/contracts/errors';
import type { PayRecord, PayRecordInput } from '@ekinerja/contracts/pay-records';
import type { PayClaim, PayRunUnitView, PayslipItem, PayslipView } from '@ekinerja/contracts/pay-runs';
import { closeUnit, fillMonth, openRun, unitOf } from '../testing/pay-month.js';
import { DraftStory } from '../testing/regulation-drafts.js';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';

const ALLOWANCE = `id: kabupaten-akhir-tahun
kind: allowance
extends: nasional
title: Peraturan Bupati Uji Nomor 7 Tahun 2026 tentang TPP
source: perbup-uji-7-2026
inForce: { from: 2026-10-01 }
transfer: { cite: Pasal 3, ruleDay: first-day, joiner: same-month, prorate: calendar-days }
criteria:
  - { code: TPP, name: TPP, percent: 100, cite: Pasal 5 }
unitFactors: { puskesmas: 100, cite: Pasal 6 }
performance:
  - { part: disiplin, share: 40, cite: Pasal 8, measure: { kind: discipline, table: umum } }
  - { part: unit, share: 60, cite: Pasal 9, measure: { kind: unit-score, maximum: 100 } }
discipline:
  umum:
    statuses: { leave-large: 0, cite: Pasal 7 }
leave:
  - { name: Cuti besar, types: [leave-large], method: { kind: days, fromDay: 1, count: duty, percent: 2 }, cite: Pasal 10 }
tax: { method: ter, on: salary-and-allowance, bearer: employee, december: { method: pasal-17, overpaid: carry }, cite: Pasal 15 }
insurance: { employee: 1, employer: 4, of: realised, with: salary, ceiling: 12000000, cite: Pasal 16 }
`;
const AMOUNTS = `id: kabupaten-akhir-tahun-besaran
kind: amounts
title: Keputusan Bupati Uji Nomor 8 Tahun 2026
source: kepbup-uji-8-2026
inForce: { from: 2026-10-01 }
cite: Lampiran
decree: Keputusan Bupati Uji Nomor 8 Tahun 2026
classes: { "5": 1500000, "6": 2000000, "7": 2200000, "9": 3000000, "10": 3500000, "11": 4000000, "14": 9000000 }
`;
const MONTHS = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);

describe('the end of a tax year', () => {
  let test: TestApp;
  let gov: TinyGovernment;
  const runs: Record<string, string> = {};
  beforeAll(async () => {
    test = await testApp({ clock: '2026-09-21T09:00:00+08:00' });
    gov = await tinyGovernment(test);
    const drafts = new DraftStory(test);
    await drafts.enact(AMOUNTS, '2026-10-01');
    await drafts.enact(ALLOWANCE, '2026-10-01');
    for (const month of ['2026-10', '2026-11']) await fillMonth(test, gov, month);
  }, 240_000);
  afterAll(() => test?.close());

  const record = (as: string, input: Partial<PayRecordInput> & Pick<PayRecordInput, 'kind' | 'from'>) =>
    test.call<PayRecord & Pick<Problem, 'code' | 'fields'>>('POST', '/pay-records', { as, body: { reason: 'Surat sudah diperiksa', documentNumber: '800/7/2026', ...input } });
  const score = async (month: string, last: string, value: string) =>
    expect((await record('super', { kind: 'unit-score', unitId: gov.units.dinkes, from: `${month}-01`, to: last, value })).status).toBe(201);
  const salary = async (name: PersonName, months: readonly string[], taxWithheld: number) => {
    for (const month of months) {
      const body = { gross: 5_000_000, basic: null, ptkp: 'TK/0', taxWithheld, insuranceBase: null, insuranceEmployee: null, insuranceEmployer: null, pension: 150_000 };
      expect((await test.call('PUT', `/salaries/${month}/${gov.people[name]}`, { as: 'super', body })).status).toBe(200);
    }
  };
  const money = async (month: string, name: PersonName) => {
    const { people } = await unitOf(test, runs[month]!, gov.units.dinkes);
    const totals = people.find((one) => one.employmentId === gov.people[name])?.totals;
    return totals && [totals.gross, totals.cuts, totals.deductions, totals.net];
  };
  const close = async (month: string): Promise<PayRunUnitView> => {
    runs[month] = (await openRun(test, month)).id;
    return closeUnit(test, runs[month], gov.units.dinkes);
  };
  const lineOf = async (name: PersonName, code: string) => {
    const [item] = (await test.call<PayslipItem[]>('GET', '/payslips/mine', { as: name })).body;
    return (await test.call<PayslipView>('GET', `/payslips/${item!.id}`, { as: name })).body.lines.find((line) => line.code === code);
  };

  it('KS-1.29 KS-1.5 pay follows the unit’s score; the month’s tax is on salary and allowance, insurance on what the salary has not borne', async () => {
    test.setClock('2026-11-05T09:00:00+08:00');
    await salary('siti', MONTHS.slice(0, 11), 0);
    await salary('budi', MONTHS.slice(0, 11), 30_000);
    await salary('kasi', ['2026-11'], 0);
    await score('2026-10', '2026-10-31', '90');
    await close('2026-10');
    // Class 6: 2,000,000; 40 % + 60 % × 90 % = 94 % → 1,880,000. 6,880,000 of salary and allowance, TK/0: TER A 1.25 % =
    // 86,000. Insurance 1 % of 6,880,000 = 68,800 less the 50,000 of the salary.
    expect(await money('2026-10', 'siti')).toEqual([2_000_000, 120_000, 104_800, 1_775_200]);
    // budi's salary has borne 30,000 of the 86,000 already.
    expect(await money('2026-10', 'budi')).toEqual([2_000_000, 120_000, 74_800, 1_805_200]);
    // kasi, class 9: 94 % of 3,000,000 = 2,820,000; 7,820,000: 1.5 % = 117,300; insurance 78,200 less 50,000.
    expect(await money('2026-10', 'kasi')).toEqual([3_000_000, 180_000, 145_500, 2_674_500]);
    expect(await lineOf('siti', 'unit-score')).toMatchObject({ amount: -120_000, cite: { ref: 'Pasal 9' } });
  });

  it('KS-1.5 December settles the year by Pasal 17 where twelve months are on record, keeps what was withheld too much, and says where months are missing', async () => {
    await salary('siti', ['2026-12'], 0);
    await salary('budi', ['2026-12'], 30_000);
    await salary('kasi', ['2026-12'], 0);
    test.setClock('2026-11-12T09:00:00+08:00');
    const death = {
      kind: 'death', effectiveOn: '2026-11-10', decreeNumber: '474.3/11/2026', decreeDate: '2026-11-11', signatory: 'Kepala Desa', spmtOn: null, fileId: null, note: null, postId: null, rank: null,
      until: null, sharePercent: null, releasesPost: false,
    };
    const died = await test.call<Problem>('POST', `/employees/${gov.people.kapus}/events`, { as: 'super', body: death });
    expect([died.status, died.body]).toEqual([201, expect.anything()]);
    test.setClock('2026-12-02T09:00:00+08:00');
    await score('2026-11', '2026-11-30', '80');
    await close('2026-11');
    // 40 % + 60 % × 80 % = 88 % → 1,760,000. The year: 12 × 5,000,000 + 1,880,000 + 1,760,000 = 63,640,000; less 5 % office
    // cost 3,182,000, pension 12 × 150,000 = 1,800,000 and 54,000,000: 4,658,000; 5 % = 232,900; less 86,000 of October.
    // Insurance 1 % of 6,760,000 = 67,600 less 50,000.
    expect(await money('2026-11', 'siti')).toEqual([2_000_000, 240_000, 146_900 + 17_600, 1_595_500]);
    expect(await lineOf('siti', 'tax-year')).toMatchObject({ amount: -146_900, inputs: { taxable: 4_658_000, taken: 86_000 } });
    // budi: 232,900 less 12 × 30,000 and the 56,000 of October: 183,100 too much, carried and named, nothing cut.
    expect(await money('2026-11', 'budi')).toEqual([2_000_000, 240_000, 17_600, 1_742_400]);
    expect(await lineOf('budi', 'tax-overpaid')).toMatchObject({ section: 'info', result: '-183100', amount: null });
    // kasi has two months of the year on record: no line of tax, and the slip says so. Insurance 1 % of 7,640,000 less 50,000.
    expect(await money('2026-11', 'kasi')).toEqual([3_000_000, 360_000, 26_400, 2_613_600]);
    expect(await lineOf('kasi', 'tax-no-year')).toMatchObject({ amount: null });
  });

  it('KS-1.28 who dies is paid for the days up to that day; without salary facts there is no tax', async () => {
    // kapus, class 10, died on the 10th: 10/30 of 3,500,000 = 1,166,666.67; 88 % of it = 1,026,666.67, both to the
    // rupiah. Tax and insurance are reckoned with the salary, of which nothing is on record.
    expect(await money('2026-11', 'kapus')).toEqual([1_166_667, 140_000, 0, 1_026_667]);
  });

  it('X-TPP-3 what somebody who has left was paid too much becomes a claim, settled once with its receipt', async () => {
    const claims = async (state: string, as = 'bendahara') => (await test.call<PayClaim[]>('GET', `/pay-claims?state=${state}`, { as })).body;
    expect(await claims('open')).toEqual([]);
    // Recorded after the close: two days of large leave of October, 2 % of 3,500,000 each.
    expect((await record('umpeg', { employmentId: gov.people.kapus, kind: 'leave', from: '2026-10-05', to: '2026-10-06', code: 'leave-large' })).status).toBe(201);
    await test.deliver();
    test.setClock('2027-01-05T09:00:00+08:00');
    const [claim, ...others] = await claims('open');
    expect([claim, others]).toMatchObject([{ name: 'Lestari', month: '2026-10', amount: 140_000, leftOn: '2026-11-10', settledOn: null }, []]);
    const settle = (as: string, date: string) => test.call<PayClaim & Pick<Problem, 'code'>>('POST', `/pay-claims/${claim!.id}/settle`, { as, body: { receipt: 'STS 12/2027', date } });
    expect((await settle('umpeg', '2027-01-05')).status).toBe(403);
    expect((await settle('bendahara', '2027-01-06')).status).toBe(400);
    expect((await settle('bendahara', '2027-01-05')).body).toMatchObject({ settledOn: '2027-01-05', receipt: 'STS 12/2027' });
    expect((await settle('super', '2027-01-05')).status).toBe(409);
    expect([await claims('open'), (await claims('settled')).map(({ id }) => id)]).toEqual([[], [claim!.id]]);
    // Another SKPD's treasurer has no part in it.
    expect(await claims('open', 'auditor')).toEqual([]);
  });
});
