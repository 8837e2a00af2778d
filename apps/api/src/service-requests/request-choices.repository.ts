import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { RequestChoice } from '@ekinerja/contracts/service-requests';
import { Database } from '../platform/database/database.js';
import { personFound } from '../platform/database/search.js';

const SHOWN = 20;
const onDay = (alias: string, at: string) => `${alias}.valid_from <= ${at} AND (${alias}.valid_to IS NULL OR ${alias}.valid_to >= ${at})`;

/** Whom and what a file can name. */
@Injectable()
export class RequestChoicesRepository {
  constructor(private readonly db: Database) {}

  /** People by name within some SKPDs (null: everywhere); officials alone, and then by their post as well, or those with an account, where it is asked. */
  people(q: { pattern: string | null; skpdIds: Uuid[] | null; date: IsoDate; officials: boolean; withAccount: boolean; not: Uuid | null }): Promise<RequestChoice[]> {
    return this.db.query<RequestChoice>(
      `SELECT e.id, person_display_name(p) AS name, po.name || ', ' || u.name AS note
       FROM assignment a JOIN post po ON po.id = a.post_id JOIN unit u ON u.id = po.unit_id JOIN employment e ON e.id = a.employment_id JOIN person p ON p.id = e.person_id
       WHERE a.kind = 'definitive' AND ${onDay('a', '$1::date')} AND ${onDay('e', '$1::date')} AND ($3::uuid[] IS NULL OR u.skpd_id = ANY($3::uuid[]))
         AND (NOT $4::boolean OR po.kind <> 'pelaksana') AND (NOT $5::boolean OR EXISTS (SELECT 1 FROM account c WHERE c.person_id = p.id AND c.disabled_at IS NULL))
         AND e.id IS DISTINCT FROM $6::uuid AND (${personFound(q.pattern, '$2')} OR ($4::boolean AND po.name ILIKE $2))
       ORDER BY p.name, e.id LIMIT ${SHOWN}`,
      [q.date, q.pattern, q.skpdIds, q.officials, q.withAccount, q.not],
    );
  }

  posts(pattern: string | null, date: IsoDate): Promise<RequestChoice[]> {
    return this.db.query<RequestChoice>(
      `SELECT p.id, p.name, u.name || coalesce(', ' || nullif(s.name, u.name), '') AS note
       FROM post p JOIN unit u ON u.id = p.unit_id LEFT JOIN unit s ON s.id = u.skpd_id
       WHERE ${onDay('p', '$1::date')} AND ($2::text IS NULL OR p.name ILIKE $2 OR u.name ILIKE $2) ORDER BY p.name, u.name, p.id LIMIT ${SHOWN}`,
      [date, pattern],
    );
  }

  /** Classes that posts have. */
  async classesOfPosts(): Promise<string[]> {
    return (await this.db.query<{ class: string }>(`SELECT DISTINCT class FROM post_class`)).map((row) => row.class);
  }

  async hasAccount(employmentId: Uuid): Promise<boolean> {
    return (await this.db.one(`SELECT 1 FROM employment e JOIN account c ON c.person_id = e.person_id AND c.disabled_at IS NULL WHERE e.id = $1`, [employmentId])) !== null;
  }

  async skpdOfPost(postId: Uuid): Promise<Uuid | null> {
    return (await this.db.one<{ skpdId: Uuid | null }>(`SELECT u.skpd_id AS "skpdId" FROM post p JOIN unit u ON u.id = p.unit_id WHERE p.id = $1`, [postId]))?.skpdId ?? null;
  }
}
