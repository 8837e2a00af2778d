import { tinyGovernment } from '../../testing/tiny-government.js';
import { testApp, type TestApp } from '../../testing/test-app.js';

const PROBLEM = 'application/problem+json; charset=utf-8';
const ID = '00000000-0000-4000-8000-000000000000';

describe('input that no form of ours sends', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await testApp();
    await tinyGovernment(test);
  });
  afterAll(() => test?.close());

  const raw = (payload: string, type = 'application/json') =>
    test.app.inject({ method: 'POST', url: '/api/v1/auth/sign-in', headers: { 'content-type': type }, payload });

  it.each([
    ['nested without end', '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000), 'application/json', { part: 'body', reason: 'nested too deep' }],
    ['cut off', '{"username":', 'application/json', { part: 'body' }],
    ['of an unknown type', '<a/>', 'application/xml', { header: 'Content-Type' }],
  ])('a body %s is refused and says which part', async (_, payload, type, params) => {
    const answer = await raw(payload, type);
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toBe(PROBLEM);
    expect(answer.json()).toMatchObject({ code: 'malformed-request', params });
  });

  it('a path that cannot be decoded is a problem like any other', async () => {
    const answer = await test.app.inject({ method: 'GET', url: '/api/v1/skp/%ff' });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toBe(PROBLEM);
    expect(answer.json()).toMatchObject({ code: 'malformed-request', params: { part: 'path' } });
  });

  it('an id that is none is not found, and names its parameter', async () => {
    const { status, body } = await test.call('GET', '/skp/x', { as: 'siti' });
    expect([status, body.code, body.params]).toEqual([404, 'not-found', { parameter: 'id' }]);
  });

  it('the NUL character names its field, in a query and inside a body', async () => {
    const query = await test.call('GET', '/employees?q=%00', { as: 'super' });
    expect([query.status, query.body.fields?.[0]?.field]).toEqual([400, 'q']);
    const body = await test.call('POST', `/activities/${ID}/refuse`, { as: 'kasi', ifMatch: 1, body: { reason: 'kurang lengkap\0' } });
    expect([body.status, body.body.fields?.[0]?.field]).toEqual([400, 'reason']);
  });

  it('half of a character names its field before a check of e-mail addresses stumbles over it', async () => {
    const { status, body } = await test.call('PUT', '/notifications/settings', { as: 'siti', ifMatch: 0, body: { email: 'siti\ud800@contoh.go.id', mode: 'immediate', muted: [] } });
    expect([status, body.fields?.[0]?.field]).toEqual([400, 'email']);
  });

  it('a list where a row belongs names its place', async () => {
    const { status, body } = await test.call('POST', '/attendance/rows', { as: 'super', body: { month: '2026-10', rows: [[]] } });
    expect([status, body.fields?.[0]?.field]).toEqual([400, 'rows.0']);
  });

  it('a month before any law is refused as such', async () => {
    const own = await test.call('GET', '/attendance/mine?month=1900-01', { as: 'siti' });
    expect([own.status, own.body.rule?.code, own.body.params]).toEqual([422, 'law.not-in-force', { kind: 'calendar', date: '1900-01-01' }]);
    const run = await test.call('POST', '/pay-runs', { as: 'super', body: { month: '2011-01' } });
    expect([run.status, run.body.rule?.code]).toEqual([422, 'law.not-in-force']);
  });
});
