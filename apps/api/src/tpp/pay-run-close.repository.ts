import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import type { Settled, SlipResult } from './pay-calculation.js';
import type { UnitRecord } from './pay-run.repository.js';

const LINES = (parameter: number) => `string_to_array($${parameter}, E'\\n')`;

/** Writes of the close, each one statement for a whole batch. */
@Injectable()
export class PayRunCloseRepository {
  constructor(private readonly db: Database) {}

  /** @returns the ids of the new slips by employment */
  async insertSlips(unit: UnitRecord, results: readonly SlipResult[]): Promise<Map<Uuid, Uuid>> {
    const paid = results.flatMap((result) =>
      result.decision && result.content && result.contentHash
        ? [{ id: randomUUID(), employmentId: result.person.employmentId, ...result.decision.sections, content: result.content, hash: result.contentHash, settled: result.settled, held: result.held, released: result.released }]
        : [],
    );
    const ids = new Map(paid.map(({ id, employmentId }) => [employmentId, id]));
    if (paid.length === 0) return ids;
    // Columns as lines of text: no value has a line break (JSON writes it as `\n`), and arrays would quote every quote.
    const column = (name: keyof (typeof paid)[number]) => paid.map((slip) => slip[name]).join('\n');
    await this.db.query(
      `INSERT INTO payslip (id, run_id, skpd_id, employment_id, gross, cuts, deductions, adjustments, net, content, content_hash)
       SELECT s.id, $1, $2, s.employment_id, s.gross, s.cuts, s.deductions, s.adjustments, s.net, s.content, s.content_hash
       FROM unnest(${LINES(3)}::uuid[], ${LINES(4)}::uuid[], ${LINES(5)}::bigint[], ${LINES(6)}::bigint[], ${LINES(7)}::bigint[], ${LINES(8)}::bigint[],
                   ${LINES(9)}::bigint[], ${LINES(10)}, ${LINES(11)})
         AS s(id, employment_id, gross, cuts, deductions, adjustments, net, content, content_hash)`,
      [
        unit.runId, unit.skpdId, column('id'), column('employmentId'), column('gross'), column('cuts'), column('deductions'), column('adjustments'),
        column('net'), column('content'), column('hash'),
      ],
    );
    await this.hold(unit, paid.flatMap(({ id, employmentId, held }) => (held ? [{ payslipId: id, employmentId, ...held }] : [])));
    await this.release(paid.flatMap((slip) => slip.released.map((heldId) => ({ heldId, payslipId: slip.id }))));
    await this.settle(paid.flatMap((slip) => slip.settled.map((one) => ({ ...one, payslipId: slip.id }))));
    return ids;
  }

  async insertExclusions(unit: UnitRecord, results: readonly SlipResult[]): Promise<void> {
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

  /** A correction is paid or recovered by one slip only; what a slip cannot recover of it becomes a row of its own, open still. */
  private async settle(parts: (Settled & { payslipId: Uuid })[]): Promise<void> {
    if (parts.length === 0) return;
    const settled = await this.db.execute(
      `UPDATE adjustment a SET settled_by_payslip_id = s.payslip, amount = s.taken
       FROM unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::bigint[]) AS s(adjustment, payslip, due, taken)
       WHERE a.id = s.adjustment AND a.amount = s.due AND a.settled_by_payslip_id IS NULL AND a.void_at IS NULL AND a.claim_settled_on IS NULL`,
      [parts.map(({ id }) => id), parts.map(({ payslipId }) => payslipId), parts.map(({ due }) => due), parts.map(({ taken }) => taken)],
    );
    if (settled !== parts.length) throw new DomainError('run-not-checked', { reason: 'facts-changed' });
    const rests = parts.filter(({ due, taken }) => due !== taken);
    if (rests.length === 0) return;
    await this.db.query(
      `INSERT INTO adjustment (employment_id, month, cause, payslip_id, computation, amount, created_at, rest_of)
       SELECT a.employment_id, a.month, a.cause, a.payslip_id, a.computation, s.rest, a.created_at, a.id
       FROM unnest($1::uuid[], $2::bigint[]) AS s(adjustment, rest) JOIN adjustment a ON a.id = s.adjustment`,
      [rests.map(({ id }) => id), rests.map(({ due, taken }) => due - taken)],
    );
  }
}
