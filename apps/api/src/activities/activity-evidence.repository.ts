import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import { Database } from '../platform/database/database.js';

export interface EvidenceRow {
  id: Uuid;
  activityId: Uuid;
  fileId: Uuid;
  removed: boolean;
}

@Injectable()
export class ActivityEvidenceRepository {
  constructor(private readonly db: Database) {}

  find(id: Uuid): Promise<EvidenceRow | null> {
    return this.db.one<EvidenceRow>(
      `SELECT id, activity_id AS "activityId", file_id AS "fileId", removed_at IS NOT NULL AS removed FROM activity_evidence WHERE id = $1`,
      [id],
    );
  }

  async count(activityId: Uuid): Promise<number> {
    const row = await this.db.one<{ n: number }>(`SELECT count(*)::int AS n FROM activity_evidence WHERE activity_id = $1 AND removed_at IS NULL`, [activityId]);
    return row!.n;
  }

  /** @returns false where the id is taken */
  async add(row: { id: Uuid; activityId: Uuid; fileId: Uuid; at: Date }): Promise<boolean> {
    const made = await this.db.query(
      `INSERT INTO activity_evidence (id, activity_id, file_id, added_at) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [row.id, row.activityId, row.fileId, row.at],
    );
    return made.length === 1;
  }

  async remove(id: Uuid, at: Date): Promise<void> {
    await this.db.execute(`UPDATE activity_evidence SET removed_at = $2 WHERE id = $1`, [id, at]);
  }
}
