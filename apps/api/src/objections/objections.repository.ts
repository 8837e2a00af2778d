import { Injectable } from '@nestjs/common';
import type { Predicate, Uuid } from '@ekinerja/contracts/basics';
import type { ObjectionEvidence, ObjectionOutcome, ObjectionSide } from '@ekinerja/contracts/objections';
import type { EvaluatorPerson } from '@ekinerja/contracts/organisation';
import { Database } from '../platform/database/database.js';
import type { ObjectionRow, ObjectionTier } from './objection-row.js';

export interface StatementRow {
  id: Uuid;
  side: ObjectionSide;
  question: string | null;
  askedBy: string | null;
  askedAt: Date | null;
  text: string | null;
  givenAt: Date | null;
  recordedBy: string | null;
}

const COLUMNS = `o.id, o.evaluation_id AS "evaluationId", o.evaluation_version AS "evaluationVersion", o.evaluation, o.employment_id AS "employmentId",
  (SELECT n.nip FROM employment_nip n WHERE n.employment_id = o.employment_id ORDER BY n.valid_from DESC LIMIT 1) AS nip,
  o.reasons, o.received_at AS "receivedAt", o.filed_at AS "filedAt", o.file_due_at AS "fileDueAt", o.decide_due_at AS "decideDueAt", o.cites, o.law,
  o.evaluator_employment_id AS "evaluatorEmploymentId", o.tiers, o.tier, o.status, o.outcome, o.decision_reason AS "decisionReason",
  o.recommendation, o.decided_at AS "decidedAt", o.decider, o.predicate_after AS "predicateAfter", o.withdrawn_reason AS "withdrawnReason", o.version`;
const FROM = `FROM objection o LEFT JOIN objection_seen seen ON seen.objection_id = o.id AND seen.employment_id = $1`;

export type NewObjection = Pick<
  ObjectionRow,
  'id' | 'evaluationId' | 'evaluationVersion' | 'evaluation' | 'employmentId' | 'reasons' | 'receivedAt' | 'filedAt' | 'fileDueAt' | 'decideDueAt' | 'cites' | 'law' | 'evaluatorEmploymentId' | 'tiers'
>;

@Injectable()
export class ObjectionsRepository {
  constructor(private readonly db: Database) {}

  find(id: Uuid, asking: Uuid | null = null): Promise<ObjectionRow | null> {
    return this.db.one<ObjectionRow>(`SELECT ${COLUMNS}, seen.version AS seen ${FROM} WHERE o.id = $2`, [asking, id]);
  }

  lock(id: Uuid): Promise<ObjectionRow | null> {
    return this.db.one<ObjectionRow>(`SELECT ${COLUMNS}, NULL AS seen FROM objection o WHERE o.id = $1 FOR UPDATE`, [id]);
  }

  /** Open cases of these people, oldest first, with the month of the evaluation. */
  openOf(employmentIds: readonly Uuid[]): Promise<{ employmentId: Uuid; month: string; filedAt: Date; decideDueAt: Date | null }[]> {
    return this.db.query(
      `SELECT o.employment_id AS "employmentId", e.month, o.filed_at AS "filedAt", o.decide_due_at AS "decideDueAt"
       FROM objection o JOIN evaluation e ON e.id = o.evaluation_id
       WHERE o.status = 'filed' AND o.employment_id = ANY($1::uuid[]) ORDER BY o.filed_at, o.id`,
      [employmentIds],
    );
  }

  ofEmployment(employmentId: Uuid): Promise<ObjectionRow[]> {
    return this.db.query<ObjectionRow>(`SELECT ${COLUMNS}, seen.version AS seen ${FROM} WHERE o.employment_id = $1 ORDER BY o.filed_at DESC`, [employmentId]);
  }

  /** Cases in which that person was the evaluator, examines, or has decided; open ones first, then by filing, newest first. */
  cases(employmentId: Uuid, after: [number, string, Uuid] | null, limit: number): Promise<ObjectionRow[]> {
    return this.db.query<ObjectionRow>(
      `SELECT ${COLUMNS}, seen.version AS seen ${FROM}
       WHERE (o.evaluator_employment_id = $1 OR o.tier_employment_ids[1:o.tier + 1] @> ARRAY[$1]::uuid[])
         AND ($2::int IS NULL OR ((o.status <> 'filed')::int, -extract(epoch FROM o.filed_at), o.id) > ($2, -extract(epoch FROM $3::timestamptz), $4::uuid))
       ORDER BY (o.status <> 'filed')::int, -extract(epoch FROM o.filed_at), o.id LIMIT $5`,
      [employmentId, after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, limit],
    );
  }

