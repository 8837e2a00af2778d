import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { FeedbackKind, FeedbackSubject } from '@ekinerja/contracts/feedback';
import { Database } from '../platform/database/database.js';

export interface InvitationRow {
  id: Uuid;
  employmentId: Uuid;
  invitedByName: string;
  name: string;
  office: string;
  question: string | null;
  kind: FeedbackKind;
  subject: FeedbackSubject;
  resultId: Uuid | null;
  about: string | null;
  invitedAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  withdrawnAt: Date | null;
}
export interface NewInvitationRow extends Pick<InvitationRow, 'employmentId' | 'name' | 'office' | 'question' | 'kind' | 'subject' | 'resultId' | 'about' | 'expiresAt'> {
  invitedBy: Uuid;
  email: string | null;
  secretHash: string;
  at: Date;
}

const SELECT = `SELECT i.id, i.employment_id AS "employmentId", person_display_name(p) AS "invitedByName", i.name, i.office, i.question, i.kind, i.subject, i.result_id AS "resultId", i.about,
  i.invited_at AS "invitedAt", i.expires_at AS "expiresAt", i.used_at AS "usedAt", i.withdrawn_at AS "withdrawnAt"
  FROM feedback_invitation i JOIN employment e ON e.id = i.invited_by JOIN person p ON p.id = e.person_id`;
const MOST = 50;

@Injectable()
export class InvitationsRepository {
  constructor(private readonly db: Database) {}

  of(employmentId: Uuid): Promise<InvitationRow[]> {
    return this.db.query<InvitationRow>(`${SELECT} WHERE i.employment_id = $1 ORDER BY i.invited_at DESC LIMIT ${MOST}`, [employmentId]);
  }

  bySecret(secretHash: string): Promise<InvitationRow | null> {
    return this.db.one<InvitationRow>(`${SELECT} WHERE i.secret_hash = $1`, [secretHash]);
  }

  lock(id: Uuid): Promise<InvitationRow | null> {
    return this.db.one<InvitationRow>(`${SELECT} WHERE i.id = $1 FOR UPDATE OF i`, [id]);
  }

  async insert(row: NewInvitationRow): Promise<InvitationRow> {
    const inserted = await this.db.one<{ id: Uuid }>(
      `INSERT INTO feedback_invitation (employment_id, invited_by, name, office, email, question, secret_hash, invited_at, expires_at, kind, subject, result_id, about)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13) RETURNING id`,
      [
        row.employmentId, row.invitedBy, row.name, row.office, row.email, row.question, row.secretHash, row.at, row.expiresAt, row.kind, row.subject,
        row.resultId, row.about,
      ],
    );
    return (await this.db.one<InvitationRow>(`${SELECT} WHERE i.id = $1`, [inserted!.id]))!;
  }

  async use(id: Uuid, at: Date): Promise<void> {
    await this.db.execute(`UPDATE feedback_invitation SET used_at = $2 WHERE id = $1`, [id, at]);
  }

  async withdraw(id: Uuid, at: Date): Promise<void> {
    await this.db.execute(`UPDATE feedback_invitation SET withdrawn_at = $2 WHERE id = $1`, [id, at]);
  }
}
