import { Injectable } from '@nestjs/common';
import type { RecoveryNotice } from '@ekinerja/contracts/auth';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { Database } from '../platform/database/database.js';

export interface RecoverableAccount {
  id: Uuid;
  personId: Uuid;
  personName: string;
  username: string;
  skpdId: Uuid | null;
  /** Today or later, anywhere. */
  holdsRole: boolean;
}

export interface NewRecovery {
  accountId: Uuid;
  codeHash: string;
  madeBy: Uuid;
  now: Date;
  expiresAt: Date;
  secondFactor: boolean;
  reason: string;
}

const NOTICES = 20;

@Injectable()
export class RecoveryRepository {
  constructor(private readonly db: Database) {}

  async lockByEmployment(employmentId: Uuid, today: IsoDate): Promise<RecoverableAccount | null> {
    return this.db.one(
      `SELECT a.id, p.id AS "personId", person_display_name(p) AS "personName", a.username, u.skpd_id AS "skpdId",
              EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = a.id AND (r.valid_to IS NULL OR r.valid_to >= $2)) AS "holdsRole"
       FROM employment e JOIN person p ON p.id = e.person_id JOIN account a ON a.person_id = p.id
       LEFT JOIN assignment s ON s.employment_id = e.id AND s.kind = 'definitive' AND s.valid_from <= $2 AND (s.valid_to IS NULL OR s.valid_to >= $2)
       LEFT JOIN post po ON po.id = s.post_id LEFT JOIN unit u ON u.id = po.unit_id
       WHERE e.id = $1 AND a.disabled_at IS NULL AND e.valid_from <= $2 AND (e.valid_to IS NULL OR e.valid_to >= $2)
       LIMIT 1 FOR UPDATE OF a`,
      [employmentId, today],
    );
  }

  /** Codes made before no longer open anything. */
  async insert(recovery: NewRecovery): Promise<void> {
    await this.db.execute(`UPDATE account_recovery SET expires_at = $2 WHERE account_id = $1 AND used_at IS NULL AND expires_at > $2`, [recovery.accountId, recovery.now]);
    await this.db.query(
      `INSERT INTO account_recovery (account_id, code_hash, made_by, made_at, expires_at, second_factor, reason) VALUES ($1,$2,$3,$4,$5,$6,$7)`,
      [recovery.accountId, recovery.codeHash, recovery.madeBy, recovery.now, recovery.expiresAt, recovery.secondFactor, recovery.reason],
    );
  }

  async blockPassword(accountId: Uuid, unusableHash: string): Promise<void> {
    await this.db.execute(`UPDATE account SET password_hash = $2, code_expires_at = NULL WHERE id = $1`, [accountId, unusableHash]);
  }

  async findOpen(accountId: Uuid, codeHash: string, now: Date): Promise<{ id: Uuid; secondFactor: boolean } | null> {
    return this.db.one(
      `SELECT id, second_factor AS "secondFactor" FROM account_recovery WHERE account_id = $1 AND code_hash = $2 AND used_at IS NULL AND expires_at > $3`,
      [accountId, codeHash, now],
    );
  }

  /** @returns false when somebody was quicker. */
  async takeUp(id: Uuid, now: Date): Promise<boolean> {
    return (await this.db.execute(`UPDATE account_recovery SET used_at = $2 WHERE id = $1 AND used_at IS NULL AND expires_at > $2`, [id, now])) === 1;
  }

  async notices(accountId: Uuid, now: Date): Promise<RecoveryNotice[]> {
    const rows = await this.db.query<Record<'at' | 'expiresAt', Date> & { usedAt: Date | null; by: string; reason: string; secondFactor: boolean }>(
      `SELECT r.made_at AS at, r.expires_at AS "expiresAt", r.used_at AS "usedAt", r.reason, r.second_factor AS "secondFactor",
              coalesce(nullif(person_display_name(p), ''), m.username) AS by
       FROM account_recovery r JOIN account m ON m.id = r.made_by LEFT JOIN person p ON p.id = m.person_id
       WHERE r.account_id = $1 ORDER BY r.made_at DESC LIMIT ${NOTICES}`,
      [accountId],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString(), expiresAt: row.expiresAt.toISOString(), usedAt: row.usedAt?.toISOString() ?? null, open: row.usedAt === null && row.expiresAt > now }));
  }
}
