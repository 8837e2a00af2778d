import { Injectable } from '@nestjs/common';
import type { IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { SalaryFact, SalaryMonth, SalaryPage } from '@ekinerja/contracts/pay-records';
import { AuditService } from '../audit/audit.service.js';
import { reach, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { partOfPerson } from '../platform/database/search.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import { requireVersion } from '../platform/http/versions.js';
import { DomainError } from '../platform/problem/domain.error.js';
import type { ListSalariesQuery } from './pay-records.dto.js';
import { SalaryRepository, type EarlierMonths } from './salary.repository.js';

const MONTHS_SHOWN = 24;

/** Salary facts as imported: without them the allowance has no tax line, and its slip says so. */
@Injectable()
export class SalaryService {
  constructor(
    private readonly db: Database,
    private readonly repository: SalaryRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  ofMonth(month: IsoMonth, employmentIds: Uuid[]): Promise<Map<Uuid, SalaryFact>> {
    return this.repository.ofMonth(month, employmentIds);
  }

  earlierInYear(month: IsoMonth, employmentIds: Uuid[]): Promise<Map<Uuid, EarlierMonths>> {
    return this.repository.earlierInYear(month, employmentIds);
  }

  months(): Promise<SalaryMonth[]> {
    return this.repository.months(MONTHS_SHOWN);
  }

  async list(actor: Actor, query: ListSalariesQuery): Promise<SalaryPage> {
    const limit = pageLimit(query.limit);
    const rows = await this.repository.list({
      month: query.month, skpdIds: reach(actor, ['superadmin', 'auditor', 'treasurer']), search: partOfPerson(query.search),
      after: readCursor(query.cursor, 'text', 'uuid'), limit: limit + 1,
    });
    return pageOf(rows, limit, (row) => [row.name, row.employmentId]);
  }

  /** Enters or mends one month of one person; an existing one by the version that was seen. */
  async save(actor: Actor, employmentId: Uuid, month: IsoMonth, seen: number | null, fact: SalaryFact): Promise<SalaryFact & { version: number }> {
    return this.db.transaction(async () => {
      if (!(await this.repository.isEmployed(employmentId, month))) throw new DomainError('not-found');
      const standing = await this.repository.find(employmentId, month);
      if (standing) requireVersion(seen, standing);
      await this.repository.upsert([{ ...fact, employmentId, month }], this.clock.now(), actor.accountId, null);
      await this.audit.record({ actor, action: 'salary.saved', subjectType: 'employment', subjectId: employmentId, before: standing, after: { month, ...fact } });
      return (await this.repository.find(employmentId, month))!;
    });
  }
}
