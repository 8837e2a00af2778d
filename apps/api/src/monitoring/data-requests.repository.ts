import { Injectable } from '@nestjs/common';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { CoordinateRequest, DataRequest, DataRequestStatus, RegisterDataRequest } from '@ekinerja/contracts/oversight';
import { Database } from '../platform/database/database.js';

export type StoredRequest = Omit<DataRequest, 'missing'>;

/** A line of what is handed over: whose it is, and its cells as text. */
export interface DataRow {
  employmentId: Uuid;
  cells: string[];
}

const REQUEST = `SELECT r.id, r.number, r.party, r.purpose, r.subject, r.skpd_id AS "skpdId", u.name AS "skpdName", (SELECT jsonb_agg(jsonb_build_object('employmentId', e.id, 'personName', person_display_name(p)) ORDER BY p.name, e.id)
      FROM employment e JOIN person p ON p.id = e.person_id WHERE e.id = ANY (r.employment_ids)) AS people,
    r.month_from AS "from", r.month_to AS "to",
    r.letter_number AS "letterNumber", r.letter_date AS "letterDate", r.status, r.registered_at AS "registeredAt", account_display_name(r.registered_by) AS "registeredBy",
    coalesce((SELECT jsonb_agg(jsonb_build_object('with', c.coordinated_with, 'official', c.official, 'heldOn', c.held_on, 'recordedBy', account_display_name(c.recorded_by)) ORDER BY c.recorded_at)
      FROM data_request_coordination c WHERE c.request_id = r.id), '[]') AS coordinations,
    r.decided_at AS "decidedAt", account_display_name(r.decided_by) AS "decidedBy", r.answer, r.handed_over_at AS "handedOverAt", r.version
  FROM data_request r JOIN unit u ON u.id = r.skpd_id`;

@Injectable()
export class DataRequestsRepository {
  constructor(private readonly db: Database) {}

  list(after: { at: string; id: Uuid } | null, limit: number): Promise<StoredRequest[]> {
    return this.db.query(
      `${REQUEST} WHERE ($1::timestamptz IS NULL OR (r.registered_at, r.id) < ($1::timestamptz, $2::uuid)) ORDER BY r.registered_at DESC, r.id DESC LIMIT $3`,
      [after?.at ?? null, after?.id ?? null, limit],
    );
  }

  find(id: Uuid): Promise<StoredRequest | null> {
    return this.db.one(`${REQUEST} WHERE r.id = $1`, [id]);
  }

  lock(id: Uuid): Promise<StoredRequest | null> {
    return this.db.one(`${REQUEST} WHERE r.id = $1 FOR UPDATE OF r`, [id]);
  }

