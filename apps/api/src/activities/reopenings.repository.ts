import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { Database } from '../platform/database/database.js';

export interface ReopeningRow {
  id: Uuid;
  employmentId: Uuid;
  skpdId: Uuid;
  personName: string;
  from: IsoDate;
  to: IsoDate;
  until: IsoDate;
  reason: string;
  grantedBy: string;
  grantedAt: Date;
  revokedAt: Date | null;
}

const SELECT = `
  SELECT g.id, g.employment_id AS "employmentId", g.skpd_id AS "skpdId", person_display_name(p) AS "personName", g.from_date AS "from", g.to_date AS "to", g.until,
         g.reason, g.granted_by AS "grantedBy", g.granted_at AS "grantedAt", g.revoked_at AS "revokedAt"
  FROM entry_reopening g JOIN employment e ON e.id = g.employment_id JOIN person p ON p.id = e.person_id`;

/** Days of a person opened again after their window. */
@Injectable()
export class ReopeningsRepository {
  constructor(private readonly db: Database) {}

  async opensAgain(employmentId: Uuid, date: IsoDate, today: IsoDate): Promise<boolean> {
    const row = await this.db.one(
      `SELECT 1 FROM entry_reopening WHERE employment_id = $1 AND $2::date BETWEEN from_date AND to_date AND until >= $3::date AND revoked_at IS NULL LIMIT 1`,
      [employmentId, date, today],
    );
    return row !== null;
  }

  /** Days of a stretch that stand open again today. */
  async openDays(employmentId: Uuid, from: IsoDate, to: IsoDate, today: IsoDate): Promise<IsoDate[]> {
    const rows = await this.db.query<{ date: IsoDate }>(
      `SELECT DISTINCT d::date AS date FROM entry_reopening g, generate_series(greatest(g.from_date, $2::date), least(g.to_date, $3::date), interval '1 day') d
       WHERE g.employment_id = $1 AND g.until >= $4::date AND g.revoked_at IS NULL ORDER BY 1`,
      [employmentId, from, to, today],
    );
    return rows.map(({ date }) => date);
  }

  find(id: Uuid): Promise<ReopeningRow | null> {
    return this.db.one<ReopeningRow>(`${SELECT} WHERE g.id = $1`, [id]);
  }

  /** @param skpdIds null: everywhere */
  list(q: { skpdIds: Uuid[] | null; employmentId: Uuid | null; after: { at: string | null; id: Uuid } | null; limit: number }): Promise<ReopeningRow[]> {
    return this.db.query<ReopeningRow>(
      `${SELECT} WHERE ($1::uuid[] IS NULL OR g.skpd_id = ANY($1::uuid[])) AND ($2::uuid IS NULL OR g.employment_id = $2)
         AND ($3::timestamptz IS NULL OR (g.granted_at, g.id) < ($3::timestamptz, $4::uuid))
       ORDER BY g.granted_at DESC, g.id DESC LIMIT $5`,
      [q.skpdIds, q.employmentId, q.after?.at ?? null, q.after?.id ?? null, q.limit],
    );
  }

  /** @returns false where the id stands already */
  async add(row: {
    id: Uuid; employmentId: Uuid; skpdId: Uuid; from: IsoDate; to: IsoDate; until: IsoDate; reason: string; by: string; accountId: Uuid; at: Date;
  }): Promise<boolean> {
    const made = await this.db.query(
      `INSERT INTO entry_reopening (id, employment_id, skpd_id, from_date, to_date, until, reason, granted_by, granted_by_account, granted_at)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [row.id, row.employmentId, row.skpdId, row.from, row.to, row.until, row.reason, row.by, row.accountId, row.at],
    );
    return made.length === 1;
  }

  async revoke(id: Uuid, at: Date): Promise<void> {
    await this.db.execute(`UPDATE entry_reopening SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL`, [id, at]);
  }
}
