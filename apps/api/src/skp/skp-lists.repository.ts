import { Injectable } from '@nestjs/common';
import type { EmployeeKind, IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { SkpStatus } from '@ekinerja/contracts/skp';
import type { InitialEntryItem, MissingDocumentItem, SkpUnitProgress } from '@ekinerja/contracts/skp-year';
import { Database } from '../platform/database/database.js';
import { personFound } from '../platform/database/search.js';
import { SKP_SELECT, type SkpRow } from './skp.repository.js';

/** Due days of rows that are older than the column. */
const DUE_ON = `coalesce(s.due_on, CASE WHEN s.period_from <= make_date(s.year, 1, 31) THEN make_date(s.year, 1, 31)
  ELSE (date_trunc('month', s.period_from) + interval '1 month - 1 day')::date END)`;

export interface SkpListQuestion {
  year: number;
  skpdIds: Uuid[] | null;
  status: SkpStatus | null;
  late: boolean;
  pattern: string | null;
  today: IsoDate;
  timeZone: string;
  after: { name: string; id: Uuid } | null;
  limit: number;
}

/** Lists over many SKPs: one query each, within a scope. */
@Injectable()
export class SkpListsRepository {
  constructor(private readonly db: Database) {}

  toReview(skpdIds: Uuid[] | null, notOf: Uuid | null, after: { submittedAt: string; id: Uuid } | null, limit: number): Promise<SkpRow[]> {
    return this.db.query<SkpRow>(
      `${SKP_SELECT} WHERE s.status = 'submitted' AND ($1::uuid[] IS NULL OR u.skpd_id = ANY($1::uuid[])) AND ($5::uuid IS NULL OR s.employment_id <> $5)
         AND ($2::timestamptz IS NULL OR (date_trunc('milliseconds', s.submitted_at), s.id) > ($2::timestamptz, $3::uuid))
       ORDER BY date_trunc('milliseconds', s.submitted_at), s.id LIMIT $4`,
      [skpdIds, after?.submittedAt ?? null, after?.id ?? null, limit, notOf],
    );
  }

  /** Disputes that wait for the superiors of those evaluators' people (BN 6(9)). */
  disputed(employmentIds: Uuid[], limit: number): Promise<SkpRow[]> {
    return this.db.query<SkpRow>(`${SKP_SELECT} WHERE s.status = 'disputed' AND s.employment_id = ANY($1::uuid[]) ORDER BY s.submitted_at, s.id LIMIT $2`, [
      employmentIds, limit,
    ]);
  }

  list(q: SkpListQuestion): Promise<(SkpRow & { sortName: string })[]> {
    // Few are late: they are picked out first. All others are met on the way through the names.
    const late = `coalesce((s.determined_at AT TIME ZONE $6)::date, $7::date) > ${DUE_ON}`;
    return this.db.query<SkpRow & { sortName: string }>(
      `WITH ${q.late ? `of_year AS MATERIALIZED (SELECT id FROM skp s WHERE s.year = $1 AND ($3::text IS NULL OR s.status = $3) AND ${late}),` : ''}
       shown AS MATERIALIZED (
         SELECT s.id, p.name FROM ${q.late ? 'of_year JOIN skp s ON s.id = of_year.id' : 'skp s'} JOIN employment e ON e.id = s.employment_id JOIN person p ON p.id = e.person_id JOIN unit u ON u.id = s.unit_id
         WHERE s.year = $1 AND ($2::uuid[] IS NULL OR u.skpd_id = ANY($2::uuid[])) AND ($3::text IS NULL OR s.status = $3)
           AND (NOT $4 OR ${late}) AND ${personFound(q.pattern, '$5')}
           AND ($8::text IS NULL OR p.name >= $8::text AND (p.name, s.id) > ($8::text, $9::uuid))
         ORDER BY p.name, s.id LIMIT $10
       ) SELECT r.*, shown.name AS "sortName" FROM shown JOIN LATERAL (${SKP_SELECT} WHERE s.id = shown.id) r ON true ORDER BY shown.name, shown.id`,
      [q.year, q.skpdIds, q.status, q.late, q.pattern, q.timeZone, q.today, q.after?.name ?? null, q.after?.id ?? null, q.limit],
    );
  }

  /** Units of the SKPDs with how far their people's SKPs are. */
  progress(q: { year: number; date: IsoDate; skpdIds: Uuid[]; kinds: EmployeeKind[]; timeZone: string; today: IsoDate }): Promise<SkpUnitProgress[]> {
    return this.db.query<SkpUnitProgress>(
      `SELECT u.id AS "unitId", u.name AS "unitName", count(*)::int AS people, (count(*) FILTER (WHERE s.id IS NULL))::int AS none,
              (count(*) FILTER (WHERE s.status IN ('draft','returned')))::int AS draft,
              (count(*) FILTER (WHERE s.status IN ('submitted','reviewed','agreed','disputed')))::int AS waiting,
              (count(*) FILTER (WHERE s.status IN ('determined','closed')))::int AS determined,
              (count(*) FILTER (WHERE coalesce((s.determined_at AT TIME ZONE $5)::date, $6::date) > coalesce(${DUE_ON}, make_date($1, 1, 31))))::int AS late
       FROM assignment a
       JOIN post po ON po.id = a.post_id JOIN unit u ON u.id = po.unit_id JOIN employment e ON e.id = a.employment_id
       LEFT JOIN skp s ON s.employment_id = e.id AND s.period_from <= $2 AND s.period_to >= $2
       CROSS JOIN LATERAL employment_kinds_on(e.id, $2::date) k
       WHERE a.kind = 'definitive' AND a.valid_from <= $2 AND (a.valid_to IS NULL OR a.valid_to >= $2)
         AND u.skpd_id = ANY($3::uuid[]) AND k.kind = ANY($4::text[])
       GROUP BY u.id, u.name ORDER BY u.name`,
      [q.year, q.date, q.skpdIds, q.kinds, q.timeZone, q.today],
    );
  }

  /** People of an SKPD with a definitive post on the day and no SKP of the year. */
  without(q: { year: number; date: IsoDate; skpdId: Uuid; kinds: EmployeeKind[] }): Promise<{ employmentId: Uuid; kind: EmployeeKind }[]> {
    return this.db.query(
      `SELECT e.id AS "employmentId", employment_kind_on(e.id, $2) AS kind FROM assignment a
       JOIN post po ON po.id = a.post_id JOIN unit u ON u.id = po.unit_id JOIN employment e ON e.id = a.employment_id
       WHERE a.kind = 'definitive' AND a.valid_from <= $2 AND (a.valid_to IS NULL OR a.valid_to >= $2) AND u.skpd_id = $3 AND employment_kind_on(e.id, $2) = ANY($4::text[])
         AND NOT EXISTS (SELECT FROM skp s WHERE s.employment_id = e.id AND s.year = $1)
       ORDER BY e.id`,
      [q.year, q.date, q.skpdId, q.kinds],
    );
  }

  /** Who of an SKPD has not handed in an SKP of the year. */
  async unsent(q: { year: number; date: IsoDate; skpdId: Uuid; kinds: EmployeeKind[] }): Promise<Uuid[]> {
    const rows = await this.db.query<{ id: Uuid }>(
      `SELECT e.id FROM assignment a
       JOIN post po ON po.id = a.post_id JOIN unit u ON u.id = po.unit_id JOIN employment e ON e.id = a.employment_id
       WHERE a.kind = 'definitive' AND a.valid_from <= $2 AND (a.valid_to IS NULL OR a.valid_to >= $2) AND u.skpd_id = $3 AND employment_kind_on(e.id, $2) = ANY($4::text[])
         AND NOT EXISTS (SELECT FROM skp s WHERE s.employment_id = e.id AND s.year = $1 AND s.status NOT IN ('draft','returned'))
       ORDER BY e.id`,
      [q.year, q.date, q.skpdId, q.kinds],
    );
    return rows.map(({ id }) => id);
  }

  /** Whose copies of supporting documents have not come: at the year's start, and for an SKP that begins later (KS 23(3)). */
  missingDocuments(
    q: { year: number; skpdIds: Uuid[] | null; uses: string[]; today: IsoDate; after: { name: string; id: Uuid } | null; limit: number },
  ): Promise<(MissingDocumentItem & { sortName: string })[]> {
    return this.db.query<MissingDocumentItem & { sortName: string }>(
      `WITH shown AS MATERIALIZED (
         SELECT s.id, w.use FROM skp s JOIN employment e ON e.id = s.employment_id JOIN person p ON p.id = e.person_id JOIN unit u ON u.id = s.unit_id
         CROSS JOIN LATERAL (SELECT CASE WHEN s.period_from <= make_date(s.year, 1, 31) THEN 'start-of-year' ELSE 'transfer' END AS use) w
         WHERE s.year = $1 AND ($2::uuid[] IS NULL OR u.skpd_id = ANY($2::uuid[])) AND w.use = ANY($3::text[])
           AND NOT EXISTS (SELECT FROM skp_document d WHERE d.skp_id = s.id AND d.use = w.use)
           AND ($5::text IS NULL OR p.name >= $5::text AND (p.name, s.id) > ($5::text, $6::uuid))
         ORDER BY p.name, s.id LIMIT $7
       ) SELECT s.id AS "skpId", s.employment_id AS "employmentId", person_display_name(p) AS "personName", p.name AS "sortName", n.nip, u.name AS "unitName",
              shown.use, ${DUE_ON} AS "dueDate", ${DUE_ON} < $4::date AS overdue
       FROM shown JOIN skp s ON s.id = shown.id
       JOIN employment e ON e.id = s.employment_id JOIN person p ON p.id = e.person_id
       JOIN unit u ON u.id = s.unit_id
       LEFT JOIN LATERAL (SELECT nip FROM employment_nip n WHERE n.employment_id = e.id AND n.valid_from <= s.period_to ORDER BY n.valid_from DESC LIMIT 1) n ON true
       ORDER BY p.name, s.id`,
      [q.year, q.skpdIds, q.uses, q.today, q.after?.name ?? null, q.after?.id ?? null, q.limit],
    );
  }

  /**
   * Who has not made the initial entry (KS 33): no SKP handed in since promulgation. Those who came later count from
   * their first session, or from the day they came while they have had none.
   */
  initialEntries(
    q: { promulgated: IsoDate; skpdIds: Uuid[] | null; kinds: EmployeeKind[]; today: IsoDate; timeZone: string; after: { name: string; id: Uuid } | null; limit: number },
  ): Promise<(Omit<InitialEntryItem, 'dueDate' | 'overdue'> & { sortName: string; countsFrom: IsoDate })[]> {
    return this.db.query(
      `WITH shown AS MATERIALIZED (
         SELECT e.id, u.name AS "unitName" FROM assignment a JOIN post po ON po.id = a.post_id JOIN unit u ON u.id = po.unit_id
         JOIN employment e ON e.id = a.employment_id JOIN person p ON p.id = e.person_id
         CROSS JOIN LATERAL employment_kinds_on(e.id, $4::date) k
         WHERE a.kind = 'definitive' AND a.valid_from <= $4 AND (a.valid_to IS NULL OR a.valid_to >= $4)
           AND ($2::uuid[] IS NULL OR u.skpd_id = ANY($2::uuid[])) AND k.kind = ANY($3::text[])
           AND NOT EXISTS (SELECT FROM skp s WHERE s.employment_id = e.id AND s.submitted_at IS NOT NULL)
           AND ($6::text IS NULL OR p.name >= $6::text AND (p.name, e.id) > ($6::text, $7::uuid))
         ORDER BY p.name, e.id LIMIT $8
       ) SELECT e.id AS "employmentId", person_display_name(p) AS "personName", p.name AS "sortName", n.nip, shown."unitName",
              CASE WHEN e.valid_from <= $1::date THEN $1::date ELSE coalesce(first.day, e.valid_from) END AS "countsFrom"
       FROM shown JOIN employment e ON e.id = shown.id JOIN person p ON p.id = e.person_id
       LEFT JOIN employment_nip n ON n.employment_id = e.id AND n.valid_from <= $4 AND (n.valid_to IS NULL OR n.valid_to >= $4)
       LEFT JOIN LATERAL (
         SELECT (min(se.created_at) AT TIME ZONE $5)::date AS day FROM account ac JOIN session se ON se.account_id = ac.id WHERE ac.person_id = p.id
       ) first ON true
       ORDER BY p.name, e.id`,
      [q.promulgated, q.skpdIds, q.kinds, q.today, q.timeZone, q.after?.name ?? null, q.after?.id ?? null, q.limit],
    );
  }
}
