import { Injectable } from '@nestjs/common';
import type { IsoDate, UnitKind, Uuid } from '@ekinerja/contracts/basics';
import type { UnitLine, UnitNode, UnitState } from '@ekinerja/contracts/units-and-posts';
import { Database } from '../platform/database/database.js';

export interface UnitRecord {
  id: Uuid;
  code: string;
  name: string;
  kind: UnitKind;
  parentId: Uuid | null;
  skpdId: Uuid | null;
  validFrom: IsoDate;
  validTo: IsoDate | null;
  version: number;
  /** Since when it is as it is. */
  since: IsoDate;
}
export type UnitValues = Pick<UnitRecord, 'name' | 'kind' | 'parentId'>;

const onDay = (alias: string) => `${alias}.valid_from <= $1 AND (${alias}.valid_to IS NULL OR ${alias}.valid_to >= $1)`;

const RECORD = `
  SELECT u.id, u.code, u.name, u.kind, u.parent_id AS "parentId", u.skpd_id AS "skpdId", u.valid_from AS "validFrom", u.valid_to AS "validTo", u.version,
         coalesce((SELECT max(h.valid_to) + 1 FROM unit_history h WHERE h.unit_id = u.id), u.valid_from) AS since
  FROM unit u`;

/** Units of a day as they were called and stood that day. */
const ON_DAY = `
  SELECT u.id, u.code, coalesce(h.name, u.name) AS name, coalesce(h.kind, u.kind) AS kind,
         CASE WHEN h.unit_id IS NULL THEN u.parent_id ELSE h.parent_id END AS parent_id, u.skpd_id
  FROM unit u LEFT JOIN unit_history h ON h.unit_id = u.id AND ${onDay('h')} WHERE ${onDay('u')}`;

@Injectable()
export class UnitsRepository {
  constructor(private readonly db: Database) {}

  async find(id: Uuid): Promise<UnitRecord | null> {
    return this.db.one<UnitRecord>(`${RECORD} WHERE u.id = $1`, [id]);
  }

  async lock(id: Uuid): Promise<UnitRecord | null> {
    return this.db.one<UnitRecord>(`${RECORD} WHERE u.id = $1 FOR UPDATE OF u`, [id]);
  }

  /** Below one unit; without one, the tops that a reach begins with (all SKPDs, or the government above them). */
  async nodes(date: IsoDate, parentId: Uuid | null, skpdIds: Uuid[] | null): Promise<UnitNode[]> {
    return this.db.query<UnitNode>(
      `WITH present AS (${ON_DAY}),
       shown AS (
         SELECT * FROM present WHERE CASE WHEN $2::uuid IS NOT NULL THEN parent_id = $2 WHEN $3::uuid[] IS NULL THEN parent_id IS NULL ELSE id = ANY($3) END
       )
       SELECT u.id, u.code, u.name, u.kind, u.parent_id AS "parentId", u.skpd_id AS "skpdId", u.id IS NOT DISTINCT FROM u.skpd_id AS "isSkpd",
              (SELECT count(*)::int FROM present c WHERE c.parent_id = u.id) AS children, p.posts, p.vacancies
       FROM shown u CROSS JOIN LATERAL (
         SELECT count(*)::int AS posts, coalesce(sum(greatest(coalesce(h.seats, p.seats) - (
                  SELECT count(*) FROM assignment a WHERE a.post_id = p.id AND a.kind = 'definitive' AND ${onDay('a')}), 0)), 0)::int AS vacancies
         FROM post p LEFT JOIN post_history h ON h.post_id = p.id AND ${onDay('h')} WHERE coalesce(h.unit_id, p.unit_id) = u.id AND ${onDay('p')}
       ) p
       ORDER BY u.code, u.id`,
      [date, parentId, skpdIds],
    );
  }

