import { Injectable } from '@nestjs/common';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import { firstDay, lastDay } from '@ekinerja/regulations/dates';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';

/** Which SKPD answers for a person's month, and whether that month can still be written. */
@Injectable()
export class PeriodsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The SKPD that pays the month: of the definitive post on its first day, else of the earliest one in it. */
  async skpdOfMonth(employmentId: Uuid, month: IsoMonth): Promise<Uuid | null> {
    return (await this.skpdsOfMonth(month, [employmentId])).get(employmentId) ?? null;
  }

  /** The same for many, in one query; all employments without a list. */
  async skpdsOfMonth(month: IsoMonth, employmentIds?: Uuid[]): Promise<Map<Uuid, Uuid>> {
    const rows = await this.db.query<{ employment_id: Uuid; skpd_id: Uuid }>(
      `SELECT DISTINCT ON (a.employment_id) a.employment_id, u.skpd_id
       FROM assignment a JOIN post p ON p.id = a.post_id JOIN unit u ON u.id = p.unit_id
       WHERE a.kind = 'definitive' AND u.skpd_id IS NOT NULL AND a.valid_from <= $2 AND (a.valid_to IS NULL OR a.valid_to >= $1)
         AND ($3::uuid[] IS NULL OR a.employment_id = ANY($3::uuid[]))
       ORDER BY a.employment_id, a.valid_from`,
      [firstDay(month), lastDay(month), employmentIds ?? null],
    );
    return new Map(rows.map((row) => [row.employment_id, row.skpd_id]));
  }

  /**
   * Before a write into the month: waits for no other writer, only for a close under way.
   * @param day the earliest day that is written; left out: the month itself, which any close has closed
   * @throws DomainError `month-closed`
   */
  async writing(skpdId: Uuid, month: IsoMonth, day: IsoDate = firstDay(month)): Promise<void> {
    await this.db.query(`SELECT pg_advisory_xact_lock_shared($1, hashtext($2))`, [monthNumber(month), skpdId]);
    const until = await this.closedUntil(skpdId, month);
    if (until !== null && day <= until) throw new DomainError('month-closed', { month });
  }

  /** Before a correction of what is closed: waits for a close under way, or for one being taken back. */
  async settled(skpdId: Uuid, month: IsoMonth): Promise<void> {
    await this.db.query(`SELECT pg_advisory_xact_lock_shared($1, hashtext($2))`, [monthNumber(month), skpdId]);
  }

  /** Before the close: waits until the writers under way are done and keeps new ones out. */
  async closing(skpdId: Uuid, month: IsoMonth): Promise<void> {
    await this.db.query(`SELECT pg_advisory_xact_lock($1, hashtext($2))`, [monthNumber(month), skpdId]);
  }

  /** Last day that the close has closed: of a month paid inside its year an earlier one than its last. Null while it is open. */
  async closedUntil(skpdId: Uuid, month: IsoMonth): Promise<IsoDate | null> {
    const row = await this.db.one<{ until: IsoDate }>(`SELECT coalesce(until, $3::date) AS until FROM closed_month WHERE skpd_id = $1 AND month = $2`, [skpdId, month, lastDay(month)]);
    return row?.until ?? null;
  }

  /** Whether every day of the month is closed. */
  async isClosed(skpdId: Uuid, month: IsoMonth): Promise<boolean> {
    return (await this.closedUntil(skpdId, month)) === lastDay(month);
  }

  /** @param until last day that the pay rests on; left out: the month's last */
  async markClosed(skpdId: Uuid, month: IsoMonth, until: IsoDate = lastDay(month)): Promise<void> {
    await this.db.query(`INSERT INTO closed_month (skpd_id, month, closed_at, until) VALUES ($1, $2, $3, $4)`, [skpdId, month, this.clock.now(), until]);
  }

  /** A closed month that two persons took back before it was sent; inside `closing`. */
  async reopen(skpdId: Uuid, month: IsoMonth): Promise<void> {
    await this.db.execute(`DELETE FROM closed_month WHERE skpd_id = $1 AND month = $2`, [skpdId, month]);
  }
}

function monthNumber(month: IsoMonth): number {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return year * 12 + number;
}
