import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import { Database } from '../platform/database/database.js';

export interface SecondFactorRow {
  /** Sealed. */
  secret: string;
  confirmedAt: Date | null;
}

@Injectable()
export class SecondFactorRepository {
  constructor(private readonly db: Database) {}

  async find(accountId: Uuid): Promise<SecondFactorRow | null> {
    return this.db.one(`SELECT secret, confirmed_at AS "confirmedAt" FROM second_factor WHERE account_id = $1`, [accountId]);
  }

  /** @returns false when one is in force: it must be removed first. */
  async begin(accountId: Uuid, secret: string, at: Date): Promise<boolean> {
    const rows = await this.db.query(
      `INSERT INTO second_factor AS f (account_id, secret, begun_at) VALUES ($1, $2, $3)
       ON CONFLICT (account_id) DO UPDATE SET secret = excluded.secret, begun_at = excluded.begun_at, last_step = NULL WHERE f.confirmed_at IS NULL
       RETURNING account_id`,
      [accountId, secret, at],
    );
    return rows.length === 1;
  }

  async confirm(accountId: Uuid, at: Date): Promise<void> {
    await this.db.execute(`UPDATE second_factor SET confirmed_at = $2 WHERE account_id = $1 AND confirmed_at IS NULL`, [accountId, at]);
  }

  /** @returns false when this step, or a later one, has been taken before: of two at the same moment one is refused. */
  async takeStep(accountId: Uuid, step: number): Promise<boolean> {
    return (await this.db.execute(`UPDATE second_factor SET last_step = $2 WHERE account_id = $1 AND (last_step IS NULL OR last_step < $2)`, [accountId, step])) === 1;
  }

  async remove(accountId: Uuid): Promise<boolean> {
    await this.db.execute(`DELETE FROM second_factor_code WHERE account_id = $1`, [accountId]);
    return (await this.db.execute(`DELETE FROM second_factor WHERE account_id = $1`, [accountId])) === 1;
  }

  async replaceCodes(accountId: Uuid, hashes: string[]): Promise<void> {
    await this.db.execute(`DELETE FROM second_factor_code WHERE account_id = $1`, [accountId]);
    await this.db.query(`INSERT INTO second_factor_code (account_id, hash) SELECT $1, unnest($2::text[])`, [accountId, hashes]);
  }

  async takeCode(accountId: Uuid, hash: string, at: Date): Promise<boolean> {
    return (await this.db.execute(`UPDATE second_factor_code SET used_at = $3 WHERE account_id = $1 AND hash = $2 AND used_at IS NULL`, [accountId, hash, at])) === 1;
  }

  async codesLeft(accountId: Uuid): Promise<number> {
    const row = await this.db.one<{ left: number }>(`SELECT count(*)::int AS left FROM second_factor_code WHERE account_id = $1 AND used_at IS NULL`, [accountId]);
    return row?.left ?? 0;
  }
}