  async insert(request: RegisterDataRequest & { number: string; at: Date; accountId: Uuid }): Promise<Uuid> {
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO data_request (number, party, purpose, subject, skpd_id, employment_ids, month_from, month_to, letter_number, letter_date, registered_at, registered_by)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12) RETURNING id`,
      [request.number, request.party, request.purpose, request.subject, request.skpdId, request.employmentIds, request.from, request.to, request.letterNumber, request.letterDate, request.at, request.accountId],
    );
    return row!.id;
  }

  async coordinate(id: Uuid, coordination: CoordinateRequest, at: Date, accountId: Uuid): Promise<void> {
    await this.db.query(
      `INSERT INTO data_request_coordination (request_id, coordinated_with, official, held_on, recorded_at, recorded_by) VALUES ($1,$2,$3,$4,$5,$6)
       ON CONFLICT (request_id, coordinated_with) DO UPDATE SET official = $3, held_on = $4, recorded_at = $5, recorded_by = $6`,
      [id, coordination.with, coordination.official, coordination.heldOn, at, accountId],
    );
    await this.db.execute(`UPDATE data_request SET version = version + 1 WHERE id = $1`, [id]);
  }

  async decide(id: Uuid, status: DataRequestStatus, answer: string, at: Date, accountId: Uuid): Promise<void> {
    await this.db.execute(`UPDATE data_request SET status = $2, answer = $3, decided_at = $4, decided_by = $5, version = version + 1 WHERE id = $1`, [id, status, answer, at, accountId]);
  }

  async handOver(id: Uuid, at: Date): Promise<void> {
    await this.db.execute(`UPDATE data_request SET status = 'handed-over', handed_over_at = coalesce(handed_over_at, $2), version = version + 1 WHERE id = $1`, [id, at]);
  }

  /** Daily activities of an SKPD in the months asked for, as they were handed in. */
  activities(skpdId: Uuid, employmentIds: Uuid[] | null, from: IsoDate, to: IsoDate): Promise<DataRow[]> {
    return this.rows(
      `SELECT e.id AS "employmentId", coalesce(n.nip, '') AS nip, person_display_name(p) AS name, a.date::text AS day, a.minutes::text AS minutes, a.description, a.output_quantity::text AS quantity, a.output_unit, a.status
       FROM activity a JOIN employment e ON e.id = a.employment_id JOIN person p ON p.id = e.person_id
       LEFT JOIN employment_nip n ON n.employment_id = e.id AND n.valid_from <= a.date AND (n.valid_to IS NULL OR n.valid_to >= a.date)
       WHERE a.skpd_id = $1 AND a.date BETWEEN $2 AND $3 AND a.status IN ('submitted','accepted','refused')
         AND ($4::uuid[] IS NULL OR e.id = ANY ($4)) ORDER BY p.name, e.id, a.date, a.start_time`,
      [skpdId, from, to, employmentIds],
    );
  }

  /** Predicates of those who hold a definitive post in the SKPD on the last day of their month. */
  predicates(skpdId: Uuid, employmentIds: Uuid[] | null, from: IsoMonth, to: IsoMonth): Promise<DataRow[]> {
    return this.rows(
      `SELECT e.id AS "employmentId", coalesce(n.nip, '') AS nip, person_display_name(p) AS name, v.month, v.kind, v.predicate, coalesce(v.score::text, '') AS score
       FROM evaluation v JOIN employment e ON e.id = v.employment_id JOIN person p ON p.id = e.person_id
       CROSS JOIN LATERAL (SELECT ((v.month || '-01')::date + interval '1 month' - interval '1 day')::date AS day) d
       JOIN assignment a ON a.employment_id = e.id AND a.kind = 'definitive' AND a.valid_from <= d.day AND (a.valid_to IS NULL OR a.valid_to >= d.day)
       JOIN post po ON po.id = a.post_id JOIN unit u ON u.id = po.unit_id AND u.skpd_id = $1
       LEFT JOIN employment_nip n ON n.employment_id = e.id AND n.valid_from <= d.day AND (n.valid_to IS NULL OR n.valid_to >= d.day)
       WHERE v.month BETWEEN $2 AND $3 AND ($4::uuid[] IS NULL OR e.id = ANY ($4)) ORDER BY p.name, e.id, v.month, v.kind`,
      [skpdId, from, to, employmentIds],
    );
  }

  staffing(skpdId: Uuid, employmentIds: Uuid[] | null, day: IsoDate): Promise<DataRow[]> {
    return this.rows(
      `SELECT e.id AS "employmentId", coalesce(n.nip, '') AS nip, person_display_name(p) AS name, e.kind, po.name AS post, coalesce(a.class_override, c.class, '') AS class, u.name AS unit, a.valid_from::text AS since
       FROM assignment a JOIN post po ON po.id = a.post_id JOIN unit u ON u.id = po.unit_id AND u.skpd_id = $1
       JOIN employment e ON e.id = a.employment_id JOIN person p ON p.id = e.person_id
       LEFT JOIN employment_nip n ON n.employment_id = e.id AND n.valid_from <= $2 AND (n.valid_to IS NULL OR n.valid_to >= $2)
       LEFT JOIN post_class c ON c.post_id = po.id AND c.valid_from <= $2 AND (c.valid_to IS NULL OR c.valid_to >= $2)
       WHERE a.kind = 'definitive' AND a.valid_from <= $2 AND (a.valid_to IS NULL OR a.valid_to >= $2)
         AND ($3::uuid[] IS NULL OR e.id = ANY ($3)) ORDER BY p.name, e.id`,
      [skpdId, day, employmentIds],
    );
  }

  /** Those of the employments that held a definitive post in the SKPD at some time of the days. */
  async whoWereOf(skpdId: Uuid, employmentIds: Uuid[], from: IsoDate, to: IsoDate): Promise<Set<Uuid>> {
    const rows = await this.db.query<{ id: Uuid }>(
      `SELECT DISTINCT a.employment_id AS id FROM assignment a JOIN post po ON po.id = a.post_id JOIN unit u ON u.id = po.unit_id AND u.skpd_id = $1
       WHERE a.kind = 'definitive' AND a.employment_id = ANY ($2) AND a.valid_from <= $4 AND (a.valid_to IS NULL OR a.valid_to >= $3)`,
      [skpdId, employmentIds, from, to],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** The columns after the first in their order, as text. */
  private rows(sql: string, parameters: unknown[]): Promise<DataRow[]> {
    return this.db.query<DataRow>(
      `SELECT x."employmentId", ARRAY(SELECT value FROM json_each_text(row_to_json(x)) WITH ORDINALITY AS c(key, value, position) WHERE position > 1 ORDER BY position) AS cells FROM (${sql}) x`,
      parameters,
    );
  }
}
