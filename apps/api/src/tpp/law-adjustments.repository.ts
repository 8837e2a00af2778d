import { Injectable } from '@nestjs/common';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import { Database } from '../platform/database/database.js';
import type { AdjustmentRow } from './payslips.repository.js';

export interface PaidSlip {
  id: Uuid;
  runId: Uuid;
  employmentId: Uuid;
  /** Received for the month so far: the slip without what it settled of others, with its own corrections. */
  paid: number;
}

@Injectable()
export class LawAdjustmentsRepository {
  constructor(private readonly db: Database) {}

  /** SKPD and month of everything closed whose first day lies in the span. */
  async closedUnits(from: IsoDate, to: IsoDate | null): Promise<{ skpdId: Uuid; month: IsoMonth }[]> {
    return this.db.query(
      `SELECT skpd_id AS "skpdId", month FROM closed_month
       WHERE (month || '-01')::date >= $1 AND ($2::date IS NULL OR (month || '-01')::date <= $2) ORDER BY month, skpd_id`,
      [from, to],
    );
  }

  /** The regular slips of a unit's month, locked, so that two corrections of one slip never cross. */
  async paidSlips(skpdId: Uuid, month: IsoMonth): Promise<PaidSlip[]> {
    await this.db.query(
      `SELECT s.id FROM payslip s JOIN pay_run r ON r.id = s.run_id WHERE s.skpd_id = $1 AND r.month = $2 AND r.kind IN ('regular','supplementary') ORDER BY s.id FOR UPDATE OF s`,
      [skpdId, month],
    );
    return this.db.query<PaidSlip>(
      `SELECT DISTINCT ON (s.employment_id) s.id, s.run_id AS "runId", s.employment_id AS "employmentId",
              s.net - s.adjustments + coalesce((SELECT sum(a.amount) FROM adjustment a WHERE a.payslip_id = s.id AND a.void_at IS NULL), 0)::bigint AS paid
       FROM payslip s JOIN pay_run r ON r.id = s.run_id JOIN pay_run_unit u ON u.run_id = s.run_id AND u.skpd_id = s.skpd_id
       WHERE s.skpd_id = $1 AND r.month = $2 AND r.kind IN ('regular','supplementary') AND u.status = 'closed' ORDER BY s.employment_id, r.kind, r.sequence DESC`,
      [skpdId, month],
    );
  }

  /** @returns ids in the order of the rows */
  async insertAll(rows: readonly AdjustmentRow[], at: Date): Promise<Uuid[]> {
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