  /** The whole tree of a day within a reach, from the top down. */
  async all(date: IsoDate, skpdIds: Uuid[] | null): Promise<UnitLine[]> {
    return this.db.query<UnitLine>(
      `WITH RECURSIVE present AS (${ON_DAY}),
       tree AS (
         SELECT id, 0 AS depth, ARRAY[code] AS place FROM present WHERE CASE WHEN $2::uuid[] IS NULL THEN parent_id IS NULL ELSE id = ANY($2) END
         UNION ALL SELECT c.id, t.depth + 1, t.place || c.code FROM present c JOIN tree t ON c.parent_id = t.id
       ),
       seats AS (
         SELECT coalesce(h.unit_id, p.unit_id) AS unit_id, coalesce(h.seats, p.seats) AS seats,
                (SELECT count(*) FROM assignment a WHERE a.post_id = p.id AND a.kind = 'definitive' AND ${onDay('a')}) AS held
         FROM post p LEFT JOIN post_history h ON h.post_id = p.id AND ${onDay('h')} WHERE ${onDay('p')}
       )
       SELECT u.id, u.code, u.name, u.kind, t.depth, up.name AS "parentName", s.name AS "skpdName", own.valid_from AS "validFrom", own.valid_to AS "validTo",
              coalesce(n.posts, 0)::int AS posts, coalesce(n.vacancies, 0)::int AS vacancies
       FROM tree t JOIN present u ON u.id = t.id JOIN unit own ON own.id = u.id LEFT JOIN present up ON up.id = u.parent_id LEFT JOIN present s ON s.id = u.skpd_id
       LEFT JOIN (SELECT unit_id, count(*) AS posts, sum(greatest(seats - held, 0)) AS vacancies FROM seats GROUP BY unit_id) n ON n.unit_id = u.id
       ORDER BY t.place`,
      [date, skpdIds],
    );
  }

  async path(id: Uuid): Promise<{ id: Uuid; name: string }[]> {
    return this.db.query(
      `WITH RECURSIVE up AS (
         SELECT p.id, p.name, p.parent_id, 1 AS height FROM unit u JOIN unit p ON p.id = u.parent_id WHERE u.id = $1
         UNION ALL SELECT p.id, p.name, p.parent_id, up.height + 1 FROM up JOIN unit p ON p.id = up.parent_id WHERE up.height < 20
       ) SELECT id, name FROM up ORDER BY height DESC`,
      [id],
    );
  }

  async history(id: Uuid): Promise<UnitState[]> {
    return this.db.query<UnitState>(
      `SELECT s.name, s.kind, p.name AS "parentName", s.valid_from AS "validFrom", s.valid_to AS "validTo" FROM (
         SELECT name, kind, parent_id, valid_from, valid_to FROM unit_history WHERE unit_id = $1
         UNION ALL SELECT u.name, u.kind, u.parent_id, coalesce((SELECT max(h.valid_to) + 1 FROM unit_history h WHERE h.unit_id = u.id), u.valid_from), u.valid_to
         FROM unit u WHERE u.id = $1
       ) s LEFT JOIN unit p ON p.id = s.parent_id ORDER BY s.valid_from DESC`,
      [id],
    );
  }

  async codeTaken(code: string): Promise<boolean> {
    return (await this.db.one(`SELECT 1 FROM unit WHERE code = $1`, [code])) !== null;
  }

  /** Whether `below` is the unit itself or stands under it. */
  async standsUnder(below: Uuid, above: Uuid): Promise<boolean> {
    return below === above || (await this.path(below)).some(({ id }) => id === above);
  }

  async insert(unit: UnitValues & { code: string; skpdId: Uuid | null; validFrom: IsoDate }): Promise<Uuid> {
    const row = await this.db.one<{ id: Uuid }>(
      `WITH fresh AS (SELECT gen_random_uuid() AS id)
       INSERT INTO unit (id, code, name, kind, parent_id, skpd_id, valid_from) SELECT id, $1, $2, $3, $4, coalesce($5::uuid, id), $6 FROM fresh RETURNING id`,
      [unit.code, unit.name, unit.kind, unit.parentId, unit.skpdId, unit.validFrom],
    );
    return row!.id;
  }

  /** What it has been until the day before goes into its history, unless it begins that very day. */
  async change(before: UnitRecord, values: UnitValues, from: IsoDate): Promise<void> {
    await this.db.query(
      `INSERT INTO unit_history (unit_id, name, kind, parent_id, valid_from, valid_to) SELECT $1, $2, $3, $4, $5, $6::date - 1 WHERE $5::date < $6::date`,
      [before.id, before.name, before.kind, before.parentId, before.since, from],
    );
    await this.db.execute(`UPDATE unit SET name = $2, kind = $3, parent_id = $4, version = version + 1 WHERE id = $1`, [
      before.id, values.name, values.kind, values.parentId,
    ]);
  }

  async close(id: Uuid, lastDay: IsoDate): Promise<void> {
    await this.db.execute(`UPDATE unit SET valid_to = $2, version = version + 1 WHERE id = $1`, [id, lastDay]);
  }

  /** A unit or post of it that is still there after the day. */
  async standing(id: Uuid, day: IsoDate): Promise<string | null> {
    const row = await this.db.one<{ name: string }>(
      `SELECT name FROM unit WHERE parent_id = $1 AND (valid_to IS NULL OR valid_to > $2)
       UNION ALL SELECT name FROM post WHERE unit_id = $1 AND (valid_to IS NULL OR valid_to > $2) LIMIT 1`,
      [id, day],
    );
    return row?.name ?? null;
  }
}
