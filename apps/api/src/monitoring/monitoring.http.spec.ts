import ExcelJS from 'exceljs';
import type { Page } from '@ekinerja/contracts/basics';
import type { ArchivedDocument, CompletenessAnswer, ComplianceItem, DataRequest, OversightReport, PublishedReport, StagesAnswer, TrendMonth } from '@ekinerja/contracts/oversight';
import type { OwnDataRead } from '@ekinerja/contracts/personal-data';
import { oversightPaper } from '../reports/office-paper.js';
import { SkpDesk } from '../testing/skp-writing.js';
import { closeUnit, fillMonth, openRun } from '../testing/pay-month.js';
import { testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';
import { entry, givenSkp } from '../testing/work.js';

let test: TestApp;
let gov: TinyGovernment;

/** October is closed in the health office; siti has an SKP and one entry of November that waits. */
beforeAll(async () => {
  test = await testApp({ daerah: 'kuantan-singingi', clock: '2026-11-23T09:00:00+07:00' });
  gov = await tinyGovernment(test);
  const result = await givenSkp(test, gov, 'siti');
  await test.call('PUT', '/activities/5f1c1f64-0000-4000-8000-000000000001', { as: 'siti', body: entry(result) });
  await fillMonth(test, gov, '2026-10');
  await closeUnit(test, (await openRun(test, '2026-10')).id, gov.units.dinkes);
  for (const [person, role] of [['kasubBk', 'ekinerja-manager'], ['kaban', 'staffing-manager'], ['kasubBk', 'sector-admin']] as const) {
    await test.call('POST', '/setup/roles', { as: 'super', body: { employmentId: gov.people[person], role, unitId: null, reason: 'Keputusan Bupati' } });
  }
});
afterAll(() => test?.close());

const as = (person: PersonName) => ({ as: person });

describe('what runs where', () => {
  const stages = async (person: PersonName, month: string) => (await test.call<StagesAnswer>('GET', `/monitoring/stages?month=${month}`, as(person))).body;

  it('TL-5.6 TL-37.1 KS-27.1 the regent sees every unit with its stages, the head of a unit the own one, an employee none', async () => {
    const october = await stages('bupati', '2026-10');
    expect(october.units.map(({ skpdName }) => skpdName)).toEqual(['Badan Kepegawaian dan Pengembangan Sumber Daya Manusia', 'Dinas Kesehatan']);
    const dinkes = october.units.find(({ skpdId }) => skpdId === gov.units.dinkes)!;
    expect(dinkes).toMatchObject({ people: 10, planned: 1, evaluated: 10, paid: true, running: ['planning', 'assessment', 'payment'] });
    expect(dinkes.net).toBeGreaterThan(0);
    expect(october.units.find(({ skpdId }) => skpdId === gov.units.bkpsdm)).toMatchObject({ paid: false, net: null, running: ['assessment'] });
    expect((await test.call('GET', '/monitoring/stages?month=2026-10', as('siti'))).status).toBe(403);
  });

  it('TL-37.2 KS-1.22 KS-1.19 KS-1.20 the head supervises the own unit alone; staffing side and sector administrator see across', async () => {
    const own = await stages('kadis', '2026-11');
    expect(own.units.map(({ skpdId }) => skpdId)).toEqual([gov.units.dinkes]);
    expect(own.units[0]).toMatchObject({ recorded: 1, waiting: 1, overdue: 0, running: ['planning', 'execution'] });
    expect((await stages('kasubBk', '2026-11')).units).toHaveLength(2);
    expect((await stages('kaban', '2026-11')).units).toHaveLength(2);
  });

  it('KS-3.b BN-15.3 twelve months in a row: entries, predicates, cost', async () => {
    const { body } = await test.call<TrendMonth[]>('GET', '/monitoring/trend?month=2026-11', as('bupati'));
    expect(body).toHaveLength(12);
    expect(body[0]!.month).toBe('2025-12');
    const dinkes = (await stages('bupati', '2026-10')).units.find(({ skpdId }) => skpdId === gov.units.dinkes)!;
    expect(body[10]).toMatchObject({ month: '2026-10', evaluated: 15, predicates: { baik: 15 }, net: dinkes.net });
    expect(body[11]).toMatchObject({ month: '2026-11', entries: 1, accepted: 0, net: 0 });
    expect(body[11]).toMatchObject({ silent: 0, absentDays: 0 });
    // Another unit than one's own is nothing.
    const { body: foreign } = await test.call<TrendMonth[]>('GET', `/monitoring/trend?month=2026-11&skpdId=${gov.units.bkpsdm}`, as('kadis'));
    expect(foreign[10]).toMatchObject({ evaluated: 0, net: 0 });
  });

  it('KS-27.1 names who has not planned, entered, decided or been evaluated, each person once, the NIP as text in Excel', async () => {
    const { body } = await test.call<Page<ComplianceItem>>('GET', '/monitoring/compliance?month=2026-11', as('umpeg'));
    expect(body.items.find(({ personName }) => personName === 'Siti Aminah')).toMatchObject({ planned: true, entries: 1, evaluated: false });
    expect(body.items.find(({ personName }) => personName === 'Ahmad Fauzi')).toMatchObject({ planned: false, entries: 0, toDecide: 1 });
    expect(new Set(body.items.map(({ employmentId }) => employmentId)).size).toBe(body.items.length);
    // Only those who lack what is asked about; nobody is asked for whom the law wants nothing.
    const lacking = async (what: string) =>
      (await test.call<Page<ComplianceItem>>('GET', `/monitoring/compliance?month=2026-11&lacking=${what}&limit=100`, as('umpeg'))).body.items.map(({ personName }) => personName);
    expect([await lacking('plan'), await lacking('entries')].map((names) => names.includes('Siti Aminah'))).toEqual([false, false]);
    expect(await lacking('decisions')).toEqual(['Ahmad Fauzi']);
    expect((await lacking('any')).length).toBe(body.items.length);
    const away = (from: string) => test.db.query(`INSERT INTO employment_absence (employment_id, kind, valid_from) VALUES ($1, 'study', $2)`, [gov.people.budi, from]);
    await away('2026-11-02');
    expect(await lacking('plan')).toContain('Budi Santoso');
    await test.db.query(`DELETE FROM employment_absence`);
    await away('2026-09-01');
    expect(await lacking('plan')).not.toContain('Budi Santoso');
    await test.db.query(`DELETE FROM employment_absence`);
    expect((await test.call('GET', '/monitoring/compliance?month=2026-11&lacking=umur', as('umpeg'))).status).toBe(400);
    const file = await test.call('GET', '/monitoring/compliance.xlsx?month=2026-11', as('umpeg'));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(file.raw as unknown as ArrayBuffer);
    const rows = workbook.worksheets[0]!.getSheetValues().slice(2) as unknown[][];
    expect(rows).toHaveLength(body.items.length);
    expect(rows.map((row) => row[1])).toContain(gov.nips.siti);
    expect(rows.every((row) => typeof row[1] === 'string')).toBe(true);
  });
});

describe('the same as a workbook', () => {
  it('KS-27.1 KS-3.b stages of the units one sees, and twelve months; numbers stay numbers', async () => {
    const file = await test.call('GET', '/monitoring/stages.xlsx?month=2026-10', as('kadis'));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(file.raw as unknown as ArrayBuffer);
    const [stages, months] = workbook.worksheets.map((sheet) => (sheet.getSheetValues() as unknown[][]).slice(4));
    expect(stages!.map((row) => row.slice(2, 6))).toEqual([['Dinas Kesehatan', 'perencanaan, penilaian, pembayaran', 10, 1]]);
    expect(months!.map((row) => row[2])).toHaveLength(12);
    expect((await test.call('GET', `/monitoring/stages.xlsx?month=2026-10`, as('siti'))).status).toBe(403);
  });
});

describe('reports upward', () => {
  const draw = (person: PersonName, body: object) => test.call<OrProblem<OversightReport>>('POST', '/oversight-reports', { as: person, body });
  const deliver = (report: OversightReport, receiver: string, deliveredOn = '2026-11-20') =>
    test.call<OrProblem<OversightReport>>('POST', `/oversight-reports/${report.id}/deliveries`, { as: 'kasubBk', ifMatch: report.version, body: { receiver, deliveredOn } });
  let results: OversightReport;

  it('KS-27.1 KS-27.2 KS-27.3 a finished quarter becomes a report: to the regent first, then to the head of the agency', async () => {
    expect((await draw('kasubBk', { kind: 'results', period: '2026-Q4', notes: '' })).body.rule).toMatchObject({ code: 'oversight.period-runs', cite: { ref: 'Pasal 24 ayat (3)', reading: true } });
    expect((await draw('umpeg', { kind: 'results', period: '2026-Q3', notes: '' })).status).toBe(403);
    const drawn = await draw('kasubBk', { kind: 'results', period: '2026-Q3', notes: 'Catatan harian belum merata di puskesmas.' });
    expect(drawn.headers.etag).toBe('"1"');
    expect(drawn.body).toMatchObject({ from: '2026-07', to: '2026-09', next: 'regent', figures: { people: 16 - 1, planned: 1 } });
    expect((await draw('kaban', { kind: 'results', period: '2026-Q3', notes: '' })).status).toBe(409);
    // As a document, its figures told in sentences.
    const document = await test.call('GET', `/oversight-reports/${drawn.body.id}/report.pdf`, { as: 'kasubBk' });
    expect([document.status, document.raw.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect((await test.call('GET', `/oversight-reports/${drawn.body.id}/report.pdf`, { as: 'umpeg' })).status).toBe(403);
    // Notes and figures are put right while nobody has it; shown to others only once the regent has it.
    const publication = (report: OversightReport) => test.call<OrProblem<OversightReport>>('POST', `/oversight-reports/${report.id}/publication`, { as: 'kasubBk', ifMatch: report.version, body: { medium: null } });
    expect((await publication(drawn.body)).body.rule).toMatchObject({ code: 'oversight.not-delivered', cite: { ref: 'Pasal 27 ayat (2)' } });
    const redraw = (report: OversightReport, notes: string) => test.call<OrProblem<OversightReport>>('POST', `/oversight-reports/${report.id}/redrawing`, { as: 'kasubBk', ifMatch: report.version, body: { notes } });
    const right = await redraw(drawn.body, 'Catatan harian sudah merata.');
    expect(right.body).toMatchObject({ notes: 'Catatan harian sudah merata.', version: 2, figures: { people: 15 } });
    expect((await redraw(drawn.body, 'Terlambat')).status).toBe(412);
    drawn.body = right.body;
    expect((await deliver(drawn.body, 'agency-head')).body.rule).toMatchObject({ code: 'oversight.out-of-order', cite: { ref: 'Pasal 27 ayat (2)' } });
    expect((await deliver(drawn.body, 'regent', '2027-01-01')).status).toBe(400);
    const first = await deliver(drawn.body, 'regent');
    expect(first.body).toMatchObject({ next: 'agency-head', deliveries: [{ receiver: 'regent', deliveredOn: '2026-11-20', recordedBy: 'Fitriani' }] });
    expect((await deliver(drawn.body, 'agency-head')).status).toBe(412);
    expect((await redraw(first.body, 'Setelah disampaikan')).body.rule).toMatchObject({ code: 'oversight.out' });
    results = (await deliver(first.body, 'agency-head')).body;
    expect(results.next).toBeNull();
  });

  it('KS-24.3 the use of the data goes to the regent through the head of the agency', async () => {
    const { body } = await draw('kaban', { kind: 'use', period: '2026-Q3', notes: '' });
    expect(body).toMatchObject({ next: 'agency-head', routeCite: { ref: 'Pasal 24 ayat (3)' }, figures: { requests: { asked: 0, given: 0, refused: 0 } } });
    expect((await deliver(body, 'regent')).status).toBe(422);
    expect((await test.call('POST', `/oversight-reports/${body.id}/publication`, { as: 'kasubBk', ifMatch: body.version, body: { medium: null } })).status).toBe(422);
  });

  it('KS-28.2 the ICT agency’s report is filed and passed by the E-Kinerja manager to the head of the agency', async () => {
    const file = { field: 'file', name: 'infrastruktur.pdf', mediaType: 'application/pdf', content: Buffer.from('%PDF-1.7 laporan infrastruktur') };
    const filed = await test.call<OrProblem<OversightReport>>('POST', '/oversight-reports/infrastructure?kind=infrastructure&period=2026-Q3&notes=Peladen', { as: 'kasubBk', file });
    expect(filed.body).toMatchObject({ kind: 'infrastructure', hasFile: true, next: 'ekinerja-manager' });
    const read = await test.call('GET', `/oversight-reports/${filed.body.id}/file`, { as: 'kaban' });
    expect([read.status, read.headers['content-type'], read.raw.toString()]).toEqual([200, 'application/pdf', '%PDF-1.7 laporan infrastruktur']);
    expect((await test.call('GET', `/oversight-reports/${filed.body.id}/file`, { as: 'umpeg' })).status).toBe(403);
    expect((await test.call('GET', `/oversight-reports/${results.id}/file`, { as: 'kaban' })).status).toBe(404);
    const paper = oversightPaper(filed.body, { government: 'Kuantan Singingi', timeZone: 'Asia/Jakarta', printedOn: '2026-11-23', seal: { code: 'X', hash: 'Y', url: 'Z', qr: '' } } as never) as { blocks: { title: string }[] };
    expect(paper.blocks.map(({ title }) => title)).toEqual(['Laporan infrastruktur', 'Catatan dan saran']);
    const passed = await deliver(filed.body, 'ekinerja-manager');
    expect((await deliver(passed.body, 'agency-head')).body.next).toBeNull();
  });

  it('KS-29 what is published stands on a page for everybody: sums, and no person', async () => {
    expect((await test.call<PublishedReport[]>('GET', '/oversight-reports/published')).body).toEqual([]);
    const out = await test.call<OversightReport>('POST', `/oversight-reports/${results.id}/publication`, { as: 'kasubBk', ifMatch: results.version, body: { medium: null } });
    expect(out.body.published).toEqual({ on: '2026-11-23', medium: null });
    const { body, raw } = await test.call<PublishedReport[]>('GET', '/oversight-reports/published');
    expect(body).toMatchObject([{ period: '2026-Q3', kind: 'results', figures: { people: 15, planned: 1 } }]);
    expect(body[0]!.figures).not.toHaveProperty('net');
    expect(raw.toString()).not.toContain('Siti');
  });
});

describe('data for others', () => {
  const wanted = {
    party: 'Inspektorat Daerah', purpose: 'Pemeriksaan khusus kinerja triwulan IV', subject: 'daily-activities', skpdId: '', employmentIds: null as string[] | null, from: '2026-11', to: '2026-11',
    letterNumber: '700/12/ITDA/2026', letterDate: '2026-11-20',
  };
  const step = (person: PersonName, request: DataRequest, path: string, body: object) =>
    test.call<OrProblem<DataRequest>>('POST', `/data-requests/${request.id}/${path}`, { as: person, ifMatch: request.version, body });

  it('KS-1.15 KS-24.1 KS-24.2 KS-26.2 goes out only after both heads were asked and the E-Kinerja manager approved, and each time on record', async () => {
    expect((await test.call('POST', '/data-requests', { as: 'umpeg', body: { ...wanted, skpdId: gov.units.dinkes } })).status).toBe(403);
    let { body: request } = await test.call<OrProblem<DataRequest>>('POST', '/data-requests', { as: 'kaban', body: { ...wanted, skpdId: gov.units.dinkes } });
    expect(request.missing.map(({ with: office, cite }) => [office, cite.ref])).toEqual([['agency-head', 'Pasal 26 ayat (2)'], ['unit-head', 'Pasal 26 ayat (2)']]);
    expect((await test.call('POST', `/data-requests/${request.id}/hand-over`, as('kaban'))).status).toBe(409);
    expect((await step('kasubBk', request, 'decision', { approve: true, answer: 'Disetujui' })).body.rule).toMatchObject({ code: 'data-request.not-coordinated' });
    request = (await step('kaban', request, 'coordinations', { with: 'agency-head', official: 'Sofyan Noor', heldOn: '2026-11-21' })).body;
    expect((await step('kasubBk', request, 'decision', { approve: true, answer: 'Disetujui' })).status).toBe(422);
    request = (await step('kaban', request, 'coordinations', { with: 'unit-head', official: 'dr. Hasanuddin', heldOn: '2026-11-21' })).body;
    expect((await step('kaban', request, 'decision', { approve: true, answer: 'Disetujui' })).status).toBe(403);
    request = (await step('kasubBk', request, 'decision', { approve: true, answer: 'Disetujui untuk pemeriksaan' })).body;
    expect(request).toMatchObject({ status: 'approved', decidedBy: 'Fitriani', missing: [] });
    const given = await test.call('POST', `/data-requests/${request.id}/hand-over`, as('kaban'));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(given.raw as unknown as ArrayBuffer);
    const [, heading, row] = workbook.getWorksheet('Data')!.getSheetValues() as unknown[][];
    expect([heading!.slice(1, 4), row!.slice(1, 4)]).toEqual([['NIP', 'Nama', 'Tanggal'], [gov.nips.siti, 'Siti Aminah', '2026-11-20']]);
    expect((await test.call<DataRequest>('GET', `/data-requests/${request.id}`, as('auditor'))).body.status).toBe('handed-over');
    const trail = await test.db.query<{ action: string }>(`SELECT action FROM audit_event WHERE subject_id = $1 ORDER BY id`, [request.id]);
    expect(trail.map(({ action }) => action)).toEqual([
      'data-request.registered', 'data-request.coordinated', 'data-request.coordinated', 'data-request.approved', 'data-request.handed-over',
    ]);
    expect(await test.db.query(`SELECT what, employment_ids AS people FROM read_log WHERE subject_id = $1 AND what = 'data-request.daily-activities'`, [request.id])).toEqual([
      { what: 'data-request.daily-activities', people: [gov.people.siti] },
    ]);
  });

  it('X-PD-1 KS-26.1 whoever was in what was handed over, or in the recap, sees it among the reads of their data', async () => {
    await test.call('GET', '/monitoring/compliance.xlsx?month=2026-11', as('kaban'));
    const { body } = await test.call<Page<OwnDataRead>>('GET', '/personal-data/reads', as('siti'));
    expect(body.items.slice(0, 2).map(({ what, actorName, export: taken }) => [what, actorName, taken])).toEqual([
      ['monitoring.compliance-export', 'Sofyan Noor', true], ['data-request.daily-activities', 'Sofyan Noor', true],
    ]);
    const budi = await test.call<Page<OwnDataRead>>('GET', '/personal-data/reads', as('budi'));
    expect(budi.body.items.map(({ what }) => what)).not.toContain('data-request.daily-activities');
  });

  it('KS-24.2 KS-1.15 data of one person is asked for as such, and a repeated call with a key gets the file again', async () => {
    const one = (employmentIds: string[]) => test.call<OrProblem<DataRequest>>('POST', '/data-requests', { as: 'kaban', body: { ...wanted, subject: 'staffing', skpdId: gov.units.dinkes, employmentIds } });
    expect((await one([gov.people.kasubBk])).body.fields).toEqual([{ field: 'employmentIds', rule: 'unknown' }]);
    expect((await one([])).status).toBe(400);
    let { body: request } = await one([gov.people.budi]);
    expect(request.people).toEqual([{ employmentId: gov.people.budi, personName: 'Budi Santoso' }]);
    await test.db.query(`UPDATE assignment SET class_override = '5' WHERE employment_id = $1`, [gov.people.budi]);
    for (const { with: office } of request.missing) request = (await step('kaban', request, 'coordinations', { with: office, official: 'Sofyan Noor', heldOn: '2026-11-21' })).body;
    await step('kasubBk', request, 'decision', { approve: true, answer: 'Disetujui' });
    for (const repeat of ['first', 'again']) {
      const { raw, headers } = await test.call('POST', `/data-requests/${request.id}/hand-over`, { as: 'kaban', idempotencyKey: 'serah-satu' });
      expect([repeat, headers['content-type']]).toEqual([repeat, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']);
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load(raw as unknown as ArrayBuffer);
      const lines = (workbook.getWorksheet('Data')!.getSheetValues() as unknown[][]).slice(2).map((row) => [row[2], row[5]]);
      expect(lines).toEqual([['Budi Santoso', '5']]);
    }
  });

  it('KS-26.2 a refused request gives nothing', async () => {
    const { body } = await test.call<OrProblem<DataRequest>>('POST', '/data-requests', { as: 'kaban', body: { ...wanted, party: 'Perusahaan swasta', skpdId: gov.units.dinkes } });
    const refused = await step('kasubBk', body, 'decision', { approve: false, answer: 'Keperluannya tidak sah' });
    expect(refused.body).toMatchObject({ status: 'refused', answer: 'Keperluannya tidak sah' });
    expect((await test.call('POST', `/data-requests/${body.id}/hand-over`, as('kasubBk'))).status).toBe(409);
  });
});

describe('the archive', () => {
  it('KS-15.d KS-25.4 KS-1.7 kinds asked for and completeness per unit; papers in the order of kind, number and date', async () => {
    const desk = new SkpDesk(test);
    const skp = await desk.submitted('budi');
    const completeness = async (person: PersonName) => (await test.call<CompletenessAnswer>('GET', '/archive/completeness?year=2026', { as: person })).body;
    const before = await completeness('kasubBk');
    expect(before).toMatchObject({ uses: ['start-of-year', 'transfer'], cite: { ref: 'Pasal 23 ayat (3)' } });
    const started = (answer: CompletenessAnswer) => answer.units.find(({ skpdId, use }) => skpdId === gov.units.dinkes && use === 'start-of-year')!;
    expect(started(before)).toMatchObject({ wanted: 2, present: 0 });
    expect((await desk.attach('budi', skp, 'start-of-year')).status).toBeLessThan(300);
    expect(started(await completeness('umpeg'))).toMatchObject({ wanted: 2, present: 1 });
    expect((await test.call('GET', '/archive/completeness?year=2026', { as: 'siti' })).status).toBe(403);
    const { body } = await test.call<Page<ArchivedDocument>>('GET', '/archive/documents?limit=100', { as: 'kasubBk' });
    const keys = body.items.map(({ kind, number }) => `${kind}\u0000${number}`);
    expect(keys).toEqual([...keys].sort());
    expect(body.items.find(({ direction }) => direction === 'received')).toMatchObject({ kind: 'Surat keputusan', number: '800/12/2026', date: '2026-01-05', party: 'Kepala Dinas', about: 'Budi Santoso', skpdName: 'Dinas Kesehatan' });
    const found = await test.call<Page<ArchivedDocument>>('GET', `/archive/documents?number=${encodeURIComponent('12%')}`, { as: 'kasubBk' });
    expect(found.body.items).toEqual([]);
  });
});

describe('before eight in the morning', () => {
  it('KS-25.4 KS-24.3 KS-29 a paper, a publication and a request carry the day of the government, not that of Greenwich', async () => {
    test.setClock('2027-01-01T06:30:00+07:00');
    await test.call('POST', '/data-requests', {
      as: 'kaban',
      body: { party: 'Inspektorat Daerah', purpose: 'Pemeriksaan awal tahun', subject: 'staffing', skpdId: gov.units.dinkes, employmentIds: null, from: '2026-12', to: '2026-12', letterNumber: '1', letterDate: '2027-01-01' },
    });
    const { body: drawn } = await test.call<OversightReport>('POST', '/oversight-reports', { as: 'kasubBk', body: { kind: 'infrastructure', period: '2026-Q4', notes: '' } });
    // The three requests of November are of the quarter; that of this morning is of the next.
    expect(drawn.figures.requests.asked).toBe(3);
    const out = await test.call<OversightReport>('POST', `/oversight-reports/${drawn.id}/publication`, { as: 'kasubBk', ifMatch: drawn.version, body: { medium: null } });
    expect(out.body.published).toEqual({ on: '2027-01-01', medium: null });
    expect((await test.call<PublishedReport[]>('GET', '/oversight-reports/published')).body.find(({ period }) => period === '2026-Q4')).toMatchObject({ publishedOn: '2027-01-01' });
    await test.call('GET', `/oversight-reports/${drawn.id}/report.pdf`, { as: 'kasubBk' });
    const { body } = await test.call<Page<ArchivedDocument>>('GET', '/archive/documents?kind=oversight&from=2027-01-01', { as: 'kasubBk' });
    expect(body.items.map(({ date }) => date)).toEqual(['2027-01-01']);
  });
});
