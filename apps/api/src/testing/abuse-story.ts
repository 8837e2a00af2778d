import { randomUUID } from 'node:crypto';
import type { Activity, SaveActivityRequest } from '@ekinerja/contracts/activities';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { GrantedRole } from '@ekinerja/contracts/access';
import type { PayRunView } from '@ekinerja/contracts/pay-runs';
import { changedTables, databaseState } from './database-state.js';
import { closeUnit, fillMonth, openRun } from './pay-month.js';
import { testApp, type Answer, type CallOptions, type TestApp } from './test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment, type UnitName } from './tiny-government.js';
import { entry, givenSkp } from './work.js';

export const CLOSED_MONTH = '2026-10';
type Method = Parameters<TestApp['call']>[0];

/** Work of every kind in the health office, some decided, one month closed: what an abuser would like to reach. */
export class AbuseStory {
  private constructor(
    readonly test: TestApp,
    readonly gov: TinyGovernment,
    readonly run: PayRunView,
    /** Results to enter work for, by person. */
    readonly results: Record<'siti' | 'rina', Uuid>,
  ) {}

  static async tell(): Promise<AbuseStory> {
    const test = await testApp();
    const gov = await tinyGovernment(test);
    const results = { siti: await givenSkp(test, gov, 'siti'), rina: await givenSkp(test, gov, 'rina') };
    await givenSkp(test, gov, 'budi', 'submitted');
    await givenSkp(test, gov, 'kasi', 'submitted');
    await fillMonth(test, gov, CLOSED_MONTH);
    const run = await openRun(test, CLOSED_MONTH);
    await closeUnit(test, run.id, gov.units.dinkes);
    return new AbuseStory(test, gov, run, results);
  }

  close(): Promise<void> {
    return this.test.close();
  }

  async enter(person: 'siti' | 'rina', change: Partial<SaveActivityRequest> = {}): Promise<Activity> {
    const { status, body } = await this.test.call<Activity>('PUT', `/activities/${randomUUID()}`, { as: person, body: entry(this.results[person], change) });
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body;
  }

  async idOf(table: 'skp' | 'evaluation' | 'payslip', person: PersonName): Promise<Uuid> {
    const row = await this.test.db.one<{ id: Uuid }>(`SELECT id FROM ${table} WHERE employment_id = $1 LIMIT 1`, [this.gov.people[person]]);
    return row!.id;
  }

  /** An objection to that person's evaluation, examined by the head of the office, as if it had been filed. */
  async objection(person: PersonName): Promise<Uuid> {
    const tiers = [{ person: { employmentId: this.gov.people.kadis, postId: this.gov.posts.kadis, personName: 'dr. Hasanuddin' }, chain: [] }];
    const row = await this.test.db.one<{ id: Uuid }>(
      `INSERT INTO objection (id, evaluation_id, evaluation_version, evaluation, employment_id, reasons, received_at, filed_at, cites, law, evaluator_employment_id, tiers, tier_employment_ids)
       SELECT gen_random_uuid(), v.id, v.version, jsonb_build_object('personName', 'x', 'kind', v.kind, 'month', v.month, 'predicate', v.predicate, 'inputs', v.inputs, 'evaluator', v.evaluator->'person'),
              v.employment_id, 'Alasan keberatan saya', now(), now(), '{"file":null,"decide":null}', '[]', $2, $3, ARRAY[$4]::uuid[]
       FROM evaluation v WHERE v.employment_id = $1 LIMIT 1 RETURNING id`,
      [this.gov.people[person], this.gov.people.kabid, JSON.stringify(tiers), this.gov.people.kadis],
    );
    return row!.id;
  }

  async measurement(person: PersonName): Promise<Uuid> {
    const row = await this.test.db.one<{ id: Uuid }>(
      `INSERT INTO measurement (employment_id, skp_id, rhythm, month, status, lines, stated_at) SELECT $1, id, 'monthly', '2026-10', 'stated', '[]', now() FROM skp WHERE employment_id = $1 RETURNING id`,
      [this.gov.people[person]],
    );
    return row!.id;
  }

  async versionOf(table: 'skp' | 'activity', id: Uuid): Promise<number> {
    return (await this.test.db.one<{ version: number }>(`SELECT version FROM ${table} WHERE id = $1`, [id]))!.version;
  }

  async grant(person: PersonName, role: GrantedRole, unit: UnitName | null = null): Promise<void> {
    await this.test.db.query(`INSERT INTO account_role (account_id, role, unit_id, valid_from, reason) VALUES ($1,$2,$3,'2024-01-01','uji')`, [
      this.gov.accounts[person], role, unit && this.gov.units[unit],
    ]);
  }

  /** Tries, and says what came of it: status and code, and the tables that are not as they were. */
  async attempt(method: Method, path: string, options: CallOptions = {}): Promise<{ status: number; code: string | undefined; changed: string[]; answer: Answer<unknown> }> {
    // Signing in leaves its own trace, and must not stand in the way.
    if (options.as) await this.test.call('GET', '/auth/me', { as: options.as });
    const before = await databaseState(this.test);
    const answer = await this.test.call(method, path, options);
    const changed = changedTables(before, await databaseState(this.test));
    return { status: answer.status, code: answer.body?.code, changed, answer };
  }
}
