import { Injectable } from '@nestjs/common';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { PayRecord, PayRecordInput, PayRecordKind, PayRecordStatus } from '@ekinerja/contracts/pay-records';
import { firstDay, lastDay } from '@ekinerja/regulations/dates';
import { Database } from '../platform/database/database.js';
import { personFound } from '../platform/database/search.js';
import type { RecordFact } from './record-facts.js';

export interface StoredRecord extends Omit<PayRecord, 'recordedAt' | 'decidedAt'> {
  skpdId: Uuid;
  recordedAt: Date;
  recordedById: Uuid | null;
  decidedAt: Date | null;
}

export interface RecordFilter {
  skpdIds: Uuid[] | null;
  kind: PayRecordKind | null;
  status: PayRecordStatus | null;
  month: IsoMonth | null;
  search: string | null;
  after: [recordedAt: string, id: Uuid] | null;
  limit: number;
}

export interface NewRecord extends PayRecordInput {
  skpdId: Uuid;
  status: PayRecordStatus;
  importId: Uuid | null;
  source: string | null;
}

const WORDS = `r.code, r.amount, trim_scale(r.value)::text AS value, to_char(r.check_in,'HH24:MI') AS "checkIn", to_char(r.check_out,'HH24:MI') AS "checkOut",
  r.break_minutes AS "breakMinutes", r.child, r.cause, r.class`;
const RECORD = `r.id, r.kind, r.employment_id AS "employmentId", r.unit_id AS "unitId", r.skpd_id AS "skpdId", r.valid_from AS "from", r.valid_to AS "to", ${WORDS},
  r.document_number AS "documentNumber", r.document_date AS "documentDate", r.document_file_id AS "documentFileId", r.reason, r.status, r.version,
  r.recorded_at AS "recordedAt", r.recorded_by AS "recordedById", coalesce(nullif(person_display_name(ap), ''), ra.username, 'Sistem') AS "recordedBy",
  r.decided_at AS "decidedAt", coalesce(nullif(person_display_name(dp), ''), da.username) AS "decidedBy", r.decision_reason AS "decisionReason",
  r.import_id IS NOT NULL AS imported, coalesce(nullif(person_display_name(p), ''), un.name) AS name, n.nip, s.name AS "skpdName"
  FROM pay_record r JOIN unit s ON s.id = r.skpd_id LEFT JOIN unit un ON un.id = r.unit_id
  LEFT JOIN employment e ON e.id = r.employment_id LEFT JOIN person p ON p.id = e.person_id
  LEFT JOIN employment_nip n ON n.employment_id = e.id AND n.valid_from <= r.valid_from AND (n.valid_to IS NULL OR n.valid_to >= r.valid_from)
  LEFT JOIN account ra ON ra.id = r.recorded_by LEFT JOIN person ap ON ap.id = ra.person_id
  LEFT JOIN account da ON da.id = r.decided_by LEFT JOIN person dp ON dp.id = da.person_id`;

/** The day up to which a record of its kind must have lasted to be asked for. */
const SINCE = `coalesce(($5::date[])[array_position($4::text[], r.kind)], $2::date)`;

@Injectable()
export class PayRecordRepository {
  constructor(private readonly db: Database) {}

  async list(filter: RecordFilter): Promise<StoredRecord[]> {
    return this.db.query<StoredRecord>(
      `SELECT ${RECORD}
       WHERE ($1::uuid[] IS NULL OR r.skpd_id = ANY($1::uuid[])) AND ($2::text IS NULL OR r.kind = $2) AND ($3::text IS NULL OR r.status = $3)
         AND ($4::date IS NULL OR (r.valid_from <= $5::date AND (r.valid_to IS NULL OR r.valid_to >= $4::date)))
         AND ($6::text IS NULL OR ${personFound(filter.search, '$6')} OR un.name ILIKE $6)
         AND ($7::timestamptz IS NULL OR (date_trunc('milliseconds', r.recorded_at), r.id) < ($7::timestamptz, $8::uuid))
       ORDER BY date_trunc('milliseconds', r.recorded_at) DESC, r.id DESC LIMIT $9`,
      [
        filter.skpdIds, filter.kind, filter.status, filter.month && firstDay(filter.month), filter.month && lastDay(filter.month), filter.search,
        filter.after?.[0] ?? null, filter.after?.[1] ?? null, filter.limit,
      ],
    );
  }

  async find(id: Uuid): Promise<StoredRecord | null> {
    return this.db.one<StoredRecord>(`SELECT ${RECORD} WHERE r.id = $1`, [id]);
  }

  /** The same, with its row locked until the end of the transaction. */
  async lock(id: Uuid): Promise<StoredRecord | null> {
    await this.db.query(`SELECT 1 FROM pay_record WHERE id = $1 FOR UPDATE`, [id]);
    return this.find(id);
  }

