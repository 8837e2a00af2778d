import { Injectable } from '@nestjs/common';
import type { EmployeeKind, IsoDate, LawReference, Uuid } from '@ekinerja/contracts/basics';
import type { EvaluatorLink, EvaluatorPerson } from '@ekinerja/contracts/organisation';
import type { MissingSkpItem, PersonSnapshot, SkpStatus } from '@ekinerja/contracts/skp';
import { Database } from '../platform/database/database.js';

/** The evaluator as known when the SKP was determined: who, in which post, and how they were found. */
export interface EvaluatorSnapshot {
  evaluator: EvaluatorPerson;
  person: PersonSnapshot;
  chain: EvaluatorLink[];
}

export interface SkpRow {
  id: Uuid;
  employmentId: Uuid;
  postId: Uuid;
  unitId: Uuid;
  year: number;
  periodFrom: IsoDate;
  periodTo: IsoDate;
  status: SkpStatus;
  version: number;
  returnReason: string | null;
  submittedAt: Date | null;
  determinedAt: Date | null;
  ownerSnapshot: PersonSnapshot | null;
  evaluatorSnapshot: EvaluatorSnapshot | null;
  law: LawReference[];
  kind: EmployeeKind;
  personName: string;
  nip: string | null;
  postName: string;
  unitName: string;
}

export interface NewSkp {
  employmentId: Uuid;
  postId: Uuid;
  unitId: Uuid;
  year: number;
  periodFrom: IsoDate;
  periodTo: IsoDate;
  law: LawReference[];
}

/** What a step of the flow writes; fields left out stay. */
export interface SkpStep {
  status: SkpStatus;
  returnReason?: string | null;
  submittedAt?: Date | null;
  determinedAt?: Date | null;
  ownerSnapshot?: PersonSnapshot | null;
  evaluatorSnapshot?: EvaluatorSnapshot | null;
  law?: LawReference[];
}

const SELECT = `
  SELECT s.id, s.employment_id AS "employmentId", s.post_id AS "postId", s.unit_id AS "unitId", s.year, s.period_from AS "periodFrom",
         s.period_to AS "periodTo", s.status, s.version, s.return_reason AS "returnReason", s.submitted_at AS "submittedAt",
         s.determined_at AS "determinedAt", s.owner_snapshot AS "ownerSnapshot", s.evaluator_snapshot AS "evaluatorSnapshot", s.law,
         e.kind, person_display_name(p) AS "personName", n.nip, po.name AS "postName", u.name AS "unitName"
  FROM skp s
  JOIN employment e ON e.id = s.employment_id
  JOIN person p ON p.id = e.person_id
  JOIN post po ON po.id = s.post_id
  JOIN unit u ON u.id = s.unit_id
  LEFT JOIN LATERAL (
    SELECT nip FROM employment_nip n WHERE n.employment_id = s.employment_id AND n.valid_from <= s.period_to ORDER BY n.valid_from DESC LIMIT 1
  ) n ON true`;

/** The SKP as a row: its period, its place in the flow, who signed. Its content: `SkpContentRepository`. */
@Injectable()
export class SkpRepository {
  constructor(private readonly db: Database) {}

  find(id: Uuid): Promise<SkpRow | null> {
    return this.db.one<SkpRow>(`${SELECT} WHERE s.id = $1`, [id]);
  }

  /** Locks the row until the end of the transaction: each step of the flow happens alone. */
  lock(id: Uuid): Promise<SkpRow | null> {
    return this.db.one<SkpRow>(`${SELECT} WHERE s.id = $1 FOR UPDATE OF s`, [id]);
  }

  ofOwner(employmentId: Uuid, year: number | null): Promise<SkpRow[]> {
    return this.db.query<SkpRow>(`${SELECT} WHERE s.employment_id = $1 AND ($2::int IS NULL OR s.year = $2) ORDER BY s.period_from DESC`, [
      employmentId,
      year,
    ]);
  }

  /** Those of the given people that wait for determination, oldest first. */
  waiting(employmentIds: Uuid[], after: { submittedAt: string; id: Uuid } | null, limit: number): Promise<SkpRow[]> {
    return this.db.query<SkpRow>(
      `${SELECT} WHERE s.status = 'submitted' AND s.employment_id = ANY($1::uuid[])
         AND ($2::timestamptz IS NULL OR (date_trunc('milliseconds', s.submitted_at), s.id) > ($2::timestamptz, $3::uuid))
       ORDER BY date_trunc('milliseconds', s.submitted_at), s.id LIMIT $4`,
      [employmentIds, after?.submittedAt ?? null, after?.id ?? null, limit],
    );
  }

