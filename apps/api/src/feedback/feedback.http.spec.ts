import type { Page } from '@ekinerja/contracts/basics';
import type { EvaluationsDue } from '@ekinerja/contracts/evaluations';
import type { FeedbackItem, FeedbackPerson, FeedbackRecord, InvitationForm, NewInvitation, SilentLeaders } from '@ekinerja/contracts/feedback';
import type { NotificationItem } from '@ekinerja/contracts/notifications';
import type { PersonTimeline } from '@ekinerja/contracts/person-timeline';
import type { SkpChangeDetail } from '@ekinerja/contracts/skp-record';
import { FeedbackRecordService } from './feedback-record.service.js';
import { testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';
import { givenSkp } from '../testing/work.js';

let test: TestApp;
let gov: TinyGovernment;
let result: string;
beforeAll(async () => {
  test = await testApp({ clock: '2026-11-23T09:00:00+08:00' });
  gov = await tinyGovernment(test);
  result = await givenSkp(test, gov, 'siti');
});
afterAll(() => test.close());

const feedback = (as: string, change: object = {}) =>
  test.call<OrProblem<FeedbackItem>>('POST', '/feedback', {
    as,
    body: {
      employmentId: gov.people.siti, kind: 'incidental', way: 'indirect', heldOn: null, subject: 'general', resultId: null, indicator: null, behaviour: null,
      text: 'Laporan rapi dan tepat waktu.', ...change,
    },
  });
const ABOUT_ALL = { kind: 'incidental', subject: 'general', resultId: null, indicator: null, behaviour: null };
const record = async (as: string, person: 'siti' | 'budi' | 'dewi' = 'siti') => (await test.call<OrProblem<FeedbackRecord>>('GET', `/feedback/people/${gov.people[person]}`, { as })).body;
const mark = (as: string, body: object) => test.call<OrProblem<FeedbackRecord>>('POST', `/feedback/people/${gov.people.siti}/marks`, { as, body });
const measure = (as: string, markId: string, body: object) => test.call<OrProblem<FeedbackRecord>>('POST', `/feedback/marks/${markId}/measures`, { as, body });

describe('continuous feedback', () => {
  it('TL-16.2 TL-17.1 TL-18.3 a leader gives it in writing or records a conversation, about a result, an indicator or a behaviour', async () => {
    const written = await feedback('kasi', { subject: 'indicator', resultId: result, indicator: 0 });
    expect(written.status).toBe(201);
    expect(written.body).toMatchObject({ giver: 'leader', giverName: 'Ahmad Fauzi', way: 'indirect', about: 'Laporan promosi kesehatan tersusun – Jumlah laporan' });
    expect((await feedback('kasi', { way: 'direct' })).body.fields).toEqual([expect.objectContaining({ field: 'heldOn' })]);
    expect((await feedback('kasi', { way: 'direct', heldOn: '2026-11-24' })).status).toBe(400);
    const said = await feedback('kasi', { way: 'direct', heldOn: '2026-11-20', subject: 'behaviour', behaviour: 'akuntabel' });
    expect(said.body).toMatchObject({ way: 'direct', heldOn: '2026-11-20', about: 'Akuntabel' });
    expect((await feedback('kasi', { subject: 'result', resultId: gov.people.siti })).body.fields).toEqual([expect.objectContaining({ field: 'resultId' })]);
  });

  it('TL-17.2 TL-18.4 peers and subordinates give as what they are; strangers do not find the person', async () => {
    expect((await feedback('budi', { kind: 'periodic' })).body).toMatchObject({ giver: 'peer', kind: 'periodic' });
    expect((await feedback('siti', { employmentId: gov.people.kasi })).body).toMatchObject({ giver: 'subordinate' });
    expect((await feedback('rina')).status).toBe(404);
    expect((await feedback('siti')).status).toBe(403);
    const around = (await test.call<FeedbackPerson[]>('GET', '/feedback/people', { as: 'kasi' })).body;
    expect(around.map(({ name, as }) => [name, as])).toEqual([['Budi Santoso', 'leader'], ['Siti Aminah', 'leader'], ['Nurhayati', 'subordinate']]);
  });

  it('TL-16.3 all of it stands in the record; the person answers; a peer sees their own words only', async () => {
    const own = await record('siti');
    expect(own.feedback.map(({ giver }) => giver)).toEqual(['peer', 'leader', 'leader']);
    expect((await record('budi')).feedback.map(({ giver }) => giver)).toEqual(['peer']);
    expect((await record('budi')).marks).toEqual([]);
    expect((await record('kasi')).feedback).toHaveLength(3);
    expect((await record('rina')).code).toBe('not-found');
    expect((await record('bendahara')).code).toBe('not-found');
    const first = own.feedback[0]!;
    const answer = (as: string, version: number | null) => test.call<OrProblem<FeedbackItem>>('POST', `/feedback/${first.id}/answer`, { as, ifMatch: version, body: { answer: 'Terima kasih, saya lengkapi.' } });
    expect((await answer('kasi', 1)).status).toBe(403);
    expect((await answer('rina', 1)).status).toBe(404);
    expect((await answer('siti', null)).status).toBe(428);
    expect((await answer('siti', 1)).body).toMatchObject({ answer: 'Terima kasih, saya lengkapi.', version: 2 });
    expect((await answer('siti', 2)).status).toBe(409);
    const mine = (await test.call<Page<FeedbackItem>>('GET', '/feedback/mine?limit=2', { as: 'siti' })).body;
    expect(mine.items).toHaveLength(2);
    const rest = (await test.call<Page<FeedbackItem>>('GET', `/feedback/mine?limit=2&cursor=${mine.nextCursor}`, { as: 'siti' })).body;
    expect(rest).toMatchObject({ items: [{ giver: 'leader' }], nextCursor: null });
  });

  it('BN-15.1 feedback stands in the person’s timeline, for whoever may know it and not for who only pays the SKPD', async () => {
    const of = async (as: string) => (await test.call<PersonTimeline>('GET', `/employees/${gov.people.siti}/timeline`, { as })).body.lines.filter(({ code }) => code === 'feedback');
    expect((await of('siti')).map(({ params }) => params.giver).sort()).toEqual(['leader', 'leader', 'peer']);
    expect((await of('kasi'))[0]).toMatchObject({ area: 'coaching', target: { kind: 'feedback', id: gov.people.siti } });
    expect((await test.call('GET', `/employees/${gov.people.siti}/timeline`, { as: 'bendahara' })).status).toBe(404);
    expect(JSON.stringify(await of('umpeg'))).not.toContain('Laporan rapi');
  });

  it('TL-17.2 another party writes once by a link without an account; the link is dead afterwards', async () => {
    const invite = (as: string) =>
      test.call<OrProblem<NewInvitation>>('POST', `/feedback/people/${gov.people.siti}/invitations`, { as, body: { ...ABOUT_ALL, name: 'Kader Melati', office: 'Posyandu Melati', email: null, question: 'Bagaimana penyuluhannya?' } });
    expect((await invite('budi')).status).toBe(403);
    const { url, id } = (await invite('kasi')).body;
    const secret = url.split('/').at(-1);
    const form = await test.call<InvitationForm>('GET', `/feedback/invitations/${secret}`);
    expect(form.body).toMatchObject({ personName: 'Siti Aminah', invitedBy: 'Ahmad Fauzi', question: 'Bagaimana penyuluhannya?' });
    expect(Object.keys(form.body)).not.toContain('nip');
    const write = () => test.call('POST', `/feedback/invitations/${secret}`, { body: { text: 'Penyuluhan mudah dipahami ibu-ibu.' } });
    const both = await Promise.all([write(), write()]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 404]);
    expect((await test.call('GET', `/feedback/invitations/${secret}`)).status).toBe(404);
    expect((await record('siti')).feedback[0]).toMatchObject({ giver: 'other', giverName: 'Kader Melati', giverOffice: 'Posyandu Melati', about: 'Bagaimana penyuluhannya?' });
    expect((await test.call('DELETE', `/feedback/invitation/${id}`, { as: 'kasi' })).status).toBe(409);
    const second = (await invite('kasi')).body;
    expect((await test.call('DELETE', `/feedback/invitation/${second.id}`, { as: 'kasi' })).status).toBe(204);
    expect((await test.call('GET', `/feedback/invitations/${second.url.split('/').at(-1)}`)).status).toBe(404);
    const third = (await invite('kasi')).body;
    test.setClock('2026-12-24T09:00:00+08:00');
    expect((await test.call('GET', `/feedback/invitations/${third.url.split('/').at(-1)}`)).status).toBe(404);
    test.setClock('2026-11-23T10:00:00+08:00');
    const kept = await test.db.query<{ secret_hash: string }>(`SELECT secret_hash FROM feedback_invitation`);
    expect(kept.some(({ secret_hash }) => secret_hash.includes(secret!))).toBe(false);
  });

  it('TL-18.4 another party gives periodic feedback as well, and about a result, an indicator or a behaviour', async () => {
    const invite = (change: object) =>
      test.call<OrProblem<NewInvitation>>('POST', `/feedback/people/${gov.people.siti}/invitations`, {
        as: 'kasi', body: { ...ABOUT_ALL, name: 'Bidan Desa', office: 'Desa Sungai Danau', email: null, question: null, ...change },
      });
    expect((await invite({ subject: 'result', resultId: gov.people.siti })).body.fields).toEqual([expect.objectContaining({ field: 'resultId' })]);
    const { url, kind, about } = (await invite({ kind: 'periodic', subject: 'indicator', resultId: result, indicator: 0 })).body;
    expect({ kind, about }).toEqual({ kind: 'periodic', about: 'Laporan promosi kesehatan tersusun – Jumlah laporan' });
    const secret = url.split('/').at(-1);
    expect((await test.call<InvitationForm>('GET', `/feedback/invitations/${secret}`)).body).toMatchObject({ about, question: null });
    await test.call('POST', `/feedback/invitations/${secret}`, { body: { text: 'Laporan dibagikan tepat waktu kepada desa.' } });
    expect((await record('siti')).feedback[0]).toMatchObject({ giver: 'other', kind: 'periodic', subject: 'indicator', about });
  });

  it('TL-18.1 TL-18.2 the rhythm is agreed by both sides; what is due and late shows', async () => {
    expect((await record('siti')).rhythm).toMatchObject({ every: 'quarterly', standing: 'default', cite: { ref: 'Pasal 18 ayat (2)', reading: true } });
    // Nothing periodic in July to September: late since 15 October.
    expect((await record('kasi')).due).toMatchObject({ given: false, late: true, missed: { from: '2026-07-01', to: '2026-09-30' }, dueOn: '2027-01-14' });
    const path = `/feedback/people/${gov.people.siti}/rhythm`;
    expect((await test.call('PUT', path, { as: 'budi', body: { every: 'monthly' } })).status).toBe(403);
    expect((await test.call<FeedbackRecord>('PUT', path, { as: 'kasi', body: { every: 'monthly' } })).body.rhythm).toMatchObject({ standing: 'proposed', mayConfirm: false });
    expect((await test.call('POST', `${path}/agree`, { as: 'kasi' })).status).toBe(403);
    expect((await record('siti')).rhythm).toMatchObject({ every: 'monthly', standing: 'proposed', mayConfirm: true, proposedBy: 'Ahmad Fauzi' });
    expect((await test.call<FeedbackRecord>('POST', `${path}/agree`, { as: 'siti' })).body.rhythm).toMatchObject({ every: 'monthly', standing: 'agreed' });
    // Agreed in November: nothing earlier is missed by it.
    expect((await record('siti')).due).toMatchObject({ from: '2026-11-01', late: false, dueOn: '2026-12-14', given: false });
    await feedback('kasi', { kind: 'periodic' });
    expect((await record('siti')).due).toMatchObject({ given: true });
    test.setClock('2027-01-20T09:00:00+08:00');
    expect((await record('kasi')).due).toMatchObject({ late: true, missed: { from: '2026-12-01', to: '2026-12-31' } });
    test.setClock('2026-11-23T10:00:00+08:00');
  });

  it('TL-16.1 lists the leaders who gave none, as far as a role reaches', async () => {
    const silent = await test.call<SilentLeaders>('GET', '/feedback/silent-leaders', { as: 'umpeg' });
    expect(silent.body.cite?.ref).toBe('Pasal 16 ayat (1)');
    const of = (name: string) => silent.body.items.find(({ personName }) => personName === name);
    expect(of('Ahmad Fauzi')).toMatchObject({ people: 2, withoutFeedback: 1, late: 1, withoutCoaching: null });
    expect(of('Lestari')).toMatchObject({ people: 2, withoutFeedback: 2 });
    expect(of('Sofyan Noor')).toBeUndefined();
    expect((await test.call('GET', '/feedback/silent-leaders', { as: 'siti' })).status).toBe(403);
  });
});

