import { Injectable } from '@nestjs/common';
import type { PlanLine, UnitDay, UnitDays } from '@ekinerja/contracts/activities';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import { datesOf, firstDay, lastDay } from '@ekinerja/regulations/dates';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { reach, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { ActivityListsRepository, type WorkMonthRow } from './activity-lists.repository.js';
import { documentedFrom, excusedDays, gapDays } from './month-days.js';

const READERS = ['superadmin', 'auditor', 'unit-admin', 'unit-head'] as const;
/** One SKPD has at most a few thousand people. */
const EVERYBODY = 20_000;

/** An SKPD day by day: who lacks entries, what waits, which evaluator is silent. */
@Injectable()
export class UnitDaysService {
  constructor(
    private readonly clock: Clock,
    private readonly lists: ActivityListsRepository,
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
    private readonly audit: AuditService,
  ) {}

  async of(actor: Actor, skpdId: Uuid, month: IsoMonth): Promise<UnitDays> {
    const scope = reach(actor, READERS);
    if (scope !== null && !scope.includes(skpdId)) throw new DomainError('not-found');
    await this.audit.logRead(actor, 'activities.unit-days', 'unit', skpdId);
    const now = this.clock.now();
    const [first, last] = [firstDay(month), lastDay(month)];
    const from = documentedFrom(month, await this.regulations.lawOn(actor.today));
    const people = await this.lists.workMonths({ from, to: last, skpdIds: [skpdId], employmentIds: null, after: null, limit: EVERYBODY });
    const waiting = new Map((await this.lists.waitingDays({ skpdId, from: first, to: last, now })).map((day) => [day.date, day]));
    const evaluators = await this.lists.silentEvaluators({ skpdId, from: first, to: last, now, today: actor.today });
    const days = await this.days(month, people, actor.today, waiting);
    return {
      month, skpdId, days,
      evaluators: evaluators.map((one) => ({ ...one, oldestDueAt: one.oldestDueAt?.toISOString() ?? null })),
    };
  }

  private async days(month: IsoMonth, people: WorkMonthRow[], today: IsoDate, waiting: Map<IsoDate, { waiting: number; overdue: number }>): Promise<UnitDay[]> {
    const { employments } = await this.organisation.onDate(today);
    const days = new Map<IsoDate, UnitDay>(
      datesOf(month).map((date) => [date, { date, people: 0, entered: 0, missing: 0, excused: 0, waiting: 0, overdue: 0, ...pick(waiting.get(date)) }]),
    );
    for (const person of people) {
      const law = await this.regulations.lawOn(today, employments.get(person.employmentId)?.kind);
      const missing = new Set(gapDays(month, person, today, law));
      const excused = excusedDays(person, law);
      for (const day of days.values()) {
        const stay = person.stays.find(({ from, to }) => from <= day.date && day.date <= to);
        if (!stay || law.working.hours(day.date, stay.unitKind) === null) continue;
        day.people += 1;
        if ((person.entries[day.date] ?? 0) > 0) day.entered += 1;
        else if (excused.has(day.date)) day.excused += 1;
        if (missing.has(day.date)) day.missing += 1;
      }
    }
    return [...days.values()].filter(({ date, people: count, waiting: open }) => (count > 0 && date <= today) || open > 0);
  }

  /** What stands beside the waiting entries of a person: the SKP's results and how much is on each this month. */
  async plan(actor: Actor, employmentId: Uuid, month: IsoMonth): Promise<PlanLine[]> {
    await this.organisation.requireReadable(actor, employmentId);
    return this.lists.planBeside(employmentId, firstDay(month), lastDay(month));
  }
}

function pick(day: { waiting: number; overdue: number } | undefined): Partial<UnitDay> {
  return day ? { waiting: day.waiting, overdue: day.overdue } : {};
}
