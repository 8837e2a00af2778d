import { Injectable } from '@nestjs/common';
import type { Rupiah, Uuid } from '@ekinerja/contracts/basics';
import type { BudgetCeiling, BudgetState, PayRunUnitView, PayTotals } from '@ekinerja/contracts/pay-runs';
import { Database } from '../platform/database/database.js';
import type { UnitRecord } from './pay-run.repository.js';

/** What a list costs the budget: what is paid before deductions. */
const cost = (totals: string) => `((${totals}->>'gross')::bigint - (${totals}->>'cuts')::bigint + (${totals}->>'adjustments')::bigint)`;

@Injectable()
export class PayRunExtrasRepository {
  constructor(private readonly db: Database) {}

  async voidAsked(runId: Uuid, skpdId: Uuid): Promise<PayRunUnitView['voidAsked']> {
    const row = await this.db.one<{ reason: string; by: string; byAccountId: Uuid; at: Date }>(
      `SELECT v.reason, coalesce(person_display_name(p), a.username) AS by, a.id AS "byAccountId", v.asked_at AS at
       FROM pay_run_void v JOIN account a ON a.id = v.asked_by LEFT JOIN person p ON p.id = a.person_id
       WHERE v.run_id = $1 AND v.skpd_id = $2 AND v.agreed_at IS NULL AND v.withdrawn_at IS NULL`,
      [runId, skpdId],
    );
    return row && { ...row, at: row.at.toISOString() };
  }

  async budgetOf({ skpdId, runId, paymentMonth }: UnitRecord, totals: PayTotals): Promise<BudgetState | null> {
    const year = Number(paymentMonth.slice(0, 4));
    const row = await this.db.one<{ ceiling: Rupiah; spent: Rupiah }>(
      `SELECT c.amount AS ceiling, (SELECT coalesce(sum(${cost('u.totals')}), 0)::bigint FROM pay_run_unit u JOIN pay_run r ON r.id = u.run_id
              WHERE u.skpd_id = c.skpd_id AND u.status = 'closed' AND u.run_id <> $3 AND left(r.payment_month, 4) = c.year::text) AS spent
       FROM budget_ceiling c WHERE c.skpd_id = $1 AND c.year = $2`,
      [skpdId, year, runId],
    );
    if (!row) return null;
    const run = totals.gross - totals.cuts + totals.adjustments;
    return { year, ...row, run, left: row.ceiling - row.spent - run };
  }

  async ceilings(year: number, skpdIds: Uuid[] | null): Promise<BudgetCeiling[]> {
    return this.db.query<BudgetCeiling>(
      `SELECT s.id AS "skpdId", s.name AS "skpdName", $1::int AS year, c.amount, c.document, coalesce(c.version, 0) AS version,
              (SELECT coalesce(sum(${cost('u.totals')}), 0)::bigint FROM pay_run_unit u JOIN pay_run r ON r.id = u.run_id
               WHERE u.skpd_id = s.id AND u.status = 'closed' AND left(r.payment_month, 4) = $1::text) AS spent
       FROM unit s LEFT JOIN budget_ceiling c ON c.skpd_id = s.id AND c.year = $1::int
       WHERE s.skpd_id = s.id AND ($2::uuid[] IS NULL OR s.id = ANY($2::uuid[])) AND (s.valid_to IS NULL OR s.valid_to >= make_date($1::int, 1, 1)) ORDER BY s.code, s.name`,
      [year, skpdIds],
    );
  }

  async saveCeiling(skpdId: Uuid, year: number, amount: Rupiah, document: string, at: Date, by: Uuid): Promise<void> {
    await this.db.query(
      `INSERT INTO budget_ceiling (skpd_id, year, amount, document, recorded_at, recorded_by) VALUES ($1,$2,$3,$4,$5,$6)
       ON CONFLICT (skpd_id, year) DO UPDATE SET amount = excluded.amount, document = excluded.document, version = budget_ceiling.version + 1,
         recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by`,
      [skpdId, year, amount, document, at, by],
    );
  }
}
