import { Injectable } from '@nestjs/common';
import type { IsoDate, IsoMonth, UnitKind, Uuid } from '@ekinerja/contracts/basics';
import type { PresenceRow } from '@ekinerja/regulations/attendance';
import { addMonths, firstDay, lastDay } from '@ekinerja/regulations/dates';
import { Database } from '../platform/database/database.js';
import { PACKED_MONTH, unpackMonth } from './packed-month.js';

@Injectable()
export class AttendanceRepository {
  constructor(private readonly db: Database) {}

  async monthOfPeople(month: IsoMonth, employmentIds: Uuid[]): Promise<Map<Uuid, PresenceRow[]>> {
    return new Map([...(await this.packedMonths(month, employmentIds))].map(([id, packed]) => [id, unpackMonth(packed, month)]));
  }

  /** A person's month as one text (`unpackMonth`): a tenth of the time and memory of a row a day. */
  async packedMonths(month: IsoMonth, employmentIds: Uuid[]): Promise<Map<Uuid, string>> {
    const rows = await this.db.query<{ id: Uuid; packed: string }>(
      `SELECT employment_id AS id, ${PACKED_MONTH} AS packed FROM presence_day WHERE employment_id = ANY($1::uuid[]) AND date BETWEEN $2 AND $3 GROUP BY employment_id`,
      [employmentIds, firstDay(month), lastDay(month)],
    );
    return new Map(rows.map(({ id, packed }) => [id, packed]));
  }

  /** The last day of the month for which anything has come in; null without a row. */
  async knownUntil(month: IsoMonth, skpdId: Uuid): Promise<IsoDate | null> {
    const row = await this.db.one<{ day: IsoDate | null }>(`SELECT max(date) AS day FROM presence_day WHERE skpd_id = $1 AND date BETWEEN $2 AND $3`, [
      skpdId, firstDay(month), lastDay(month),
    ]);
    return row?.day ?? null;
  }

  /** The unit kind whose week a unit works: of the unit itself, or of the first above that is no mere part of one. */
  async dutyUnitKinds(): Promise<Map<Uuid, UnitKind>> {
    const rows = await this.db.query<{ unit_id: Uuid; kind: UnitKind }>(
      `WITH RECURSIVE up AS (
         SELECT id AS unit_id, kind, parent_id FROM unit
         UNION ALL
         SELECT up.unit_id, p.kind, p.parent_id FROM up JOIN unit p ON p.id = up.parent_id WHERE up.kind IN ('division','section')
       ) SELECT unit_id, kind FROM up WHERE kind NOT IN ('division','section') OR parent_id IS NULL`,
    );
    return new Map(rows.map((row) => [row.unit_id, row.kind]));
  }

  /** Unit of the person's first definitive post in the month. */
  async unitInMonth(employmentId: Uuid, month: IsoMonth): Promise<Uuid | null> {
    const row = await this.db.one<{ unit_id: Uuid }>(
      `SELECT p.unit_id FROM assignment a JOIN post p ON p.id = a.post_id
       WHERE a.employment_id = $1 AND a.kind = 'definitive' AND a.valid_from <= $3 AND (a.valid_to IS NULL OR a.valid_to >= $2)
       ORDER BY a.valid_from LIMIT 1`,
      [employmentId, firstDay(month), lastDay(month)],
    );
    return row?.unit_id ?? null;
  }

  /** For each month back from the given one: when it was last synchronised, how many should have rows and have. */
  async months(last: IsoMonth, count: number, skpdIds: Uuid[] | null) {
    const months = Array.from({ length: count }, (_, back) => addMonths(last, -back));
    return this.db.query<{ month: IsoMonth; synchronised_at: Date | null; employees: number; with_rows: number }>(
      `SELECT m.month,
              (SELECT max(i.applied_at) FROM presence_import i WHERE i.month = m.month AND i.status = 'applied') AS synchronised_at,
              (SELECT count(DISTINCT a.employment_id) FROM assignment a JOIN post p ON p.id = a.post_id JOIN unit u ON u.id = p.unit_id
               WHERE a.kind = 'definitive' AND u.skpd_id IS NOT NULL AND a.valid_from <= m.last AND (a.valid_to IS NULL OR a.valid_to >= m.first)
                 AND ($2::uuid[] IS NULL OR u.skpd_id = ANY($2::uuid[]))) AS employees,
              (SELECT count(DISTINCT d.employment_id) FROM presence_day d
               WHERE d.date BETWEEN m.first AND m.last AND ($2::uuid[] IS NULL OR d.skpd_id = ANY($2::uuid[]))) AS with_rows
       FROM (SELECT month, (month || '-01')::date AS first, ((month || '-01')::date + interval '1 month' - interval '1 day')::date AS last
             FROM unnest($1::text[]) AS given(month)) m
       ORDER BY m.month DESC`,
      [months, skpdIds],
    );
  }

  async synchronisedAt(month: IsoMonth): Promise<Date | null> {
    const row = await this.db.one<{ at: Date | null }>(`SELECT max(applied_at) AS at FROM presence_import WHERE month = $1 AND status = 'applied'`, [month]);
    return row?.at ?? null;
  }
}
