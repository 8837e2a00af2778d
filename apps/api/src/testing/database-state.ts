import type { TestApp } from './test-app.js';

/** Tables that note who asked and signed in, whatever comes of it. */
const NOTES_OF_ASKING = ['session', 'retired_refresh_token', 'sign_in_failure', 'idempotency_key', 'request_rate', 'read_log', 'audit_seal', 'job_run', 'organisation_version'];

/** What every table holds, as one fingerprint a table: two that are equal mean that nothing was written in between. */
export async function databaseState({ db }: TestApp): Promise<Record<string, string>> {
  const tables = await db.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND NOT tablename = ANY($1::text[]) ORDER BY tablename`,
    [NOTES_OF_ASKING],
  );
  const one = ({ name }: { name: string }) =>
    `SELECT '${name}' AS name, count(*) || ' ' || coalesce(md5(string_agg(row::text, '|' ORDER BY row::text)), '') AS state FROM "${name}" AS row`;
  const rows = await db.query<{ name: string; state: string }>(tables.map(one).join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, state }) => [name, state]));
}

/** Tables that differ between two states. */
export function changedTables(before: Record<string, string>, after: Record<string, string>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name]);
}
