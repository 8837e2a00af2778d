import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { RequestStatus } from '@ekinerja/contracts/service-requests';
import { Database } from '../platform/database/database.js';
import { partOf } from '../platform/database/search.js';

export interface AgendaRow {
  requestId: Uuid;
  book: string;
  year: number;
  number: string;
  at: Date;
  by: string;
  requestNumber: string;
  kind: string;
  filedOn: string;
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  unitName: string;
  status: RequestStatus;
  archivePlace: string | null;
}

/** The agenda books of the secretariat and the sub-section: each number once in its book and year (BK 9(1), 10(1)). */
@Injectable()
export class AgendaRepository {
  constructor(private readonly db: Database) {}

  /** @returns the number of the file that has it already; null when it was free and is taken now */
  async enter(entry: { requestId: Uuid; book: string; year: number; number: string; at: Date; accountId: Uuid; by: string }): Promise<string | null> {
    const made = await this.db.query(
      `INSERT INTO service_request_agenda (request_id, book, year, number, at, account_id, by_name) VALUES ($1,$2,$3,$4,$5,$6,$7) ON CONFLICT DO NOTHING RETURNING number`,
      [entry.requestId, entry.book, entry.year, entry.number, entry.at, entry.accountId, entry.by],
    );
    if (made.length === 1) return null;
    const taken = await this.db.one<{ number: string }>(
      `SELECT r.number FROM service_request_agenda a JOIN service_request r ON r.id = a.request_id WHERE a.book = $1 AND a.year = $2 AND lower(a.number) = lower($3)`,
      [entry.book, entry.year, entry.number],
    );
    return taken?.number ?? entry.number;
  }

  /** The latest first. */
  list(q: { book: string | null; year: number; q: string | null; after: { at: string; id: Uuid; book: string } | null; limit: number }): Promise<AgendaRow[]> {
    return this.db.query<AgendaRow>(
      `SELECT a.request_id AS "requestId", a.book, a.year, a.number, a.at, a.by_name AS by, r.number AS "requestNumber", r.kind, r.filed_on AS "filedOn", r.employment_id AS "employmentId",
              person_display_name(p) AS "personName", (SELECT nip FROM employment_nip n WHERE n.employment_id = e.id ORDER BY n.valid_from DESC LIMIT 1) AS nip,
              u.name AS "unitName", r.status, r.archive_place AS "archivePlace"
       FROM service_request_agenda a JOIN service_request r ON r.id = a.request_id JOIN employment e ON e.id = r.employment_id JOIN person p ON p.id = e.person_id JOIN unit u ON u.id = r.skpd_id
       WHERE a.year = $1 AND ($2::text IS NULL OR a.book = $2)
         AND ($3::text IS NULL OR a.number ILIKE $3 OR r.number ILIKE $3 OR p.name ILIKE $3 OR u.name ILIKE $3 OR r.archive_place ILIKE $3)
         AND ($4::timestamptz IS NULL OR (date_trunc('milliseconds', a.at), a.request_id, a.book) < ($4::timestamptz, $5::uuid, $6::text))
       ORDER BY date_trunc('milliseconds', a.at) DESC, a.request_id DESC, a.book DESC LIMIT $7`,
      [q.year, q.book, partOf(q.q), q.after?.at ?? null, q.after?.id ?? null, q.after?.book ?? null, q.limit],
    );
  }

  /** The number that follows the highest whole one of a book and year. */
  async next(book: string, year: number): Promise<string> {
    const row = await this.db.one<{ next: string }>(
      `SELECT (coalesce(max(number::bigint), 0) + 1)::text AS next FROM service_request_agenda WHERE book = $1 AND year = $2 AND number ~ '^[0-9]{1,9}$'`,
      [book, year],
    );
    return row!.next;
  }
}
