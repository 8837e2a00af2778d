import { Injectable } from '@nestjs/common';
import type { Citation, Predicate, Uuid } from '@ekinerja/contracts/basics';
import type { CaseDocument, Reward, RewardPool } from '@ekinerja/contracts/follow-up';
import { Database } from '../platform/database/database.js';

export type RewardRow = Omit<Reward, 'givenAt' | 'endedAt'> & { givenAt: Date; endedAt: Date | null };

const SELECT = `SELECT r.id, r.employment_id AS "employmentId", person_display_name(p) AS "personName", n.nip, s.post AS "postName", s.unit AS "unitName", r.pool, r.name,
  r.year, r.predicate, r.note, r.document, r.given_at AS "givenAt", r.given_by AS "givenBy", r.ended_at AS "endedAt", r.end_reason AS "endReason", r.cite, r.version
  FROM reward r JOIN employment e ON e.id = r.employment_id JOIN person p ON p.id = e.person_id
  LEFT JOIN LATERAL (SELECT nip FROM employment_nip n WHERE n.employment_id = e.id ORDER BY n.valid_from DESC LIMIT 1) n ON true
  LEFT JOIN LATERAL (
    SELECT po.name AS post, u.name AS unit, u.skpd_id FROM assignment a JOIN post po ON po.id = a.post_id JOIN unit u ON u.id = po.unit_id
    WHERE a.employment_id = e.id AND a.kind = 'definitive' ORDER BY a.valid_from DESC LIMIT 1
  ) s ON true`;

@Injectable()
export class RewardsRepository {
  constructor(private readonly db: Database) {}

  list(q: { skpdIds: Uuid[] | null; people: Uuid[]; pool: RewardPool | null; after: { at: string; id: Uuid } | null; limit: number }): Promise<RewardRow[]> {
    return this.db.query<RewardRow>(
      `${SELECT} WHERE ($1::uuid[] IS NULL OR s.skpd_id = ANY($1::uuid[]) OR r.employment_id = ANY($2::uuid[])) AND ($3::text IS NULL OR r.pool = $3)
         AND ($4::timestamptz IS NULL OR (date_trunc('milliseconds', r.given_at), r.id) < ($4::timestamptz, $5::uuid))
       ORDER BY date_trunc('milliseconds', r.given_at) DESC, r.id DESC LIMIT $6`,
      [q.skpdIds, q.people, q.pool, q.after?.at ?? null, q.after?.id ?? null, q.limit],
    );
  }

  find(id: Uuid): Promise<RewardRow | null> {
    return this.db.one<RewardRow>(`${SELECT} WHERE r.id = $1`, [id]);
  }

  async lock(id: Uuid): Promise<RewardRow | null> {
    await this.db.query(`SELECT id FROM reward WHERE id = $1 FOR UPDATE`, [id]);
    return this.find(id);
  }

  async insert(r: { employmentId: Uuid; pool: RewardPool; name: string; year: number; predicate: Predicate | null; note: string; document: CaseDocument | null; cite: Citation | null; givenBy: string }, at: Date): Promise<Uuid | null> {
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO reward (employment_id, pool, name, year, predicate, note, document, cite, given_at, given_by) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)
       ON CONFLICT DO NOTHING RETURNING id`,
      [r.employmentId, r.pool, r.name, r.year, r.predicate, r.note, r.document && JSON.stringify(r.document), r.cite && JSON.stringify(r.cite), at, r.givenBy],
    );
    return row?.id ?? null;
  }

  async end(id: Uuid, reason: string, at: Date): Promise<void> {
    await this.db.execute(`UPDATE reward SET ended_at = $2, end_reason = $3, version = version + 1 WHERE id = $1`, [id, at, reason]);
  }

  /** The annual predicate of the year, on which a reward rests. */
  async annualPredicate(employmentId: Uuid, year: number): Promise<Predicate | null> {
    const row = await this.db.one<{ predicate: Predicate }>(`SELECT predicate FROM evaluation WHERE employment_id = $1 AND kind = 'annual' AND left(month, 4) = $2::text`, [employmentId, year]);
    return row?.predicate ?? null;
  }
}
