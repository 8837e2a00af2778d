import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { ResultTask, SkpResult, SkpResultInput } from '@ekinerja/contracts/skp';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';

export interface ResultChoice {
  id: Uuid;
  title: string;
  task: ResultTask;
}

/** Results and indicators: the document inside an SKP. */
@Injectable()
export class SkpContentRepository {
  constructor(private readonly db: Database) {}

  results(skpId: Uuid): Promise<SkpResult[]> {
    return this.db.query<SkpResult>(
      `SELECT r.id, r.task, r.kind, r.title, r.superior_result_id AS "superiorResultId", above.title AS "superiorResultTitle",
              r.link_later AS "linkLater", r.assignment, r.objective_id AS "objectiveId", o.objective AS "objectiveTitle", r.points, r.attainment, coalesce(i.list, '[]') AS indicators
       FROM skp_result r
       LEFT JOIN skp_result above ON above.id = r.superior_result_id
       LEFT JOIN unit_agreement_target o ON o.id = r.objective_id
       LEFT JOIN LATERAL (
         SELECT json_agg(json_build_object('aspect', i.aspect, 'indicator', i.indicator, 'target', i.target, 'unit', i.unit,
                'approach', i.approach, 'direction', i.direction, 'targetTo', i.target_to) ORDER BY i.position) AS list
         FROM skp_indicator i WHERE i.result_id = r.id
       ) i ON true
       WHERE r.skp_id = $1 AND r.removed_at IS NULL ORDER BY r.position`,
      [skpId],
    );
  }

  /**
   * Replaces the document. Results keep the ids the client gave them; one that is left out is marked removed, never
   * deleted: entries and results of subordinates may point to it and keep their ground.
   * @throws DomainError `duplicate` when an id belongs to another SKP
   */
  async replace(skpId: Uuid, results: SkpResultInput[], at: Date): Promise<void> {
    const ids = results.map((result) => result.id);
    await this.db.execute(`UPDATE skp_result SET removed_at = $3 WHERE skp_id = $1 AND removed_at IS NULL AND NOT (id = ANY($2::uuid[]))`, [
      skpId, ids, at,
    ]);
    if (results.length === 0) return;
    const rows = results.map(({ indicators: _, linkLater = false, assignment = null, objectiveId = null, points = [], ...result }, position) => ({
      ...result, linkLater, assignment, objectiveId, points, position,
    }));
    const written = await this.db.query<{ id: Uuid }>(
      `INSERT INTO skp_result (id, skp_id, position, task, kind, title, superior_result_id, link_later, assignment, objective_id, points)
       SELECT r.id, $1, r.position, r.task, r.kind, r.title, r."superiorResultId", r."linkLater", r.assignment, r."objectiveId", r.points
       FROM jsonb_to_recordset($2::jsonb)
         AS r(id uuid, position int, task text, kind text, title text, "superiorResultId" uuid, "linkLater" boolean, assignment jsonb,
           "objectiveId" uuid, points jsonb)
       ON CONFLICT (id) DO UPDATE SET position = excluded.position, task = excluded.task, kind = excluded.kind, title = excluded.title,
         superior_result_id = excluded.superior_result_id, link_later = excluded.link_later, assignment = excluded.assignment, objective_id = excluded.objective_id,
         points = excluded.points, removed_at = NULL
       WHERE skp_result.skp_id = excluded.skp_id
       RETURNING id`,
      [skpId, JSON.stringify(rows)],
    );
    if (written.length !== results.length) throw new DomainError('duplicate', { field: 'results' });
    await this.db.execute(`DELETE FROM skp_indicator WHERE result_id = ANY($1::uuid[])`, [ids]);
    const indicators = results.flatMap((result) => result.indicators.map((indicator, position) => ({ ...indicator, position, result: result.id })));
    await this.db.query(
      `INSERT INTO skp_indicator (result_id, position, aspect, indicator, target, unit, approach, direction, target_to)
       SELECT result, position, aspect, indicator, target, unit, coalesce(approach, 'quantitative'), coalesce(direction, 'bigger'), coalesce("targetTo", '')
       FROM jsonb_to_recordset($1::jsonb) AS i(result uuid, position int, aspect text, indicator text, target text, unit text,
         approach text, direction text, "targetTo" text)`,
      [JSON.stringify(indicators)],
    );
  }

  /** Results of a person's determined SKP that a subordinate's may lean on, over a span of days. */
  determinedResults(employmentId: Uuid, from: IsoDate, to: IsoDate): Promise<{ id: Uuid; title: string }[]> {
    return this.db.query(
      `SELECT r.id, r.title FROM skp s JOIN skp_result r ON r.skp_id = s.id AND r.removed_at IS NULL
       WHERE s.employment_id = $1 AND s.status IN ('determined', 'closed') AND s.period_from <= $3 AND s.period_to >= $2
       ORDER BY s.period_from DESC, r.position`,
      [employmentId, from, to],
    );
  }

