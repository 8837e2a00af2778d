import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { RequestActor, RequestContent, RequestDeed, RequestEvent, RequestStatus } from '@ekinerja/contracts/service-requests';
import { Database } from '../platform/database/database.js';
import { partOf, partOfPerson, personFound } from '../platform/database/search.js';

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
  contentChanged: boolean;
  attachmentsChanged: boolean;
  /** Numbers in the agendas, in the order of the way. */
  agenda: string[];
  version: number;
}
/** A row of the list, with whether its step is the reader's. */
export interface ListedRow extends RequestRow {
  mine: boolean;
}
export interface EventRow {
  number: number;
  step: number | null;
  outcome: RequestEvent['outcome'];
  does: RequestDeed | null;
  note: string;
  reference: string | null;
  at: Date;
  by: string;
  acknowledgedAt: Date | null;
  acknowledgedBy: string | null;
}
export interface FileRow {
  code: string;
  fileId: Uuid;
  fileName: string;
  complete: boolean | null;
}
export interface RequestsFilter {
  /** Null: everywhere, what was handed in. */
  skpdIds: Uuid[] | null;
  employmentId: Uuid | null;
  accountId: Uuid;
  roles: string[];
  status: RequestStatus | null;
  kind: string | null;
  step: string | null;
  mine: boolean;
  /** With a report that the superadmin has not taken note of. */
  reported: boolean;
  q: string | null;
  after: { mine: number; at: string; id: Uuid } | null;
  limit: number;
}
export interface NewStanding {
  status: RequestStatus;
  step: number;
  at: { code: string; by: RequestActor } | null;
  missing?: string[];
  archivePlace?: string | null;
}

const NONE: RequestContent = {
  effectiveOn: null, decreeNumber: null, decreeDate: null, signatory: null, postId: null, class: null, evaluatorId: null, adminId: null,
  reopens: null, skpId: null, months: [], from: null, to: null, until: null,
};
const COLUMNS = `r.id, r.number, r.kind, r.employment_id AS "employmentId", person_display_name(p) AS "personName",
  (SELECT nip FROM employment_nip n WHERE n.employment_id = e.id ORDER BY n.valid_from DESC LIMIT 1) AS nip, u.name AS "unitName", r.skpd_id AS "skpdId", r.reason,
  r.content, r.status, r.step, r.since, r.filed_on AS "filedOn", r.filed_at AS "filedAt", r.filed_by AS "filedBy", r.filed_by_name AS "filedByName", r.missing,
  r.archive_place AS "archivePlace", r.content_changed AS "contentChanged", r.attachments_changed AS "attachmentsChanged", r.version,
  ARRAY(SELECT a.number FROM service_request_agenda a WHERE a.request_id = r.id ORDER BY a.at) AS agenda`;
const FROM = `FROM service_request r JOIN employment e ON e.id = r.employment_id JOIN person p ON p.id = e.person_id JOIN unit u ON u.id = r.skpd_id`;

@Injectable()
export class RequestsRepository {
  constructor(private readonly db: Database) {}

  async find(id: Uuid): Promise<RequestRow | null> {
    const row = await this.db.one<RequestRow>(`SELECT ${COLUMNS} ${FROM} WHERE r.id = $1`, [id]);
    return row && whole(row);
  }

  async lock(id: Uuid): Promise<RequestRow | null> {
    await this.db.query(`SELECT id FROM service_request WHERE id = $1 FOR UPDATE`, [id]);
    return this.find(id);
  }

  /** Of those SKPDs (null: everywhere), of the person, or filed by the account; those that wait for the reader first. */
  async list(q: RequestsFilter): Promise<ListedRow[]> {
    const parameters: unknown[] = [
      q.skpdIds, q.employmentId, q.accountId, q.status, q.roles, q.kind, q.step, q.mine, partOf(q.q), partOfPerson(q.q), q.after?.mine ?? null, q.after?.at ?? null, q.after?.id ?? null, q.limit, q.reported,
    ];
    const rows = await this.db.query<ListedRow>(
      `WITH shown AS (
         SELECT ${COLUMNS}, (r.status = 'filed' AND r.step_by = ANY($5::text[]) AND r.employment_id IS DISTINCT FROM $2) AS mine ${FROM}
         WHERE (($1::uuid[] IS NULL AND r.step >= 0) OR r.skpd_id = ANY($1::uuid[]) OR r.employment_id = $2 OR r.filed_by = $3) AND ($4::text IS NULL OR r.status = $4)
           AND ($6::text IS NULL OR r.kind = $6) AND ($7::text IS NULL OR r.step_code = $7)
           AND (NOT $15::boolean OR EXISTS (SELECT 1 FROM service_request_event v WHERE v.request_id = r.id AND v.does = 'report' AND v.outcome = 'forward' AND v.acknowledged_at IS NULL))
           AND ($9::text IS NULL OR r.number ILIKE $9 OR r.archive_place ILIKE $9 OR EXISTS (SELECT 1 FROM service_request_agenda a WHERE a.request_id = r.id AND a.number ILIKE $9)
             OR ${personFound(partOfPerson(q.q), '$10')})
       )
       SELECT * FROM shown WHERE (NOT $8::boolean OR mine)
         AND ($11::int IS NULL OR (CASE WHEN mine THEN 1 ELSE 0 END, date_trunc('milliseconds', "filedAt"), id) < ($11::int, $12::timestamptz, $13::uuid))
       ORDER BY mine DESC, date_trunc('milliseconds', "filedAt") DESC, id DESC LIMIT $14`,
      parameters,
    );
    return rows.map(whole);
  }

