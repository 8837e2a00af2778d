import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { EmployeeItem } from '@ekinerja/contracts/employees';
import type { PostHeld } from '@ekinerja/contracts/organisation';
import { Database } from '../platform/database/database.js';
import { personFound } from '../platform/database/search.js';

/** Which rows a list may show: everybody, or the people of some SKPDs and some people by name. */
export interface EmployeeScope {
  everybody: boolean;
  skpdIds: Uuid[];
  employmentIds: Uuid[];
}

/** A row with the plain name it is sorted by. */
export interface EmployeeRow extends EmployeeItem {
  sortName: string;
}

export interface EmployeeDates {
  validFrom: IsoDate;
  validTo: IsoDate | null;
}

export interface EmployeeByNip {
  nip: string;
  employmentId: Uuid;
  personId: Uuid;
  name: string;
}

const onDay = (alias: string) => `${alias}.valid_from <= $1 AND (${alias}.valid_to IS NULL OR ${alias}.valid_to >= $1)`;

/** The employments of `shown(id)` with what holds on the day `$1`, by name. `shown` stands first: the planner keeps it there. */
const ITEMS = `
  SELECT e.id AS "employmentId", p.id AS "personId", person_display_name(p) AS name, p.name AS "sortName", n.nip, coalesce(k.kind, e.kind) AS kind, r.rank,
         post.name AS "postName", coalesce(a.class_override, c.class) AS class, unit.name AS "unitName",
         unit.skpd_id AS "skpdId", skpd.name AS "skpdName", e.valid_from AS "validFrom", e.valid_to AS "validTo"
  FROM shown
  JOIN employment e ON e.id = shown.id
  JOIN person p ON p.id = e.person_id
  LEFT JOIN employment_nip n ON n.employment_id = e.id AND ${onDay('n')}
  LEFT JOIN employment_rank r ON r.employment_id = e.id AND ${onDay('r')}
  LEFT JOIN employment_kind k ON k.employment_id = e.id AND ${onDay('k')}
  LEFT JOIN assignment a ON a.employment_id = e.id AND a.kind = 'definitive' AND ${onDay('a')}
  LEFT JOIN post ON post.id = a.post_id
  LEFT JOIN post_class c ON c.post_id = post.id AND ${onDay('c')}
  LEFT JOIN unit ON unit.id = post.unit_id
  LEFT JOIN unit skpd ON skpd.id = unit.skpd_id
  ORDER BY p.name, e.id`;

@Injectable()
export class EmployeesRepository {
  constructor(private readonly db: Database) {}

  /** People in service on a date within the scope, by name. */
  async list(
    date: IsoDate,
    scope: EmployeeScope,
    filter: { pattern: string | null; skpdId: Uuid | null; after: [name: string, id: Uuid] | null; limit: number },
  ): Promise<EmployeeRow[]> {
    const parameters: unknown[] = [date, filter.after?.[0] ?? null, filter.after?.[1] ?? null, filter.pattern];
    const bind = (value: unknown) => `$${parameters.push(value)}`;
    const inSkpds = (ids: Uuid[]) => `SELECT a.employment_id FROM assignment a JOIN post ON post.id = a.post_id JOIN unit ON unit.id = post.unit_id
         WHERE a.kind = 'definitive' AND ${onDay('a')} AND unit.skpd_id = ANY(${bind(ids)}::uuid[])`;
    const sets = [
      ...(scope.everybody ? [] : [`(${inSkpds(scope.skpdIds)} UNION SELECT unnest(${bind(scope.employmentIds)}::uuid[]))`]),
      ...(filter.skpdId === null ? [] : [`(${inSkpds([filter.skpdId])})`]),
    ];
    // Narrow lists start from their own set: walking the names in order would read a whole government for a few rows.
    const narrowed = sets.length > 0;
    return this.db.query<EmployeeRow>(
      `WITH ${narrowed ? `candidate(id) AS MATERIALIZED (${sets.join(' INTERSECT ')}),` : ''}
       shown(id) AS MATERIALIZED (
         SELECT e.id FROM ${narrowed ? 'candidate JOIN employment e ON e.id = candidate.id' : 'employment e'} JOIN person p ON p.id = e.person_id
         WHERE ${onDay('e')} AND ($2::text IS NULL OR p.name >= $2::text AND (p.name, e.id) > ($2::text, $3::uuid)) AND ${personFound(filter.pattern, '$4')}
         ORDER BY p.name, e.id LIMIT ${bind(filter.limit)}
       ) ${ITEMS}`,
      parameters,
    );
  }

  async byIds(employmentIds: Uuid[], date: IsoDate): Promise<(EmployeeRow & EmployeeDates)[]> {
    return this.db.query(`WITH shown(id) AS (SELECT DISTINCT unnest($2::uuid[])) ${ITEMS}`, [date, employmentIds]);
  }

  /** Every post held, the latest first; its class as of the assignment's last day up to the date. */
  async postsHeld(employmentId: Uuid, date: IsoDate): Promise<PostHeld[]> {
    return this.db.query<PostHeld>(
      `SELECT a.post_id AS "postId", post.name AS "postName", post.kind AS "postKind", coalesce(a.class_override, c.class) AS class,
              unit.id AS "unitId", unit.name AS "unitName", a.kind, a.valid_from AS "validFrom", a.valid_to AS "validTo",
              a.decree_number AS "decreeNumber"
       FROM assignment a JOIN post ON post.id = a.post_id JOIN unit ON unit.id = post.unit_id
       LEFT JOIN LATERAL (
         SELECT class FROM post_class WHERE post_id = post.id AND valid_from <= greatest(a.valid_from, least(coalesce(a.valid_to, $2), $2))
         ORDER BY valid_from DESC LIMIT 1
       ) c ON true
       WHERE a.employment_id = $1 ORDER BY a.valid_from DESC, (a.kind = 'definitive') DESC, a.id`,
      [employmentId, date],
    );
  }

  async byNip(nips: string[], date: IsoDate): Promise<EmployeeByNip[]> {
    return this.db.query<EmployeeByNip>(
      `SELECT n.nip, e.id AS "employmentId", p.id AS "personId", person_display_name(p) AS name
       FROM employment_nip n JOIN employment e ON e.id = n.employment_id JOIN person p ON p.id = e.person_id
       WHERE n.nip = ANY($2::text[]) AND ${onDay('n')} AND ${onDay('e')}`,
      [date, nips],
    );
  }
}
