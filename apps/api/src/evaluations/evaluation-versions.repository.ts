import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { Evaluation, EvaluationOrigin, EvaluationVersion, ReceiptMode } from '@ekinerja/contracts/evaluations';
import { Database } from '../platform/database/database.js';

interface VersionRow {
  version: number;
  evaluation: Evaluation;
  replacedAt: Date;
  replacedBy: EvaluationOrigin;
  reason: string | null;
}

/** What an evaluation was before, and who has its document. */
@Injectable()
export class EvaluationVersionsRepository {
  constructor(private readonly db: Database) {}

  async keep(evaluation: Evaluation, by: EvaluationOrigin, at: Date, reason: string | null, objectionId: Uuid | null): Promise<void> {
    await this.db.query(
      `INSERT INTO evaluation_version (evaluation_id, version, evaluation, replaced_at, replaced_by, objection_id, reason) VALUES ($1,$2,$3,$4,$5,$6,$7)`,
      [evaluation.id, evaluation.version, JSON.stringify(evaluation), at, by, objectionId, reason],
    );
  }

  /** Newest first. */
  async of(evaluationId: Uuid): Promise<EvaluationVersion[]> {
    const rows = await this.db.query<VersionRow>(
      `SELECT version, evaluation, replaced_at AS "replacedAt", replaced_by AS "replacedBy", reason FROM evaluation_version
       WHERE evaluation_id = $1 ORDER BY version DESC`,
      [evaluationId],
    );
    return rows.map(({ evaluation: e, version, replacedAt, replacedBy, reason }) => ({
      version, replacedBy, reason, replacedAt: replacedAt.toISOString(),
      predicate: e.predicate, score: e.score, inputs: e.inputs, note: e.note, recommendation: e.recommendation,
      evaluatorName: e.evaluator.personName, determinedAt: e.determinedAt, receipt: e.receipt,
    }));
  }

  /** Persons who set the version in force, a former one, or judged a part of the period. */
  async judges(evaluationId: Uuid): Promise<Uuid[]> {
    const rows = await this.db.query<{ person: Uuid }>(
      `SELECT evaluator #>> '{person,personId}' AS person FROM evaluation WHERE id = $1
       UNION SELECT decided_by #>> '{person,personId}' FROM evaluation WHERE id = $1
       UNION SELECT evaluation #>> '{evaluator,personId}' FROM evaluation_version WHERE evaluation_id = $1
       UNION SELECT p.evaluator #>> '{person,personId}' FROM evaluation v JOIN evaluation_part p USING (employment_id, kind, month) WHERE v.id = $1`,
      [evaluationId],
    );
    return rows.flatMap(({ person }) => (person ? [person] : []));
  }

  /** An objection takes hold of an evaluation, or lets go. */
  async setObjection(evaluationId: Uuid, objectionId: Uuid | null): Promise<void> {
    await this.db.execute(`UPDATE evaluation SET objection_id = $2 WHERE id = $1`, [evaluationId, objectionId]);
  }

  /** @returns whether this is the first receipt of the version */
  async receive(r: { evaluationId: Uuid; version: number; at: Date; mode: ReceiptMode; by: Uuid; note: string | null }): Promise<boolean> {
    const rows = await this.db.query(
      `INSERT INTO evaluation_receipt (evaluation_id, version, received_at, mode, recorded_by_employment_id, note) VALUES ($1,$2,$3,$4,$5,$6)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [r.evaluationId, r.version, r.at, r.mode, r.by, r.note],
    );
    return rows.length > 0;
  }
}
