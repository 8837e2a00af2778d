import { Injectable } from '@nestjs/common';
import type { IsoDate, IsoMonth, OrganisationPredicate, Predicate, Rating, Uuid } from '@ekinerja/contracts/basics';
import type { EvaluationKind } from '@ekinerja/contracts/evaluations';
import type { EvaluatorPerson } from '@ekinerja/contracts/organisation';
import { Database } from '../platform/database/database.js';

export interface UnitPerformanceRow {
  unitId: Uuid;
  kind: EvaluationKind;
  month: IsoMonth;
  predicate: OrganisationPredicate;
  basis: string;
  signer: EvaluatorPerson;
  signedAt: Date;
  version: number;
}

export interface LeaderRating {
  employmentId: Uuid;
  name: string;
  rating: Rating;
  evaluatorEmploymentId: Uuid;
  evaluatorName: string;
}

const SELECT = `SELECT unit_id AS "unitId", kind, month, predicate, basis, signer, signed_at AS "signedAt", version FROM unit_performance`;

@Injectable()
export class UnitPerformanceRepository {
  constructor(private readonly db: Database) {}

  find(unitId: Uuid, kind: EvaluationKind, month: IsoMonth): Promise<UnitPerformanceRow | null> {
    return this.db.one<UnitPerformanceRow>(`${SELECT} WHERE unit_id = $1 AND kind = $2 AND month = $3`, [unitId, kind, month]);
  }

  lock(unitId: Uuid, kind: EvaluationKind, month: IsoMonth): Promise<UnitPerformanceRow | null> {
    return this.db.one<UnitPerformanceRow>(`${SELECT} WHERE unit_id = $1 AND kind = $2 AND month = $3 FOR UPDATE`, [unitId, kind, month]);
  }

  ofUnits(unitIds: Uuid[], kind: EvaluationKind, month: IsoMonth): Promise<UnitPerformanceRow[]> {
    return this.db.query<UnitPerformanceRow>(`${SELECT} WHERE unit_id = ANY($1::uuid[]) AND kind = $2 AND month = $3`, [unitIds, kind, month]);
  }

  /** How the leaders' own work was rated for the period, and by whom. */
  leaderRatings(employmentIds: Uuid[], kind: EvaluationKind, month: IsoMonth): Promise<LeaderRating[]> {
    return this.db.query<LeaderRating>(
      `SELECT v.employment_id AS "employmentId", person_display_name(p) AS name, v.inputs ->> 'workRating' AS rating,
              v.evaluator_employment_id AS "evaluatorEmploymentId", v.evaluator #>> '{person,personName}' AS "evaluatorName"
       FROM evaluation v JOIN employment e ON e.id = v.employment_id JOIN person p ON p.id = e.person_id
       WHERE v.employment_id = ANY($1::uuid[]) AND v.kind = $2 AND v.month = $3 AND v.inputs ->> 'workRating' IS NOT NULL`,
      [employmentIds, kind, month],
    );
  }

  /** People whose definitive post on the day lies in the organisation or below it, the leader included. */
  async sizes(unitIds: Uuid[], date: IsoDate): Promise<Map<Uuid, number>> {
    const rows = await this.db.query<{ unitId: Uuid; count: number }>(
      `WITH RECURSIVE below AS (
         SELECT id AS root, id FROM unit WHERE id = ANY($1::uuid[])
         UNION ALL SELECT below.root, u.id FROM below JOIN unit u ON u.parent_id = below.id
       )
       SELECT below.root AS "unitId", count(*)::int AS count FROM below JOIN post p ON p.unit_id = below.id
       JOIN assignment a ON a.post_id = p.id AND a.kind = 'definitive' AND a.valid_from <= $2 AND (a.valid_to IS NULL OR a.valid_to >= $2)
       GROUP BY below.root`,
      [unitIds, date],
    );
    return new Map(rows.map(({ unitId, count }) => [unitId, count]));
  }

  async create(row: Omit<UnitPerformanceRow, 'version'>): Promise<void> {
    await this.db.query(
      `INSERT INTO unit_performance (unit_id, month, predicate, basis, signed_by_employment_id, signer, signed_at, kind) VALUES ($1,$2,$3,$4,$5,$6,$7,$8)`,
      valuesOf(row),
    );
  }

  async change(row: Omit<UnitPerformanceRow, 'version'>): Promise<void> {
    await this.db.execute(
      `UPDATE unit_performance SET predicate = $3, basis = $4, signed_by_employment_id = $5, signer = $6, signed_at = $7, version = version + 1
       WHERE unit_id = $1 AND month = $2 AND kind = $8`,
      valuesOf(row),
    );
  }

  /** Predicates of the month by organisation: everybody whose definitive post on the day lies in it or below it. */
  async counts(unitIds: Uuid[], kind: EvaluationKind, month: IsoMonth, date: IsoDate): Promise<{ unitId: Uuid; predicate: Predicate; count: number }[]> {
    return this.db.query(
      `WITH RECURSIVE below AS (
         SELECT id AS root, id FROM unit WHERE id = ANY($1::uuid[])
         UNION ALL SELECT below.root, u.id FROM below JOIN unit u ON u.parent_id = below.id
       )
       SELECT below.root AS "unitId", v.predicate, count(*) AS count
       FROM below JOIN post p ON p.unit_id = below.id
       JOIN assignment a ON a.post_id = p.id AND a.kind = 'definitive' AND a.valid_from <= $3 AND (a.valid_to IS NULL OR a.valid_to >= $3)
       JOIN evaluation v ON v.employment_id = a.employment_id AND v.kind = $4 AND v.month = $2
       GROUP BY below.root, v.predicate`,
      [unitIds, month, date, kind],
    );
  }
}

function valuesOf(row: Omit<UnitPerformanceRow, 'version'>): unknown[] {
  return [row.unitId, row.month, row.predicate, row.basis, row.signer.employmentId, JSON.stringify(row.signer), row.signedAt, row.kind];
}
