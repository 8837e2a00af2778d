import { Injectable } from '@nestjs/common';
import type { CatalogueContent, CatalogueItem, CatalogueVersion, FreeEntry, OwnCatalogue } from '@ekinerja/contracts/catalogue';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { Database } from '../platform/database/database.js';

export type ItemRow = Omit<CatalogueItem, 'changedAt' | 'used' | 'measuredMinutes'> & { changedAt: Date };
export type UsedItemRow = ItemRow & Pick<CatalogueItem, 'used' | 'measuredMinutes'>;

const COLUMNS = `c.id, c.skpd_id AS "skpdId", c.code, c.title, c.output_unit AS "outputUnit", c.norm_minutes AS "normMinutes", c.posts, c.active, c.version,
  c.changed_at AS "changedAt", c.changed_by AS "changedBy"`;
/** What makes two free entries the same: their words without case, spaces and numbers, and the unit of output. */
const KEY = `lower(regexp_replace(btrim(a.description), '[0-9[:space:][:punct:]]+', ' ', 'g')) || '|' || lower(btrim(a.output_unit))`;

/** The unit's reference list of activities (KS 16(a)), what was made from it, and what it lacks. */
@Injectable()
export class CatalogueRepository {
  constructor(private readonly db: Database) {}

  lock(id: Uuid): Promise<ItemRow | null> {
    return this.db.one<ItemRow>(`SELECT ${COLUMNS} FROM catalogue_item c WHERE c.id = $1 FOR UPDATE`, [id]);
  }

  async offers(id: Uuid, skpdId: Uuid, postNames: string[]): Promise<boolean> {
    const row = await this.db.one(`SELECT 1 FROM catalogue_item WHERE id = $1 AND skpd_id = $2 AND active AND (posts = '{}' OR posts && $3::text[])`, [id, skpdId, postNames]);
    return row !== null;
  }

  /** All items of a list, locked, by their code in small letters; for an import. */
  async lockAll(skpdId: Uuid): Promise<Map<string, ItemRow>> {
    await this.db.query(`SELECT pg_advisory_xact_lock(hashtextextended('catalogue:' || $1, 0))`, [skpdId]);
    const rows = await this.db.query<ItemRow>(`SELECT ${COLUMNS} FROM catalogue_item c WHERE c.skpd_id = $1 ORDER BY c.id FOR UPDATE`, [skpdId]);
    return new Map(rows.map((row) => [row.code.toLowerCase(), row]));
  }

  list(q: { skpdId: Uuid; search: string | null; since: IsoDate; after: { code: string; id: Uuid } | null; limit: number }): Promise<UsedItemRow[]> {
    return this.db.query<UsedItemRow>(
      `SELECT ${COLUMNS}, coalesce(u.used, 0) AS used, u.measured AS "measuredMinutes"
       FROM (
         SELECT * FROM catalogue_item WHERE skpd_id = $1 AND ($2::text IS NULL OR strpos(lower(title), lower($2)) > 0 OR strpos(lower(code), lower($2)) > 0)
           AND ($4::text IS NULL OR (code, id) > ($4::text, $5::uuid)) ORDER BY code, id LIMIT $6
       ) c
       LEFT JOIN LATERAL (
         SELECT count(*)::int AS used, round(sum(a.minutes) / nullif(sum(a.output_quantity), 0))::int AS measured
         FROM activity a WHERE a.catalogue_item_id = c.id AND a.date >= $3 AND a.status IN ('submitted', 'accepted')
       ) u ON true
       ORDER BY c.code, c.id`,
      [q.skpdId, q.search, q.since, q.after?.code ?? null, q.after?.id ?? null, q.limit],
    );
  }