  /** @returns ids in the order given; a second record of one source changes nothing and has none */
  async insertAll(records: readonly NewRecord[], at: Date, by: Uuid | null): Promise<Uuid[]> {
    const rows = await this.db.query<{ id: Uuid }>(
      `INSERT INTO pay_record (kind, employment_id, unit_id, skpd_id, valid_from, valid_to, code, amount, value, check_in, check_out, break_minutes, child, cause, class,
                               document_number, document_date, reason, status, recorded_at, recorded_by, import_id, source)
       SELECT x.kind, x."employmentId", x."unitId", x."skpdId", x."from", x."to", x.code, x.amount, x.value, x."checkIn", x."checkOut", x."breakMinutes", x.child, x.cause, x.class,
              x."documentNumber", x."documentDate", x.reason, x.status, $2, $3, x."importId", x.source
       FROM jsonb_to_recordset($1::jsonb) AS x(kind text, "employmentId" uuid, "unitId" uuid, "skpdId" uuid, "from" date, "to" date, code text, amount bigint, value numeric,
              "checkIn" time, "checkOut" time, "breakMinutes" int, child int, cause text, class text, "documentNumber" text, "documentDate" date, reason text, status text,
              "importId" uuid, source text)
       ON CONFLICT (source) WHERE source IS NOT NULL DO NOTHING RETURNING id`,
      [JSON.stringify(records), at, by],
    );
    return rows.map(({ id }) => id);
  }

  async decide(id: Uuid, status: PayRecordStatus, reason: string | null, at: Date, by: Uuid): Promise<void> {
    await this.db.execute(
      `UPDATE pay_record SET status = $2, decision_reason = $3, decided_at = $4, decided_by = $5, version = version + 1 WHERE id = $1`,
      [id, status, reason, at, by],
    );
  }

  /** Ends a record after a day, or takes it back whole. */
  async end(id: Uuid, to: IsoDate | null, reason: string, at: Date, by: Uuid): Promise<void> {
    await this.db.execute(
      `UPDATE pay_record SET valid_to = coalesce($2, valid_to), status = CASE WHEN $2::date IS NULL THEN 'revoked' ELSE status END,
              decision_reason = $3, decided_at = $4, decided_by = $5, version = version + 1 WHERE id = $1`,
      [id, to, reason, at, by],
    );
  }

  async attach(id: Uuid, fileId: Uuid): Promise<void> {
    await this.db.execute(`UPDATE pay_record SET document_file_id = $2, version = version + 1 WHERE id = $1`, [id, fileId]);
  }

  /**
   * Records in force in the month by employment: those of a unit on the days of a post in it, then own ones, which win.
   * One query.
   * @param since by kind, an earlier day: a rule that counts on from then asks for records that ended since
   */
  async inForce(month: IsoMonth, employmentIds: Uuid[], since: ReadonlyMap<PayRecordKind, IsoDate> = new Map()): Promise<Map<Uuid, RecordFact[]>> {
    const rows = await this.db.query<RecordFact & { employment: Uuid; own: number }>(
      `SELECT r.employment_id AS employment, r.id, r.kind, r.valid_from AS "from", r.valid_to AS "to", ${WORDS}, r.document_number IS NOT NULL AS document, r.reason, 1 AS own
       FROM pay_record r WHERE r.status = 'in-force' AND r.employment_id = ANY($1::uuid[]) AND r.valid_from <= $3 AND (r.valid_to IS NULL OR r.valid_to >= ${SINCE})
       UNION ALL
       SELECT a.employment_id, r.id, r.kind, greatest(r.valid_from, a.valid_from), least(r.valid_to, a.valid_to), ${WORDS}, r.document_number IS NOT NULL, r.reason, 0
       FROM pay_record r JOIN unit u ON u.id = r.unit_id OR u.skpd_id = r.unit_id JOIN post p ON p.unit_id = u.id
       JOIN assignment a ON a.post_id = p.id AND a.kind = 'definitive' AND a.employment_id = ANY($1::uuid[])
        AND a.valid_from <= least($3, coalesce(r.valid_to, $3)) AND (a.valid_to IS NULL OR a.valid_to >= greatest(${SINCE}, r.valid_from))
       WHERE r.status = 'in-force' AND r.unit_id IS NOT NULL AND r.valid_from <= $3 AND (r.valid_to IS NULL OR r.valid_to >= ${SINCE})
       ORDER BY 1, own, 4, 2`,
      [employmentIds, firstDay(month), lastDay(month), [...since.keys()], [...since.values()]],
    );
    const found = new Map<Uuid, RecordFact[]>();
    for (const { employment, own: _own, ...record } of rows) {
      const own = found.get(employment);
      if (own) own.push(record);
      else found.set(employment, [record]);
    }
    return found;
  }

  /** Whom a unit's record is about. */
  async peopleOf(unitId: Uuid, from: IsoDate, to: IsoDate): Promise<Uuid[]> {
    const rows = await this.db.query<{ id: Uuid }>(
      `SELECT DISTINCT a.employment_id AS id FROM assignment a JOIN post p ON p.id = a.post_id JOIN unit u ON u.id = p.unit_id
       WHERE (u.id = $1 OR u.skpd_id = $1) AND a.kind = 'definitive' AND a.valid_from <= $3 AND (a.valid_to IS NULL OR a.valid_to >= $2)`,
      [unitId, from, to],
    );
    return rows.map(({ id }) => id);
  }

  async skpdOfUnit(unitId: Uuid): Promise<Uuid | null> {
    return (await this.db.one<{ skpd_id: Uuid | null }>(`SELECT skpd_id FROM unit WHERE id = $1`, [unitId]))?.skpd_id ?? null;
  }

  /** Moves with every change of a fact of pay. */
  async stamp(): Promise<string> {
    const row = await this.db.one<{ stamp: string }>(
      `SELECT concat_ws(' ', (SELECT concat(count(*), sum(version)) FROM pay_record), (SELECT concat(count(*), sum(version)) FROM salary_fact)) AS stamp`,
    );
    return row!.stamp;
  }
}
