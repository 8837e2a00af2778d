import type { Page } from '@ekinerja/contracts/basics';
import type { NotificationItem } from '@ekinerja/contracts/notifications';
import type { RequestContent, RequestDetail, RequestForm, RequestItem, RequestQueue } from '@ekinerja/contracts/service-requests';
import { OrganisationService } from '../organisation/organisation.service.js';
import { qrOnPaper } from '../testing/paper-reader.js';
import { TEST_PASSWORD, testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';
import { givenSkp } from '../testing/work.js';
import { strangers } from '../testing/strangers.js';

let test: TestApp;
let gov: TinyGovernment;
let desk: Record<string, string>;
beforeAll(async () => {
  test = await testApp({ daerah: 'barito-kuala', clock: '2026-11-23T09:00:00+08:00' });
  gov = await tinyGovernment(test);
  desk = await strangers(test, gov);
  await givenSkp(test, gov, 'budi');
});
afterAll(() => test.close());

const content = (change: Partial<RequestContent> = {}): RequestContent => ({
  effectiveOn: '2026-12-01', decreeNumber: '821/9/2026', decreeDate: '2026-11-20', signatory: 'Bupati', postId: null, class: null, evaluatorId: null, reopens: null, from: null, to: null, until: null, ...change,
});
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
  await go(desk['secretariat-officer']!, { reference: '045/112' });
  await go(desk['secretariat-officer']!);
  await go(desk['subsection-officer']!, { reference: 'SB/31' });
  await go(desk['subsection-officer']!);
  await go('super');
  await go(desk['field-head']!);
  await go(desk['agency-head']!);
  return one;
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
  expect((await file('siti', 'keterlambatan', 'siti', { reopens: 'daily' })).body.rule).toMatchObject({ code: 'request.reopens' });
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
  one = (await step(officer, one, { note: 'Berkas sudah terentri' })).body;
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

it('BK-8.2 a late entry opens exactly what was named for the named person', async () => {
  const draft = (await file('budi', 'keterlambatan', 'budi', { reopens: 'annual', until: '2026-12-10' })).body;
  let one = await toCheck(await whole('budi', draft));
  one = (await step('super', one, { complete: all(one) })).body;
  expect((await step(desk['subsection-officer']!, one)).status).toBe(200);
  const skp = await test.db.one<{ status: string }>(`SELECT status FROM skp WHERE employment_id = $1`, [gov.people.budi]);
  expect(skp).toEqual({ status: 'returned' });
});

it('BK-8.3 BK-8.4 retirement closes the account and keeps the history; a refused file changes nothing', async () => {
  const refused = (await file('umpeg', 'meninggal-dunia', 'bendahara')).body;
  let one = (await whole('umpeg', refused));
  for (const [as, body] of [[desk['secretariat-officer'], { reference: '1' }], [desk['secretariat-officer'], {}], [desk['subsection-officer'], { reference: '2' }], [desk['subsection-officer'], {}], ['super', {}]] as const) one = (await step(as!, one, body)).body;
  expect((await step(desk['field-head']!, one, { outcome: 'refuse', note: 'Surat kematian tidak sah' })).body).toMatchObject({ status: 'refused' });
  one = await toCheck(await whole('umpeg', (await file('umpeg', 'pensiun', 'dewi', { effectiveOn: '2026-11-20' })).body));
  one = (await step('super', one, { complete: all(one) })).body;
  expect((await step(desk['subsection-officer']!, one)).status).toBe(200);
  const account = await test.db.one<{ closed: boolean }>(`SELECT disabled_at IS NOT NULL AS closed FROM account WHERE id = $1`, [gov.accounts.dewi]);
  expect(account).toEqual({ closed: true });
  expect((await test.app.inject({ method: 'POST', url: '/api/v1/auth/sign-in', payload: { username: 'dewi', password: TEST_PASSWORD } })).statusCode).toBe(401);
  expect(await test.db.one(`SELECT count(*)::int AS n FROM employment WHERE id = $1`, [gov.people.dewi])).toEqual({ n: 1 });
  expect((await test.call<Page<RequestItem>>('GET', '/service-requests', { as: 'rina' })).body.items).toEqual([]);
});
