import { Injectable } from '@nestjs/common';
import type { Citation, IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { CaseAction, CaseDetail, CaseStep } from '@ekinerja/contracts/follow-up';
import type { PersonSnapshot } from '@ekinerja/contracts/skp';
import { localDate } from '@ekinerja/regulations/dates';
import { movesAhead, timeGiven, type Ladder } from '@ekinerja/regulations/follow-up';
import { LeadersService } from '../organisation/leaders.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { CasesRepository } from './cases.repository.js';
import { CasesService } from './cases.service.js';

/** What the paper of one step shows besides the step itself. */
export interface StepRecord {
  step: CaseStep;
  on: IsoDate;
  /** Last day of the time that the step gives. */
  until: IsoDate | null;
  /** What the regulation lets follow, with its article. */
  ahead: { action: CaseAction; cite: Citation }[];
}
export interface CaseRecord {
  one: CaseDetail;
  owner: PersonSnapshot;
  unitId: Uuid | null;
  ladder: Ladder | null;
  /** The day on which the employee had the annual document. */
  receivedOn: IsoDate | null;
  /** To whom decisions on posts belong (TL 32–34). */
  ppk: string | null;
  steps: StepRecord[];
}

/** Everything that the papers of a case show. */
@Injectable()
export class CaseRecordService {
  constructor(
    private readonly cases: CasesService,
    private readonly repository: CasesRepository,
    private readonly organisation: OrganisationService,
    private readonly leaders: LeadersService,
    private readonly clock: Clock,
  ) {}

  /** For whoever may see the case. */
  async of(actor: Actor, id: Uuid): Promise<CaseRecord> {
    const one = await this.cases.get(actor, id);
    const law = await this.cases.lawOf(one);
    const ladder = law.performance.rules.followUp?.sanctions?.find(({ code }) => code === one.ladder) ?? null;
    const received = one.evaluationId ? await this.repository.receivedBefore(one.evaluationId, new Date(one.steps[0]!.at)) : null;
    const receivedOn = received && localDate(received, this.clock.timeZone);
    const steps = one.steps.map((step): StepRecord => {
      const on = localDate(new Date(step.at), this.clock.timeZone);
      const from = step.status === 'improving' ? receivedOn : on;
      const until = ladder && from ? timeGiven(ladder, step.status, from) : null;
      const before = one.steps.filter(({ number }) => number <= step.number);
      const has = (action: string) => before.some((each) => each.action === action);
      const facts = {
        status: step.status,
        dueOn: until,
        today: on,
        coached: has('coach'),
        deducted: has('deduct'),
        fit: has('tested-fit'),
      };
      return { step, on, until, ahead: movesAhead(one.kind, one.ladder, facts, law) };
    });
    return {
      one,
      ladder,
      receivedOn,
      steps,
      owner: await this.organisation.snapshotOf(one.employmentId, one.openedOn),
      unitId: (await this.organisation.onDate(one.openedOn)).definitivePost(one.employmentId)?.unitId ?? null,
      ppk: (await this.leaders.authorityOn('ppk', actor.today))?.personName ?? null,
    };
  }
}
