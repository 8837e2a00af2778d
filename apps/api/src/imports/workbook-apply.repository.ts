import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Changed, DatedValue, Plan } from './plan.js';

const UNIT = `u(id uuid, code text, name text, kind text, "parentId" uuid, "skpdId" uuid, "from" date, "to" date)`;
const POST = `p(id uuid, code text, name text, "unitId" uuid, kind text, level text, "superiorId" uuid, leader boolean, seats int, "standingDelegate" boolean, "from" date, "to" date)`;
const EMPLOYEE = `e(id uuid, "personId" uuid, nip text, code text, name text, "frontTitle" text, "backTitle" text, "birthDate" date, sex text, kind text, "from" date, "to" date)`;
const ASSIGNMENT = `a(id uuid, "employmentId" uuid, "postId" uuid, kind text, seat int, "from" date, "to" date, "decreeNumber" text, "decreeDate" date)`;
const DATED = `d(id uuid, value text, "from" date, "after" date)`;

/** Writes a plan, a few statements for any number of rows; within the caller's transaction. */
@Injectable()
export class WorkbookApplyRepository {
  constructor(private readonly db: Database) {}

  async units({ fresh, changed }: Plan['units']): Promise<void> {
    await this.rows(fresh, (rows) => this.db.query(
      `INSERT INTO unit (id, code, name, kind, parent_id, skpd_id, valid_from, valid_to)
       SELECT id, code, name, kind, "parentId", "skpdId", "from", "to" FROM jsonb_to_recordset($1::jsonb) AS ${UNIT}`, [rows]));
    await this.rows(afters(changed), (rows) => this.db.execute(
      `UPDATE unit SET name = u.name, kind = u.kind, parent_id = u."parentId", skpd_id = u."skpdId", valid_from = u."from", valid_to = u."to"
       FROM jsonb_to_recordset($1::jsonb) AS ${UNIT} WHERE unit.id = u.id`, [rows]));
  }

  async posts({ fresh, changed }: Plan['posts'], classes: DatedValue[]): Promise<void> {
    await this.rows(fresh, (rows) => this.db.query(
      `INSERT INTO post (id, code, name, unit_id, kind, level, superior_post_id, leader, seats, standing_delegate, valid_from, valid_to)
       SELECT id, code, name, "unitId", kind, level, "superiorId", leader, seats, "standingDelegate", "from", "to" FROM jsonb_to_recordset($1::jsonb) AS ${POST}`, [rows]));
    await this.rows(afters(changed), (rows) => this.db.execute(
      `UPDATE post SET name = p.name, unit_id = p."unitId", kind = p.kind, level = p.level, superior_post_id = p."superiorId", leader = p.leader,
              seats = p.seats, standing_delegate = p."standingDelegate", valid_from = p."from", valid_to = p."to"
       FROM jsonb_to_recordset($1::jsonb) AS ${POST} WHERE post.id = p.id`, [rows]));
    await this.moveStarts('post_class', 'post_id', changed);
    await this.dated('post_class', 'post_id', 'class', classes);
  }

  async employees({ fresh, changed }: Plan['employees'], kinds: DatedValue[], ranks: DatedValue[]): Promise<void> {
    await this.rows(fresh, async (rows) => {
      await this.db.query(
        `INSERT INTO person (id, name, front_title, back_title, birth_date, sex)
         SELECT "personId", name, "frontTitle", "backTitle", "birthDate", sex FROM jsonb_to_recordset($1::jsonb) AS ${EMPLOYEE}`, [rows]);
      await this.db.query(
        `INSERT INTO employment (id, person_id, kind, valid_from, valid_to, code)
         SELECT id, "personId", kind, "from", "to", code FROM jsonb_to_recordset($1::jsonb) AS ${EMPLOYEE}`, [rows]);
    });
    await this.rows(afters(changed), async (rows) => {
      await this.db.execute(
        `UPDATE person SET name = e.name, front_title = e."frontTitle", back_title = e."backTitle", birth_date = e."birthDate", sex = e.sex
         FROM jsonb_to_recordset($1::jsonb) AS ${EMPLOYEE} WHERE person.id = e."personId"`, [rows]);
      await this.db.execute(
        `UPDATE employment SET valid_from = e."from", valid_to = e."to", code = e.code
         FROM jsonb_to_recordset($1::jsonb) AS ${EMPLOYEE} WHERE employment.id = e.id`, [rows]);
    });
    await this.moveStarts('employment_nip', 'employment_id', changed);
    await this.moveStarts('employment_rank', 'employment_id', changed);
    await this.rows([...fresh, ...afters(changed)], (rows) => this.db.query(
      `INSERT INTO employment_nip (employment_id, nip, valid_from)
       SELECT id, nip, "from" FROM jsonb_to_recordset($1::jsonb) AS ${EMPLOYEE}
       WHERE nip IS NOT NULL AND NOT EXISTS (SELECT 1 FROM employment_nip n WHERE n.nip = e.nip)`, [rows]));
    await this.dated('employment_kind', 'employment_id', 'kind', kinds);
    await this.dated('employment_rank', 'employment_id', 'rank', ranks);
  }