  async insert(r: { number: string; kind: string; employmentId: Uuid; skpdId: Uuid; reason: string; content: RequestContent; filedOn: IsoDate; at: Date; filedBy: Uuid; filedByName: string }): Promise<Uuid> {
    const row = await this.db.one<{ id: Uuid }>(
      `INSERT INTO service_request (number, kind, employment_id, skpd_id, reason, content, status, step, since, filed_on, filed_at, filed_by, filed_by_name)
       VALUES ($1,$2,$3,$4,$5,$6,'returned',-1,$8,$7,$8,$9,$10) RETURNING id`,
      [r.number, r.kind, r.employmentId, r.skpdId, r.reason, JSON.stringify(r.content), r.filedOn, r.at, r.filedBy, r.filedByName],
    );
    return row!.id;
  }

  async amend(id: Uuid, reason: string, content: RequestContent): Promise<void> {
    await this.db.execute(`UPDATE service_request SET reason = $2, content = $3, content_changed = true, version = version + 1 WHERE id = $1`, [id, reason, JSON.stringify(content)]);
  }

  /** What changed since it was returned is forgotten once it goes on. */
  async move(id: Uuid, to: NewStanding, at: Date): Promise<void> {
    await this.db.execute(
      `UPDATE service_request SET status = $2, step = $3, since = $4, missing = $5, archive_place = coalesce($6, archive_place), step_code = $7, step_by = $8,
         content_changed = false, attachments_changed = false, version = version + 1 WHERE id = $1`,
      [id, to.status, to.step, at, to.missing ?? [], to.archivePlace ?? null, to.at?.code ?? null, to.at?.by ?? null],
    );
  }

  async attach(id: Uuid, code: string, fileId: Uuid): Promise<void> {
    await this.db.query(
      `INSERT INTO service_request_file (request_id, code, file_id) VALUES ($1,$2,$3) ON CONFLICT (request_id, code) DO UPDATE SET file_id = $3, complete = NULL`,
      [id, code, fileId],
    );
    await this.db.execute(`UPDATE service_request SET attachments_changed = true, version = version + 1 WHERE id = $1`, [id]);
  }

  async check(id: Uuid, complete: string[]): Promise<void> {
    await this.db.execute(`UPDATE service_request_file SET complete = code = ANY($2::text[]) WHERE request_id = $1`, [id, complete]);
  }

  files(id: Uuid): Promise<FileRow[]> {
    return this.db.query<FileRow>(`SELECT f.code, f.file_id AS "fileId", s.name AS "fileName", f.complete FROM service_request_file f JOIN stored_file s ON s.id = f.file_id WHERE f.request_id = $1`, [id]);
  }

  async addEvent(id: Uuid, event: Pick<EventRow, 'step' | 'outcome' | 'does' | 'note' | 'reference' | 'at' | 'by'> & { accountId: Uuid }): Promise<void> {
    await this.db.query(
      `INSERT INTO service_request_event (request_id, number, step, outcome, does, note, reference, at, account_id, by_name)
       VALUES ($1, (SELECT count(*) + 1 FROM service_request_event WHERE request_id = $1), $2,$3,$4,$5,$6,$7,$8,$9)`,
      [id, event.step, event.outcome, event.does, event.note, event.reference, event.at, event.accountId, event.by],
    );
  }

  events(id: Uuid): Promise<EventRow[]> {
    return this.db.query<EventRow>(
      `SELECT number, step, outcome, does, note, reference, at, by_name AS by, acknowledged_at AS "acknowledgedAt", acknowledged_by AS "acknowledgedBy"
       FROM service_request_event WHERE request_id = $1 ORDER BY number`,
      [id],
    );
  }

  /** @returns false where it is no report, or is acknowledged already */
  async acknowledge(id: Uuid, number: number, at: Date, by: string): Promise<boolean> {
    const done = await this.db.query(
      `UPDATE service_request_event SET acknowledged_at = $3, acknowledged_by = $4 WHERE request_id = $1 AND number = $2 AND does = 'report' AND outcome = 'forward' AND acknowledged_at IS NULL RETURNING number`,
      [id, number, at, by],
    );
    if (done.length === 1) await this.db.execute(`UPDATE service_request SET version = version + 1 WHERE id = $1`, [id]);
    return done.length === 1;
  }

  /** Files that wait in each step with the age of the oldest. */
  waiting(): Promise<{ code: string; count: number; oldest: Date }[]> {
    return this.db.query(`SELECT step_code AS code, count(*)::int AS count, min(since) AS oldest FROM service_request WHERE status = 'filed' GROUP BY step_code`);
  }

  /** What waits for a person: files in a step of theirs, reports not yet acknowledged, and own files that came back. */
  async tasks(roles: string[], employmentId: Uuid | null, accountId: Uuid): Promise<{ waiting: number; reports: number; returned: number }> {
    const row = await this.db.one<{ waiting: number; reports: number; returned: number }>(
      `SELECT (SELECT count(*)::int FROM service_request WHERE status = 'filed' AND step_by = ANY($1::text[]) AND employment_id IS DISTINCT FROM $2) AS waiting,
              CASE WHEN 'superadmin' = ANY($1::text[]) THEN (SELECT count(*)::int FROM service_request_event WHERE does = 'report' AND outcome = 'forward' AND acknowledged_at IS NULL) ELSE 0 END AS reports,
              (SELECT count(*)::int FROM service_request WHERE status = 'returned' AND step >= 0 AND (employment_id = $2 OR filed_by = $3)) AS returned`,
      [roles, employmentId, accountId],
    );
    return row!;
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

/** A file from before a field was known has it empty. */
function whole<T extends RequestRow>(row: T): T {
  return { ...row, content: { ...NONE, ...row.content } };
}
