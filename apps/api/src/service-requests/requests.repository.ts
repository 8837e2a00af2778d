import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { RequestContent, RequestStatus } from '@ekinerja/contracts/service-requests';
import { Database } from '../platform/database/database.js';

export interface RequestRow {
  id: Uuid;
  number: string;
  kind: string;
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  unitName: string | null;
  skpdId: Uuid;
  reason: string;
  content: RequestContent;
  status: RequestStatus;
  step: number;
  since: Date;
  filedOn: IsoDate;
  filedAt: Date;
  filedBy: Uuid;
  filedByName: string;
  missing: string[];
  archivePlace: string | null;
  version: number;
}
export interface EventRow {
  step: number | null;
  outcome: 'filed' | 'refiled' | 'forward' | 'return' | 'refuse';
  note: string;
  reference: string | null;
  at: Date;
  by: string;
}
export interface FileRow {
  code: string;
  fileId: Uuid;
  fileName: string;
  complete: boolean | null;
}

const SELECT = `SELECT r.id, r.number, r.kind, r.employment_id AS "employmentId", person_display_name(p) AS "personName",
  (SELECT nip FROM employment_nip n WHERE n.employment_id = e.id ORDER BY n.valid_from DESC LIMIT 1) AS nip, u.name AS "unitName", r.skpd_id AS "skpdId", r.reason,
  r.content, r.status, r.step, r.since, r.filed_on AS "filedOn", r.filed_at AS "filedAt", r.filed_by AS "filedBy", r.filed_by_name AS "filedByName", r.missing,
  r.archive_place AS "archivePlace", r.version
  FROM service_request r JOIN employment e ON e.id = r.employment_id JOIN person p ON p.id = e.person_id JOIN unit u ON u.id = r.skpd_id`;

@Injectable()
export class RequestsRepository {
  constructor(private readonly db: Database) {}

  find(id: Uuid): Promise<RequestRow | null> {
    return this.db.one<RequestRow>(`${SELECT} WHERE r.id = $1`, [id]);
  }

  async lock(id: Uuid): Promise<RequestRow | null> {
    await this.db.query(`SELECT id FROM service_request WHERE id = $1 FOR UPDATE`, [id]);
    return this.find(id);
  }

  /** Of those SKPDs (null: everywhere), of the person, or filed by the account. */
  list(q: { skpdIds: Uuid[] | null; employmentId: Uuid | null; accountId: Uuid; status: RequestStatus | null; after: { at: string; id: Uuid } | null; limit: number }): Promise<RequestRow[]> {
    return this.db.query<RequestRow>(
      `${SELECT} WHERE ($1::uuid[] IS NULL OR r.skpd_id = ANY($1::uuid[]) OR r.employment_id = $2 OR r.filed_by = $3) AND ($4::text IS NULL OR r.status = $4)
         AND ($5::timestamptz IS NULL OR (date_trunc('milliseconds', r.filed_at), r.id) < ($5::timestamptz, $6::uuid))
       ORDER BY date_trunc('milliseconds', r.filed_at) DESC, r.id DESC LIMIT $7`,
      [q.skpdIds, q.employmentId, q.accountId, q.status, q.after?.at ?? null, q.after?.id ?? null, q.limit],
    );
  }

  async insert(r: { number: string; kind: string; employmentId: Uuid; skpdId: Uuid; reason: string; content: RequestContent; filedOn: IsoDate; at: Date; filedBy: Uuid; filedByName: string }): Promise<Uuid> {
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO service_request (number, kind, employment_id, skpd_id, reason, content, status, step, since, filed_on, filed_at, filed_by, filed_by_name)
       VALUES ($1,$2,$3,$4,$5,$6,'returned',-1,$8,$7,$8,$9,$10) RETURNING id`,
      [r.number, r.kind, r.employmentId, r.skpdId, r.reason, JSON.stringify(r.content), r.filedOn, r.at, r.filedBy, r.filedByName],
    );
    return row!.id;
  }

  async move(id: Uuid, to: { status: RequestStatus; step: number; missing?: string[]; archivePlace?: string | null }, at: Date): Promise<void> {
    await this.db.execute(
      `UPDATE service_request SET status = $2, step = $3, since = $4, missing = $5, archive_place = coalesce($6, archive_place), version = version + 1 WHERE id = $1`,
      [id, to.status, to.step, at, to.missing ?? [], to.archivePlace ?? null],
    );
  }

  async attach(id: Uuid, code: string, fileId: Uuid): Promise<void> {
    await this.db.query(
      `INSERT INTO service_request_file (request_id, code, file_id) VALUES ($1,$2,$3) ON CONFLICT (request_id, code) DO UPDATE SET file_id = $3, complete = NULL`,
      [id, code, fileId],
    );
    await this.db.execute(`UPDATE service_request SET version = version + 1 WHERE id = $1`, [id]);
  }

  async check(id: Uuid, complete: string[]): Promise<void> {
    await this.db.execute(`UPDATE service_request_file SET complete = code = ANY($2::text[]) WHERE request_id = $1`, [id, complete]);
  }

  files(id: Uuid): Promise<FileRow[]> {
    return this.db.query<FileRow>(`SELECT f.code, f.file_id AS "fileId", s.name AS "fileName", f.complete FROM service_request_file f JOIN stored_file s ON s.id = f.file_id WHERE f.request_id = $1`, [id]);
  }

  async addEvent(id: Uuid, event: EventRow & { accountId: Uuid }): Promise<void> {
    await this.db.query(
      `INSERT INTO service_request_event (request_id, number, step, outcome, note, reference, at, account_id, by_name)
       VALUES ($1, (SELECT count(*) + 1 FROM service_request_event WHERE request_id = $1), $2,$3,$4,$5,$6,$7,$8)`,
      [id, event.step, event.outcome, event.note, event.reference, event.at, event.accountId, event.by],
    );
  }

  events(id: Uuid): Promise<EventRow[]> {
    return this.db.query<EventRow>(`SELECT step, outcome, note, reference, at, by_name AS by FROM service_request_event WHERE request_id = $1 ORDER BY number`, [id]);
  }

  /** Files that wait in each step with the age of the oldest. */
  waiting(): Promise<{ step: number; count: number; oldest: Date }[]> {
    return this.db.query(`SELECT step, count(*)::int AS count, min(since) AS oldest FROM service_request WHERE status = 'filed' GROUP BY step`);
  }

  /** Who holds a role today, in the whole government or in one SKPD. */
  async holders(role: string, unitId: Uuid | null, date: IsoDate): Promise<Uuid[]> {
    const rows = await this.db.query<{ id: Uuid }>(
      `SELECT DISTINCT account_id AS id FROM account_role WHERE role = $1 AND ($2::uuid IS NULL OR unit_id = $2) AND valid_from <= $3 AND (valid_to IS NULL OR valid_to >= $3)`,
      [role, unitId, date],
    );
    return rows.map(({ id }) => id);
  }
}
