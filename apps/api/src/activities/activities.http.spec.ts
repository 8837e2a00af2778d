import { randomUUID } from 'node:crypto';
import type { AcceptActivitiesAnswer, Activity, ActivityEvent, ActivityMonth, SaveActivityRequest, WaitingActivitiesPage } from '@ekinerja/contracts/activities';
import type { Uuid } from '@ekinerja/contracts/basics';
import { PeriodsService } from '../periods/periods.service.js';
import { testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';
import { clearWork, entry, givenPresence, givenSkp } from '../testing/work.js';

let test: TestApp;
let gov: TinyGovernment;
let result: Uuid;

const put = (as: PersonName, body: SaveActivityRequest, id: Uuid = randomUUID(), ifMatch: number | null = null) =>
  test.call<OrProblem<Activity>>('PUT', `/activities/${id}`, { as, body, ifMatch });
const decide = (as: PersonName, id: Uuid, ifMatch: number | null, what: 'accept' | 'refuse' = 'accept') =>
  test.call<OrProblem<Activity>>('POST', `/activities/${id}/${what}`, { as, ifMatch, body: what === 'refuse' ? { reason: 'Tidak sesuai bukti' } : undefined });
const count = async (where = 'true') => (await test.db.one<{ n: number }>(`SELECT count(*) AS n FROM activity WHERE ${where}`))!.n;

describe('activities (Tanah Laut)', () => {
  beforeAll(async () => {
    test = await testApp();
    gov = await tinyGovernment(test);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await clearWork(test);
    result = await givenSkp(test, gov, 'siti');
  });

  describe('the owner', () => {
    it('TL-14.2 documents the plan day by day, from draft to decision, in a month of their own', async () => {
      const draft = await put('siti', entry(result, { submit: false }));
      expect(draft).toMatchObject({ status: 200, body: { status: 'draft', minutes: 120, version: 1 }, headers: { etag: '"1"' } });
      const handed = await test.call<Activity>('POST', `/activities/${draft.body.id}/submit`, { as: 'siti', ifMatch: 1 });
      expect(handed.body).toMatchObject({ status: 'submitted', skpResultTitle: 'Laporan promosi kesehatan tersusun' });
      await decide('kasi', handed.body.id, handed.body.version);
      await put('siti', entry(result, { date: '2026-11-19' }));

      const { body } = await test.call<ActivityMonth>('GET', '/activities/month?month=2026-11', { as: 'siti' });
      const day = (date: string) => body.days.find((item) => item.date === date)!;
      expect(day('2026-11-20')).toMatchObject({ state: 'accepted', entries: 1, minutes: 120 });
      expect(day('2026-11-19').state).toBe('waiting');
      expect(day('2026-11-21').state).toBe('off');
      expect(day('2026-11-18').state).toBe('empty');
      expect(day('2026-11-24').state).toBe('future');
      // Tanah Laut names no minimum: the count says what the calendar shows, and no day is held against anybody.
      const empty = body.days.filter(({ state, date }) => state === 'empty' && date < '2026-11-23').length;
      expect(body).toMatchObject({ acceptedMinutes: 120, waiting: 1, closed: false, gaps: empty });
      expect([empty > 10, body.days.some(({ gap }) => gap)]).toEqual([true, false]);
      expect(body.entryWindow).toMatchObject({ from: '2026-11-01', to: '2026-11-23' });
      expect(body.skpResults.map(({ id }) => id)).toEqual([result]);
    });

    it('a retry of the same PUT finds its own entry and doubles nothing', async () => {
      const id = randomUUID();
      const first = await put('siti', entry(result), id);
      const again = await put('siti', entry(result, { outputQuantity: '1.00' }), id);
      expect(again).toMatchObject({ status: 200, body: { id, version: first.body.version } });
      expect(await count()).toBe(1);
      const { n } = (await test.db.one<{ n: number }>(`SELECT count(*) AS n FROM activity_event`))!;
      expect(n).toBe(1);
      expect((await put('siti', entry(result, { description: 'Isi yang sama sekali lain' }), id)).status).toBe(428);
      expect((await put('siti', entry(result, { description: 'Isi yang sama sekali lain' }), id, 7)).status).toBe(412);
    });

    it('two devices at once make one entry of one id, and never fill the same hour twice', async () => {
      const id = randomUUID();
      const twins = await Promise.all([put('siti', entry(result), id), put('siti', entry(result), id)]);
      expect(twins.map(({ status }) => status)).toEqual([200, 200]);
      const rivals = await Promise.all([
        put('siti', entry(result, { startTime: '13:00', endTime: '15:00' })),
        put('siti', entry(result, { startTime: '14:00', endTime: '16:00' })),
      ]);
      expect(rivals.map(({ status }) => status).sort()).toEqual([200, 422]);
      expect(rivals.find(({ status }) => status === 422)!.body.rule!.code).toBe('entry.overlap');
      expect(await count()).toBe(2);
    });

    it('may use the time next to another entry, and the time of a withdrawn one', async () => {
      const first = await put('siti', entry(result));
      expect((await put('siti', entry(result, { startTime: '10:00', endTime: '11:00' }))).status).toBe(200);
      expect((await put('siti', entry(result, { startTime: '09:59', endTime: '10:00' }))).status).toBe(422);
      const withdrawn = await test.call<Activity>('POST', `/activities/${first.body.id}/withdraw`, { as: 'siti', ifMatch: 1 });
      expect(withdrawn.body.status).toBe('withdrawn');
      expect((await put('siti', entry(result))).status).toBe(200);
    });

    it('is refused days to come, days outside the window, leave and impossible lengths, each with the rule', async () => {
      const code = async (change: Partial<SaveActivityRequest>) => {
        const { status, body } = await put('siti', entry(result, change));
        return status === 422 ? body.rule : status;
      };
      expect(await code({ date: '2026-11-24' })).toMatchObject({ code: 'entry.future', cite: { source: expect.any(String) } });
      expect(await code({ date: '2026-10-30' })).toMatchObject({ code: 'entry.window', cite: { source: expect.any(String) } });
      expect(await code({ startTime: '10:00', endTime: '10:00' })).toMatchObject({ code: 'entry.length' });
      await givenPresence(test, gov, 'siti', '2026-11-18', 'leave-annual');
      expect(await code({ date: '2026-11-18' })).toMatchObject({ code: 'entry.leave' });
      await givenPresence(test, gov, 'siti', '2026-11-17', 'official-travel');
      expect(await code({ date: '2026-11-17' })).toBe(200);
      expect(await count()).toBe(1);
    });

    it('is told every bad field', async () => {
      const bad = await put('siti', { ...entry(result), date: '2026-02-30', startTime: '25:00', description: 'x', outputQuantity: '100001', evidenceLink: 'javascript:alert(1)' });
      expect(bad).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
      expect(bad.body.fields!.map(({ field }) => field).sort()).toEqual(['date', 'description', 'evidenceLink', 'outputQuantity', 'startTime']);
    });

    it('cannot write under the id of somebody else, nor read it', async () => {
      const mine = await put('siti', entry(result));
      const other = await givenSkp(test, gov, 'rina');
      expect((await put('rina', entry(other), mine.body.id, 1)).status).toBe(404);
      expect((await put('rina', entry(other), mine.body.id)).status).toBe(404);
      expect((await test.call('POST', `/activities/${mine.body.id}/withdraw`, { as: 'rina', ifMatch: 1 })).status).toBe(404);
      expect((await test.call('POST', `/activities/${mine.body.id}/withdraw`, { as: 'kasi', ifMatch: 1 })).status).toBe(403);
      expect((await test.call('GET', `/activities/${mine.body.id}/history`, { as: 'rina' })).status).toBe(404);
    });

    it('keeps a history of each field changed', async () => {
      const { body } = await put('siti', entry(result, { submit: false }));
      await put('siti', entry(result, { submit: false, endTime: '11:00', outputUnit: 'laporan' }), body.id, 1);
      const history = await test.call<ActivityEvent[]>('GET', `/activities/${body.id}/history`, { as: 'siti' });
      expect(history.body.map(({ action, actorName }) => [action, actorName])).toEqual([['created', 'Siti Aminah'], ['edited', 'Siti Aminah']]);
      expect(history.body[1]!.changes).toEqual([
        { field: 'endTime', before: '10:00', after: '11:00' },
        { field: 'outputUnit', before: 'dokumen', after: 'laporan' },
      ]);
    });

    it('finds a closed month shut for new and edited entries, while decisions still run', async () => {
      const open = (await put('siti', entry(result))).body;
      const draft = (await put('siti', entry(result, { submit: false, date: '2026-11-19' }))).body;
      await test.app.get(PeriodsService).markClosed(gov.units.dinkes, '2026-11');
      const refusals = [
        await put('siti', entry(result, { date: '2026-11-18' })),
        await put('siti', entry(result, { endTime: '11:00' }), open.id, 1),
        await test.call('POST', `/activities/${draft.id}/submit`, { as: 'siti', ifMatch: 1 }),
        await test.call('POST', `/activities/${draft.id}/withdraw`, { as: 'siti', ifMatch: 1 }),
      ];
      expect(refusals.map(({ status, body }) => [status, body.code])).toEqual(refusals.map(() => [409, 'month-closed']));
      expect(await decide('kasi', open.id, 1)).toMatchObject({ status: 200, body: { status: 'accepted' } });
      expect((await test.call<ActivityMonth>('GET', '/activities/month?month=2026-11', { as: 'siti' })).body.closed).toBe(true);
    });
  });

  describe('the evaluator', () => {
    it('decides; actor, post, capacity and chain are kept, the change is audited', async () => {
      const { body } = await put('siti', entry(result));
      const accepted = await decide('kasi', body.id, body.version);
      expect(accepted.body).toMatchObject({ status: 'accepted', decidedBy: 'Ahmad Fauzi', decisionCapacity: 'definitive', decisionMode: 'evaluator' });
      const row = await test.db.one<{ decision: { postId: string; chain: { outcome: string }[] } }>(`SELECT decision FROM activity WHERE id = $1`, [body.id]);
      expect(row!.decision.postId).toBe(gov.posts.kasi);
      expect(row!.decision.chain.map(({ outcome }) => outcome)).toEqual(['taken']);
      const audited = await test.db.query(`SELECT 1 FROM audit_event WHERE action = 'activity.accepted' AND subject_id = $1`, [body.id]);
      expect(audited).toHaveLength(1);
      expect(await decide('kasi', body.id, accepted.body.version)).toMatchObject({ status: 409, body: { code: 'state-refused' } });
    });

    it('an employee who calls the superior’s routes by id gets nothing', async () => {
      const { id } = (await put('siti', entry(result))).body;
      const answers = [
        await decide('budi', id, 1),
        await decide('siti', id, 1),
        await decide('budi', id, 1, 'refuse'),
        await test.call('POST', '/activities/accept', { as: 'siti', body: { entries: [{ id, version: 1 }] } }),
        await test.call('GET', '/activities/waiting', { as: 'siti' }),
        await test.call('GET', '/activities/gaps?month=2026-11', { as: 'siti' }),
      ];
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403));
      expect(await count(`status = 'submitted'`)).toBe(1);
    });

    it('nobody decides for somebody else’s subordinate, nor for themselves', async () => {
      const { id } = (await put('siti', entry(result))).body;
      expect((await decide('kapus', id, 1)).status).toBe(404);
      expect(await decide('kabid', id, 1)).toMatchObject({ status: 403, body: { code: 'not-yours-to-decide' } });
      expect(await decide('umpeg', id, 1, 'refuse')).toMatchObject({ status: 403, body: { code: 'not-yours-to-decide' } });
      const own = (await put('kasi', entry(await givenSkp(test, gov, 'kasi')))).body;
      expect(await decide('kasi', own.id, 1)).toMatchObject({ status: 403, body: { code: 'not-yours-to-decide' } });
      expect(await count(`status <> 'submitted'`)).toBe(0);
    });

    it('of two decisions at once one wins', async () => {
      const { id } = (await put('siti', entry(result))).body;
      const both = await Promise.all([decide('kasi', id, 1), decide('kasi', id, 1, 'refuse')]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
      const { n } = (await test.db.one<{ n: number }>(`SELECT count(*) AS n FROM activity_event WHERE action IN ('accepted', 'refused')`))!;
      expect(n).toBe(1);
    });

    it('decides what was seen: an entry edited meanwhile answers 412 with the current row', async () => {
      const { id } = (await put('siti', entry(result))).body;
      const edited = await put('siti', entry(result, { endTime: '12:00' }), id, 1);
      const stale = await decide('kasi', id, 1);
      expect(stale).toMatchObject({ status: 412, body: { current: { id, minutes: 240, version: edited.body.version } } });
      expect((await decide('kasi', id, null)).status).toBe(428);
    });

    it('accepts many at once; foreign, decided and unknown ones are named, not swallowed', async () => {
      const mine = await Promise.all(['2026-11-18', '2026-11-19'].map(async (date) => (await put('siti', entry(result, { date }))).body.id));
      const foreign = (await put('rina', entry(await givenSkp(test, gov, 'rina')))).body.id;
      const own = (await put('kasi', entry(await givenSkp(test, gov, 'kasi')))).body.id;
      const refused = (await put('siti', entry(result))).body.id;
      await decide('kasi', refused, 1, 'refuse');
      const unknown = randomUUID();
      const ids = [...mine, foreign, own, refused, unknown];
      const answer = await test.call<AcceptActivitiesAnswer>('POST', '/activities/accept', { as: 'kasi', body: { entries: ids.map((id) => ({ id, version: 1 })) } });
      expect(answer.status).toBe(200);
      expect([...answer.body.accepted].sort()).toEqual([...mine].sort());
      expect(Object.fromEntries(answer.body.skipped.map(({ id, code }) => [id, code]))).toEqual({
        [foreign]: 'not-found', [own]: 'not-yours-to-decide', [refused]: 'state-refused', [unknown]: 'not-found',
      });
      const events = await test.db.query(`SELECT 1 FROM activity_event WHERE action = 'accepted'`);
      const audited = await test.db.query(`SELECT 1 FROM audit_event WHERE action = 'activity.accepted' AND subject_id = ANY($1)`, [ids]);
      expect([events.length, audited.length]).toEqual([2, 2]);
    });

    it('X-AP-1 a sweep accepts only what was seen: an entry changed meanwhile is skipped by name and waits', async () => {
      const read = (await put('siti', entry(result))).body;
      const other = (await put('siti', entry(result, { date: '2026-11-19' }))).body;
      const changed = await put('siti', entry(result, { description: 'Isi yang tidak pernah dibaca atasan' }), read.id, read.version);
      const sweep = (entries: { id: Uuid; version: number }[]) => test.call<AcceptActivitiesAnswer>('POST', '/activities/accept', { as: 'kasi', body: { entries } });
      const first = await sweep([read, other].map(({ id, version }) => ({ id, version })));
      expect(first.body).toEqual({ accepted: [other.id], skipped: [{ id: read.id, code: 'stale-version' }] });
      expect(await count(`status = 'submitted'`)).toBe(1);
      expect((await sweep([{ id: read.id, version: changed.body.version }])).body.accepted).toEqual([read.id]);
      expect((await test.call('POST', '/activities/accept', { as: 'kasi', body: { ids: [read.id] } })).status).toBe(400);
    });

    it('a bulk decision waits for one under way on the same entry, and then leaves it as decided', async () => {
      const { id } = (await put('siti', entry(result))).body;
      const other = test.db.dataSource.createQueryRunner();
      await other.startTransaction();
      await other.query(`UPDATE activity SET status = 'refused', decided_at = now(), version = version + 1 WHERE id = $1`, [id]);
      const bulk = test.call<AcceptActivitiesAnswer>('POST', '/activities/accept', { as: 'kasi', body: { entries: [{ id, version: 1 }] } });
      await new Promise((resolve) => setTimeout(resolve, 500));
      await other.commitTransaction();
      await other.release();
      expect((await bulk).body).toEqual({ accepted: [], skipped: [{ id, code: 'state-refused' }] });
      expect(await count(`status = 'refused'`)).toBe(1);
    });

    it('two bulk decisions at once accept each entry once', async () => {
      const ids: string[] = [];
      for (const hour of ['07', '08', '09', '10']) {
        ids.push((await put('siti', entry(result, { startTime: `${hour}:00`, endTime: `${hour}:30` }))).body.id);
      }
      const answers = await Promise.all(
        [ids, [...ids].reverse()].map((list) => test.call<AcceptActivitiesAnswer>('POST', '/activities/accept', { as: 'kasi', body: { entries: list.map((id) => ({ id, version: 1 })) } })),
      );
      expect(answers.flatMap(({ body }) => body.accepted).sort()).toEqual([...ids].sort());
      expect(answers.flatMap(({ body }) => body.skipped.map(({ code }) => code))).toEqual(ids.map(() => 'state-refused'));
    });

    it('pages through what waits, with the counts over all, of own subordinates only', async () => {
      const other = await givenSkp(test, gov, 'budi');
      await put('rina', entry(await givenSkp(test, gov, 'rina')));
      for (const date of ['2026-11-17', '2026-11-18', '2026-11-19']) await put('siti', entry(result, { date }));
      await put('budi', entry(other));
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const { body }: { body: WaitingActivitiesPage } = await test.call('GET', `/activities/waiting?limit=2${cursor ? `&cursor=${cursor}` : ''}`, { as: 'kasi' });
        expect(body).toMatchObject({ total: 4, overdue: 0 });
        seen.push(...body.items.map(({ id }) => id));
        cursor = body.nextCursor;
      }
      expect(new Set(seen).size).toBe(4);
      const budis = await test.call<WaitingActivitiesPage>('GET', `/activities/waiting?employmentId=${gov.people.budi}`, { as: 'kasi' });
      expect(budis.body).toMatchObject({ total: 1, items: [{ personName: 'Budi Santoso', nip: gov.nips.budi, postName: 'Pengelola Promosi Kesehatan' }] });
      const none = await test.call<WaitingActivitiesPage>('GET', '/activities/waiting', { as: 'kabid' });
      expect(none.body).toEqual({ items: [], nextCursor: null, total: 0, overdue: 0 });
    });
  });
});
