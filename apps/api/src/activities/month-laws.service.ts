import { Injectable } from '@nestjs/common';
import { EMPLOYEE_KINDS, type IsoDate, type IsoMonth, type Uuid } from '@ekinerja/contracts/basics';
import { firstDay, lastDay } from '@ekinerja/regulations/dates';
import type { LawSet } from '@ekinerja/regulations/law';
import { OrganisationService } from '../organisation/organisation.service.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { documentedFrom } from './month-days.js';

/** The law by which the days of a month are judged: of its first day, as for pay, whatever is in force when somebody asks. */
export interface MonthLaws {
  /** By the kind that the person was of in that month. */
  of(employmentId: Uuid): LawSet;
  /** The first day whose entries the judgement needs, whoever it is about. */
  from: IsoDate;
}

@Injectable()
export class MonthLawsService {
  constructor(
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
  ) {}

  async laws(month: IsoMonth, today: IsoDate): Promise<MonthLaws> {
    const { employments } = await this.organisation.onDate(lastDay(month) < today ? lastDay(month) : today);
    const known = await this.regulations.law();
    const first = firstDay(month);
    const of = (employmentId: Uuid) => known.on(first, { employeeKind: employments.get(employmentId)?.kind });
    const [from = first] = EMPLOYEE_KINDS.map((employeeKind) => documentedFrom(month, known.on(first, { employeeKind }))).sort();
    return { of, from };
  }
}
