import { Injectable } from '@nestjs/common';
import type { IsoDate, PresenceStatus, UnitKind, Uuid } from '@ekinerja/contracts/basics';
import type { Activity, PlanLine } from '@ekinerja/contracts/activities';
import { Database } from '../platform/database/database.js';
import { ACTIVITY_COLUMNS, ACTIVITY_JOINS } from './activities.repository.js';
import type { ActivityRow } from './activity-row.js';

export type WaitingRow = ActivityRow & { personName: string; nip: string | null; postName: string | null };

export interface MonthCount {
  employmentId: Uuid;
  acceptedCount: number;
  acceptedMinutes: number;
  daysWithEntry: number;
  openEntries: number;
}

/** Days spent in units of one kind; a transfer inside the month gives two. */
export interface Stay {
  unitKind: UnitKind;
  unitName: string;
  skpdId: Uuid | null;
  from: IsoDate;
  to: IsoDate;
}

export interface WorkMonthRow {
  employmentId: Uuid;
  personName: string;
  sortName: string;
  nip: string | null;
  unitName: string | null;
  stays: Stay[];
  /** Entries handed in by day; drafts, refused and withdrawn ones do not count. */
  entries: Record<IsoDate, number>;
  /** Day → what the presence record says. */
  presence: Record<IsoDate, PresenceStatus>;
  waiting: number;
}

export interface SilentRow {
  employmentId: Uuid;
  personName: string;
  postName: string | null;
  waiting: number;
  overdue: number;
  unopened: number;
  lapsed: number;
  oldestDueAt: Date | null;
}

/** Lists over many entries or people, each one query. */
export type ReportedActivity = Pick<Activity, 'status' | 'date' | 'startTime' | 'endTime' | 'description' | 'outputQuantity' | 'outputUnit' | 'decisionMode'> & { minutes: number };

@Injectable()
export class ActivityListsRepository {
  constructor(private readonly db: Database) {}

  /** Entries handed in within some days by some people, as their monthly reports show them. */
  reported(from: IsoDate, to: IsoDate, employmentIds: Uuid[]): Promise<(ReportedActivity & { employmentId: Uuid })[]> {
    return this.db.query(
      `SELECT employment_id AS "employmentId", status, date, start_time AS "startTime", end_time AS "endTime", description,
              trim_scale(output_quantity)::text AS "outputQuantity", output_unit AS "outputUnit", decision_mode AS "decisionMode", minutes
       FROM activity WHERE employment_id = ANY($1::uuid[]) AND date BETWEEN $2 AND $3 AND status NOT IN ('draft','withdrawn') ORDER BY employment_id, date, start_time, id`,
      [employmentIds, from, to],
    );
  }

