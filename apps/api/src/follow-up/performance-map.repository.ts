import { Injectable } from '@nestjs/common';
import type { IsoMonth, Predicate, Uuid } from '@ekinerja/contracts/basics';
import type { EvaluationKind } from '@ekinerja/contracts/evaluations';
import type { MapPerson } from '@ekinerja/contracts/follow-up';
import { lastDay } from '@ekinerja/regulations/dates';
import { Database } from '../platform/database/database.js';

/** The post that answered on the month's last day. */
const FROM = `FROM evaluation v
  JOIN assignment a ON a.employment_id = v.employment_id AND a.kind = 'definitive' AND a.valid_from <= $3 AND (a.valid_to IS NULL OR a.valid_to >= $3)
  JOIN post po ON po.id = a.post_id JOIN unit u ON u.id = po.unit_id
  WHERE v.kind = $1 AND v.month = $2 AND ($4::uuid[] IS NULL OR u.skpd_id = ANY($4::uuid[]))`;

@Injectable()
export class PerformanceMapRepository {
  constructor(private readonly db: Database) {}

  cells(kind: EvaluationKind, month: IsoMonth, skpdIds: Uuid[] | null): Promise<{ work: string | null; behaviour: string | null; predicate: Predicate; people: number }[]> {
    return this.db.query(
      `SELECT v.inputs->>'workRating' AS work, v.inputs->>'behaviourRating' AS behaviour, v.predicate, count(*)::int AS people ${FROM} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
      [kind, month, lastDay(month), skpdIds],
    );
  }

  async people(month: IsoMonth, skpdIds: Uuid[] | null): Promise<{ people: number }> {
    const row = await this.db.one<{ people: number }>(
      `SELECT count(DISTINCT a.employment_id)::int AS people FROM assignment a JOIN post p ON p.id = a.post_id JOIN unit u ON u.id = p.unit_id
       WHERE a.kind = 'definitive' AND a.valid_from <= $1 AND (a.valid_to IS NULL OR a.valid_to >= $1) AND u.skpd_id IS NOT NULL
         AND ($2::uuid[] IS NULL OR u.skpd_id = ANY($2::uuid[]))`,
      [lastDay(month), skpdIds],
    );
    return row!;
  }

  list(q: { kind: EvaluationKind; month: IsoMonth; skpdIds: Uuid[] | null; predicate: Predicate | null; work: string | null; behaviour: string | null; after: { name: string; id: Uuid } | null; limit: number }): Promise<(MapPerson & { sortName: string })[]> {
    return this.db.query(
      `SELECT m.*, person_display_name(p) AS "personName", p.name AS "sortName", n.nip,
              coalesce((SELECT json_agg(r.pool ORDER BY r.pool) FROM reward r WHERE r.employment_id = e.id AND r.ended_at IS NULL), '[]') AS pools,
              (SELECT count(*)::int FROM follow_up_case f WHERE f.employment_id = e.id AND NOT f.closed) AS "openCases"
       FROM (SELECT v.employment_id AS "employmentId", v.predicate, po.name AS "postName", po.kind AS "postKind", u.name AS "unitName" ${FROM}
               AND ($5::text IS NULL OR v.predicate = $5) AND ($6::text IS NULL OR v.inputs->>'workRating' = $6)
               AND ($7::text IS NULL OR v.inputs->>'behaviourRating' = $7)) m
       JOIN employment e ON e.id = m."employmentId" JOIN person p ON p.id = e.person_id
       LEFT JOIN employment_nip n ON n.employment_id = e.id AND n.valid_from <= $3 AND (n.valid_to IS NULL OR n.valid_to >= $3)
       WHERE ($8::text IS NULL OR (p.name, e.id) > ($8::text, $9::uuid)) ORDER BY p.name, e.id LIMIT $10`,
      [q.kind, q.month, lastDay(q.month), q.skpdIds, q.predicate, q.work, q.behaviour, q.after?.name ?? null, q.after?.id ?? null, q.limit],
    );
  }
}
