import { Injectable } from '@nestjs/common';
import type { ImportProblem } from '@ekinerja/contracts/attendance';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { WorkbookImport, WorkbookStatus } from '@ekinerja/contracts/imports';
import { Database } from '../platform/database/database.js';

/** Who asked for the work, kept beside it for the audit. */
export interface Asker {
  accountId: Uuid;
  username: string;
  personId: Uuid | null;
  personName: string | null;
  sessionId: Uuid;
  requestId: string;
  ip: string;
}

export interface ImportRecord {
  id: Uuid;
  fileName: string;
  fileId: Uuid;
  status: WorkbookStatus;
  stage: string | null;
  percent: number;
  uploadedAt: Date;
  uploadedBy: string;
  appliedAt: Date | null;
  actor: Asker;
  counts: WorkbookImport['counts'];
  problems: ImportProblem[];
  problemCount: number;
  warnings: ImportProblem[];
  warningCount: number;
}

export type Outcome = Pick<ImportRecord, 'status' | 'counts' | 'problems' | 'problemCount' | 'warnings' | 'warningCount'>;

const columns = (whole: boolean) => `i.id, i.file_name AS "fileName", i.file_id AS "fileId", i.status, i.stage, i.percent, i.uploaded_at AS "uploadedAt",
  coalesce(nullif(person_display_name(p), ''), a.username) AS "uploadedBy", i.applied_at AS "appliedAt", i.actor, i.counts,
  ${whole ? 'i.problems' : `'[]'::jsonb AS problems`}, i.problem_count AS "problemCount",
  ${whole ? 'i.warnings' : `'[]'::jsonb AS warnings`}, i.warning_count AS "warningCount"
  FROM workbook_import i JOIN account a ON a.id = i.uploaded_by LEFT JOIN person p ON p.id = a.person_id`;

@Injectable()
export class WorkbookImportRepository {
  constructor(private readonly db: Database) {}

  async insert(record: { fileName: string; fileId: Uuid; at: Date; by: Uuid; actor: Asker }): Promise<Uuid> {
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO workbook_import (file_name, file_id, status, uploaded_at, uploaded_by, actor) VALUES ($1,$2,'queued',$3,$4,$5) RETURNING id`,
      [record.fileName, record.fileId, record.at, record.by, JSON.stringify(record.actor)],
    );
    return row!.id;
  }

  /** The newest first, without their problems. */
  async list(limit: number): Promise<ImportRecord[]> {
    return this.db.query(`SELECT ${columns(false)} ORDER BY i.uploaded_at DESC, i.id LIMIT $1`, [limit]);
  }

  async find(id: Uuid): Promise<ImportRecord | null> {
    return this.db.one(`SELECT ${columns(true)} WHERE i.id = $1`, [id]);
  }

  async lock(id: Uuid): Promise<{ status: WorkbookStatus } | null> {
    return this.db.one(`SELECT status FROM workbook_import WHERE id = $1 FOR UPDATE`, [id]);
  }

  async supersedeOthers(id: Uuid): Promise<void> {
    await this.db.execute(`UPDATE workbook_import SET status = 'superseded', stage = NULL WHERE id <> $1 AND status IN ('queued','checking','ready','failed')`, [id]);
  }

  async begin(id: Uuid, status: 'queued' | 'checking' | 'applying', actor?: Asker): Promise<void> {
    await this.db.execute(`UPDATE workbook_import SET status = $2, stage = 'waiting', percent = 0, actor = coalesce($3, actor) WHERE id = $1`, [
      id, status, actor ? JSON.stringify(actor) : null,
    ]);
  }

  async finish(id: Uuid, outcome: Outcome, appliedAt: Date | null = null): Promise<void> {
    await this.db.execute(
      `UPDATE workbook_import SET status = $2, stage = NULL, percent = 100, counts = $3, problems = $4, problem_count = $5, warnings = $6, warning_count = $7, applied_at = $8
       WHERE id = $1 AND status IN ('checking','applying')`,
      [
        id, outcome.status, outcome.counts === null ? null : JSON.stringify(outcome.counts), JSON.stringify(outcome.problems), outcome.problemCount,
        JSON.stringify(outcome.warnings), outcome.warningCount, appliedAt,
      ],
    );
  }

  async fail(id: Uuid): Promise<void> {
    await this.db.execute(`UPDATE workbook_import SET status = 'failed', stage = NULL WHERE id = $1 AND status IN ('queued','checking','applying')`, [id]);
  }

  async unfinished(): Promise<Uuid[]> {
    return (await this.db.query<{ id: Uuid }>(`SELECT id FROM workbook_import WHERE status IN ('checking','applying')`)).map(({ id }) => id);
  }
}
