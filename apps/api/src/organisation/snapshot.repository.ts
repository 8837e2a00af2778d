import { Injectable } from '@nestjs/common';
import type { AssignmentKind, EmployeeKind, IsoDate, PostKind, UnitKind, Uuid } from '@ekinerja/contracts/basics';
import { Database } from '../platform/database/database.js';

export interface UnitRow {
  id: Uuid;
  code: string;
  name: string;
  kind: UnitKind;
  parentId: Uuid | null;
  skpdId: Uuid | null;
}
export interface PostRow {
  id: Uuid;
  name: string;
  kind: PostKind;
  unitId: Uuid;
  superiorPostId: Uuid | null;
  leader: boolean;
  standingDelegate: boolean;
  class: string | null;
}
export interface EmploymentRow {
  id: Uuid;
  personId: Uuid;
  kind: EmployeeKind;
  name: string;
  nip: string | null;
  rank: string | null;
  from: IsoDate;
  to: IsoDate | null;
}
export interface AssignmentRow {
  employmentId: Uuid;
  postId: Uuid;
  kind: AssignmentKind;
  from: IsoDate;
  to: IsoDate | null;
  classOverride: string | null;
}
export interface DelegationRow {
  delegateEmploymentId: Uuid;
  postId: Uuid | null;
  unitId: Uuid | null;
  from: IsoDate;
  to: IsoDate | null;
  decree: string;
}
export interface OverrideRow {
  employmentId: Uuid;
  evaluatorEmploymentId: Uuid;
  from: IsoDate;
  to: IsoDate | null;
  reason: string;
  grantor: string;
}
export interface OrganisationRows {
  units: UnitRow[];
  posts: PostRow[];
  employments: EmploymentRow[];
  assignments: AssignmentRow[];
  delegations: DelegationRow[];
  overrides: OverrideRow[];
}

/** What of a state is no longer so. */
export interface Touched {
  units: Uuid[];
  posts: Uuid[];
  employments: Uuid[];
}

/** Every table whose days decide what a snapshot holds, and what its rows are about. */
const DATED_TABLES: [table: string, kind: string, column: string][] = [
  ['unit', 'unit', 'id'], ['unit_history', 'unit', 'unit_id'], ['post', 'post', 'id'], ['post_history', 'post', 'post_id'],
  ['post_class', 'post', 'post_id'], ['employment', 'employment', 'id'], ['employment_nip', 'employment', 'employment_id'],
  ['employment_kind', 'employment', 'employment_id'],
  ['employment_rank', 'employment', 'employment_id'], ['assignment', 'employment', 'employment_id'], ['assignment', 'post', 'post_id'],
  ['evaluator_delegation', 'line', 'id'], ['evaluator_override', 'line', 'id'],
];

/** More than this is read anew rather than mended. */
const MOST_TOUCHED = 4000;
/** As long as the database remembers what changed. */
const REMEMBERED = 5000;

/** Holds on the day given as `$1`. */
const onDay = (alias: string) => `${alias}.valid_from <= $1 AND (${alias}.valid_to IS NULL OR ${alias}.valid_to >= $1)`;
/** All rows, or those named by `$2`. */
const named = (column: string, ids: Uuid[] | null) => (ids === null ? '' : `AND ${column} = ANY($2::uuid[])`);

/** The rows behind snapshots: whole days, or only what changed since. */
@Injectable()
export class SnapshotRepository {
  constructor(private readonly db: Database) {}

  /** `own`: the surrounding transaction, if it has itself changed the organisation, so that nobody else may see what it sees. */
  async version(): Promise<{ version: number; own: string | null }> {
    const row = await this.db.one<{ version: number; own: string | null }>(
      // A row that is seen although its writer is still in progress was written by this transaction, within a savepoint too.
      `SELECT version, CASE WHEN top IS NOT NULL AND pg_xact_status((floor(top::text::numeric / 4294967296) * 4294967296 + organisation_version.xmin::text::numeric)::text::xid8) = 'in progress'
                            THEN top::text END AS own FROM organisation_version, pg_current_xact_id_if_assigned() AS top`,
    );
    if (!row) throw new Error('organisation_version has no row');
    return row;
  }

  /** Days on which something begins to hold, or has ended the day before; ascending. */
  async turningDays(): Promise<IsoDate[]> {
    const tables = [...new Set(DATED_TABLES.map(([table]) => table))];
    const parts = tables.map((table) => `SELECT valid_from AS day FROM ${table} UNION SELECT valid_to + 1 FROM ${table} WHERE valid_to IS NOT NULL`);
    const rows = await this.db.query<{ day: IsoDate }>(`SELECT day FROM (${parts.join(' UNION ')}) AS d ORDER BY day`);
    return rows.map((row) => row.day);
  }

