import { Injectable } from '@nestjs/common';
import { PREDICATES, type IsoDate, type IsoMonth, type Predicate, type Uuid } from '@ekinerja/contracts/basics';
import type { EvaluationKind } from '@ekinerja/contracts/evaluations';
import { Database } from '../platform/database/database.js';

export interface RankedRow {
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  postName: string | null;
  unitName: string | null;
  predicate: Predicate;
  rank: number;
  evaluatorEmploymentId: Uuid;
  evaluatorName: string | null;
  determinedAt: Date;
}
export interface UnevaluatedRow {
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  postName: string | null;
  unitName: string | null;
  neglected: boolean;
}
interface Scope {
  kind: EvaluationKind;
  month: IsoMonth;
  date: IsoDate;
  /** Null: the whole government. */
  skpdIds: Uuid[] | null;
}

const NIP = `(SELECT n.nip FROM employment_nip n WHERE n.employment_id = e.id AND n.valid_from <= $3 AND (n.valid_to IS NULL OR n.valid_to >= $3) LIMIT 1)`;
const PEOPLE = `FROM employment e JOIN person p ON p.id = e.person_id
  JOIN assignment a ON a.employment_id = e.id AND a.kind = 'definitive' AND a.valid_from <= $3 AND (a.valid_to IS NULL OR a.valid_to >= $3)
  JOIN post ON post.id = a.post_id JOIN unit u ON u.id = post.unit_id`;
const IN_SCOPE = `e.valid_from <= $3 AND (e.valid_to IS NULL OR e.valid_to >= $3) AND ($4::uuid[] IS NULL OR u.skpd_id = ANY($4::uuid[]))`;

/** Lists over a unit's people, each one query. */
@Injectable()
export class EvaluationListsRepository {
  constructor(private readonly db: Database) {}

  /** By predicate, then name: a score ranks nobody (TL 29). */
  ranking({ kind, month, date, skpdIds }: Scope, after: [number, string, Uuid] | null, limit: number): Promise<RankedRow[]> {
    return this.db.query<RankedRow>(
      `SELECT * FROM (
         SELECT e.id AS "employmentId", person_display_name(p) AS "personName", ${NIP} AS nip, post.name AS "postName", u.name AS "unitName", v.predicate,
                array_position($5::text[], v.predicate) AS rank, v.evaluator_employment_id AS "evaluatorEmploymentId",
                v.evaluator #>> '{person,personName}' AS "evaluatorName", v.determined_at AS "determinedAt"
         ${PEOPLE} JOIN evaluation v ON v.employment_id = e.id AND v.kind = $1 AND v.month = $2
         WHERE ${IN_SCOPE}
       ) ranked
       WHERE $6::int IS NULL OR (rank, "personName", "employmentId") > ($6, $7::text, $8::uuid)
       ORDER BY rank, "personName", "employmentId" LIMIT $9`,
      [kind, month, date, skpdIds, PREDICATES, after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, limit],
    );
  }

  /** How each evaluator spread the predicates of the unit's people. */
  byEvaluator({ kind, month, date, skpdIds }: Scope): Promise<{ employmentId: Uuid; name: string | null; predicate: Predicate; count: number }[]> {
    return this.db.query(
      `SELECT v.evaluator_employment_id AS "employmentId", max(v.evaluator #>> '{person,personName}') AS name, v.predicate, count(*)::int AS count
       ${PEOPLE} JOIN evaluation v ON v.employment_id = e.id AND v.kind = $1 AND v.month = $2
       WHERE ${IN_SCOPE} GROUP BY v.evaluator_employment_id, v.predicate`,
      [kind, month, date, skpdIds],
    );
  }

  /** Whoever has no evaluation of the period, by name. The regent and others without an SKPD are nobody's to list. */
  unevaluated({ kind, month, date, skpdIds }: Scope, after: [string, Uuid] | null, limit: number): Promise<UnevaluatedRow[]> {
    return this.db.query<UnevaluatedRow>(
      `SELECT * FROM (
         SELECT e.id AS "employmentId", person_display_name(p) AS "personName", ${NIP} AS nip, post.name AS "postName", u.name AS "unitName",
                EXISTS (SELECT 1 FROM evaluation_neglect x WHERE x.employment_id = e.id AND x.kind = $1 AND x.month = $2) AS neglected
         ${PEOPLE}
         WHERE ${IN_SCOPE} AND u.skpd_id IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM evaluation v WHERE v.employment_id = e.id AND v.kind = $1 AND v.month = $2)
       ) missing
       WHERE $5::text IS NULL OR ("personName", "employmentId") > ($5, $6::uuid)
       ORDER BY "personName", "employmentId" LIMIT $7`,
      [kind, month, date, skpdIds, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  /** When evaluations began to be made here; null: none yet. Results of before that were brought in say nothing of who is missing. */
  async keptSince(): Promise<Date | null> {
    const row = await this.db.one<{ at: Date | null }>(`SELECT min(determined_at) AS at FROM evaluation WHERE origin <> 'imported'`);
    return row?.at ?? null;
  }

  /** @returns false where it is on record already */
  async neglect(row: { employmentId: Uuid; kind: EvaluationKind; month: IsoMonth; evaluator: Uuid; dueDate: IsoDate; at: Date }): Promise<boolean> {
    const made = await this.db.query(
      `INSERT INTO evaluation_neglect (employment_id, kind, month, evaluator_employment_id, due_date, found_at) VALUES ($1,$2,$3,$4,$5,$6)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [row.employmentId, row.kind, row.month, row.evaluator, row.dueDate, row.at],
    );
    return made.length === 1;
  }
}
