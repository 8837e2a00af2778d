import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { UnitItem } from '@ekinerja/contracts/organisation';
import { Database } from '../platform/database/database.js';

/** Holds on the day given as `$1`. */
const onDay = (alias: string) => `${alias}.valid_from <= $1 AND (${alias}.valid_to IS NULL OR ${alias}.valid_to >= $1)`;

@Injectable()
export class OrganisationRepository {
  constructor(private readonly db: Database) {}

  /** Person and last SKPD of an employment, whenever it was. */
  async origin(employmentId: Uuid, date: IsoDate): Promise<{ personId: Uuid; skpdId: Uuid | null } | null> {
    return this.db.one(
      `SELECT e.person_id AS "personId",
              (SELECT u.skpd_id FROM assignment a JOIN post p ON p.id = a.post_id JOIN unit u ON u.id = p.unit_id
               WHERE a.employment_id = e.id AND a.kind = 'definitive' AND a.valid_from <= $2 ORDER BY a.valid_from DESC LIMIT 1) AS "skpdId"
       FROM employment e WHERE e.id = $1`,
      [employmentId, date],
    );
  }

  /** Units that hold on a date, by name. */
  async listUnits(date: IsoDate, q: string | null, skpdOnly: boolean, after: [name: string, id: Uuid] | null, limit: number): Promise<UnitItem[]> {
    return this.db.query<UnitItem>(
      `SELECT u.id, u.code, u.name, u.kind, u.parent_id AS "parentId", u.skpd_id AS "skpdId", u.id IS NOT DISTINCT FROM u.skpd_id AS "isSkpd"
       FROM unit u
       WHERE ${onDay('u')} AND ($2::text IS NULL OR u.name ILIKE $2 OR u.code ILIKE $2) AND (NOT $3::boolean OR u.id = u.skpd_id)
         AND ($4::text IS NULL OR (u.name, u.id) > ($4::text, $5::uuid))
       ORDER BY u.name, u.id LIMIT $6`,
      [date, q, skpdOnly, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }
}
