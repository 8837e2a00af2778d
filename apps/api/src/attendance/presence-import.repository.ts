import { Injectable } from '@nestjs/common';
import type { ImportStatus, PresenceImport, PresenceSource, SuspiciousPresence } from '@ekinerja/contracts/attendance';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import { firstDay, lastDay } from '@ekinerja/regulations/dates';
import { Database } from '../platform/database/database.js';
import type { CheckedRow, NipSpan } from './presence-check.js';

export type Preview = Pick<
  PresenceImport,
  'fresh' | 'changed' | 'unchanged' | 'employees' | 'problems' | 'problemCount' | 'changes' | 'missing' | 'missingCount'
> & Partial<Pick<PresenceImport, 'suspicious' | 'unknown'>>;

export interface ImportRecord {
  id: Uuid;
  month: IsoMonth;
  file_name: string;
  status: ImportStatus;
  uploaded_at: Date;
  uploaded_by_name: string;
  applied_at: Date | null;
  row_count: number;
  source: PresenceSource;
  preview: Preview;
}

export interface Difference {
  fresh: number;
  changed: number;
  unchanged: number;
}

const INSERT_CHUNK = 20_000;
const SHOWN = 100;
const RECORD = `i.id, i.month, i.file_name, i.status, i.uploaded_at, i.applied_at, i.row_count, i.source, i.preview,
  coalesce(nullif(person_display_name(p), ''), a.username, 'Sistem') AS uploaded_by_name
  FROM presence_import i LEFT JOIN account a ON a.id = i.uploaded_by LEFT JOIN person p ON p.id = a.person_id`;
const DIFFERS = `(d.status, d.check_in, d.check_out) IS DISTINCT FROM (r.status, r.check_in, r.check_out)`;

@Injectable()
export class PresenceImportRepository {
  constructor(private readonly db: Database) {}

  /** Everybody behind the NIPs of a file, with the days on which NIP and employment both hold. */
  async spansOf(nips: string[]): Promise<Map<string, NipSpan[]>> {
    const rows = await this.db.query<{ nip: string; employment_id: Uuid; valid_from: string; valid_to: string | null }>(
      `SELECT n.nip, n.employment_id, greatest(n.valid_from, e.valid_from) AS valid_from, least(n.valid_to, e.valid_to) AS valid_to
       FROM employment_nip n JOIN employment e ON e.id = n.employment_id WHERE n.nip = ANY($1::text[])`,
      [nips],
    );
    const spans = new Map<string, NipSpan[]>();
    for (const row of rows) {
      const span = { employmentId: row.employment_id, from: row.valid_from, to: row.valid_to };
      spans.set(row.nip, [...(spans.get(row.nip) ?? []), span]);
    }
    return spans;
  }

  /** Closed SKPDs with the last day that their close has closed. */
  async closedSkpds(month: IsoMonth): Promise<Map<Uuid, IsoDate>> {
    const rows = await this.db.query<{ skpd_id: Uuid; until: IsoDate }>(`SELECT skpd_id, coalesce(until, $2::date) AS until FROM closed_month WHERE month = $1`, [month, lastDay(month)]);
    return new Map(rows.map((row) => [row.skpd_id, row.until]));
  }

