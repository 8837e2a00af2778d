import { Injectable } from '@nestjs/common';
import type { IsoDate, IsoMonth, PostKind, Rupiah, Uuid } from '@ekinerja/contracts/basics';
import { firstDay, lastDay } from '@ekinerja/regulations/dates';
import { Database } from '../platform/database/database.js';

/** A post held besides, as Plt, Plh, Pj or by additional assignment. */
export interface ActingPost {
  kind: string;
  from: IsoDate;
  to: IsoDate | null;
  class: string | null;
  postKind: PostKind;
  postCode: string | null;
  unitId: Uuid;
  unitCode: string;
}
export interface HeldPay {
  id: Uuid;
  month: IsoMonth;
  amount: Rupiah;
  cause: string;
}
/** A slip of another run that is paid in the same month, or earlier in the tax year. */
export interface OtherSlip {
  paymentMonth: IsoMonth;
  gross: Rupiah;
  cuts: Rupiah;
  adjustments: Rupiah;
  content: string;
}

@Injectable()
export class PayCircumstancesRepository {
  constructor(private readonly db: Database) {}

  async actingPosts(month: IsoMonth, employmentIds: Uuid[]): Promise<Map<Uuid, ActingPost[]>> {
    const rows = await this.db.query<ActingPost & { employmentId: Uuid }>(
      `SELECT a.employment_id AS "employmentId", a.kind, a.valid_from AS "from", a.valid_to AS "to", p.kind AS "postKind", p.code AS "postCode", u.id AS "unitId", u.code AS "unitCode",
              (SELECT c.class FROM post_class c WHERE c.post_id = p.id AND c.valid_from <= least($3, coalesce(a.valid_to, $3)) ORDER BY c.valid_from DESC LIMIT 1) AS class
       FROM assignment a JOIN post p ON p.id = a.post_id JOIN unit u ON u.id = p.unit_id
       WHERE a.kind <> 'definitive' AND a.employment_id = ANY($1::uuid[]) AND a.valid_from <= $3 AND (a.valid_to IS NULL OR a.valid_to >= $2)
       ORDER BY a.employment_id, a.valid_from, a.id`,
      [employmentIds, firstDay(month), lastDay(month)],
    );
    return grouped(rows);
  }

  /** Amounts held by closed slips and not paid yet, oldest first. */
  async heldPay(month: IsoMonth, employmentIds: Uuid[]): Promise<Map<Uuid, HeldPay[]>> {
    const rows = await this.db.query<HeldPay & { employmentId: Uuid }>(
      `SELECT employment_id AS "employmentId", id, month, amount, reason AS cause FROM held_pay
       WHERE released_by_payslip_id IS NULL AND void_at IS NULL AND month <= $1 AND employment_id = ANY($2::uuid[]) ORDER BY month, id`,
      [month, employmentIds],
    );
    return grouped(rows);
  }

  /** Slips of other closed runs paid from one month to another, by employment: their tax is taken already. */
  async otherSlips(runId: Uuid | null, from: IsoMonth, to: IsoMonth, employmentIds: Uuid[]): Promise<Map<Uuid, OtherSlip[]>> {
    const rows = await this.db.query<OtherSlip & { employmentId: Uuid }>(
      `SELECT s.employment_id AS "employmentId", r.payment_month AS "paymentMonth", s.gross, s.cuts, s.adjustments, s.content
       FROM payslip s JOIN pay_run r ON r.id = s.run_id JOIN pay_run_unit u ON u.run_id = s.run_id AND u.skpd_id = s.skpd_id
       WHERE r.payment_month BETWEEN $1 AND $2 AND ($3::uuid IS NULL OR r.id <> $3) AND u.status = 'closed' AND s.employment_id = ANY($4::uuid[])
       ORDER BY s.employment_id, r.payment_month, r.id`,
      [from, to, runId, employmentIds],
    );
    return grouped(rows);
  }