  /** What waits for a person, most urgent first, with the counts over all of it (BK 4(1), KS 23(5)). */
  async waiting(
    q: { evaluator: Uuid; employmentId: Uuid | null; now: Date; today: IsoDate; after: { dueAt: string | null; id: Uuid } | null; limit: number },
  ): Promise<{ rows: WaitingRow[]; total: number; overdue: number }> {
    const rows = await this.db.query<WaitingRow & { total: number; overdueCount: number }>(
      `WITH open AS (
         SELECT count(*) AS total, count(*) FILTER (WHERE due_at <= $3) AS overdue FROM activity
         WHERE evaluator_employment_id = $1 AND status = 'submitted' AND ($2::uuid IS NULL OR employment_id = $2)
       ), page AS (
         SELECT * FROM activity
         WHERE evaluator_employment_id = $1 AND status = 'submitted' AND ($2::uuid IS NULL OR employment_id = $2)
           AND ($4::uuid IS NULL
             OR ($5::timestamptz IS NOT NULL AND ((due_at, id) > ($5::timestamptz, $4::uuid) OR due_at IS NULL))
             OR ($5::timestamptz IS NULL AND due_at IS NULL AND id > $4::uuid))
         ORDER BY due_at, id LIMIT $6
       )
       SELECT open.total, open.overdue AS "overdueCount", item.* FROM open LEFT JOIN (
         SELECT ${ACTIVITY_COLUMNS}, person_display_name(p) AS "personName", n.nip, post.name AS "postName"
         FROM page a ${ACTIVITY_JOINS}
         JOIN person p ON p.id = e.person_id
         LEFT JOIN employment_nip n ON n.employment_id = e.id AND n.valid_from <= $7::date AND (n.valid_to IS NULL OR n.valid_to >= $7::date)
         LEFT JOIN assignment s ON s.employment_id = e.id AND s.kind = 'definitive' AND s.valid_from <= $7::date AND (s.valid_to IS NULL OR s.valid_to >= $7::date)
         LEFT JOIN post ON post.id = s.post_id
       ) item ON true ORDER BY item."dueAt", item.id`,
      [q.evaluator, q.employmentId, q.now, q.after?.id ?? null, q.after?.dueAt ?? null, q.limit, q.today],
    );
    const counts = rows[0];
    return { rows: rows.filter((row) => row.id !== null), total: counts?.total ?? 0, overdue: counts?.overdueCount ?? 0 };
  }

  /** The evaluator has opened the list that holds them (KS 23(7)); rows that somebody is deciding right now are left. */
  async markSeen(ids: Uuid[], evaluator: Uuid, at: Date): Promise<void> {
    await this.db.execute(
      `UPDATE activity SET seen_at = $2 WHERE id IN (
         SELECT id FROM activity WHERE id = ANY($1::uuid[]) AND evaluator_employment_id = $3 AND seen_at IS NULL AND status = 'submitted' ORDER BY id FOR UPDATE SKIP LOCKED
       )`,
      [ids, at, evaluator],
    );
  }

  monthCounts(from: IsoDate, to: IsoDate, who: { skpdId: Uuid } | { employmentIds: Uuid[] }): Promise<MonthCount[]> {
    const [condition, value] = 'skpdId' in who ? ['skpd_id = $3', who.skpdId] : ['employment_id = ANY($3::uuid[])', who.employmentIds];
    return this.db.query<MonthCount>(
      // By day first: counting distinct days would sort every entry of the month.
      `SELECT employment_id AS "employmentId", sum(accepted)::int AS "acceptedCount", sum(minutes)::int AS "acceptedMinutes",
              count(*) FILTER (WHERE entered) AS "daysWithEntry", sum(open)::int AS "openEntries"
       FROM (
         SELECT employment_id, date, count(*) FILTER (WHERE status = 'accepted') AS accepted,
                coalesce(sum(minutes) FILTER (WHERE status = 'accepted'), 0) AS minutes,
                bool_or(status IN ('accepted', 'submitted')) AS entered, count(*) FILTER (WHERE status = 'submitted') AS open
         FROM activity WHERE date BETWEEN $1 AND $2 AND ${condition} GROUP BY employment_id, date
       ) day GROUP BY employment_id`,
      [from, to, value],
    );
  }