  async insert(given: { month: IsoMonth; fileName: string; fileId: Uuid | null; status: ImportStatus; at: Date; by: Uuid | null; rowCount: number; source: PresenceSource }): Promise<Uuid> {
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO presence_import (month, file_name, file_id, status, uploaded_at, uploaded_by, row_count, source, preview)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,'{}') RETURNING id`,
      [given.month, given.fileName, given.fileId, given.status, given.at, given.by, given.rowCount, given.source],
    );
    return row!.id;
  }

  async insertRows(importId: Uuid, rows: readonly CheckedRow[]): Promise<void> {
    for (let start = 0; start < rows.length; start += INSERT_CHUNK) {
      const chunk = rows.slice(start, start + INSERT_CHUNK);
      await this.db.query(
        `INSERT INTO presence_import_row (import_id, employment_id, date, status, check_in, check_out)
         SELECT $1, * FROM unnest($2::uuid[], $3::date[], $4::text[], $5::time[], $6::time[])`,
        [importId, chunk.map((r) => r.employmentId), chunk.map((r) => r.date), chunk.map((r) => r.status), chunk.map((r) => r.checkIn), chunk.map((r) => r.checkOut)],
      );
    }
  }

  async savePreview(importId: Uuid, preview: Preview): Promise<void> {
    await this.db.execute(`UPDATE presence_import SET preview = $2 WHERE id = $1`, [importId, JSON.stringify(preview)]);
  }

  /** An older preview would undo what this one shows. */
  async supersedeOlder(month: IsoMonth, newest: Uuid): Promise<void> {
    await this.db.execute(`UPDATE presence_import SET status = 'superseded' WHERE month = $1 AND status = 'previewed' AND id <> $2`, [month, newest]);
  }

  /** What the rows of an import would do to presence as it stands. */
  async difference(importId: Uuid): Promise<Difference> {
    const row = await this.db.one<Difference>(
      `SELECT count(*) FILTER (WHERE d.employment_id IS NULL) AS fresh,
              count(*) FILTER (WHERE d.employment_id IS NOT NULL AND ${DIFFERS}) AS changed,
              count(*) FILTER (WHERE d.employment_id IS NOT NULL AND NOT ${DIFFERS}) AS unchanged
       FROM presence_import_row r LEFT JOIN presence_day d USING (employment_id, date) WHERE r.import_id = $1`,
      [importId],
    );
    return row!;
  }

  async firstChanges(importId: Uuid): Promise<Preview['changes']> {
    return this.db.query(
      `SELECT coalesce(n.nip,'') AS nip, person_display_name(p) AS name, r.date,
              concat_ws(' ', d.status, to_char(d.check_in,'HH24:MI'), '–', to_char(d.check_out,'HH24:MI')) AS before,
              concat_ws(' ', r.status, to_char(r.check_in,'HH24:MI'), '–', to_char(r.check_out,'HH24:MI')) AS after
       FROM presence_import_row r JOIN presence_day d USING (employment_id, date)
       JOIN employment e ON e.id = r.employment_id JOIN person p ON p.id = e.person_id
       LEFT JOIN employment_nip n ON n.employment_id = e.id AND n.valid_from <= r.date AND (n.valid_to IS NULL OR n.valid_to >= r.date)
       WHERE r.import_id = $1 AND ${DIFFERS} ORDER BY p.name, r.date LIMIT ${SHOWN}`,
      [importId],
    );
  }

  /** What is taken and looks wrong: a machine's times, a day on leave, a day too long. */
  async suspicious(importId: Uuid): Promise<SuspiciousPresence[]> {
    return this.db.query<SuspiciousPresence>(
      `WITH own AS (SELECT * FROM presence_import_row WHERE import_id = $1 AND status = 'present'),
       found AS (
         SELECT employment_id, NULL::date AS date, 'same-times' AS reason, jsonb_build_object('days', count(*), 'in', to_char(check_in,'HH24:MI'), 'out', to_char(check_out,'HH24:MI')) AS params
         FROM own WHERE check_in IS NOT NULL AND check_out IS NOT NULL AND extract(minute FROM check_in)::int % 15 <> 0
         GROUP BY employment_id, check_in, check_out HAVING count(*) >= 10
         UNION ALL
         SELECT o.employment_id, o.date, 'present-on-leave', '{}'::jsonb FROM own o JOIN pay_record r ON r.employment_id = o.employment_id AND r.status = 'in-force' AND r.kind IN ('leave','sick')
           AND o.date >= r.valid_from AND (r.valid_to IS NULL OR o.date <= r.valid_to)
         UNION ALL
         SELECT employment_id, date, 'very-long-day', jsonb_build_object('hours', floor(extract(epoch FROM check_out - check_in) / 3600)) FROM own WHERE check_out - check_in > interval '15 hours'
       )
       SELECT coalesce((SELECT nip FROM employment_nip WHERE employment_id = f.employment_id ORDER BY valid_from DESC LIMIT 1), '') AS nip, person_display_name(p) AS name, f.date, f.reason, f.params
       FROM found f JOIN employment e ON e.id = f.employment_id JOIN person p ON p.id = e.person_id ORDER BY p.name, f.date LIMIT ${SHOWN}`,
      [importId],
    );
  }

  /** Who has a post in the month and neither a row in the file nor one from before. */
  async missing(importId: Uuid, month: IsoMonth): Promise<{ rows: Preview['missing']; count: number }> {
    const rows = await this.db.query<{ nip: string | null; name: string; skpdName: string; count: number }>(
      `SELECT n.nip, person_display_name(p) AS name, s.name AS "skpdName", count(*) OVER () AS count
       FROM (SELECT DISTINCT ON (a.employment_id) a.employment_id, u.skpd_id
             FROM assignment a JOIN post p ON p.id = a.post_id JOIN unit u ON u.id = p.unit_id
             WHERE a.kind = 'definitive' AND u.skpd_id IS NOT NULL AND a.valid_from <= $3 AND (a.valid_to IS NULL OR a.valid_to >= $2)
             ORDER BY a.employment_id, a.valid_from) f
       JOIN employment e ON e.id = f.employment_id JOIN person p ON p.id = e.person_id JOIN unit s ON s.id = f.skpd_id
       LEFT JOIN LATERAL (SELECT nip FROM employment_nip WHERE employment_id = e.id AND valid_from <= $3 ORDER BY valid_from DESC LIMIT 1) n ON true
       WHERE e.valid_from <= $3 AND (e.valid_to IS NULL OR e.valid_to >= $2)
         AND NOT EXISTS (SELECT 1 FROM presence_import_row r WHERE r.import_id = $1 AND r.employment_id = e.id)
         AND NOT EXISTS (SELECT 1 FROM presence_day d WHERE d.employment_id = e.id AND d.date BETWEEN $2 AND $3)
       ORDER BY s.name, p.name LIMIT ${SHOWN}`,
      [importId, firstDay(month), lastDay(month)],
    );
    return { rows: rows.map(({ nip, name, skpdName }) => ({ nip, name, skpdName })), count: rows[0]?.count ?? 0 };
  }

  async find(id: Uuid): Promise<ImportRecord | null> {
    return this.db.one<ImportRecord>(`SELECT ${RECORD} WHERE i.id = $1`, [id]);
  }

  async list(month: IsoMonth): Promise<ImportRecord[]> {
    return this.db.query<ImportRecord>(`SELECT ${RECORD} WHERE i.month = $1 ORDER BY i.uploaded_at DESC, i.id LIMIT 100`, [month]);
  }

  /** One import of a month is applied at a time; the row is locked until the end. */
  async lock(id: Uuid): Promise<{ month: IsoMonth; status: ImportStatus } | null> {
    const row = await this.db.one<{ month: IsoMonth; status: ImportStatus }>(`SELECT month, status FROM presence_import WHERE id = $1 FOR UPDATE`, [id]);
    if (row) await this.db.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [`presence:${row.month}`]);
    return row;
  }

  async employmentsOf(importId: Uuid): Promise<Uuid[]> {
    const rows = await this.db.query<{ employment_id: Uuid }>(`SELECT DISTINCT employment_id FROM presence_import_row WHERE import_id = $1`, [importId]);
    return rows.map((row) => row.employment_id);
  }

  /** People of whose rows at least one would change something, each with the first day of a change. */
  async touched(importId: Uuid): Promise<Map<Uuid, IsoDate>> {
    const rows = await this.db.query<{ employment_id: Uuid; day: IsoDate }>(
      `SELECT employment_id, min(date) AS day FROM presence_import_row r LEFT JOIN presence_day d USING (employment_id, date)
       WHERE r.import_id = $1 AND (d.employment_id IS NULL OR ${DIFFERS}) GROUP BY employment_id`,
      [importId],
    );
    return new Map(rows.map((row) => [row.employment_id, row.day]));
  }

  /** Rows of days on which the person is, by now, no longer in service. */
  async outOfService(importId: Uuid): Promise<number> {
    const row = await this.db.one<{ n: number }>(
      `SELECT count(*) AS n FROM presence_import_row r JOIN employment e ON e.id = r.employment_id
       WHERE r.import_id = $1 AND (r.date < e.valid_from OR r.date > e.valid_to)`,
      [importId],
    );
    return row?.n ?? 0;
  }

  /** Set-wise and repeatable: a row that stands already is not touched, so nothing is ever counted twice. */
  async apply(importId: Uuid, skpdOf: Map<Uuid, Uuid>): Promise<void> {
    const pairs = [...skpdOf];
    await this.db.query(
      `INSERT INTO presence_day (employment_id, date, skpd_id, status, check_in, check_out, import_id)
       SELECT r.employment_id, r.date, s.skpd_id, r.status, r.check_in, r.check_out, r.import_id
       FROM presence_import_row r JOIN unnest($2::uuid[], $3::uuid[]) AS s(employment_id, skpd_id) USING (employment_id)
       WHERE r.import_id = $1
       ON CONFLICT (employment_id, date) DO UPDATE
       SET status = excluded.status, check_in = excluded.check_in, check_out = excluded.check_out, skpd_id = excluded.skpd_id, import_id = excluded.import_id
       WHERE (presence_day.status, presence_day.check_in, presence_day.check_out) IS DISTINCT FROM (excluded.status, excluded.check_in, excluded.check_out)`,
      [importId, pairs.map(([employment]) => employment), pairs.map(([, skpd]) => skpd)],
    );
  }

  async markApplied(id: Uuid, at: Date, by: Uuid): Promise<void> {
    await this.db.execute(`UPDATE presence_import SET status = 'applied', applied_at = $2, applied_by = $3 WHERE id = $1`, [id, at, by]);
  }
}
