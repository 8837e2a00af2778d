import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { ArchivedDocument, DocumentCompleteness } from '@ekinerja/contracts/oversight';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { dayOf } from '../platform/database/day-of.js';

export interface ArchiveFilter {
  skpdIds: Uuid[] | null;
  kind: string | null;
  number: string | null;
  from: IsoDate | null;
  to: IsoDate | null;
}

/** Papers that came in with a plan, and papers that went out: one archive. */
const PAPERS = `SELECT d.id, 'received' AS direction, d.kind, d.number, d.date, d.signatory AS party, person_display_name(p) AS about, u.skpd_id
    FROM skp_document d JOIN skp s ON s.id = d.skp_id JOIN unit u ON u.id = s.unit_id JOIN employment e ON e.id = s.employment_id JOIN person p ON p.id = e.person_id
  UNION ALL
  SELECT i.id, 'issued', i.kind, i.number, ${dayOf('i.issued_at', '$10')}, NULL, i.title, i.unit_id FROM issued_document i WHERE i.superseded_at IS NULL`;

@Injectable()
export class ArchiveRepository {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** In the order of official papers: kind, number, date (KS 25(4)). */
  list(filter: ArchiveFilter, after: { kind: string; number: string; id: Uuid } | null, limit: number): Promise<ArchivedDocument[]> {
    return this.db.query(
      `SELECT a.id, a.direction, a.kind, a.number, a.date, a.party, a.about, u.name AS "skpdName"
       FROM (${PAPERS}) a LEFT JOIN unit u ON u.id = a.skpd_id
       WHERE ($1::uuid[] IS NULL OR a.skpd_id = ANY ($1::uuid[])) AND ($2::text IS NULL OR a.kind ILIKE '%' || $2 || '%') AND ($3::text IS NULL OR a.number ILIKE '%' || $3 || '%')
         AND ($4::date IS NULL OR a.date >= $4) AND ($5::date IS NULL OR a.date <= $5)
         AND ($6::text IS NULL OR (a.kind, a.number, a.id) > ($6::text, $7::text, $8::uuid))
       ORDER BY a.kind, a.number, a.id LIMIT $9`,
      [filter.skpdIds, escaped(filter.kind), escaped(filter.number), filter.from, filter.to, after?.kind ?? null, after?.number ?? null, after?.id ?? null, limit, this.clock.timeZone],
    );
  }

  /** Of each kind asked for, how many SKPs of the year have one, by SKPD (KS 15(d)). */
  completeness(year: number, uses: readonly string[], skpdIds: Uuid[] | null): Promise<DocumentCompleteness[]> {
    return this.db.query(
      `SELECT k.id AS "skpdId", k.name AS "skpdName", w.use, count(*)::int AS wanted,
         count(*) FILTER (WHERE EXISTS (SELECT 1 FROM skp_document d WHERE d.skp_id = s.id AND d.use = w.use))::int AS present
       FROM skp s JOIN unit u ON u.id = s.unit_id JOIN unit k ON k.id = u.skpd_id CROSS JOIN unnest($2::text[]) AS w(use)
       WHERE s.year = $1 AND s.status <> 'draft' AND ($3::uuid[] IS NULL OR k.id = ANY ($3::uuid[]))
       GROUP BY k.id, k.name, w.use ORDER BY k.name, k.id, w.use`,
      [year, uses, skpdIds],
    );
  }
}

/** What is searched for is text, not a pattern. */
function escaped(text: string | null): string | null {
  return text === null ? null : text.replace(/[\\%_]/g, '\\$&');
}
