import { Injectable } from '@nestjs/common';
import { GRANTED_ROLES, type GrantedRole } from '@ekinerja/contracts/access';
import type { IsoDate, PostKind, Uuid } from '@ekinerja/contracts/basics';
import type { RoleGrant } from '@ekinerja/contracts/setup';
import { Database } from '../platform/database/database.js';

/** Grants and endings one after the other; the database takes the same lock where it counts superadmins. */
const ROLES_LOCK = 7_310_660;

export interface GrantRow extends Omit<RoleGrant, 'warning'> {
  accountId: Uuid;
  endedAt: Date | null;
  endedBy: string | null;
  endReason: string | null;
  /** Of the definitive post today, for what the regulation expects of the holder. */
  postKind: PostKind | null;
  unitNames: string[];
}

export interface AccountLine {
  username: string;
  personName: string;
  nip: string | null;
  skpdName: string | null;
  closed: boolean;
  mustChange: boolean;
  secondFactor: boolean;
  lastSignIn: IsoDate | null;
}

export interface Grantee {
  accountId: Uuid;
  personId: Uuid;
}

export interface NewGrant {
  accountId: Uuid;
  role: GrantedRole;
  unitId: Uuid | null;
  from: IsoDate;
  to: IsoDate | null;
  grantedBy: Uuid;
  reason: string;
  letterNumber: string | null;
  letterDate: IsoDate | null;
}

@Injectable()
export class RolesRepository {
  constructor(private readonly db: Database) {}

  async lock(): Promise<void> {
    await this.db.query(`SELECT pg_advisory_xact_lock($1)`, [ROLES_LOCK]);
  }

  async grantee(employmentId: Uuid, today: IsoDate): Promise<Grantee | null> {
    return this.db.one(
      `SELECT a.id AS "accountId", a.person_id AS "personId" FROM account a JOIN employment e ON e.person_id = a.person_id
       WHERE e.id = $1 AND a.disabled_at IS NULL AND e.valid_from <= $2 AND (e.valid_to IS NULL OR e.valid_to >= $2)`,
      [employmentId, today],
    );
  }

  async isSkpd(unitId: Uuid): Promise<boolean> {
    return (await this.db.one(`SELECT 1 FROM unit WHERE id = $1 AND skpd_id = id`, [unitId])) !== null;
  }

  async overlaps(grant: NewGrant): Promise<boolean> {
    const found = await this.db.one(
      `SELECT 1 FROM account_role WHERE account_id = $1 AND role = $2 AND unit_id IS NOT DISTINCT FROM $3::uuid
         AND daterange(valid_from, greatest(valid_to, valid_from), '[]') && daterange($4::date, $5::date, '[]') AND (valid_to IS NULL OR valid_to >= valid_from) LIMIT 1`,
      [grant.accountId, grant.role, grant.unitId, grant.from, grant.to],
    );
    return found !== null;
  }

