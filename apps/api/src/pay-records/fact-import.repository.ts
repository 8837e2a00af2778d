import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { FactImport, PayRecordInput } from '@ekinerja/contracts/pay-records';
import { Database } from '../platform/database/database.js';
import type { FactContent } from './fact-check.js';

export type FactPreview = Pick<FactImport, 'sheets' | 'problems' | 'problemCount'>;
export interface FactImportRecord {
  id: Uuid;
  fileName: string;
  status: FactImport['status'];
  uploadedAt: Date;
  uploadedBy: string;
  appliedAt: Date | null;
  preview: FactPreview;
}
export interface EmploymentSpan {
  employmentId: Uuid;
  nip: string;
  from: IsoDate;
  to: IsoDate | null;
}

@Injectable()
export class FactImportRepository {
  constructor(private readonly db: Database) {}

  async spansOf(nips: string[]): Promise<Map<string, EmploymentSpan[]>> {
    const rows = await this.db.query<EmploymentSpan>(
      `SELECT n.employment_id AS "employmentId", n.nip, e.valid_from AS "from", e.valid_to AS "to" FROM employment_nip n JOIN employment e ON e.id = n.employment_id WHERE n.nip = ANY($1::text[])`,
      [nips],
    );
    const found = new Map<string, EmploymentSpan[]>();
    for (const row of rows) found.set(row.nip, [...(found.get(row.nip) ?? []), row]);
    return found;
  }

  async unitsByCode(): Promise<Map<string, { id: Uuid; skpdId: Uuid | null }>> {
    const rows = await this.db.query<{ code: string; id: Uuid; skpdId: Uuid | null }>(`SELECT code, id, skpd_id AS "skpdId" FROM unit WHERE valid_to IS NULL`);
    return new Map(rows.map(({ code, ...unit }) => [code, unit]));
  }

  /** Records that stand already for these people and units: an import never doubles one. */
  async standing(employmentIds: Uuid[], unitIds: Uuid[]): Promise<PayRecordInput[]> {
    return this.db.query<PayRecordInput>(
      `SELECT kind, employment_id AS "employmentId", unit_id AS "unitId", valid_from AS "from", valid_to AS "to", code, amount, trim_scale(value)::text AS value,
              to_char(check_in,'HH24:MI') AS "checkIn", to_char(check_out,'HH24:MI') AS "checkOut", break_minutes AS "breakMinutes", child, cause, class,
              document_number AS "documentNumber", document_date AS "documentDate", reason
       FROM pay_record WHERE status IN ('waiting','in-force') AND (employment_id = ANY($1::uuid[]) OR unit_id = ANY($2::uuid[]))`,
      [employmentIds, unitIds],
    );
  }

  async accountsOf(employmentIds: Uuid[]): Promise<Map<Uuid, { bank: string; number: string; waiting: boolean }[]>> {
    const rows = await this.db.query<{ employmentId: Uuid; bank: string; number: string; waiting: boolean }>(
      `SELECT employment_id AS "employmentId", bank, number, status = 'waiting' AS waiting FROM bank_account WHERE status IN ('waiting','in-force') AND employment_id = ANY($1::uuid[])`,
      [employmentIds],
    );
    const found = new Map<Uuid, { bank: string; number: string; waiting: boolean }[]>();
    for (const { employmentId, ...account } of rows) found.set(employmentId, [...(found.get(employmentId) ?? []), account]);
    return found;
  }

  async insert(record: { fileName: string; fileId: Uuid; status: 'invalid' | 'previewed'; at: Date; by: Uuid; preview: FactPreview; content: FactContent | null }): Promise<Uuid> {
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO fact_import (file_name, file_id, status, uploaded_at, uploaded_by, preview, content) VALUES ($1,$2,$3,$4,$5,$6,$7) RETURNING id`,
      [record.fileName, record.fileId, record.status, record.at, record.by, JSON.stringify(record.preview), record.content && JSON.stringify(record.content)],
    );
    return row!.id;
  }

  async find(id: Uuid): Promise<FactImportRecord | null> {
    return this.db.one<FactImportRecord>(`SELECT ${IMPORT} WHERE i.id = $1`, [id]);
  }

  async list(): Promise<FactImportRecord[]> {
    return this.db.query<FactImportRecord>(`SELECT ${IMPORT} ORDER BY i.uploaded_at DESC, i.id LIMIT 50`);
  }

  async lockContent(id: Uuid): Promise<{ status: FactImport['status']; content: FactContent | null } | null> {
    return this.db.one(`SELECT status, content FROM fact_import WHERE id = $1 FOR UPDATE`, [id]);
  }

  async markApplied(id: Uuid, at: Date, by: Uuid): Promise<void> {
    await this.db.execute(`UPDATE fact_import SET status = 'applied', applied_at = $2, applied_by = $3, content = NULL WHERE id = $1`, [id, at, by]);
  }
}

const IMPORT = `i.id, i.file_name AS "fileName", i.status, i.uploaded_at AS "uploadedAt", coalesce(person_display_name(p), a.username) AS "uploadedBy", i.applied_at AS "appliedAt", i.preview
  FROM fact_import i JOIN account a ON a.id = i.uploaded_by LEFT JOIN person p ON p.id = a.person_id`;
