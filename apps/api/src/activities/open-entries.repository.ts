import { Injectable } from '@nestjs/common';
import type { EmployeeKind, IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { Database } from '../platform/database/database.js';

/** Overdue entries handed in under one law, with one of them as a sample. */
export interface OverdueGroup {
  lawHash: string | null;
  kind: EmployeeKind;
  submittedAt: Date;
}

export interface OverdueRow {
  id: Uuid;
  employmentId: Uuid;
  kind: EmployeeKind;
  date: IsoDate;
  submittedAt: Date;
  dueAt: Date;
  description: string;
  version: number;
  /** Opened by the evaluator before it was due. */
  seen: boolean;
}

export interface OpenDay {
  employmentId: Uuid;
  kind: EmployeeKind;
  date: IsoDate;
  submittedOn: IsoDate;
  evaluatorEmploymentId: Uuid;
}

/** Entries that wait, over everybody: for the jobs. */
@Injectable()
export class OpenEntriesRepository {
  constructor(private readonly db: Database) {}

  overdueGroups(now: Date): Promise<OverdueGroup[]> {
    return this.db.query<OverdueGroup>(
      `SELECT a.law_hash AS "lawHash", e.kind, min(a.submitted_at) AS "submittedAt"
       FROM activity a JOIN employment e ON e.id = a.employment_id
       WHERE a.status = 'submitted' AND a.due_at <= $1 GROUP BY a.law_hash, e.kind`,
      [now],
    );
  }

  /** Locks overdue entries of those laws; what another replica holds, or somebody is deciding, is passed over. */
  lockOverdue(now: Date, groups: OverdueGroup[], unseenOnly: boolean, limit: number): Promise<OverdueRow[]> {
    return this.db.query<OverdueRow>(
      `SELECT a.id, a.employment_id AS "employmentId", e.kind, a.date, a.submitted_at AS "submittedAt", a.due_at AS "dueAt", a.description, a.version, coalesce(a.seen_at < a.due_at, false) AS seen
       FROM activity a JOIN employment e ON e.id = a.employment_id
       JOIN jsonb_to_recordset($2::jsonb) AS g("lawHash" text, kind text) ON g."lawHash" IS NOT DISTINCT FROM a.law_hash AND g.kind = e.kind
       WHERE a.status = 'submitted' AND a.due_at <= $1 AND (NOT $3::boolean OR a.seen_at IS NULL OR a.seen_at >= a.due_at)
       ORDER BY a.id LIMIT $4 FOR UPDATE OF a SKIP LOCKED`,
      [now, JSON.stringify(groups), unseenOnly, limit],
    );
  }

  async organisationVersion(): Promise<number> {
    const row = await this.db.one<{ version: number }>(`SELECT version FROM organisation_version`);
    return row?.version ?? 0;
  }

  /** Days with open entries by person; one derivation serves all entries of such a day. */
  openDays(timeZone: string): Promise<OpenDay[]> {
    return this.db.query<OpenDay>(
      `SELECT DISTINCT a.employment_id AS "employmentId", e.kind, a.date, (a.submitted_at AT TIME ZONE $1)::date AS "submittedOn",
              a.evaluator_employment_id AS "evaluatorEmploymentId"
       FROM activity a JOIN employment e ON e.id = a.employment_id WHERE a.status = 'submitted' AND a.evaluator_employment_id IS NOT NULL`,
      [timeZone],
    );
  }

  /**
   * Sends the open entries of those days to their new evaluator, in one statement: nothing of them was opened yet, and the
   * time limit runs anew where it would end sooner. @returns what was sent
   */
  reroute(days: (OpenDay & { to: Uuid; dueAt: Date | null })[], timeZone: string): Promise<{ id: Uuid; from: Uuid; to: Uuid }[]> {
    return this.db.query(
      `UPDATE activity a SET evaluator_employment_id = d."to", seen_at = NULL, due_at = greatest(a.due_at, d."dueAt")
       FROM (
         SELECT o.id, m."to", m."evaluatorEmploymentId" AS "from", m."dueAt" FROM activity o
         JOIN jsonb_to_recordset($1::jsonb)
           AS m("employmentId" uuid, date date, "submittedOn" date, "evaluatorEmploymentId" uuid, "to" uuid, "dueAt" timestamptz)
           ON m."employmentId" = o.employment_id AND m.date = o.date AND m."evaluatorEmploymentId" = o.evaluator_employment_id
              AND m."submittedOn" = (o.submitted_at AT TIME ZONE $2)::date
         WHERE o.status = 'submitted' ORDER BY o.id FOR UPDATE OF o
       ) d WHERE a.id = d.id RETURNING a.id, d."from", d."to"`,
      [JSON.stringify(days), timeZone],
    );
  }
}
