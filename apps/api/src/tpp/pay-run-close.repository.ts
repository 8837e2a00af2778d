import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import type { PersonResult } from './pay-calculation.js';
import type { UnitRecord } from './pay-run.repository.js';

/** Writes of the close, each one statement for a whole batch. */
@Injectable()
export class PayRunCloseRepository {
  constructor(private readonly db: Database) {}

  async insertSlips(unit: UnitRecord, results: readonly PersonResult[]): Promise<void> {
    const paid = results.flatMap((result) =>
      result.decision && result.content && result.contentHash
        ? [{ id: randomUUID(), employmentId: result.person.employmentId, ...result.decision.sections, content: result.content, hash: result.contentHash, settled: result.settled, held: result.held, released: result.released }]
        : [],
    );
    if (paid.length === 0) return;
    await this.db.query(
      `INSERT INTO payslip (id, run_id, skpd_id, employment_id, gross, cuts, deductions, adjustments, net, content, content_hash)
       SELECT s.id, $1, $2, s.employment_id, s.gross, s.cuts, s.deductions, s.adjustments, s.net, s.content, s.content_hash
       FROM unnest($3::uuid[], $4::uuid[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[], $10::text[], $11::text[])
         AS s(id, employment_id, gross, cuts, deductions, adjustments, net, content, content_hash)`,
      [
        unit.runId, unit.skpdId, paid.map((s) => s.id), paid.map((s) => s.employmentId), paid.map((s) => s.gross), paid.map((s) => s.cuts),
        paid.map((s) => s.deductions), paid.map((s) => s.adjustments), paid.map((s) => s.net), paid.map((s) => s.content), paid.map((s) => s.hash),
      ],
    );
    await this.hold(unit, paid.flatMap(({ id, employmentId, held }) => (held ? [{ payslipId: id, employmentId, ...held }] : [])));
    await this.release(paid.flatMap((slip) => slip.released.map((heldId) => ({ heldId, payslipId: slip.id }))));
    await this.settle(paid.flatMap((slip) => slip.settled.map((adjustmentId) => ({ adjustmentId, payslipId: slip.id }))));
  }

  async insertExclusions(unit: UnitRecord, results: readonly PersonResult[]): Promise<void> {
    const out = results.flatMap(({ person, exclusion }) => (exclusion ? [{ employment: person.employmentId, ...exclusion, cite: exclusion.cite ?? null }] : []));
    if (out.length === 0) return;
    await this.db.query(
      `INSERT INTO pay_run_exclusion (run_id, skpd_id, employment_id, code, params, cite)
       SELECT $1, $2, x.employment, x.code, x.params, x.cite FROM jsonb_to_recordset($3::jsonb) AS x(employment uuid, code text, params jsonb, cite jsonb)`,
      [unit.runId, unit.skpdId, JSON.stringify(out)],
    );
  }

  /** What a slip holds back waits for a later one. */
  private async hold(unit: UnitRecord, held: { payslipId: Uuid; employmentId: Uuid; amount: number; reason: string }[]): Promise<void> {
    if (held.length === 0) return;
    await this.db.query(
      `INSERT INTO held_pay (payslip_id, employment_id, month, amount, reason)
       SELECT h."payslipId", h."employmentId", $1, h.amount, h.reason FROM jsonb_to_recordset($2::jsonb) AS h("payslipId" uuid, "employmentId" uuid, amount bigint, reason text)`,
      [unit.month, JSON.stringify(held)],
    );
  }

  /** Held pay is paid by one slip only. */
  private async release(pairs: { heldId: Uuid; payslipId: Uuid }[]): Promise<void> {
    if (pairs.length === 0) return;
    const released = await this.db.execute(
      `UPDATE held_pay h SET released_by_payslip_id = s.payslip FROM unnest($1::uuid[], $2::uuid[]) AS s(held, payslip)
       WHERE h.id = s.held AND h.released_by_payslip_id IS NULL AND h.void_at IS NULL`,
      [pairs.map((pair) => pair.heldId), pairs.map((pair) => pair.payslipId)],
    );
    if (released !== pairs.length) throw new DomainError('run-not-checked', { reason: 'facts-changed' });
  }

  /** A correction is paid or recovered by one slip only. */
  private async settle(pairs: { adjustmentId: Uuid; payslipId: Uuid }[]): Promise<void> {
    if (pairs.length === 0) return;
    const settled = await this.db.execute(
      `UPDATE adjustment a SET settled_by_payslip_id = s.payslip FROM unnest($1::uuid[], $2::uuid[]) AS s(adjustment, payslip)
       WHERE a.id = s.adjustment AND a.settled_by_payslip_id IS NULL AND a.void_at IS NULL AND a.claim_settled_on IS NULL`,
      [pairs.map((pair) => pair.adjustmentId), pairs.map((pair) => pair.payslipId)],
    );
    if (settled !== pairs.length) throw new DomainError('run-not-checked', { reason: 'facts-changed' });
  }
}
