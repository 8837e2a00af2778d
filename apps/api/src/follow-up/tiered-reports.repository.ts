import { Injectable } from '@nestjs/common';
import type { Citation, IsoMonth, Predicate, Uuid } from '@ekinerja/contracts/basics';
import type { EvaluationKind } from '@ekinerja/contracts/evaluations';
import type { ReportItem, ReportTier } from '@ekinerja/contracts/follow-up';
import { Database } from '../platform/database/database.js';

export interface ReportRow {
  id: Uuid;
  kind: EvaluationKind;
  month: IsoMonth;
  fromEmploymentId: Uuid;
  fromName: string;
  fromPost: string | null;
  holderEmploymentId: Uuid | null;
  holderName: string | null;
  status: 'under-way' | 'received';
  people: number;
  sentAt: Date;
  /** 1; a supplement has the next. */
  number: number;
  cite: Citation | null;
  version: number;
}
export interface NewReportItem {
  evaluationId: Uuid;
  version: number;
  predicate: Predicate;
  skpId: Uuid | null;
}
export interface TierRow {
  at: Date;
  fromName: string;
  toEmploymentId: Uuid | null;
  toName: string | null;
  tier: ReportTier;
  note: string | null;
}

const NAME = (alias: string) => `(SELECT person_display_name(p) FROM employment e JOIN person p ON p.id = e.person_id WHERE e.id = ${alias})`;
const SELECT = `SELECT r.id, r.kind, r.month, r.from_employment_id AS "fromEmploymentId", ${NAME('r.from_employment_id')} AS "fromName",
  (SELECT po.name FROM assignment a JOIN post po ON po.id = a.post_id WHERE a.employment_id = r.from_employment_id AND a.kind = 'definitive' ORDER BY a.valid_from DESC LIMIT 1) AS "fromPost",
  r.holder_employment_id AS "holderEmploymentId", ${NAME('r.holder_employment_id')} AS "holderName", r.status,
  (SELECT count(*)::int FROM performance_report_item i WHERE i.report_id = r.id) AS people, r.sent_at AS "sentAt", r.number, r.cite, r.version FROM performance_report r`;

@Injectable()
export class TieredReportsRepository {
  constructor(private readonly db: Database) {}

  find(id: Uuid): Promise<ReportRow | null> {
    return this.db.one<ReportRow>(`${SELECT} WHERE r.id = $1`, [id]);
  }

  async lock(id: Uuid): Promise<ReportRow | null> {
    await this.db.query(`SELECT id FROM performance_report WHERE id = $1 FOR UPDATE`, [id]);
    return this.find(id);
  }

  /** Sent by, lying with, or passed through that person; all of them for who reads everything. */
  list(employmentId: Uuid | null, all: boolean, after: { at: string; id: Uuid } | null, limit: number): Promise<ReportRow[]> {
    return this.db.query<ReportRow>(
      `${SELECT} WHERE ($2 OR r.from_employment_id = $1 OR r.holder_employment_id = $1
           OR EXISTS (SELECT 1 FROM performance_report_step s WHERE s.report_id = r.id AND (s.to_employment_id = $1 OR s.from_employment_id = $1)))
         AND ($3::timestamptz IS NULL OR (date_trunc('milliseconds', r.sent_at), r.id) < ($3::timestamptz, $4::uuid))
       ORDER BY date_trunc('milliseconds', r.sent_at) DESC, r.id DESC LIMIT $5`,
      [employmentId, all, after?.at ?? null, after?.id ?? null, limit],
    );
  }

  /** How many reports of the period that evaluator has sent: the first and its supplements. */
  async sent(kind: EvaluationKind, month: IsoMonth, from: Uuid): Promise<number> {
    const row = await this.db.one<{ count: number }>(
      `SELECT count(*)::int AS count FROM performance_report WHERE kind = $1 AND month = $2 AND from_employment_id = $3`, [kind, month, from],
    );
    return row!.count;
  }

