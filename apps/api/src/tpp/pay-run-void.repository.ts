import { Injectable } from '@nestjs/common';
import type { IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { RunKind } from '@ekinerja/contracts/pay-runs';
import { Database } from '../platform/database/database.js';
import type { UnitRecord } from './pay-run.repository.js';

const OF_UNIT = `(SELECT id FROM payslip WHERE run_id = $1 AND skpd_id = $2)`;

@Injectable()
export class PayRunVoidRepository {
  constructor(private readonly db: Database) {}

  /** @returns false while another request of the unit is open */
  async ask({ runId, skpdId }: UnitRecord, reason: string, at: Date, by: Uuid): Promise<boolean> {
    const rows = await this.db.query(
      `INSERT INTO pay_run_void (run_id, skpd_id, reason, asked_by, asked_at) VALUES ($1,$2,$3,$4,$5)
       ON CONFLICT (run_id, skpd_id) WHERE agreed_at IS NULL AND withdrawn_at IS NULL DO NOTHING RETURNING id`,
      [runId, skpdId, reason, by, at],
    );
    if (rows.length > 0) await this.touch(runId, skpdId);
    return rows.length > 0;
  }

  async open(runId: Uuid, skpdId: Uuid): Promise<{ id: Uuid; askedBy: Uuid; reason: string } | null> {
    return this.db.one(
      `SELECT id, asked_by AS "askedBy", reason FROM pay_run_void WHERE run_id = $1 AND skpd_id = $2 AND agreed_at IS NULL AND withdrawn_at IS NULL FOR UPDATE`,
      [runId, skpdId],
    );
  }

  async withdraw(id: Uuid, at: Date): Promise<void> {
    const row = await this.db.query<{ run_id: Uuid; skpd_id: Uuid }>(`UPDATE pay_run_void SET withdrawn_at = $2 WHERE id = $1 RETURNING run_id, skpd_id`, [id, at]);
    if (row[0]) await this.touch(row[0].run_id, row[0].skpd_id);
  }

  async agree(id: Uuid, at: Date, by: Uuid, nextRunId: Uuid): Promise<void> {
    await this.db.execute(`UPDATE pay_run_void SET agreed_at = $2, agreed_by = $3, next_run_id = $4 WHERE id = $1`, [id, at, by, nextRunId]);
  }

  /** Whether a later slip has settled a correction or paid a hold of this unit's slips. */
  async restsOn({ runId, skpdId }: UnitRecord): Promise<boolean> {
    return (
      (await this.db.one(
        `SELECT 1 WHERE EXISTS (SELECT 1 FROM adjustment WHERE payslip_id IN ${OF_UNIT} AND (settled_by_payslip_id IS NOT NULL OR claim_settled_on IS NOT NULL))
                     OR EXISTS (SELECT 1 FROM held_pay WHERE payslip_id IN ${OF_UNIT} AND released_by_payslip_id IS NOT NULL)`,
        [runId, skpdId],
      )) !== null
    );
  }

  /** The unit's slips count no more: what they settled is open again, what they held or caused falls away with them. */
  async undo({ runId, skpdId }: UnitRecord, at: Date): Promise<void> {
    await this.db.execute(`UPDATE adjustment SET settled_by_payslip_id = NULL WHERE settled_by_payslip_id IN ${OF_UNIT}`, [runId, skpdId]);
    await this.db.execute(`UPDATE held_pay SET released_by_payslip_id = NULL WHERE released_by_payslip_id IN ${OF_UNIT}`, [runId, skpdId]);
    await this.db.execute(`UPDATE adjustment SET void_at = $3 WHERE payslip_id IN ${OF_UNIT}`, [runId, skpdId, at]);
    await this.db.execute(`UPDATE held_pay SET void_at = $3 WHERE payslip_id IN ${OF_UNIT}`, [runId, skpdId, at]);
    await this.db.execute(
      `UPDATE issued_document SET superseded_at = $3 WHERE kind = 'payslip' AND subject_type = 'payslip' AND superseded_at IS NULL AND subject_id IN (SELECT id::text FROM payslip WHERE run_id = $1 AND skpd_id = $2)`,
      [runId, skpdId, at],
    );
    await this.db.execute(`UPDATE pay_run_unit SET status = 'void', version = version + 1 WHERE run_id = $1 AND skpd_id = $2`, [runId, skpdId]);
  }

  async runOf(month: IsoMonth, kind: RunKind, code: string, sequence: number): Promise<Uuid | null> {
    return (await this.db.one<{ id: Uuid }>(`SELECT id FROM pay_run WHERE month = $1 AND kind = $2 AND code = $3 AND sequence = $4`, [month, kind, code, sequence]))?.id ?? null;
  }

  async addUnit(runId: Uuid, skpdId: Uuid): Promise<void> {
    await this.db.query(`INSERT INTO pay_run_unit (run_id, skpd_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [runId, skpdId]);
  }

  private async touch(runId: Uuid, skpdId: Uuid): Promise<void> {
    await this.db.execute(`UPDATE pay_run_unit SET version = version + 1 WHERE run_id = $1 AND skpd_id = $2`, [runId, skpdId]);
  }
}
