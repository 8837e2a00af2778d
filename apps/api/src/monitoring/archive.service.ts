import { Injectable } from '@nestjs/common';
import type { Page } from '@ekinerja/contracts/basics';
import type { ArchivedDocument, CompletenessAnswer } from '@ekinerja/contracts/oversight';
import { reach, type Actor } from '../platform/access/actor.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { ArchiveRepository } from './archive.repository.js';
import type { ArchiveQuery } from './monitoring.dto.js';

const SEE_ARCHIVE = ['superadmin', 'auditor', 'staffing-manager', 'ekinerja-manager', 'unit-admin'] as const;

/** The archive of supporting documents and issued papers, and what of it is still missing. */
@Injectable()
export class ArchiveService {
  constructor(
    private readonly repository: ArchiveRepository,
    private readonly regulations: RegulationsService,
  ) {}

  async list(actor: Actor, query: ArchiveQuery): Promise<Page<ArchivedDocument>> {
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'text', 'text', 'uuid');
    const filter = { skpdIds: reach(actor, SEE_ARCHIVE), kind: query.kind ?? null, number: query.number ?? null, from: query.from ?? null, to: query.to ?? null };
    const rows = await this.repository.list(filter, after && { kind: after[0], number: after[1], id: after[2] }, limit + 1);
    return pageOf(rows, limit, (row) => [row.kind, row.number, row.id]);
  }

  /** KS 15(d): the kinds that the regulation asks for, and how complete they are in each unit. */
  async completeness(actor: Actor, year: number): Promise<CompletenessAnswer> {
    const law = await this.regulations.lawOn(`${year}-01-01` < actor.today ? actor.today : `${year}-01-01`);
    const uses = law.performance.rules.skp.flow?.documents ?? [];
    return {
      year,
      uses: [...uses],
      cite: uses.length > 0 ? law.performance.cite('skp.flow.documents') : null,
      units: uses.length > 0 ? await this.repository.completeness(year, uses, reach(actor, SEE_ARCHIVE)) : [],
    };
  }
}
