import { Injectable } from '@nestjs/common';
import type { DocumentKind, IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { DocumentProblemView, DraftStatus, RevisionKind } from '@ekinerja/contracts/regulations';
import { Database } from '../platform/database/database.js';

export interface StoredProposal {
  from: IsoDate;
  revision: RevisionKind;
  reason: string;
}

export interface DraftRow {
  id: Uuid;
  kind: DocumentKind;
  documentId: string;
  title: string;
  fileName: string;
  text: string;
  caseText: string | null;
  documentFrom: IsoDate;
  problems: DocumentProblemView[];
  caseCount: number;
  casesFailed: number;
  uploadedBy: string;
  uploadedAt: Date;
  status: DraftStatus;
  version: number;
  proposal: StoredProposal | null;
  proposedByAccount: Uuid | null;
  proposedByPerson: Uuid | null;
  proposedBy: string | null;
  proposedAt: Date | null;
  refusal: { by: string; at: string; reason: string } | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  decidedReason: string | null;
}

export type NewDraft = Pick<DraftRow, 'kind' | 'documentId' | 'title' | 'fileName' | 'text' | 'caseText' | 'documentFrom' | 'problems' | 'caseCount' | 'casesFailed'>;

const LISTED = 100;
const DRAFT = `d.id, d.kind, d.document_id AS "documentId", d.title, d.file_name AS "fileName", d.source_text AS text, d.case_text AS "caseText",
  d.document_from AS "documentFrom", d.problems, d.case_count AS "caseCount", d.cases_failed AS "casesFailed",
  coalesce(person_display_name(up), ua.username) AS "uploadedBy", d.uploaded_at AS "uploadedAt", d.status, d.version, d.proposal,
  d.proposed_by AS "proposedByAccount", pa.person_id AS "proposedByPerson", coalesce(person_display_name(pp), pa.username) AS "proposedBy",
  d.proposed_at AS "proposedAt", d.refusal, coalesce(person_display_name(dp), da.username) AS "decidedBy", d.decided_at AS "decidedAt",
  d.decided_reason AS "decidedReason"
  FROM regulation_draft d
  JOIN account ua ON ua.id = d.uploaded_by LEFT JOIN person up ON up.id = ua.person_id
  LEFT JOIN account pa ON pa.id = d.proposed_by LEFT JOIN person pp ON pp.id = pa.person_id
  LEFT JOIN account da ON da.id = d.decided_by LEFT JOIN person dp ON dp.id = da.person_id`;

@Injectable()
export class DraftsRepository {
  constructor(private readonly db: Database) {}

  async insert(draft: NewDraft, by: Uuid, at: Date): Promise<Uuid> {
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO regulation_draft (kind, document_id, title, file_name, source_text, case_text, document_from, problems, case_count, cases_failed, uploaded_by, uploaded_at)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12) RETURNING id`,
      [
        draft.kind, draft.documentId, draft.title, draft.fileName, draft.text, draft.caseText, draft.documentFrom, JSON.stringify(draft.problems),
        draft.caseCount, draft.casesFailed, by, at,
      ],
    );
    return row!.id;
  }

  /** What waits first, then the newest. */
  async list(): Promise<DraftRow[]> {
    return this.db.query<DraftRow>(`SELECT ${DRAFT} ORDER BY d.status = 'proposed' DESC, d.status = 'draft' DESC, d.uploaded_at DESC, d.id LIMIT ${LISTED}`);
  }

  async find(id: Uuid): Promise<DraftRow | null> {
    return this.db.one<DraftRow>(`SELECT ${DRAFT} WHERE d.id = $1`, [id]);
  }

  /** The same, with its row locked until the end of the transaction. */
  async lock(id: Uuid): Promise<DraftRow | null> {
    await this.db.query(`SELECT 1 FROM regulation_draft WHERE id = $1 FOR UPDATE`, [id]);
    return this.find(id);
  }

  async propose(id: Uuid, proposal: StoredProposal, by: Uuid, at: Date): Promise<void> {
    await this.db.execute(
      `UPDATE regulation_draft SET status = 'proposed', version = version + 1, proposal = $2, proposed_by = $3, proposed_at = $4, refusal = NULL WHERE id = $1`,
      [id, JSON.stringify(proposal), by, at],
    );
  }

  /** Back to its drafters, with what the second person said. */
  async refuse(id: Uuid, refusal: { by: string; at: string; reason: string }): Promise<void> {
    await this.db.execute(
      `UPDATE regulation_draft SET status = 'draft', version = version + 1, refusal = $2, proposal = NULL, proposed_by = NULL, proposed_at = NULL WHERE id = $1`,
      [id, JSON.stringify(refusal)],
    );
  }

  async end(id: Uuid, status: 'enacted' | 'withdrawn', decision: { by: Uuid; at: Date; reason: string }): Promise<void> {
    await this.db.execute(
      `UPDATE regulation_draft SET status = $2, version = version + 1, decided_by = $3, decided_at = $4, decided_reason = $5 WHERE id = $1`,
      [id, status, decision.by, decision.at, decision.reason],
    );
  }
}
