import { Injectable } from '@nestjs/common';
import type { EmployeeKind, IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { ResultKind, SkpIndicatorInput, SkpPointInput, SkpStatus } from '@ekinerja/contracts/skp';
import type { ExpectationPlace, TreeNode, UnsupportedItem, WaitingExpectation, WithoutRoleItem } from '@ekinerja/contracts/skp-cascade';
import { Database } from '../platform/database/database.js';

export interface PersonResult {
  id: Uuid;
  employmentId: Uuid;
  title: string;
  kind: ResultKind;
  task: string;
  superiorResultId: Uuid | null;
}
export interface PersonSkp {
  employmentId: Uuid;
  personName: string;
  postName: string | null;
  skpId: Uuid | null;
  skpStatus: SkpStatus | null;
}
export interface Expectation {
  id: Uuid;
  superiorResultId: Uuid;
  employmentId: Uuid;
  year: number;
  title: string;
  kind: ResultKind;
  indicators: SkpIndicatorInput[];
  place: ExpectationPlace;
}
export type NodeRow = Omit<TreeNode, 'points'> & { carried: SkpPointInput[] | null; postId: Uuid | null; sortName: string };
interface After {
  name: string;
  id: Uuid;
}

const RESULT_NODE = `
  SELECT 'result' AS kind, r.id, r.title, person_display_name(p) AS "personName", po.name AS "postName", po.kind AS "postKind", u.name AS "unitName", s.status,
         r.points AS carried, s.post_id AS "postId", p.name || to_char(r.position, '000') AS "sortName",
         (SELECT count(*)::int FROM skp_result c WHERE c.superior_result_id = r.id AND c.removed_at IS NULL) AS children
  FROM skp_result r JOIN skp s ON s.id = r.skp_id JOIN employment e ON e.id = s.employment_id JOIN person p ON p.id = e.person_id
  JOIN post po ON po.id = s.post_id JOIN unit u ON u.id = s.unit_id`;

const MAIN = `r.removed_at IS NULL AND r.task = 'main'`;

/** Questions about who carries whose result. */
@Injectable()
export class SkpCascadeRepository {
  constructor(private readonly db: Database) {}

  /** People with their SKP of the year that covers the day, or the latest of the year. */
  people(employmentIds: Uuid[], year: number, date: IsoDate): Promise<PersonSkp[]> {
    return this.db.query<PersonSkp>(
      `SELECT e.id AS "employmentId", person_display_name(p) AS "personName", coalesce(po.name, held.name) AS "postName", s.id AS "skpId", s.status AS "skpStatus"
       FROM employment e JOIN person p ON p.id = e.person_id
       LEFT JOIN LATERAL (
         SELECT id, status, post_id FROM skp WHERE employment_id = e.id AND year = $2 ORDER BY (period_from <= $3 AND period_to >= $3) DESC, period_from DESC LIMIT 1
       ) s ON true
       LEFT JOIN post po ON po.id = s.post_id
       LEFT JOIN LATERAL (
         SELECT po2.name FROM assignment a JOIN post po2 ON po2.id = a.post_id
         WHERE a.employment_id = e.id AND a.kind = 'definitive' AND a.valid_from <= $3 AND (a.valid_to IS NULL OR a.valid_to >= $3) LIMIT 1
       ) held ON true
       WHERE e.id = ANY($1::uuid[]) ORDER BY p.name, e.id`,
      [employmentIds, year, date],
    );
  }

  resultsOf(skpIds: Uuid[]): Promise<PersonResult[]> {
    return this.db.query<PersonResult>(
      `SELECT r.id, s.employment_id AS "employmentId", r.title, r.kind, r.task, r.superior_result_id AS "superiorResultId"
       FROM skp_result r JOIN skp s ON s.id = r.skp_id WHERE r.skp_id = ANY($1::uuid[]) AND r.removed_at IS NULL ORDER BY s.employment_id, r.position`,
      [skpIds],
    );
  }

  /** Expectations on those results that have not become results in force. */
  expectations(resultIds: Uuid[]): Promise<Expectation[]> {
    return this.db.query<Expectation>(
      `SELECT x.id, x.superior_result_id AS "superiorResultId", x.employment_id AS "employmentId", x.year, x.title, x.kind, x.indicators, x.place
       FROM skp_expectation x WHERE x.superior_result_id = ANY($1::uuid[]) AND x.dropped_at IS NULL
         AND NOT EXISTS (SELECT FROM skp_result r WHERE r.id = x.id) ORDER BY x.given_at, x.id`,
      [resultIds],
    );
  }

  async addExpectation(one: Expectation, givenBy: string, at: Date): Promise<void> {
    await this.db.execute(
      `INSERT INTO skp_expectation (id, superior_result_id, employment_id, year, title, kind, indicators, place, given_by, given_at)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)`,
      [one.id, one.superiorResultId, one.employmentId, one.year, one.title, one.kind, JSON.stringify(one.indicators), one.place, givenBy, at],
    );
  }

  waitingFor(employmentId: Uuid, year: number): Promise<WaitingExpectation[]> {
    return this.db.query<WaitingExpectation>(
      `SELECT x.id, x.title, r.title AS "superiorResultTitle", x.given_by AS "givenBy", to_char(x.given_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "givenAt"
       FROM skp_expectation x JOIN skp_result r ON r.id = x.superior_result_id
       WHERE x.employment_id = $1 AND x.year = $2 AND x.place = 'waits' AND x.dropped_at IS NULL ORDER BY x.given_at, x.id`,
      [employmentId, year],
    );
  }

  lockExpectation(id: Uuid): Promise<(Expectation & { ownerEmploymentId: Uuid }) | null> {
    return this.db.one(
      `SELECT x.id, x.superior_result_id AS "superiorResultId", x.employment_id AS "employmentId", x.year, x.title, x.kind, x.indicators, x.place,
              s.employment_id AS "ownerEmploymentId"
       FROM skp_expectation x JOIN skp_result r ON r.id = x.superior_result_id JOIN skp s ON s.id = r.skp_id WHERE x.id = $1 AND x.dropped_at IS NULL FOR UPDATE OF x`,
      [id],
    );
  }

  async place(id: Uuid, place: ExpectationPlace): Promise<void> {
    await this.db.execute(`UPDATE skp_expectation SET place = $2 WHERE id = $1`, [id, place]);
  }

  async drop(id: Uuid, at: Date): Promise<void> {
    await this.db.execute(`UPDATE skp_expectation SET dropped_at = $2 WHERE id = $1`, [id, at]);
  }

  /** Objectives of the agreements of an SKPD's units. */
  objectives(skpdId: Uuid, year: number, after: After | null, limit: number): Promise<NodeRow[]> {
    return this.db.query<NodeRow>(
      `SELECT * FROM (
         SELECT 'objective' AS kind, t.id, t.objective AS title, NULL AS "personName", NULL AS "postName", NULL AS "postKind", u.name AS "unitName", a.status,
                NULL::jsonb AS carried, NULL::uuid AS "postId", (u.id <> u.skpd_id)::text || u.name || to_char(t.position, '000') AS "sortName",
                (SELECT count(*)::int FROM skp_result r WHERE r.objective_id = t.id AND r.removed_at IS NULL) AS children
         FROM unit_agreement a JOIN unit u ON u.id = a.unit_id JOIN unit_agreement_target t ON t.agreement_id = a.id AND t.removed_at IS NULL
         WHERE u.skpd_id = $1 AND a.year = $2
       ) n WHERE ($3::text IS NULL OR ("sortName", id) > ($3::text, $4::uuid)) ORDER BY "sortName", id LIMIT $5`,
      [skpdId, year, after?.name ?? null, after?.id ?? null, limit],
    );
  }

  /** Main results of an SKPD's SKPs that carry neither an objective nor a superior's result, of those that somebody carries on. */
  looseRoots(skpdId: Uuid, year: number, after: After | null, limit: number): Promise<NodeRow[]> {
    return this.db.query<NodeRow>(
      `SELECT * FROM (${RESULT_NODE} WHERE s.year = $2 AND u.skpd_id = $1 AND r.removed_at IS NULL AND r.task = 'main'
         AND r.objective_id IS NULL AND r.superior_result_id IS NULL) n
       WHERE ($3::text IS NULL OR ("sortName", id) > ($3::text, $4::uuid)) ORDER BY "sortName", id LIMIT $5`,
      [skpdId, year, after?.name ?? null, after?.id ?? null, limit],
    );
  }

  rootsOf(employmentId: Uuid, year: number): Promise<NodeRow[]> {
    return this.db.query<NodeRow>(`${RESULT_NODE} WHERE s.year = $2 AND s.employment_id = $1 AND r.removed_at IS NULL ORDER BY r.position`, [employmentId, year]);
  }

  childrenOf(parent: { objectiveId: Uuid } | { resultId: Uuid }, after: After | null, limit: number): Promise<NodeRow[]> {
    const [column, id] = 'objectiveId' in parent ? ['r.objective_id', parent.objectiveId] : ['r.superior_result_id', parent.resultId];
    return this.db.query<NodeRow>(
      `SELECT * FROM (${RESULT_NODE} WHERE ${column} = $1 AND r.removed_at IS NULL) n
       WHERE ($2::text IS NULL OR ("sortName", id) > ($2::text, $3::uuid)) ORDER BY "sortName", id LIMIT $4`,
      [id, after?.name ?? null, after?.id ?? null, limit],
    );
  }

  /** The SKPD of a node, and the persons whose results stand above it (its own owner among them). */
  async ancestry(node: { objectiveId: Uuid } | { resultId: Uuid }): Promise<{ skpdId: Uuid | null; owners: Uuid[] } | null> {
    if ('objectiveId' in node) {
      return this.db.one(
        `SELECT u.skpd_id AS "skpdId", '{}'::uuid[] AS owners FROM unit_agreement_target t JOIN unit_agreement a ON a.id = t.agreement_id JOIN unit u ON u.id = a.unit_id WHERE t.id = $1`,
        [node.objectiveId],
      );
    }
    return this.db.one(
      `WITH RECURSIVE up AS (
         SELECT r.id, r.superior_result_id, r.skp_id, 0 AS depth FROM skp_result r WHERE r.id = $1
         UNION ALL SELECT r.id, r.superior_result_id, r.skp_id, up.depth + 1 FROM skp_result r JOIN up ON r.id = up.superior_result_id WHERE up.depth < 20
       )
       SELECT (SELECT u.skpd_id FROM up JOIN skp s ON s.id = up.skp_id JOIN unit u ON u.id = s.unit_id WHERE up.depth = 0) AS "skpdId",
              (SELECT array_agg(s.employment_id) FROM up JOIN skp s ON s.id = up.skp_id) AS owners
       WHERE EXISTS (SELECT FROM up)`,
      [node.resultId],
    );
  }

  /** Who has no main role: no SKP, additional results alone, or main ones that lean on nothing above. */
  withoutRole(q: { year: number; date: IsoDate; skpdIds: Uuid[] | null; kinds: EmployeeKind[]; after: After | null; limit: number }): Promise<(WithoutRoleItem & { sortName: string })[]> {
    return this.db.query(
      `WITH loose AS MATERIALIZED (
         SELECT a.employment_id AS id, po.name AS post, u.name AS unit FROM assignment a JOIN post po ON po.id = a.post_id JOIN unit u ON u.id = po.unit_id
         WHERE a.kind = 'definitive' AND a.valid_from <= $2 AND (a.valid_to IS NULL OR a.valid_to >= $2)
           AND u.skpd_id IS NOT NULL AND ($3::uuid[] IS NULL OR u.skpd_id = ANY($3::uuid[]))
           AND NOT EXISTS (SELECT FROM skp s JOIN skp_result r ON r.skp_id = s.id AND ${MAIN} AND (r.superior_result_id IS NOT NULL OR r.objective_id IS NOT NULL)
             WHERE s.employment_id = a.employment_id AND s.year = $1 AND s.period_from <= $2 AND s.period_to >= $2)
       ), shown AS MATERIALIZED (
         SELECT e.id, p.name, s.id AS skp_id, loose.post, loose.unit
         FROM loose JOIN employment e ON e.id = loose.id JOIN person p ON p.id = e.person_id
         CROSS JOIN LATERAL employment_kinds_on(e.id, $2::date) k
         LEFT JOIN skp s ON s.employment_id = e.id AND s.period_from <= $2 AND s.period_to >= $2 AND s.year = $1
         WHERE k.kind = ANY($4::text[]) AND ($5::text IS NULL OR p.name >= $5::text AND (p.name, e.id) > ($5::text, $6::uuid))
         ORDER BY p.name, e.id LIMIT $7
       ) SELECT shown.skp_id AS "skpId", e.id AS "employmentId", person_display_name(p) AS "personName", p.name AS "sortName", n.nip, shown.post AS "postName", shown.unit AS "unitName",
                CASE WHEN shown.skp_id IS NULL THEN 'no-skp'
                     WHEN NOT EXISTS (SELECT FROM skp_result r WHERE r.skp_id = shown.skp_id AND ${MAIN}) THEN 'only-additional' ELSE 'unlinked' END AS state
       FROM shown JOIN employment e ON e.id = shown.id JOIN person p ON p.id = e.person_id
       LEFT JOIN employment_nip n ON n.employment_id = e.id AND n.valid_from <= $2 AND (n.valid_to IS NULL OR n.valid_to >= $2)
       ORDER BY p.name, e.id`,
      [q.year, q.date, q.skpdIds, q.kinds, q.after?.name ?? null, q.after?.id ?? null, q.limit],
    );
  }

  /** Main results of people with posts below them that nobody below carries. */
  unsupported(q: { year: number; skpdIds: Uuid[] | null; after: After | null; limit: number }): Promise<(UnsupportedItem & { sortName: string })[]> {
    return this.db.query(
      `WITH led AS (
         SELECT s.id, s.employment_id, s.post_id, u.name AS unit FROM skp s JOIN unit u ON u.id = s.unit_id
         WHERE s.year = $1 AND s.status <> 'closed' AND ($2::uuid[] IS NULL OR u.skpd_id = ANY($2::uuid[]))
           AND s.post_id IN (SELECT superior_post_id FROM post WHERE superior_post_id IS NOT NULL)
           AND EXISTS (SELECT FROM post below JOIN assignment a ON a.post_id = below.id AND a.kind = 'definitive' AND a.valid_from <= s.period_to
             AND (a.valid_to IS NULL OR a.valid_to >= s.period_from) WHERE below.superior_post_id = s.post_id)
       )
       SELECT r.id, r.title, person_display_name(p) AS "personName", p.name AS "sortName", po.name AS "postName", s.unit AS "unitName"
       FROM led s JOIN skp_result r ON r.skp_id = s.id AND ${MAIN}
       JOIN employment e ON e.id = s.employment_id JOIN person p ON p.id = e.person_id JOIN post po ON po.id = s.post_id
       WHERE NOT EXISTS (SELECT FROM skp_result c WHERE c.superior_result_id = r.id AND c.removed_at IS NULL)
         AND ($3::text IS NULL OR p.name >= $3::text AND (p.name, r.id) > ($3::text, $4::uuid))
       ORDER BY p.name, r.id LIMIT $5`,
      [q.year, q.skpdIds, q.after?.name ?? null, q.after?.id ?? null, q.limit],
    );
  }

  points(postIds: Uuid[]): Promise<{ postId: Uuid; code: string; credit: string }[]> {
    return this.db.query(`SELECT post_id AS "postId", code, credit::text FROM post_point WHERE post_id = ANY($1::uuid[])`, [postIds]);
  }
}
