import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { SignedPaper, SignedPaperKind } from '@ekinerja/contracts/signed-papers';
import { Database } from '../platform/database/database.js';

@Injectable()
export class SignedPapersRepository {
  constructor(private readonly db: Database) {}

  /** The latest of each paper. */
  async of(runId: Uuid, skpdId: Uuid): Promise<(SignedPaper & { fileId: Uuid })[]> {
    const rows = await this.db.query<Omit<SignedPaper, 'recordedAt'> & { recordedAt: Date; fileId: Uuid }>(
      `SELECT DISTINCT ON (paper) paper, method, signer_name AS "signerName", signer_post AS "signerPost", signed_on AS "signedOn", recorded_at AS "recordedAt", file_id AS "fileId"
       FROM signed_pay_paper WHERE run_id = $1 AND skpd_id = $2 ORDER BY paper, recorded_at DESC`,
      [runId, skpdId],
    );
    return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }));
  }

  async insert(
    unit: { runId: Uuid; skpdId: Uuid },
    signed: { paper: SignedPaperKind; method: 'paper' | 'electronic'; fileId: Uuid; signedOn: string; name: string; post: string; reference: string | null }, by: Uuid, at: Date,
  ): Promise<void> {
    await this.db.query(
      `INSERT INTO signed_pay_paper (run_id, skpd_id, paper, method, file_id, signed_on, signer_name, signer_post, reference, recorded_by, recorded_at)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)`,
      [unit.runId, unit.skpdId, signed.paper, signed.method, signed.fileId, signed.signedOn, signed.name, signed.post, signed.reference, by, at],
    );
  }
}
