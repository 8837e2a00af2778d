import pg from 'pg';
import type { PayRunUnitView, PayRunView } from '@ekinerja/contracts/pay-runs';
import type { Problem } from '@ekinerja/contracts/errors';
import { fillMonth, openRun, unitOf } from '../testing/pay-month.js';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';

const MONTH = '2026-10';

describe('the close under stress (X-TPP-3)', () => {
  let test: TestApp;
  let gov: TinyGovernment;
  let run: PayRunView;
  let path: string;
  let version: number;

  beforeAll(async () => {
    test = await testApp();
    gov = await tinyGovernment(test);
    await fillMonth(test, gov, MONTH);
    run = await openRun(test, MONTH);
    path = `/pay-runs/${run.id}/units/${gov.units.dinkes}`;
    const checked = await test.call<PayRunUnitView>('POST', `${path}/check`, { as: 'umpeg', ifMatch: (await unitOf(test, run.id, gov.units.dinkes)).version });
    version = checked.body.version;
  });
  afterAll(() => test?.close());

  const close = (as: string) => test.call<PayRunUnitView & Pick<Problem, 'code' | 'params'>>('POST', `${path}/close`, { as, ifMatch: version });
  const traces = async () =>
    (await test.db.one<{ n: number }>(
      `SELECT (SELECT count(*) FROM payslip) + (SELECT count(*) FROM closed_month) + (SELECT count(*) FROM pay_run_exclusion)
            + (SELECT count(*) FROM audit_event WHERE action = 'pay-run.closed') AS n`,
    ))!.n;

  it('X-TPP-3: killed in the middle it leaves nothing, and can be repeated', async () => {
    const holder = new pg.Client({ connectionString: test.url });
    const watcher = new pg.Client({ connectionString: test.url });
    await holder.connect();
    await watcher.connect();
    // The close inserts its slips, then waits here for the month's row.
    await holder.query('BEGIN');
    await holder.query('LOCK TABLE closed_month IN SHARE ROW EXCLUSIVE MODE');
    const dying = close('super');
    const pid = await waitingBackend(watcher);
    await watcher.query('SELECT pg_terminate_backend($1)', [pid]);
    const answer = await dying;
    await holder.query('ROLLBACK');
    await holder.end();
    await watcher.end();
    expect(answer.status).toBe(503);
    expect(await traces()).toBe(0);
    expect((await unitOf(test, run.id, gov.units.dinkes)).status).toBe('checked');
  });

  it('X-TPP-3: two closes at once from two browsers give one result', async () => {
    const answers = await Promise.all([close('super'), close('super2')]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0]!.body).toEqual(answers[1]!.body);
    const slips = await test.db.one<{ n: number }>(`SELECT count(*) AS n FROM payslip`);
    expect(slips!.n).toBe(10);
    expect(await test.db.query(`SELECT 1 FROM audit_event WHERE action = 'pay-run.closed'`)).toHaveLength(1);
    expect(await test.db.query(`SELECT 1 FROM closed_month`)).toHaveLength(1);
  });

  it('X-TPP-2: the frozen content is the same bytes however often it is computed, at most 2,000', async () => {
    const slips = await test.db.query<{ content: string; content_hash: string }>(`SELECT content, content_hash FROM payslip`);
    for (const slip of slips) expect(Buffer.byteLength(slip.content)).toBeLessThanOrEqual(2000);
    const hash = await test.db.query(`SELECT 1 FROM payslip WHERE content_hash <> encode(sha256(convert_to(content, 'UTF8')), 'hex')`);
    expect(hash).toHaveLength(0);
  });
});

async function waitingBackend(client: pg.Client): Promise<number> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { rows } = await client.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'INSERT INTO closed_month%'`,
    );
    if (rows[0]) return rows[0].pid;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('no backend waits for the month');
}
