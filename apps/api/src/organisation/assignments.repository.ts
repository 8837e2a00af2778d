import { Injectable } from '@nestjs/common';
import type { AssignmentView, Decree } from '@ekinerja/contracts/assignments';
import type { AssignmentKind, IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { Database } from '../platform/database/database.js';

export interface Term {
  from: IsoDate;
  to: IsoDate | null;
}
export interface LockedPost extends Term {
  id: Uuid;
  name: string;
  seats: number;
}
export interface AssignmentValues extends Term {
  classOverride: string | null;
  decree: Decree;
}

const VIEW = `
  SELECT a.id, a.employment_id AS "employmentId", person_display_name(p) AS "personName",
         (SELECT n.nip FROM employment_nip n WHERE n.employment_id = e.id ORDER BY n.valid_from DESC LIMIT 1) AS nip,
         a.post_id AS "postId", post.name AS "postName", post.kind AS "postKind", unit.name AS "unitName", a.kind, a.seat,
         a.valid_from AS "validFrom", a.valid_to AS "validTo", a.class_override AS "classOverride",
         a.decree_number AS "decreeNumber", a.decree_date AS "decreeDate", a.decree_file_id AS "decreeFileId", a.version
  FROM assignment a JOIN employment e ON e.id = a.employment_id JOIN person p ON p.id = e.person_id
  JOIN post ON post.id = a.post_id JOIN unit ON unit.id = post.unit_id`;

/** Touches the days `$2`–`$3` (open where null). */
const TOUCHES = `daterange(a.valid_from, a.valid_to, '[]') && daterange($2::date, $3::date, '[]')`;

@Injectable()
export class AssignmentsRepository {
  constructor(private readonly db: Database) {}

  async find(id: Uuid): Promise<AssignmentView | null> {
    return this.db.one<AssignmentView>(`${VIEW} WHERE a.id = $1`, [id]);
  }

  async lock(id: Uuid): Promise<AssignmentView | null> {
    return this.db.one<AssignmentView>(`${VIEW} WHERE a.id = $1 FOR UPDATE OF a`, [id]);
  }

  /** Writers of one person's or one post's assignments go one after the other. */
  async lockEmployment(id: Uuid): Promise<(Term & { name: string }) | null> {
    return this.db.one(
      `SELECT e.valid_from AS "from", e.valid_to AS "to", person_display_name(p) AS name
       FROM employment e JOIN person p ON p.id = e.person_id WHERE e.id = $1 FOR UPDATE OF e`,
      [id],
    );
  }

  async lockPost(id: Uuid): Promise<LockedPost | null> {
    return this.db.one<LockedPost>(`SELECT id, name, seats, valid_from AS "from", valid_to AS "to" FROM post WHERE id = $1 FOR UPDATE`, [id]);
  }

  /** What the person holds definitively on any of the days. */
  async definitiveOf(employmentId: Uuid, term: Term, except: Uuid | null): Promise<AssignmentView[]> {
    return this.db.query<AssignmentView>(
      `${VIEW} WHERE a.employment_id = $1 AND a.kind = 'definitive' AND ${TOUCHES} AND a.id IS DISTINCT FROM $4::uuid ORDER BY a.valid_from`,
      [employmentId, term.from, term.to, except],
    );
  }

  /** Who holds the post in one of these capacities on any of the days. */
  async inPost(postId: Uuid, kinds: AssignmentKind[], term: Term, except: Uuid | null): Promise<AssignmentView[]> {
    return this.db.query<AssignmentView>(
      `${VIEW} WHERE a.post_id = $1 AND a.kind = ANY($5::text[]) AND ${TOUCHES} AND a.id IS DISTINCT FROM $4::uuid ORDER BY a.valid_from, a.id`,
      [postId, term.from, term.to, except, kinds],
    );
  }

  /** Everything the person holds after a day. */
  async after(employmentId: Uuid, day: IsoDate): Promise<AssignmentView[]> {
    return this.db.query<AssignmentView>(
      `${VIEW} WHERE a.employment_id = $1 AND (a.valid_to IS NULL OR a.valid_to > $2) ORDER BY a.valid_from, a.id FOR UPDATE OF a`,
      [employmentId, day],
    );
  }

  async insert(employmentId: Uuid, postId: Uuid, kind: AssignmentKind, seat: number, values: AssignmentValues): Promise<Uuid> {
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO assignment (employment_id, post_id, kind, seat, valid_from, valid_to, class_override, decree_number, decree_date, decree_file_id)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10) RETURNING id`,
      [employmentId, postId, kind, seat, values.from, values.to, values.classOverride, values.decree.number, values.decree.date, values.decree.fileId],
    );
    return row!.id;
  }

  async correct(id: Uuid, seat: number, values: AssignmentValues): Promise<void> {
    await this.db.execute(
      `UPDATE assignment SET seat = $2, valid_from = $3, valid_to = $4, class_override = $5, decree_number = $6, decree_date = $7, decree_file_id = $8,
              version = version + 1 WHERE id = $1`,
      [id, seat, values.from, values.to, values.classOverride, values.decree.number, values.decree.date, values.decree.fileId],
    );
  }

  async end(id: Uuid, lastDay: IsoDate): Promise<void> {
    await this.db.execute(`UPDATE assignment SET valid_to = $2, version = version + 1 WHERE id = $1`, [id, lastDay]);
  }

  /** One that never began or never should have: kept whole in a table of its own. */
  async remove(id: Uuid, reason: string, at: Date): Promise<void> {
    await this.db.execute(
      `WITH gone AS (DELETE FROM assignment WHERE id = $1 RETURNING *)
       INSERT INTO assignment_withdrawn (id, employment_id, assignment, reason, withdrawn_at) SELECT g.id, g.employment_id, to_jsonb(g), $2, $3 FROM gone g`,
      [id, reason, at],
    );
  }

  async fileExists(id: Uuid): Promise<boolean> {
    return (await this.db.one(`SELECT 1 FROM stored_file WHERE id = $1`, [id])) !== null;
  }
}
