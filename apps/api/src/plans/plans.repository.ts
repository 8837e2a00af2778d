import { Injectable } from '@nestjs/common';
import type { DecimalString, EmployeeKind, IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { MissingPlanItem, PlanStepInput, PlanTarget, WaitingPlanItem, WorkPlanContent, WorkPlanStatus } from '@ekinerja/contracts/plans';
import type { PersonSnapshot } from '@ekinerja/contracts/skp';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';

export interface WorkPlanRow {
  skpId: Uuid;
  status: WorkPlanStatus;
  version: number;
  skpContent: number | null;
  returnReason: string | null;
  submittedAt: Date | null;
  verifiedAt: Date | null;
  verifier: PersonSnapshot | null;
}
export type WorkPlanStep = Partial<Omit<WorkPlanRow, 'skpId' | 'version'>> & { contentHash?: string };
/** A step that an entry may serve, with how often it did. */
export interface MonthStep {
  id: Uuid;
  resultId: Uuid;
  title: string;
  used: number;
}
export interface DoneOnDay {
  resultId: Uuid;
  date: IsoDate;
  unit: string;
  quantity: DecimalString;
  waiting: number;
}

const COLUMNS: Record<keyof WorkPlanStep, string> = {
  status: 'status = $::text', skpContent: 'skp_content = $::int', returnReason: 'return_reason = $::text', submittedAt: 'submitted_at = $::timestamptz',
  verifiedAt: 'verified_at = $::timestamptz', verifier: 'verifier = $::jsonb', contentHash: 'content_hash = $::text',
};

@Injectable()
export class PlansRepository {
  constructor(private readonly db: Database) {}

  find(skpId: Uuid): Promise<WorkPlanRow | null> {
    return this.db.one<WorkPlanRow>(
      `SELECT skp_id AS "skpId", status, version, skp_content AS "skpContent", return_reason AS "returnReason", submitted_at AS "submittedAt",
              verified_at AS "verifiedAt", verifier FROM work_plan WHERE skp_id = $1`,
      [skpId],
    );
  }

  async content(skpId: Uuid): Promise<WorkPlanContent> {
    const targets = await this.db.query<PlanTarget>(
      `SELECT t.result_id AS "resultId", t.indicator, t.level, t.period, trim_scale(t.quantity)::text AS quantity FROM plan_target t
       JOIN skp_result r ON r.id = t.result_id AND r.removed_at IS NULL WHERE t.skp_id = $1 ORDER BY t.result_id, t.indicator, t.period`,
      [skpId],
    );
    const steps = await this.db.query<PlanStepInput>(
      `SELECT p.id, p.result_id AS "resultId", p.title, p.kind, p.pattern, p.months, p.days, p.output FROM plan_step p
       JOIN skp_result r ON r.id = p.result_id AND r.removed_at IS NULL WHERE p.skp_id = $1 AND p.removed_at IS NULL ORDER BY r.position, p.position`,
      [skpId],
    );
    return { targets, steps };
  }

  /** Replaces the whole; a step that is left out is marked removed, never deleted: entries of the day may point to it. */
  async replace(skpId: Uuid, { targets, steps }: WorkPlanContent, at: Date): Promise<void> {
    await this.db.execute(
      `INSERT INTO work_plan (skp_id, status, version, updated_at) VALUES ($1, 'draft', 0, $2) ON CONFLICT (skp_id) DO UPDATE SET updated_at = $2`,
      [skpId, at],
    );
    await this.db.execute(`DELETE FROM plan_target WHERE skp_id = $1`, [skpId]);
    await this.db.query(
      `INSERT INTO plan_target (skp_id, result_id, indicator, level, period, quantity)
       SELECT $1, t."resultId", t.indicator, t.level, t.period, t.quantity
       FROM jsonb_to_recordset($2::jsonb) AS t("resultId" uuid, indicator int, level text, period text, quantity numeric)`,
      [skpId, JSON.stringify(targets)],
    );
    await this.db.execute(`UPDATE plan_step SET removed_at = $3 WHERE skp_id = $1 AND removed_at IS NULL AND NOT (id = ANY($2::uuid[]))`, [
      skpId, steps.map(({ id }) => id), at,
    ]);
    const written = await this.db.query<{ id: Uuid }>(
      `INSERT INTO plan_step (id, skp_id, result_id, position, title, kind, pattern, months, days, output)
       SELECT s.id, $1, s."resultId", s.position, s.title, s.kind, s.pattern, s.months, s.days, s.output
       FROM jsonb_to_recordset($2::jsonb)
         AS s(id uuid, "resultId" uuid, position int, title text, kind text, pattern text, months text[], days int, output text)
       ON CONFLICT (id) DO UPDATE SET result_id = excluded.result_id, position = excluded.position, title = excluded.title, kind = excluded.kind,
         pattern = excluded.pattern, months = excluded.months, days = excluded.days, output = excluded.output, removed_at = NULL
       WHERE plan_step.skp_id = excluded.skp_id RETURNING id`,
      [skpId, JSON.stringify(steps.map((step, position) => ({ ...step, position })))],
    );
    if (written.length !== steps.length) throw new DomainError('duplicate', { field: 'steps' });
  }

  /** Writes a step of the way and moves the version on. */
  async step(skpId: Uuid, step: WorkPlanStep): Promise<void> {
    const given = (Object.keys(step) as (keyof WorkPlanStep)[]).filter((key) => step[key] !== undefined);
    const set = given.map((key, at) => COLUMNS[key].replace('$', `$${at + 2}`));
    const values = given.map((key) => (key === 'verifier' && step[key] ? JSON.stringify(step[key]) : step[key]));
    await this.db.execute(`UPDATE work_plan SET version = version + 1, ${set.join(', ')} WHERE skp_id = $1`, [skpId, ...values]);
  }

  /** What entries of those results brought, day by day and by their own unit: accepted quantity, and how many wait. */
  doneOf(resultIds: Uuid[], from: IsoDate, to: IsoDate): Promise<DoneOnDay[]> {
    return this.db.query<DoneOnDay>(
      `SELECT skp_result_id AS "resultId", date, lower(output_unit) AS unit,
              trim_scale(coalesce(sum(output_quantity) FILTER (WHERE status = 'accepted'), 0))::text AS quantity,
              (count(*) FILTER (WHERE status = 'submitted'))::int AS waiting
       FROM activity WHERE skp_result_id = ANY($1::uuid[]) AND date BETWEEN $2 AND $3 AND status IN ('accepted','submitted')
       GROUP BY skp_result_id, date, lower(output_unit)`,
      [resultIds, from, to],
    );
  }

  /** The SKP of a person that covers any day of a month, the latest first. */
  skpInMonth(employmentId: Uuid, month: IsoMonth, last: IsoDate): Promise<{ id: Uuid }[]> {
    return this.db.query(`SELECT id FROM skp WHERE employment_id = $1 AND period_from <= $3 AND period_to >= $2 ORDER BY period_from DESC`, [
      employmentId, `${month}-01`, last,
    ]);
  }

  /** Whether a step belongs to a plan of that person's result. */
  async stepOf(employmentId: Uuid, stepId: Uuid, resultId: Uuid): Promise<boolean> {
    const found = await this.db.one(
      `SELECT p.id FROM plan_step p JOIN skp s ON s.id = p.skp_id WHERE p.id = $1 AND p.result_id = $2 AND s.employment_id = $3 AND p.removed_at IS NULL`,
      [stepId, resultId, employmentId],
    );
    return found !== null;
  }

  /** A step without months is one of the whole year. */
  stepsInMonth(employmentId: Uuid, month: IsoMonth, since: IsoDate): Promise<MonthStep[]> {
    return this.db.query<MonthStep>(
      `SELECT p.id, p.result_id AS "resultId", p.title, count(a.id)::int AS used
       FROM skp s JOIN plan_step p ON p.skp_id = s.id AND p.removed_at IS NULL AND (p.months = '{}' OR $2 = ANY(p.months))
       JOIN skp_result r ON r.id = p.result_id AND r.removed_at IS NULL
       LEFT JOIN activity a ON a.employment_id = s.employment_id AND a.month_plan_id = p.id AND a.date >= $3 AND a.status <> 'withdrawn'
       WHERE s.employment_id = $1 AND s.year = left($2, 4)::int
       GROUP BY p.id, r.position ORDER BY used DESC, r.position, p.position, p.id`,
      [employmentId, month, since],
    );
  }

  waiting(employmentIds: Uuid[], after: { submittedAt: string; id: Uuid } | null, limit: number): Promise<(Omit<WaitingPlanItem, 'submittedAt'> & { submittedAt: Date })[]> {
    return this.db.query(
      `SELECT s.id AS "skpId", s.employment_id AS "employmentId", person_display_name(p) AS "personName", po.name AS "postName", s.year,
              w.submitted_at AS "submittedAt"
       FROM work_plan w JOIN skp s ON s.id = w.skp_id JOIN employment e ON e.id = s.employment_id JOIN person p ON p.id = e.person_id
       JOIN post po ON po.id = s.post_id
       WHERE w.status = 'submitted' AND s.employment_id = ANY($1::uuid[])
         AND ($2::timestamptz IS NULL OR (date_trunc('milliseconds', w.submitted_at), s.id) > ($2::timestamptz, $3::uuid))
       ORDER BY date_trunc('milliseconds', w.submitted_at), s.id LIMIT $4`,
      [employmentIds, after?.submittedAt ?? null, after?.id ?? null, limit],
    );
  }

  /** Whose SKP is determined and whose plan is lacking, not handed in, or behind the SKP in force (TL 15, BK 3). */
  missing(
    q: { year: number; skpdIds: Uuid[] | null; kinds: EmployeeKind[]; withSteps: EmployeeKind[]; after: { name: string; id: Uuid } | null; limit: number },
  ): Promise<(Omit<MissingPlanItem, 'lacks'> & { sortName: string; kind: EmployeeKind })[]> {
    return this.db.query(
      `SELECT * FROM (
         SELECT s.id AS "skpId", s.employment_id AS "employmentId", person_display_name(p) AS "personName", p.name AS "sortName", n.nip, u.name AS "unitName",
                k.kind, CASE WHEN w.skp_id IS NULL THEN 'none' WHEN w.status IN ('draft','returned') THEN 'draft'
                  WHEN w.skp_content < s.content_number OR (k.kind = ANY($5::text[]) AND EXISTS (
                    SELECT FROM skp_result r WHERE r.skp_id = s.id AND r.removed_at IS NULL
                      AND NOT EXISTS (SELECT FROM plan_step st WHERE st.result_id = r.id AND st.removed_at IS NULL))) THEN 'incomplete' END AS state
         FROM skp s
         JOIN employment e ON e.id = s.employment_id JOIN person p ON p.id = e.person_id JOIN unit u ON u.id = s.unit_id
         CROSS JOIN LATERAL (SELECT employment_kind_on(s.employment_id, s.period_from) AS kind) k
         LEFT JOIN work_plan w ON w.skp_id = s.id
         LEFT JOIN LATERAL (SELECT nip FROM employment_nip n WHERE n.employment_id = e.id AND n.valid_from <= s.period_to ORDER BY n.valid_from DESC LIMIT 1) n ON true
         WHERE s.year = $1 AND s.status = 'determined' AND ($2::uuid[] IS NULL OR u.skpd_id = ANY($2::uuid[])) AND k.kind = ANY($3::text[])
           AND ($4::text IS NULL OR (p.name, s.id) > ($4::text, $6::uuid))
       ) x WHERE state IS NOT NULL ORDER BY "sortName", "skpId" LIMIT $7`,
      [q.year, q.skpdIds, q.kinds, q.after?.name ?? null, q.withSteps, q.after?.id ?? null, q.limit],
    );
  }
}
