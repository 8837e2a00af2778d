import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { CreatePostRequest, PostClass, PostState } from '@ekinerja/contracts/units-and-posts';
import { Database } from '../platform/database/database.js';

export type PostValues = Omit<CreatePostRequest, 'class' | 'validFrom' | 'reason'>;

export interface PostRecord extends PostValues {
  id: Uuid;
  validFrom: IsoDate;
  validTo: IsoDate | null;
  version: number;
  /** Since when it is as it is. */
  since: IsoDate;
  skpdId: Uuid | null;
}

const RECORD = `
  SELECT p.id, p.unit_id AS "unitId", p.name, p.kind, p.level, p.superior_post_id AS "superiorPostId", p.leader, p.seats,
         p.standing_delegate AS "standingDelegate", p.valid_from AS "validFrom", p.valid_to AS "validTo", p.version, u.skpd_id AS "skpdId",
         coalesce((SELECT max(h.valid_to) + 1 FROM post_history h WHERE h.post_id = p.id), p.valid_from) AS since
  FROM post p JOIN unit u ON u.id = p.unit_id`;

/** Posts one at a time, and what they were. */
@Injectable()
export class PostsRepository {
  constructor(private readonly db: Database) {}

  async find(id: Uuid): Promise<PostRecord | null> {
    return this.db.one<PostRecord>(`${RECORD} WHERE p.id = $1`, [id]);
  }

  async lock(id: Uuid): Promise<PostRecord | null> {
    return this.db.one<PostRecord>(`${RECORD} WHERE p.id = $1 FOR UPDATE OF p`, [id]);
  }

  async history(id: Uuid): Promise<PostState[]> {
    return this.db.query<PostState>(
      `SELECT s.name, s.kind, s.level, u.name AS "unitName", up.name AS "superiorPostName", s.leader, s.seats, s.standing_delegate AS "standingDelegate",
              s.valid_from AS "validFrom", s.valid_to AS "validTo"
       FROM (
         SELECT name, kind, level, unit_id, superior_post_id, leader, seats, standing_delegate, valid_from, valid_to FROM post_history WHERE post_id = $1
         UNION ALL SELECT p.name, p.kind, p.level, p.unit_id, p.superior_post_id, p.leader, p.seats, p.standing_delegate,
                          coalesce((SELECT max(h.valid_to) + 1 FROM post_history h WHERE h.post_id = p.id), p.valid_from), p.valid_to
         FROM post p WHERE p.id = $1
       ) s JOIN unit u ON u.id = s.unit_id LEFT JOIN post up ON up.id = s.superior_post_id ORDER BY s.valid_from DESC`,
      [id],
    );
  }

  async classes(id: Uuid): Promise<PostClass[]> {
    return this.db.query<PostClass>(
      `SELECT class, decree, valid_from AS "validFrom", valid_to AS "validTo" FROM post_class WHERE post_id = $1 ORDER BY valid_from DESC`,
      [id],
    );
  }

  /** Whether `above` is the post itself or stands under it: then it can be no superior of it. */
  async standsUnder(above: Uuid, id: Uuid): Promise<boolean> {
    const row = await this.db.one(
      `WITH RECURSIVE up AS (
         SELECT id, superior_post_id, 1 AS height FROM post WHERE id = $1
         UNION ALL SELECT p.id, p.superior_post_id, up.height + 1 FROM up JOIN post p ON p.id = up.superior_post_id WHERE up.height < 50
       ) SELECT 1 FROM up WHERE id = $2 LIMIT 1`,
      [above, id],
    );
    return row !== null;
  }

  async insert(post: PostValues & { validFrom: IsoDate; class: string | null }): Promise<Uuid> {
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO post (unit_id, name, kind, level, superior_post_id, leader, seats, standing_delegate, valid_from) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9) RETURNING id`,
      [post.unitId, post.name, post.kind, post.level, post.superiorPostId, post.leader, post.seats, post.standingDelegate, post.validFrom],
    );
    if (post.class !== null) await this.db.query(`INSERT INTO post_class (post_id, class, valid_from) VALUES ($1, $2, $3)`, [row!.id, post.class, post.validFrom]);
    return row!.id;
  }

  /** What it has been until the day before goes into its history, unless it begins that very day. */
  async change(before: PostRecord, values: PostValues, from: IsoDate): Promise<void> {
    await this.db.query(
      `INSERT INTO post_history (post_id, unit_id, name, kind, level, superior_post_id, leader, seats, standing_delegate, valid_from, valid_to)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::date - 1 WHERE $10::date < $11::date`,
      [
        before.id, before.unitId, before.name, before.kind, before.level, before.superiorPostId, before.leader, before.seats, before.standingDelegate,
        before.since, from,
      ],
    );
    await this.db.execute(
      `UPDATE post SET unit_id = $2, name = $3, kind = $4, level = $5, superior_post_id = $6, leader = $7, seats = $8, standing_delegate = $9,
              version = version + 1 WHERE id = $1`,
      [before.id, values.unitId, values.name, values.kind, values.level, values.superiorPostId, values.leader, values.seats, values.standingDelegate],
    );
  }

  async changeClass(id: Uuid, value: string, decree: string | null, from: IsoDate): Promise<void> {
    await this.db.execute(`UPDATE post_class SET valid_to = $2::date - 1 WHERE post_id = $1 AND valid_from < $2 AND (valid_to IS NULL OR valid_to >= $2)`, [id, from]);
    await this.db.query(
      `INSERT INTO post_class (post_id, class, valid_from, decree) VALUES ($1, $2, $3, $4)
       ON CONFLICT (post_id, valid_from) DO UPDATE SET class = excluded.class, decree = excluded.decree`,
      [id, value, from, decree],
    );
    await this.db.execute(`UPDATE post SET version = version + 1 WHERE id = $1`, [id]);
  }

  async close(id: Uuid, lastDay: IsoDate): Promise<void> {
    await this.db.execute(`UPDATE post SET valid_to = $2, version = version + 1 WHERE id = $1`, [id, lastDay]);
  }

  /** Somebody who holds it, or a post under it, after a day. */
  async standing(id: Uuid, day: IsoDate): Promise<{ what: 'holder' | 'post'; name: string } | null> {
    return this.db.one(
      `SELECT 'holder' AS what, person_display_name(p) AS name FROM assignment a JOIN employment e ON e.id = a.employment_id JOIN person p ON p.id = e.person_id
       WHERE a.post_id = $1 AND (a.valid_to IS NULL OR a.valid_to > $2)
       UNION ALL SELECT 'post', name FROM post WHERE superior_post_id = $1 AND (valid_to IS NULL OR valid_to > $2) LIMIT 1`,
      [id, day],
    );
  }

  /** Most definitive holders on any day from a day on. */
  async mostHolders(id: Uuid, from: IsoDate): Promise<number> {
    const row = await this.db.one<{ most: number }>(
      `SELECT coalesce(max(seat), 0)::int AS most FROM assignment WHERE post_id = $1 AND kind = 'definitive' AND (valid_to IS NULL OR valid_to >= $2)`,
      [id, from],
    );
    return row?.most ?? 0;
  }

  /** Whose pay or superior the post decides from a day on: its definitive holders. */
  async holdersSince(id: Uuid, from: IsoDate): Promise<Uuid[]> {
    const rows = await this.db.query<{ id: Uuid }>(
      `SELECT DISTINCT employment_id AS id FROM assignment WHERE post_id = $1 AND kind = 'definitive' AND (valid_to IS NULL OR valid_to >= $2)`,
      [id, from],
    );
    return rows.map((row) => row.id);
  }
}
