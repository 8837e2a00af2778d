import { Injectable } from '@nestjs/common';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { PersonSnapshot, SkpContent } from '@ekinerja/contracts/skp';
import { Database } from '../platform/database/database.js';
import type { EvaluatorSnapshot } from './skp.repository.js';

/** What an SKP was before it was opened again. */
export interface SkpStood {
  submittedAt: string | null;
  determinedAt: string | null;
  ownerSnapshot: PersonSnapshot | null;
  evaluatorSnapshot: EvaluatorSnapshot | null;
  content: SkpContent;
}
export interface LateEntryRow {
  id: Uuid;
  skpId: Uuid;
  part: 'annual' | 'monthly';
  months: IsoMonth[];
  until: IsoDate;
  stood: SkpStood | null;
}
export interface NewLateEntry extends Omit<LateEntryRow, 'id'> {
  employmentId: Uuid;
  reason: string;
  at: Date;
  by: Uuid;
  byName: string;
}

const SELECT = `SELECT g.id, g.skp_id AS "skpId", g.part, g.months, g.until, g.stood FROM late_entry_grant g`;
/** Handed in and determined since: what was opened has been used. */
const USED = `EXISTS (SELECT 1 FROM skp_version v WHERE v.skp_id = g.skp_id AND v.determined_at > g.granted_at)`;

/** What late-entry requests have opened again (BK 8(2)). */
@Injectable()
export class LateEntryRepository {
  constructor(private readonly db: Database) {}

  async add(grant: NewLateEntry): Promise<void> {
    await this.db.query(
      `INSERT INTO late_entry_grant (skp_id, employment_id, part, months, until, reason, stood, granted_at, granted_by, granted_by_name) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)`,
      [grant.skpId, grant.employmentId, grant.part, grant.months, grant.until, grant.reason, grant.stood && JSON.stringify(grant.stood), grant.at, grant.by, grant.byName],
    );
  }

  /** The day on which the writing of the SKP ended, where a grant alone had opened it. */
  async annualUntil(skpId: Uuid): Promise<IsoDate | null> {
    const row = await this.db.one<{ until: IsoDate }>(`SELECT max(until) AS until FROM late_entry_grant g WHERE skp_id = $1 AND part = 'annual' AND ended_at IS NULL AND NOT ${USED}`, [skpId]);
    return row?.until ?? null;
  }

  /** Months that stand open on a day. */
  openMonths(skpId: Uuid, today: IsoDate): Promise<{ month: IsoMonth; until: IsoDate }[]> {
    return this.db.query(
      `SELECT m AS month, max(g.until) AS until FROM late_entry_grant g, unnest(g.months) m WHERE g.skp_id = $1 AND g.part = 'monthly' AND g.until >= $2 AND g.ended_at IS NULL GROUP BY m`,
      [skpId, today],
    );
  }

  async markUsed(at: Date): Promise<void> {
    await this.db.execute(`UPDATE late_entry_grant g SET ended_at = $1, ended = 'used' WHERE part = 'annual' AND ended_at IS NULL AND ${USED}`, [at]);
  }

  /** Whose day has passed; the SKPs among them are taken up one by one. */
  over(today: IsoDate): Promise<LateEntryRow[]> {
    return this.db.query<LateEntryRow>(`${SELECT} WHERE g.until < $1 AND g.ended_at IS NULL ORDER BY g.until, g.id LIMIT 500`, [today]);
  }

  async end(id: Uuid, at: Date): Promise<boolean> {
    const done = await this.db.query(`UPDATE late_entry_grant SET ended_at = $2, ended = 'lapsed' WHERE id = $1 AND ended_at IS NULL RETURNING id`, [id, at]);
    return done.length === 1;
  }
}
