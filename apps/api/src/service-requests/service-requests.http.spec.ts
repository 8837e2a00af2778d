import type { Page } from '@ekinerja/contracts/basics';
import type { NotificationItem } from '@ekinerja/contracts/notifications';
import type { WorkPlanView } from '@ekinerja/contracts/plans';
import type { SkpResult } from '@ekinerja/contracts/skp';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import type { AgendaItem, LateEntryChoice, RequestChoice, RequestContent, RequestDetail, RequestForm, RequestItem, RequestQueue } from '@ekinerja/contracts/service-requests';
import { OrganisationService } from '../organisation/organisation.service.js';
import { LateEntryService } from '../skp/late-entry.service.js';
import { qrOnPaper } from '../testing/paper-reader.js';
import { TEST_PASSWORD, testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';
import { givenSkp } from '../testing/work.js';
import { strangers } from '../testing/strangers.js';

let test: TestApp;
let gov: TinyGovernment;
let desk: Record<string, string>;
let skpId: string;
let files = 0;
beforeAll(async () => {
  test = await testApp({ daerah: 'barito-kuala', clock: '2026-11-23T09:00:00+08:00' });
  gov = await tinyGovernment(test);
  desk = await strangers(test, gov);
  const result = await givenSkp(test, gov, 'budi');
  skpId = (await test.db.one<{ id: string }>(`SELECT skp_id AS id FROM skp_result WHERE id = $1`, [result]))!.id;
});
afterAll(() => test.close());

const content = (change: Partial<RequestContent> = {}): RequestContent => ({
  effectiveOn: '2026-12-01', decreeNumber: '821/9/2026', decreeDate: '2026-11-20', signatory: 'Bupati', postId: null, class: null, evaluatorId: null, adminId: null,
  reopens: null, skpId: null, months: [], from: null, to: null, until: null, ...change,
});
const NONE: Partial<RequestContent> = { effectiveOn: null, decreeNumber: null, decreeDate: null, signatory: null };
const LATE: Partial<RequestContent> = { ...NONE, until: '2026-12-10' };
const file = (as: string, kind: string, person: PersonName, change: Partial<RequestContent> = {}) =>
  test.call<OrProblem<RequestDetail>>('POST', '/service-requests', { as, body: { kind, employmentId: gov.people[person], reason: 'Sesuai surat keputusan terlampir', content: content(change) } });
const attach = (as: string, request: { id: string }, code: string) =>
  test.call<OrProblem<RequestDetail>>('POST', `/service-requests/${request.id}/attachments?code=${code}`, { as, file: { field: 'file', name: `${code}.pdf`, mediaType: 'application/pdf', content: Buffer.from(`%PDF-1.7 ${code}`) } });
const submit = (as: string, { id, version }: RequestDetail) => test.call<OrProblem<RequestDetail>>('POST', `/service-requests/${id}/submit`, { as, ifMatch: version });
const step = (as: string, { id, version }: { id: string; version: number }, body: object = {}) =>
  test.call<OrProblem<RequestDetail>>('POST', `/service-requests/${id}/steps`, { as, ifMatch: version, body: { outcome: 'forward', note: 'Diteruskan', reference: null, complete: null, ...body } });
/** On its way as far as the check of the attachments. */
const toCheck = async (request: RequestDetail): Promise<RequestDetail> => {
  let one = request;
  const go = async (as: string, body: object = {}) => {
    const answer = await step(as, one, body);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    one = answer.body;
  };
  files += 1;
  await go(desk['secretariat-officer']!, { reference: `045/${111 + files}` });
  await go(desk['secretariat-officer']!);
  await go(desk['subsection-officer']!, { reference: `SB/${files}` });
  await go(desk['subsection-officer']!);
  await go('super');
  await go(desk['field-head']!);
  await go(desk['agency-head']!);
  return one;
};
const toEntry = async (request: RequestDetail): Promise<RequestDetail> => {
  const one = await toCheck(request);
  return (await step('super', one, { complete: all(one) })).body;
};
const all = (request: RequestDetail) => request.attachments.map(({ code }) => code);
const whole = async (as: string, request: RequestDetail): Promise<RequestDetail> => {
  let one = request;
  for (const code of all(request)) one = (await attach(as, one, code)).body;
  return (await submit(as, one)).body;
};

it('BK-8.1 BK-8.2 BK-8.3 BK-8.4 the kinds, their attachments and who files them are the regulation’s', async () => {
  const form = (await test.call<RequestForm>('GET', '/service-requests/form', { as: 'siti' })).body;
  expect(form.kinds.map(({ code, filedBy, attachments, cite }) => [code, filedBy[0], attachments.length, cite.ref])).toEqual([
    ['perubahan-profil', 'owner', 4, 'Pasal 8 ayat (1)'], ['keterlambatan', 'owner', 4, 'Pasal 8 ayat (2)'], ['pensiun', 'unit-admin', 2, 'Pasal 8 ayat (3)'], ['meninggal-dunia', 'unit-admin', 2, 'Pasal 8 ayat (4)'],
  ]);
  expect((await file('siti', 'pensiun', 'siti')).body.rule).toMatchObject({ code: 'request.filer', cite: { ref: 'Pasal 8 ayat (3)' } });
  expect((await file('umpeg', 'perubahan-profil', 'siti')).body.rule).toMatchObject({ code: 'request.filer' });
  expect((await file('rina', 'pensiun', 'siti')).status).toBe(404);
  expect((await file('siti', 'keterlambatan', 'siti', { ...LATE, reopens: 'daily', from: '2026-11-05', to: '2026-11-06' })).body.rule).toMatchObject({ code: 'request.reopens' });
});

it('BK-1.4 BK-1.5 BK-1.7 BK-1.8 BK-1.11 BK-9.1 BK-9.2 BK-10.1 BK-10.2 BK-10.3 BK-11.1 BK-11.2 BK-11.3 BK-12.1 BK-12.2 BK-13 BK-14 BK-15 a class change goes its whole way', async () => {
  const draft = (await file('siti', 'perubahan-profil', 'siti', { class: '8' })).body;
  expect(draft).toMatchObject({ status: 'returned', mayEdit: true, step: null });
  expect((await test.call('GET', `/service-requests/${draft.id}/paper.pdf?paper=receipt`, { as: 'siti' })).status).toBe(409);
  expect((await test.call('GET', `/service-requests/${draft.id}`, { as: desk['secretariat-officer'] })).status).toBe(404);
  for (const code of ['surat-pengantar', 'sk-pangkat', 'sk-mutasi']) await attach('siti', draft, code);
  const filed = (await submit('siti', (await test.call<RequestDetail>('GET', `/service-requests/${draft.id}`, { as: 'siti' })).body)).body;
  const paper = (as: string, kind: string) => test.call('GET', `/service-requests/${draft.id}/paper.pdf?paper=${kind}`, { as });
  for (const kind of ['letter', 'changes', 'receipt']) expect([kind, (await paper('siti', kind)).raw.subarray(0, 5).toString()]).toEqual([kind, '%PDF-']);
  expect((await paper('budi', 'receipt')).status).toBe(404);
  const code = (await qrOnPaper((await paper('siti', 'receipt')).raw)).split('/').at(-1)!;
  expect((await test.call('GET', `/documents/verify/${code}`)).body).toMatchObject({ status: 'genuine', title: expect.stringContaining(draft.number) });
  expect(filed).toMatchObject({ status: 'filed', step: 'agenda-surat-masuk', stepBy: 'secretariat-officer', cite: { ref: 'Pasal 9 ayat (1)' } });
  expect((await step(desk['subsection-officer']!, filed)).status).toBe(403);
  expect((await step(desk['secretariat-officer']!, filed)).body.fields).toEqual([expect.objectContaining({ field: 'reference' })]);
  let one = await toCheck(filed);
  expect(one).toMatchObject({ step: 'kelengkapan', does: 'check' });
  // The list of changes is missing: not forwarded, returned with what lacks.
  expect((await step('super', one, { complete: all(one) })).body).toMatchObject({ rule: { code: 'request.incomplete' }, params: { count: 1 } });
  one = (await step('super', one, { outcome: 'return', note: 'Lengkapi daftar perubahan', complete: ['surat-pengantar', 'sk-pangkat', 'sk-mutasi'] })).body;
  expect(one).toMatchObject({ status: 'returned', missing: ['daftar-perubahan'] });
  one = (await attach('siti', one, 'daftar-perubahan')).body;
  one = (await submit('siti', one)).body;
  expect(one).toMatchObject({ status: 'filed', step: 'kelengkapan' });
  one = (await step('super', one, { complete: all(one) })).body;
  expect(one).toMatchObject({ step: 'entri', stepBy: 'subsection-officer' });
  const officer = desk['subsection-officer']!;
  test.setClock('2026-11-25T10:00:00+08:00');
  const queue = (await test.call<RequestQueue>('GET', '/service-requests/queue', { as: officer })).body;
  expect(queue.steps.find(({ code }) => code === 'entri')).toMatchObject({ waiting: 1, oldestDays: 2 });
  expect((await test.call<Page<RequestItem>>('GET', '/service-requests', { as: 'siti' })).body.items[0]).toMatchObject({ stepName: 'Entri perubahan', daysHere: 2, mine: false });
  one = (await step(officer, one)).body;
  // BK 12(1): the class of the day on which it holds, not before.
  const classOn = async (date: string) => (await test.app.get(OrganisationService).onDate(date)).definitivePost(gov.people.siti)?.class;
  expect([await classOn('2026-11-30'), await classOn('2026-12-01')]).toEqual(['6', '8']);
  expect((await test.call('GET', `/service-requests/${one.id}/paper.pdf?paper=report`, { as: officer })).status).toBe(409);
  one = (await step(officer, one, { note: 'Berkas sudah terentri' })).body;
  // BK 12(2): the report reaches the superadmin, who takes note of it.
  expect((await test.call<Page<NotificationItem>>('GET', '/notifications', { as: 'super' })).body.items[0]).toMatchObject({ topic: 'request-reported', path: `/pelayanan/${one.id}` });
  expect((await test.call('GET', '/service-requests/tasks', { as: 'super' })).body).toMatchObject({ reports: 1 });
  const report = one.events.at(-1)!;
  expect(report).toMatchObject({ report: true, acknowledgedAt: null, cite: { ref: 'Pasal 12 ayat (2)' } });
  const acknowledge = (as: string, number: number) => test.call<OrProblem<RequestDetail>>('POST', `/service-requests/${one.id}/reports/${number}/acknowledge`, { as });
  expect([(await acknowledge(officer, report.number)).status, (await acknowledge('super', 1)).status, (await acknowledge('super', 99)).status]).toEqual([403, 404, 404]);
  one = (await acknowledge('super', report.number)).body;
  expect(one.events.at(-1)).toMatchObject({ acknowledgedBy: 'Arif Rahman' });
  expect((await test.call('GET', `/service-requests/${one.id}/paper.pdf?paper=report`, { as: 'super' })).raw.subarray(0, 5).toString()).toBe('%PDF-');
  expect((await test.call('GET', '/service-requests/tasks', { as: 'super' })).body).toMatchObject({ reports: 0 });
  one = (await step(officer, one, { note: 'Admin SKPD diberi tahu' })).body;
  one = (await step(officer, one, { note: 'Tindak lanjut dilaporkan' })).body;
  one = (await step(officer, one, { note: 'Diarsipkan', reference: 'Rak 3, boks 12' })).body;
  expect(one).toMatchObject({ status: 'done', archivePlace: 'Rak 3, boks 12', step: null });
  expect(one.events.map(({ step: at, outcome }) => `${at ?? 'pemohon'} ${outcome}`).slice(0, 3)).toEqual(['pemohon filed', 'agenda-surat-masuk forward', 'ke-subbidang forward']);
  expect(one.events[1]).toMatchObject({ reference: '045/112', cite: { ref: 'Pasal 9 ayat (1)' } });
  const told = async (as: string) => (await test.call<Page<NotificationItem>>('GET', '/notifications', { as })).body.items.filter(({ path }) => path.endsWith(one.id)).map(({ topic }) => topic);
  expect(await told('umpeg')).toEqual(['request-done']);
  expect((await told('siti')).slice(0, 1)).toBeDefined();
  expect(await told('siti')).toContain('request-done');
  test.setClock('2026-11-23T09:00:00+08:00');
});

it('BK-8.2 a late entry opens exactly the SKP named, for the named person until the day, and ends by itself', async () => {
  const choices = (await test.call<LateEntryChoice[]>('GET', '/service-requests/late-entry', { as: 'budi' })).body;
  expect(choices).toEqual([{ skpId, year: 2026, periodFrom: '2026-01-01', periodTo: '2026-12-31', annual: true, months: Array.from({ length: 10 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`) }]);
  expect((await test.call('GET', '/service-requests/late-entry', { as: 'siti' })).body).toEqual([]);
  // Nothing to open again, and another's SKP: said when it is filed.
  expect((await file('siti', 'keterlambatan', 'siti', { ...LATE, reopens: 'annual', skpId })).status).toBe(404);
  const { id: resultId } = (await test.db.one<{ id: string }>(`SELECT id FROM skp_result WHERE skp_id = $1`, [skpId]))!;
  let one = await toEntry(await whole('budi', (await file('budi', 'keterlambatan', 'budi', { ...LATE, reopens: 'annual', skpId })).body));
  expect((await step(desk['subsection-officer']!, one)).status).toBe(200);
  const skp = () => test.db.one<{ status: string; determined: string | null }>(`SELECT status, determined_at::date::text AS determined FROM skp WHERE id = $1`, [skpId]);
  expect(await skp()).toEqual({ status: 'returned', determined: null });
  expect((await file('budi', 'keterlambatan', 'budi', { ...LATE, reopens: 'annual', skpId })).body.rule).toMatchObject({ code: 'request.not-closed' });
  const save = async () => {
    const { version, results } = (await test.call<SkpDetail>('GET', `/skp/${skpId}`, { as: 'budi' })).body;
    const [{ id, task, kind, superiorResultId, indicators }] = results as [SkpResult];
    const body = { results: [{ id, task, kind, superiorResultId, indicators, title: 'Laporan promosi kesehatan terlambat' }] };
    return test.call('PUT', `/skp/${skpId}`, { as: 'budi', ifMatch: version, body });
  };
  test.setClock('2026-12-10T09:00:00+08:00');
  expect((await save()).status).toBe(200);
  test.setClock('2026-12-11T09:00:00+08:00');
  expect((await save()).body).toMatchObject({ rule: { code: 'skp.late-entry-over' }, params: { until: '2026-12-10' } });
  await test.app.get(LateEntryService).endOn('2026-12-11');
  expect(await skp()).toEqual({ status: 'determined', determined: '2026-01-20' });
  expect(await test.db.one(`SELECT title FROM skp_result WHERE id = $1`, [resultId])).toEqual({ title: 'Laporan promosi kesehatan tersusun' });
  test.setClock('2026-11-23T09:00:00+08:00');
});

it('BK-8.2 a late entry of months opens those of the breakdown alone', async () => {
  const plan = () => test.call<WorkPlanView>('GET', `/work-plans/${skpId}`, { as: 'budi' });
  const before = (await plan()).body;
  expect([before.closedMonths.length, before.closedCite?.ref, before.reopenedUntil]).toEqual([10, 'Pasal 8 ayat (2)', null]);
  const write = async (month: string) => {
    const { version, targets, steps, results } = (await plan()).body;
    const target = { resultId: results[0]!.id, indicator: 0, level: 'month', period: month, quantity: String(version + 1) };
    return test.call<OrProblem<WorkPlanView>>('PUT', `/work-plans/${skpId}`, { as: 'budi', ifMatch: version, body: { targets: [...targets.filter(({ period }) => period !== month), target], steps } });
  };
  expect((await write('2026-12')).status).toBe(200);
  expect((await write('2026-03')).body).toMatchObject({ rule: { code: 'plan.month-closed', cite: { ref: 'Pasal 8 ayat (2)' } }, params: { month: '2026-03' } });
  expect((await file('budi', 'keterlambatan', 'budi', { ...LATE, reopens: 'monthly', skpId, months: ['2026-03', '2026-11'] })).body).toMatchObject({ rule: { code: 'request.month-open' }, params: { month: '2026-11' } });
  const one = await toEntry(await whole('budi', (await file('budi', 'keterlambatan', 'budi', { ...LATE, reopens: 'monthly', skpId, months: ['2026-03'] })).body));
  expect((await step(desk['subsection-officer']!, one)).status).toBe(200);
  expect((await plan()).body).toMatchObject({ skpStatus: 'determined', reopenedUntil: '2026-12-10' });
  expect((await write('2026-02')).body.rule).toMatchObject({ code: 'plan.month-closed' });
  test.setClock('2026-12-10T09:00:00+08:00');
  expect((await write('2026-03')).status).toBe(200);
  test.setClock('2026-12-11T09:00:00+08:00');
  expect((await plan()).body).toMatchObject({ reopenedUntil: null });
  expect((await write('2026-03')).body.rule).toMatchObject({ code: 'plan.month-closed' });
  test.setClock('2026-11-23T09:00:00+08:00');
});

it('BK-8.1 BK-8.2 BK-8.3 BK-11.2 what cannot be entered is refused when it is filed; what turns out so at the entry goes back and is put right', async () => {
  const fields = async (...of: Parameters<typeof file>) => (await file(...of)).body.fields?.map(({ field, rule }) => `${field} ${rule}`);
  expect((await file('siti', 'perubahan-profil', 'siti')).body.rule).toMatchObject({ code: 'request.nothing' });
  expect(await fields('siti', 'perubahan-profil', 'siti', { class: '99' })).toEqual(['content.class notListed']);
  expect(await fields('siti', 'perubahan-profil', 'siti', { adminId: gov.people.kaban })).toEqual(['content.adminId notListed']);
  expect(await fields('budi', 'keterlambatan', 'budi', { ...NONE, reopens: 'annual', skpId })).toEqual(['content.until required']);
  expect(await fields('budi', 'keterlambatan', 'budi', { ...LATE, reopens: 'annual', skpId, until: '2026-11-22' })).toEqual(['content.until notPast']);
  expect(await fields('umpeg', 'pensiun', 'rina', { decreeNumber: '' })).toEqual(['content.decreeNumber required']);
  expect(await fields('umpeg', 'meninggal-dunia', 'rina', { effectiveOn: '2026-12-01' })).toEqual(['content.effectiveOn notFuture']);
  // Approved and checked; meanwhile the day passed.
  let one = await toEntry(await whole('budi', (await file('budi', 'keterlambatan', 'budi', { ...LATE, reopens: 'monthly', skpId, months: ['2026-04'], until: '2026-11-25' })).body));
  test.setClock('2026-11-26T09:00:00+08:00');
  expect((await step(desk['subsection-officer']!, one)).body.fields).toEqual([{ field: 'content.until', rule: 'notPast' }]);
  one = (await step(desk['subsection-officer']!, one, { outcome: 'return', note: 'Tanggalnya sudah lewat' })).body;
  expect(one).toMatchObject({ status: 'returned', outcomes: [] });
  const amended = await test.call<OrProblem<RequestDetail>>('PUT', `/service-requests/${one.id}`, { as: 'budi', ifMatch: one.version, body: { reason: one.reason, content: { ...one.content, until: '2026-12-01' } } });
  // Another content: approved and checked once more, with what was approved before still on record.
  one = (await submit('budi', amended.body)).body;
  expect(one).toMatchObject({ status: 'filed', step: 'persetujuan-atasan' });
  expect((await test.call<OrProblem<RequestDetail>>('POST', `/service-requests/${one.id}/withdraw`, { as: 'siti', ifMatch: one.version, body: { reason: 'Tidak jadi' } })).status).toBe(404);
  one = (await test.call<OrProblem<RequestDetail>>('POST', `/service-requests/${one.id}/withdraw`, { as: 'budi', ifMatch: one.version, body: { reason: 'Tidak jadi' } })).body;
  expect(one).toMatchObject({ status: 'withdrawn', mayWithdraw: false, mayEdit: false });
  expect((await submit('budi', one)).status).toBe(409);
  test.setClock('2026-11-23T09:00:00+08:00');
});

it('BK-8.1 a post with a class, an evaluator and the admin of the SKPD, all chosen by name', async () => {
  const choices = async (as: string, what: string, q: string) => (await test.call<RequestChoice[]>('GET', `/service-requests/choices?what=${what}&q=${encodeURIComponent(q)}`, { as })).body;
  expect((await choices('umpeg', 'person', 'budi')).map(({ name }) => name)).toEqual(['Budi Santoso']);
  // Outside the SKPD, and for whoever administers none: nobody.
  expect([await choices('umpeg', 'person', 'fitri'), await choices('siti', 'person', 'budi'), await choices('siti', 'evaluator', 'budi'), await choices('siti', 'admin', 'fitri')]).toEqual([[], [], [], []]);
  const [evaluator] = await choices('siti', 'evaluator', 'lestari');
  const [admin] = await choices('siti', 'admin', 'rina');
  const [post] = await choices('siti', 'post', 'perawat');
  const draft = (await file('siti', 'perubahan-profil', 'siti', { effectiveOn: '2026-12-15', postId: post!.id, class: '9', evaluatorId: evaluator!.id, adminId: admin!.id })).body;
  expect(draft.names).toEqual({ post: 'Perawat Terampil, Puskesmas Sungai Danau', evaluator: 'Lestari', admin: 'Rina Wati', skp: null });
  const one = await toEntry(await whole('siti', draft));
  expect((await step(desk['subsection-officer']!, one)).status).toBe(200);
  const organisation = test.app.get(OrganisationService);
  const held = (await organisation.onDate('2026-12-15')).definitivePost(gov.people.siti);
  expect([held?.postName, held?.class]).toEqual(['Perawat Terampil', '9']);
  expect((await organisation.evaluatorOn(gov.people.siti, '2026-12-15')).evaluator?.employmentId).toBe(gov.people.kapus);
  const admins = await test.db.query(`SELECT account_id AS id, valid_from::text AS "from", valid_to::text AS "to" FROM account_role WHERE role = 'unit-admin' AND unit_id = $1 ORDER BY valid_from`, [gov.units.dinkes]);
  expect(admins).toEqual([{ id: gov.accounts.umpeg, from: '2024-01-01', to: '2026-12-14' }, { id: gov.accounts.rina, from: '2026-12-15', to: null }]);
});

it('BK-9.1 BK-10.1 BK-15 the agenda gives each number once a year, is searched and goes to Excel; those of the reader stand first', async () => {
  const officer = desk['secretariat-officer']!;
  const one = await whole('budi', (await file('budi', 'perubahan-profil', 'budi', { class: '7' })).body);
  expect((await step(officer, one, { reference: '045/112' })).body).toMatchObject({ rule: { code: 'request.agenda-taken', cite: { ref: 'Pasal 9 ayat (1)' } }, params: { number: '045/112', year: 2026 } });
  const list = async (as: string, query: string) => (await test.call<Page<RequestItem>>('GET', `/service-requests?${query}`, { as })).body.items;
  const [first, second] = await list(officer, 'limit=2');
  expect([first!.id, first!.mine, second!.mine]).toEqual([one.id, true, false]);
  expect((await list(officer, 'q=045/112')).map(({ agenda }) => agenda)).toEqual([['045/112', 'SB/1']]);
  expect((await list(officer, 'mine=true')).map(({ id }) => id)).toEqual([one.id]);
  expect((await list(officer, 'q=Rak 3')).map(({ archivePlace }) => archivePlace)).toEqual(['Rak 3, boks 12']);
  expect((await list(officer, 'status=withdrawn')).length).toBe(1);
  expect(await list('rina', 'q=budi')).toEqual([]);
  const agenda = async (query: string) => (await test.call<Page<AgendaItem>>('GET', `/service-requests/agenda?${query}`, { as: officer })).body;
  const book = await agenda('book=agenda-subbidang&limit=2');
  const rest = await agenda(`book=agenda-subbidang&limit=50&cursor=${book.nextCursor}`);
  // Some of the same instant: every one once all the same.
  expect([...book.items, ...rest.items].map(({ number }) => number).sort()).toEqual(Array.from({ length: files }, (_, at) => `SB/${at + 1}`));
  expect((await agenda('q=SB/1&book=agenda-subbidang')).items).toMatchObject([{ number: 'SB/1', bookName: 'Agenda subbidang', personName: 'Siti Aminah', archivePlace: 'Rak 3, boks 12' }]);
  expect((await agenda('year=2025')).items).toEqual([]);
  const workbook = await test.call('GET', '/service-requests/agenda.xlsx', { as: officer });
  expect([workbook.status, workbook.raw.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  expect((await test.call('GET', '/service-requests/agenda', { as: 'umpeg' })).status).toBe(403);
  expect((await test.call('GET', '/service-requests/tasks', { as: officer })).body).toEqual({ waiting: 1, reports: 0, returned: 0 });
});

it('BK-8.3 BK-8.4 retirement closes the account and keeps the history; a refused file changes nothing', async () => {
  const refused = (await file('umpeg', 'meninggal-dunia', 'bendahara', { effectiveOn: '2026-11-20' })).body;
  let one = (await whole('umpeg', refused));
  for (const [as, body] of [[desk['secretariat-officer'], { reference: '1' }], [desk['secretariat-officer'], {}], [desk['subsection-officer'], { reference: '2' }], [desk['subsection-officer'], {}], ['super', {}]] as const) one = (await step(as!, one, body)).body;
  expect((await step(desk['field-head']!, one, { outcome: 'refuse', note: 'Surat kematian tidak sah' })).body).toMatchObject({ status: 'refused' });
  // The unit's admin changed while it was returned: the successor puts it right, who filed it no more.
  one = await toCheck(await whole('umpeg', (await file('umpeg', 'pensiun', 'dewi', { effectiveOn: '2026-11-20' })).body));
  one = (await step('super', one, { outcome: 'return', note: 'Lengkapi', complete: [] })).body;
  test.setClock('2026-12-16T09:00:00+08:00');
  expect((await submit('umpeg', one)).status).toBe(403);
  one = (await submit('rina', one)).body;
  expect(one).toMatchObject({ status: 'filed', step: 'kelengkapan' });
  one = (await step('super', one, { complete: all(one) })).body;
  expect((await step(desk['subsection-officer']!, one)).status).toBe(200);
  const account = await test.db.one<{ closed: boolean }>(`SELECT disabled_at IS NOT NULL AS closed FROM account WHERE id = $1`, [gov.accounts.dewi]);
  expect(account).toEqual({ closed: true });
  expect((await test.app.inject({ method: 'POST', url: '/api/v1/auth/sign-in', payload: { username: 'dewi', password: TEST_PASSWORD } })).statusCode).toBe(401);
  expect(await test.db.one(`SELECT count(*)::int AS n FROM employment WHERE id = $1`, [gov.people.dewi])).toEqual({ n: 1 });
  expect((await test.call<Page<RequestItem>>('GET', '/service-requests', { as: 'kasubbk' })).body.items).toEqual([]);
  test.setClock('2026-11-23T09:00:00+08:00');
});