  /** Of the whole government, oldest first. */
  all(state: 'open' | 'overdue' | 'decided' | null, now: Date, after: [string, Uuid] | null, limit: number): Promise<ObjectionRow[]> {
    return this.db.query<ObjectionRow>(
      `SELECT ${COLUMNS}, NULL AS seen FROM objection o
       WHERE ($1::text IS NULL OR CASE $1 WHEN 'decided' THEN o.status = 'decided' WHEN 'open' THEN o.status = 'filed'
              ELSE o.status = 'filed' AND o.decide_due_at <= $2 END)
         AND ($3::timestamptz IS NULL OR (o.filed_at, o.id) > ($3, $4::uuid))
       ORDER BY o.filed_at, o.id LIMIT $5`,
      [state, now, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  open(): Promise<{ id: Uuid }[]> {
    return this.db.query(`SELECT id FROM objection WHERE status = 'filed' ORDER BY filed_at, id`);
  }

  async insert(o: NewObjection): Promise<void> {
    await this.db.query(
      `INSERT INTO objection (id, evaluation_id, evaluation_version, evaluation, employment_id, reasons, received_at, filed_at, file_due_at, decide_due_at,
         cites, law, evaluator_employment_id, tiers, tier_employment_ids)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15)`,
      [
        o.id, o.evaluationId, o.evaluationVersion, JSON.stringify(o.evaluation), o.employmentId, o.reasons, o.receivedAt, o.filedAt, o.fileDueAt, o.decideDueAt,
        JSON.stringify(o.cites), JSON.stringify(o.law), o.evaluatorEmploymentId, JSON.stringify(o.tiers), idsOf(o.tiers),
      ],
    );
  }

  async route(id: Uuid, tiers: ObjectionTier[], tier: number): Promise<void> {
    await this.db.execute(`UPDATE objection SET tiers = $2, tier_employment_ids = $3, tier = $4, version = version + 1 WHERE id = $1`, [
      id, JSON.stringify(tiers), idsOf(tiers), tier,
    ]);
  }

  async touch(id: Uuid): Promise<void> {
    await this.db.execute(`UPDATE objection SET version = version + 1 WHERE id = $1`, [id]);
  }

  async decide(
    id: Uuid,
    d: { outcome: ObjectionOutcome; reason: string; recommendation: string | null; at: Date; decider: EvaluatorPerson; predicateAfter: Predicate },
  ): Promise<void> {
    await this.db.execute(
      `UPDATE objection SET status = 'decided', outcome = $2, decision_reason = $3, recommendation = $4, decided_at = $5, decider = $6, predicate_after = $7,
         version = version + 1 WHERE id = $1`,
      [id, d.outcome, d.reason, d.recommendation, d.at, JSON.stringify(d.decider), d.predicateAfter],
    );
  }

  async withdraw(id: Uuid, reason: string): Promise<void> {
    await this.db.execute(`UPDATE objection SET status = 'withdrawn', withdrawn_reason = $2, version = version + 1 WHERE id = $1`, [id, reason]);
  }

  async markSeen(id: Uuid, employmentId: Uuid, version: number): Promise<void> {
    await this.db.query(
      `INSERT INTO objection_seen (objection_id, employment_id, version) VALUES ($1,$2,$3)
       ON CONFLICT (objection_id, employment_id) DO UPDATE SET version = greatest(objection_seen.version, excluded.version)`,
      [id, employmentId, version],
    );
  }

  statements(id: Uuid): Promise<StatementRow[]> {
    return this.db.query<StatementRow>(
      `SELECT id, side, question, asked_by AS "askedBy", asked_at AS "askedAt", text, given_at AS "givenAt", recorded_by AS "recordedBy"
       FROM objection_statement WHERE objection_id = $1 ORDER BY coalesce(asked_at, given_at), id`,
      [id],
    );
  }

  async ask(id: Uuid, q: { side: ObjectionSide; question: string; by: string; at: Date }): Promise<Uuid> {
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO objection_statement (objection_id, side, question, asked_by, asked_at) VALUES ($1,$2,$3,$4,$5) RETURNING id`, [id, q.side, q.question, q.by, q.at],
    );
    return row!.id;
  }

  /** @returns the statement; null where that question was answered already, or is not of this case and side */
  async explain(id: Uuid, e: { side: ObjectionSide; text: string; questionId: Uuid | null; recordedBy: string | null; at: Date }): Promise<Uuid | null> {
    if (e.questionId) {
      const answered = await this.db.execute(
        `UPDATE objection_statement SET text = $4, given_at = $5, recorded_by = $6 WHERE id = $2 AND objection_id = $1 AND side = $3 AND text IS NULL`,
        [id, e.questionId, e.side, e.text, e.at, e.recordedBy],
      );
      return answered === 1 ? e.questionId : null;
    }
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO objection_statement (objection_id, side, text, given_at, recorded_by) VALUES ($1,$2,$3,$4,$5) RETURNING id`, [id, e.side, e.text, e.at, e.recordedBy],
    );
    return row!.id;
  }

  async evidence(id: Uuid): Promise<(ObjectionEvidence & { fileId: Uuid })[]> {
    const rows = await this.db.query<Omit<ObjectionEvidence, 'addedAt'> & { fileId: Uuid; addedAt: Date }>(
      `SELECT e.id, e.side, e.added_at AS "addedAt", f.id AS "fileId", f.name, f.media_type AS "mediaType", f.bytes
       FROM objection_evidence e JOIN stored_file f ON f.id = e.file_id WHERE e.objection_id = $1 ORDER BY e.added_at, e.id`,
      [id],
    );
    return rows.map((row) => ({ ...row, bytes: Number(row.bytes), addedAt: row.addedAt.toISOString() }));
  }

  /** @returns false where the id is taken already */
  async addEvidence(e: { id: Uuid; objectionId: Uuid; fileId: Uuid; side: ObjectionSide; at: Date }): Promise<boolean> {
    const made = await this.db.query(
      `INSERT INTO objection_evidence (id, objection_id, file_id, side, added_at) VALUES ($1,$2,$3,$4,$5) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [e.id, e.objectionId, e.fileId, e.side, e.at],
    );
    return made.length === 1;
  }
}

function idsOf(tiers: ObjectionTier[]): Uuid[] {
  return tiers.map(({ person }) => person.employmentId);
}
