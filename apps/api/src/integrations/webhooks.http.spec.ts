import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WEBHOOK_DELAYS, type Webhook, type WebhookDelivery, type WebhookMessage, type WebhookWithSecret } from '@ekinerja/contracts/webhooks';
import type { Page } from '@ekinerja/contracts/basics';
import { Outbox } from '../platform/jobs/outbox.js';
import { testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';
import { AddressCheck } from './inner-addresses.js';
import { WebhookDeliveryService } from './webhook-delivery.service.js';

const MORNING = '2026-11-23T09:00:00+08:00';

interface Received {
  headers: Record<string, string | undefined>;
  body: string;
}

/** The outside system: answers as it is told, and keeps what came. */
class Receiver {
  readonly received: Received[] = [];
  answer: { status: number; headers?: Record<string, string> } = { status: 204 };
  /** An answer waits for it. */
  until: Promise<void> = Promise.resolve();
  private constructor(private readonly server: Server) {}

  static async start(): Promise<Receiver> {
    const server = createServer();
    const receiver = new Receiver(server);
    server.on('request', (request, reply) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        receiver.received.push({ headers: request.headers as Received['headers'], body: Buffer.concat(chunks).toString() });
        void receiver.until.then(() => reply.writeHead(receiver.answer.status, receiver.answer.headers).end('jawaban'));
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/kabar`;
  }

  close(): Promise<void> {
    return new Promise((done) => this.server.close(() => done()));
  }
}

let test: TestApp;
let gov: TinyGovernment;
let receiver: Receiver;
beforeAll(async () => {
  test = await testApp({ clock: MORNING, env: { EKINERJA_WEBHOOK_NETWORKS: '127.0.0.1/32' } });
  gov = await tinyGovernment(test);
  receiver = await Receiver.start();
});
afterAll(async () => {
  await test?.close();
  await receiver?.close();
});
beforeEach(() => {
  test.setClock(MORNING);
  receiver.received.length = 0;
  receiver.answer = { status: 204 };
});

const register = (name: string, url = receiver.url, events = ['month.closed']) => test.call<OrProblem<WebhookWithSecret>>('POST', '/webhooks', { as: 'super', body: { name, url, events } });
const log = async (id: string) => (await test.call<Page<WebhookDelivery>>('GET', `/webhooks/${id}/deliveries`, { as: 'super' })).body.items;
const end = (id: string) => test.call('POST', `/webhooks/${id}/end`, { as: 'super', body: { reason: 'Uji selesai' } });
const close = () => test.db.transaction(() => test.app.get(Outbox).announce('month.closed', { runId: gov.people.siti, skpdId: gov.units.dinkes, month: '2026-10' }));

describe('webhooks', () => {
  it('X-API-1 bring an announcement to whoever asked for it, signed so that the receiver can tell it is ours', async () => {
    const { webhook, secret } = (await register('Sistem gaji')).body;
    const other = (await register('Portal', receiver.url, ['skp.determined'])).body.webhook;
    await close();
    await test.deliver();
    expect(receiver.received).toHaveLength(1);
    const [{ headers, body }] = receiver.received as [Received];
    const message = JSON.parse(body) as WebhookMessage;
    expect(message).toMatchObject({ event: 'month.closed', data: { skpdId: gov.units.dinkes, month: '2026-10' } });
    const stamp = Number(headers['webhook-timestamp']);
    expect(Math.abs(stamp - new Date(MORNING).getTime() / 1000)).toBeLessThan(60);
    const wanted = createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64')).update(`${message.id}.${stamp}.${body}`).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${wanted}`);
    expect(headers['webhook-id']).toBe(message.id);
    expect(await log(webhook.id)).toMatchObject([{ id: message.id, status: 'delivered', attempts: 1, lastAnswer: '204' }]);
    // Kept encrypted, shown once, and nowhere else.
    expect(JSON.stringify([await test.db.query('SELECT * FROM webhook'), await test.db.query('SELECT * FROM audit_value'), (await test.call('GET', '/webhooks', { as: 'super' })).body])).not.toContain(secret);
    const renewed = (await test.call<WebhookWithSecret>('POST', `/webhooks/${webhook.id}/secret`, { as: 'super' })).body;
    expect(renewed.secret).not.toBe(secret);
    expect((await end(webhook.id)).status).toBe(204);
    await close();
    await test.deliver();
    expect(receiver.received).toHaveLength(1);
    await end(other.id);
  });

  it('X-API-1 are tried later and later while the receiver fails, an hour long, and arrive once it is back', async () => {
    const { webhook } = (await register('Penerima yang mati')).body;
    receiver.answer = { status: 503 };
    await close();
    const start = new Date(MORNING).getTime();
    const waits: number[] = [];
    let now = start;
    for (;;) {
      test.setClock(new Date(now).toISOString());
      if (now - start > 3_600_000) receiver.answer = { status: 200 };
      await test.deliver();
      const [row] = await log(webhook.id);
      if (row!.status !== 'waiting') break;
      const next = new Date(row!.nextAttemptAt!).getTime();
      waits.push(Math.round((next - now) / 1000));
      // A moment before it is due nothing is sent.
      test.setClock(new Date(next - 5000).toISOString());
      const before = receiver.received.length;
      await test.deliver();
      expect(receiver.received).toHaveLength(before);
      now = next + 1000;
    }
    expect(waits).toEqual(WEBHOOK_DELAYS.slice(0, waits.length));
    expect(now - start).toBeGreaterThan(3_600_000);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    const [row] = await log(webhook.id);
    expect(row).toMatchObject({ status: 'delivered', attempts: waits.length + 1, lastAnswer: '200 jawaban' });
    expect((await test.call<Webhook[]>('GET', '/webhooks', { as: 'super' })).body.find(({ id }) => id === webhook.id)).toMatchObject({ delivered: 1, waiting: 0, failed: 0 });
    // Sent again by hand: the same number, so that a receiver knows it.
    test.setClock(new Date(now).toISOString());
    expect((await test.call('POST', `/webhooks/${webhook.id}/deliveries/${row!.id}/redeliver`, { as: 'super' })).status).toBe(202);
    await test.deliver();
    expect(receiver.received.at(-1)!.headers['webhook-id']).toBe(row!.id);
    await end(webhook.id);
  });

  it('X-API-1 are given up after the last attempt, and tried by hand', async () => {
    const { webhook } = (await register('Penerima yang hilang')).body;
    receiver.answer = { status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data' } };
    expect((await test.call('POST', `/webhooks/${webhook.id}/test`, { as: 'super' })).status).toBe(202);
    await test.db.execute(`UPDATE webhook_delivery SET attempts = $1 WHERE webhook_id = $2`, [WEBHOOK_DELAYS.length, webhook.id]);
    await test.deliver();
    // A redirect is an answer like any other, not a way.
    expect(receiver.received).toHaveLength(1);
    expect(await log(webhook.id)).toMatchObject([{ event: 'test', status: 'failed', nextAttemptAt: null, lastAnswer: expect.stringMatching(/^302/) }]);
    await end(webhook.id);
  });

  it('X-API-1 never reach into the own network: not by address, by name, by a name that changes its answer, nor written otherwise', async () => {
    for (const url of ['http://10.0.0.5/', 'http://192.168.1.1:8080/x', 'http://169.254.169.254/latest', 'http://[::1]/', 'http://[::ffff:10.0.0.1]/', 'http://0.0.0.0/', 'http://2130706434/', 'http://localhost/', 'http://100.64.0.1/']) {
      const { status, body } = await register(`Dalam ${url}`.slice(0, 60), url);
      // The loopback address itself is opened in this test; everything else is inside.
      if (url === 'http://localhost/' && status < 300) await end(body.webhook.id);
      else expect([url, status, body.fields?.[0]]).toEqual([url, 400, { field: 'url', rule: 'inner' }]);
    }
    for (const url of ['ftp://contoh.go.id/', 'http://a:b@contoh.go.id/', 'bukan alamat']) expect((await register(`Salah ${url.length}`, url)).body.fields).toEqual([{ field: 'url', rule: 'address' }]);
    // Registered when its name was harmless; by now it leads inside: no connection is made.
    const { webhook } = (await register('Berubah')).body;
    await test.db.execute(`UPDATE webhook SET url = 'http://10.0.0.7/' WHERE id = $1`, [webhook.id]);
    await test.call('POST', `/webhooks/${webhook.id}/test`, { as: 'super' });
    await test.deliver();
    expect(await log(webhook.id)).toMatchObject([{ status: 'waiting', lastAnswer: 'alamat dalam: 10.0.0.7' }]);
    await end(webhook.id);
    // The very lookup of the socket refuses an inner answer, whatever was asked before.
    const error = await new Promise<Error | null>((done) => new AddressCheck([]).lookup('localhost', {}, done));
    expect(error?.constructor.name).toBe('InnerAddress');
  });

  it('X-API-1 while under way hold no row and no transaction, and are not sent a second time by another replica', async () => {
    const { webhook } = (await register('Penerima yang lambat')).body;
    let answer!: () => void;
    receiver.until = new Promise((done) => (answer = done));
    await test.call('POST', `/webhooks/${webhook.id}/test`, { as: 'super' });
    const [{ id }] = (await log(webhook.id)) as [WebhookDelivery];
    const service = test.app.get(WebhookDeliveryService);
    const first = service.deliver(id);
    while (receiver.received.length === 0) await new Promise((done) => setTimeout(done, 5));
    expect(await test.db.query(`SELECT id FROM webhook_delivery WHERE id = $1 FOR UPDATE NOWAIT`, [id])).toHaveLength(1);
    expect(await test.db.query(`SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`)).toEqual([]);
    // Another replica, the same work: it comes again after the claim.
    await Promise.all([service.deliver(id), service.deliver(id)]);
    await service.onLeft();
    expect(receiver.received).toHaveLength(1);
    answer();
    await first;
    receiver.until = Promise.resolve();
    expect(await log(webhook.id)).toMatchObject([{ status: 'delivered', attempts: 1 }]);
    await test.deliver();
    expect(receiver.received).toHaveLength(1);
    await end(webhook.id);
  });

  it('X-API-1 two replicas that begin at the same moment send once', async () => {
    const { webhook } = (await register('Dua replika')).body;
    await test.call('POST', `/webhooks/${webhook.id}/test`, { as: 'super' });
    const [{ id }] = (await log(webhook.id)) as [WebhookDelivery];
    const service = test.app.get(WebhookDeliveryService);
    await Promise.all([1, 2, 3, 4].map(() => service.deliver(id)));
    expect(receiver.received).toHaveLength(1);
    expect(await log(webhook.id)).toMatchObject([{ status: 'delivered', attempts: 1 }]);
    await end(webhook.id);
  });

  it('X-API-1 of a process that was killed in the middle are taken over, under the same number; one given up meanwhile stays given up', async () => {
    const { webhook } = (await register('Replika mati')).body;
    await test.call('POST', `/webhooks/${webhook.id}/test`, { as: 'super' });
    const [{ id }] = (await log(webhook.id)) as [WebhookDelivery];
    const service = test.app.get(WebhookDeliveryService);
    // The killed process has its claim, and its work is gone with it.
    await test.db.execute(`UPDATE webhook_delivery SET claim = gen_random_uuid(), claimed_until = now() + interval '1 minute' WHERE id = $1`, [id]);
    await test.db.execute(`DELETE FROM graphile_worker._private_jobs`);
    test.setClock('2026-11-23T09:20:00+08:00');
    await service.onLeft();
    await test.deliver();
    expect(receiver.received).toEqual([]);
    await test.db.execute(`UPDATE webhook_delivery SET claimed_until = now() - interval '1 second' WHERE id = $1`, [id]);
    await test.db.execute(`DELETE FROM graphile_worker._private_jobs`);
    test.setClock('2026-11-23T09:30:00+08:00');
    await service.onLeft();
    await test.deliver();
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([id]);

    let answer!: () => void;
    receiver.until = new Promise((done) => (answer = done));
    receiver.answer = { status: 500 };
    await test.call('POST', `/webhooks/${webhook.id}/deliveries/${id}/redeliver`, { as: 'super' });
    const late = service.deliver(id);
    while (receiver.received.length === 1) await new Promise((done) => setTimeout(done, 5));
    await end(webhook.id);
    answer();
    await late;
    receiver.until = Promise.resolve();
    expect(await test.db.query(`SELECT status, next_at AS next, attempts, last_answer AS answer FROM webhook_delivery WHERE id = $1`, [id])).toEqual([
      { status: 'failed', next: null, attempts: 1, answer: '500 jawaban' },
    ]);
  });

  it('are registered by superadmins alone', async () => {
    for (const as of ['auditor', 'umpeg', 'siti']) expect((await test.call('GET', '/webhooks', { as })).status).toBe(403);
    expect((await test.call('GET', `/webhooks/${gov.people.siti}/deliveries`, { as: 'super' })).status).toBe(404);
  });
});