  /** Ends move in before others move out, so that no two definitive assignments touch on the way. */
  async assignments({ fresh, changed }: Plan['assignments']): Promise<void> {
    const shorter = changed.filter(({ before, after }) => after.to !== null && (before.to === null || after.to < before.to));
    const others = changed.filter((change) => !shorter.includes(change));
    for (const part of [shorter, others]) {
      await this.rows(afters(part), (rows) => this.db.execute(
        `UPDATE assignment SET valid_to = a."to", decree_number = a."decreeNumber", decree_date = a."decreeDate"
         FROM jsonb_to_recordset($1::jsonb) AS ${ASSIGNMENT} WHERE assignment.id = a.id`, [rows]));
    }
    await this.rows(fresh, (rows) => this.db.query(
      `INSERT INTO assignment (id, employment_id, post_id, kind, seat, valid_from, valid_to, decree_number, decree_date)
       SELECT id, "employmentId", "postId", kind, greatest(seat, 1), "from", "to", "decreeNumber", "decreeDate" FROM jsonb_to_recordset($1::jsonb) AS ${ASSIGNMENT}`, [rows]));
  }

  /** A first row that began with its owner begins with it still when the owner's first day moves. */
  private async moveStarts(table: string, key: string, changed: Changed<{ id: string; from: string }>[]): Promise<void> {
    const moved = changed.filter(({ before, after }) => before.from !== after.from).map(({ before, after }) => ({ id: after.id, from: after.from, after: before.from }));
    await this.rows(moved, (rows) => this.db.execute(
      `UPDATE ${table} AS t SET valid_from = d."from" FROM jsonb_to_recordset($1::jsonb) AS ${DATED}
       WHERE t.${key} = d.id AND t.valid_from = d."after" AND (t.valid_to IS NULL OR t.valid_to >= d."from")`, [rows]));
  }

  private async dated(table: string, key: string, column: string, values: DatedValue[]): Promise<void> {
    const corrected = values.filter(({ from, after }) => after === from);
    const following = values.filter(({ from, after }) => after !== null && after !== from);
    await this.rows(corrected, (rows) => this.db.execute(
      `UPDATE ${table} AS t SET ${column} = d.value FROM jsonb_to_recordset($1::jsonb) AS ${DATED} WHERE t.${key} = d.id AND t.valid_from = d."from"`, [rows]));
    await this.rows(following, (rows) => this.db.execute(
      `UPDATE ${table} AS t SET valid_to = d."from" - 1 FROM jsonb_to_recordset($1::jsonb) AS ${DATED} WHERE t.${key} = d.id AND t.valid_from = d."after"`, [rows]));
    await this.rows(values.filter(({ from, after }) => after !== from), (rows) => this.db.query(
      `INSERT INTO ${table} (${key}, ${column}, valid_from) SELECT id, value, "from" FROM jsonb_to_recordset($1::jsonb) AS ${DATED}`, [rows]));
  }

  private async rows(rows: object[], write: (json: string) => Promise<unknown>): Promise<void> {
    if (rows.length > 0) await write(JSON.stringify(rows));
  }
}

function afters<T>(changed: Changed<T>[]): T[] {
  return changed.map(({ after }) => after);
}
