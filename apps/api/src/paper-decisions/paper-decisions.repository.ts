import { Injectable } from '@nestjs/common';
import type { SeenActivity } from '@ekinerja/contracts/activities';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { PaperAct, PaperDecision, PaperEntry, PaperSigner, PaperSubject, SignedPaper } from '@ekinerja/contracts/paper-decisions';
import { Database } from '../platform/database/database.js';

type Row = Omit<PaperDecision, 'recordedAt'> & { recordedAt: Date };

const VIEW = `
  SELECT d.id, d.act, d.signer_name AS "signerName", d.employment_id AS "employmentId", person_display_name(p) AS "personName", d.subject_type AS "subjectType",
         d.subject_id AS "subjectId", d.number, d.signed_on AS "signedOn", d.recorded_by_name AS "recordedBy", d.recorded_at AS "recordedAt"
  FROM paper_decision d JOIN employment e ON e.id = d.employment_id JOIN person p ON p.id = e.person_id`;

@Injectable()
export class PaperDecisionsRepository {
  constructor(private readonly db: Database) {}

  /** Those of the given who never sign in. */
  async silent(employmentIds: Uuid[]): Promise<{ employmentId: Uuid; because: PaperSigner['because'] }[]> {
    return this.db.query(
      `SELECT e.id AS "employmentId", CASE WHEN e.kind = 'non-asn' THEN 'non-asn' WHEN a.id IS NULL THEN 'no-account' ELSE 'never-signed-in' END AS because
       FROM employment e LEFT JOIN account a ON a.person_id = e.person_id AND a.disabled_at IS NULL
       WHERE e.id = ANY($1::uuid[]) AND (e.kind = 'non-asn' OR a.id IS NULL
         OR (a.must_change_password AND NOT EXISTS (SELECT 1 FROM session s WHERE s.account_id = a.id)))`,
      [employmentIds],
    );
  }

  async entriesFor(evaluatorId: Uuid, limit: number): Promise<PaperEntry[]> {
    return this.db.query(
      `SELECT a.id, a.date, person_display_name(p) AS "personName", a.description FROM activity a JOIN employment e ON e.id = a.employment_id JOIN person p ON p.id = e.person_id
       WHERE a.status = 'submitted' AND a.evaluator_employment_id = $1 ORDER BY a.due_at, a.id LIMIT $2`,
      [evaluatorId, limit],
    );
  }

  /** Entries as they stand now: a paper names them, not a version. */
  versionsOf(ids: readonly Uuid[]): Promise<SeenActivity[]> {
    return this.db.query<SeenActivity>(`SELECT id, version FROM activity WHERE id = ANY($1::uuid[])`, [ids]);
  }

  async fileOf(fileId: Uuid, storedBy: Uuid): Promise<boolean> {
    return (await this.db.one(`SELECT 1 FROM stored_file WHERE id = $1 AND stored_by = $2`, [fileId, storedBy])) !== null;
  }

  /** Whom the subjects are about. */
  async ownersOf(type: Exclude<PaperSubject, 'evaluation'>, ids: Uuid[]): Promise<Map<Uuid, Uuid>> {
    const rows = await this.db.query<{ id: Uuid; employmentId: Uuid }>(`SELECT id, employment_id AS "employmentId" FROM ${type} WHERE id = ANY($1::uuid[])`, [ids]);
    return new Map(rows.map(({ id, employmentId }) => [id, employmentId]));
  }

  async ownerOf(subjectId: Uuid): Promise<Uuid | null> {
    const row = await this.db.one<{ id: Uuid }>(
      `SELECT employment_id AS id FROM skp WHERE id = $1 UNION ALL SELECT employment_id FROM evaluation WHERE id = $1 UNION ALL SELECT employment_id FROM activity WHERE id = $1`,
      [subjectId],
    );
    return row?.id ?? null;
  }

  async insert(row: {
    act: PaperAct; signer: PaperSigner; employmentId: Uuid; subjectType: PaperSubject; subjectId: Uuid; paper: SignedPaper; by: Uuid; byName: string; at: Date;
  }): Promise<Uuid> {
    const made = await this.db.one<{ id: Uuid }>(
      `INSERT INTO paper_decision (act, signer_employment_id, signer_name, employment_id, subject_type, subject_id, number, signed_on, file_id, recorded_by, recorded_by_name, recorded_at)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12) RETURNING id`,
      [
        row.act, row.signer.employmentId, row.signer.personName, row.employmentId, row.subjectType, row.subjectId, row.paper.number, row.paper.signedOn, row.paper.fileId,
        row.by, row.byName, row.at,
      ],
    );
    return made!.id;
  }

  async of(subjectIds: Uuid[]): Promise<PaperDecision[]> {
    return (await this.db.query<Row>(`${VIEW} WHERE d.subject_id = ANY($1::uuid[]) ORDER BY d.recorded_at DESC, d.id LIMIT 500`, [subjectIds])).map(view);
  }

  async recent(after: [string, Uuid] | null, limit: number): Promise<PaperDecision[]> {
    const rows = await this.db.query<Row>(
      `${VIEW} WHERE ($1::timestamptz IS NULL OR (date_trunc('milliseconds', d.recorded_at), d.id) < ($1::timestamptz, $2::uuid))
       ORDER BY date_trunc('milliseconds', d.recorded_at) DESC, d.id DESC LIMIT $3`,
      [after?.[0] ?? null, after?.[1] ?? null, limit],
    );
    return rows.map(view);
  }

  async file(id: Uuid): Promise<{ fileId: Uuid; employmentId: Uuid } | null> {
    return this.db.one(`SELECT file_id AS "fileId", employment_id AS "employmentId" FROM paper_decision WHERE id = $1`, [id]);
  }
}

function view(row: Row): PaperDecision {
  return { ...row, recordedAt: row.recordedAt.toISOString() };
}
