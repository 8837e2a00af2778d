import { Injectable } from '@nestjs/common';
import type { IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { RunKind } from '@ekinerja/contracts/pay-runs';
import { Database } from '../platform/database/database.js';

export interface SlipRecord {
  id: Uuid;
  runId: Uuid;
  skpdId: Uuid;
  skpdName: string;
  employmentId: Uuid;
  personId: Uuid;
  month: IsoMonth;
  paymentMonth: IsoMonth;
  kind: RunKind;
  code: string;
  sequence: number;
  gross: number;
  cuts: number;
  deductions: number;
  adjustments: number;
  net: number;
  content: string;
  contentHash: string;
  closedAt: Date;
  verifyCode: string | null;
}

const SLIP = `s.id, s.run_id AS "runId", s.skpd_id AS "skpdId", u.name AS "skpdName", s.employment_id AS "employmentId", e.person_id AS "personId",
  r.month, r.payment_month AS "paymentMonth", r.kind, r.code, r.sequence, s.gross, s.cuts, s.deductions, s.adjustments, s.net, s.content,
  s.content_hash AS "contentHash", ru.closed_at AS "closedAt",
  (SELECT d.verify_code FROM issued_document d
   WHERE d.kind = 'payslip' AND d.subject_type = 'payslip' AND d.subject_id = s.id::text AND d.superseded_at IS NULL) AS "verifyCode"
  FROM payslip s JOIN pay_run r ON r.id = s.run_id JOIN pay_run_unit ru ON ru.run_id = s.run_id AND ru.skpd_id = s.skpd_id
  JOIN unit u ON u.id = s.skpd_id JOIN employment e ON e.id = s.employment_id`;

@Injectable()
export class PayslipsRepository {
  constructor(private readonly db: Database) {}

  async ofPerson(personId: Uuid): Promise<SlipRecord[]> {
    return this.db.query<SlipRecord>(`SELECT ${SLIP} WHERE e.person_id = $1 AND ru.status = 'closed' ORDER BY r.month DESC, r.opened_at DESC, r.id`, [personId]);
  }

  async find(id: Uuid): Promise<SlipRecord | null> {
    return this.db.one<SlipRecord>(`SELECT ${SLIP} WHERE s.id = $1`, [id]);
  }

  async ofMonth(employmentId: Uuid, month: IsoMonth): Promise<SlipRecord | null> {
    return this.db.one<SlipRecord>(`SELECT ${SLIP} WHERE s.employment_id = $1 AND r.month = $2 AND r.kind IN ('regular','supplementary') AND ru.status = 'closed' ORDER BY r.kind, r.sequence DESC LIMIT 1`, [employmentId, month]);
  }
}
