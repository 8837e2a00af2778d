import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import { Database } from '../platform/database/database.js';

/** When an SKPD's year was opened, and when its people were last reminded. */
@Injectable()
export class SkpYearRepository {
  constructor(private readonly db: Database) {}

  find(skpdId: Uuid, year: number): Promise<{ openedAt: Date | null; remindedAt: Date | null } | null> {
    return this.db.one(`SELECT opened_at AS "openedAt", reminded_at AS "remindedAt" FROM skp_unit_year WHERE skpd_id = $1 AND year = $2`, [skpdId, year]);
  }

  async lock(skpdId: Uuid, year: number): Promise<void> {
    await this.db.query(`INSERT INTO skp_unit_year (skpd_id, year) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [skpdId, year]);
    await this.db.query(`SELECT FROM skp_unit_year WHERE skpd_id = $1 AND year = $2 FOR UPDATE`, [skpdId, year]);
  }

  async mark(skpdId: Uuid, year: number, what: 'opened_at' | 'reminded_at', at: Date): Promise<void> {
    await this.db.query(
      `INSERT INTO skp_unit_year (skpd_id, year, ${what}) VALUES ($1, $2, $3) ON CONFLICT (skpd_id, year) DO UPDATE SET ${what} = excluded.${what}`,
      [skpdId, year, at],
    );
  }
}
