import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { VerifyAnswer } from '@ekinerja/contracts/documents';
import { AuditService, type SystemActor } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { FileStorage } from '../platform/storage/file-storage.js';
import { newVerifyCode, readVerifyCode } from './verify-code.js';

export interface IssueRequest {
  kind: string;
  number: string;
  title: string;
  unitId: Uuid | null;
  subjectType: string;
  subjectId: string;
  /** From `reserve`, when the paper itself shows it; otherwise a new one. */
  verifyCode?: string;
  content: Buffer;
  fileName: string;
  mediaType: string;
  actor: Actor | SystemActor;
}

export interface IssuedDocument {
  id: Uuid;
  number: string;
  title: string;
  verifyCode: string;
  contentHash: string;
  fileId: Uuid;
  fileName: string;
  mediaType: string;
  issuedAt: Date;
}

const DOCUMENT = `d.id, d.number, d.title, d.verify_code AS "verifyCode", d.content_hash AS "contentHash", d.file_id AS "fileId",
  f.name AS "fileName", f.media_type AS "mediaType", d.issued_at AS "issuedAt" FROM issued_document d JOIN stored_file f ON f.id = d.file_id`;

/** The register of papers that leave the system: numbered, hashed, verifiable by anyone who holds the paper. */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly db: Database,
    private readonly files: FileStorage,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** The next number of a series (`900/0001/TPP/2026`) and a code, to be printed on the paper before it is issued. */
  async reserve(series: string, year: number): Promise<{ number: string; verifyCode: string }> {
    const row = await this.db.one<{ last: number }>(
      `INSERT INTO document_number (series, year, last) VALUES ($1, $2, 1)
       ON CONFLICT (series, year) DO UPDATE SET last = document_number.last + 1 RETURNING last`,
      [series, year],
    );
    return { number: `900/${String(row!.last).padStart(4, '0')}/${series}/${year}`, verifyCode: newVerifyCode() };
  }

  /** Registers a paper and keeps its file; an earlier one of the same kind and subject is superseded by it. */
  async issue(request: IssueRequest): Promise<IssuedDocument> {
    return this.db.transaction(async () => {
      const { actor } = request;
      const accountId = 'accountId' in actor ? actor.accountId : null;
      const at = this.clock.now();
      const file = await this.files.store({ name: request.fileName, mediaType: request.mediaType, content: request.content, storedBy: accountId });
      const earlier = await this.db.one<{ id: Uuid }>(
        `UPDATE issued_document SET superseded_at = $4 WHERE kind = $1 AND subject_type = $2 AND subject_id = $3 AND superseded_at IS NULL RETURNING id`,
        [request.kind, request.subjectType, request.subjectId, at],
      );
      const row = await this.db.one<{ id: Uuid }>(
        `INSERT INTO issued_document (kind, number, title, unit_id, subject_type, subject_id, verify_code, content_hash, file_id, issued_at, issued_by)
         VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11) RETURNING id`,
        [
          request.kind, request.number, request.title, request.unitId, request.subjectType, request.subjectId,
          request.verifyCode ?? newVerifyCode(), file.sha256, file.id, at, accountId,
        ],
      );
      if (earlier) await this.db.execute(`UPDATE issued_document SET superseded_by = $2 WHERE id = $1`, [earlier.id, row!.id]);
      await this.audit.record({
        actor, action: 'document.issued', subjectType: request.subjectType, subjectId: request.subjectId,
        after: { kind: request.kind, number: request.number, sha256: file.sha256, supersedes: earlier?.id ?? null },
      });
      return (await this.db.one<IssuedDocument>(`SELECT ${DOCUMENT} WHERE d.id = $1`, [row!.id]))!;
    });
  }

  /** The paper in force for a subject, if one has been issued. */
  async current(kind: string, subjectType: string, subjectId: string): Promise<IssuedDocument | null> {
    return this.db.one<IssuedDocument>(`SELECT ${DOCUMENT} WHERE d.kind = $1 AND d.subject_type = $2 AND d.subject_id = $3 AND d.superseded_at IS NULL`, [
      kind, subjectType, subjectId,
    ]);
  }

  /** The papers of an SKPD's month that was taken back hold no more, slips among them: whoever asks a code is told so. */
  async supersedePapersOf(runId: Uuid, skpdId: Uuid): Promise<void> {
    await this.db.execute(
      `UPDATE issued_document SET superseded_at = $3 WHERE superseded_at IS NULL
         AND ((subject_type = 'pay-run-unit' AND (subject_id = $1 || '/' || $2 OR subject_id LIKE $1 || '/' || $2 || '/%'))
           OR (subject_type = 'payslip' AND subject_id IN (SELECT id::text FROM payslip WHERE run_id = $1::uuid AND skpd_id = $2::uuid)))`,
      [runId, skpdId, this.clock.now()],
    );
  }

  /** The very bytes that were issued. */
  async contentOf(document: IssuedDocument): Promise<Buffer> {
    const stored = await this.files.read(document.fileId);
    if (!stored) throw new Error(`the file of document ${document.id} is gone`);
    return stored.content;
  }

  /** What the code on a paper says to anyone: no more than the paper itself shows, and nothing about a wrong code. */
  async verify(text: string): Promise<VerifyAnswer> {
    const code = readVerifyCode(text);
    const row = code
      ? await this.db.one<{ title: string; number: string; issued_at: Date; superseded_at: Date | null; content_hash: string; unit_name: string | null }>(
          `SELECT d.title, d.number, d.issued_at, d.superseded_at, d.content_hash, u.name AS unit_name
           FROM issued_document d LEFT JOIN unit u ON u.id = d.unit_id WHERE d.verify_code = $1`,
          [code],
        )
      : null;
    if (!row) return { status: 'unknown', title: null, number: null, issuedAt: null, unitName: null, hash: null, supersededAt: null };
    return {
      status: row.superseded_at ? 'superseded' : 'genuine',
      title: row.title,
      number: row.number,
      issuedAt: row.issued_at.toISOString(),
      unitName: row.unit_name,
      hash: `${row.content_hash.slice(0, 8)}…${row.content_hash.slice(-8)}`,
      supersededAt: row.superseded_at?.toISOString() ?? null,
    };
  }
}
