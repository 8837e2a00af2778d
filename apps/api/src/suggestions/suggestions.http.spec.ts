import { randomUUID } from 'node:crypto';
import type { Activity } from '@ekinerja/contracts/activities';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { Suggestion, SuggestionChannels, SuggestionKind } from '@ekinerja/contracts/suggestions';
import { testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';
import { entry, givenSkp } from '../testing/work.js';

let test: TestApp;
let gov: TinyGovernment;
let activity: Activity;

const write = (as: PersonName, kind: SuggestionKind, activityId: Uuid | null = null) =>
  test.call<OrProblem<Suggestion>>('PUT', `/suggestions/${randomUUID()}`, { as, body: { kind, text: `Saran dari ${as} tentang catatan harian`, activityId } });
const say = (as: PersonName, { id, version }: Suggestion, text = 'Sudah kami perbaiki.') =>
  test.call<OrProblem<Suggestion>>('POST', `/suggestions/${id}/messages`, { as, ifMatch: version, body: { text } });
const received = async (as: PersonName) => (await test.call<Page<Suggestion>>('GET', '/suggestions?box=received', { as })).body.items;
const channels = async (as: PersonName) => (await test.call<SuggestionChannels>('GET', '/suggestions/channels', { as })).body;

beforeAll(async () => {
  test = await testApp({ daerah: 'kuantan-singingi' });
  gov = await tinyGovernment(test);
  await test.db.query(`INSERT INTO account_role (account_id, role, unit_id, valid_from, reason) VALUES ($1, 'ekinerja-manager', NULL, '2026-01-01', 'uji')`, [gov.accounts.kasubBk]);
  const result = await givenSkp(test, gov, 'siti');
  activity = (await test.call<Activity>('PUT', `/activities/${randomUUID()}`, { as: 'siti', body: entry(result) })).body;
});
afterAll(() => test.close());

/** From, to, what: one story each, told the same way. */
async function story(kind: SuggestionKind, from: PersonName, to: PersonName, article: string): Promise<void> {
  expect((await channels(from)).channels).toContainEqual({ kind, cite: expect.objectContaining({ source: 'kuantan-singingi-65-2019', ref: article }) });
  const before = (await channels(to)).waiting;
  const sent = await write(from, kind, activity.id);
  expect(sent).toMatchObject({ status: 200, body: { status: 'open', side: 'sender', activity: { owner: 'Siti Aminah' }, actions: ['add', 'close'] } });
  expect((await channels(to)).waiting).toBe(before + 1);
  const there = (await received(to)).find(({ id }) => id === sent.body.id)!;
  expect(there).toMatchObject({ side: 'receiver', sentAt: expect.stringMatching(/^2026-11-23T01:/), answeredAt: null, actions: ['answer'] });
  test.setClock('2026-11-24T10:00:00+08:00');
  const answered = await say(to, there);
  expect(answered.body).toMatchObject({ status: 'answered', answeredAt: expect.stringMatching(/^2026-11-24T02:/) });
  const seen = await test.call<Suggestion>('GET', `/suggestions/${sent.body.id}`, { as: from });
  expect(seen.body.messages).toEqual([
    expect.objectContaining({ side: 'sender', at: expect.stringMatching(/^2026-11-23T01:/) }),
    { side: 'receiver', author: answered.body.messages[1]!.author, at: expect.stringMatching(/^2026-11-24T02:/), text: 'Sudah kami perbaiki.' },
  ]);
  expect((await channels(to)).waiting).toBe(before);
  test.setClock('2026-11-23T09:00:00+08:00');
}

describe('suggestions on daily records', () => {
  it('KS-18.b an employee gives one to the unit admin and reads the answer', () => story('employee', 'siti', 'umpeg', 'Pasal 18 huruf b'));
  it('KS-16.d an employee asks the unit admin for help; request, answer and dates stay on record', () => story('help', 'siti', 'umpeg', 'Pasal 16 huruf d'));
  it('KS-17.d the evaluator gives one to the E-Kinerja manager', () => story('evaluator', 'kasi', 'kasubBk', 'Pasal 17 huruf d'));
  it('KS-16.c the unit admin gives one to the head of the unit', () => story('unit', 'umpeg', 'kadis', 'Pasal 16 huruf c'));

  it('nobody writes to whom the regulation does not send them, nor reads what is not theirs', async () => {
    expect((await write('siti', 'evaluator')).status).toBe(403);
    expect((await write('siti', 'unit')).status).toBe(403);
    expect((await write('rina', 'employee', activity.id)).status).toBe(404);
    const { body } = await write('siti', 'employee');
    for (const other of ['budi', 'kasi', 'kasubBk', 'kadis'] as const) {
      expect((await test.call('GET', `/suggestions/${body.id}`, { as: other })).status).toBe(404);
      expect((await say(other, body)).status).toBe(404);
    }
  });

  it('the sender adds, which asks again, and closes; a closed one takes no more words', async () => {
    const sent = (await write('siti', 'help')).body;
    const answered = (await say('umpeg', sent)).body;
    expect((await say('umpeg', sent)).status).toBe(412);
    const again = (await say('siti', answered, 'Masih belum bisa masuk.')).body;
    expect(again).toMatchObject({ status: 'open', version: 3 });
    const closed = await test.call<Suggestion>('POST', `/suggestions/${sent.id}/close`, { as: 'siti', ifMatch: 3 });
    expect(closed.body).toMatchObject({ status: 'closed', actions: [] });
    expect((await say('umpeg', closed.body)).body.code).toBe('state-refused');
  });
});
