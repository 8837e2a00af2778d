import { Injectable } from '@nestjs/common';
import type { EmployeeKind, IsoDate, IsoMonth, Predicate, Rupiah, Uuid } from '@ekinerja/contracts/basics';
import type { ComplianceItem, ComplianceLack, TrendMonth, UnitStages } from '@ekinerja/contracts/oversight';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { withinDays } from '../platform/database/day-of.js';

/** A month, its people and what of it is over. */
export interface MonthAsked {
  month: IsoMonth;
  from: IsoDate;
  /** Its last day, or today while it runs. */
  to: IsoDate;
  now: Date;
  /** Of whom the law wants an SKP. */
  kinds: EmployeeKind[];
  /** Last month of the latest evaluation period that is over with it. */
  judgedMonth: IsoMonth;
  skpdIds: Uuid[] | null;
}

type Predicates = Partial<Record<Predicate, number>>;

/**
 * Those of whom the law wants something in a month: definitive holders of a post in an SKPD, of a kind that has an SKP,
 * not away on leave outside the state's expense or study for all of it; each once.
 */
const people = (kinds: string, from: string) => `SELECT DISTINCT ON (a.employment_id) a.employment_id, u.skpd_id, po.name AS post_name
  FROM assignment a JOIN post po ON po.id = a.post_id JOIN unit u ON u.id = po.unit_id JOIN employment e ON e.id = a.employment_id
  CROSS JOIN LATERAL employment_kinds_on(e.id, $1::date) k
  WHERE a.kind = 'definitive' AND a.valid_from <= $1 AND (a.valid_to IS NULL OR a.valid_to >= $1) AND k.kind = ANY (${kinds}::text[])
    AND NOT EXISTS (SELECT FROM employment_absence x WHERE x.employment_id = e.id AND x.valid_from <= ${from} AND (x.valid_to IS NULL OR x.valid_to >= $1))
    AND u.skpd_id IS NOT NULL AND ($2::uuid[] IS NULL OR u.skpd_id = ANY ($2::uuid[]))
  ORDER BY a.employment_id, a.valid_from DESC`;

/** Of the month, by who entered; an entry counts where its month belongs, once after a transfer. */
const ENTRIES = `SELECT employment_id, count(*) FILTER (WHERE status IN ('submitted','accepted','refused'))::int AS entries,
    count(*) FILTER (WHERE status = 'accepted')::int AS accepted, count(*) FILTER (WHERE status = 'refused')::int AS refused,
    count(*) FILTER (WHERE status = 'submitted')::int AS waiting, count(*) FILTER (WHERE status = 'submitted' AND due_at < $5)::int AS overdue
  FROM activity WHERE date BETWEEN $3 AND $4 AND status <> 'draft' AND status <> 'withdrawn' GROUP BY employment_id`;

@Injectable()
export class StagesRepository {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** One query for all SKPD: how far each stage has come in the month (TL 5(6), 37). */
  units(q: MonthAsked): Promise<Omit<UnitStages, 'running'>[]> {
    return this.db.query(
      `WITH people AS (${people('$7', '$3')}), entries AS (${ENTRIES}),
        judged AS (SELECT employment_id, predicate FROM evaluation WHERE month = $8 AND kind = 'periodic'),
        predicates AS (SELECT skpd_id, jsonb_object_agg(predicate, n) AS counts FROM (
          SELECT p.skpd_id, j.predicate, count(*)::int AS n FROM people p JOIN judged j USING (employment_id) GROUP BY 1, 2) x GROUP BY skpd_id),
        pay AS (SELECT ru.skpd_id, sum(s.net) AS net FROM pay_run r JOIN pay_run_unit ru ON ru.run_id = r.id AND ru.status = 'closed'
          LEFT JOIN payslip s ON s.run_id = ru.run_id AND s.skpd_id = ru.skpd_id WHERE r.month = $6 AND r.kind = 'regular' GROUP BY ru.skpd_id)
       SELECT u.id AS "skpdId", u.name AS "skpdName", count(*)::int AS people,
         count(*) FILTER (WHERE EXISTS (SELECT 1 FROM skp k WHERE k.employment_id = p.employment_id AND k.status IN ('determined','closed') AND $1 BETWEEN k.period_from AND k.period_to))::int AS planned,
         count(*) FILTER (WHERE coalesce(e.entries, 0) > 0)::int AS recorded, coalesce(sum(e.accepted), 0)::int AS accepted,
         coalesce(sum(e.waiting), 0)::int AS waiting, coalesce(sum(e.overdue), 0)::int AS overdue, count(j.employment_id)::int AS evaluated,
         coalesce((SELECT counts FROM predicates x WHERE x.skpd_id = u.id), '{}') AS predicates,
         (SELECT net FROM pay WHERE pay.skpd_id = u.id) IS NOT NULL AS paid, (SELECT net::bigint FROM pay WHERE pay.skpd_id = u.id) AS net
       FROM people p JOIN unit u ON u.id = p.skpd_id LEFT JOIN entries e USING (employment_id) LEFT JOIN judged j USING (employment_id)
       GROUP BY u.id, u.name ORDER BY u.name, u.id`,
      [q.to, q.skpdIds, q.from, q.to, q.now, q.month, q.kinds, q.judgedMonth],
    );
  }

