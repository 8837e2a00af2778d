import { Injectable } from '@nestjs/common';
import type { DayLacking, PlanLine, UnitDay, UnitDays } from '@ekinerja/contracts/activities';
import type { IsoDate, IsoMonth, Page, Uuid } from '@ekinerja/contracts/basics';
import { datesOf, firstDay, lastDay, monthOf } from '@ekinerja/regulations/dates';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { reach, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import { DomainError } from '../platform/problem/domain.error.js';
import type { UnitDayQuery } from './activities.dto.js';
import { ActivityListsRepository, type WorkMonthRow } from './activity-lists.repository.js';
import { emptyDays, excusedDays } from './month-days.js';
import { MonthLawsService, type MonthLaws } from './month-laws.service.js';

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
    private readonly laws: MonthLawsService,
    private readonly audit: AuditService,
  ) {}

  async of(actor: Actor, skpdId: Uuid, month: IsoMonth): Promise<UnitDays> {
    this.requireReach(actor, skpdId);
    await this.audit.logRead(actor, 'activities.unit-days', 'unit', skpdId);
    const now = this.clock.now();
    const [first, last] = [firstDay(month), lastDay(month)];
    const laws = await this.laws.laws(month, actor.today);
    const people = await this.peopleOf(skpdId, month, laws, null);
    const waiting = new Map((await this.lists.waitingDays({ skpdId, from: first, to: last, now })).map((day) => [day.date, day]));
    const evaluators = await this.lists.silentEvaluators({ skpdId, from: first, to: last, now, today: actor.today });
    const days = this.days(month, people, actor.today, laws, waiting);
    return {
      month, skpdId, days,
      evaluators: evaluators.map((one) => ({ ...one, oldestDueAt: one.oldestDueAt?.toISOString() ?? null })),
    };
  }

  /** Who lacks that day, by name, with the unit they stood in (BK 3(4), KS 23(1)). */
  async lackingOn(actor: Actor, { skpdId, date, ...page }: UnitDayQuery): Promise<Page<DayLacking>> {
    this.requireReach(actor, skpdId);
    await this.audit.logRead(actor, 'activities.unit-day', 'unit', skpdId);
    const limit = pageLimit(page.limit);
    const after = readCursor(page.cursor, 'text', 'uuid');
    const laws = await this.laws.laws(monthOf(date), actor.today);
    const people = await this.peopleOf(skpdId, monthOf(date), laws, after && { name: after[0], id: after[1] });
    const lacking = people.filter((one) => emptyDays(monthOf(date), one, actor.today, laws.of(one.employmentId)).includes(date));
    const { items, nextCursor } = pageOf(lacking.slice(0, limit + 1), limit, (row) => [row.sortName, row.employmentId]);
    return {
      items: items.map(({ employmentId, personName, nip, stays }) => ({ employmentId, personName, nip, unitName: stays.find(({ from, to }) => from <= date && date <= to)?.unitName ?? null })),
      nextCursor,
    };
  }

  /** Working months in that SKPD alone: days before a transfer belong to the other one. */
  private async peopleOf(skpdId: Uuid, month: IsoMonth, { from }: MonthLaws, after: { name: string; id: Uuid } | null): Promise<WorkMonthRow[]> {
    const rows = await this.lists.workMonths({ from, to: lastDay(month), skpdIds: [skpdId], employmentIds: null, after, limit: EVERYBODY });
    return rows.map((row) => ({ ...row, stays: row.stays.filter((stay) => stay.skpdId === skpdId) }));
  }

  private days(month: IsoMonth, people: WorkMonthRow[], today: IsoDate, laws: MonthLaws, waiting: Map<IsoDate, { waiting: number; overdue: number }>): UnitDay[] {
    const days = new Map<IsoDate, UnitDay>(
      datesOf(month).map((date) => [date, { date, people: 0, entered: 0, missing: 0, excused: 0, waiting: 0, overdue: 0, ...pick(waiting.get(date)) }]),
    );
    for (const person of people) {
      const law = laws.of(person.employmentId);
      const missing = new Set(emptyDays(month, person, today, law));
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

  private requireReach(actor: Actor, skpdId: Uuid): void {
    const scope = reach(actor, READERS);
    if (scope !== null && !scope.includes(skpdId)) throw new DomainError('not-found');
  }

  /** What stands beside the waiting entries of a person: the SKP's results and how much is on each this month. */
  async plan(actor: Actor, employmentId: Uuid, month: IsoMonth): Promise<PlanLine[]> {
    // Whose entries still wait for somebody is decided by them, also after their acting term is over.
    if (actor.employmentId === null || !(await this.lists.waitsFor(actor.employmentId, employmentId))) await this.organisation.requireReadable(actor, employmentId);
    return this.lists.planBeside(employmentId, firstDay(month), lastDay(month));
  }
}

function pick(day: { waiting: number; overdue: number } | undefined): Partial<UnitDay> {
  return day ? { waiting: day.waiting, overdue: day.overdue } : {};
}
