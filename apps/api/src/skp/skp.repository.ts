import { Injectable } from '@nestjs/common';
import type { EmployeeKind, IsoDate, LawReference, PostKind, Uuid } from '@ekinerja/contracts/basics';
import type { EvaluatorLink, EvaluatorPerson } from '@ekinerja/contracts/organisation';
import type { PersonSnapshot, SkpFieldNote, SkpPlan, SkpStatus, TransferLetter } from '@ekinerja/contracts/skp';
import type { MissingSkpItem } from '@ekinerja/contracts/skp-year';
import { Database } from '../platform/database/database.js';

/** The evaluator as known when the SKP was determined: who, in which post, and how they were found. */
export interface EvaluatorSnapshot {
  evaluator: EvaluatorPerson;
  person: PersonSnapshot;
  chain: EvaluatorLink[];
}

/** What the evaluator refused and what was decided on it (BN 6(9)). */
export interface SkpDispute {
  reason: string;
  refusedBy: EvaluatorPerson;
  refusedAt: string;
  outcome: 'determine' | 'amend' | null;
  decision: string | null;
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
  /** As stored: a part may be missing in one written before the form knew it. */
  plan: Partial<SkpPlan>;
  notes: SkpFieldNote[];
  dueOn: IsoDate | null;
  letter: TransferLetter | null;
  dispute: SkpDispute | null;
  contentNumber: number;
  closeReason: string | null;
  kind: EmployeeKind;
  postKind: PostKind;
  skpdId: Uuid | null;
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
  plan: SkpPlan;
  dueOn: IsoDate;
  letter: TransferLetter | null;
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
  notes?: SkpFieldNote[];
  dispute?: SkpDispute | null;
  plan?: SkpPlan;
  contentNumber?: number;
  closedAt?: Date;
  closeReason?: string;
}

/** Column and cast of each field of a step. */
const STEP_COLUMNS: Record<keyof SkpStep, string> = {
  status: 'status = $::text',
  returnReason: 'return_reason = $::text',
  submittedAt: 'submitted_at = $::timestamptz',
  determinedAt: 'determined_at = $::timestamptz',
  ownerSnapshot: 'owner_snapshot = $::jsonb',
  evaluatorSnapshot: 'evaluator_snapshot = $::jsonb',
  law: 'law = $::jsonb',
  notes: 'notes = $::jsonb',
  dispute: 'dispute = $::jsonb',
  plan: 'plan = $::jsonb',
  contentNumber: 'content_number = $::int',
  closedAt: 'closed_at = $::timestamptz',
  closeReason: 'close_reason = $::text',
};

