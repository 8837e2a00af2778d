import type { FeedbackItem, FeedbackRecord, SilentLeaders } from '@ekinerja/contracts/feedback';
import { testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';

let test: TestApp;
let gov: TinyGovernment;
beforeAll(async () => {
  test = await testApp({ daerah: 'barito-kuala' });
  gov = await tinyGovernment(test);
});
afterAll(() => test.close());

it('BK-6.1 the direct superior coaches each subordinate; who has not is listed with the article', async () => {
  const of = async () => (await test.call<SilentLeaders>('GET', '/feedback/silent-leaders', { as: 'umpeg' })).body;
  const before = await of();
  expect(before.coachingCite).toMatchObject({ ref: 'Pasal 6 ayat (1)' });
  expect(before.items.find(({ personName }) => personName === 'Ahmad Fauzi')).toMatchObject({ people: 2, withoutCoaching: 2 });
  for (const person of ['siti', 'budi'] as const) {
    const opened = await test.call<OrProblem<FeedbackRecord>>('POST', `/feedback/people/${gov.people[person]}/coachings`, { as: 'kasi', body: { kind: 'guidance', reason: 'Pembinaan tahunan' } });
    expect(opened.status).toBe(201);
    const { id, version } = opened.body.coachings[0]!;
    await test.call('POST', `/feedback/coachings/${id}/sessions`, { as: 'kasi', ifMatch: version, body: { heldOn: '2026-11-10', notes: 'Capaian tahun berjalan', outcome: 'Target disepakati' } });
  }
  expect((await of()).items.find(({ personName }) => personName === 'Ahmad Fauzi')?.withoutCoaching ?? 0).toBe(0);
  expect((await test.call<OrProblem<FeedbackItem>>('POST', `/feedback/people/${gov.people.siti}/coachings`, { as: 'budi', body: { kind: 'guidance', reason: 'Pembinaan' } })).status).toBe(403);
});
