import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { Page } from '@ekinerja/contracts/basics';
import type { SessionAnswer } from '@ekinerja/contracts/auth';
import type { NotificationCount, NotificationItem, NotificationSettings } from '@ekinerja/contracts/notifications';
import { RemindersJobs } from '../monitoring/reminders.jobs.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { WorkQueue } from '../platform/jobs/work-queue.js';
import { CONFIG } from '../platform/platform.module.js';
import type { Config } from '../platform/config.js';
import { TEST_PASSWORD, testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';
import { entry, givenSkp } from '../testing/work.js';
import { NotificationsService } from './notifications.service.js';

let test: TestApp;
let gov: TinyGovernment;
let postOffice: SMTPServer;
const letters: { to: string[]; text: string }[] = [];
let refusing = false;

beforeAll(async () => {
  postOffice = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (refusing) return done(new Error('kotak penuh'));
        letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(parts).toString('utf8') });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => postOffice.listen(0, '127.0.0.1', resolve));
  test = await testApp();
  gov = await tinyGovernment(test);
  Object.assign(test.app.get<Config>(CONFIG), { smtpUrl: `smtp://127.0.0.1:${(postOffice.server.address() as AddressInfo).port}`, mailFrom: 'E-Kinerja <ekinerja@uji.go.id>' });
});
afterAll(async () => {
  await test.close();
  await new Promise<void>((resolve) => postOffice.close(() => resolve()));
});

const announce = (feedbackId: string, by: string) =>
  test.db.transaction(() => test.app.get(Outbox).announce('feedback.given', { feedbackId, employmentId: gov.people.siti, byName: by }));
const mine = async (as = 'siti') => (await test.call<Page<NotificationItem>>('GET', '/notifications', { as })).body.items;
const save = (body: object) => test.call<OrProblem<NotificationSettings>>('PUT', '/notifications/settings', { as: 'siti', body: { email: 'siti@uji.go.id', mail: 'immediate', language: 'id', muted: [], ...body } });

it('X-AP-2 BK-13 X-OP-2 tells a person of a matter once, however many workers and deliveries', async () => {
  await announce('11111111-1111-4111-8111-111111111111', 'Ahmad Fauzi');
  await announce('11111111-1111-4111-8111-111111111111', 'Ahmad Fauzi');
  const queue = test.app.get(WorkQueue);
  await Promise.all([queue.runDue(), queue.runDue(), queue.runDue()]);
  expect(await mine()).toEqual([expect.objectContaining({ topic: 'feedback-given', params: { by: 'Ahmad Fauzi' }, path: '/umpan-balik', readAt: null })]);
  expect(await mine('budi')).toEqual([]);
  expect((await test.call<NotificationCount>('GET', '/notifications/count', { as: 'siti' })).body).toEqual({ unread: 1 });
  const [one] = await mine();
  expect((await test.call('POST', `/notifications/${one!.id}/read`, { as: 'budi' })).status).toBe(404);
  expect((await test.call<NotificationCount>('POST', `/notifications/${one!.id}/read`, { as: 'siti' })).body).toEqual({ unread: 0 });
});

it('sends mail at once where a person wants it, in their language, and tries again when the post office is shut', async () => {
  expect((await save({ email: null })).status).toBe(400);
  expect((await save({ email: 'bukan alamat' })).status).toBe(400);
  expect((await save({})).body).toMatchObject({ mail: 'immediate', mailWorks: true });
  refusing = true;
  await announce('22222222-2222-4222-8222-222222222222', 'Budi\r\nBcc: lain@uji.go.id');
  await test.deliver();
  expect(letters).toEqual([]);
  expect(await mine()).toHaveLength(2);
  refusing = false;
  await test.db.query(`UPDATE graphile_worker._private_jobs SET run_at = now() - interval '1 minute'`);
  await test.deliver();
  await test.deliver();
  expect(letters.map(({ to }) => to)).toEqual([['siti@uji.go.id']]);
  expect(letters[0]!.text).toContain('http://ekinerja.test/umpan-balik');
  expect(letters[0]!.text).not.toMatch(/^Bcc:/m);
  await save({ language: 'en' });
  await announce('33333333-3333-4333-8333-333333333333', 'Nurhayati');
  await test.deliver();
  expect(letters.at(-1)!.text).toContain('Nurhayati gave feedback.');
});