  async insert(grant: NewGrant): Promise<Uuid> {
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO account_role (account_id, role, unit_id, valid_from, valid_to, granted_by, reason, letter_number, letter_date)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9) RETURNING id`,
      [grant.accountId, grant.role, grant.unitId, grant.from, grant.to, grant.grantedBy, grant.reason, grant.letterNumber, grant.letterDate],
    );
    return row!.id;
  }

  async end(id: Uuid, lastDay: IsoDate, by: Uuid, at: Date, reason: string): Promise<void> {
    await this.db.execute(`UPDATE account_role SET valid_to = $2, ended_by = $3, ended_at = $4, end_reason = $5 WHERE id = $1`, [id, lastDay, by, at, reason]);
  }

  /** In force today or later, or all that somebody ever held. */
  async list(today: IsoDate, only: { id?: Uuid; personId?: Uuid }): Promise<GrantRow[]> {
    return this.db.query(
      `SELECT r.id, r.account_id AS "accountId", e.id AS "employmentId", coalesce(nullif(person_display_name(p), ''), a.username) AS "personName", r.role,
              r.unit_id AS "unitId", u.name AS "unitName", r.valid_from AS "validFrom", r.valid_to AS "validTo", r.reason,
              coalesce(nullif(person_display_name(gp), ''), g.username) AS "grantedBy", r.letter_number AS "letterNumber", r.letter_date AS "letterDate",
              r.ended_at AS "endedAt", coalesce(nullif(person_display_name(xp), ''), x.username) AS "endedBy", r.end_reason AS "endReason",
              h.kind AS "postKind", coalesce(h.units, '{}') AS "unitNames"
       FROM account_role r JOIN account a ON a.id = r.account_id LEFT JOIN person p ON p.id = a.person_id
       LEFT JOIN LATERAL (SELECT e.id FROM employment e WHERE e.person_id = p.id AND e.valid_from <= $1 AND (e.valid_to IS NULL OR e.valid_to >= $1)
                          ORDER BY e.valid_from DESC LIMIT 1) e ON true
       LEFT JOIN LATERAL (
         SELECT po.kind, ARRAY(
           WITH RECURSIVE above AS (
             SELECT w.id, w.name, w.parent_id, w.skpd_id, 0 AS height FROM unit w WHERE w.id = po.unit_id
             UNION ALL SELECT w.id, w.name, w.parent_id, w.skpd_id, above.height + 1 FROM unit w JOIN above ON w.id = above.parent_id WHERE above.id <> above.skpd_id)
           SELECT name FROM above ORDER BY height) AS units
         FROM assignment s JOIN post po ON po.id = s.post_id
         WHERE s.employment_id = e.id AND s.kind = 'definitive' AND s.valid_from <= $1 AND (s.valid_to IS NULL OR s.valid_to >= $1) LIMIT 1) h ON true
       LEFT JOIN unit u ON u.id = r.unit_id
       LEFT JOIN account g ON g.id = r.granted_by LEFT JOIN person gp ON gp.id = g.person_id
       LEFT JOIN account x ON x.id = r.ended_by LEFT JOIN person xp ON xp.id = x.person_id
       WHERE ($2::uuid IS NULL OR r.id = $2) AND CASE WHEN $3::uuid IS NULL THEN (r.valid_to IS NULL OR r.valid_to >= $1) AND a.disabled_at IS NULL ELSE a.person_id = $3 END
       ORDER BY CASE WHEN $3::uuid IS NOT NULL THEN r.valid_from END DESC, array_position($4::text[], r.role), r.valid_from > $1,
                u.name NULLS FIRST, "personName", r.id`,
      [today, only.id ?? null, only.personId ?? null, GRANTED_ROLES],
    );
  }

  /** Every account with whose it is. */
  accounts(today: IsoDate, zone: string): Promise<AccountLine[]> {
    return this.db.query(
      `SELECT a.username, coalesce(nullif(person_display_name(p), ''), a.username) AS "personName", n.nip, s.name AS "skpdName", a.disabled_at IS NOT NULL AS closed,
              a.must_change_password AS "mustChange", f.confirmed_at IS NOT NULL AS "secondFactor", l.day AS "lastSignIn"
       FROM account a LEFT JOIN person p ON p.id = a.person_id
       LEFT JOIN LATERAL (SELECT e.id FROM employment e WHERE e.person_id = p.id ORDER BY e.valid_from DESC LIMIT 1) e ON true
       LEFT JOIN LATERAL (SELECT nip FROM employment_nip n WHERE n.employment_id = e.id ORDER BY n.valid_from DESC LIMIT 1) n ON true
       LEFT JOIN assignment h ON h.employment_id = e.id AND h.kind = 'definitive' AND h.valid_from <= $1 AND (h.valid_to IS NULL OR h.valid_to >= $1)
       LEFT JOIN post po ON po.id = h.post_id LEFT JOIN unit u ON u.id = po.unit_id LEFT JOIN unit s ON s.id = u.skpd_id
       LEFT JOIN second_factor f ON f.account_id = a.id
       LEFT JOIN LATERAL (SELECT to_char(max(x.created_at) AT TIME ZONE $2, 'YYYY-MM-DD') AS day FROM session x WHERE x.account_id = a.id) l ON true
       ORDER BY "personName", a.username`,
      [today, zone],
    );
  }

  async person(employmentId: Uuid): Promise<{ personId: Uuid; personName: string; username: string | null } | null> {
    return this.db.one(
      `SELECT p.id AS "personId", person_display_name(p) AS "personName", a.username FROM employment e JOIN person p ON p.id = e.person_id
       LEFT JOIN account a ON a.person_id = p.id WHERE e.id = $1`,
      [employmentId],
    );
  }

  /** People in service who hold a granted role for an SKPD, or everywhere, on a day. */
  async holders(role: GrantedRole, skpdId: Uuid | null, today: IsoDate): Promise<Uuid[]> {
    const rows = await this.db.query<{ id: Uuid }>(
      `SELECT DISTINCT e.id FROM account_role r JOIN account a ON a.id = r.account_id AND a.disabled_at IS NULL
       JOIN employment e ON e.person_id = a.person_id AND e.valid_from <= $3 AND (e.valid_to IS NULL OR e.valid_to >= $3)
       WHERE r.role = $1 AND (r.unit_id IS NULL OR r.unit_id = $2) AND r.valid_from <= $3 AND (r.valid_to IS NULL OR r.valid_to >= $3)`,
      [role, skpdId, today],
    );
    return rows.map(({ id }) => id);
  }

  async openSessions(accountId: Uuid): Promise<Uuid[]> {
    const rows = await this.db.query<{ id: Uuid }>(`SELECT id FROM session WHERE account_id = $1 AND ended_at IS NULL`, [accountId]);
    return rows.map(({ id }) => id);
  }
}