  /** What differs between a state of one day and version and the present state of another day; null when that is too much. */
  async touched(since: { version: number; day: IsoDate }, day: IsoDate): Promise<Touched | null> {
    const [first, last] = [since.day, day].sort() as [IsoDate, IsoDate];
    const begins = (table: string) =>
      `${table}.valid_from BETWEEN $2::date + 1 AND $3::date OR ${table}.valid_to BETWEEN $2::date AND $3::date - 1`;
    const between = DATED_TABLES.map(([table, kind, column]) => `SELECT '${kind}', ${column} FROM ${table} WHERE ${begins(table)}`);
    const rows = await this.db.query<{ kind: string; id: Uuid | null }>(
      `SELECT kind, id FROM organisation_change WHERE version > $1
       UNION SELECT 'all', NULL FROM organisation_version WHERE version - $1 > ${REMEMBERED}
       ${first === last ? '' : `UNION ${between.join(' UNION ')}`} LIMIT ${MOST_TOUCHED + 1}`,
      first === last ? [since.version] : [since.version, first, last],
    );
    if (rows.length > MOST_TOUCHED || rows.some(({ kind }) => kind === 'all')) return null;
    const of = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.id as Uuid);
    return { units: of('unit'), posts: of('post'), employments: await this.samePersons(of('employment'), of('person')) };
  }

  async units(date: IsoDate, ids: Uuid[] | null = null): Promise<UnitRow[]> {
    return this.rows(
      `SELECT u.id, u.code, coalesce(h.name, u.name) AS name, coalesce(h.kind, u.kind) AS kind,
              CASE WHEN h.unit_id IS NULL THEN u.parent_id ELSE h.parent_id END AS "parentId", u.skpd_id AS "skpdId"
       FROM unit u LEFT JOIN unit_history h ON h.unit_id = u.id AND ${onDay('h')} WHERE ${onDay('u')} ${named('u.id', ids)}`,
      date, ids,
    );
  }

  async posts(date: IsoDate, ids: Uuid[] | null = null): Promise<PostRow[]> {
    return this.rows(
      `SELECT p.id, coalesce(h.name, p.name) AS name, coalesce(h.kind, p.kind) AS kind, coalesce(h.unit_id, p.unit_id) AS "unitId",
              CASE WHEN h.post_id IS NULL THEN p.superior_post_id ELSE h.superior_post_id END AS "superiorPostId",
              coalesce(h.leader, p.leader) AS leader, coalesce(h.standing_delegate, p.standing_delegate) AS "standingDelegate", c.class
       FROM post p LEFT JOIN post_history h ON h.post_id = p.id AND ${onDay('h')}
       LEFT JOIN post_class c ON c.post_id = p.id AND ${onDay('c')} WHERE ${onDay('p')} ${named('p.id', ids)}`,
      date, ids,
    );
  }

  async employments(date: IsoDate, ids: Uuid[] | null = null): Promise<EmploymentRow[]> {
    return this.rows(
      `SELECT e.id, e.person_id AS "personId", coalesce(k.kind, e.kind) AS kind, person_display_name(p) AS name, n.nip, r.rank, e.valid_from AS "from", e.valid_to AS "to"
       FROM employment e JOIN person p ON p.id = e.person_id
       LEFT JOIN employment_nip n ON n.employment_id = e.id AND ${onDay('n')}
       LEFT JOIN employment_rank r ON r.employment_id = e.id AND ${onDay('r')}
       LEFT JOIN employment_kind k ON k.employment_id = e.id AND ${onDay('k')}
       WHERE ${onDay('e')} ${named('e.id', ids)}`,
      date, ids,
    );
  }

  /** Of all, or of some people or posts. */
  async assignments(date: IsoDate, by: 'employment_id' | 'post_id' = 'employment_id', ids: Uuid[] | null = null): Promise<AssignmentRow[]> {
    return this.rows(
      `SELECT a.employment_id AS "employmentId", a.post_id AS "postId", a.kind, a.valid_from AS "from", a.valid_to AS "to",
              a.class_override AS "classOverride"
       FROM assignment a WHERE ${onDay('a')} ${named(`a.${by}`, ids)}
       ORDER BY (a.kind = 'definitive') DESC, a.valid_from, a.id`,
      date, ids,
    );
  }

  async delegations(date: IsoDate): Promise<DelegationRow[]> {
    return this.db.query<DelegationRow>(
      `SELECT d.delegate_employment_id AS "delegateEmploymentId", d.post_id AS "postId", d.unit_id AS "unitId",
              d.valid_from AS "from", d.valid_to AS "to", d.decree
       FROM evaluator_delegation d WHERE ${onDay('d')} ORDER BY d.valid_from, d.id`,
      [date],
    );
  }

  async overrides(date: IsoDate): Promise<OverrideRow[]> {
    return this.db.query<OverrideRow>(
      `SELECT o.employment_id AS "employmentId", o.evaluator_employment_id AS "evaluatorEmploymentId",
              o.valid_from AS "from", o.valid_to AS "to", o.reason, o.grantor
       FROM evaluator_override o WHERE ${onDay('o')}`,
      [date],
    );
  }

  /** Everybody whose evaluator a person's several employments decide together. */
  private async samePersons(employmentIds: Uuid[], personIds: Uuid[]): Promise<Uuid[]> {
    if (employmentIds.length + personIds.length === 0) return [];
    const rows = await this.db.query<{ id: Uuid }>(
      `SELECT id FROM employment WHERE person_id = ANY($2::uuid[]) OR person_id IN (SELECT person_id FROM employment WHERE id = ANY($1::uuid[]))
       UNION SELECT unnest($1::uuid[])`,
      [employmentIds, personIds],
    );
    return rows.map(({ id }) => id);
  }

  private rows<T>(sql: string, date: IsoDate, ids: Uuid[] | null): Promise<T[]> {
    return ids?.length === 0 ? Promise.resolve([]) : this.db.query<T>(sql, ids === null ? [date] : [date, ids]);
  }
}