  /** What that evaluator has determined for the period, with the SKP it rests on; `reported` as it stands by an earlier report of theirs. */
  determined(kind: EvaluationKind, month: IsoMonth, evaluator: Uuid): Promise<(NewReportItem & { reported: boolean })[]> {
    return this.db.query(
      `SELECT v.id AS "evaluationId", v.version, v.predicate, v.skp_id AS "skpId",
              EXISTS (SELECT 1 FROM performance_report_item i JOIN performance_report r ON r.id = i.report_id
                      WHERE i.evaluation_id = v.id AND i.evaluation_version >= v.version AND r.from_employment_id = $3) AS reported
       FROM evaluation v WHERE v.kind = $1 AND v.month = $2 AND v.evaluator_employment_id = $3 ORDER BY v.id`,
      [kind, month, evaluator],
    );
  }

  async insert(report: { kind: EvaluationKind; month: IsoMonth; from: Uuid; number: number; cite: Citation | null; items: NewReportItem[] }, holder: Uuid, at: Date): Promise<Uuid | null> {
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO performance_report (kind, month, from_employment_id, holder_employment_id, status, sent_at, cite, number) VALUES ($1,$2,$3,$4,'under-way',$5,$6,$7)
       ON CONFLICT (kind, month, from_employment_id, number) DO NOTHING RETURNING id`,
      [report.kind, report.month, report.from, holder, at, report.cite && JSON.stringify(report.cite), report.number],
    );
    if (!row) return null;
    await this.db.query(
      `INSERT INTO performance_report_item (report_id, evaluation_id, evaluation_version, predicate, skp_id)
       SELECT $1, i."evaluationId", i.version, i.predicate, i."skpId" FROM jsonb_to_recordset($2::jsonb) AS i("evaluationId" uuid, version int, predicate text, "skpId" uuid)`,
      [row.id, JSON.stringify(report.items)],
    );
    return row.id;
  }

  async addStep(id: Uuid, step: { at: Date; from: Uuid; to: Uuid | null; tier: ReportTier; note: string | null }): Promise<void> {
    await this.db.query(
      `INSERT INTO performance_report_step (report_id, number, at, from_employment_id, to_employment_id, tier, note)
       VALUES ($1, (SELECT count(*) + 1 FROM performance_report_step WHERE report_id = $1), $2,$3,$4,$5,$6)`,
      [id, step.at, step.from, step.to, step.tier, step.note],
    );
  }

  async pass(id: Uuid, holder: Uuid | null): Promise<void> {
    await this.db.execute(`UPDATE performance_report SET holder_employment_id = $2, status = $3, version = version + 1 WHERE id = $1`, [id, holder, holder ? 'under-way' : 'received']);
  }

  steps(id: Uuid): Promise<TierRow[]> {
    return this.db.query<TierRow>(
      `SELECT s.at, ${NAME('s.from_employment_id')} AS "fromName", s.to_employment_id AS "toEmploymentId", ${NAME('s.to_employment_id')} AS "toName", s.tier, s.note
       FROM performance_report_step s WHERE s.report_id = $1 ORDER BY s.number`,
      [id],
    );
  }

  items(id: Uuid): Promise<ReportItem[]> {
    return this.db.query<ReportItem>(
      `SELECT i.evaluation_id AS "evaluationId", i.evaluation_version AS "evaluationVersion", v.version > i.evaluation_version AS superseded,
              person_display_name(p) AS "personName", n.nip, i.predicate, i.skp_id AS "skpId"
       FROM performance_report_item i JOIN evaluation v ON v.id = i.evaluation_id JOIN employment e ON e.id = v.employment_id JOIN person p ON p.id = e.person_id
       LEFT JOIN LATERAL (SELECT nip FROM employment_nip n WHERE n.employment_id = e.id ORDER BY n.valid_from DESC LIMIT 1) n ON true
       WHERE i.report_id = $1 ORDER BY p.name, i.evaluation_id`,
      [id],
    );
  }

  /** Who heads the staffing unit: the granted role, as it stands on the day. */
  async staffingHead(date: string): Promise<Uuid | null> {
    const row = await this.db.one<{ id: Uuid }>(
      `SELECT e.id FROM account_role r JOIN account a ON a.id = r.account_id JOIN employment e ON e.person_id = a.person_id AND (e.valid_to IS NULL OR e.valid_to >= $1)
       WHERE r.role = 'agency-head' AND r.valid_from <= $1 AND (r.valid_to IS NULL OR r.valid_to >= $1) ORDER BY r.valid_from DESC LIMIT 1`,
      [date],
    );
    return row?.id ?? null;
  }
}
