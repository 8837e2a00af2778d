import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { FeedbackGiver, FeedbackItem, FeedbackKind, FeedbackRhythm, FeedbackSubject, FeedbackWay } from '@ekinerja/contracts/feedback';
import { Database } from '../platform/database/database.js';

export interface NewFeedback {
  employmentId: Uuid;
  giver: FeedbackGiver;
  giverEmploymentId: Uuid | null;
  giverName: string;
  giverOffice: string | null;
  invitationId: Uuid | null;
  kind: FeedbackKind;
  way: FeedbackWay;
  heldOn: IsoDate | null;
  givenOn: IsoDate;
  subject: FeedbackSubject;
  resultId: Uuid | null;
  about: string | null;
  text: string;
}
export type FeedbackRow = Omit<FeedbackItem, 'givenAt' | 'answeredAt'> & { givenAt: Date; answeredAt: Date | null; giverEmploymentId: Uuid | null };

export interface RhythmRow {
  id: Uuid;
  every: FeedbackRhythm;
  proposedBy: Uuid;
  proposedByName: string;
  proposedAt: Date;
  agreedAt: Date | null;
}

const SELECT = `SELECT f.id, f.employment_id AS "employmentId", person_display_name(p) AS "personName", f.giver, f.giver_employment_id AS "giverEmploymentId",
  f.giver_name AS "giverName", f.giver_office AS "giverOffice", f.kind, f.way, f.held_on AS "heldOn", f.subject, f.about, f.text, f.given_at AS "givenAt",
  f.answer, f.answered_at AS "answeredAt", f.version
  FROM feedback f JOIN employment e ON e.id = f.employment_id JOIN person p ON p.id = e.person_id`;
const AFTER = `($2::timestamptz IS NULL OR (date_trunc('milliseconds', f.given_at), f.id) < ($2::timestamptz, $3::uuid))
  ORDER BY date_trunc('milliseconds', f.given_at) DESC, f.id DESC LIMIT $4`;

@Injectable()
export class FeedbackRepository {
  constructor(private readonly db: Database) {}

  find(id: Uuid): Promise<FeedbackRow | null> {
    return this.db.one<FeedbackRow>(`${SELECT} WHERE f.id = $1`, [id]);
  }

  lock(id: Uuid): Promise<FeedbackRow | null> {
    return this.db.one<FeedbackRow>(`${SELECT} WHERE f.id = $1 FOR UPDATE OF f`, [id]);
  }

  received(employmentId: Uuid, after: { at: string; id: Uuid } | null, limit: number): Promise<FeedbackRow[]> {
    return this.db.query<FeedbackRow>(`${SELECT} WHERE f.employment_id = $1 AND ${AFTER}`, [employmentId, after?.at ?? null, after?.id ?? null, limit]);
  }

  given(giverEmploymentId: Uuid, after: { at: string; id: Uuid } | null, limit: number): Promise<FeedbackRow[]> {
    return this.db.query<FeedbackRow>(`${SELECT} WHERE f.giver_employment_id = $1 AND ${AFTER}`, [giverEmploymentId, after?.at ?? null, after?.id ?? null, limit]);
  }

  ofYear(employmentId: Uuid, year: number): Promise<FeedbackRow[]> {
    return this.db.query<FeedbackRow>(`${SELECT} WHERE f.employment_id = $1 AND extract(year FROM f.given_on) = $2 ORDER BY f.given_at, f.id`, [employmentId, year]);
  }

  between(employmentId: Uuid, from: IsoDate, to: IsoDate, recordedBy: Date): Promise<FeedbackRow[]> {
    return this.db.query<FeedbackRow>(
      `${SELECT} WHERE f.employment_id = $1 AND f.given_on BETWEEN $2 AND $3 AND f.given_at <= $4 ORDER BY f.given_on, f.id`, [employmentId, from, to, recordedBy],
    );
  }

  async insert(row: NewFeedback, at: Date): Promise<Uuid> {
    const inserted = await this.db.one<{ id: Uuid }>(
      `INSERT INTO feedback (employment_id, giver, giver_employment_id, giver_name, giver_office, invitation_id, kind, way, held_on, given_on, subject,
         result_id, about, text, given_at) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15) RETURNING id`,
      [
        row.employmentId, row.giver, row.giverEmploymentId, row.giverName, row.giverOffice, row.invitationId, row.kind, row.way, row.heldOn, row.givenOn,
        row.subject, row.resultId, row.about, row.text, at,
      ],
    );
    return inserted!.id;
  }