  /** Month by month, for the lines of a chart (KS 3(b)). */
  trend(months: IsoMonth[], skpdIds: Uuid[] | null): Promise<TrendMonth[]> {
    return this.db.query(
      `SELECT m.month, coalesce(a.entries, 0) AS entries, coalesce(a.accepted, 0) AS accepted, coalesce(a.refused, 0) AS refused, coalesce(a.silent, 0) AS silent,
         (SELECT count(*)::int FROM presence_day d WHERE d.status = 'absent' AND d.date >= (m.month || '-01')::date AND d.date < ((m.month || '-01')::date + interval '1 month')
           AND ($2::uuid[] IS NULL OR d.skpd_id = ANY ($2::uuid[]))) AS "absentDays",
         coalesce(v.evaluated, 0) AS evaluated, coalesce(v.predicates, '{}') AS predicates, coalesce(s.net, 0)::bigint AS net
       FROM unnest($1::text[]) AS m(month)
       LEFT JOIN LATERAL (SELECT count(*)::int AS entries, count(*) FILTER (WHERE status = 'accepted')::int AS accepted, count(*) FILTER (WHERE status = 'refused')::int AS refused,
           count(*) FILTER (WHERE decision_mode = 'lapse')::int AS silent
         FROM activity WHERE date >= (m.month || '-01')::date AND date < ((m.month || '-01')::date + interval '1 month')
           AND status IN ('submitted','accepted','refused') AND ($2::uuid[] IS NULL OR skpd_id = ANY ($2::uuid[]))) a ON true
       LEFT JOIN LATERAL (SELECT sum(n)::int AS evaluated, jsonb_object_agg(predicate, n) AS predicates FROM (
           SELECT v.predicate, count(*)::int AS n FROM evaluation v
           JOIN LATERAL (SELECT u.skpd_id FROM assignment t JOIN post po ON po.id = t.post_id JOIN unit u ON u.id = po.unit_id
             WHERE t.employment_id = v.employment_id AND t.kind = 'definitive' AND t.valid_from < ((m.month || '-01')::date + interval '1 month') ORDER BY t.valid_from DESC LIMIT 1) w ON true
           WHERE v.month = m.month AND v.kind = 'periodic' AND ($2::uuid[] IS NULL OR w.skpd_id = ANY ($2::uuid[])) GROUP BY v.predicate) x) v ON true
       LEFT JOIN LATERAL (SELECT sum(p.net) AS net FROM pay_run r JOIN pay_run_unit ru ON ru.run_id = r.id AND ru.status = 'closed'
         JOIN payslip p ON p.run_id = ru.run_id AND p.skpd_id = ru.skpd_id WHERE r.month = m.month AND ($2::uuid[] IS NULL OR ru.skpd_id = ANY ($2::uuid[]))) s ON true
       ORDER BY m.month`,
      [months, skpdIds],
    );
  }

