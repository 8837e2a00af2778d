import { Injectable } from '@nestjs/common';
import type { IsoMonth, Predicate, Rating, Uuid } from '@ekinerja/contracts/basics';
import type { EvaluationKind } from '@ekinerja/contracts/evaluations';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { dayOf } from '../platform/database/day-of.js';

export interface ResultRow {
  evaluationId: Uuid;
  version: number;
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  sourceId: string | null;
  month: IsoMonth;
  predicate: Predicate;
  workRating: Rating | null;
  behaviourRating: Rating | null;
  evaluator: { name: string; nip: string | null; rank: string | null; postName: string; unitName: string | null };
}

/** Results with what SIASN asks of their evaluators, and what was sent. */
@Injectable()
export class SiasnResultsRepository {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  results(filter: { kind: EvaluationKind; month: IsoMonth } | { ids: Uuid[] }): Promise<ResultRow[]> {
    const [kind, month, ids] = 'ids' in filter ? [null, null, filter.ids] : [filter.kind, filter.month, null];
    return this.db.query<ResultRow>(
      `SELECT v.id AS "evaluationId", v.version, v.employment_id AS "employmentId", person_display_name(p) AS "personName", n.nip, m.source_id AS "sourceId", v.month, v.predicate,
              v.inputs->>'workRating' AS "workRating", v.inputs->>'behaviourRating' AS "behaviourRating",
              json_build_object('name', v.evaluator->'person'->>'personName', 'nip', v.evaluator->'person'->>'nip', 'rank', r.rank, 'postName', v.evaluator->'person'->>'postName', 'unitName', u.name) AS evaluator
       FROM evaluation v JOIN employment e ON e.id = v.employment_id JOIN person p ON p.id = e.person_id
       LEFT JOIN LATERAL (SELECT nip FROM employment_nip x WHERE x.employment_id = e.id ORDER BY x.valid_from DESC LIMIT 1) n ON true
       LEFT JOIN staffing_match m ON m.employment_id = e.id
       LEFT JOIN LATERAL (SELECT rank FROM employment_rank k WHERE k.employment_id = v.evaluator_employment_id AND k.valid_from <= ${dayOf('v.determined_at', '$4')}
                          ORDER BY k.valid_from DESC LIMIT 1) r ON true
       LEFT JOIN post q ON q.id::text = v.evaluator->'person'->>'postId' LEFT JOIN unit u ON u.id = q.unit_id
       WHERE ($3::uuid[] IS NULL OR v.id = ANY($3)) AND ($1::text IS NULL OR (v.kind = $1 AND CASE WHEN $1 = 'annual' THEN left(v.month, 4) = left($2, 4) ELSE v.month = $2 END))
       ORDER BY p.name, v.id`,
      [kind, month, ids, this.clock.timeZone],
    );
  }

  /** @returns those that were not asked for in this version before, or failed. */
  async ask(rows: { evaluationId: Uuid; version: number }[], by: Uuid, at: Date): Promise<Uuid[]> {
    const asked = await this.db.query<{ id: Uuid }>(
      `INSERT INTO siasn_delivery AS d (evaluation_id, version, status, asked_by, at)
       SELECT r."evaluationId", r.version, 'waiting', $2, $3 FROM jsonb_to_recordset($1::jsonb) AS r("evaluationId" uuid, version integer)
       ON CONFLICT (evaluation_id, version) DO UPDATE SET status = 'waiting', asked_by = excluded.asked_by, at = excluded.at, answer = NULL WHERE d.status = 'failed'
       RETURNING evaluation_id AS id`,
      [JSON.stringify(rows), by, at],
    );
    return asked.map(({ id }) => id);
  }

  /** Locks the row while it is sent, so that two workers do not send it both. */
  waiting(evaluationId: Uuid, version: number): Promise<{ status: string } | null> {
    return this.db.one(`SELECT status FROM siasn_delivery WHERE evaluation_id = $1 AND version = $2 AND status = 'waiting' FOR UPDATE`, [evaluationId, version]);
  }

  async note(evaluationId: Uuid, version: number, status: 'sent' | 'failed', answer: string, at: Date): Promise<void> {
    await this.db.execute(`UPDATE siasn_delivery SET status = $3, answer = $4, at = $5 WHERE evaluation_id = $1 AND version = $2`, [evaluationId, version, status, answer.slice(0, 500), at]);
  }

  deliveries(evaluationIds: Uuid[]): Promise<{ evaluationId: Uuid; version: number; status: 'waiting' | 'sent' | 'failed'; answer: string | null; at: Date }[]> {
    return this.db.query(`SELECT evaluation_id AS "evaluationId", version, status, answer, at FROM siasn_delivery WHERE evaluation_id = ANY($1)`, [evaluationIds]);
  }
}