  /** For the entry form: items open to the post, those that the writer uses most first. */
  own(q: { skpdId: Uuid; postName: string | null; employmentId: Uuid; since: IsoDate }): Promise<OwnCatalogue['items']> {
    return this.db.query(
      `SELECT c.id, c.code, c.title, c.output_unit AS "outputUnit", c.norm_minutes AS "normMinutes", coalesce(u.used, 0) AS used
       FROM catalogue_item c LEFT JOIN (
         SELECT catalogue_item_id, count(*)::int AS used FROM activity
         WHERE employment_id = $3 AND date >= $4 AND catalogue_item_id IS NOT NULL AND status <> 'withdrawn' GROUP BY 1
       ) u ON u.catalogue_item_id = c.id
       WHERE c.skpd_id = $1 AND c.active AND (c.posts = '{}' OR $2 = ANY(c.posts)) ORDER BY used DESC, c.code LIMIT 2000`,
      [q.skpdId, q.postName, q.employmentId, q.since],
    );
  }

  /** @returns false where id or code is taken */
  async add(id: Uuid, skpdId: Uuid, content: CatalogueContent, at: Date, by: string): Promise<boolean> {
    const made = await this.db.query(
      `INSERT INTO catalogue_item (id, skpd_id, code, title, output_unit, norm_minutes, posts, active, changed_at, changed_by)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10) ON CONFLICT DO NOTHING RETURNING id`,
      [id, skpdId, content.code, content.title, content.outputUnit, content.normMinutes, content.posts, content.active, at, by],
    );
    if (made.length === 0) return false;
    await this.keepVersion(id, 1, content, at, by);
    return true;
  }

  async change(id: Uuid, version: number, content: CatalogueContent, at: Date, by: string): Promise<boolean> {
    const changed = await this.db.execute(
      `UPDATE catalogue_item c SET code = $2, title = $3, output_unit = $4, norm_minutes = $5, posts = $6, active = $7, version = $8, changed_at = $9, changed_by = $10
       WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM catalogue_item o WHERE o.skpd_id = c.skpd_id AND lower(o.code) = lower($2) AND o.id <> c.id)`,
      [id, content.code, content.title, content.outputUnit, content.normMinutes, content.posts, content.active, version, at, by],
    );
    if (changed === 0) return false;
    await this.keepVersion(id, version, content, at, by);
    return true;
  }

  async versions(id: Uuid): Promise<(Omit<CatalogueVersion, 'at'> & { at: Date })[]> {
    const rows = await this.db.query<{ version: number; content: CatalogueContent; at: Date; by: string }>(
      `SELECT version, content, at, by_name AS by FROM catalogue_item_version WHERE item_id = $1 ORDER BY version DESC`, [id],
    );
    return rows.map(({ version, content, at, by }) => ({ ...content, version, at, by }));
  }

  /** What was entered without an item, gathered by its words, most frequent first. */
  freeEntries(skpdId: Uuid, since: IsoDate, limit: number): Promise<FreeEntry[]> {
    return this.db.query<FreeEntry>(
      `SELECT f.key, f.description, f.output_unit AS "outputUnit", f.entries, f.people, f.measured AS "measuredMinutes" FROM (
         SELECT ${KEY} AS key, min(a.description) AS description, min(a.output_unit) AS output_unit, count(*)::int AS entries,
                count(DISTINCT a.employment_id)::int AS people, coalesce(round(sum(a.minutes) / nullif(sum(a.output_quantity), 0)), 1)::int AS measured
         FROM activity a WHERE a.skpd_id = $1 AND a.date >= $2 AND a.catalogue_item_id IS NULL AND a.status IN ('submitted', 'accepted')
         GROUP BY 1
       ) f
       WHERE NOT EXISTS (SELECT 1 FROM catalogue_dismissed d WHERE d.skpd_id = $1 AND d.key = f.key)
       ORDER BY f.entries DESC, f.key LIMIT $3`,
      [skpdId, since, limit],
    );
  }

  async dismiss(skpdId: Uuid, key: string, at: Date): Promise<boolean> {
    const made = await this.db.query(`INSERT INTO catalogue_dismissed (skpd_id, key, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING key`, [skpdId, key, at]);
    return made.length === 1;
  }

  private async keepVersion(id: Uuid, version: number, content: CatalogueContent, at: Date, by: string): Promise<void> {
    await this.db.query(`INSERT INTO catalogue_item_version (item_id, version, content, at, by_name) VALUES ($1,$2,$3,$4,$5)`, [id, version, JSON.stringify(content), at, by]);
  }
}
