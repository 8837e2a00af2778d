import type { Page } from '@ekinerja/contracts/basics';
import type { CorrectionPreview, EmploymentEvent, EmploymentEventInput, EventFile, EventPreview, OpenPost } from '@ekinerja/contracts/employment-events';
import type { EmployeeDetail } from '@ekinerja/contracts/employees';
import type { EvaluatorAnswerView } from '@ekinerja/contracts/organisation';
import { sharedApp } from '../testing/shared-app.js';
import type { OrProblem, TestApp } from '../testing/test-app.js';
import { givenSkp } from '../testing/work.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';

/** Today is Monday 23 November 2026. */
const letter = (event: Partial<EmploymentEventInput> & Pick<EmploymentEventInput, 'kind' | 'effectiveOn'>): EmploymentEventInput => ({
  spmtOn: null, decreeNumber: '800.1.3/77/BKPSDM', decreeDate: '2026-11-20', signatory: 'Bupati', fileId: null, note: null, postId: null, rank: null,
  until: null, sharePercent: null, releasesPost: false, ...event,
});

describe('events of employment over HTTP', () => {
  const shared = sharedApp({}, async (booted) => {
    const people = await tinyGovernment(booted);
    await booted.db.query(`INSERT INTO account_role (account_id, role, valid_from, reason) VALUES ($1,'staffing-manager','2024-01-01','uji')`, [people.accounts.kasubBk]);
    return people;
  });
  let test: TestApp;
  let tiny: TinyGovernment;
  beforeEach(() => void ({ test, given: tiny } = shared));

  const preview = (person: PersonName, event: EmploymentEventInput, as = 'kasubbk') =>
    test.call<OrProblem<EventPreview>>('POST', `/employees/${tiny.people[person]}/events/preview`, { as, body: event });
  const record = (person: PersonName, event: EmploymentEventInput, as = 'kasubbk', idempotencyKey?: string) =>
    test.call<OrProblem<EmploymentEvent>>('POST', `/employees/${tiny.people[person]}/events`, { as, body: event, ...(idempotencyKey ? { idempotencyKey } : {}) });
  const detail = async (person: PersonName) => (await test.call<EmployeeDetail>('GET', `/employees/${tiny.people[person]}`, { as: 'super' })).body;
  const evaluator = async (person: PersonName, date: string) =>
    (await test.call<EvaluatorAnswerView>('GET', `/employees/${tiny.people[person]}/evaluator?date=${date}`, { as: 'super' })).body.evaluator?.personName;
  const codes = (effects: { code: string }[]) => effects.map(({ code }) => code);

  it('X-AC-1 only the staffing manager and superadmins may, and nobody for themselves', async () => {
    const event = letter({ kind: 'promotion', effectiveOn: '2026-12-01', rank: 'III/c' });
    expect((await preview('siti', event, 'umpeg')).body.code).toBe('permission-denied');
    expect((await record('siti', event, 'auditor')).body.code).toBe('permission-denied');
    expect((await record('kasubBk', event, 'kasubbk')).body.code).toBe('not-yours-to-decide');
  });

  it('BN-9.2 a transfer shows every effect before it is saved, and the preview writes nothing', async () => {
    const event = letter({ kind: 'transfer', effectiveOn: '2026-12-16', postId: tiny.posts.stafBk, spmtOn: '2026-12-16' });
    const shown = await preview('umpeg', event);
    expect(shown.status).toBe(200);
    const line = (code: string) => shown.body.effects.find((effect) => effect.code === code);
    expect(line('post.closed')?.params).toMatchObject({ post: 'Kepala Subbagian Umum dan Kepegawaian', to: '2026-12-15' });
    expect(line('post.opened')?.params).toMatchObject({ post: 'Analis Sumber Daya Manusia', from: '2026-12-16' });
    expect(line('evaluator.changed')?.params).toMatchObject({ before: 'dr. Hasanuddin', after: 'Fitriani' });
    expect(line('evaluator.subordinates-left')?.params).toMatchObject({ count: 1 });
    expect(line('access.role-ends')?.params).toMatchObject({ role: 'unit-admin', unit: 'Dinas Kesehatan', to: '2026-12-15' });
    expect(shown.body.effects.filter(({ code }) => code === 'pay.segment').map(({ params }) => [params.month, params.skpd, params.from])).toEqual([
      ['2026-12', 'Dinas Kesehatan', '2026-12-01'],
      ['2026-12', 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia', '2026-12-16'],
      ['2027-01', 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia', '2027-01-01'],
    ]);
    expect((await detail('umpeg')).posts).toHaveLength(1);
    expect((await test.db.query(`SELECT 1 FROM employment_event`)).length).toBe(0);

    const saved = await record('umpeg', event);
    expect(saved.status).toBe(201);
    expect(codes(saved.body.effects)).toEqual(codes(shown.body.effects));
    expect((await detail('umpeg')).posts.map(({ postName, validFrom, validTo }) => [postName, validFrom, validTo])).toEqual([
      ['Analis Sumber Daya Manusia', '2026-12-16', null],
      ['Kepala Subbagian Umum dan Kepegawaian', '2024-01-01', '2026-12-15'],
    ]);
    expect([await evaluator('umpeg', '2026-12-15'), await evaluator('umpeg', '2026-12-16')]).toEqual(['dr. Hasanuddin', 'Fitriani']);
    expect(await test.db.query(`SELECT 1 FROM audit_event WHERE action = 'employment.transfer' AND reason = '800.1.3/77/BKPSDM'`)).toHaveLength(1);
  });

  it('is written once: the same key answers again, the same event under another key is refused', async () => {
    const event = letter({ kind: 'promotion', effectiveOn: '2026-10-01', rank: 'III/c' });
    const first = await record('siti', event, 'kasubbk', 'k-1');
    const again = await record('siti', event, 'kasubbk', 'k-1');
    expect([first.status, again.body.id]).toEqual([201, first.body.id]);
    expect((await record('siti', event, 'kasubbk', 'k-2')).body.code).toBe('duplicate');
    expect((await detail('siti')).rank).toBe('III/c');
  });

  it('BK-1.9 CPNS becomes PNS from its day on: before it the rules of CPNS hold, and PPPK is never made PNS by it', async () => {
    const saved = await record('dewi', letter({ kind: 'appointment', effectiveOn: '2026-11-01' }));
    expect(saved.body.effects[0]).toMatchObject({ code: 'kind.changed', params: { before: 'cpns', after: 'pns', from: '2026-11-01' } });
    expect((await detail('dewi')).kind).toBe('pns');
    const kinds = await test.db.query(`SELECT employment_kind_on($1, '2026-10-31') AS before, employment_kind_on($1, '2026-11-01') AS after`, [tiny.people.dewi]);
    expect(kinds).toEqual([{ before: 'cpns', after: 'pns' }]);
    const rina = await record('rina', letter({ kind: 'appointment', effectiveOn: '2026-11-01' }));
    expect([rina.status, rina.body.rule?.code]).toEqual([422, 'event.not-cpns']);
    const half = await record('rina', letter({ kind: 'part-time', effectiveOn: '2026-12-01', sharePercent: 50 }));
    expect(half.body.effects[0]).toMatchObject({ code: 'kind.part-time', params: { after: 'pppk-part-time', share: 50 } });
  });

  it('retirement ends posts and roles, closes the account when its day has come, and keeps the history', async () => {
    const saved = await record('bendahara', letter({ kind: 'retirement', effectiveOn: '2026-12-01' }));
    expect(codes(saved.body.effects)).toEqual(expect.arrayContaining(['post.closed', 'service.ended', 'access.role-ends', 'access.account-closes', 'pay.none']));
    expect((await test.call('GET', '/payslips', { as: 'bendahara' })).status).not.toBe(401);
    test.setClock('2026-12-02T09:00:00+08:00');
    const { EmploymentEventsService } = await import('./employment-events.service.js');
    await test.app.get(EmploymentEventsService).closeAccounts();
    await expect(test.call('GET', '/payslips', { as: 'bendahara' })).rejects.toThrow('401');
    const one = await detail('bendahara');
    expect([one.validTo, one.posts[0]?.validTo]).toEqual(['2026-11-30', '2026-11-30']);
    expect((await test.call<EmploymentEvent[]>('GET', `/employees/${tiny.people.bendahara}/events`, { as: 'super' })).body).toHaveLength(1);
  });

  it('death counts the day itself and closes the account at once; the evaluated pass to the next superior', async () => {
    const event = letter({ kind: 'death', effectiveOn: '2026-11-21' });
    const shown = await preview('kasi', event);
    expect(shown.body.effects.find(({ code }) => code === 'evaluator.subordinates-left')).toBeUndefined();
    await record('kasi', event);
    expect(await evaluator('siti', '2026-11-21')).toBe('Ahmad Fauzi');
    expect(await evaluator('siti', '2026-11-22')).toBe('Nurhayati');
    await expect(test.call('GET', '/skp/mine', { as: 'kasi' })).rejects.toThrow('401');
  });

  it('leave gives up the post, return takes one that is free, and a taken one is refused by name', async () => {
    await record('siti', letter({ kind: 'leave', effectiveOn: '2026-12-01', until: '2027-05-31' }));
    expect((await detail('siti')).posts[0]?.validTo).toBe('2026-11-30');
    expect((await record('siti', letter({ kind: 'leave', effectiveOn: '2027-01-01' }))).body.rule?.code).toBe('event.already-away');
    const taken = await record('siti', letter({ kind: 'return', effectiveOn: '2027-06-01', postId: tiny.posts.kasi }));
    expect([taken.status, taken.body.rule?.code, taken.body.params.person]).toEqual([422, 'assignment.post-taken-open', 'Ahmad Fauzi']);
    const back = await record('siti', letter({ kind: 'return', effectiveOn: '2027-06-01', postId: tiny.posts.staf }));
    expect(codes(back.body.effects)).toEqual(expect.arrayContaining(['service.back', 'post.opened']));
  });

  it('refuses what cannot be: fields of its kind, days out of service, a file of somebody else, unknown people', async () => {
    expect((await record('siti', letter({ kind: 'transfer', effectiveOn: '2026-12-01' }))).body.fields).toEqual([{ field: 'postId', rule: 'required' }]);
    expect((await record('siti', letter({ kind: 'promotion', effectiveOn: '2020-01-01', rank: 'III/a' }))).body.rule?.code).toBe('event.not-in-service');
    expect((await record('siti', letter({ kind: 'post-change', effectiveOn: '2026-12-01', postId: tiny.posts.staf }))).body.rule?.code).toBe('event.same-post');
    const file = { field: 'file', name: 'sk.pdf', mediaType: 'application/pdf', content: Buffer.from('%PDF-1.7 sk') };
    const stored = await test.call<EventFile>('POST', '/employees/events/files', { as: 'super', file });
    const foreign = await record('siti', letter({ kind: 'promotion', effectiveOn: '2026-12-01', rank: 'III/c', fileId: stored.body.id }));
    expect(foreign.body.fields).toEqual([{ field: 'fileId', rule: 'unknown' }]);
    const own = await record('siti', letter({ kind: 'promotion', effectiveOn: '2026-12-01', rank: 'III/c', fileId: stored.body.id }), 'super');
    expect(own.body.fileName).toBe('sk.pdf');
    const read = await test.call('GET', `/employees/${tiny.people.siti}/events/${own.body.id}/file`, { as: 'siti' });
    expect(read.raw.toString()).toBe('%PDF-1.7 sk');
    expect((await test.call('GET', `/employees/${tiny.people.siti}/events/${own.body.id}/file`, { as: 'rina' })).status).toBe(404);
    expect((await test.call('POST', '/employees/00000000-0000-4000-8000-000000000000/events', { as: 'kasubbk', body: letter({ kind: 'contract', effectiveOn: '2026-12-01', until: '2027-12-31' }) })).status).toBe(404);
  });

  it('BN-15.1 an event recorded by mistake is taken back: shown first, undone whole, kept on record, and only the latest', async () => {
    await givenSkp(test, tiny, 'umpeg');
    const moved = await record('umpeg', letter({ kind: 'transfer', effectiveOn: '2026-11-16', postId: tiny.posts.stafBk }));
    await test.deliver();
    const skp = () => test.db.one<{ to: string; status: string }>(`SELECT period_to AS "to", status FROM skp WHERE employment_id = $1`, [tiny.people.umpeg]);
    expect(await skp()).toEqual({ to: '2026-10-31', status: 'closed' });
    await record('umpeg', letter({ kind: 'promotion', effectiveOn: '2026-11-20', rank: 'IV/a' }));
    const path = `/employees/${tiny.people.umpeg}/events/${moved.body.id}/withdrawal`;
    const body = { reason: 'Keputusan itu untuk orang lain yang senama' };
    expect((await test.call<OrProblem<object>>('POST', path, { as: 'kasubbk', body })).body.rule?.code).toBe('event.later-event');
    const [promotion] = (await test.call<EmploymentEvent[]>('GET', `/employees/${tiny.people.umpeg}/events`, { as: 'super' })).body;
    expect((await test.call<EmploymentEvent>('POST', `/employees/${tiny.people.umpeg}/events/${promotion!.id}/withdrawal`, { as: 'kasubbk', body })).body.withdrawal?.effects[0]).toMatchObject({ code: 'rank.back', params: { before: 'IV/a' } });

    expect((await test.call('POST', path, { as: 'umpeg', body })).status).toBe(403);
    expect((await test.call('POST', path, { as: 'kasubbk', body: { reason: ' ' } })).status).toBe(400);
    expect((await test.call('POST', path.replace(tiny.people.umpeg, tiny.people.siti), { as: 'kasubbk', body })).status).toBe(404);
    const shown = await test.call<EventPreview>('POST', `${path}/preview`, { as: 'kasubbk', body });
    expect(codes(shown.body.effects)).toEqual(expect.arrayContaining(['post.withdrawn', 'post.goes-on', 'access.role-gone', 'evaluator.changed', 'skp.given-back', 'pay.segment']));
    expect(await evaluator('umpeg', '2026-11-16')).toBe('Fitriani');
    const done = await test.call<EmploymentEvent>('POST', path, { as: 'kasubbk', body, idempotencyKey: 'tarik-1' });
    expect(done.body.withdrawal).toMatchObject({ by: 'Fitriani', reason: body.reason });
    expect((await test.call<EmploymentEvent>('POST', path, { as: 'kasubbk', body, idempotencyKey: 'tarik-1' })).body.withdrawal).toEqual(done.body.withdrawal);
    expect((await test.call<OrProblem<object>>('POST', path, { as: 'kasubbk', body })).status).toBe(409);
    expect(await evaluator('umpeg', '2026-11-16')).toBe('dr. Hasanuddin');
    expect((await detail('umpeg')).posts.map(({ postName, validTo }) => [postName, validTo])).toEqual([['Kepala Subbagian Umum dan Kepegawaian', null]]);
    await test.deliver();
    expect(await skp()).toEqual({ to: '2026-12-31', status: 'determined' });
    // Nothing is lost: the event, the post that was held, the trail.
    expect(await test.db.query(`SELECT 1 FROM assignment_withdrawn WHERE employment_id = $1 AND reason = $2`, [tiny.people.umpeg, body.reason])).toHaveLength(1);
    expect(await test.db.query(`SELECT 1 FROM audit_event WHERE action = 'employment.withdrawn' AND reason = $1`, [body.reason])).toHaveLength(2);
    expect((await test.call<EmploymentEvent[]>('GET', `/employees/${tiny.people.umpeg}/events`, { as: 'umpeg' })).body).toHaveLength(2);
    const again = await record('umpeg', letter({ kind: 'transfer', effectiveOn: '2026-11-16', postId: tiny.posts.stafBk }));
    expect(again.status).toBe(201);
  });

  it('BN-15.1 a date or number typed wrongly is put right in one step: seen first, the SKP follows, both records stay', async () => {
    const events = async () => (await test.call<EmploymentEvent[]>('GET', `/employees/${tiny.people.umpeg}/events`, { as: 'super' })).body;
    const skp = () => test.db.one<{ to: string; status: string }>(`SELECT period_to AS "to", status FROM skp WHERE employment_id = $1`, [tiny.people.umpeg]);
    await givenSkp(test, tiny, 'umpeg');
    const wrong = (await record('umpeg', letter({ kind: 'transfer', effectiveOn: '2026-11-16', postId: tiny.posts.stafBk }))).body;
    await test.deliver();
    expect(await skp()).toEqual({ to: '2026-10-31', status: 'closed' });
    const correct = (id: string, event: EmploymentEventInput, step = '', as = 'kasubbk') =>
      test.call<OrProblem<EmploymentEvent & CorrectionPreview>>('POST', `/employees/${tiny.people.umpeg}/events/${id}/correction${step}`, { as, body: { reason: 'TMT salah ketik', event } });
    const right = letter({ kind: 'transfer', effectiveOn: '2026-12-16', postId: tiny.posts.stafBk, decreeNumber: '800.1.3/78/BKPSDM' });
    expect((await correct(wrong.id, right, '', 'umpeg')).status).toBe(403);
    // What the new one may not be leaves the old one standing.
    expect((await correct(wrong.id, letter({ kind: 'transfer', effectiveOn: '2026-12-16' }))).body.fields?.[0]?.field).toBe('postId');
    expect((await correct(wrong.id, { ...right, postId: tiny.posts.kasi })).body.rule?.code).toBe('assignment.post-taken-open');
    const shown = (await correct(wrong.id, right, '/preview')).body;
    expect(codes(shown.undone)).toEqual(expect.arrayContaining(['post.withdrawn', 'post.goes-on', 'skp.given-back']));
    expect(shown.effects.find(({ code }) => code === 'skp.closes')?.params).toEqual({ year: 2026, to: '2026-11-30' });
    expect((await events()).find(({ id }) => id === wrong.id)?.withdrawal).toBeNull();

    const done = await correct(wrong.id, right);
    expect([done.status, done.body.effectiveOn, done.body.correctsId]).toEqual([201, '2026-12-16', wrong.id]);
    await test.deliver();
    expect(await skp()).toEqual({ to: '2026-11-30', status: 'closed' });
    expect([await evaluator('umpeg', '2026-11-16'), await evaluator('umpeg', '2026-12-16')]).toEqual(['dr. Hasanuddin', 'Fitriani']);
    expect((await events()).find(({ id }) => id === wrong.id)).toMatchObject({ correctedById: done.body.id, withdrawal: { reason: 'TMT salah ketik' } });
    // The same day under another number: nothing of it is cut twice or given back.
    const again = await correct(done.body.id, { ...right, decreeNumber: '800.1.3/79/BKPSDM' });
    await test.deliver();
    expect([again.status, await skp()]).toEqual([201, { to: '2026-11-30', status: 'closed' }]);
    expect((await correct(done.body.id, right)).status).toBe(409);
    expect(await test.db.query(`SELECT 1 FROM audit_event WHERE action = 'employment.withdrawn' AND reason = 'TMT salah ketik'`)).toHaveLength(2);
  });

  it('a death recorded of the wrong person is taken back: post, service and account are open again', async () => {
    const died = await record('kasi', letter({ kind: 'death', effectiveOn: '2026-11-21' }));
    const path = `/employees/${tiny.people.kasi}/events/${died.body.id}/withdrawal`;
    const back = await test.call<EmploymentEvent>('POST', path, { as: 'kasubbk', body: { reason: 'Salah orang, yang meninggal senama' } });
    expect(codes(back.body.withdrawal!.effects)).toEqual(expect.arrayContaining(['service.goes-on', 'post.goes-on', 'access.account-open']));
    expect(await evaluator('siti', '2026-11-23')).toBe('Ahmad Fauzi');
    expect((await test.call('GET', '/skp/mine', { as: 'kasi' })).status).toBe(200);
    // A post given to somebody else meanwhile is not taken from them: refused by name.
    const left = await record('kasi', letter({ kind: 'retirement', effectiveOn: '2026-12-01' }));
    await record('budi', letter({ kind: 'post-change', effectiveOn: '2026-12-02', postId: tiny.posts.kasi }));
    const refused = await test.call<OrProblem<object>>('POST', `/employees/${tiny.people.kasi}/events/${left.body.id}/withdrawal`, { as: 'kasubbk', body: { reason: 'Pensiunnya ditunda' } });
    expect([refused.status, refused.body.rule?.code, refused.body.params.person]).toEqual([422, 'assignment.post-taken-open', 'Budi Santoso']);
  });

  it('finds posts with free seats on a day, and lists what was recorded', async () => {
    const posts = (await test.call<OpenPost[]>('GET', '/employees/open-posts?date=2026-12-01&q=promosi', { as: 'kasubbk' })).body;
    expect(posts.map(({ postName, freeSeats }) => [postName, freeSeats])).toEqual([['Kepala Seksi Promosi Kesehatan', 0], ['Pengelola Promosi Kesehatan', 4]]);
    await record('siti', letter({ kind: 'promotion', effectiveOn: '2026-10-01', rank: 'III/c' }));
    const recent = (await test.call<Page<{ personName: string; kind: string }>>('GET', '/employees/events', { as: 'kasubbk' })).body;
    expect(recent.items.map(({ personName, kind }) => [personName, kind])).toEqual([['Siti Aminah', 'promotion']]);
  });
});