  /** Adds one result at the end of the document. */
  async append(skpId: Uuid, result: SkpResultInput): Promise<void> {
    await this.db.execute(
      `INSERT INTO skp_result (id, skp_id, position, task, kind, title, superior_result_id)
       SELECT $1, $2, coalesce(max(position) + 1, 0), $3, $4, $5, $6 FROM skp_result WHERE skp_id = $2`,
      [result.id, skpId, result.task, result.kind, result.title, result.superiorResultId],
    );
    await this.db.query(
      `INSERT INTO skp_indicator (result_id, position, aspect, indicator, target, unit)
       SELECT $1, i.position, i.aspect, i.indicator, i.target, i.unit
       FROM jsonb_to_recordset($2::jsonb) AS i(position int, aspect text, indicator text, target text, unit text)`,
      [result.id, JSON.stringify(result.indicators.map((indicator, position) => ({ ...indicator, position })))],
    );
  }

  async skpOfResult(resultId: Uuid): Promise<Uuid | null> {
    return (await this.db.one<{ skpId: Uuid }>(`SELECT skp_id AS "skpId" FROM skp_result WHERE id = $1 AND removed_at IS NULL`, [resultId]))?.skpId ?? null;
  }

  titles(resultIds: Uuid[]): Promise<{ id: Uuid; title: string }[]> {
    return this.db.query(`SELECT id, title FROM skp_result WHERE id = ANY($1::uuid[])`, [resultIds]);
  }

  async link(resultId: Uuid, superiorResultId: Uuid): Promise<void> {
    await this.db.execute(`UPDATE skp_result SET superior_result_id = $2, link_later = false WHERE id = $1`, [resultId, superiorResultId]);
  }

  /** Objectives of the agreements of a unit and of the units above it, within its SKPD (TL 6(4): also of a draft). */
  objectivesOf(unitId: Uuid, year: number): Promise<{ id: Uuid; title: string; unitName: string; final: boolean }[]> {
    return this.db.query(
      `WITH RECURSIVE up AS (
         SELECT id, parent_id, skpd_id, name, 0 AS depth FROM unit WHERE id = $1
         UNION ALL SELECT u.id, u.parent_id, u.skpd_id, u.name, up.depth + 1 FROM unit u JOIN up ON u.id = up.parent_id WHERE u.skpd_id = up.skpd_id
       )
       SELECT t.id, t.objective AS title, up.name AS "unitName", a.status = 'final' AS final
       FROM up JOIN unit_agreement a ON a.unit_id = up.id AND a.year = $2 JOIN unit_agreement_target t ON t.agreement_id = a.id AND t.removed_at IS NULL
       ORDER BY up.depth, t.position`,
      [unitId, year],
    );
  }

  /** Points of activity of a functional post. */
  pointsOf(postId: Uuid): Promise<{ code: string; activity: string; unit: string; credit: string }[]> {
    return this.db.query(`SELECT code, activity, unit, trim_scale(credit)::text AS credit FROM post_point WHERE post_id = $1 ORDER BY position`, [postId]);
  }

  /** What became of each result until the SKP was closed. */
  async attained(skpId: Uuid, attainments: { resultId: Uuid; attainment: string }[]): Promise<number> {
    return this.db.execute(
      `UPDATE skp_result r SET attainment = a.attainment
       FROM jsonb_to_recordset($2::jsonb) AS a("resultId" uuid, attainment text) WHERE r.skp_id = $1 AND r.id = a."resultId"`,
      [skpId, JSON.stringify(attainments)],
    );
  }

  /** Own results whose SKP touches a span of days, whatever its status. */
  choices(employmentId: Uuid, from: IsoDate, to: IsoDate): Promise<ResultChoice[]> {
    return this.db.query<ResultChoice>(
      `SELECT r.id, r.title, r.task FROM skp s JOIN skp_result r ON r.skp_id = s.id AND r.removed_at IS NULL
       WHERE s.employment_id = $1 AND s.period_from <= $3 AND s.period_to >= $2
       ORDER BY s.period_from DESC, r.position`,
      [employmentId, from, to],
    );
  }

  /** A result as an entry of that day sees it; null when no result of that id belongs to the person's SKP of the day. */
  resultOn(employmentId: Uuid, resultId: Uuid, date: IsoDate): Promise<{ id: Uuid; removed: boolean } | null> {
    return this.db.one(
      `SELECT r.id, r.removed_at IS NOT NULL AS removed FROM skp_result r JOIN skp s ON s.id = r.skp_id
       WHERE r.id = $2 AND s.employment_id = $1 AND s.period_from <= $3 AND s.period_to >= $3`,
      [employmentId, resultId, date],
    );
  }
}