export const SKP_SELECT = `
  SELECT s.id, s.employment_id AS "employmentId", s.post_id AS "postId", s.unit_id AS "unitId", s.year, s.period_from AS "periodFrom",
         s.period_to AS "periodTo", s.status, s.version, s.return_reason AS "returnReason", s.submitted_at AS "submittedAt",
         s.determined_at AS "determinedAt", s.owner_snapshot AS "ownerSnapshot", s.evaluator_snapshot AS "evaluatorSnapshot", s.law,
         s.plan, s.notes, s.due_on AS "dueOn", s.letter, s.dispute, s.content_number AS "contentNumber", s.close_reason AS "closeReason",
         po.kind AS "postKind", u.skpd_id AS "skpdId",
         employment_kind_on(s.employment_id, s.period_from) AS kind, person_display_name(p) AS "personName", n.nip, po.name AS "postName", u.name AS "unitName"
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
    return this.db.one<SkpRow>(`${SKP_SELECT} WHERE s.id = $1`, [id]);
  }

  /** Locks the row until the end of the transaction: each step of the flow happens alone. */
  lock(id: Uuid): Promise<SkpRow | null> {
    return this.db.one<SkpRow>(`${SKP_SELECT} WHERE s.id = $1 FOR UPDATE OF s`, [id]);
  }

  ofOwner(employmentId: Uuid, year: number | null): Promise<SkpRow[]> {
    return this.db.query<SkpRow>(`${SKP_SELECT} WHERE s.employment_id = $1 AND ($2::int IS NULL OR s.year = $2) ORDER BY s.period_from DESC`, [
      employmentId,
      year,
    ]);
  }

  ofOwners(employmentIds: Uuid[], year: number): Promise<SkpRow[]> {
    return this.db.query<SkpRow>(`${SKP_SELECT} WHERE s.employment_id = ANY($1::uuid[]) AND s.year = $2`, [employmentIds, year]);
  }

  /** People of an SKPD on a day by NIP. */
  async ofSkpd(skpdId: Uuid, nips: string[], date: IsoDate): Promise<Map<string, Uuid>> {
    const rows = await this.db.query<{ nip: string; employmentId: Uuid }>(
      `SELECT n.nip, n.employment_id AS "employmentId" FROM employment_nip n
       JOIN assignment a ON a.employment_id = n.employment_id AND a.kind = 'definitive' AND a.valid_from <= $3 AND (a.valid_to IS NULL OR a.valid_to >= $3)
       JOIN post po ON po.id = a.post_id JOIN unit u ON u.id = po.unit_id
       WHERE n.nip = ANY($2::text[]) AND u.skpd_id = $1 AND n.valid_from <= $3 AND (n.valid_to IS NULL OR n.valid_to >= $3)`,
      [skpdId, nips, date],
    );
    return new Map(rows.map(({ nip, employmentId }) => [nip, employmentId]));
  }

  /** People of the whole government by NIP and by the id of the national records. */
  async nationalPeople(nips: string[], sourceIds: string[]): Promise<{ byNip: Map<string, Uuid>; bySource: Map<string, Uuid> }> {
    const rows = await this.db.query<{ nip: string; sourceId: string | null; employmentId: Uuid }>(
      `SELECT n.nip, m.source_id AS "sourceId", n.employment_id AS "employmentId" FROM employment_nip n JOIN employment e ON e.id = n.employment_id
       LEFT JOIN staffing_match m ON m.employment_id = n.employment_id WHERE n.nip = ANY($1::text[]) OR m.source_id = ANY($2::text[]) ORDER BY e.valid_from, n.valid_from`,
      [nips, sourceIds],
    );
    return {
      byNip: new Map(rows.map(({ nip, employmentId }) => [nip, employmentId])),
      bySource: new Map(rows.flatMap(({ sourceId, employmentId }) => (sourceId ? [[sourceId, employmentId] as const] : []))),
    };
  }

  /** Those of the given people that wait for the evaluator, oldest first. */
  waiting(employmentIds: Uuid[], statuses: SkpStatus[], after: { submittedAt: string; id: Uuid } | null, limit: number): Promise<SkpRow[]> {
    return this.db.query<SkpRow>(
      `${SKP_SELECT} WHERE s.status = ANY($5::text[]) AND s.employment_id = ANY($1::uuid[])
         AND ($2::timestamptz IS NULL OR (date_trunc('milliseconds', s.submitted_at), s.id) > ($2::timestamptz, $3::uuid))
       ORDER BY date_trunc('milliseconds', s.submitted_at), s.id LIMIT $4`,
      [employmentIds, after?.submittedAt ?? null, after?.id ?? null, limit, statuses],
    );
  }

  async create(skp: NewSkp, at: Date): Promise<Uuid> {
    const [id] = await this.createAll([skp], at);
    return id as Uuid;
  }

  /** Drafts in one statement. */
  async createAll(skps: NewSkp[], at: Date): Promise<Uuid[]> {
    const rows = await this.db.query<{ id: Uuid }>(
      `INSERT INTO skp (employment_id, post_id, unit_id, year, period_from, period_to, status, law, plan, due_on, letter, created_at)
       SELECT s."employmentId", s."postId", s."unitId", s.year, s."periodFrom", s."periodTo", 'draft', s.law, s.plan, s."dueOn", s.letter, $2
       FROM jsonb_to_recordset($1::jsonb) AS s("employmentId" uuid, "postId" uuid, "unitId" uuid, year int, "periodFrom" date, "periodTo" date,
         law jsonb, plan jsonb, "dueOn" date, letter jsonb)
       RETURNING id`,
      [JSON.stringify(skps), at],
    );
    return rows.map(({ id }) => id);
  }

  /** Writes a step and moves the version on. */
  async step(id: Uuid, step: SkpStep): Promise<void> {
    const given = (Object.keys(step) as (keyof SkpStep)[]).filter((key) => step[key] !== undefined);
    const set = given.map((key, at) => STEP_COLUMNS[key].replace('$', `$${at + 2}`));
    const values = given.map((key) => (STEP_COLUMNS[key].endsWith('jsonb') && step[key] !== null ? JSON.stringify(step[key]) : step[key]));
    await this.db.execute(`UPDATE skp SET version = version + 1, ${set.join(', ')} WHERE id = $1`, [id, ...values]);
  }

  /** A transfer ends the SKP of the former post the day before the new one begins (BN 9(2)). */
  async endEarlier(id: Uuid, periodTo: IsoDate): Promise<void> {
    await this.db.execute(`UPDATE skp SET period_to_before = coalesce(period_to_before, period_to), period_to = $2, version = version + 1 WHERE id = $1`, [id, periodTo]);
  }

  /** SKPs of a year that a transfer cut short, and whether another has taken the days after it. */
  cutShort(employmentId: Uuid, year: number): Promise<{ id: Uuid; year: number; to: IsoDate; before: IsoDate; taken: boolean }[]> {
    return this.db.query(
      `SELECT s.id, s.year, s.period_to AS "to", s.period_to_before AS before,
              EXISTS (SELECT 1 FROM skp o WHERE o.employment_id = s.employment_id AND o.id <> s.id AND o.period_from <= s.period_to_before AND o.period_to > s.period_to) AS taken
       FROM skp s WHERE s.employment_id = $1 AND s.year = $2 AND s.period_to_before IS NOT NULL`,
      [employmentId, year],
    );
  }

  async giveBack(id: Uuid): Promise<void> {
    await this.db.execute(
      `UPDATE skp SET period_to = period_to_before, period_to_before = NULL, version = version + 1,
              status = CASE WHEN status = 'closed' THEN 'determined' ELSE status END, closed_at = NULL, close_reason = NULL WHERE id = $1`,
      [id],
    );
  }

  /** Definitive posts that people held between two days, cut to them, in order. */
  definitivePosts(employmentIds: Uuid[], from: IsoDate, to: IsoDate): Promise<{ employmentId: Uuid; postId: Uuid; unitId: Uuid; from: IsoDate; to: IsoDate }[]> {
    return this.db.query(
      `SELECT a.employment_id AS "employmentId", a.post_id AS "postId", p.unit_id AS "unitId", greatest(a.valid_from, $2::date) AS "from",
              least(coalesce(a.valid_to, $3::date), $3::date) AS "to"
       FROM assignment a JOIN post p ON p.id = a.post_id
       WHERE a.employment_id = ANY($1::uuid[]) AND a.kind = 'definitive' AND a.valid_from <= $3 AND (a.valid_to IS NULL OR a.valid_to >= $2)
       ORDER BY a.employment_id, a.valid_from`,
      [employmentIds, from, to],
    );
  }

  async acceptedChanges(ids: Uuid[]): Promise<Uuid[]> {
    const rows = await this.db.query<{ id: Uuid }>(`SELECT id FROM skp_change WHERE id = ANY($1::uuid[]) AND status = 'accepted'`, [ids]);
    return rows.map(({ id }) => id);
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
      `WITH open AS MATERIALIZED (
         SELECT a.employment_id AS id, po.name AS post, u.name AS unit, coalesce(s.status, 'none') AS status
         FROM assignment a JOIN post po ON po.id = a.post_id JOIN unit u ON u.id = po.unit_id
         LEFT JOIN skp s ON s.employment_id = a.employment_id AND s.period_from <= $1 AND s.period_to >= $1
         WHERE a.kind = 'definitive' AND a.valid_from <= $1 AND (a.valid_to IS NULL OR a.valid_to >= $1)
           AND u.skpd_id IS NOT NULL AND ($2::uuid[] IS NULL OR u.skpd_id = ANY($2::uuid[])) AND coalesce(s.status, 'none') NOT IN ('determined', 'closed')
       ), shown AS MATERIALIZED (
         SELECT open.* FROM open JOIN employment e ON e.id = open.id JOIN person p ON p.id = e.person_id
         CROSS JOIN LATERAL employment_kinds_on(e.id, $1::date) k
         WHERE k.kind = ANY($3::text[]) AND ($4::text IS NULL OR p.name >= $4::text AND (p.name, e.id) > ($4::text, $5::uuid))
         ORDER BY p.name, e.id LIMIT $6
       ) SELECT e.id AS "employmentId", person_display_name(p) AS "personName", p.name AS "sortName", n.nip, shown.post AS "postName", shown.unit AS "unitName", shown.status
       FROM shown JOIN employment e ON e.id = shown.id JOIN person p ON p.id = e.person_id
       LEFT JOIN employment_nip n ON n.employment_id = e.id AND n.valid_from <= $1 AND (n.valid_to IS NULL OR n.valid_to >= $1)
       ORDER BY p.name, e.id`,
      [q.date, q.skpdIds, q.kinds, q.after?.name ?? null, q.after?.id ?? null, q.limit],
    );
  }
}