  /** Whether any other run is paid in these months at all: mostly none is, and nobody's slips are asked for. */
  async othersPaid(runId: Uuid | null, from: IsoMonth, to: IsoMonth): Promise<boolean> {
    return (
      (await this.db.one(
        `SELECT 1 FROM pay_run r WHERE r.payment_month BETWEEN $1 AND $2 AND ($3::uuid IS NULL OR r.id <> $3)
           AND EXISTS (SELECT 1 FROM pay_run_unit u WHERE u.run_id = r.id AND u.status = 'closed') LIMIT 1`,
        [from, to, runId],
      )) !== null
    );
  }

  /** What closed special payments of the month paid, by employment and payment; only those asked for. */
  async advances(month: IsoMonth, codes: readonly string[], employmentIds: Uuid[]): Promise<Map<Uuid, { run: string; amount: Rupiah }[]>> {
    const rows = await this.db.query<{ run: string; amount: Rupiah; employmentId: Uuid }>(
      `SELECT s.employment_id AS "employmentId", r.code AS run, sum(s.gross - s.cuts)::bigint AS amount
       FROM payslip s JOIN pay_run r ON r.id = s.run_id JOIN pay_run_unit u ON u.run_id = s.run_id AND u.skpd_id = s.skpd_id
       WHERE r.month = $1 AND r.kind = 'special' AND r.code = ANY($2::text[]) AND u.status = 'closed' AND s.employment_id = ANY($3::uuid[])
       GROUP BY s.employment_id, r.code HAVING sum(s.gross - s.cuts) > 0 ORDER BY s.employment_id, r.code`,
      [month, codes, employmentIds],
    );
    return grouped(rows);
  }

  /** Slips of the month that another SKPD has closed: by a decree that came later the person stands on this list now. */
  async paidElsewhere(month: IsoMonth, skpdId: Uuid, employmentIds: Uuid[]): Promise<Map<Uuid, { skpdName: string; payslipId: Uuid }>> {
    const rows = await this.db.query<{ id: Uuid; skpdName: string; payslipId: Uuid }>(
      `SELECT s.employment_id AS id, s.id AS "payslipId", (SELECT name FROM unit WHERE id = s.skpd_id) AS "skpdName" FROM payslip s
       JOIN pay_run_unit u ON u.run_id = s.run_id AND u.skpd_id = s.skpd_id
       WHERE s.run_id IN (SELECT id FROM pay_run WHERE month = $1 AND kind IN ('regular','supplementary')) AND s.employment_id = ANY($3::uuid[]) AND s.skpd_id <> $2 AND u.status = 'closed'`,
      [month, skpdId, employmentIds],
    );
    return new Map(rows.map(({ id, ...slip }) => [id, slip]));
  }

  /** People with a closed slip of the month already: a supplementary run leaves them out. */
  async paidInMonth(month: IsoMonth, employmentIds: Uuid[]): Promise<Set<Uuid>> {
    const rows = await this.db.query<{ id: Uuid }>(
      `SELECT DISTINCT s.employment_id AS id FROM payslip s JOIN pay_run r ON r.id = s.run_id JOIN pay_run_unit u ON u.run_id = s.run_id AND u.skpd_id = s.skpd_id
       WHERE r.month = $1 AND r.kind IN ('regular','supplementary') AND u.status = 'closed' AND s.employment_id = ANY($2::uuid[])`,
      [month, employmentIds],
    );
    return new Set(rows.map(({ id }) => id));
  }
}

function grouped<Row extends { employmentId: Uuid }>(rows: Row[]): Map<Uuid, Omit<Row, 'employmentId'>[]> {
  const found = new Map<Uuid, Omit<Row, 'employmentId'>[]>();
  for (const { employmentId, ...row } of rows) {
    const own = found.get(employmentId);
    if (own) own.push(row);
    else found.set(employmentId, [row]);
  }
  return found;
}
