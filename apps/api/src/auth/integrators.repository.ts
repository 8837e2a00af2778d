import { Injectable } from '@nestjs/common';
import type { IntegratorScope } from '@ekinerja/contracts/access';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { Integrator } from '@ekinerja/contracts/integrators';
import { Database } from '../platform/database/database.js';

export interface KeyHolder {
  keyId: Uuid;
  accountId: Uuid;
  username: string;
  name: string;
  scopes: IntegratorScope[];
  lastUsedAt: Date | null;
}

interface IntegratorRow extends Omit<Integrator, 'createdAt' | 'revokedAt'> {
  createdAt: Date;
  revokedAt: Date | null;
}

@Injectable()
export class IntegratorsRepository {
  constructor(private readonly db: Database) {}

  /** Null for a key that is unknown, past or revoked: asked at every request, so that a revocation counts at once. */
  async behindKey(hash: string, now: Date): Promise<KeyHolder | null> {
    return this.db.one(
      `SELECT k.id AS "keyId", a.id AS "accountId", a.username, i.name, i.scopes, k.last_used_at AS "lastUsedAt"
       FROM integrator_key k JOIN integrator i ON i.id = k.integrator_id JOIN account a ON a.id = i.account_id
       WHERE k.hash = $1 AND k.expires_at > $2 AND i.revoked_at IS NULL AND a.disabled_at IS NULL`,
      [hash, now],
    );
  }

  async used(keyId: Uuid, at: Date, ip: string): Promise<void> {
    await this.db.execute(`UPDATE integrator_key SET last_used_at = $2, last_ip = $3 WHERE id = $1`, [keyId, at, ip]);
  }

  async insert(integrator: { accountId: Uuid; name: string; purpose: string; scopes: IntegratorScope[]; by: Uuid; at: Date }): Promise<Uuid> {
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO integrator (account_id, name, purpose, scopes, created_by, created_at) VALUES ($1,$2,$3,$4,$5,$6) RETURNING id`,
      [integrator.accountId, integrator.name, integrator.purpose, integrator.scopes, integrator.by, integrator.at],
    );
    return row!.id;
  }

  async insertKey(integratorId: Uuid, key: { hash: string; hint: string; at: Date; expiresAt: Date }): Promise<void> {
    await this.db.query(`INSERT INTO integrator_key (integrator_id, hash, hint, created_at, expires_at) VALUES ($1,$2,$3,$4,$5)`, [
      integratorId, key.hash, key.hint, key.at, key.expiresAt,
    ]);
  }

  async endKeys(integratorId: Uuid, at: Date): Promise<void> {
    await this.db.execute(`UPDATE integrator_key SET expires_at = $2 WHERE integrator_id = $1 AND expires_at > $2`, [integratorId, at]);
  }

  async lockOpen(id: Uuid): Promise<boolean> {
    return (await this.db.one(`SELECT 1 FROM integrator WHERE id = $1 AND revoked_at IS NULL FOR UPDATE`, [id])) !== null;
  }

  async revoke(id: Uuid, at: Date): Promise<void> {
    await this.db.execute(`UPDATE integrator SET revoked_at = $2 WHERE id = $1`, [id, at]);
  }

  async list(now: Date, id: Uuid | null): Promise<Integrator[]> {
    const rows = await this.db.query<IntegratorRow>(
      `SELECT i.id, i.name, i.purpose, i.scopes, i.created_at AS "createdAt", i.revoked_at AS "revokedAt",
              coalesce(nullif(person_display_name(p), ''), c.username) AS "createdBy",
              coalesce((SELECT jsonb_agg(jsonb_build_object('id', k.id, 'hint', k.hint, 'createdAt', k.created_at, 'expiresAt', k.expires_at,
                                                            'lastUsedAt', k.last_used_at, 'lastIp', k.last_ip) ORDER BY k.created_at DESC, k.id)
                        FROM integrator_key k WHERE k.integrator_id = i.id AND k.expires_at > $1), '[]') AS keys
       FROM integrator i JOIN account c ON c.id = i.created_by LEFT JOIN person p ON p.id = c.person_id
       WHERE $2::uuid IS NULL OR i.id = $2 ORDER BY i.revoked_at IS NOT NULL, lower(i.name), i.id`,
      [now, id],
    );
    return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), revokedAt: row.revokedAt?.toISOString() ?? null }));
  }
}
