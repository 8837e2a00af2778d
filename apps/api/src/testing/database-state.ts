import { DataSource } from 'typeorm';
import type pg from 'pg';
import type { TestApp } from './test-app.js';

/** Tables that note who asked and signed in, whatever comes of it. */
const NOTES_OF_ASKING = ['session', 'retired_refresh_token', 'sign_in_failure', 'idempotency_key', 'request_rate', 'read_log', 'audit_seal', 'job_run', 'organisation_version'];
/** The question by application: its tables do not change, and a prepared statement is not planned anew, which is most of its cost. */
const questions = new WeakMap<TestApp, string>();

/** What every table holds, as one fingerprint a table: two that are equal mean that nothing was written in between. */
export async function databaseState(test: TestApp): Promise<Record<string, string>> {
  const pool = (test.app.get(DataSource).driver as unknown as { master: pg.Pool }).master;
  const text = questions.get(test) ?? (await question(test));
  questions.set(test, text);
  const { rows } = await pool.query<{ name: string; state: string }>({ name: 'database-state', text });
  return Object.fromEntries(rows.map(({ name, state }) => [name, state]));
}

async function question({ db }: TestApp): Promise<string> {
  const tables = await db.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND NOT tablename = ANY($1::text[]) ORDER BY tablename`,
    [NOTES_OF_ASKING],
  );
  // A row written anew, be it with the same values, is another by its transaction and its place.
  const one = ({ name }: { name: string }) => `SELECT '${name}' AS name, count(*) || ' ' || coalesce(sum(hashtext(xmin::text || ctid::text)), 0) AS state FROM "${name}"`;
  return tables.map(one).join(' UNION ALL ');
}

/** Tables that differ between two states. */
export function changedTables(before: Record<string, string>, after: Record<string, string>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name]);
}
