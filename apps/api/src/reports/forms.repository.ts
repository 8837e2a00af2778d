import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { FormCode } from '@ekinerja/contracts/forms';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { dayOf } from '../platform/database/day-of.js';

export interface FormRow {
  code: FormCode;
  id: string;
  period: string;
  date: IsoDate | null;
}

@Injectable()
export class FormsRepository {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  person(employmentId: Uuid): Promise<{ name: string; first: number } | null> {
    return this.db.one(
      `SELECT person_display_name(p) AS name, extract(year FROM e.valid_from)::int AS first FROM employment e JOIN person p ON p.id = e.person_id WHERE e.id = $1`,
      [employmentId],
    );
  }

  /** What of the year has a form, whoever may open it. */
  ofYear(employmentId: Uuid, year: number): Promise<FormRow[]> {
    return this.db.query(
      `SELECT code, id, period, date FROM (
         SELECT 'skp' AS code, id::text, year::text AS period, ${dayOf('determined_at', '$3')} AS date FROM skp WHERE employment_id = $1 AND year = $2
         UNION ALL SELECT 'month-report', to_char(date, 'YYYY-MM'), to_char(date, 'YYYY-MM'), max(date) FROM activity
           WHERE employment_id = $1 AND status <> 'withdrawn' AND date BETWEEN make_date($2, 1, 1) AND make_date($2, 12, 31) GROUP BY to_char(date, 'YYYY-MM')
         UNION ALL SELECT 'measurement', id::text, month, ${dayOf('confirmed_at', '$3')} FROM measurement WHERE employment_id = $1 AND month LIKE $2 || '-%' AND status <> 'draft'
         UNION ALL SELECT CASE kind WHEN 'annual' THEN 'annual-evaluation' ELSE 'evaluation' END, id::text, CASE kind WHEN 'annual' THEN left(month, 4) ELSE month END, ${dayOf('determined_at', '$3')}
           FROM evaluation WHERE employment_id = $1 AND month LIKE $2 || '-%'
         UNION ALL SELECT 'objection', id::text, evaluation ->> 'month', ${dayOf('filed_at', '$3')} FROM objection WHERE employment_id = $1 AND evaluation ->> 'month' LIKE $2 || '-%'
         UNION ALL SELECT 'performance-report', id::text, month, ${dayOf('sent_at', '$3')} FROM performance_report WHERE from_employment_id = $1 AND month LIKE $2 || '-%'
       ) form ORDER BY period, code, id`,
      [employmentId, year, this.clock.timeZone],
    );
  }

  /** Who administers the SKPD on a day. */
  async adminOf(skpdId: Uuid, date: IsoDate): Promise<string | null> {
    const rows = await this.db.query<{ name: string }>(
      `SELECT person_display_name(p) AS name FROM account_role r JOIN account a ON a.id = r.account_id JOIN person p ON p.id = a.person_id
       WHERE r.role = 'unit-admin' AND r.unit_id = $1 AND r.valid_from <= $2 AND (r.valid_to IS NULL OR r.valid_to >= $2) ORDER BY 1`,
      [skpdId, date],
    );
    return rows.map(({ name }) => name).join(', ') || null;
  }

  /** Who leads the SKPD on a day: holder of its leading post. */
  async headOf(skpdId: Uuid, date: IsoDate): Promise<Uuid | null> {
    const row = await this.db.one<{ id: Uuid }>(
      `SELECT a.employment_id AS id FROM post p JOIN assignment a ON a.post_id = p.id WHERE p.unit_id = $1 AND p.leader AND a.valid_from <= $2 AND (a.valid_to IS NULL OR a.valid_to >= $2)
       ORDER BY a.kind = 'definitive' DESC, a.id LIMIT 1`,
      [skpdId, date],
    );
    return row?.id ?? null;
  }

  async skpdOf(employmentId: Uuid, date: IsoDate): Promise<{ skpdId: Uuid; class: string | null } | null> {
    return this.db.one(
      `SELECT u.skpd_id AS "skpdId", (SELECT c.class FROM post_class c WHERE c.post_id = p.id AND c.valid_from <= $2 ORDER BY c.valid_from DESC LIMIT 1) AS class
       FROM assignment a JOIN post p ON p.id = a.post_id JOIN unit u ON u.id = p.unit_id
       WHERE a.employment_id = $1 AND a.kind = 'definitive' AND a.valid_from <= $2 AND (a.valid_to IS NULL OR a.valid_to >= $2) LIMIT 1`,
      [employmentId, date],
    );
  }
}
