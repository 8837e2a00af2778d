import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { caseTiming } from '@ekinerja/regulations/follow-up';
import { OrganisationService } from '../organisation/organisation.service.js';
import { CasesRepository } from './cases.repository.js';
import { CasesService } from './cases.service.js';

export interface CaseEnd {
  caseId: Uuid;
  personName: string;
  dueOn: IsoDate;
  passed: boolean;
  /** The employee and the evaluator of today. */
  employmentIds: Uuid[];
  /** Whoever decides the next step. */
  accountIds: Uuid[];
}

/** Times given in cases that end soon or have passed (TL 33.a, 34.a, 34.e). */
@Injectable()
export class CaseRemindersService {
  constructor(
    private readonly repository: CasesRepository,
    private readonly cases: CasesService,
    private readonly organisation: OrganisationService,
  ) {}

  async ends(today: IsoDate): Promise<CaseEnd[]> {
    const rows = await this.repository.withEnd();
    if (rows.length === 0) return [];
    const accountIds = await this.repository.deciders(['superadmin', 'staffing-manager'], today);
    const ends: CaseEnd[] = [];
    for (const row of rows) {
      const dueOn = row.dueOn as IsoDate;
      const { dueSoon, overdue } = caseTiming(row.ladder, dueOn, today, await this.cases.lawOf(row));
      if (!dueSoon && !overdue) continue;
      const { evaluator } = await this.organisation.evaluatorOn(row.employmentId, today);
      ends.push({
        caseId: row.id,
        personName: row.personName,
        dueOn,
        passed: overdue,
        accountIds,
        employmentIds: [row.employmentId, ...(evaluator ? [evaluator.employmentId] : [])],
      });
    }
    return ends;
  }
}
