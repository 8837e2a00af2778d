import { randomUUID } from 'node:crypto';
import type { Activity, WaitingActivitiesPage } from '@ekinerja/contracts/activities';
import type { EmploymentEvent } from '@ekinerja/contracts/employment-events';
import type { EvaluatorAnswerView } from '@ekinerja/contracts/organisation';
import type { PersonTimeline } from '@ekinerja/contracts/person-timeline';
import { testApp, type TestApp } from './testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from './testing/tiny-government.js';
import { entry, givenSkp } from './testing/work.js';

/**
 * How the issue is judged: a vacancy, a Plt and a transfer in one month. The section head is transferred on the 10th,
 * nobody holds the post until the 15th, then a subordinate acts in it.
 */
describe('the superiors of November, day by day over HTTP', () => {
  let test: TestApp;
  let tiny: TinyGovernment;
  let results: Record<'siti' | 'budi', string>;

  beforeAll(async () => {
    test = await testApp({ clock: '2026-11-23T09:00:00+08:00' });
    tiny = await tinyGovernment(test);
    results = { siti: await givenSkp(test, tiny, 'siti'), budi: await givenSkp(test, tiny, 'budi') };
  });
  afterAll(() => test?.close());

  const good = async <T>(...call: Parameters<TestApp['call']>): Promise<T> => {
    const { status, body } = await test.call<T>(...call);
    if (status >= 300) throw new Error(`${call[0]} ${call[1]}: ${status} ${JSON.stringify(body)}`);
    return body;
  };
  const evaluatorOn = async (person: PersonName, date: string) =>
    (await good<EvaluatorAnswerView>('GET', `/employees/${tiny.people[person]}/evaluator?date=${date}`, { as: 'super' })).evaluator?.personName ?? null;
  const enter = (person: 'siti' | 'budi', date: string) => good<Activity>('PUT', `/activities/${randomUUID()}`, { as: person, body: entry(results[person], { date }) });
  const waiting = async (as: PersonName) => {
    const { items } = await good<WaitingActivitiesPage>('GET', '/activities/waiting', { as });
    return items.map(({ date, personName }) => `${date} ${personName}`).sort();
  };

  it('KS-1.24 BN-13.5 BN-13.4 entries of a month with a transfer, a vacancy and a Plt reach the right superior on each day', async () => {
    test.setClock('2026-11-10T08:00:00+08:00');
    const transfer = {
      kind: 'transfer', effectiveOn: '2026-11-10', spmtOn: null, decreeNumber: '800/10/2026', decreeDate: '2026-11-09', signatory: 'Bupati', fileId: null, note: null,
      postId: tiny.posts.stafBk, rank: null, until: null, sharePercent: null, releasesPost: false,
    };
    await good<EmploymentEvent>('POST', `/employees/${tiny.people.kasi}/events`, { as: 'super', body: transfer });
    const plt = {
      employmentId: tiny.people.budi, postId: tiny.posts.kasi, kind: 'plt', validFrom: '2026-11-16', validTo: '2026-11-30', classOverride: null,
      decree: { number: '800/16/2026', date: '2026-11-13', fileId: null }, reason: 'Mengisi kekosongan',
    };
    await good('POST', '/assignments', { as: 'super', body: plt });
    expect([await evaluatorOn('siti', '2026-11-09'), await evaluatorOn('siti', '2026-11-10'), await evaluatorOn('siti', '2026-11-16')]).toEqual([
      'Ahmad Fauzi', 'Nurhayati', 'Budi Santoso',
    ]);

    test.setClock('2026-11-17T08:00:00+08:00');
    const before = await enter('siti', '2026-11-09');
    const vacant = await enter('siti', '2026-11-12');
    const acting = await enter('siti', '2026-11-16');
    expect(await waiting('kabid')).toEqual(['2026-11-12 Siti Aminah']);
    expect(await waiting('budi')).toEqual(['2026-11-16 Siti Aminah']);
    // The one of the day of work still decides what was done under them, from a post that evaluates nobody.
    expect(await waiting('kasi')).toEqual(['2026-11-09 Siti Aminah']);

    // Nobody else's hand: who sees the person today learns that it is not theirs, the others nothing.
    const accept = (one: Activity, as: PersonName) => test.call('POST', `/activities/${one.id}/accept`, { as, ifMatch: one.version });
    expect([(await accept(vacant, 'budi')).status, (await accept(vacant, 'kasi')).status, (await accept(acting, 'kasi')).status]).toEqual([403, 404, 404]);
    expect([(await accept(before, 'kasi')).status, (await accept(vacant, 'kabid')).status, (await accept(acting, 'budi')).status]).toEqual([200, 200, 200]);
  });

  it('TL-1.15 whoever acts for their own superior decides nothing of their own: it goes one up', async () => {
    test.setClock('2026-11-18T08:00:00+08:00');
    const own = await enter('budi', '2026-11-17');
    expect(await waiting('budi')).toEqual([]);
    expect(await waiting('kabid')).toEqual(['2026-11-17 Budi Santoso']);
    expect((await test.call('POST', `/activities/${own.id}/accept`, { as: 'budi', ifMatch: own.version })).status).toBeGreaterThanOrEqual(403);
    const answer = await good<EvaluatorAnswerView>('GET', `/employees/${tiny.people.budi}/evaluator?date=2026-11-17`, { as: 'budi' });
    expect(answer.chain.map(({ outcome }) => outcome)).toEqual(['self', 'taken']);
    expect(answer.superior?.personName).toBe('dr. Hasanuddin');
  });

  it('BN-13.1 the regent stands at the top of every line: evaluator of the heads, superior of the highest evaluators, and nothing goes above', async () => {
    for (const head of ['kadis', 'kaban'] as const) {
      const answer = await good<EvaluatorAnswerView>('GET', `/employees/${tiny.people[head]}/evaluator?date=2026-11-18`, { as: 'super' });
      expect(answer.evaluator).toMatchObject({ employmentId: tiny.people.bupati, nip: null });
      expect(answer.superior).toBeNull();
      expect(answer.superiorChain.at(-1)?.outcome).toBe('top');
    }
    const kabid = await good<EvaluatorAnswerView>('GET', `/employees/${tiny.people.kabid}/evaluator?date=2026-11-18`, { as: 'super' });
    expect(kabid.superior?.employmentId).toBe(tiny.people.bupati);
    expect(await evaluatorOn('bupati', '2026-11-18')).toBeNull();
    // With the head's post empty the line still ends with the regent, and only there.
    await test.call('POST', `/employees/${tiny.people.kadis}/events`, {
      as: 'super',
      body: {
        kind: 'retirement', effectiveOn: '2026-11-19', spmtOn: null, decreeNumber: '800/19/2026', decreeDate: '2026-11-18', signatory: 'Bupati', fileId: null, note: null, postId: null,
        rank: null, until: null, sharePercent: null, releasesPost: false,
      },
    });
    expect(await evaluatorOn('kabid', '2026-11-19')).toBe('H. Rahmad Saleh');
  });

  it('BN-15.1 one timeline holds the year of a person: posts and events, plan, entries, coaching, judgement and pay', async () => {
    test.setClock('2026-11-23T09:00:00+08:00');
    const of = (person: PersonName, as: PersonName, query = '') => good<PersonTimeline>('GET', `/employees/${tiny.people[person]}/timeline${query}`, { as });
    const kasi = await of('kasi', 'super');
    expect(kasi.years).toEqual([2026, 2025, 2024]);
    expect(kasi.lines.map(({ date, code }) => `${date} ${code}`)).toEqual(
      expect.arrayContaining(['2026-11-10 event', '2026-11-10 post.began', '2026-11-09 post.ended']),
    );
    expect((await of('kasi', 'super', '?year=2024')).lines.map(({ code }) => code)).toEqual(expect.arrayContaining(['post.began', 'kind.began']));
    const siti = await of('siti', 'siti');
    expect(siti.lines.find(({ code }) => code === 'activities.month')).toMatchObject({ area: 'execution', params: { month: '2026-11', count: 3, accepted: 3 } });
    expect(siti.lines.find(({ area }) => area === 'planning')).toMatchObject({ code: 'skp.determined', target: { kind: 'skp' } });
    expect((await test.call('GET', `/employees/${tiny.people.siti}/timeline`, { as: 'rina' })).status).toBe(404);
  });
});
