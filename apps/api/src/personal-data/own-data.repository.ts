import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import { Database } from '../platform/database/database.js';

export type Row = Record<string, unknown>;

/** Whose row it is. */
const OWNERS = ['employment_id', 'person_id', 'account_id'] as const;
/** Secrets, working tables, and the log of what this person read of others. */
const LEFT_OUT = new Set(['second_factor', 'second_factor_code', 'retired_refresh_token', 'idempotency_key', 'demo_account', 'read_log', 'integrator', 'account_recovery', 'pay_simulation_person']);
const SECRET = /password|hash$|secret|token|^ip$|last_ip|sealed/;

/**
 * Everything held of a person, found by the schema itself: rows of every table that names the person, their employments
 * or their account as owner, and rows that belong to those. A table added later is in it without being listed.
 */
@Injectable()
export class OwnDataRepository {
  constructor(private readonly db: Database) {}

  async ofPerson(personId: Uuid): Promise<Map<string, Row[]>> {
    const owned = await this.ownedTables();
    const found = new Map<string, Row[]>();
    const add = async (table: string, sql: string, parameters: unknown[]) => {
      const rows = await this.db.query<{ row: Row }>(sql, parameters);
      if (rows.length > 0) found.set(table, [...(found.get(table) ?? []), ...rows.map(({ row }) => withoutSecrets(row))]);
    };
    await add('person', `SELECT to_jsonb(t) AS row FROM person t WHERE id = $1`, [personId]);
    await add('employment', `SELECT to_jsonb(t) AS row FROM employment t WHERE person_id = $1`, [personId]);
    await add('account', `SELECT to_jsonb(t) AS row FROM account t WHERE person_id = $1`, [personId]);
    const ids = {
      person_id: [personId],
      employment_id: (found.get('employment') ?? []).map(({ id }) => id),
      account_id: (found.get('account') ?? []).map(({ id }) => id),
    };
    for (const { table, column } of owned) {
      if (!found.has(table)) await add(table, `SELECT to_jsonb(t) AS row FROM ${quoted(table)} t WHERE ${column} = ANY($1::uuid[])`, [ids[column]]);
    }
    for (const { table, column, parent } of await this.children(new Set(owned.map(({ table: name }) => name)))) {
      const parents = (found.get(parent) ?? []).map(({ id }) => id).filter((id) => typeof id === 'string');
      if (parents.length > 0 && !found.has(table)) await add(table, `SELECT to_jsonb(t) AS row FROM ${quoted(table)} t WHERE ${quoted(column)} = ANY($1::uuid[])`, [parents]);
    }
    return found;
  }

  /** Tables with an owner column, the employment before the account. */
  async ownedTables(): Promise<{ table: string; column: (typeof OWNERS)[number] }[]> {
    const rows = await this.db.query<{ table: string; column: (typeof OWNERS)[number] }>(
      `SELECT DISTINCT ON (c.table_name) c.table_name AS "table", c.column_name AS "column"
       FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND c.column_name = ANY($1) AND c.data_type = 'uuid'
       ORDER BY c.table_name, array_position($1, c.column_name::text)`,
      [OWNERS],
    );
    return rows.filter(({ table }) => !LEFT_OUT.has(table) && table !== 'employment' && table !== 'account');
  }

  /** Tables that belong to rows of owned tables, such as the results of an SKP, parents first. */
  private async children(owned: ReadonlySet<string>): Promise<{ table: string; column: string; parent: string }[]> {
    const keys = await this.db.query<{ table: string; column: string; parent: string }>(
      `SELECT c.conrelid::regclass::text AS "table", a.attname AS "column", c.confrelid::regclass::text AS parent
       FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] JOIN pg_attribute f ON f.attrelid = c.confrelid AND f.attnum = c.confkey[1]
       WHERE c.contype = 'f' AND cardinality(c.conkey) = 1 AND f.attname = 'id' AND c.conrelid <> c.confrelid AND c.connamespace = current_schema()::regnamespace
       ORDER BY 1, 2`,
    );
    const reached = new Set(owned);
    const found: typeof keys = [];
    for (let grown = true; grown; ) {
      grown = false;
      for (const key of keys) {
        if (reached.has(key.table) || !reached.has(key.parent) || LEFT_OUT.has(key.table) || ['person', 'employment', 'account'].includes(key.table)) continue;
        reached.add(key.table);
        found.push(key);
        grown = true;
      }
    }
    return found;
  }
}

function withoutSecrets(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !SECRET.test(column)));
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
