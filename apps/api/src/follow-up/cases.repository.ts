import { Injectable } from '@nestjs/common';
import type { Citation, DerivationStep, EmployeeKind, IsoDate, IsoMonth, PostKind, Predicate, Uuid } from '@ekinerja/contracts/basics';
import type { EvaluationKind } from '@ekinerja/contracts/evaluations';
import type { CaseAction, CaseDocument, CaseKind, CaseStatus } from '@ekinerja/contracts/follow-up';
import { Database } from '../platform/database/database.js';

export interface CaseRow {
  id: Uuid;
  kind: CaseKind;
  ladder: string | null;
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  postName: string | null;
  unitName: string | null;
  evaluationId: Uuid | null;
  /** The version of it that the case was opened on. */
  evaluationVersion: number | null;
  month: IsoMonth | null;
  predicate: Predicate | null;
  status: CaseStatus;
  closed: boolean;
  openedOn: IsoDate;
  dueOn: IsoDate | null;
  grounds: string;
  derivation: DerivationStep[];
  version: number;
}
export interface StepRow {
  number: number;
  action: CaseAction | 'opened';
  status: CaseStatus;
  note: string;
  document: CaseDocument | null;
  cite: Citation | null;
  at: Date;
  by: string;
  coachingId: Uuid | null;
}
/** An annual result that a ladder may be about. */
export interface AnnualRow {
  evaluationId: Uuid;
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  postName: string | null;
  unitName: string | null;
  predicate: Predicate;
  postKind: PostKind;
  kind: EmployeeKind;
  /** The post of the year's last day was held from its first day on without a break, by one decree or by several. */
  wholeYear: boolean;
  version: number;
  underObjection: boolean;
  receivedAt: Date | null;
}

/** The person's post and unit today, or the last one. */
const PERSON = `JOIN employment e ON e.id = c.employment_id JOIN person p ON p.id = e.person_id
  LEFT JOIN LATERAL (SELECT nip FROM employment_nip n WHERE n.employment_id = e.id ORDER BY n.valid_from DESC LIMIT 1) n ON true
  LEFT JOIN LATERAL (
    SELECT po.name AS post, u.name AS unit, u.skpd_id FROM assignment a JOIN post po ON po.id = a.post_id JOIN unit u ON u.id = po.unit_id
    WHERE a.employment_id = e.id AND a.kind = 'definitive' ORDER BY a.valid_from DESC LIMIT 1
  ) s ON true`;
const SELECT = `SELECT c.id, c.kind, c.ladder, c.employment_id AS "employmentId", person_display_name(p) AS "personName", n.nip, s.post AS "postName", s.unit AS "unitName",
  c.evaluation_id AS "evaluationId", c.evaluation_version AS "evaluationVersion", c.month, c.predicate, c.status, c.closed, c.opened_on AS "openedOn", c.due_on AS "dueOn", c.grounds, c.derivation, c.version
  FROM follow_up_case c ${PERSON}`;

@Injectable()
export class CasesRepository {
  constructor(private readonly db: Database) {}

  find(id: Uuid): Promise<CaseRow | null> {
    return this.db.one<CaseRow>(`${SELECT} WHERE c.id = $1`, [id]);
  }

  async lock(id: Uuid): Promise<CaseRow | null> {
    await this.db.query(`SELECT id FROM follow_up_case WHERE id = $1 FOR UPDATE`, [id]);
    return this.find(id);
  }

  /** Cases of people in those SKPDs (null: everywhere) or among those persons, open ones first, then the newest. */
  list(q: { skpdIds: Uuid[] | null; people: Uuid[]; kind: CaseKind | null; open: boolean | null; after: { on: IsoDate; id: Uuid } | null; limit: number }): Promise<CaseRow[]> {
    return this.db.query<CaseRow>(
      `${SELECT} WHERE ($1::uuid[] IS NULL OR s.skpd_id = ANY($1::uuid[]) OR c.employment_id = ANY($2::uuid[]))
         AND ($3::text IS NULL OR c.kind = $3) AND ($4::boolean IS NULL OR c.closed <> $4)
         AND ($5::date IS NULL OR (c.opened_on, c.id) < ($5::date, $6::uuid))
       ORDER BY c.opened_on DESC, c.id DESC LIMIT $7`,
      [q.skpdIds, q.people, q.kind, q.open, q.after?.on ?? null, q.after?.id ?? null, q.limit],
    );
  }

