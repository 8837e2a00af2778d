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

export interface AccountDetail extends AccountRow {
  passwordChangedAt: Date | null;
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
  hasSecondFactor: boolean;
  personId: Uuid | null;
  personName: string | null;
  roles: { role: GrantedRole; unitId: Uuid | null }[];
}

/** The account `a` with its person and the roles of the day `$1`; `elsewhere`: whether this session had its second factor from the government's identity server. */
const IDENTITY = (elsewhere: string) => `
  SELECT a.id AS "accountId", a.username, a.must_change_password AS "mustChangePassword",
         ${elsewhere} OR EXISTS (SELECT 1 FROM second_factor f WHERE f.account_id = a.id AND f.confirmed_at IS NOT NULL) AS "hasSecondFactor", a.person_id AS "personId",
         CASE WHEN p.id IS NOT NULL THEN person_display_name(p) END AS "personName",
         coalesce((SELECT jsonb_agg(jsonb_build_object('role', r.role, 'unitId', r.unit_id) ORDER BY r.role, r.unit_id)
                   FROM account_role r WHERE r.account_id = a.id AND r.valid_from <= $1 AND (r.valid_to IS NULL OR r.valid_to >= $1)
                     -- Whoever has left the service keeps the account, to read the own slips, but no granted role.
                     AND (a.person_id IS NULL OR EXISTS (SELECT 1 FROM employment e WHERE e.person_id = a.person_id
                                                         AND e.valid_from <= $1 AND (e.valid_to IS NULL OR e.valid_to >= $1)))), '[]') AS roles
  FROM account a LEFT JOIN person p ON p.id = a.person_id`;

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

  async get(accountId: Uuid): Promise<AccountDetail | null> {
    return this.db.one(
      `SELECT a.id, a.username, a.password_hash AS "passwordHash", a.disabled_at IS NOT NULL AS disabled, a.code_expires_at AS "codeExpiresAt",
              a.password_changed_at AS "passwordChangedAt"
       FROM account a WHERE a.id = $1`,
      [accountId],
    );
  }

  /** What a password must not be made of: user name, name, every NIP. */
  async namesOf(accountId: Uuid): Promise<string[]> {
    const rows = await this.db.query<{ name: string }>(
      `SELECT a.username AS name FROM account a WHERE a.id = $1
       UNION SELECT p.name FROM account a JOIN person p ON p.id = a.person_id WHERE a.id = $1
       UNION SELECT n.nip FROM account a JOIN employment e ON e.person_id = a.person_id JOIN employment_nip n ON n.employment_id = e.id WHERE a.id = $1`,
      [accountId],
    );
    return rows.map(({ name }) => name);
  }

  /** Granted roles of a day, of somebody who has no session yet. */
  async rolesOf(accountId: Uuid, today: IsoDate): Promise<{ role: GrantedRole }[]> {
    return this.db.query(`SELECT DISTINCT role FROM account_role WHERE account_id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)`, [accountId, today]);
  }

  async setPassword(accountId: Uuid, passwordHash: string, at: Date): Promise<void> {
    await this.db.execute(
      `UPDATE account SET password_hash = $2, must_change_password = false, code_expires_at = NULL, password_changed_at = $3 WHERE id = $1`,
      [accountId, passwordHash, at],
    );
  }

  /** Null when the session has ended, is past its day or has been idle too long, or the account is disabled. */
  async behindSession(sessionId: Uuid, now: Date, idleSince: Date, today: IsoDate): Promise<SessionIdentity | null> {
    return this.db.one<SessionIdentity>(
      `${IDENTITY('s.second_factor_elsewhere')} JOIN session s ON s.account_id = a.id
       WHERE s.id = $2 AND s.ended_at IS NULL AND s.expires_at > $3 AND s.rotated_at > $4 AND a.disabled_at IS NULL`,
      [today, sessionId, now, idleSince],
    );
  }

  /** The same of an account without a session of its own. */
  async behindAccount(accountId: Uuid, today: IsoDate): Promise<SessionIdentity | null> {
    return this.db.one<SessionIdentity>(`${IDENTITY('false')} WHERE a.id = $2 AND a.disabled_at IS NULL`, [today, accountId]);
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
