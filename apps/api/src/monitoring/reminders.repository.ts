import { Injectable } from '@nestjs/common';
import type { EmployeeKind, IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { Database } from '../platform/database/database.js';

export interface Decider {
  employmentId: Uuid;
  count: number;
  /** Local days of the earliest and of the latest limit. */
  dueOn: IsoDate;
  lastDueOn: IsoDate;
}

@Injectable()
export class RemindersRepository {
  constructor(private readonly db: Database) {}

  /** Entries whose time for a decision ends within the span, by whoever decides them. */
  toDecide(from: Date | null, to: Date, timeZone: string): Promise<Decider[]> {
    return this.db.query<Decider>(
      `SELECT evaluator_employment_id AS "employmentId", count(*)::int AS count, (min(due_at - interval '1 second') AT TIME ZONE $3)::date AS "dueOn",
         (max(due_at - interval '1 second') AT TIME ZONE $3)::date AS "lastDueOn"
       FROM activity WHERE status = 'submitted' AND evaluator_employment_id IS NOT NULL AND due_at <= $2 AND ($1::timestamptz IS NULL OR due_at > $1)
       GROUP BY evaluator_employment_id ORDER BY evaluator_employment_id`,
      [from, to, timeZone],
    );
  }

  /** Evaluators who let entries lie past their limit, by SKPD, with who is told of it there. */
  async silent(now: Date, today: IsoDate): Promise<{ skpdId: Uuid; count: number; accountIds: Uuid[] }[]> {
    return this.db.query(
      `SELECT a.skpd_id AS "skpdId", count(DISTINCT a.evaluator_employment_id)::int AS count,
         ARRAY(SELECT DISTINCT r.account_id FROM account_role r WHERE r.role = 'unit-admin' AND r.unit_id = a.skpd_id AND r.valid_from <= $2 AND (r.valid_to IS NULL OR r.valid_to >= $2)) AS "accountIds"
       FROM activity a WHERE a.status = 'submitted' AND a.due_at <= $1 AND a.evaluator_employment_id IS NOT NULL GROUP BY a.skpd_id ORDER BY a.skpd_id`,
      [now, today],
    );
  }

  /** Whose SKP of the year is not with the evaluator yet, with its own limit where it has one. */
  withoutSkp(year: number, today: IsoDate, kinds: EmployeeKind[]): Promise<{ employmentId: Uuid; dueOn: IsoDate | null }[]> {
    return this.db.query(
      `SELECT DISTINCT ON (e.id) e.id AS "employmentId", s.due_on AS "dueOn" FROM assignment a JOIN employment e ON e.id = a.employment_id
       LEFT JOIN skp s ON s.employment_id = e.id AND s.year = $1 AND s.period_to >= $2
       WHERE a.kind = 'definitive' AND a.valid_from <= $2 AND (a.valid_to IS NULL OR a.valid_to >= $2) AND employment_kind_on(e.id, $2) = ANY($3::text[])
         AND (s.id IS NULL OR s.status IN ('draft', 'returned')) ORDER BY e.id, s.period_from DESC`,
      [year, today, kinds],
    );
  }
}