describe('leaders beside the evaluator, and conversations recorded late', () => {
  it('TL-1.16 TL-17.1 TL-16.1 who is recorded beside the evaluator sees the person, gives as a leader, and is listed while silent', async () => {
    const named = await test.call('POST', '/leaders', {
      as: 'super', body: {
        employmentId: gov.people.siti, scope: 'other-unit', leaderEmploymentId: gov.people.kasubBk, outsideName: null, outsideOffice: null,
        validFrom: '2026-10-01', validTo: '2026-12-31', reason: 'Tim percepatan stunting',
      },
    });
    expect(named.status).toBe(200);
    const around = async () => (await test.call<FeedbackPerson[]>('GET', '/feedback/people', { as: 'kasubBk' })).body.filter(({ as }) => as === 'leader').map(({ name }) => name);
    expect(await around()).toContain('Siti Aminah');
    const silent = async () => (await test.call<SilentLeaders>('GET', '/feedback/silent-leaders', { as: 'umpeg' })).body.items.find(({ personName }) => personName === 'Fitriani');
    // Of Siti's SKPD she leads one; the evaluator's own feedback is not hers.
    expect(await silent()).toMatchObject({ people: 1, withoutFeedback: 1 });
    expect((await feedback('kasubBk')).body).toMatchObject({ giver: 'leader', giverName: 'Fitriani' });
    expect((await silent())?.withoutFeedback ?? 0).toBe(0);
    test.setClock('2027-01-02T09:00:00+08:00');
    expect(await around()).not.toContain('Siti Aminah');
    test.setClock('2026-11-23T10:00:00+08:00');
  });

  it('TL-18.2 TL-16.3 a conversation recorded long after is kept, and mends neither lateness nor the record of a judged period', async () => {
    const said = await feedback('kasi', { employmentId: gov.people.budi, kind: 'periodic', way: 'direct', heldOn: '2026-09-28', text: 'Rekap bulanan sudah lengkap.' });
    expect(said.status).toBe(201);
    expect((await record('kasi', 'budi')).due).toMatchObject({ given: true, late: true, missed: { from: '2026-07-01', to: '2026-09-30' } });
    const ground = async (judgedAt: string) =>
      (await test.app.get(FeedbackRecordService).within(gov.people.budi, '2026-09-01', '2026-09-30', new Date(judgedAt))).map(({ id }) => id);
    expect(await ground('2026-10-05T00:00:00Z')).toEqual([]);
    expect(await ground('2026-11-24T00:00:00Z')).toEqual([said.body.id]);
  });
});

