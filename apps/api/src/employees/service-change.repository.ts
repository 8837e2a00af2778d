import { Injectable } from '@nestjs/common';
import type { EmployeeKind, IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { Database } from '../platform/database/database.js';

/** The writes of employment events, each ending what holds the day before and beginning what follows. */
@Injectable()
export class ServiceChangeRepository {
  constructor(private readonly db: Database) {}

  async rank(employmentId: Uuid, rank: string, from: IsoDate): Promise<void> {
    await this.db.execute(`UPDATE employment_rank SET valid_to = $2::date - 1 WHERE employment_id = $1 AND (valid_to IS NULL OR valid_to >= $2)`, [employmentId, from]);
    await this.db.query(`INSERT INTO employment_rank (employment_id, rank, valid_from) VALUES ($1,$2,$3)`, [employmentId, rank, from]);
  }

  async kind(employmentId: Uuid, kind: EmployeeKind, sharePercent: number | null, from: IsoDate): Promise<void> {
    await this.db.execute(`UPDATE employment_kind SET valid_to = $2::date - 1 WHERE employment_id = $1 AND (valid_to IS NULL OR valid_to >= $2)`, [employmentId, from]);
    await this.db.query(`INSERT INTO employment_kind (employment_id, kind, share_percent, valid_from) VALUES ($1,$2,$3,$4)`, [employmentId, kind, sharePercent, from]);
  }

  async beginAbsence(employmentId: Uuid, kind: 'leave' | 'study', from: IsoDate, expectedTo: IsoDate | null): Promise<void> {
    await this.db.query(`INSERT INTO employment_absence (employment_id, kind, valid_from, expected_to) VALUES ($1,$2,$3,$4)`, [employmentId, kind, from, expectedTo]);
  }

  async endAbsence(employmentId: Uuid, lastDay: IsoDate): Promise<void> {
    await this.db.execute(`UPDATE employment_absence SET valid_to = $2 WHERE employment_id = $1 AND valid_to IS NULL`, [employmentId, lastDay]);
  }

  async endService(employmentId: Uuid, lastDay: IsoDate | null, reason: string): Promise<void> {
    await this.db.execute(`UPDATE employment SET valid_to = $2, end_reason = $3 WHERE id = $1`, [employmentId, lastDay, reason]);
  }

  /** Definitive posts by month and SKPD, cut to the month and to the service. */
  segments(employmentId: Uuid, from: IsoDate, to: IsoDate): Promise<{ skpdName: string; from: IsoDate; to: IsoDate }[]> {
    return this.db.query(
      `SELECT s.name AS "skpdName", greatest(a.valid_from, e.valid_from, $2::date) AS "from",
              least(coalesce(a.valid_to, $3::date), coalesce(e.valid_to, $3::date), $3::date) AS "to"
       FROM assignment a JOIN employment e ON e.id = a.employment_id JOIN post p ON p.id = a.post_id JOIN unit u ON u.id = p.unit_id JOIN unit s ON s.id = u.skpd_id
       WHERE a.employment_id = $1 AND a.kind = 'definitive' AND a.valid_from <= $3 AND coalesce(a.valid_to, $3) >= $2 AND e.valid_from <= $3 AND coalesce(e.valid_to, $3) >= $2
         AND least(coalesce(a.valid_to, $3::date), coalesce(e.valid_to, $3::date)) >= greatest(a.valid_from, e.valid_from, $2::date)
       ORDER BY a.valid_from`,
      [employmentId, from, to],
    );
  }
}