  async answer(id: Uuid, answer: string, at: Date): Promise<void> {
    await this.db.execute(`UPDATE feedback SET answer = $2, answered_at = $3, version = version + 1 WHERE id = $1`, [id, answer, at]);
  }

  /** Days of periodic feedback by leaders, by person, with the day of recording. */
  periodicDays(employmentIds: Uuid[], from: IsoDate, timeZone: string): Promise<{ employmentId: Uuid; on: IsoDate; recordedOn: IsoDate }[]> {
    return this.db.query(
      `SELECT DISTINCT employment_id AS "employmentId", given_on AS "on", (given_at AT TIME ZONE $3)::date AS "recordedOn" FROM feedback
       WHERE employment_id = ANY($1::uuid[]) AND giver = 'leader' AND kind = 'periodic' AND given_at >= $2::date`,
      [employmentIds, from, timeZone],
    );
  }

  /** Which leader gave anything to whom in the time. */
  heard(employmentIds: Uuid[], from: IsoDate, to: IsoDate): Promise<{ employmentId: Uuid; leaderId: Uuid }[]> {
    return this.db.query(
      `SELECT DISTINCT employment_id AS "employmentId", giver_employment_id AS "leaderId" FROM feedback
       WHERE employment_id = ANY($1::uuid[]) AND giver = 'leader' AND given_on BETWEEN $2 AND $3`,
      [employmentIds, from, to],
    );
  }

  /** Since when each of them has their definitive post, and with it these leaders. */
  inPostSince(employmentIds: Uuid[], date: IsoDate): Promise<{ employmentId: Uuid; since: IsoDate }[]> {
    return this.db.query(
      `SELECT employment_id AS "employmentId", min(valid_from) AS since FROM assignment
       WHERE employment_id = ANY($1::uuid[]) AND kind = 'definitive' AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2) GROUP BY employment_id`,
      [employmentIds, date],
    );
  }

  agreed(employmentIds: Uuid[]): Promise<{ employmentId: Uuid; every: FeedbackRhythm; on: Date }[]> {
    return this.db.query(
      `SELECT employment_id AS "employmentId", every, agreed_at AS "on" FROM feedback_rhythm
       WHERE employment_id = ANY($1::uuid[]) AND ended_at IS NULL AND agreed_at IS NOT NULL`,
      [employmentIds],
    );
  }

  /** The rhythm in force and the one proposed, if any. */
  rhythms(employmentId: Uuid): Promise<RhythmRow[]> {
    return this.db.query<RhythmRow>(
      `SELECT r.id, r.every, r.proposed_by AS "proposedBy", person_display_name(p) AS "proposedByName", r.proposed_at AS "proposedAt", r.agreed_at AS "agreedAt"
       FROM feedback_rhythm r JOIN employment e ON e.id = r.proposed_by JOIN person p ON p.id = e.person_id
       WHERE r.employment_id = $1 AND r.ended_at IS NULL ORDER BY r.agreed_at NULLS LAST`,
      [employmentId],
    );
  }

  async propose(employmentId: Uuid, every: FeedbackRhythm, by: Uuid, at: Date): Promise<void> {
    await this.db.execute(`UPDATE feedback_rhythm SET ended_at = $2 WHERE employment_id = $1 AND ended_at IS NULL AND agreed_at IS NULL`, [employmentId, at]);
    await this.db.query(`INSERT INTO feedback_rhythm (employment_id, every, proposed_by, proposed_at) VALUES ($1,$2,$3,$4)`, [employmentId, every, by, at]);
  }

  async agree(employmentId: Uuid, id: Uuid, by: Uuid, at: Date): Promise<void> {
    await this.db.execute(`UPDATE feedback_rhythm SET ended_at = $2 WHERE employment_id = $1 AND ended_at IS NULL AND agreed_at IS NOT NULL`, [employmentId, at]);
    await this.db.execute(`UPDATE feedback_rhythm SET agreed_by = $2, agreed_at = $3 WHERE id = $1`, [id, by, at]);
  }

  /** One agreement at a time a person. */
  async lockPerson(employmentId: Uuid): Promise<void> {
    await this.db.query(`SELECT id FROM employment WHERE id = $1 FOR UPDATE`, [employmentId]);
  }
}

export function feedbackItem({ giverEmploymentId: _, givenAt, answeredAt, ...row }: FeedbackRow): FeedbackItem {
  return { ...row, givenAt: givenAt.toISOString(), answeredAt: answeredAt?.toISOString() ?? null };
}
