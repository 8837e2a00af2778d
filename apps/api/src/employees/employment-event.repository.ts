import { Injectable } from '@nestjs/common';
import type { AssignmentKind, EmployeeKind, IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { EmploymentEvent, EmploymentEventInput, EmploymentEventItem, EventEffect, EventFile, OpenPost } from '@ekinerja/contracts/employment-events';
import { Database } from '../platform/database/database.js';
import type { EventChanges } from './event-undo.js';

export interface EmploymentFacts {
  id: Uuid;
  personId: Uuid;
  personName: string;
  kind: EmployeeKind;
  from: IsoDate;
  to: IsoDate | null;
  rank: string | null;
  /** First day of a rank that begins later than the day asked. */
  laterRank: IsoDate | null;
  laterKind: IsoDate | null;
  laterPost: IsoDate | null;
  absence: { kind: 'leave' | 'study'; from: IsoDate } | null;
}

export interface HeldOn {
  id: Uuid;
  postId: Uuid;
  postName: string;
  unitName: string;
  skpdId: Uuid | null;
  leader: boolean;
  kind: AssignmentKind;
  from: IsoDate;
}

const VIEW = `
  SELECT v.id, v.employment_id AS "employmentId", v.kind, v.effective_on AS "effectiveOn", v.spmt_on AS "spmtOn", v.decree_number AS "decreeNumber",
         v.decree_date AS "decreeDate", v.signatory, v.file_id AS "fileId", v.note, v.post_id AS "postId", v.rank, v.until, v.share_percent AS "sharePercent",
         v.releases_post AS "releasesPost", po.name AS "postName", u.name AS "unitName", f.name AS "fileName", v.effects,
         CASE WHEN v.withdrawn_at IS NOT NULL THEN jsonb_build_object('at', to_char(v.withdrawn_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by',
              coalesce(nullif((SELECT person_display_name(wp) FROM account wa JOIN person wp ON wp.id = wa.person_id WHERE wa.id = v.withdrawn_by), ''), (SELECT username FROM account WHERE id = v.withdrawn_by)),
              'reason', v.withdrawn_reason, 'effects', coalesce(v.withdrawn_effects, '[]')) END AS withdrawal,
         v.corrects_id AS "correctsId", (SELECT c.id FROM employment_event c WHERE c.corrects_id = v.id) AS "correctedById",
         v.recorded_at AS "recordedAt", coalesce(nullif(person_display_name(by), ''), a.username) AS "recordedBy"
  FROM employment_event v
  LEFT JOIN post po ON po.id = v.post_id LEFT JOIN unit u ON u.id = po.unit_id LEFT JOIN stored_file f ON f.id = v.file_id
  JOIN account a ON a.id = v.recorded_by LEFT JOIN person by ON by.id = a.person_id`;

export type EventRow = Omit<EmploymentEvent, 'recordedAt'> & { recordedAt: Date };

export function eventView(row: EventRow): EmploymentEvent {
  return { ...row, recordedAt: row.recordedAt.toISOString() };
}

@Injectable()
export class EmploymentEventRepository {
  constructor(private readonly db: Database) {}

  /** Locks the employment: events of one person are written one after the other. */
  async lock(employmentId: Uuid, date: IsoDate): Promise<EmploymentFacts | null> {
    await this.db.query(`SELECT id FROM employment WHERE id = $1 FOR UPDATE`, [employmentId]);
    return this.db.one<EmploymentFacts>(
      `SELECT e.id, e.person_id AS "personId", person_display_name(p) AS "personName", employment_kind_on(e.id, $2::date) AS kind,
              e.valid_from AS "from", e.valid_to AS "to",
              (SELECT rank FROM employment_rank r WHERE r.employment_id = e.id AND r.valid_from <= $2 ORDER BY r.valid_from DESC LIMIT 1) AS rank,
              (SELECT min(valid_from) FROM employment_rank r WHERE r.employment_id = e.id AND r.valid_from >= $2) AS "laterRank",
              (SELECT min(valid_from) FROM employment_kind k WHERE k.employment_id = e.id AND k.valid_from >= $2) AS "laterKind",
              (SELECT min(valid_from) FROM assignment s WHERE s.employment_id = e.id AND s.kind = 'definitive' AND s.valid_from >= $2) AS "laterPost",
              (SELECT jsonb_build_object('kind', b.kind, 'from', b.valid_from) FROM employment_absence b
               WHERE b.employment_id = e.id AND b.valid_from <= $2 AND (b.valid_to IS NULL OR b.valid_to >= $2)) AS absence
       FROM employment e JOIN person p ON p.id = e.person_id WHERE e.id = $1`,
      [employmentId, date],
    );
  }

  heldOn(employmentId: Uuid, date: IsoDate): Promise<HeldOn[]> {
    return this.db.query<HeldOn>(
      `SELECT a.id, a.post_id AS "postId", p.name AS "postName", u.name AS "unitName", u.skpd_id AS "skpdId", p.leader, a.kind, a.valid_from AS "from"
       FROM assignment a JOIN post p ON p.id = a.post_id JOIN unit u ON u.id = p.unit_id
       WHERE a.employment_id = $1 AND a.valid_from <= $2 AND (a.valid_to IS NULL OR a.valid_to >= $2) ORDER BY (a.kind = 'definitive') DESC, a.valid_from`,
      [employmentId, date],
    );
  }

  /** Posts that hold on a day with a seat that is free from it on, by name. */
  openPosts(date: IsoDate, pattern: string | null, postId: Uuid | null, limit: number): Promise<OpenPost[]> {
    return this.db.query<OpenPost>(
      `SELECT p.id AS "postId", p.name AS "postName", u.name AS "unitName", s.name AS "skpdName", c.class,
              p.seats - (SELECT count(DISTINCT a.seat)::int FROM assignment a WHERE a.post_id = p.id AND a.kind = 'definitive' AND (a.valid_to IS NULL OR a.valid_to >= $1)) AS "freeSeats"
       FROM post p JOIN unit u ON u.id = p.unit_id LEFT JOIN unit s ON s.id = u.skpd_id
       LEFT JOIN post_class c ON c.post_id = p.id AND c.valid_from <= $1 AND (c.valid_to IS NULL OR c.valid_to >= $1)
       WHERE p.valid_from <= $1 AND (p.valid_to IS NULL OR p.valid_to >= $1) AND ($3::uuid IS NULL OR p.id = $3)
         AND ($2::text IS NULL OR p.name ILIKE $2 OR u.name ILIKE $2)
       ORDER BY p.name, u.name, p.id LIMIT $4`,
      [date, pattern, postId, limit],
    );
  }

  async insert(employmentId: Uuid, event: EmploymentEventInput, effects: EventEffect[], changes: EventChanges, { by, at, batchId, correctsId }: { by: Uuid; at: Date; batchId: Uuid | null; correctsId: Uuid | null }): Promise<Uuid | null> {
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO employment_event (employment_id, kind, effective_on, spmt_on, decree_number, decree_date, signatory, file_id, note, post_id, rank, until,
         share_percent, releases_post, effects, batch_id, recorded_at, recorded_by, changes, corrects_id)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20) ON CONFLICT DO NOTHING RETURNING id`,
      [
        employmentId, event.kind, event.effectiveOn, event.spmtOn, event.decreeNumber.trim(), event.decreeDate, event.signatory.trim(), event.fileId, event.note,
        event.postId, event.rank, event.until, event.sharePercent, event.releasesPost, JSON.stringify(effects), batchId, at, by, JSON.stringify(changes), correctsId,
      ],
    );
    return row?.id ?? null;
  }

  async exists(employmentId: Uuid, kind: string, effectiveOn: IsoDate): Promise<boolean> {
    return (await this.db.one(`SELECT 1 FROM employment_event WHERE employment_id = $1 AND kind = $2 AND effective_on = $3 AND withdrawn_at IS NULL`, [employmentId, kind, effectiveOn])) !== null;
  }

  ofPerson(employmentId: Uuid): Promise<EventRow[]> {
    return this.db.query<EventRow>(`${VIEW} WHERE v.employment_id = $1 ORDER BY v.effective_on DESC, v.recorded_at DESC, v.id`, [employmentId]);
  }

  find(id: Uuid): Promise<EventRow | null> {
    return this.db.one<EventRow>(`${VIEW} WHERE v.id = $1`, [id]);
  }

  async changesOf(id: Uuid): Promise<EventChanges | null> {
    return (await this.db.one<{ changes: EventChanges | null }>(`SELECT changes FROM employment_event WHERE id = $1 FOR UPDATE`, [id]))?.changes ?? null;
  }

  async stands(id: Uuid): Promise<boolean> {
    return (await this.db.one(`SELECT 1 FROM employment_event WHERE id = $1 AND withdrawn_at IS NULL`, [id])) !== null;
  }

  /** The newest first, over everybody. */
  recent(after: [string, Uuid] | null, limit: number): Promise<(Omit<EmploymentEventItem, 'recordedAt'> & { recordedAt: Date })[]> {
    return this.db.query(
      `SELECT v.id, v.employment_id AS "employmentId", person_display_name(p) AS "personName", n.nip, v.kind, v.effective_on AS "effectiveOn",
              v.decree_number AS "decreeNumber", v.recorded_at AS "recordedAt", v.withdrawn_at IS NOT NULL AS withdrawn
       FROM employment_event v JOIN employment e ON e.id = v.employment_id JOIN person p ON p.id = e.person_id
       LEFT JOIN LATERAL (SELECT nip FROM employment_nip n WHERE n.employment_id = e.id ORDER BY n.valid_from DESC LIMIT 1) n ON true
       WHERE ($1::timestamptz IS NULL OR (date_trunc('milliseconds', v.recorded_at), v.id) < ($1::timestamptz, $2::uuid))
       ORDER BY date_trunc('milliseconds', v.recorded_at) DESC, v.id DESC LIMIT $3`,
      [after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  /** A file that the account itself has handed in. */
  file(fileId: Uuid, storedBy: Uuid): Promise<EventFile | null> {
    return this.db.one<EventFile>(`SELECT id, name, bytes FROM stored_file WHERE id = $1 AND stored_by = $2`, [fileId, storedBy]);
  }
}