it('collects a digest once a day, and leaves muted topics out', async () => {
  await save({ mail: 'digest', muted: ['coaching-opened'] });
  const tell = test.app.get(NotificationsService);
  await announce('44444444-4444-4444-8444-444444444444', 'Ahmad Fauzi');
  await announce('55555555-5555-4555-8555-555555555555', 'Budi Santoso');
  await test.db.transaction(() => test.app.get(Outbox).announce('coaching.opened', { coachingId: 'x', employmentId: gov.people.siti }));
  await test.deliver();
  const before = letters.length;
  expect(before).toBe(2);
  await Promise.all([tell.sendDigests(), tell.sendDigests()]);
  await test.deliver();
  await tell.sendDigests();
  await test.deliver();
  expect(letters).toHaveLength(before + 1);
  expect(letters.at(-1)!.text).toContain('Subject: E-Kinerja: 2 pemberitahuan');
  expect((await mine()).map(({ topic }) => topic)).not.toContain('coaching-opened');
});

it('X-AP-2 reminds of limits that come near and of those passed, each once, though every replica looks', async () => {
  await save({ mail: 'off', muted: [] });
  const budiResult = await givenSkp(test, gov, 'budi');
  const entered = await test.call<{ id: string }>('PUT', `/activities/${randomUUID()}`, { as: 'budi', body: entry(budiResult, { date: '2026-11-23' }) });
  expect(entered.status).toBe(200);
  // This regency sets no window for approving; the day is what a law with one would have written on the entry.
  const due = new Date('2026-11-30T00:00:00+08:00');
  await test.db.query(`UPDATE activity SET due_at = $2 WHERE id = $1`, [entered.body.id, due]);
  const write = async (date: string) => (await test.call<{ id: string }>('PUT', `/activities/${randomUUID()}`, { as: 'budi', body: entry(budiResult, { date }) })).body;
  const look = async (at: Date) => {
    test.setClock(at.toISOString());
    const jobs = test.app.get(RemindersJobs);
    // Three replicas on the same morning, and once more within the day.
    await Promise.all([jobs.daily(), jobs.daily(), jobs.daily()]);
    await jobs.look();
    await jobs.look();
  };
  const told = async (as: string) => (await mine(as)).map(({ topic }) => topic).filter((topic) => /due|late|silence/.test(topic)).toSorted();
  const day = 86_400_000;
  await look(new Date(due.getTime() - 4 * day));
  expect((await told('kasi')).filter((topic) => topic.startsWith('activity'))).toEqual([]);
  await look(new Date(due.getTime() - day));
  expect((await told('kasi')).filter((topic) => topic.startsWith('activity'))).toEqual(['activity-approval-due']);
  await look(new Date(due.getTime() + 3_600_000));
  expect((await told('kasi')).filter((topic) => topic.startsWith('activity'))).toEqual(['activity-approval-due', 'activity-approval-late']);
  expect(await told('umpeg')).toContain('silence');
  // The old one stays undecided; one that becomes late after it is told all the same, once.
  const late = async () => (await told('kasi')).filter((topic) => topic === 'activity-approval-late').length;
  const [newer] = await test.db.query<{ id: string }>(`UPDATE activity SET due_at = $2 WHERE id = $1 RETURNING id`, [(await write('2026-11-20')).id, new Date(due.getTime() + day)]);
  await look(new Date(due.getTime() + day + 3_600_000));
  expect([newer !== undefined, await late()]).toEqual([true, 2]);
  // The plan of the coming year: a week ahead, on the last day, and once it is late; the law's own date.
  for (const [at, count] of [['2027-01-20', 0], ['2027-01-25', 1], ['2027-01-31', 2], ['2027-02-02', 3], ['2027-02-03', 3]] as const) {
    await look(new Date(`${at}T06:10:00+08:00`));
    expect([at, (await mine('rina')).filter(({ topic }) => topic.startsWith('skp')).length]).toEqual([at, count]);
  }
  expect((await mine('rina')).find(({ topic }) => topic === 'skp-late')).toMatchObject({ params: { date: '2027-01-31' }, path: '/skp' });
  // Evaluations ahead, on their last day and once when late, by the event of the daily look; the same twice is once.
  for (const stage of ['ahead', 'ahead', 'last', 'late', 'late'] as const) {
    await test.db.transaction(() => test.app.get(Outbox).announce('evaluation.reminder', { evaluatorEmploymentId: gov.people.kasi, kind: 'periodic', month: '2026-12', open: 2, dueDate: '2027-01-08', stage }));
  }
  await test.deliver();
  expect((await mine('kasi')).filter(({ topic }) => topic.startsWith('evaluation')).map(({ topic }) => topic).toSorted()).toEqual(['evaluation-due', 'evaluation-due', 'evaluation-late']);
  expect((await mine('kasi')).find(({ topic }) => topic === 'evaluation-due')).toMatchObject({ params: { count: 2, month: '2026-12', date: '2027-01-08' } });
  test.setClock('2026-11-23T09:00:00+08:00');
});

