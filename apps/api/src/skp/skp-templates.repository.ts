import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { SkpContent, SkpSourceInput } from '@ekinerja/contracts/skp';
import type { SkpExample, SkpTemplateItem } from '@ekinerja/contracts/skp-year';
import type { PostPoint } from '@ekinerja/contracts/skp-cascade';
import { Database } from '../platform/database/database.js';

/** Templates of a unit and the duties of posts: what a plan is begun from. */
@Injectable()
export class SkpTemplatesRepository {
  constructor(private readonly db: Database) {}

  find(id: Uuid): Promise<{ skpdId: Uuid; name: string; content: SkpContent } | null> {
    return this.db.one(`SELECT skpd_id AS "skpdId", name, content FROM skp_template WHERE id = $1`, [id]);
  }

  list(skpdId: Uuid): Promise<SkpTemplateItem[]> {
    return this.db.query<SkpTemplateItem>(
      `SELECT id, name, jsonb_array_length(content->'results') AS results FROM skp_template WHERE skpd_id = $1 ORDER BY name LIMIT 100`,
      [skpdId],
    );
  }

  async write(skpdId: Uuid, name: string, content: SkpContent, madeBy: Uuid, at: Date): Promise<void> {
    await this.db.query(
      `INSERT INTO skp_template (skpd_id, name, content, made_at, made_by) VALUES ($1,$2,$3,$4,$5)
       ON CONFLICT (skpd_id, name) DO UPDATE SET content = excluded.content, made_at = excluded.made_at, made_by = excluded.made_by`,
      [skpdId, name, JSON.stringify(content), at, madeBy],
    );
  }

  async remove(id: Uuid): Promise<void> {
    await this.db.execute(`DELETE FROM skp_template WHERE id = $1`, [id]);
  }

  async duties(postId: Uuid): Promise<string[]> {
    const rows = await this.db.query<{ duty: string }>(`SELECT duty FROM post_duty WHERE post_id = $1 ORDER BY position`, [postId]);
    return rows.map(({ duty }) => duty);
  }

  async replaceDuties(postId: Uuid, duties: string[]): Promise<void> {
    await this.db.execute(`DELETE FROM post_duty WHERE post_id = $1`, [postId]);
    await this.db.query(`INSERT INTO post_duty (post_id, position, duty) SELECT $1, d.at - 1, d.duty FROM unnest($2::text[]) WITH ORDINALITY AS d(duty, at)`, [
      postId, duties,
    ]);
  }

  points(postId: Uuid): Promise<PostPoint[]> {
    return this.db.query<PostPoint>(`SELECT code, activity, unit, trim_scale(credit)::text AS credit FROM post_point WHERE post_id = $1 ORDER BY position`, [postId]);
  }

  async replacePoints(postId: Uuid, points: PostPoint[]): Promise<void> {
    await this.db.execute(`DELETE FROM post_point WHERE post_id = $1`, [postId]);
    await this.db.query(
      `INSERT INTO post_point (post_id, position, code, activity, unit, credit)
       SELECT $1, p.position, p.code, p.activity, p.unit, p.credit
       FROM jsonb_to_recordset($2::jsonb) AS p(position int, code text, activity text, unit text, credit numeric)`,
      [postId, JSON.stringify(points.map((point, position) => ({ ...point, position })))],
    );
  }

  /** What determined SKPs of that post hold, this year and the last: titles with the indicators written latest, the most used first. */
  examples(q: { skpdId: Uuid; postName: string; employmentId: Uuid; year: number; limit: number }): Promise<SkpExample[]> {
    return this.db.query<SkpExample>(
      `WITH known AS (
         SELECT r.id, r.title, r.kind, count(*) OVER (PARTITION BY lower(r.title)) AS uses,
                row_number() OVER (PARTITION BY lower(r.title) ORDER BY s.year DESC, s.determined_at DESC NULLS LAST, r.id) AS nth
         FROM post po JOIN unit u ON u.id = po.unit_id JOIN skp s ON s.post_id = po.id JOIN skp_result r ON r.skp_id = s.id
         WHERE u.skpd_id = $1 AND po.name = $2 AND s.year IN ($3::int - 1, $3::int) AND s.status IN ('determined','closed')
           AND NOT (s.employment_id = $4 AND s.year = $3) AND r.task = 'main' AND r.removed_at IS NULL
       )
       SELECT k.title, k.kind, k.uses::int AS uses,
              coalesce((SELECT jsonb_agg(jsonb_build_object('aspect', i.aspect, 'indicator', i.indicator, 'target', i.target, 'unit', i.unit,
                                                             'approach', i.approach, 'direction', i.direction, 'targetTo', i.target_to) ORDER BY i.position)
                        FROM skp_indicator i WHERE i.result_id = k.id), '[]') AS indicators
       FROM known k WHERE k.nth = 1 ORDER BY k.uses DESC, k.title LIMIT $5`,
      [q.skpdId, q.postName, q.year, q.employmentId, q.limit],
    );
  }

  /** Number and date of a paper that an earlier SKP leant on, such as the work agreement of a PPPK. */
  async papers(employmentId: Uuid, codes: string[]): Promise<SkpSourceInput[]> {
    return this.db.query<SkpSourceInput>(
      `SELECT DISTINCT ON (p.code) p.code, p.number, p.date FROM skp s CROSS JOIN LATERAL jsonb_to_recordset(coalesce(s.plan->'sources', '[]')) AS p(code text, number text, date text)
       WHERE s.employment_id = $1 AND p.code = ANY($2::text[]) AND p.number <> '' ORDER BY p.code, s.period_from DESC`,
      [employmentId, codes],
    );
  }

  /** The last SKP of an earlier year that was determined. */
  lastYear(employmentId: Uuid, year: number): Promise<{ skpId: Uuid; year: number; results: number } | null> {
    return this.db.one(
      `SELECT s.id AS "skpId", s.year, (SELECT count(*)::int FROM skp_result r WHERE r.skp_id = s.id AND r.removed_at IS NULL) AS results
       FROM skp s WHERE s.employment_id = $1 AND s.year < $2 AND s.status IN ('determined','closed') ORDER BY s.year DESC, s.period_from DESC LIMIT 1`,
      [employmentId, year],
    );
  }
}