describe('progress', () => {
  it('TL-19.1 TL-19.2 progress opens appreciation and a new assignment, to the leader only', async () => {
    expect((await mark('budi', { resultId: null, progress: true, note: 'Makin baik' })).status).toBe(403);
    const marked = (await mark('kasi', { resultId: null, progress: true, note: 'Penyuluhan makin baik' })).body.marks[0]!;
    expect(marked.open.map(({ measure: one, cite }) => [one, cite.ref])).toEqual([['appreciation', 'Pasal 19 ayat (2)'], ['assignment', 'Pasal 19 ayat (2)']]);
    expect((await measure('kasi', marked.id, { measure: 'appreciation', note: 'Pujian pada rapat bidang' })).status).toBe(201);
    expect((await measure('kasi', marked.id, { measure: 'appreciation', note: 'Pujian pada rapat bidang' })).status).toBe(409);
    expect((await measure('kasi', marked.id, { measure: 'coaching', note: 'Dibina', coaching: 'guidance' })).body.rule).toMatchObject({ code: 'feedback.measure' });
    expect((await record('siti')).marks[0]).toMatchObject({ measures: [{ measure: 'appreciation', done: true }], open: [] });
  });

  it('TL-19.3 TL-19.4 TL-19.5 no progress adjusts expectations or resources through the change of the SKP', async () => {
    const marked = (await mark('kasi', { resultId: result, progress: false, note: 'Laporan tertinggal dua bulan' })).body.marks[0]!;
    expect(marked.open.map(({ measure: one }) => one)).toEqual(['expectations', 'resources', 'coaching', 'coaching-proposal']);
    expect((await measure('kasi', marked.id, { measure: 'resources', note: 'Tambah tenaga entri data' })).status).toBe(400);
    const taken = (await measure('kasi', marked.id, { measure: 'resources', note: 'Tambah tenaga entri data', resources: ['people'] })).body;
    const change = taken.marks[0]!.measures[0]!;
    expect(change).toMatchObject({ measure: 'resources', done: false, skpChangeId: expect.any(String) as string });
    const detail = (await test.call<SkpChangeDetail>('GET', `/skp-changes/${change.skpChangeId}`, { as: 'siti' })).body;
    expect(detail).toMatchObject({ status: 'draft', reason: 'Tambah tenaga entri data', resources: ['people'] });
    // One change at a time.
    expect((await measure('kasi', marked.id, { measure: 'expectations', note: 'Turunkan target laporan' })).status).toBe(409);
  });

  it('TL-19.6 TL-19.7 TL-20 a result is taken over only after coaching brought no progress, with its note', async () => {
    const before = (await mark('kasi', { resultId: result, progress: false, note: 'Masih tertinggal' })).body.marks[0]!;
    const early = await measure('kasi', before.id, { measure: 'take-over', note: 'Tidak dapat menyelesaikan laporan' });
    expect(early.body.rule).toMatchObject({ code: 'feedback.take-over-too-early', cite: { ref: 'Pasal 19 ayat (6)' } });
    const coached = (await measure('kasi', before.id, { measure: 'coaching', note: 'Bimbingan menyusun laporan', coaching: 'guidance' })).body;
    const coaching = coached.coachings[0]!;
    expect(coaching).toMatchObject({ kind: 'guidance', status: 'running', coachName: 'Ahmad Fauzi' });
    const end = (version: number) => test.call<OrProblem<FeedbackRecord>>('POST', `/feedback/coachings/${coaching.id}/end`, { as: 'kasi', ifMatch: version, body: { outcome: 'Belum ada kemajuan' } });
    expect((await end(1)).body.rule).toMatchObject({ code: 'coaching.no-session' });
    const session = await test.call<FeedbackRecord>('POST', `/feedback/coachings/${coaching.id}/sessions`, {
      as: 'kasi', ifMatch: 1, body: { heldOn: '2026-11-23', notes: 'Membahas cara merekap data posyandu', outcome: 'Dicoba satu pekan' },
    });
    expect(session.body.coachings[0]!.sessions).toEqual([expect.objectContaining({ heldOn: '2026-11-23', outcome: 'Dicoba satu pekan', by: 'Ahmad Fauzi' })]);
    expect((await end(2)).body.coachings[0]).toMatchObject({ status: 'ended', outcome: 'Belum ada kemajuan' });
    // On the same mark the measure is not yet shown to have failed.
    expect((await measure('kasi', before.id, { measure: 'take-over', note: 'Tidak dapat menyelesaikan laporan' })).status).toBe(422);
    const after = (await mark('kasi', { resultId: result, progress: false, note: 'Sesudah bimbingan tetap tertinggal' })).body.marks[0]!;
    expect(after.open.map(({ measure: one }) => one)).toContain('take-over');
    const taken = await measure('kasi', after.id, { measure: 'take-over', note: 'Pegawai tidak dapat menyelesaikan rencana hasil kerja ini' });
    expect(taken.body.takeOvers).toEqual([
      expect.objectContaining({ result: 'Laporan promosi kesehatan tersusun', note: 'Pegawai tidak dapat menyelesaikan rencana hasil kerja ini', by: 'Ahmad Fauzi' }),
    ]);
    expect((await record('siti')).takeOvers).toHaveLength(1);
  });

  it('TL-19.3 coaching that the evaluator proposes is told to their superior; it begins with its first session', async () => {
    const topics = async (as: string) => {
      await test.deliver();
      return (await test.call<Page<NotificationItem>>('GET', '/notifications', { as })).body.items.map(({ topic }) => topic);
    };
    const before = (await topics('siti')).filter((topic) => topic === 'coaching-opened').length;
    const marked = (await mark('kasi', { resultId: null, progress: false, note: 'Perlu dibina pihak lain' })).body.marks[0]!;
    const proposed = (await measure('kasi', marked.id, { measure: 'coaching-proposal', note: 'Diusulkan konseling', coaching: 'counselling' })).body.coachings[0]!;
    expect(proposed.status).toBe('proposed');
    expect(await topics('kabid')).toContain('coaching-proposed');
    expect((await topics('siti')).filter((topic) => topic === 'coaching-opened')).toHaveLength(before);
    await test.call('POST', `/feedback/coachings/${proposed.id}/sessions`, {
      as: 'kasi', ifMatch: proposed.version, body: { heldOn: '2026-11-23', notes: 'Konseling pertama', outcome: 'Disepakati langkah' },
    });
    expect((await topics('siti')).filter((topic) => topic === 'coaching-opened')).toHaveLength(before + 1);
  });

  it('TL-19.8 the note stands before the evaluator at evaluation', async () => {
    const due = (await test.call<EvaluationsDue>('GET', '/evaluations/due?month=2026-11', { as: 'kasi' })).body;
    expect(due.items.map(({ personName, takeOvers }) => [personName, takeOvers?.map(({ note }) => note)])).toEqual([
      ['Budi Santoso', []], ['Siti Aminah', ['Pegawai tidak dapat menyelesaikan rencana hasil kerja ini']],
    ]);
  });

  it('TL-16.3 X-PR-1 the record is printed as a form whose code says genuine, to those who may read it', async () => {
    const paper = (as: string) => test.call('GET', `/feedback/people/${gov.people.siti}/record.pdf?year=2026`, { as });
    expect((await paper('budi')).status).toBe(404);
    const printed = await paper('siti');
    expect(printed.raw.subarray(0, 5).toString()).toBe('%PDF-');
    expect(printed.headers['content-disposition']).toContain('umpan-balik-2026-siti-aminah.pdf');
    const issued = await test.db.one<{ verify_code: string }>(`SELECT verify_code FROM issued_document WHERE kind = 'feedback-record' AND superseded_at IS NULL`);
    expect((await test.call<{ status: string; title: string }>('GET', `/documents/verify/${issued!.verify_code}`)).body).toMatchObject({ status: 'genuine', title: 'Rekaman Umpan Balik 2026 – Siti Aminah' });
  });
});