  steps(id: Uuid): Promise<StepRow[]> {
    return this.db.query<StepRow>(`SELECT number, action, status, note, document, cite, at, by_name AS by, coaching_id AS "coachingId" FROM follow_up_step WHERE case_id = $1 ORDER BY number`, [id]);
  }

  /** @returns null when there is one already */
  async open(c: { kind: CaseKind; ladder: string | null; employmentId: Uuid; evaluationId: Uuid | null; evaluationVersion: number | null; month: IsoMonth | null; predicate: Predicate | null; status: CaseStatus; openedOn: IsoDate; dueOn: IsoDate | null; grounds: string; derivation: DerivationStep[] }): Promise<Uuid | null> {
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO follow_up_case (kind, ladder, employment_id, evaluation_id, month, predicate, status, opened_on, due_on, grounds, derivation, evaluation_version)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12) ON CONFLICT DO NOTHING RETURNING id`,
      [c.kind, c.ladder, c.employmentId, c.evaluationId, c.month, c.predicate, c.status, c.openedOn, c.dueOn, c.grounds, JSON.stringify(c.derivation), c.evaluationVersion],
    );
    return row?.id ?? null;
  }

  async addStep(id: Uuid, step: Omit<StepRow, 'number' | 'coachingId'> & { accountId: Uuid; coachingId?: Uuid | null }): Promise<void> {
    await this.db.query(
      `INSERT INTO follow_up_step (case_id, number, action, status, note, document, cite, at, account_id, by_name, coaching_id)
       VALUES ($1, (SELECT count(*) + 1 FROM follow_up_step WHERE case_id = $1), $2,$3,$4,$5,$6,$7,$8,$9,$10)`,
      [id, step.action, step.status, step.note, step.document && JSON.stringify(step.document), step.cite && JSON.stringify(step.cite), step.at, step.accountId, step.by, step.coachingId ?? null],
    );
  }

  async move(id: Uuid, status: CaseStatus, dueOn: IsoDate | null, closed: boolean): Promise<void> {
    await this.db.execute(`UPDATE follow_up_case SET status = $2, due_on = $3, closed = $4, version = version + 1 WHERE id = $1`, [id, status, dueOn, closed]);
  }

  /** Annual results of a year with those predicates that no case is about yet. */
  annual(q: { year: number; predicates: readonly Predicate[]; skpdIds: Uuid[] | null; evaluationId: Uuid | null }): Promise<AnnualRow[]> {
    return this.db.query<AnnualRow>(
      `SELECT v.id AS "evaluationId", c.id AS "employmentId", person_display_name(p) AS "personName", n.nip, po.name AS "postName", u.name AS "unitName",
              v.predicate, po.kind AS "postKind", employment_kind_on(c.id, make_date($1, 12, 31)) AS kind, coalesce((
                SELECT range_agg(daterange(x.valid_from, x.valid_to, '[]')) FROM assignment x
                WHERE x.employment_id = c.id AND x.kind = 'definitive' AND x.post_id = a.post_id
              ) @> daterange(make_date($1, 1, 1), make_date($1, 12, 31), '[]'), false) AS "wholeYear",
              v.version, v.objection_id IS NOT NULL AND v.origin <> 'objection' AS "underObjection", r.received_at AS "receivedAt"
       FROM evaluation v
       JOIN employment c ON c.id = v.employment_id JOIN person p ON p.id = c.person_id
       JOIN assignment a ON a.employment_id = c.id AND a.kind = 'definitive' AND a.valid_from <= make_date($1, 12, 31)
         AND (a.valid_to IS NULL OR a.valid_to >= make_date($1, 12, 31))
       JOIN post po ON po.id = a.post_id JOIN unit u ON u.id = po.unit_id
       LEFT JOIN employment_nip n ON n.employment_id = c.id AND n.valid_from <= make_date($1, 12, 31) AND (n.valid_to IS NULL OR n.valid_to >= make_date($1, 12, 31))
       LEFT JOIN evaluation_receipt r ON r.evaluation_id = v.id AND r.version = v.version
       WHERE v.kind = 'annual' AND left(v.month, 4) = $1::text AND v.predicate = ANY($2::text[]) AND ($3::uuid[] IS NULL OR u.skpd_id = ANY($3::uuid[]))
         AND ($4::uuid IS NULL OR v.id = $4) AND NOT EXISTS (SELECT 1 FROM follow_up_case f WHERE f.evaluation_id = v.id AND f.status <> 'withdrawn')
       ORDER BY p.name, c.id`,
      [q.year, q.predicates, q.skpdIds, q.evaluationId],
    );
  }

  /**
   * By evaluator and month, how many are on record as not evaluated, by the SKPD of those people on the month's last
   * day; months that a case is about already are left out unless one evaluator is asked for.
   */
  neglected(q: { month: IsoMonth | null; skpdIds: Uuid[] | null; evaluator: Uuid | null }): Promise<{ employmentId: Uuid; month: IsoMonth; people: number }[]> {
    return this.db.query(
      `SELECT n.evaluator_employment_id AS "employmentId", n.month, count(DISTINCT n.employment_id)::int AS people
       FROM evaluation_neglect n
       CROSS JOIN LATERAL (SELECT ((n.month || '-01')::date + interval '1 month - 1 day')::date AS day) last
       WHERE ($1::text IS NULL OR n.month = $1) AND ($3::uuid IS NULL OR n.evaluator_employment_id = $3)
         AND ($2::uuid[] IS NULL OR EXISTS (
           SELECT 1 FROM assignment a JOIN post p ON p.id = a.post_id JOIN unit u ON u.id = p.unit_id
           WHERE a.employment_id = n.employment_id AND a.kind = 'definitive' AND a.valid_from <= last.day AND (a.valid_to IS NULL OR a.valid_to >= last.day)
             AND u.skpd_id = ANY($2::uuid[])))
         AND ($3::uuid IS NOT NULL OR NOT EXISTS (
           SELECT 1 FROM follow_up_case f WHERE f.kind = 'evaluator' AND f.employment_id = n.evaluator_employment_id AND f.month = n.month AND f.status <> 'withdrawn'))
       GROUP BY n.evaluator_employment_id, n.month ORDER BY n.month DESC, n.evaluator_employment_id`,
      [q.month, q.skpdIds, q.evaluator],
    );
  }

  casesOfMonth(kind: CaseKind, month: IsoMonth): Promise<{ employmentId: Uuid }[]> {
    return this.db.query(`SELECT employment_id AS "employmentId" FROM follow_up_case WHERE kind = $1 AND month = $2 AND status <> 'withdrawn'`, [kind, month]);
  }

  /** The receipt on which a case rests that was opened then: of the version that stood, not of an earlier one. */
  async receivedBefore(evaluationId: Uuid, openedAt: Date): Promise<Date | null> {
    const row = await this.db.one<{ at: Date }>(
      `SELECT received_at AS at FROM evaluation_receipt WHERE evaluation_id = $1 AND received_at <= $2 ORDER BY version DESC LIMIT 1`, [evaluationId, openedAt],
    );
    return row?.at ?? null;
  }

  /** How the result stands that a case rests on. */
  basis(evaluationId: Uuid): Promise<{ version: number; predicate: Predicate; underObjection: boolean; month: IsoMonth } | null> {
    return this.db.one(
      `SELECT version, predicate, objection_id IS NOT NULL AND origin <> 'objection' AS "underObjection", month FROM evaluation WHERE id = $1`, [evaluationId],
    );
  }

  /** Results of the person for periods after the year, up to a month, oldest first. */
  later(employmentId: Uuid, after: IsoMonth, to: IsoMonth): Promise<{ evaluationId: Uuid; kind: EvaluationKind; month: IsoMonth; predicate: Predicate }[]> {
    return this.db.query(
      `SELECT id AS "evaluationId", kind, month, predicate FROM evaluation WHERE employment_id = $1 AND month > $2 AND month <= $3 ORDER BY month, kind DESC`,
      [employmentId, after, to],
    );
  }

  /** Whose office it is that a case goes on: the roles that decide it. */
  async deciders(roles: readonly string[], date: IsoDate): Promise<Uuid[]> {
    const rows = await this.db.query<{ id: Uuid }>(
      `SELECT DISTINCT account_id AS id FROM account_role WHERE role = ANY($1::text[]) AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2) ORDER BY account_id`,
      [roles, date],
    );
    return rows.map(({ id }) => id);
  }

  /** Open cases with a time given, for reminders. */
  withEnd(): Promise<CaseRow[]> {
    return this.db.query<CaseRow>(`${SELECT} WHERE NOT c.closed AND c.due_on IS NOT NULL ORDER BY c.due_on, c.id`);
  }
}
