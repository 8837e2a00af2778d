import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { MissingReportItem } from '@ekinerja/contracts/month-reports';
import { Database } from '../platform/database/database.js';

export const MONTH_REPORT = { kind: 'month-report', subjectType: 'employment-month' } as const;

/** Register of printed monthly reports, read the other way round: who is not in it. */
@Injectable()
export class MonthReportRepository {
  constructor(private readonly db: Database) {}

  /** Holders of a post on the month's last day (BK 7(2) "setiap ASN") without a report of that month. */
  missing(q: {
    day: IsoDate;
    skpdIds: Uuid[] | null;
    after: { name: string; id: Uuid } | null;
    limit: number;
  }): Promise<(MissingReportItem & { sortName: string })[]> {
    return this.db.query<MissingReportItem & { sortName: string }>(
      `SELECT e.id AS "employmentId", person_display_name(p) AS "personName", p.name AS "sortName", n.nip, po.name AS "postName", u.name AS "unitName"
       FROM assignment a
       JOIN post po ON po.id = a.post_id
       JOIN unit u ON u.id = po.unit_id
       JOIN employment e ON e.id = a.employment_id
       JOIN person p ON p.id = e.person_id
       LEFT JOIN employment_nip n ON n.employment_id = e.id AND n.valid_from <= $1 AND (n.valid_to IS NULL OR n.valid_to >= $1)
       WHERE a.kind = 'definitive' AND a.valid_from <= $1 AND (a.valid_to IS NULL OR a.valid_to >= $1)
         AND u.skpd_id IS NOT NULL AND ($2::uuid[] IS NULL OR u.skpd_id = ANY($2::uuid[])) AND e.kind <> 'non-asn'
         AND NOT EXISTS (SELECT 1 FROM issued_document d WHERE d.kind = $6 AND d.subject_type = $7 AND d.subject_id = e.id::text || '/' || left($1::text, 7))
         AND ($3::text IS NULL OR (p.name, e.id) > ($3::text, $4::uuid))
       ORDER BY p.name, e.id LIMIT $5`,
      [
        q.day,
        q.skpdIds,
        q.after?.name ?? null,
        q.after?.id ?? null,
        q.limit,
        MONTH_REPORT.kind,
        MONTH_REPORT.subjectType,
      ],
    );
  }
}
