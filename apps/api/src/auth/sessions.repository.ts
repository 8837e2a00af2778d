import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import { Database } from '../platform/database/database.js';

export interface SessionRow {
  id: Uuid;
  accountId: Uuid;
  refreshHash: string;
  previousHash: string | null;
  rotatedAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
  accountDisabled: boolean;
}

export interface OpenSession {
  id: Uuid;
  since: Date;
  lastUsedAt: Date;
  userAgent: string | null;
  ip: string | null;
}

@Injectable()
export class SessionsRepository {
  constructor(private readonly db: Database) {}

  async insert(session: { id: Uuid; accountId: Uuid; refreshHash: string; now: Date; expiresAt: Date; userAgent: string | null; ip: string; secondFactorElsewhere: boolean }): Promise<void> {
    await this.db.query(
      `INSERT INTO session (id, account_id, refresh_hash, rotated_at, created_at, expires_at, user_agent, ip, second_factor_elsewhere) VALUES ($1,$2,$3,$4,$4,$5,$6,$7,$8)`,
      [session.id, session.accountId, session.refreshHash, session.now, session.expiresAt, session.userAgent, session.ip, session.secondFactorElsewhere],
    );
  }

  /** The session a refresh token belongs or once belonged to, locked for the change that follows. */
  async lockByToken(hash: string): Promise<SessionRow | null> {
    return this.db.one<SessionRow>(
      `SELECT s.id, s.account_id AS "accountId", s.refresh_hash AS "refreshHash", s.previous_hash AS "previousHash", s.rotated_at AS "rotatedAt",
              s.expires_at AS "expiresAt", s.ended_at AS "endedAt", a.disabled_at IS NOT NULL AS "accountDisabled"
       FROM session s JOIN account a ON a.id = s.account_id
       WHERE s.id = coalesce((SELECT id FROM session WHERE refresh_hash = $1), (SELECT session_id FROM retired_refresh_token WHERE hash = $1))
       FOR UPDATE OF s`,
      [hash],
    );
  }

  async rotate(session: SessionRow, refreshHash: string, now: Date): Promise<void> {
    await this.db.execute(`UPDATE session SET refresh_hash = $2, previous_hash = $3, rotated_at = $4 WHERE id = $1`, [
      session.id, refreshHash, session.refreshHash, now,
    ]);
    await this.db.query(`INSERT INTO retired_refresh_token (hash, session_id) VALUES ($1, $2)`, [session.refreshHash, session.id]);
  }

  async end(sessionId: Uuid, reason: string, now: Date): Promise<void> {
    await this.db.execute(`UPDATE session SET ended_at = $3, end_reason = $2 WHERE id = $1 AND ended_at IS NULL`, [sessionId, reason, now]);
  }

  /** Sessions that still open something, the one used last in front. */
  async open(accountId: Uuid, now: Date, idleSince: Date): Promise<OpenSession[]> {
    return this.db.query(
      `SELECT id, created_at AS since, rotated_at AS "lastUsedAt", user_agent AS "userAgent", ip FROM session
       WHERE account_id = $1 AND ended_at IS NULL AND expires_at > $2 AND rotated_at > $3 ORDER BY rotated_at DESC, id LIMIT 100`,
      [accountId, now, idleSince],
    );
  }

  /** @returns false when it is not theirs or over already. */
  async endOwn(accountId: Uuid, sessionId: Uuid, now: Date): Promise<boolean> {
    const sql = `UPDATE session SET ended_at = $3, end_reason = 'ended-by-owner' WHERE id = $1 AND account_id = $2 AND ended_at IS NULL`;
    return (await this.db.execute(sql, [sessionId, accountId, now])) === 1;
  }

  /** All but the one to keep. @returns the ids of those ended. */
  async endOthers(accountId: Uuid, keep: Uuid | null, reason: string, now: Date): Promise<Uuid[]> {
    const rows = await this.db.query<{ id: Uuid }>(
      `UPDATE session SET ended_at = $4, end_reason = $3 WHERE account_id = $1 AND ($2::uuid IS NULL OR id <> $2) AND ended_at IS NULL RETURNING id`,
      [accountId, keep, reason, now],
    );
    return rows.map((row) => row.id);
  }
}
