import { Injectable } from '@nestjs/common';
import type { ActivityEvent, ActivityStatus, OriginalEntry } from '@ekinerja/contracts/activities';
import type { ClockTime, IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { Database } from '../platform/database/database.js';
import type { ActivityContent, ActivityDecision, ActivityRow, FieldChange } from './activity-row.js';

/** How an entry stands after its owner wrote it. */
export interface OwnerState {
  status: ActivityStatus;
  submittedAt: Date | null;
  dueAt: Date | null;
  evaluatorEmploymentId: Uuid | null;
  lawHash: string | null;
}

export interface DecisionWrite {
  id: Uuid;
  decision: ActivityDecision;
}

export interface EventWrite {
  activityId: Uuid;
  action: string;
  accountId: Uuid | null;
  actorName: string | null;
  capacity: string | null;
  reason: string | null;
  changes: FieldChange[];
}

export const ACTIVITY_COLUMNS = `
  a.id, a.employment_id AS "employmentId", employment_kind_on(a.employment_id, a.date) AS kind, a.skpd_id AS "skpdId", a.skp_result_id AS "skpResultId", r.title AS "skpResultTitle",
  a.date, a.start_time AS "startTime", a.end_time AS "endTime", a.minutes, a.description, trim_scale(a.output_quantity)::text AS "outputQuantity",
  a.output_unit AS "outputUnit", a.task, a.evidence_link AS "evidenceLink", a.status, a.version, a.submitted_at AS "submittedAt",
  a.due_at AS "dueAt", a.evaluator_employment_id AS "evaluatorEmploymentId", a.seen_at AS "seenAt", a.decided_at AS "decidedAt",
  dp.name AS "decidedBy", a.decided_by_employment_id AS "decidedByEmploymentId", a.month_plan_id AS "monthPlanId", a.catalogue_item_id AS "catalogueItemId", a.original, a.by_unit AS "byUnit", wp.name AS "postOfDay",
  (SELECT coalesce(json_agg(json_build_object('id', v.id, 'name', f.name, 'mediaType', f.media_type, 'bytes', f.bytes) ORDER BY v.added_at, v.id), '[]')
   FROM activity_evidence v JOIN stored_file f ON f.id = v.file_id WHERE v.activity_id = a.id AND v.removed_at IS NULL) AS evidence, a.decision_mode AS "decisionMode", a.decision, a.reason, a.law_hash AS "lawHash"`;
export const ACTIVITY_JOINS = `
  JOIN employment e ON e.id = a.employment_id
  JOIN skp_result r ON r.id = a.skp_result_id
  LEFT JOIN post wp ON wp.id = a.post_id
  LEFT JOIN employment de ON de.id = a.decided_by_employment_id
  LEFT JOIN person dp ON dp.id = de.person_id`;
const SELECT = `SELECT ${ACTIVITY_COLUMNS} FROM activity a ${ACTIVITY_JOINS}`;

/** Entries as rows: found, locked, written, with their history. Lists over many people: `ActivityListsRepository`. */
@Injectable()
export class ActivitiesRepository {
  constructor(private readonly db: Database) {}

  find(id: Uuid): Promise<ActivityRow | null> {
    return this.db.one<ActivityRow>(`${SELECT} WHERE a.id = $1`, [id]);
  }

  /** Locks the row: a decision and an edit at the same time happen one after the other. */
  lock(id: Uuid): Promise<ActivityRow | null> {
    return this.db.one<ActivityRow>(`${SELECT} WHERE a.id = $1 FOR UPDATE OF a`, [id]);
  }

  /** In the order of their ids, so that two bulk decisions cannot wait for each other. */
  lockAll(ids: Uuid[]): Promise<ActivityRow[]> {
    return this.db.query<ActivityRow>(`${SELECT} WHERE a.id = ANY($1::uuid[]) ORDER BY a.id FOR UPDATE OF a`, [ids]);
  }

  /** One writer a person at a time: two devices cannot both fill the same hour, nor make the same entry twice. */
  async lockOwner(employmentId: Uuid): Promise<void> {
    await this.db.query(`SELECT pg_advisory_xact_lock(hashtextextended('activities:' || $1, 0))`, [employmentId]);
  }

  ofDays(employmentId: Uuid, from: IsoDate, to: IsoDate): Promise<ActivityRow[]> {
    return this.db.query<ActivityRow>(`${SELECT} WHERE a.employment_id = $1 AND a.date BETWEEN $2 AND $3 ORDER BY a.date, a.start_time, a.id`, [
      employmentId, from, to,
    ]);
  }

  /** Another own entry of the day that takes part of the same time; withdrawn ones leave it free. */
  overlapping(employmentId: Uuid, id: Uuid, content: ActivityContent): Promise<{ startTime: ClockTime; endTime: ClockTime } | null> {
    return this.db.one(
      `SELECT start_time AS "startTime", end_time AS "endTime" FROM activity
       WHERE employment_id = $1 AND id <> $2 AND date = $3 AND status <> 'withdrawn' AND start_time < $5::time AND end_time > $4::time
       ORDER BY start_time LIMIT 1`,
      [employmentId, id, content.date, content.startTime, content.endTime],
    );
  }

  /** @returns false where the id is taken: by somebody else, since the owner's own entries are looked up before */
  async create(
    row: { id: Uuid; employmentId: Uuid; skpdId: Uuid; postId: Uuid | null; minutes: number; createdAt: Date }, content: ActivityContent, state: OwnerState,
  ): Promise<boolean> {
    const made = await this.db.query(
      `INSERT INTO activity (id, employment_id, skpd_id, post_id, minutes, created_at, skp_result_id, date, start_time, end_time, description,
         output_quantity, output_unit, task, evidence_link, month_plan_id, catalogue_item_id, status, submitted_at, due_at, evaluator_employment_id, law_hash)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21,$22) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [row.id, row.employmentId, row.skpdId, row.postId, row.minutes, row.createdAt, ...contentValues(content), ...stateValues(state)],
    );
    return made.length === 1;
  }

  async rewrite(row: { id: Uuid; skpdId: Uuid; postId: Uuid | null; minutes: number }, content: ActivityContent): Promise<void> {
    await this.db.execute(
      `UPDATE activity SET skpd_id = $2, post_id = $3, minutes = $4, skp_result_id = $5, date = $6, start_time = $7, end_time = $8, description = $9,
         output_quantity = $10, output_unit = $11, task = $12, evidence_link = $13, month_plan_id = $14, catalogue_item_id = $15, version = version + 1
       WHERE id = $1`,
      [row.id, row.skpdId, row.postId, row.minutes, ...contentValues(content)],
    );
  }

  /** KS 16(b): who of the unit wrote last, and why; the owner sees it on the entry. */
  async markByUnit(id: Uuid, by: { name: string; reason: string; at: string }): Promise<void> {
    await this.db.execute(`UPDATE activity SET by_unit = $2 WHERE id = $1`, [id, JSON.stringify(by)]);
  }

  /** A step by the owner. Handing in anew starts a new window: nothing of an earlier decision or look remains in the row. */
  async setOwnerState(id: Uuid, state: OwnerState): Promise<void> {
    await this.db.execute(
      `UPDATE activity SET status = $2, submitted_at = $3, due_at = $4, evaluator_employment_id = $5, law_hash = $6, version = version + 1,
         seen_at = NULL, original = NULL, decided_at = NULL, decided_by_employment_id = NULL, decision_mode = NULL, decision = NULL, reason = NULL
       WHERE id = $1`,
      [id, ...stateValues(state)],
    );
  }

  async raiseVersion(id: Uuid): Promise<void> {
    await this.db.execute(`UPDATE activity SET version = version + 1 WHERE id = $1`, [id]);
  }

  /** One statement for one decision or two hundred. */
  async decide(
    q: { status: ActivityStatus; at: Date; by: Uuid | null; mode: 'evaluator' | 'lapse'; reason: string | null; rows: DecisionWrite[] },
  ): Promise<void> {
    await this.db.execute(
      `UPDATE activity a SET status = $2, decided_at = $3, decided_by_employment_id = $4, decision_mode = $5, reason = $6, decision = d.decision,
         version = a.version + 1
       FROM jsonb_to_recordset($1::jsonb) AS d(id uuid, decision jsonb) WHERE a.id = d.id`,
      [JSON.stringify(q.rows), q.status, q.at, q.by, q.mode, q.reason],
    );
  }

  /** KS 17(c): the evaluator's wording takes the place of the owner's, which is kept beside it. */
  async correct(row: { id: Uuid; minutes: number }, content: ActivityContent, original: OriginalEntry): Promise<void> {
    const { startTime, endTime, description, outputQuantity, outputUnit, skpResultId, task, monthPlanId } = content;
    await this.db.execute(
      `UPDATE activity SET minutes = $2, start_time = $3, end_time = $4, description = $5, output_quantity = $6, output_unit = $7, skp_result_id = $8,
         task = $9, original = coalesce(original, $10::jsonb), month_plan_id = $11 WHERE id = $1`,
      [row.id, row.minutes, startTime, endTime, description, outputQuantity, outputUnit, skpResultId, task, JSON.stringify(original), monthPlanId],
    );
  }

  /** A decision taken back within the seconds of regret: the entry waits as before, its time limit unchanged. */
  async undo(ids: Uuid[]): Promise<void> {
    await this.db.execute(
      `UPDATE activity SET status = 'submitted', decided_at = NULL, decided_by_employment_id = NULL, decision_mode = NULL, decision = NULL, reason = NULL,
         version = version + 1 WHERE id = ANY($1::uuid[])`,
      [ids],
    );
  }

  async addEvents(at: Date, events: EventWrite[]): Promise<void> {
    await this.db.query(
      `INSERT INTO activity_event (activity_id, at, action, actor_account_id, actor_name, capacity, reason, changes)
       SELECT "activityId", $2, action, "accountId", "actorName", capacity, reason, changes
       FROM jsonb_to_recordset($1::jsonb)
         AS v("activityId" uuid, action text, "accountId" uuid, "actorName" text, capacity text, reason text, changes jsonb)`,
      [JSON.stringify(events), at],
    );
  }

  /** Whether text or proof of a refused entry was changed since its last refusal. */
  async mendedSinceRefusal(id: Uuid): Promise<boolean> {
    const row = await this.db.one(
      `SELECT 1 FROM activity_event WHERE activity_id = $1 AND id > coalesce((SELECT max(id) FROM activity_event WHERE activity_id = $1 AND action = 'refused'), 0)
         AND (action IN ('evidence-added', 'evidence-removed') OR (action IN ('edited', 'submitted') AND changes <> '[]'::jsonb)) LIMIT 1`,
      [id],
    );
    return row !== null;
  }

  /** Titles of results, steps of the plan and catalogue items, also of such as were removed. */
  async titlesOf(ids: Uuid[]): Promise<Map<Uuid, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.db.query<{ id: Uuid; title: string }>(
      `SELECT id, title FROM skp_result WHERE id = ANY($1::uuid[]) UNION ALL SELECT id, title FROM plan_step WHERE id = ANY($1::uuid[])
       UNION ALL SELECT id, title FROM catalogue_item WHERE id = ANY($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map(({ id, title }) => [id, title]));
  }

  async history(id: Uuid): Promise<ActivityEvent[]> {
    const rows = await this.db.query<Omit<ActivityEvent, 'at'> & { at: Date }>(
      `SELECT at, action, actor_name AS "actorName", capacity, reason, changes FROM activity_event WHERE activity_id = $1 ORDER BY id`,
      [id],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}

function contentValues(content: ActivityContent): unknown[] {
  return [
    content.skpResultId, content.date, content.startTime, content.endTime, content.description, content.outputQuantity, content.outputUnit,
    content.task, content.evidenceLink, content.monthPlanId, content.catalogueItemId,
  ];
}

function stateValues(state: OwnerState): unknown[] {
  return [state.status, state.submittedAt, state.dueAt, state.evaluatorEmploymentId, state.lawHash];
}