  async create(skp: NewSkp, at: Date): Promise<Uuid> {
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO skp (employment_id, post_id, unit_id, year, period_from, period_to, status, law, created_at)
       VALUES ($1,$2,$3,$4,$5,$6,'draft',$7,$8) RETURNING id`,
      [skp.employmentId, skp.postId, skp.unitId, skp.year, skp.periodFrom, skp.periodTo, JSON.stringify(skp.law), at],
    );
    return row!.id;
  }

  /** Writes a step and moves the version on. */
  async step(id: Uuid, step: SkpStep): Promise<void> {
    const given = (key: keyof SkpStep) => Object.hasOwn(step, key);
    const json = (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value));
    await this.db.execute(
      `UPDATE skp SET status = $2, version = version + 1,
         return_reason = CASE WHEN $3 THEN $4 ELSE return_reason END,
         submitted_at = CASE WHEN $5 THEN $6::timestamptz ELSE submitted_at END,
         determined_at = CASE WHEN $7 THEN $8::timestamptz ELSE determined_at END,
         owner_snapshot = CASE WHEN $9 THEN $10::jsonb ELSE owner_snapshot END,
         evaluator_snapshot = CASE WHEN $11 THEN $12::jsonb ELSE evaluator_snapshot END,
         law = COALESCE($13::jsonb, law)
       WHERE id = $1`,
      [
        id, step.status,
        given('returnReason'), step.returnReason ?? null,
        given('submittedAt'), step.submittedAt ?? null,
        given('determinedAt'), step.determinedAt ?? null,
        given('ownerSnapshot'), json(step.ownerSnapshot),
        given('evaluatorSnapshot'), json(step.evaluatorSnapshot),
        json(step.law),
      ],
    );
  }

  /** A transfer ends the SKP of the former post the day before the new one begins (BN 9(2)). */
  async endEarlier(id: Uuid, periodTo: IsoDate): Promise<void> {
    await this.db.execute(`UPDATE skp SET period_to = $2, version = version + 1 WHERE id = $1`, [id, periodTo]);
  }

  /** Definitive posts held between two days, cut to them, in order. */
  definitivePosts(employmentId: Uuid, from: IsoDate, to: IsoDate): Promise<{ postId: Uuid; unitId: Uuid; from: IsoDate; to: IsoDate }[]> {
    return this.db.query(
      `SELECT a.post_id AS "postId", p.unit_id AS "unitId", greatest(a.valid_from, $2::date) AS "from", least(coalesce(a.valid_to, $3::date), $3::date) AS "to"
       FROM assignment a JOIN post p ON p.id = a.post_id
       WHERE a.employment_id = $1 AND a.kind = 'definitive' AND a.valid_from <= $3 AND (a.valid_to IS NULL OR a.valid_to >= $2)
       ORDER BY a.valid_from`,
      [employmentId, from, to],
    );
  }

  /** SKPs of many people that cover a day. */
  covering(employmentIds: Uuid[], date: IsoDate): Promise<{ id: Uuid; employmentId: Uuid; periodFrom: IsoDate; status: SkpStatus }[]> {
    return this.db.query(
      `SELECT id, employment_id AS "employmentId", period_from AS "periodFrom", status FROM skp
       WHERE employment_id = ANY($1::uuid[]) AND period_from <= $2 AND period_to >= $2`,
      [employmentIds, date],
    );
  }

  /**
   * Who of the given kinds held a definitive post on the day and has no determined SKP covering it (BK 2(1), TL 13(1)).
   * @param skpdIds null: everywhere
   */
  missing(
    q: { date: IsoDate; skpdIds: Uuid[] | null; kinds: EmployeeKind[]; after: { name: string; id: Uuid } | null; limit: number },
  ): Promise<(MissingSkpItem & { sortName: string })[]> {
    return this.db.query<MissingSkpItem & { sortName: string }>(
      `SELECT e.id AS "employmentId", person_display_name(p) AS "personName", p.name AS "sortName", n.nip, po.name AS "postName", u.name AS "unitName", coalesce(s.status, 'none') AS status
       FROM assignment a
       JOIN post po ON po.id = a.post_id
       JOIN unit u ON u.id = po.unit_id
       JOIN employment e ON e.id = a.employment_id
       JOIN person p ON p.id = e.person_id
       LEFT JOIN employment_nip n ON n.employment_id = e.id AND n.valid_from <= $1 AND (n.valid_to IS NULL OR n.valid_to >= $1)
       LEFT JOIN skp s ON s.employment_id = e.id AND s.period_from <= $1 AND s.period_to >= $1
       WHERE a.kind = 'definitive' AND a.valid_from <= $1 AND (a.valid_to IS NULL OR a.valid_to >= $1)
         AND u.skpd_id IS NOT NULL AND ($2::uuid[] IS NULL OR u.skpd_id = ANY($2::uuid[]))
         AND e.kind = ANY($3::text[]) AND coalesce(s.status, 'none') NOT IN ('determined', 'closed')
         AND ($4::text IS NULL OR (p.name, e.id) > ($4::text, $5::uuid))
       ORDER BY p.name, e.id LIMIT $6`,
      [q.date, q.skpdIds, q.kinds, q.after?.name ?? null, q.after?.id ?? null, q.limit],
    );
  }
}
