import { Injectable } from '@nestjs/common';
import type { AssignmentKind, EmployeeKind, IsoDate, PostKind, UnitKind, Uuid } from '@ekinerja/contracts/basics';
import type { UnitItem } from '@ekinerja/contracts/organisation';
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

/** Every table whose days decide what a snapshot holds. */
const DATED_TABLES = [
  'unit', 'post', 'post_class', 'employment', 'employment_nip', 'employment_rank', 'assignment', 'evaluator_delegation', 'evaluator_override',
] as const;

/** Holds on the day given as `$1`. */
const onDay = (alias: string) => `${alias}.valid_from <= $1 AND (${alias}.valid_to IS NULL OR ${alias}.valid_to >= $1)`;

@Injectable()
export class OrganisationRepository {
  constructor(private readonly db: Database) {}

  /** `own`: the surrounding transaction itself has changed the organisation, so nobody else may see what it sees. */
  async version(): Promise<{ version: number; own: boolean }> {
    const row = await this.db.one<{ version: number; own: boolean }>(
      `SELECT version, coalesce(xmin::text = (pg_current_xact_id_if_assigned()::text::numeric % 4294967296)::text, false) AS own FROM organisation_version`,
    );
    if (!row) throw new Error('organisation_version has no row');
    return row;
  }

  /** Days on which something begins to hold, or has ended the day before; ascending. */
  async turningDays(): Promise<IsoDate[]> {
    const parts = DATED_TABLES.map((table) => `SELECT valid_from AS day FROM ${table} UNION SELECT valid_to + 1 FROM ${table} WHERE valid_to IS NOT NULL`);
    const rows = await this.db.query<{ day: IsoDate }>(`SELECT day FROM (${parts.join(' UNION ')}) AS d ORDER BY day`);
    return rows.map((row) => row.day);
  }

  async onDate(date: IsoDate): Promise<OrganisationRows> {
    return {
      units: await this.db.query<UnitRow>(
        `SELECT u.id, u.code, u.name, u.kind, u.parent_id AS "parentId", u.skpd_id AS "skpdId" FROM unit u WHERE ${onDay('u')}`,
        [date],
      ),
      posts: await this.db.query<PostRow>(
        `SELECT p.id, p.name, p.kind, p.unit_id AS "unitId", p.superior_post_id AS "superiorPostId", p.leader,
                p.standing_delegate AS "standingDelegate", c.class
         FROM post p LEFT JOIN post_class c ON c.post_id = p.id AND ${onDay('c')} WHERE ${onDay('p')}`,
        [date],
      ),
      employments: await this.db.query<EmploymentRow>(
        `SELECT e.id, e.person_id AS "personId", e.kind, person_display_name(p) AS name, n.nip, r.rank, e.valid_from AS "from", e.valid_to AS "to"
         FROM employment e JOIN person p ON p.id = e.person_id
         LEFT JOIN employment_nip n ON n.employment_id = e.id AND ${onDay('n')}
         LEFT JOIN employment_rank r ON r.employment_id = e.id AND ${onDay('r')}
         WHERE ${onDay('e')}`,
        [date],
      ),
      assignments: await this.db.query<AssignmentRow>(
        `SELECT a.employment_id AS "employmentId", a.post_id AS "postId", a.kind, a.valid_from AS "from", a.valid_to AS "to",
                a.class_override AS "classOverride"
         FROM assignment a WHERE ${onDay('a')}
         ORDER BY (a.kind = 'definitive') DESC, a.valid_from, a.id`,
        [date],
      ),
      delegations: await this.db.query<DelegationRow>(
        `SELECT d.delegate_employment_id AS "delegateEmploymentId", d.post_id AS "postId", d.unit_id AS "unitId",
                d.valid_from AS "from", d.valid_to AS "to", d.decree
         FROM evaluator_delegation d WHERE ${onDay('d')} ORDER BY d.valid_from, d.id`,
        [date],
      ),
      overrides: await this.db.query<OverrideRow>(
        `SELECT o.employment_id AS "employmentId", o.evaluator_employment_id AS "evaluatorEmploymentId",
                o.valid_from AS "from", o.valid_to AS "to", o.reason, o.grantor
         FROM evaluator_override o WHERE ${onDay('o')}`,
        [date],
      ),
    };
  }

  /** Person and last SKPD of an employment, whenever it was. */
  async origin(employmentId: Uuid, date: IsoDate): Promise<{ personId: Uuid; skpdId: Uuid | null } | null> {
    return this.db.one(
      `SELECT e.person_id AS "personId",
              (SELECT u.skpd_id FROM assignment a JOIN post p ON p.id = a.post_id JOIN unit u ON u.id = p.unit_id
               WHERE a.employment_id = e.id AND a.kind = 'definitive' AND a.valid_from <= $2 ORDER BY a.valid_from DESC LIMIT 1) AS "skpdId"
       FROM employment e WHERE e.id = $1`,
      [employmentId, date],
    );
  }

  /** Units that hold on a date, by name. */
  async listUnits(date: IsoDate, q: string | null, skpdOnly: boolean, after: [name: string, id: Uuid] | null, limit: number): Promise<UnitItem[]> {
    return this.db.query<UnitItem>(
      `SELECT u.id, u.code, u.name, u.kind, u.parent_id AS "parentId", u.skpd_id AS "skpdId", u.id IS NOT DISTINCT FROM u.skpd_id AS "isSkpd"
       FROM unit u
       WHERE ${onDay('u')} AND ($2::text IS NULL OR u.name ILIKE $2 OR u.code ILIKE $2) AND (NOT $3::boolean OR u.id = u.skpd_id)
         AND ($4::text IS NULL OR (u.name, u.id) > ($4::text, $5::uuid))
       ORDER BY u.name, u.id LIMIT $6`,
      [date, q, skpdOnly, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }
}
