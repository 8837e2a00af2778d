import { Injectable } from '@nestjs/common';
import type { GrantedRole } from '@ekinerja/contracts/access';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { Database } from '../platform/database/database.js';

export interface AccountRow {
  id: Uuid;
  username: string;
  passwordHash: string;
  disabled: boolean;
  /** Set while the password is a one-time code. */
  codeExpiresAt: Date | null;
}

export interface NewAccountRow {
  id: Uuid;
  personId: Uuid | null;
  username: string;
  passwordHash: string;
  mustChange: boolean;
}

export interface NewRoleRow {
  accountId: Uuid;
  role: GrantedRole;
  unitId: Uuid | null;
  from: IsoDate;
  to: IsoDate | null;
  grantedBy: Uuid | null;
  reason: string;
}

/** Who is behind a session right now. */
export interface SessionIdentity {
  accountId: Uuid;
  username: string;
  mustChangePassword: boolean;
  personId: Uuid | null;
  personName: string | null;
  roles: { role: GrantedRole; unitId: Uuid | null }[];
}

@Injectable()
export class AccountsRepository {
  constructor(private readonly db: Database) {}

  /** By the NIP in force of the person behind it, or by user name. */
  async findBySignInName(name: string, today: IsoDate): Promise<AccountRow | null> {
    return this.db.one<AccountRow>(
      `SELECT a.id, a.username, a.password_hash AS "passwordHash", a.disabled_at IS NOT NULL AS disabled, a.code_expires_at AS "codeExpiresAt"
       FROM account a
       WHERE a.username = $1
          OR a.person_id = (SELECT e.person_id FROM employment_nip n JOIN employment e ON e.id = n.employment_id
                            WHERE n.nip = $1 AND n.valid_from <= $2 AND (n.valid_to IS NULL OR n.valid_to >= $2))
       ORDER BY a.username = $1 LIMIT 1`,
      [name, today],
    );
  }

  async get(accountId: Uuid): Promise<(AccountRow & { nips: string[] }) | null> {
    return this.db.one(
      `SELECT a.id, a.username, a.password_hash AS "passwordHash", a.disabled_at IS NOT NULL AS disabled, a.code_expires_at AS "codeExpiresAt",
              ARRAY(SELECT n.nip FROM employment_nip n JOIN employment e ON e.id = n.employment_id WHERE e.person_id = a.person_id) AS nips
       FROM account a WHERE a.id = $1`,
      [accountId],
    );
  }

  async setPassword(accountId: Uuid, passwordHash: string): Promise<void> {
    await this.db.execute(`UPDATE account SET password_hash = $2, must_change_password = false, code_expires_at = NULL WHERE id = $1`, [accountId, passwordHash]);
  }

  /** Null when the session has ended, is past its day or has been idle too long, or the account is disabled. */
  async behindSession(sessionId: Uuid, now: Date, idleSince: Date, today: IsoDate): Promise<SessionIdentity | null> {
    return this.db.one<SessionIdentity>(
      `SELECT a.id AS "accountId", a.username, a.must_change_password AS "mustChangePassword", a.person_id AS "personId",
              CASE WHEN p.id IS NOT NULL THEN person_display_name(p) END AS "personName",
              coalesce((SELECT jsonb_agg(jsonb_build_object('role', r.role, 'unitId', r.unit_id) ORDER BY r.role, r.unit_id)
                        FROM account_role r WHERE r.account_id = a.id AND r.valid_from <= $4 AND (r.valid_to IS NULL OR r.valid_to >= $4)), '[]') AS roles
       FROM session s JOIN account a ON a.id = s.account_id LEFT JOIN person p ON p.id = a.person_id
       WHERE s.id = $1 AND s.ended_at IS NULL AND s.expires_at > $2 AND s.rotated_at > $3 AND a.disabled_at IS NULL`,
      [sessionId, now, idleSince, today],
    );
  }

  async insert(accounts: NewAccountRow[], roles: NewRoleRow[], at: Date): Promise<void> {
    await this.db.query(
      `INSERT INTO account (id, person_id, username, password_hash, must_change_password, created_at)
       SELECT a.id, a."personId", a.username, a."passwordHash", a."mustChange", $2
       FROM jsonb_to_recordset($1::jsonb) AS a(id uuid, "personId" uuid, username text, "passwordHash" text, "mustChange" boolean)`,
      [JSON.stringify(accounts), at],
    );
    await this.db.query(
      `INSERT INTO account_role (account_id, role, unit_id, valid_from, valid_to, granted_by, reason)
       SELECT r."accountId", r.role, r."unitId", r."from", r."to", r."grantedBy", r.reason
       FROM jsonb_to_recordset($1::jsonb) AS r("accountId" uuid, role text, "unitId" uuid, "from" date, "to" date, "grantedBy" uuid, reason text)`,
      [JSON.stringify(roles)],
    );
  }
}
