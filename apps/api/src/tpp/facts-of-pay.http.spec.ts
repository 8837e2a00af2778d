/**
 * A month under a policy that asks for everything: tax and insurance with the salary, zakat, a held duty, a punishment,
 * leave by days, Plt, segments, a 13th payment. Facts come in as people bring them, over the API and from Excel; every
 * amount is worked out by hand beside its expectation. October 2026 has 22 working days and is paid in November.
 */
import ExcelJS from 'exceljs';
import type { Problem } from '@ekinerja/contracts/errors';
import type { FactImport, PayRecord, PayRecordInput, PayRecordsPage, BankAccount } from '@ekinerja/contracts/pay-records';
import type { PayrollExport } from '@ekinerja/contracts/pay-papers';
import type { PayRunUnitView, PayRunView, PayslipItem, PayslipView } from '@ekinerja/contracts/pay-runs';
import { factWorkbook, type FactRows } from '../testing/fact-workbook.js';
import { closeUnit, fillMonth, openRun, unitOf } from '../testing/pay-month.js';
import { DraftStory } from '../testing/regulation-drafts.js';
import { testApp, type Answer, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';

const ALLOWANCE = `id: kabupaten-uji-tpp
kind: allowance
extends: nasional
title: Peraturan Bupati Uji Nomor 2 Tahun 2026 tentang TPP
source: perbup-uji-2-2026
inForce: { from: 2026-10-01 }
transfer: { cite: Pasal 3, ruleDay: first-day, joiner: same-month, prorate: calendar-days }
criteria:
  - { code: TPP, name: TPP, percent: 100, cite: Pasal 5 }
discipline:
  umum:
    statuses: { leave-large: 0, cite: Pasal 7 }
    permitted: { percent: 50, cite: Pasal 7 ayat (2) }
    events: { apel: 2, cite: Pasal 7 ayat (3) }
unitFactors: { puskesmas: 100, cite: Pasal 8 }
roster: { unitKinds: [puskesmas], cite: Pasal 7 ayat (4) }
leave:
  - { name: Cuti besar, types: [leave-large], method: { kind: days, fromDay: 1, count: duty, percent: 2 }, cite: Pasal 9 }
punishments:
  cite: Pasal 10
  overlap: highest
  starts: same-month
  levels: { sedang-6: { name: Hukuman sedang, percent: 25, months: 6 } }
compliance:
  lhkpn: { name: LHKPN belum disampaikan, hold: true, cite: Pasal 11 }
  serapan: { name: Serapan di bawah rencana, hold: true, holdPercent: 20, lapse: 3, cite: Pasal 11 ayat (2) }
  catatan: { name: Sengaja tidak melaporkan kegiatan, percent: 5, cite: Pasal 12 }
additions:
  plt: { name: Plt, method: { kind: acting, percent: 20 }, minimum: calendar-month, cite: Pasal 13 }
  piket: { name: Piket, method: { kind: per-time, amount: 75000, maximumTimes: 8 }, cite: Pasal 13 ayat (2) }
runs:
  gaji-13: { name: TPP ketiga belas, percent: 50, cite: Pasal 14 }
  uang-muka: { name: Uang muka, percent: 40, advance: true, cite: Pasal 14 ayat (2) }
tax: { method: ter, on: salary-and-allowance, bearer: employee, cite: Pasal 15 }
insurance: { employee: 1, employer: 4, of: realised, with: salary, ceiling: 12000000, cite: Pasal 16 }
zakat: { percent: 2.5, of: paid, cite: Pasal 17 }
`;
const AMOUNTS = `id: kabupaten-uji-besaran
kind: amounts
title: Keputusan Bupati Uji Nomor 3 Tahun 2026
source: kepbup-uji-3-2026
inForce: { from: 2026-10-01 }
cite: Lampiran
decree: Keputusan Bupati Uji Nomor 3 Tahun 2026
classes: { "5": 1500000, "6": 2000000, "7": 2200000, "9": 3000000, "10": 3500000, "11": 4000000, "14": 9000000 }
`;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('facts of pay', () => {
  let test: TestApp;
  let gov: TinyGovernment;
  let run: PayRunView;
  beforeAll(async () => {
    test = await testApp({ clock: '2026-09-21T09:00:00+08:00' });
    gov = await tinyGovernment(test);
    const drafts = new DraftStory(test);
    await drafts.enact(AMOUNTS, '2026-10-01');
    await drafts.enact(ALLOWANCE, '2026-10-01');
    // bendahara: class 5 until the 10th, class 7 from the 11th; kabid leads the office as Plt the whole month.
    await gov.vacate('bendahara', '2026-10-10');
    await gov.assign('bendahara', 'perawat', 'definitive', '2026-10-11', null, 5);
    await gov.assign('kabid', 'kadis', 'plt', '2026-09-15');
    await fillMonth(test, gov, '2026-10');
    await test.db.query(`DELETE FROM presence_day WHERE (employment_id = $1 AND date = '2026-10-12') OR (employment_id = $2 AND date = '2026-10-14')`, [gov.people.rina, gov.people.kadis]);
    test.setClock('2026-11-23T09:00:00+08:00');
    run = await openRun(test, '2026-10');
  }, 240_000);
  afterAll(() => test?.close());

  const record = (as: string, input: Partial<PayRecordInput> & Pick<PayRecordInput, 'kind' | 'from'>) =>
    test.call<PayRecord & Pick<Problem, 'code' | 'fields'>>('POST', '/pay-records', { as, body: { reason: 'Surat sudah diperiksa', ...input } });
  const person = (name: PersonName) => ({ employmentId: gov.people[name] });
  const decide = (as: string, { id, version }: PayRecord) => test.call<PayRecord & Pick<Problem, 'code'>>('POST', `/pay-records/${id}/decision`, { as, ifMatch: version, body: { decision: 'agree', reason: null } });
  const upload = async (rows: FactRows): Promise<Answer<FactImport>> =>
    test.call<FactImport>('POST', '/pay-facts/imports', { as: 'super', file: { field: 'file', name: 'data.xlsx', mediaType: XLSX, content: await factWorkbook(rows) } });
  const listed = async (name: PersonName, runId = run.id) => (await unitOf(test, runId, gov.units.dinkes)).people.find((one) => one.employmentId === gov.people[name])!;
  const money = async (name: PersonName, runId = run.id) => {
    const { totals } = await listed(name, runId);
    return totals && [totals.gross, totals.cuts, totals.deductions, totals.adjustments, totals.net];
  };
  const slipOf = async (name: PersonName, nth = 0): Promise<PayslipView> => {
    const items = (await test.call<PayslipItem[]>('GET', '/payslips/mine', { as: name })).body;
    return (await test.call<PayslipView>('GET', `/payslips/${items[nth]!.id}`, { as: name })).body;
  };

  it('X-IN-1 a workbook with bad cells changes nothing and names each; mended, it is taken in once', async () => {
    const salary = { nip: gov.nips.siti, month: 'Nopember 2026', gross: '4.000.000', ptkp: 'TK/0', taxWithheld: 0 };
    const bad = await upload({
      salaries: [salary, { ...salary, month: '2026-11', ptkp: 'X/9' }, { ...salary, month: '2026-11', nip: '199999999999999999' }],
      records: [{ nip: gov.nips.siti, kind: 'Zakat', from: '01-10-2026', reason: 'Pernyataan bersedia' }, { nip: gov.nips.budi, kind: 'Hukuman Disiplin', from: '01-10-2026', code: 'berat', documentNumber: '800/9/2026', reason: 'Keputusan' }],
      accounts: [{ nip: gov.nips.siti, bank: 'Bank Daerah', number: 1234567890, holder: 'SITI AMINAH', from: '01-10-2026' }],
    });
    expect(bad.body.status).toBe('invalid');
    expect(bad.body.problems.map(({ sheet, row, column, reason }) => `${sheet} ${row} ${column} ${reason}`)).toEqual([
      'Catatan 2 Nomor Surat record-required', 'Catatan 3 Kode record-unknownCode',
      'Gaji 2 Bulan month-malformed', 'Gaji 3 Status PTKP unknown-ptkp', 'Gaji 4 NIP unknown-nip', 'Rekening 2 Nomor Rekening account-as-number',
    ]);
    expect((await test.call<Problem>('POST', `/pay-facts/imports/${bad.body.id}/apply`, { as: 'super' })).body.code).toBe('import-has-errors');
    const good: FactRows = {
      salaries: [{ ...salary, month: 'November 2026' }],
      records: [{ nip: gov.nips.siti, kind: 'Zakat', from: '01-10-2026', documentNumber: '1/Z/2026', reason: 'Pernyataan bersedia' }],
    };
    const ready = (await upload(good)).body;
    expect([ready.status, ready.problemCount, await money('siti')]).toEqual(['previewed', 0, [2_000_000, 0, 0, 0, 2_000_000]]);
    expect((await test.call<FactImport>('POST', `/pay-facts/imports/${ready.id}/apply`, { as: 'super' })).body.status).toBe('applied');
    const again = (await upload(good)).body;
    expect(again.sheets.map(({ fresh, changed, unchanged }) => [fresh, changed, unchanged])).toEqual([[0, 0, 1], [0, 0, 1]]);
  });

  it('KS-1.5 X-TPP-1 tax on salary and allowance, insurance up to the ceiling, zakat by statement – each to the rupiah', async () => {
    // 4,000,000 + 2,000,000 = 6,000,000, TK/0: TER A 0.75 % = 45,000. Insurance 60,000 less 40,000 from the salary = 20,000. Zakat 2.5 % of 2,000,000 = 50,000.
    expect(await money('siti')).toEqual([2_000_000, 0, 115_000, 0, 1_885_000]);
    // No salary facts: no tax line, never TK/0, and the slip says so.
    expect(await money('kasi')).toEqual([3_000_000, 0, 0, 0, 3_000_000]);
  });

  it('KS-31.3 KS-1.28 leave by days, a punishment, a report withheld on purpose, a held duty, CPNS, Plt and segments', async () => {
    expect((await record('umpeg', { ...person('umpeg'), kind: 'leave', from: '2026-10-05', to: '2026-10-09', code: 'leave-large', documentNumber: '800/1/2026' })).status).toBe(201);
    expect((await record('umpeg', { ...person('budi'), kind: 'punishment', from: '2026-10-01', code: 'sedang-6', documentNumber: '800/2/2026' })).status).toBe(403);
    const unknown = await record('super', { ...person('budi'), kind: 'punishment', from: '2026-10-01', code: 'berat', documentNumber: '800/2/2026' });
    expect([unknown.status, unknown.body.fields?.[0]?.field]).toEqual([400, 'code']);
    expect((await record('super', { ...person('budi'), kind: 'punishment', from: '2026-10-01', code: 'sedang-6', documentNumber: '800/2/2026' })).status).toBe(201);
    expect((await record('super', { ...person('kasi'), kind: 'compliance', from: '2026-10-01', code: 'lhkpn' })).status).toBe(201);
    expect((await record('super', { ...person('kapus'), kind: 'compliance', from: '2026-10-01', to: '2026-10-31', code: 'catatan' })).status).toBe(201);
    expect((await record('umpeg', { ...person('kaban'), kind: 'sick', from: '2026-10-05', to: '2026-10-06' })).status).toBe(400);
    // umpeg, class 9: five duty days at 2 % of 3,000,000.
    expect(await money('umpeg')).toEqual([3_000_000, 300_000, 0, 0, 2_700_000]);
    // budi, class 6: 25 % of 2,000,000.
    expect(await money('budi')).toEqual([2_000_000, 500_000, 0, 0, 1_500_000]);
    expect(await money('kasi')).toEqual([3_000_000, 3_000_000, 0, 0, 0]);
    // kapus, class 10: 5 % of 3,500,000.
    expect(await money('kapus')).toEqual([3_500_000, 175_000, 0, 0, 3_325_000]);
    // A fifth of what is left, for a whole unit in one act; taken back, it never held.
    const spending = await record('super', { kind: 'compliance', unitId: gov.units.puskesmas, from: '2026-10-01', to: '2026-10-31', code: 'serapan' });
    expect([spending.status, await money('kapus')]).toEqual([201, [3_500_000, 840_000, 0, 0, 2_660_000]]);
    await test.call('POST', `/pay-records/${spending.body.id}/end`, { as: 'super', ifMatch: spending.body.version, body: { to: null, reason: 'Serapan ternyata tercapai' } });
    expect(await money('kapus')).toEqual([3_500_000, 175_000, 0, 0, 3_325_000]);
    // dewi, CPNS of class 7: 80 % of 2,200,000.
    expect(await money('dewi')).toEqual([1_760_000, 0, 0, 0, 1_760_000]);
    // kabid, class 11, with 20 % of the 9,000,000 of the post held as Plt.
    expect(await money('kabid')).toEqual([5_800_000, 0, 0, 0, 5_800_000]);
    // bendahara: 10/31 of 1,500,000 (483,870.97) and 21/31 of 2,200,000 (1,490,322.58), each rounded.
    expect(await money('bendahara')).toEqual([1_974_194, 0, 0, 0, 1_974_194]);
  });

  it('BK-7.1 a device failure excuses a unit in one act and manual presence a day, once a second person agrees', async () => {
    // rina, class 7: absent on the 12th, 3 % of 40 % of 2,200,000; kadis, class 14: on the 14th, of 9,000,000.
    expect([await money('rina'), await money('kadis')]).toEqual([[2_200_000, 26_400, 0, 0, 2_173_600], [9_000_000, 108_000, 0, 0, 8_892_000]]);
    const failure = await record('umpeg', { kind: 'device-failure', unitId: gov.units.puskesmas, from: '2026-10-12', to: '2026-10-13', documentNumber: '440/7/2026' });
    const manual = await record('super', { ...person('kadis'), kind: 'manual-presence', from: '2026-10-14', checkIn: '07:25', checkOut: '17:05' });
    expect([failure.body.status, manual.body.status]).toEqual(['waiting', 'waiting']);
    expect((await decide('umpeg', failure.body)).status).toBe(403);
    expect((await decide('super', manual.body)).body.code).toBe('second-person-required');
    expect((await decide('kadis', failure.body)).body.status).toBe('in-force');
    expect((await decide('super2', manual.body)).body.status).toBe('in-force');
    expect([await money('rina'), await money('kadis')]).toEqual([[2_200_000, 0, 0, 0, 2_200_000], [9_000_000, 0, 0, 0, 9_000_000]]);
    const waiting = await test.call<PayRecordsPage>('GET', '/pay-records?status=waiting', { as: 'kadis' });
    expect(waiting.body.items).toEqual([]);
    // The row as the presence system sent it stays as it was.
    expect(await test.db.query(`SELECT 1 FROM presence_day WHERE employment_id = $1 AND date = '2026-10-14'`, [gov.people.kadis])).toEqual([]);
  });

  it('lateness with permission costs half, watch duty is paid per time, an assembly missed twice counts twice', async () => {
    await test.db.query(`UPDATE presence_day SET check_in = '08:10' WHERE employment_id = $1 AND date = '2026-10-15'`, [gov.people.kabid]);
    // kabid, class 11: forty minutes late, 1 % of 40 % of 4,000,000.
    expect(await money('kabid')).toEqual([5_800_000, 16_000, 0, 0, 5_784_000]);
    expect((await record('umpeg', { ...person('kabid'), kind: 'permission', from: '2026-10-15' })).status).toBe(201);
    expect(await money('kabid')).toEqual([5_800_000, 8_000, 0, 0, 5_792_000]);
    expect((await record('umpeg', { ...person('kabid'), kind: 'missed-event', from: '2026-10-19', code: 'apel', value: '2' })).status).toBe(201);
    expect((await record('super', { ...person('kabid'), kind: 'addition', from: '2026-10-01', to: '2026-10-31', code: 'piket', value: '10', documentNumber: '800/8/2026' })).status).toBe(201);
    // Two times 2 % of 1,600,000; ten watches, eight of them paid at 75,000.
    expect(await money('kabid')).toEqual([6_400_000, 72_000, 0, 0, 6_328_000]);
  });

  it('a night shift belongs to the day on which it begins, and stands in place of the unit’s week', async () => {
    for (const day of ['05', '06']) await record('umpeg', { ...person('dewi'), kind: 'shift', from: `2026-11-${day}`, checkIn: '22:00', checkOut: '06:00' });
    const rows = ['05', '06'].map((day) => ({ nip: gov.nips.dewi, date: `2026-11-${day}`, checkIn: '21:50', checkOut: day === '05' ? '06:10' : '05:40', status: 'present' }));
    const pushed = await test.call<{ id: string }>('POST', '/attendance/rows', { as: 'super', body: { month: '2026-11', rows } });
    await test.call('POST', `/attendance/imports/${pushed.body.id}/apply`, { as: 'super' });
    const { days } = (await test.call<PayslipView>('GET', '/payslips/mine/estimate?month=2026-11', { as: 'dewi' })).body;
    expect(days.filter(({ duty }) => duty).map(({ date, lateMinutes, earlyMinutes }) => [date, lateMinutes, earlyMinutes])).toEqual([['2026-11-05', 0, 0], ['2026-11-06', 0, 20]]);
  });

  it('an account changes with two persons; only its last digits go on record', async () => {
    const asked = await test.call<BankAccount>('POST', '/bank-accounts', { as: 'bendahara', body: { ...person('siti'), bank: 'Bank Daerah', number: '0012345678', holder: 'SITI AMINAH', from: '2026-10-01', reason: 'Rekening gaji' } });
    expect(asked.body.status).toBe('waiting');
    const agree = (as: string) => test.call<BankAccount & Pick<Problem, 'code'>>('POST', `/bank-accounts/${asked.body.id}/decision`, { as, ifMatch: asked.body.version, body: { decision: 'agree', reason: null } });
    expect((await agree('bendahara')).body.code).toBe('second-person-required');
    expect((await agree('umpeg')).body.status).toBe('in-force');
    const told = await test.db.query<{ after: { number: string } }>(`SELECT v.after FROM audit_event e JOIN audit_value v ON v.event_id = e.id WHERE e.action = 'bank-account.proposed'`);
    expect(told[0]!.after.number).toBe('…5678');
  });

  it('X-TPP-3 who is deferred is paid by a supplementary run; what is recorded after the close becomes a dated correction', async () => {
    const path = `/pay-runs/${run.id}/units/${gov.units.dinkes}`;
    await test.call('POST', `${path}/waivers`, { as: 'super', body: { ...person('rina'), kind: 'deferred', reason: 'Kontrak menunggu salinan' } });
    expect(await listed('rina')).toMatchObject({ included: false, exclusion: { code: 'deferred' } });
    await closeUnit(test, run.id, gov.units.dinkes);
    const late = await record('umpeg', { ...person('budi'), kind: 'leave', from: '2026-10-19', to: '2026-10-20', code: 'leave-large', documentNumber: '800/5/2026' });
    expect(late.status).toBe(201);
    const manual = await record('umpeg', { ...person('budi'), kind: 'manual-presence', from: '2026-10-21', checkIn: '07:30', checkOut: '16:30' });
    expect((await decide('kadis', manual.body)).body.code).toBe('month-closed');
    await test.deliver();
    // Two days at 2 % of 2,000,000, in October's own law.
    expect(await test.db.query(`SELECT month, amount, cause FROM adjustment WHERE employment_id = $1`, [gov.people.budi])).toEqual([
      { month: '2026-10', amount: -80_000, cause: 'data penggajian yang dicatat sesudah penutupan' },
    ]);
    const more = await test.call<PayRunView>('POST', '/pay-runs', { as: 'super', body: { month: '2026-10', kind: 'supplementary' } });
    expect(more.body).toMatchObject({ kind: 'supplementary', paymentMonth: '2026-11', units: 1 });
    const unit = await unitOf(test, more.body.id, gov.units.dinkes);
    expect(unit.people.filter(({ included }) => included).map(({ employmentId }) => employmentId)).toEqual([gov.people.rina]);
    expect((await closeUnit(test, more.body.id, gov.units.dinkes)).totals).toMatchObject({ employees: 1, net: 2_200_000 });
  });

  it('KS-1.5 the 13th payment is half a month without performance; its tax counts what the month has paid already', async () => {
    const wrong = await test.call<Problem>('POST', '/pay-runs', { as: 'super', body: { month: '2026-10', kind: 'special', code: 'thr' } });
    expect([wrong.status, wrong.body.fields?.[0]?.params?.known]).toEqual([400, 'gaji-13, uang-muka']);
    const choices = (await test.call('GET', '/pay-runs/specials?month=2026-10', { as: 'super' })).body;
    expect(choices).toEqual([{ code: 'gaji-13', name: 'TPP ketiga belas' }, { code: 'uang-muka', name: 'Uang muka' }]);
    expect((await test.call('GET', '/pay-runs/specials?month=2026-10', { as: 'umpeg' })).status).toBe(403);
    const special = (await test.call<PayRunView>('POST', '/pay-runs', { as: 'super', body: { month: '2026-10', kind: 'special', code: 'gaji-13' } })).body;
    expect(special).toMatchObject({ special: { code: 'gaji-13', name: 'TPP ketiga belas' }, paymentMonth: '2026-11' });
    // siti: 1,000,000; 7,000,000 so far, TER A 1.25 % = 87,500 less 45,000; insurance 70,000 less 60,000; zakat 25,000.
    expect(await money('siti', special.id)).toEqual([1_000_000, 0, 77_500, 0, 922_500]);
    // budi's punishment and kasi's hold cut performance pay, not this one.
    expect([await money('budi', special.id), await money('kasi', special.id)]).toEqual([[1_000_000, 0, 0, 0, 1_000_000], [1_500_000, 0, 0, 0, 1_500_000]]);
    await closeUnit(test, special.id, gov.units.dinkes);
    expect((await slipOf('siti')).lines.find(({ code }) => code === 'tax-ter')).toMatchObject({ amount: -42_500, cite: { ref: 'Pasal 15' } });
  });

  it('BK-7.3 BK-7.4 the papers for the treasurer come from the slips: payment, bank, tax and insurance lists, the letter, and the payroll rows', async () => {
    const path = `/pay-runs/${run.id}/units/${gov.units.dinkes}`;
    const { totals } = await unitOf(test, run.id, gov.units.dinkes);
    const paper = (name: string, format: string, as = 'bendahara') => test.call('GET', `${path}/papers?paper=${name}&format=${format}`, { as });
    const sheetOf = async (name: string) => {
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load((await paper(name, 'xlsx')).raw as never);
      const sheet = workbook.getWorksheet('Daftar')!;
      const titles = (sheet.getRow(5).values as string[]).slice(1);
      const rows = Array.from({ length: sheet.rowCount - 6 }, (_, index) => (sheet.getRow(6 + index).values as (string | number)[]).slice(1));
      return { rows, column: (title: string) => rows.map((row) => row[titles.indexOf(title)]) };
    };
    const list = await sheetOf('payment-list');
    expect(list.rows).toHaveLength(totals.employees);
    expect((list.column('Jumlah diterima') as number[]).reduce((sum, one) => sum + one, 0)).toBe(totals.net);
    expect((list.column('Potongan hukuman') as number[]).reduce((sum, one) => sum + one, 0)).toBe(500_000);
    // The signed recap adds up row by row: in full, less the cuts, with the adjustment, less tax and contributions.
    const recap = new ExcelJS.Workbook();
    await recap.xlsx.load((await test.call('GET', `${path}/recap.xlsx`, { as: 'bendahara' })).raw as never);
    const recapRows = Array.from({ length: totals.employees + 1 }, (_, index) => recap.getWorksheet('Rekapitulasi')!.getRow(6 + index));
    const at = (row: ExcelJS.Row, column: number) => Number(row.getCell(column).result ?? row.getCell(column).value);
    for (const row of recapRows) expect(at(row, 6) - at(row, 7) - at(row, 8) - at(row, 9) + at(row, 10) - at(row, 11)).toBe(at(row, 12));
    expect([at(recapRows.at(-1)!, 9), at(recapRows.at(-1)!, 11)]).toEqual([expect.any(Number), totals.deductions]);
    expect(recapRows.map((row) => [row.getCell(2).value, at(row, 9)]).find(([name]) => String(name).startsWith('Budi'))?.[1]).toBe(500_000);
    const bank = await sheetOf('bank-list');
    expect(bank.column('Rekening')[bank.column('NIP').indexOf(gov.nips.siti!)]).toBe('0012345678');
    const tax = await sheetOf('tax-list');
    expect([tax.column('PPh 21 dipotong')[tax.column('NIP').indexOf(gov.nips.siti!)], tax.column('Status PTKP')[tax.column('NIP').indexOf(gov.nips.budi!)]]).toEqual([45_000, 'belum ada data gaji']);
    const percents = await sheetOf('percentage-recap');
    // budi was late and absent nowhere: his discipline share is whole.
    expect([percents.rows.length, percents.column('Kehadiran (%)')[percents.column('NIP').indexOf(gov.nips.budi!)]]).toEqual([totals.employees, 100]);
    const groups = await sheetOf('rank-recap');
    expect((groups.column('Pegawai') as number[]).reduce((sum, one) => sum + one, 0)).toBe(totals.employees);
    expect((groups.column('Jumlah diterima') as number[]).reduce((sum, one) => sum + one, 0)).toBe(totals.net);
    for (const name of ['payment-list', 'insurance-list', 'percentage-recap', 'rank-recap', 'statement']) expect((await paper(name, 'pdf')).raw.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await paper('payment-list', 'pdf')).raw.equals((await paper('payment-list', 'pdf', 'super')).raw)).toBe(true);
    expect((await paper('payment-list', 'pdf', 'siti')).status).toBe(403);
    const payroll = (await test.call<PayrollExport>('GET', `${path}/payroll`, { as: 'bendahara' })).body;
    expect([payroll.totals.employees, payroll.totals.net]).toEqual([totals.employees, totals.net]);
    // 2,000,000 paid; 80,000 from the employer on top and off again; 45,000 tax, 20,000 insurance, 50,000 zakat.
    expect(payroll.rows.find(({ NIP }) => NIP === gov.nips.siti)).toMatchObject({ PERIODE_TPP: '102026', JML_TPP: 2_000_000, TJ_BPJS: 80_000, KOTOR: 2_080_000, POT_PPH: 45_000, POT_IWP1: 20_000, POT_BPJS: 80_000, POT_LAIN: 50_000, BERSIH: 1_885_000 });
    for (const row of payroll.rows) expect(row.KOTOR - row.JLH_POT).toBe(row.BERSIH);
  });

  it('the budget ceiling of an SKPD warns before the close and refuses nothing', async () => {
    const path = `/budget-ceilings/2026/${gov.units.dinkes}`;
    expect((await test.call('PUT', path, { as: 'umpeg', body: { amount: 1, document: 'DPA 1/2026' } })).status).toBe(403);
    await test.call('PUT', path, { as: 'super', body: { amount: 40_000_000, document: 'DPA 1/2026' } });
    const { budget, totals } = await unitOf(test, run.id, gov.units.dinkes);
    expect(budget).toMatchObject({ year: 2026, ceiling: 40_000_000, run: totals.gross - totals.cuts });
    expect(budget!.left).toBe(40_000_000 - budget!.spent - budget!.run);
  });

  it('X-TPP-3 a closed month not yet sent is taken back by two persons and comes again as sequence 2', async () => {
    const path = `/pay-runs/${run.id}/units/${gov.units.dinkes}`;
    const { version } = await unitOf(test, run.id, gov.units.dinkes);
    const asked = await test.call<PayRunUnitView>('POST', `${path}/void`, { as: 'super', ifMatch: version, body: { reason: 'Cuti budi belum masuk hitungan' } });
    expect(asked.body.voidAsked).toMatchObject({ by: 'Arif Rahman', reason: 'Cuti budi belum masuk hitungan' });
    const agree = (as: string) => test.call<PayRunUnitView & Pick<Problem, 'code'>>('POST', `${path}/void/agree`, { as, ifMatch: asked.body.version });
    expect((await agree('super')).body.code).toBe('second-person-required');
    const again = (await agree('super2')).body;
    expect(again).toMatchObject({ status: 'draft', sequence: 2, month: '2026-10' });
    expect((await unitOf(test, run.id, gov.units.dinkes)).status).toBe('void');
    // Every paper of it, not the recap alone, says that it holds no more.
    const papers = await test.db.query<{ kind: string; gone: boolean }>(`SELECT kind, superseded_at IS NOT NULL AS gone FROM issued_document WHERE subject_id LIKE $1 ORDER BY kind`, [`${run.id}/%`]);
    expect(papers).toEqual(['insurance-list', 'payment-list', 'percentage-recap', 'rank-recap', 'statement'].map((kind) => ({ kind, gone: true })));
    const closed = await closeUnit(test, again.runId, gov.units.dinkes);
    // 500,000 by the punishment and now 80,000 by the leave; the correction of the slip taken back has gone with it.
    expect(closed.people.find((one) => one.employmentId === gov.people.budi)!.totals).toMatchObject({ cuts: 580_000, adjustments: 0, net: 1_420_000 });
    // Paid by the supplementary run: never twice.
    expect(closed.people.some(({ employmentId }) => employmentId === gov.people.rina)).toBe(false);
    expect((await test.call<PayslipItem[]>('GET', '/payslips/mine', { as: 'budi' })).body.map(({ totals }) => totals.net)).toEqual([1_420_000, 1_000_000]);
    run = { ...run, id: again.runId };
  });

  it('KS-31.3 what was held is paid by the month after the duty is met, as a line that names its month', async () => {
    const [duty] = (await test.call<PayRecordsPage>('GET', '/pay-records?kind=compliance&search=Fauzi', { as: 'super' })).body.items;
    await test.call('POST', `/pay-records/${duty!.id}/end`, { as: 'super', ifMatch: duty!.version, body: { to: '2026-10-31', reason: 'LHKPN sudah disampaikan' } });
    test.setClock('2026-12-07T09:00:00+08:00');
    await fillMonth(test, gov, '2026-11', ['dewi']);
    const november = await openRun(test, '2026-11');
    expect(await money('kasi', november.id)).toEqual([3_000_000, 0, 0, 3_000_000, 6_000_000]);
    for (const kind of ['presence', 'evaluation']) {
      await test.call('POST', `/pay-runs/${november.id}/units/${gov.units.dinkes}/waivers`, { as: 'super', body: { ...person('dewi'), kind, reason: 'Jadwal giliran belum lengkap' } });
    }
    await closeUnit(test, november.id, gov.units.dinkes);
    expect((await slipOf('kasi')).lines.find(({ code }) => code === 'released')).toMatchObject({ section: 'adjustment', amount: 3_000_000, inputs: { month: '2026-10' } });
    const { comparison } = await slipOf('kasi');
    expect(comparison).toMatchObject({ month: '2026-10', difference: 6_000_000 });
    expect(comparison!.lines.map(({ before, after }) => after - before)).toEqual([3_000_000, 3_000_000]);
    const back = await test.call<PayRunView>('POST', '/pay-runs', { as: 'super', body: { month: '2026-11', kind: 'back-pay' } });
    expect(back.body.units).toBe(0);
  });

  it('what is paid ahead of the month is taken off the month, and nobody is paid ahead of a month that is paid', async () => {
    const ahead = async (month: string) => (await test.call<PayRunView>('POST', '/pay-runs', { as: 'super', body: { month, kind: 'special', code: 'uang-muka' } })).body;
    const first = await ahead('2026-12');
    // budi, class 6: 40 % of 2,000,000, whatever the month brings.
    expect(await money('budi', first.id)).toEqual([800_000, 0, 0, 0, 800_000]);
    await closeUnit(test, first.id, gov.units.dinkes);
    const december = await openRun(test, '2026-12');
    // Not evaluated yet: the discipline share less 25 % of the whole, and no more than that is taken back.
    expect(await money('budi', december.id)).toEqual([2_000_000, 1_700_000, 0, -300_000, 0]);
    expect((await unitOf(test, (await ahead('2026-11')).id, gov.units.dinkes)).people).toEqual([]);
  });
});