  /**
   * Working month of people by name: where they stood, what they entered, what the presence record says. The days
   * that still lack an entry are the law's to tell.
   * @param q.skpdIds null: everywhere
   */
  workMonths(
    q: { from: IsoDate; to: IsoDate; skpdIds: Uuid[] | null; employmentIds: Uuid[] | null; after: { name: string; id: Uuid } | null; limit: number },
  ): Promise<WorkMonthRow[]> {
    return this.db.query<WorkMonthRow>(
      `WITH stay AS (
         SELECT a.employment_id, u.kind, u.name AS unit_name, u.skpd_id, greatest(a.valid_from, $1::date) AS first_day,
                least(coalesce(a.valid_to, $2::date), $2::date) AS last_day
         FROM assignment a JOIN post p ON p.id = a.post_id JOIN unit u ON u.id = p.unit_id
         WHERE a.kind = 'definitive' AND a.valid_from <= $2 AND (a.valid_to IS NULL OR a.valid_to >= $1)
           AND ($4::uuid[] IS NULL OR a.employment_id = ANY($4::uuid[]))
       ), page AS (
         SELECT e.id, p.name, person_display_name(p) AS display_name FROM employment e JOIN person p ON p.id = e.person_id
         WHERE EXISTS (SELECT 1 FROM stay WHERE stay.employment_id = e.id AND stay.skpd_id IS NOT NULL AND ($3::uuid[] IS NULL OR stay.skpd_id = ANY($3::uuid[])))
           AND e.kind <> 'non-asn' AND ($4::uuid[] IS NULL OR e.id = ANY($4::uuid[])) AND ($5::text IS NULL OR (p.name, e.id) > ($5::text, $6::uuid))
         ORDER BY p.name, e.id LIMIT $7
       )
       SELECT page.id AS "employmentId", page.display_name AS "personName", page.name AS "sortName", n.nip, s.unit_name AS "unitName", s.stays,
              coalesce(w.entries, '{}') AS entries, coalesce(w.waiting, 0) AS waiting, coalesce(d.presence, '{}') AS presence
       FROM page
       JOIN LATERAL (
         SELECT json_agg(json_build_object('unitKind', kind, 'unitName', unit_name, 'skpdId', skpd_id, 'from', first_day, 'to', last_day) ORDER BY first_day) AS stays,
                (array_agg(unit_name ORDER BY first_day DESC))[1] AS unit_name
         FROM stay WHERE stay.employment_id = page.id
       ) s ON true
       LEFT JOIN LATERAL (
         SELECT json_object_agg(date, entries) AS entries, sum(waiting)::int AS waiting FROM (
           SELECT date, count(*) FILTER (WHERE status IN ('submitted', 'accepted')) AS entries, count(*) FILTER (WHERE status = 'submitted') AS waiting
           FROM activity WHERE employment_id = page.id AND date BETWEEN $1 AND $2 GROUP BY date
         ) day
       ) w ON true
       LEFT JOIN LATERAL (
         SELECT json_object_agg(date, status) AS presence FROM presence_day WHERE employment_id = page.id AND date BETWEEN $1 AND $2
       ) d ON true
       LEFT JOIN LATERAL (
         SELECT nip FROM employment_nip n WHERE n.employment_id = page.id AND n.valid_from <= $2 ORDER BY n.valid_from DESC LIMIT 1
       ) n ON true
       ORDER BY page.name, page.id`,
      [q.from, q.to, q.skpdIds, q.employmentIds, q.after?.name ?? null, q.after?.id ?? null, q.limit],
    );
  }

  /** Who decides entries of an SKPD, with what waits and what lapsed in the month: the silent ones first (BK 4(2), KS 23(7)). */
  silentEvaluators(q: { skpdId: Uuid; from: IsoDate; to: IsoDate; now: Date; today: IsoDate }): Promise<SilentRow[]> {
    return this.db.query<SilentRow>(
      `WITH open AS (
         SELECT evaluator_employment_id AS id, count(*) FILTER (WHERE status = 'submitted')::int AS waiting,
                count(*) FILTER (WHERE status = 'submitted' AND due_at <= $4)::int AS overdue,
                count(*) FILTER (WHERE status = 'submitted' AND seen_at IS NULL)::int AS unopened,
                count(*) FILTER (WHERE decision_mode = 'lapse')::int AS lapsed,
                min(due_at) FILTER (WHERE status = 'submitted') AS oldest
         FROM activity WHERE skpd_id = $1 AND date BETWEEN $2 AND $3 AND evaluator_employment_id IS NOT NULL GROUP BY 1
       )
       SELECT o.id AS "employmentId", person_display_name(p) AS "personName", post.name AS "postName", o.waiting, o.overdue, o.unopened, o.lapsed, o.oldest AS "oldestDueAt"
       FROM open o JOIN employment e ON e.id = o.id JOIN person p ON p.id = e.person_id
       LEFT JOIN assignment s ON s.employment_id = e.id AND s.kind = 'definitive' AND s.valid_from <= $5::date AND (s.valid_to IS NULL OR s.valid_to >= $5::date)
       LEFT JOIN post ON post.id = s.post_id
       WHERE o.waiting > 0 OR o.lapsed > 0 ORDER BY o.overdue DESC, o.lapsed DESC, o.waiting DESC, p.name LIMIT 500`,
      [q.skpdId, q.from, q.to, q.now, q.today],
    );
  }

