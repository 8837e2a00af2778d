import { Injectable } from '@nestjs/common';
import type { Citation, Uuid } from '@ekinerja/contracts/basics';
import type { SkpChangeStatus, SkpContent } from '@ekinerja/contracts/skp';
import type { SkpChangeSummary } from '@ekinerja/contracts/skp-record';
import { Database } from '../platform/database/database.js';

export interface ChangeRow {
  id: Uuid;
  skpId: Uuid;
  status: SkpChangeStatus;
  version: number;
  reason: string;
  resources: string[];
  content: SkpContent;
  returnReason: string | null;
  startedAt: Date;
  submittedAt: Date | null;
  dueAt: Date | null;
  decidedAt: Date | null;
}

const SELECT = `SELECT id, skp_id AS "skpId", status, version, reason, resources, content, return_reason AS "returnReason", started_at AS "startedAt",
  submitted_at AS "submittedAt", due_at AS "dueAt", decided_at AS "decidedAt" FROM skp_change`;

/** Changes of determined SKPs that are drawn up beside the version in force. */
@Injectable()
export class SkpChangesRepository {
  constructor(private readonly db: Database) {}

  find(id: Uuid): Promise<ChangeRow | null> {
    return this.db.one<ChangeRow>(`${SELECT} WHERE id = $1`, [id]);
  }

  lock(id: Uuid): Promise<ChangeRow | null> {
    return this.db.one<ChangeRow>(`${SELECT} WHERE id = $1 FOR UPDATE`, [id]);
  }

  open(skpId: Uuid): Promise<ChangeRow | null> {
    return this.db.one<ChangeRow>(`${SELECT} WHERE skp_id = $1 AND status IN ('draft','submitted','returned')`, [skpId]);
  }

  /** @returns null when one is open already */
  async start(skpId: Uuid, reason: string, resources: string[], content: SkpContent, at: Date): Promise<Uuid | null> {
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO skp_change (skp_id, status, reason, resources, content, started_at) VALUES ($1,'draft',$2,$3,$4,$5)
       ON CONFLICT (skp_id) WHERE status IN ('draft','submitted','returned') DO NOTHING RETURNING id`,
      [skpId, reason, JSON.stringify(resources), JSON.stringify(content), at],
    );
    return row?.id ?? null;
  }

  async write(id: Uuid, content: SkpContent): Promise<void> {
    await this.db.execute(`UPDATE skp_change SET content = $2, version = version + 1 WHERE id = $1`, [id, JSON.stringify(content)]);
  }

  async submit(id: Uuid, at: Date, dueAt: Date | null): Promise<void> {
    await this.db.execute(
      `UPDATE skp_change SET status = 'submitted', submitted_at = $2, due_at = $3, return_reason = NULL, version = version + 1 WHERE id = $1`,
      [id, at, dueAt],
    );
  }

  async decide(id: Uuid, status: SkpChangeStatus, reason: string | null, at: Date): Promise<void> {
    await this.db.execute(`UPDATE skp_change SET status = $2, return_reason = $3, decided_at = $4, version = version + 1 WHERE id = $1`, [id, status, reason, at]);
  }

  /** Changes that wait for the evaluator of those people, oldest first. */
  waiting(employmentIds: Uuid[], after: { at: string; id: Uuid } | null, limit: number): Promise<(ChangeRow & { personName: string; year: number })[]> {
    return this.db.query(
      `SELECT c.id, c.skp_id AS "skpId", c.status, c.version, c.reason, c.resources, c.content, c.return_reason AS "returnReason", c.started_at AS "startedAt",
              c.submitted_at AS "submittedAt", c.due_at AS "dueAt", c.decided_at AS "decidedAt", person_display_name(p) AS "personName", s.year
       FROM skp_change c JOIN skp s ON s.id = c.skp_id JOIN employment e ON e.id = s.employment_id JOIN person p ON p.id = e.person_id
       WHERE c.status = 'submitted' AND s.employment_id = ANY($1::uuid[])
         AND ($2::timestamptz IS NULL OR (date_trunc('milliseconds', c.submitted_at), c.id) > ($2::timestamptz, $3::uuid))
       ORDER BY date_trunc('milliseconds', c.submitted_at), c.id LIMIT $4`,
      [employmentIds, after?.at ?? null, after?.id ?? null, limit],
    );
  }
}

export function changeSummary(row: ChangeRow, now: Date, cite: Citation | null): SkpChangeSummary {
  const { id, status, reason, version, returnReason, resources } = row;
  return {
    id, status, reason, version, returnReason, resources, cite,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    dueAt: row.dueAt?.toISOString() ?? null,
    // KS 23(4): overdue is shown; nothing is accepted by lapse.
    overdue: status === 'submitted' && row.dueAt !== null && row.dueAt <= now,
  };
}