it('X-AP-2 BK-4.2 what is handed in and due on the same day is told of in the afternoon, before it is late', async () => {
  const result = await givenSkp(test, gov, 'siti');
  const { body } = await test.call<{ id: string }>('PUT', `/activities/${randomUUID()}`, { as: 'siti', body: entry(result, { date: '2026-11-23' }) });
  await test.db.query(`UPDATE activity SET due_at = '2026-11-24T00:00:00+08:00', status = CASE WHEN id = $1 THEN 'submitted' ELSE 'withdrawn' END`, [body.id]);
  const jobs = test.app.get(RemindersJobs);
  const due = async () => (await mine('kasi')).filter(({ topic, params }) => topic === 'activity-approval-due' && params.date === '2026-11-23');
  test.setClock('2026-11-23T14:00:30+08:00');
  await Promise.all([jobs.afternoon(), jobs.afternoon()]);
  await jobs.lookToday();
  expect((await due()).map(({ params }) => params)).toEqual([{ count: 1, date: '2026-11-23' }]);
  test.setClock('2026-11-23T09:00:00+08:00');
});

it('rings the bell of an open page at once', async () => {
  await test.call('POST', '/notifications/read', { as: 'budi' });
  await test.app.listen(0, '127.0.0.1');
  const base = (await test.app.getUrl()).replace('[::1]', '127.0.0.1');
  const { accessToken } = test.app.inject
    ? (await test.app.inject({ method: 'POST', url: '/api/v1/auth/sign-in', payload: { username: 'budi', password: TEST_PASSWORD } })).json<SessionAnswer>()
    : { accessToken: '' };
  const controller = new AbortController();
  const response = await fetch(`${base}/api/v1/notifications/stream`, { headers: { authorization: `Bearer ${accessToken}`, accept: 'text/event-stream' }, signal: controller.signal });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const reader = response.body!.getReader();
  const next = async () => new TextDecoder().decode((await reader.read()).value);
  expect(await next()).toContain('{"unread":0}');
  await test.app.get(NotificationsService).tell([gov.people.budi], { topic: 'reward-given', key: 'uji', params: { name: 'Piagam' }, path: '/' });
  expect(await next()).toContain('{"unread":1}');
  await test.call('POST', '/notifications/read', { as: 'budi' });
  expect(await next()).toContain('{"unread":0}');
  controller.abort();
  expect((await test.call('GET', '/notifications/stream', { as: 'budi' })).status).toBe(400);

  // Signed out in one place: that line ends at once, the one of another session goes on.
  const session = async () => (await test.app.inject({ method: 'POST', url: '/api/v1/auth/sign-in', payload: { username: 'budi', password: TEST_PASSWORD } })).json<SessionAnswer>().accessToken;
  const line = async (token: string) => {
    const answer = await fetch(`${base}/api/v1/notifications/stream`, { headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' } });
    const heard = answer.body!.getReader();
    return { read: async () => (({ done, value }) => (done ? null : new TextDecoder().decode(value)))(await heard.read()), stop: () => heard.cancel() };
  };
  const [leaving, staying] = [await session(), await session()];
  const [left, stayed] = [await line(leaving), await line(staying)];
  expect([await left.read(), await stayed.read()]).toEqual([expect.stringContaining('unread'), expect.stringContaining('unread')]);
  await test.app.inject({ method: 'POST', url: '/api/v1/auth/sign-out', headers: { authorization: `Bearer ${leaving}` } });
  expect(await left.read()).toBeNull();
  expect(await stayed.read()).toContain('unread');
  await stayed.stop();
});