  /** Waiting and overdue entries of an SKPD by day of work. */
  waitingDays(q: { skpdId: Uuid; from: IsoDate; to: IsoDate; now: Date }): Promise<{ date: IsoDate; waiting: number; overdue: number }[]> {
    return this.db.query(
      `SELECT date, count(*)::int AS waiting, count(*) FILTER (WHERE due_at <= $4)::int AS overdue
       FROM activity WHERE skpd_id = $1 AND date BETWEEN $2 AND $3 AND status = 'submitted' GROUP BY date`,
      [q.skpdId, q.from, q.to, q.now],
    );
  }

  /** Whether an entry of that person waits for that evaluator. */
  async waitsFor(evaluator: Uuid, employmentId: Uuid): Promise<boolean> {
    return (await this.db.one(`SELECT 1 FROM activity WHERE evaluator_employment_id = $1 AND employment_id = $2 AND status = 'submitted' LIMIT 1`, [evaluator, employmentId])) !== null;
  }

  /** What a person has planned, with how much was entered on each result in the month: shown beside what waits (KS 17(b)). */
  planBeside(employmentId: Uuid, from: IsoDate, to: IsoDate): Promise<PlanLine[]> {
    return this.db.query<PlanLine>(
      `SELECT r.id, r.title, r.task,
              (SELECT coalesce(json_agg(json_build_object('indicator', i.indicator, 'target', i.target, 'unit', i.unit) ORDER BY i.position), '[]')
               FROM skp_indicator i WHERE i.result_id = r.id) AS indicators,
              coalesce(w.entries, 0) AS entries, coalesce(w.minutes, 0) AS minutes
       FROM skp s JOIN skp_result r ON r.skp_id = s.id
       LEFT JOIN LATERAL (
         SELECT count(*)::int AS entries, sum(minutes)::int AS minutes FROM activity a
         WHERE a.employment_id = $1 AND a.skp_result_id = r.id AND a.date BETWEEN $2 AND $3 AND a.status IN ('submitted', 'accepted')
       ) w ON true
       WHERE s.employment_id = $1 AND s.period_from <= $3 AND s.period_to >= $2 ORDER BY r.task DESC, r.position, r.id`,
      [employmentId, from, to],
    );
  }

  /** How often each SKP result was written on since that day. */
  async resultsUsed(employmentId: Uuid, since: IsoDate): Promise<Map<Uuid, number>> {
    const rows = await this.db.query<{ id: Uuid; used: number }>(
      `SELECT skp_result_id AS id, count(*)::int AS used FROM activity WHERE employment_id = $1 AND date >= $2 AND status <> 'withdrawn' GROUP BY skp_result_id`,
      [employmentId, since],
    );
    return new Map(rows.map(({ id, used }) => [id, used]));
  }

  /** What the presence record says of single days; days without a row are left out. */
  presenceOn(employmentId: Uuid, dates: IsoDate[]): Promise<{ date: IsoDate; status: PresenceStatus }[]> {
    return this.db.query(`SELECT date, status FROM presence_day WHERE employment_id = $1 AND date = ANY($2::date[])`, [employmentId, dates]);
  }
}
