import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { StaffingImport, StaffingImportStatus } from '@ekinerja/contracts/staffing-records';
import { Database } from '../platform/database/database.js';

const SHOWN = 50;

interface NewImport {
  fileName: string;
  fileId: Uuid;
  source: string;
  at: Date;
  by: Uuid;
}
export type ImportReport = Pick<StaffingImport, 'rows' | 'matched' | 'unknown' | 'unknownCount' | 'problems' | 'problemCount'> & { status: StaffingImportStatus };

@Injectable()
export class StaffingImportsRepository {
  constructor(private readonly db: Database) {}

  /** The newest first, or the one asked for. */
  list(id: Uuid | null): Promise<StaffingImport[]> {
    return this.db.query<StaffingImport>(
      `SELECT i.id, i.file_name AS "fileName", i.source, i.status, i.percent, to_char(i.imported_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "importedAt",
              coalesce(person_display_name(p), a.username) AS "importedBy", i.rows, i.matched, i.differing, i.unknown, i.unknown_count AS "unknownCount", i.problems,
              i.problem_count AS "problemCount"
       FROM staffing_import i JOIN account a ON a.id = i.imported_by LEFT JOIN person p ON p.id = a.person_id
       WHERE $1::uuid IS NULL OR i.id = $1 ORDER BY i.imported_at DESC, i.id LIMIT ${SHOWN}`,
      [id],
    );
  }

  async insert(row: NewImport): Promise<Uuid> {
    const made = await this.db.one<{ id: Uuid }>(
      `INSERT INTO staffing_import (file_name, file_id, source, status, percent, imported_at, imported_by, rows) VALUES ($1,$2,$3,'queued',0,$4,$5,0) RETURNING id`,
      [row.fileName, row.fileId, row.source, row.at, row.by],
    );
    return made!.id;
  }

  /** Locked: one worker at a time, and none once it is done. */
  async lockOpen(id: Uuid): Promise<Uuid | null> {
    const row = await this.db.one<{ by: Uuid }>(`SELECT imported_by AS by FROM staffing_import WHERE id = $1 AND status IN ('queued','reading','comparing') FOR UPDATE SKIP LOCKED`, [id]);
    return row?.by ?? null;
  }

  /** The stored file of one that is not done. */
  async openFile(id: Uuid): Promise<Uuid | null> {
    const row = await this.db.one<{ fileId: Uuid }>(`SELECT file_id AS "fileId" FROM staffing_import WHERE id = $1 AND status IN ('queued','reading','comparing')`, [id]);
    return row?.fileId ?? null;
  }

  async at(id: Uuid, status: StaffingImportStatus, percent: number): Promise<void> {
    await this.db.execute(`UPDATE staffing_import SET status = $2, percent = $3 WHERE id = $1 AND status IN ('queued','reading','comparing')`, [id, status, percent]);
  }

  async finish(id: Uuid, report: ImportReport, differing: number): Promise<void> {
    await this.db.execute(
      `UPDATE staffing_import SET status = $2, percent = 100, rows = $3, matched = $4, differing = $5, unknown = $6, unknown_count = $7, problems = $8, problem_count = $9 WHERE id = $1`,
      [id, report.status, report.rows, report.matched, differing, JSON.stringify(report.unknown), report.unknownCount, JSON.stringify(report.problems), report.problemCount],
    );
  }
}
