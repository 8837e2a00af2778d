import { Injectable } from '@nestjs/common';
import type { IsoDate, IsoMonth, Rupiah, Uuid } from '@ekinerja/contracts/basics';
import { Database } from '../platform/database/database.js';

/** What a person's closed slips of a month earned, and its corrections so far. */
export interface PaidMonth {
  employmentId: Uuid;
  /** The slip that later corrections point to: the newest of the month. */
  payslipId: Uuid;
  runId: Uuid;
  /** SKPD of that slip, whatever the person's is now. */
  skpdId: Uuid;
  paymentMonth: IsoMonth;
  then: Rupiah;
  corrected: Rupiah;
  /** What a slip held back has lapsed since. */
  lapsed: boolean;
}

export interface CorrectionRow {
  employmentId: Uuid;
  month: IsoMonth;
  cause: string;
  payslipId: Uuid;
  computation: string;
  amount: Rupiah;
}

@Injectable()
export class CorrectionsRepository {
  constructor(private readonly db: Database) {}

  /** SKPD and month of everything closed whose first day lies in the span. */
  async closedUnits(from: IsoDate, to: IsoDate | null): Promise<{ skpdId: Uuid; month: IsoMonth }[]> {
    return this.db.query(
      `SELECT skpd_id AS "skpdId", month FROM closed_month
       WHERE (month || '-01')::date >= $1 AND ($2::date IS NULL OR (month || '-01')::date <= $2) ORDER BY month, skpd_id`,
      [from, to],
    );
  }

  /** Every SKPD that the people have ever had a post of: where a slip of theirs may be closing just now. */
  async skpdsOf(employmentIds: readonly Uuid[]): Promise<Uuid[]> {
    const rows = await this.db.query<{ id: Uuid }>(
      `SELECT DISTINCT u.skpd_id AS id FROM assignment a JOIN post p ON p.id = a.post_id JOIN unit u ON u.id = p.unit_id
       WHERE a.employment_id = ANY($1::uuid[]) AND a.kind = 'definitive' AND u.skpd_id IS NOT NULL ORDER BY 1`,
      [employmentIds],
    );
    return rows.map(({ id }) => id);
  }

  async paidBy(skpdId: Uuid, month: IsoMonth): Promise<Uuid[]> {
    const rows = await this.db.query<{ id: Uuid }>(
      `SELECT DISTINCT s.employment_id AS id FROM pay_run r JOIN payslip s ON s.run_id = r.id
       WHERE r.month = $2 AND r.kind IN ('regular','supplementary') AND s.skpd_id = $1`,
      [skpdId, month],
    );
    return rows.map(({ id }) => id);
  }

  /** Locks the slips first, so that two corrections of one month never cross. */
  async paidMonths(employmentIds: readonly Uuid[], month: IsoMonth): Promise<PaidMonth[]> {
    await this.db.query(
      `SELECT s.id FROM payslip s JOIN pay_run r ON r.id = s.run_id
       WHERE r.month = $2 AND r.kind IN ('regular','supplementary') AND s.employment_id = ANY($1::uuid[]) ORDER BY s.id FOR NO KEY UPDATE OF s`,
      [employmentIds, month],
    );
    return this.db.query<PaidMonth>(
      `WITH own AS (
         SELECT s.id, s.run_id, s.skpd_id, s.employment_id, r.payment_month, r.kind, r.sequence, s.gross - s.cuts AS paid,
                coalesce(h.amount, 0) AS held, coalesce(h.lapsed, false) AS lapsed
         FROM pay_run r JOIN payslip s ON s.run_id = r.id JOIN pay_run_unit u ON u.run_id = s.run_id AND u.skpd_id = s.skpd_id
         LEFT JOIN LATERAL (
           SELECT sum(h.amount) AS amount, bool_or(EXISTS (
                    SELECT 1 FROM payslip l, jsonb_array_elements(l.content::jsonb->'l') line
                    WHERE l.id = h.released_by_payslip_id AND line->>1 = 'held-lapsed' AND line->2->>'id' = h.id::text)) AS lapsed
           FROM held_pay h WHERE h.payslip_id = s.id AND h.void_at IS NULL) h ON true
         WHERE r.month = $2 AND r.kind IN ('regular','supplementary') AND u.status = 'closed' AND s.employment_id = ANY($1::uuid[])
       )
       SELECT DISTINCT ON (o.employment_id) o.employment_id AS "employmentId", o.id AS "payslipId", o.run_id AS "runId", o.skpd_id AS "skpdId", o.payment_month AS "paymentMonth",
              (sum(o.paid + CASE WHEN o.lapsed THEN 0 ELSE o.held END) OVER own_month)::bigint AS then, bool_or(o.lapsed) OVER own_month AS lapsed,
              coalesce((SELECT sum(a.amount) FROM adjustment a WHERE a.employment_id = o.employment_id AND a.month = $2 AND a.void_at IS NULL), 0)::bigint AS corrected
       FROM own o WINDOW own_month AS (PARTITION BY o.employment_id) ORDER BY o.employment_id, o.kind, o.sequence DESC`,
      [employmentIds, month],
    );
  }

  /** @returns ids in the order of the rows */
  async insertAll(rows: readonly CorrectionRow[], at: Date): Promise<Uuid[]> {
    const inserted = await this.db.query<{ id: Uuid }>(
      `INSERT INTO adjustment (employment_id, month, cause, payslip_id, computation, amount, created_at)
       SELECT r.employment_id, r.month, r.cause, r.payslip_id, r.computation, r.amount, $7
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::bigint[])
         WITH ORDINALITY AS r(employment_id, month, cause, payslip_id, computation, amount, n) ORDER BY r.n
       RETURNING id`,
      [
        rows.map((r) => r.employmentId), rows.map((r) => r.month), rows.map((r) => r.cause), rows.map((r) => r.payslipId),
        rows.map((r) => r.computation), rows.map((r) => r.amount), at,
      ],
    );
    return inserted.map(({ id }) => id);
  }
}
