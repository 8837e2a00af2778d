import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { Database } from '../platform/database/database.js';
import type { UnitRecord } from './pay-run.repository.js';

export interface HeadOfUnit {
  employmentId: Uuid;
  name: string;
  nip: string | null;
  rank: string | null;
  /** `Kepala Dinas Kesehatan`, `Plt. Kepala …` */
  post: string;
}

@Injectable()
export class PayRunApprovalRepository {
  constructor(private readonly db: Database) {}

  /** Who heads the SKPD on a day, or acts for the head: the definitive holder first. */
  async heads(skpdId: Uuid, date: IsoDate): Promise<HeadOfUnit[]> {
    return this.db.query<HeadOfUnit>(
      `SELECT a.employment_id AS "employmentId", person_display_name(pe) AS name, n.nip, k.rank,
              CASE a.kind WHEN 'definitive' THEN '' ELSE initcap(a.kind) || '. ' END || p.name AS post
       FROM post p JOIN assignment a ON a.post_id = p.id JOIN employment e ON e.id = a.employment_id JOIN person pe ON pe.id = e.person_id
       LEFT JOIN employment_nip n ON n.employment_id = e.id AND n.valid_from <= $2 AND (n.valid_to IS NULL OR n.valid_to >= $2)
       LEFT JOIN employment_rank k ON k.employment_id = e.id AND k.valid_from <= $2 AND (k.valid_to IS NULL OR k.valid_to >= $2)
       WHERE p.unit_id = $1 AND p.leader AND a.valid_from <= $2 AND (a.valid_to IS NULL OR a.valid_to >= $2) AND a.kind IN ('definitive','plt','pj','plh')
       ORDER BY array_position(ARRAY['definitive','pj','plt','plh'], a.kind), a.valid_from`,
      [skpdId, date],
    );
  }

  async markSigned(unit: UnitRecord, head: Pick<HeadOfUnit, 'name' | 'post'>, method: 'account' | 'paper', at: Date, by: Uuid): Promise<void> {
    await this.db.execute(
      `UPDATE pay_run_unit SET status = 'signed', version = version + 1, head_signed_by = $3, head_signed_at = $4, head_signed_name = $5, head_signed_post = $6, head_signed_method = $7
       WHERE run_id = $1 AND skpd_id = $2`,
      [unit.runId, unit.skpdId, by, at, head.name, head.post, method],
    );
  }

  async markVerified(unit: UnitRecord, at: Date, by: Uuid): Promise<void> {
    await this.db.execute(
      `UPDATE pay_run_unit SET status = 'verified', version = version + 1, agency_checked_by = $3, agency_checked_at = $4 WHERE run_id = $1 AND skpd_id = $2`,
      [unit.runId, unit.skpdId, by, at],
    );
  }

  async markReturned(unit: UnitRecord, reason: string, at: Date, by: Uuid): Promise<void> {
    await this.db.execute(`UPDATE pay_run_unit SET returned_by = $3, returned_at = $4, return_reason = $5 WHERE run_id = $1 AND skpd_id = $2`, [
      unit.runId, unit.skpdId, by, at, reason,
    ]);
  }
}
