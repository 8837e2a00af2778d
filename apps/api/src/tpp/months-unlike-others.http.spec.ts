/**
 * Months that are not like the others, over the API: paid by the post of the last day before, leave numbered through
 * the year, a punishment that runs a month behind its dates, a CPNS who becomes a PNS within the month, a watch outside
 * the roster, and a December that is judged to the 15th and paid inside its year. Amounts are worked out by hand
 * beside their expectation; October 2026 has 22 working days, November 21.
 */
import { randomUUID } from 'node:crypto';
import type { ActivityMonth } from '@ekinerja/contracts/activities';
import type { PresenceDayView, PresenceImport } from '@ekinerja/contracts/attendance';
import type { Problem } from '@ekinerja/contracts/errors';
import type { PayRecord, PayRecordInput } from '@ekinerja/contracts/pay-records';
import type { NextPayRun, PayRunUnitView, PayRunView } from '@ekinerja/contracts/pay-runs';
import { closeUnit, fillMonth, openRun, presence, unitOf } from '../testing/pay-month.js';
import { DraftStory } from '../testing/regulation-drafts.js';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';
import { entry, givenSkp } from '../testing/work.js';

const policy = (number: number, from: string, rest: string) => `id: kabupaten-uji-bulan-${number}
kind: allowance
extends: nasional
title: Peraturan Bupati Uji Nomor ${number} Tahun 2026 tentang TPP
source: perbup-uji-${number}-2026
inForce: { from: ${from} }
criteria:
  - { code: TPP, name: TPP, percent: 100, cite: Pasal 5 }
unitFactors: { puskesmas: 100, cite: Pasal 6 }
${rest}`;
const PUNISHMENTS = `punishments:
  cite: Pasal 10
  overlap: highest
  starts: next-month
  levels: { ringan: { name: Teguran, percent: 10 }, sedang: { name: Sedang, percent: 25, months: 6 } }
`;
const OCTOBER = policy(
  11,
  '2026-10-01',
  `transfer: { cite: Pasal 3, ruleDay: next-month, joiner: same-month }
leave:
  - { name: Cuti alasan penting, types: [leave-important], method: { kind: days, fromDay: 13, count: duty, numbered: year, percent: 2 }, cite: Pasal 9 }
${PUNISHMENTS}discipline:
  umum:
    statuses: { leave-important: 0, cite: Pasal 7 }
`,
);
const NOVEMBER = policy(
  12,
  '2026-11-01',
  `transfer: { cite: Pasal 3, ruleDay: first-day, joiner: same-month, prorate: calendar-days }
personFactors: { cpns: 80, cite: Pasal 4 }
performance:
  - { part: disiplin, share: 40, cite: Pasal 8, measure: { kind: discipline, table: umum } }
  - { part: hasil, share: 60, cite: Pasal 9, measure: { kind: work-minutes, target: { monthly: 120 }, mode: linear } }
${PUNISHMENTS}shortMonths: [{ month: 12, untilDay: 15, monthOffset: 0, targets: { hasil: 60 }, cite: Pasal 20 }]
`,
);
const AMOUNTS = `id: kabupaten-uji-bulan-besaran
kind: amounts
title: Keputusan Bupati Uji Nomor 13 Tahun 2026
source: kepbup-uji-13-2026
inForce: { from: 2026-10-01 }
cite: Lampiran
decree: Keputusan Bupati Uji Nomor 13 Tahun 2026
classes: { "5": 1500000, "6": 2000000, "7": 2200000, "9": 3000000, "10": 3500000, "11": 4000000, "14": 9000000 }
`;

