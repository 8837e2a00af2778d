import { Injectable } from '@nestjs/common';
import type { ActivityDay, ActivityMonth, ActivityStatus, DayState, GapItem } from '@ekinerja/contracts/activities';
import type { IsoDate, IsoMonth, Page, PresenceStatus } from '@ekinerja/contracts/basics';
import { entryOpenUntil, missingEntryDays } from '@ekinerja/regulations/activity-flow';
import { addDays, datesOf, firstDay, lastDay, monthOf } from '@ekinerja/regulations/dates';
import type { LawSet } from '@ekinerja/regulations/law';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { PeriodsService } from '../periods/periods.service.js';
import { reach, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { SkpService } from '../skp/skp.service.js';
import type { GapsQuery } from './activities.dto.js';
import { ActivitiesRepository } from './activities.repository.js';
import { ActivityListsRepository, type WorkMonthRow } from './activity-lists.repository.js';
import { activityView, type ActivityRow } from './activity-row.js';
import { isExcused, isLeave } from './leave-source.service.js';

/** How far back an entry window is looked for. */
const LONGEST_WINDOW = 400;
/** What a day shows when its entries stand differently: what the owner has to do comes first. */
const STATE_OF: [ActivityStatus, DayState][] = [['refused', 'refused'], ['draft', 'draft'], ['submitted', 'waiting'], ['accepted', 'accepted']];

/** A month of entries against the working calendar (BK 3(4)): one's own, and the gaps of an SKPD. */
@Injectable()
export class ActivityMonthService {
  constructor(
    private readonly clock: Clock,
    private readonly activities: ActivitiesRepository,
    private readonly lists: ActivityListsRepository,
    private readonly skp: SkpService,
    private readonly periods: PeriodsService,
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
    private readonly audit: AuditService,
  ) {}

  async mine(actor: Actor, month: IsoMonth): Promise<ActivityMonth> {
    if (actor.employmentId === null) throw new DomainError('permission-denied');
    const [from, to] = [firstDay(month), lastDay(month)];
    const rows = await this.activities.ofDays(actor.employmentId, from, to);
    const [work] = await this.lists.workMonths({ from, to, skpdIds: null, employmentId: actor.employmentId, after: null, limit: 1 });
    const kind = (await this.organisation.onDate(actor.today)).employments.get(actor.employmentId)?.kind;
    const law = await this.regulations.lawOn(actor.today, kind);
    const days = daysOf(month, rows, work ?? null, actor.today, law);
    const skpdId = await this.periods.skpdOfMonth(actor.employmentId, month);
    const now = this.clock.now();
    const minimum = law.performance.rules.activities.minimumPerWorkingDay;
    return {
      month,
      closed: skpdId !== null && (await this.periods.isClosed(skpdId, month)),
      days,
      activities: rows.map((row) => activityView(row, 'owner', now)),
      acceptedMinutes: rows.filter((row) => row.status === 'accepted').reduce((sum, row) => sum + row.minutes, 0),
      waiting: rows.filter((row) => row.status === 'submitted').length,
      // Where the regulation names no minimum, the days that the calendar shows as empty.
      gaps: days.filter((day) => (minimum > 0 ? day.gap : day.state === 'empty' && day.date < actor.today)).length,
      minimumCite: minimum > 0 ? law.performance.cite('activities.minimumPerWorkingDay') : null,
      skpResults: await this.skp.resultsInMonth(actor.employmentId, month),
      entryWindow: entryWindow(actor.today, law),
    };
  }

  /** Everybody of the SKPDs the caller answers for, with the days that lack an entry (BK 3(4), KS 23(1)). */
  async gaps(actor: Actor, query: GapsQuery): Promise<Page<GapItem>> {
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'text', 'uuid');
    const scope = reach(actor, ['superadmin', 'auditor', 'unit-admin', 'unit-head']);
    const skpdIds = query.skpdId === undefined ? scope : scope === null || scope.includes(query.skpdId) ? [query.skpdId] : [];
    await this.audit.logRead(actor, 'activities.gaps', 'month', query.month);
    const rows = await this.lists.workMonths({
      from: firstDay(query.month), to: lastDay(query.month), skpdIds, employmentId: null, after: after && { name: after[0], id: after[1] }, limit: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => [row.sortName, row.employmentId]);
    const { employments } = await this.organisation.onDate(actor.today);
    const items: GapItem[] = [];
    for (const row of page.items) {
      const law = await this.regulations.lawOn(actor.today, employments.get(row.employmentId)?.kind);
      const { employmentId, personName, nip, unitName, waiting } = row;
      items.push({ employmentId, personName, nip, unitName, waiting, gaps: emptyDays(query.month, row, actor.today, law).length });
    }
    return { items, nextCursor: page.nextCursor };
  }
}

/** Days over that lack the minimum; today still has time. */
function gapDays(month: IsoMonth, work: WorkMonthRow, today: IsoDate, law: LawSet): IsoDate[] {
  const entries = new Map(Object.entries(work.entries));
  const excused = excusedDays(work);
  const until = addDays(today, -1);
  return work.stays.flatMap(({ unitKind, from, to }) =>
    missingEntryDays({ month, unitKind, entries, excused, until }, law).filter((day) => from <= day && day <= to),
  );
}

/** As `gapDays`; who has entered nothing at all is shown also where the regulation names no minimum (KS 23(1)). */
function emptyDays(month: IsoMonth, work: WorkMonthRow, today: IsoDate, law: LawSet): IsoDate[] {
  if (law.performance.rules.activities.minimumPerWorkingDay > 0) return gapDays(month, work, today, law);
  if (Object.values(work.entries).some((count) => count > 0)) return [];
  const excused = excusedDays(work);
  return work.stays.flatMap(({ unitKind, from, to }) =>
    law.working.dutyDays(month, unitKind).filter((day) => from <= day && day <= to && day < today && !excused.has(day)),
  );
}

function excusedDays(work: WorkMonthRow): Set<IsoDate> {
  return new Set(Object.keys(work.presence).filter((date) => isExcused(work.presence[date])));
}

function daysOf(month: IsoMonth, rows: ActivityRow[], work: WorkMonthRow | null, today: IsoDate, law: LawSet): ActivityDay[] {
  const gaps = new Set(work ? gapDays(month, work, today, law) : []);
  return datesOf(month).map((date) => {
    const entries = rows.filter((row) => row.date === date && row.status !== 'withdrawn');
    const presence = work?.presence[date];
    const unitKind = work?.stays.find((stay) => stay.from <= date && date <= stay.to)?.unitKind;
    const duty = unitKind !== undefined && law.working.hours(date, unitKind) !== null;
    const holiday = law.working.holiday(date)?.name ?? null;
    return {
      date,
      state: stateOf({ entries, presence, duty, holiday, date, today }),
      holiday,
      presence: presence ?? null,
      entries: entries.length,
      minutes: entries.reduce((sum, row) => sum + row.minutes, 0),
      gap: gaps.has(date),
    };
  });
}

function stateOf(
  q: { entries: ActivityRow[]; presence: PresenceStatus | undefined; duty: boolean; holiday: string | null; date: IsoDate; today: IsoDate },
): DayState {
  const entered = STATE_OF.find(([status]) => q.entries.some((row) => row.status === status));
  if (entered) return entered[1];
  if (q.holiday !== null) return 'holiday';
  if (!q.duty) return 'off';
  if (isLeave(q.presence)) return 'leave';
  return q.date > q.today ? 'future' : 'empty';
}

/** First and last day that can be entered today. */
function entryWindow(today: IsoDate, law: LawSet): ActivityMonth['entryWindow'] {
  let from = today;
  for (let back = 0; back < LONGEST_WINDOW && entryOpenUntil(addDays(from, -1), law) >= today; back += 1) from = addDays(from, -1);
  const to = law.performance.rules.activities.entry.future ? lastDay(monthOf(today)) : today;
  return { from, to, cite: law.performance.cite('activities.entry.open') };
}
