import { Injectable } from '@nestjs/common';
import type { Citation, IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { Coaching, CoachingKind, CoachingSession, CoachingStatus, ProgressMeasure } from '@ekinerja/contracts/feedback';
import { Database } from '../platform/database/database.js';

export interface MarkRow {
  id: Uuid;
  employmentId: Uuid;
  resultId: Uuid | null;
  about: string;
  progress: boolean;
  note: string;
  at: Date;
  by: string;
}
export interface MeasureRow {
  id: Uuid;
  markId: Uuid;
  measure: ProgressMeasure;
  note: string;
  skpChangeId: Uuid | null;
  coachingId: Uuid | null;
  /** Sessions held on its coaching. */
  sessions: number;
  cite: Citation;
  at: Date;
  by: string;
}
export type CoachingRow = Omit<Coaching, 'at' | 'endedAt' | 'sessions'> & { employmentId: Uuid; coachEmploymentId: Uuid; at: Date; endedAt: Date | null };
export interface TakeOverRow {
  id: Uuid;
  employmentId: Uuid;
  result: string;
  note: string;
  at: Date;
  by: string;
  cite: Citation;
}

const MARK = `SELECT m.id, m.employment_id AS "employmentId", m.result_id AS "resultId", m.about, m.progress, m.note, m.marked_at AS at, person_display_name(p) AS by
  FROM progress_mark m JOIN employment e ON e.id = m.marked_by JOIN person p ON p.id = e.person_id`;
const COACHING = `SELECT c.id, c.employment_id AS "employmentId", c.coach_employment_id AS "coachEmploymentId", c.kind, c.status, c.reason,
  person_display_name(p) AS "coachName", c.opened_at AS at, c.outcome, c.ended_at AS "endedAt", c.version
  FROM coaching c JOIN employment e ON e.id = c.coach_employment_id JOIN person p ON p.id = e.person_id`;

/** Marks of progress, their measures, coaching with its sessions. */
@Injectable()
export class ProgressRepository {
  constructor(private readonly db: Database) {}

  marks(employmentId: Uuid): Promise<MarkRow[]> {
    return this.db.query<MarkRow>(`${MARK} WHERE m.employment_id = $1 ORDER BY m.marked_at, m.id`, [employmentId]);
  }

  lockMark(id: Uuid): Promise<MarkRow | null> {
    return this.db.one<MarkRow>(`${MARK} WHERE m.id = $1 FOR UPDATE OF m`, [id]);
  }

  async addMark(mark: { employmentId: Uuid; resultId: Uuid | null; about: string; progress: boolean; note: string; by: Uuid }, at: Date): Promise<Uuid> {
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO progress_mark (employment_id, result_id, about, progress, note, marked_at, marked_by) VALUES ($1,$2,$3,$4,$5,$6,$7) RETURNING id`,
      [mark.employmentId, mark.resultId, mark.about, mark.progress, mark.note, at, mark.by],
    );
    return row!.id;
  }

  measures(employmentId: Uuid): Promise<MeasureRow[]> {
    return this.db.query<MeasureRow>(
      `SELECT s.id, s.mark_id AS "markId", s.measure, s.note, s.skp_change_id AS "skpChangeId", s.coaching_id AS "coachingId", s.cite, s.taken_at AS at,
              person_display_name(p) AS by, (SELECT count(*)::int FROM coaching_session x WHERE x.coaching_id = s.coaching_id) AS sessions
       FROM progress_measure s JOIN progress_mark m ON m.id = s.mark_id JOIN employment e ON e.id = s.taken_by JOIN person p ON p.id = e.person_id
       WHERE m.employment_id = $1 ORDER BY s.taken_at, s.id`,
      [employmentId],
    );
  }

  /** @returns whether it is new: one of a kind a mark */
  async addMeasure(measure: { markId: Uuid; measure: ProgressMeasure; note: string; skpChangeId: Uuid | null; coachingId: Uuid | null; cite: Citation; by: Uuid }, at: Date): Promise<boolean> {
    const rows = await this.db.query(
      `INSERT INTO progress_measure (mark_id, measure, note, skp_change_id, coaching_id, cite, taken_at, taken_by) VALUES ($1,$2,$3,$4,$5,$6,$7,$8)
       ON CONFLICT (mark_id, measure) DO NOTHING RETURNING id`,
      [measure.markId, measure.measure, measure.note, measure.skpChangeId, measure.coachingId, JSON.stringify(measure.cite), at, measure.by],
    );
    return rows.length > 0;
  }

  /** Results taken over in the time, by person (TL 19(8)). */
  takeOvers(employmentIds: Uuid[], from: IsoDate, to: IsoDate, timeZone: string): Promise<TakeOverRow[]> {
    return this.db.query<TakeOverRow>(
      `SELECT s.id, m.employment_id AS "employmentId", m.about AS result, s.note, s.taken_at AS at, person_display_name(p) AS by, s.cite
       FROM progress_measure s JOIN progress_mark m ON m.id = s.mark_id JOIN employment e ON e.id = s.taken_by JOIN person p ON p.id = e.person_id
       WHERE s.measure = 'take-over' AND m.employment_id = ANY($1::uuid[]) AND (s.taken_at AT TIME ZONE $4)::date BETWEEN $2 AND $3 ORDER BY s.taken_at`,
      [employmentIds, from, to, timeZone],
    );
  }

  coachings(employmentId: Uuid): Promise<CoachingRow[]> {
    return this.db.query<CoachingRow>(`${COACHING} WHERE c.employment_id = $1 ORDER BY c.opened_at DESC, c.id`, [employmentId]);
  }

  lockCoaching(id: Uuid): Promise<CoachingRow | null> {
    return this.db.one<CoachingRow>(`${COACHING} WHERE c.id = $1 FOR UPDATE OF c`, [id]);
  }

  sessions(coachingIds: Uuid[]): Promise<(CoachingSession & { coachingId: Uuid })[]> {
    return this.db.query(
      `SELECT s.id, s.coaching_id AS "coachingId", s.held_on AS "heldOn", s.notes, s.outcome, person_display_name(p) AS by
       FROM coaching_session s JOIN employment e ON e.id = s.held_by JOIN person p ON p.id = e.person_id
       WHERE s.coaching_id = ANY($1::uuid[]) ORDER BY s.held_on, s.recorded_at`,
      [coachingIds],
    );
  }

  async openCoaching(coaching: { employmentId: Uuid; coach: Uuid; kind: CoachingKind; status: CoachingStatus; reason: string }, at: Date): Promise<Uuid> {
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO coaching (employment_id, coach_employment_id, kind, status, reason, opened_at) VALUES ($1,$2,$3,$4,$5,$6) RETURNING id`,
      [coaching.employmentId, coaching.coach, coaching.kind, coaching.status, coaching.reason, at],
    );
    return row!.id;
  }

  async addSession(session: { coachingId: Uuid; heldOn: IsoDate; notes: string; outcome: string; by: Uuid }, at: Date): Promise<void> {
    await this.db.query(`INSERT INTO coaching_session (coaching_id, held_on, notes, outcome, held_by, recorded_at) VALUES ($1,$2,$3,$4,$5,$6)`, [
      session.coachingId, session.heldOn, session.notes, session.outcome, session.by, at,
    ]);
    await this.db.execute(`UPDATE coaching SET status = 'running', version = version + 1 WHERE id = $1`, [session.coachingId]);
  }

  async endCoaching(id: Uuid, outcome: string, at: Date): Promise<void> {
    await this.db.execute(`UPDATE coaching SET status = 'ended', outcome = $2, ended_at = $3, version = version + 1 WHERE id = $1`, [id, outcome, at]);
  }

  /** Of those people, the ones with a session by anybody in the time (BK 6(1)). */
  async coached(employmentIds: Uuid[], from: IsoDate, to: IsoDate): Promise<Set<Uuid>> {
    const rows = await this.db.query<{ id: Uuid }>(
      `SELECT DISTINCT c.employment_id AS id FROM coaching c JOIN coaching_session s ON s.coaching_id = c.id
       WHERE c.employment_id = ANY($1::uuid[]) AND s.held_on BETWEEN $2 AND $3`,
      [employmentIds, from, to],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
