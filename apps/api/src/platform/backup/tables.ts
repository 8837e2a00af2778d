import pg from 'pg';
import type { BackedUpTable, SequenceState, TableName } from './backup-format.js';

/** Own tables and those of the work queue: announcements that still wait belong to the data. */
const SCHEMAS = ['public', 'graphile_worker'];
/** Made by the migrations themselves on the other side. */
const MADE_ANEW = ['public.migrations', 'graphile_worker.migrations'];

const id = pg.escapeIdentifier;

export function quoted({ schema, table }: TableName): string {
  return `${id(schema)}.${id(table)}`;
}

/** Every table with data, with its columns and the order of its rows. */
export async function listTables(client: pg.Client): Promise<BackedUpTable[]> {
  const { rows } = await client.query<BackedUpTable>(
    `SELECT n.nspname AS schema, c.relname AS table,
            (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
             WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
            coalesce((SELECT jsonb_agg(jsonb_build_object('column', a.attname, 'isText', a.attcollation <> 0) ORDER BY array_position(i.indkey::int2[], a.attnum))
             FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey) WHERE i.indrelid = c.oid AND i.indisprimary), '[]') AS order
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = ANY ($1) AND c.relkind = 'r' AND n.nspname || '.' || c.relname <> ALL ($2)
     ORDER BY 1, 2`,
    [SCHEMAS, MADE_ANEW],
  );
  return rows;
}

export async function listSequences(client: pg.Client): Promise<SequenceState[]> {
  const { rows } = await client.query<SequenceState>(
    `SELECT schemaname AS schema, sequencename AS sequence, last_value::text AS last FROM pg_sequences WHERE schemaname = ANY ($1) ORDER BY 1, 2`,
    [SCHEMAS],
  );
  return rows;
}

/** The statement whose text is stored and hashed; the same rows give the same bytes on every server. */
export function copyOut(table: BackedUpTable): string {
  const byKey = table.order.map(({ column, isText }) => (isText ? `${id(column)} COLLATE "C"` : id(column)));
  const byAll = table.columns.map((column) => `${id(column)}::text COLLATE "C"`);
  const order = (byKey.length > 0 ? byKey : byAll).join(', ');
  return `COPY (SELECT ${table.columns.map(id).join(', ')} FROM ${quoted(table)} ORDER BY ${order}) TO STDOUT`;
}

export function copyIn(table: BackedUpTable): string {
  return `COPY ${quoted(table)} (${table.columns.map(id).join(', ')}) FROM STDIN`;
}

export interface ForeignKey extends TableName {
  name: string;
  definition: string;
}

export async function listForeignKeys(client: pg.Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `SELECT n.nspname AS schema, c.relname AS table, k.conname AS name, pg_get_constraintdef(k.oid) AS definition
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE k.contype = 'f' AND n.nspname = ANY ($1) ORDER BY 1, 2, 3`,
    [SCHEMAS],
  );
  return rows;
}

/** Sessions read dates, times and numbers alike on both sides. */
export async function settle(client: pg.Client): Promise<void> {
  await client.query(`SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'iso_8601'; SET extra_float_digits = 3; SET bytea_output = 'hex'; SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0`);
}
