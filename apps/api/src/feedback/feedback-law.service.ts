import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { LawSet } from '@ekinerja/regulations/law';
import type { PlanWho } from '@ekinerja/regulations/skp-form';
import { OrganisationService } from '../organisation/organisation.service.js';
import { RegulationsService } from '../regulations/regulations.service.js';

/** The law of the day for a person: feedback happens on the day it is given. */
@Injectable()
export class FeedbackLawService {
  constructor(
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
  ) {}

  async of(employmentId: Uuid, date: IsoDate): Promise<LawSet> {
    return this.regulations.lawOn(date, (await this.who(employmentId, date)).employeeKind);
  }

  async who(employmentId: Uuid, date: IsoDate): Promise<PlanWho> {
    const snapshot = await this.organisation.onDate(date);
    return { employeeKind: snapshot.employments.get(employmentId)?.kind ?? 'pns', postKind: snapshot.definitivePost(employmentId)?.postKind ?? 'pelaksana' };
  }
}