  /** Person by person, what is missing; each person once (their post of the month's last day). */
  compliance(q: MonthAsked & { lacking: ComplianceLack | null; after: { name: string; id: Uuid } | null; limit: number }): Promise<(ComplianceItem & { sortName: string })[]> {
    return this.db.query(
      `WITH people AS (${people('$10', '$3')}), entries AS (${ENTRIES}),
        desk AS (SELECT evaluator_employment_id AS employment_id, count(*)::int AS waiting, count(*) FILTER (WHERE due_at < $5)::int AS overdue
          FROM activity WHERE status = 'submitted' AND evaluator_employment_id IS NOT NULL GROUP BY 1),
        found AS (
       SELECT p.employment_id AS "employmentId", person_display_name(pe) AS "personName", pe.name AS "sortName", n.nip, p.post_name AS "postName", u.name AS "skpdName",
         EXISTS (SELECT 1 FROM skp k WHERE k.employment_id = p.employment_id AND k.status IN ('determined','closed') AND $1 BETWEEN k.period_from AND k.period_to) AS planned,
         coalesce(e.entries, 0) AS entries, coalesce(d.waiting, 0) AS "toDecide", coalesce(d.overdue, 0) AS overdue,
         EXISTS (SELECT 1 FROM evaluation v WHERE v.employment_id = p.employment_id AND v.month = $6 AND v.kind = 'periodic') AS evaluated
       FROM people p JOIN employment em ON em.id = p.employment_id JOIN person pe ON pe.id = em.person_id JOIN unit u ON u.id = p.skpd_id
       LEFT JOIN employment_nip n ON n.employment_id = p.employment_id AND n.valid_from <= $1 AND (n.valid_to IS NULL OR n.valid_to >= $1)
       LEFT JOIN entries e ON e.employment_id = p.employment_id LEFT JOIN desk d ON d.employment_id = p.employment_id
       WHERE ($7::text IS NULL OR (pe.name, p.employment_id) > ($7::text, $8::uuid)))
       SELECT * FROM found WHERE CASE $11::text WHEN 'plan' THEN NOT planned WHEN 'entries' THEN entries = 0 WHEN 'decisions' THEN "toDecide" > 0 WHEN 'evaluation' THEN NOT evaluated
         WHEN 'any' THEN NOT planned OR entries = 0 OR "toDecide" > 0 OR NOT evaluated ELSE true END
       ORDER BY "sortName", "employmentId" LIMIT $9`,
      [q.to, q.skpdIds, q.from, q.to, q.now, q.judgedMonth, q.after?.name ?? null, q.after?.id ?? null, q.limit, q.kinds, q.lacking],
    );
  }

  /** Sums of a period for a report; no person in them. */
  async figures(q: { from: IsoDate; to: IsoDate; monthFrom: IsoMonth; monthTo: IsoMonth; kinds: EmployeeKind[] }): Promise<{ people: number; planned: number; recorded: number; entries: number; accepted: number; evaluated: number; predicates: Predicates; net: Rupiah; requests: { asked: number; given: number; refused: number }; reads: number }> {
    const row = await this.db.one<never>(
      `WITH people AS (${people('$8', '$3')}), work AS (
         SELECT count(DISTINCT employment_id)::int AS recorded, count(*)::int AS entries, count(*) FILTER (WHERE status = 'accepted')::int AS accepted
         FROM activity WHERE date BETWEEN $3 AND $4 AND status IN ('submitted','accepted','refused')),
        judged AS (SELECT coalesce(sum(n), 0)::int AS evaluated, coalesce(jsonb_object_agg(predicate, n), '{}') AS predicates FROM (
         SELECT predicate, count(*)::int AS n FROM evaluation WHERE kind = 'periodic' AND month BETWEEN $5 AND $6 GROUP BY predicate) x),
        asked AS (SELECT count(*)::int AS asked, count(*) FILTER (WHERE status = 'handed-over')::int AS given, count(*) FILTER (WHERE status = 'refused')::int AS refused
         FROM data_request WHERE ${withinDays('registered_at', '$3', '$4', '$7')})
       SELECT (SELECT count(*)::int FROM people) AS people,
         (SELECT count(*)::int FROM people p WHERE EXISTS (SELECT 1 FROM skp k WHERE k.employment_id = p.employment_id AND k.status IN ('determined','closed') AND $1 BETWEEN k.period_from AND k.period_to)) AS planned,
         w.recorded, w.entries, w.accepted, j.evaluated, j.predicates,
         (SELECT coalesce(sum(s.net), 0)::bigint FROM pay_run r JOIN payslip s ON s.run_id = r.id WHERE r.month BETWEEN $5 AND $6) AS net,
         (SELECT to_jsonb(q) FROM asked q) AS requests,
         (SELECT count(*)::int FROM read_log WHERE ${withinDays('at', '$3', '$4', '$7')}) AS reads
       FROM work w, judged j`,
      [q.to, null, q.from, q.to, q.monthFrom, q.monthTo, this.clock.timeZone, q.kinds],
    );
    return row!;
  }
}