describe('months unlike others', () => {
  let test: TestApp;
  let gov: TinyGovernment;
  let december: PayRunView;
  beforeAll(async () => {
    test = await testApp({ clock: '2026-09-21T09:00:00+08:00' });
    gov = await tinyGovernment(test);
    const drafts = new DraftStory(test);
    await drafts.enact(AMOUNTS, '2026-10-01');
    await drafts.enact(OCTOBER, '2026-10-01');
    await drafts.enact(NOVEMBER, '2026-11-01');
    // budi holds class 6 on 30 September and class 5 from 1 October; umpeg goes to the other SKPD on that day.
    await gov.vacate('budi', '2026-09-30');
    await gov.assign('budi', 'stafUmum', 'definitive', '2026-10-01', null, 4);
    await gov.vacate('umpeg', '2026-09-30');
    await gov.assign('umpeg', 'stafBk', 'definitive', '2026-10-01', null, 4);
    for (const month of ['2026-10', '2026-11', '2026-12']) await fillMonth(test, gov, month);
  }, 240_000);
  afterAll(() => test?.close());

  const record = async (input: Partial<PayRecordInput> & Pick<PayRecordInput, 'kind' | 'from'>) => {
    const body = { reason: 'Surat sudah diperiksa', documentNumber: '800/7/2026', ...input };
    const answer = await test.call<PayRecord & Pick<Problem, 'code' | 'fields'>>('POST', '/pay-records', { as: 'super', body });
    expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
  };
  const moneyIn = async (run: string, skpdId: string, name: PersonName) => {
    const person = (await unitOf(test, run, skpdId)).people.find((one) => one.employmentId === gov.people[name]);
    return person?.totals ? [person.totals.gross, person.totals.cuts] : person?.exclusion?.code;
  };
  const results: Partial<Record<PersonName, string>> = {};
  const minutes = async (name: PersonName, date: string, from: string, to: string) => {
    const result = (results[name] ??= await givenSkp(test, gov, name));
    await test.db.query(
      `INSERT INTO activity (id, employment_id, skpd_id, skp_result_id, date, start_time, end_time, minutes, description, output_quantity, output_unit, task, status, created_at, decided_at)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, $5::time, $6::time, extract(epoch FROM $6::time - $5::time) / 60, 'Menyusun laporan', 1, 'laporan', 'main', 'accepted', now(), now())`,
      [gov.people[name], gov.units.dinkes, result, date, from, to],
    );
  };

  it('KS-1.5 who changes post on the 1st is paid by the post of the rule day, the last of the month before', async () => {
    test.setClock('2026-11-03T09:00:00+08:00');
    const { id } = await openRun(test, '2026-10');
    expect(await moneyIn(id, gov.units.dinkes, 'budi')).toEqual([2_000_000, 0]);
    // The SKPD of the month pays; the class is that of the day before, 9, not the 7 of the new post.
    expect(await moneyIn(id, gov.units.bkpsdm, 'umpeg')).toEqual([3_000_000, 0]);
    expect(await moneyIn(id, gov.units.dinkes, 'umpeg')).toBeUndefined();
  });

  it('KS-31.3 leave numbered through the year counts the days of earlier months', async () => {
    const { id } = await openRun(test, '2026-10');
    // Ten duty days in August and September; of five in October the third is the thirteenth: three days of 2 %.
    await record({ kind: 'leave', employmentId: gov.people.siti, from: '2026-08-03', to: '2026-08-07', code: 'leave-important' });
    await record({ kind: 'leave', employmentId: gov.people.siti, from: '2026-09-07', to: '2026-09-11', code: 'leave-important' });
    await record({ kind: 'leave', employmentId: gov.people.siti, from: '2026-10-05', to: '2026-10-09', code: 'leave-important' });
    expect(await moneyIn(id, gov.units.dinkes, 'siti')).toEqual([2_000_000, 120_000]);
  });

  it('KS-1.28 a CPNS who becomes a PNS within the month is paid each part by its kind', async () => {
    await test.db.query(`UPDATE employment_kind SET valid_to = '2026-11-15' WHERE employment_id = $1`, [gov.people.dewi]);
    await test.db.query(`INSERT INTO employment_kind (employment_id, kind, valid_from) VALUES ($1, 'pns', '2026-11-16')`, [gov.people.dewi]);
    await minutes('dewi', '2026-11-05', '08:00', '10:00');
    test.setClock('2026-12-01T09:00:00+08:00');
    const { id } = await openRun(test, '2026-11');
    // Class 7: 15 of 30 days of 80 % of 2,200,000, 15 days in full.
    expect(await moneyIn(id, gov.units.dinkes, 'dewi')).toEqual([1_980_000, 0]);
  });

  it('KS-31.3 a punishment of its own dates cuts in the month after its last day; one of so many months ends with its record', async () => {
    const { id } = await openRun(test, '2026-11');
    await minutes('kasi', '2026-11-05', '08:00', '10:00');
    await minutes('kabid', '2026-11-05', '08:00', '10:00');
    await record({ kind: 'punishment', employmentId: gov.people.kasi, from: '2026-10-01', to: '2026-10-31', code: 'ringan' });
    await record({ kind: 'punishment', employmentId: gov.people.kabid, from: '2026-10-01', to: '2026-10-31', code: 'sedang' });
    expect(await moneyIn(id, gov.units.dinkes, 'kasi')).toEqual([3_000_000, 300_000]);
    expect(await moneyIn(id, gov.units.dinkes, 'kabid')).toEqual([4_000_000, 0]);
  });

  it('KS-31.3 one watch frees nobody of the other days', async () => {
    const { id } = await openRun(test, '2026-11');
    await minutes('siti', '2026-11-05', '08:00', '10:00');
    await presence(test, gov.people.siti, '2026-11-10', { status: 'absent' });
    expect(await moneyIn(id, gov.units.dinkes, 'siti')).toEqual([2_000_000, 24_000]);
    await record({ kind: 'shift', employmentId: gov.people.siti, from: '2026-11-06', checkIn: '07:30', checkOut: '17:00' });
    expect(await moneyIn(id, gov.units.dinkes, 'siti')).toEqual([2_000_000, 24_000]);
  });

  it('BK-7.1 the check-out of a night shift that the device sends under the next date ends that shift', async () => {
    await record({ kind: 'shift', employmentId: gov.people.kasi, from: '2026-11-28', checkIn: '22:00', checkOut: '06:00' });
    const rows = [['2026-11-28', '21:50', null], ['2026-11-29', null, '06:05']].map(([date, checkIn, checkOut]) => ({ nip: gov.nips.kasi, date, checkIn, checkOut, status: 'present' }));
    const pushed = await test.call<PresenceImport>('POST', '/attendance/rows', { as: 'super', body: { month: '2026-11', rows } });
    expect(pushed.body).toMatchObject({ status: 'previewed', fresh: 1, problems: [] });
    await test.call('POST', `/attendance/imports/${pushed.body.id}/apply`, { as: 'super' });
    const days = (await test.call<PresenceDayView[]>('GET', '/attendance/mine?month=2026-11', { as: 'kasi' })).body;
    expect(days.find(({ date }) => date === '2026-11-28')).toMatchObject({ duty: true, checkIn: '21:50', checkOut: '06:05', missingCheckOut: false });
    expect(days.find(({ date }) => date === '2026-11-29')).toMatchObject({ status: 'off' });
  });

  it('KS-1.5 BK-7.1 a December judged to the 15th is closed on the 16th and paid inside its year', async () => {
    test.setClock('2026-12-15T20:00:00+08:00');
    const next = async () => (await test.call<NextPayRun>('GET', '/pay-runs/next', { as: 'super' })).body.month;
    expect(await next()).toBeNull();
    test.setClock('2026-12-16T06:00:00+08:00');
    expect(await next()).toBe('2026-12');
    test.setClock('2026-12-15T20:00:00+08:00');
    december = await openRun(test, '2026-12');
    expect(december).toMatchObject({ paymentMonth: '2026-12', closableFrom: '2026-12-16' });
    await minutes('siti', '2026-12-03', '08:00', '09:00');
    await minutes('budi', '2026-12-03', '08:00', '08:30');
    const unit = await unitOf(test, december.id, gov.units.dinkes);
    const early = await test.call<Problem>('POST', `/pay-runs/${december.id}/units/${gov.units.dinkes}/check`, { as: 'super', ifMatch: unit.version });
    expect([early.status, early.body.code, early.body.params]).toEqual([409, 'month-not-over', { month: '2026-12', closableFrom: '2026-12-16' }]);
    test.setClock('2026-12-16T08:00:00+08:00');
    // An hour logged after the 15th belongs to no pay.
    await minutes('budi', '2026-12-16', '08:00', '08:30');
    await closeUnit(test, december.id, gov.units.dinkes);
    expect(await moneyIn(december.id, gov.units.dinkes, 'siti')).toEqual([2_000_000, 0]);
    // Half of 60 minutes: 60 % of 1,500,000, half of it.
    expect(await moneyIn(december.id, gov.units.dinkes, 'budi')).toEqual([1_500_000, 450_000]);
  });

  it('X-TPP-3 the days after it stay open for presence and entries, those up to it are closed', async () => {
    test.setClock('2026-12-18T17:30:00+08:00');
    await test.db.query(`DELETE FROM presence_day WHERE date > '2026-12-15'`);
    const push = async (date: string) => {
      const rows = [{ nip: gov.nips.siti, date, checkIn: '07:30', checkOut: '15:00', status: 'present' }];
      const pushed = await test.call<PresenceImport>('POST', '/attendance/rows', { as: 'super', body: { month: '2026-12', rows } });
      const applied = await test.call<PresenceImport & Pick<Problem, 'code'>>('POST', `/attendance/imports/${pushed.body.id}/apply`, { as: 'super' });
      return [pushed.body.problems.map(({ reason }) => reason), applied.body.status];
    };
    expect(await push('2026-12-17')).toEqual([[], 'applied']);
    expect((await push('2026-12-14'))[0]).toEqual(['month-closed']);
    const month = (await test.call<ActivityMonth>('GET', '/activities/month?month=2026-12', { as: 'siti' })).body;
    expect([month.closed, month.closedUntil]).toEqual([false, '2026-12-15']);
    const shift = (from: string) =>
      test.call<Problem>('POST', '/pay-records', { as: 'super', body: { kind: 'shift', employmentId: gov.people.siti, from, checkIn: '22:00', checkOut: '06:00', reason: 'Piket' } });
    expect((await shift('2026-12-14')).body.code).toBe('month-closed');
    expect((await shift('2026-12-18')).status).toBe(201);
    const id = randomUUID();
    const body = entry(results.siti as string, { date: '2026-12-18' });
    expect((await test.call<Problem>('PUT', `/activities/${id}`, { as: 'siti', body })).body).toMatchObject({ status: 'submitted' });
    const again = await test.call<PayRunUnitView>('GET', `/pay-runs/${december.id}/units/${gov.units.dinkes}`, { as: 'super' });
    expect(again.body).toMatchObject({ status: 'closed', openEntries: 0 });
  });
});
