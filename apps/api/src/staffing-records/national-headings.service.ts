import { Injectable } from '@nestjs/common';
import type { NationalFile, NationalHeadings, NationalHeadingsInput } from '@ekinerja/contracts/national-files';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { requireVersion } from '../platform/http/versions.js';

/** The saved mapping: which headings the region's files of the national application bear. */
@Injectable()
export class NationalHeadingsService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async of(file: NationalFile): Promise<NationalHeadings> {
    return (await this.db.one<NationalHeadings>(`SELECT columns, version FROM national_headings WHERE file = $1`, [file])) ?? { columns: {}, version: 0 };
  }

  async save(actor: Actor, file: NationalFile, seen: number | null, { columns }: NationalHeadingsInput): Promise<NationalHeadings> {
    return this.db.transaction(async () => {
      await this.db.query(`SELECT pg_advisory_xact_lock(hashtext('national-headings ' || $1))`, [file]);
      const before = await this.of(file);
      if (before.version > 0) requireVersion(seen, before);
      await this.db.query(
        `INSERT INTO national_headings (file, columns, changed_at, changed_by) VALUES ($1, $2, $3, $4)
         ON CONFLICT (file) DO UPDATE SET columns = excluded.columns, version = national_headings.version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
        [file, JSON.stringify(columns), this.clock.now(), actor.accountId],
      );
      await this.audit.record({ actor, action: 'national-headings.saved', subjectType: 'national-headings', subjectId: file, before: { columns: before.columns }, after: { columns } });
      return this.of(file);
    });
  }
}
