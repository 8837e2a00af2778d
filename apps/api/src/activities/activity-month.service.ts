import { Injectable } from '@nestjs/common';
import type { ActivityMonth, GapItem } from '@ekinerja/contracts/activities';
import type { IsoDate, IsoMonth, Page, Uuid } from '@ekinerja/contracts/basics';
import { addDays, firstDay, lastDay } from '@ekinerja/regulations/dates';
import { documentationRhythm } from '@ekinerja/regulations/documentation';
import type { LawSet } from '@ekinerja/regulations/law';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { PeriodsService } from '../periods/periods.service.js';
import { reach, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { PlansService } from '../plans/plans.service.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { SkpService } from '../skp/skp.service.js';
import type { GapsQuery } from './activities.dto.js';
import { ActivitiesRepository } from './activities.repository.js';
import { ActivityListsRepository } from './activity-lists.repository.js';
import { activityView } from './activity-row.js';
import { daysOf, emptyDays, entryWindow, minimumOf, unreportedDays } from './month-days.js';
import { MonthLawsService } from './month-laws.service.js';
import { ReopeningsRepository } from './reopenings.repository.js';

/** Which results somebody uses most is told by their last quarter. */
const USED_DAYS = 90;

/** A month of entries against the working calendar (BK 3(4)): one's own, and the gaps of an SKPD. */
@Injectable()
export class ActivityMonthService {
  constructor(
    private readonly clock: Clock,
    private readonly activities: ActivitiesRepository,
    private readonly lists: ActivityListsRepository,
    private readonly skp: SkpService,
    private readonly plans: PlansService,
    private readonly periods: PeriodsService,
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
    private readonly laws: MonthLawsService,
    private readonly audit: AuditService,
    private readonly reopenings: ReopeningsRepository,
  ) {}

  async mine(actor: Actor, month: IsoMonth): Promise<ActivityMonth> {
    if (actor.employmentId === null) throw new DomainError('permission-denied');
    return this.of(actor, actor.employmentId, month);
  }

  /** The month of one person; who may ask is the caller's to know. */
  async of(actor: Actor, owner: Uuid, month: IsoMonth): Promise<ActivityMonth> {
    const to = lastDay(month);
    const rows = await this.activities.ofDays(owner, firstDay(month), to);
    const { of: lawOf, from } = await this.laws.laws(month, actor.today);
    const law = lawOf(owner);
    const [work] = await this.lists.workMonths({ from, to, skpdIds: null, employmentIds: [owner], after: null, limit: 1 });
    const days = daysOf(month, rows, work ?? null, actor.today, law);
    const skpdId = await this.periods.skpdOfMonth(owner, month);
    const closedUntil = skpdId === null ? null : await this.periods.closedUntil(skpdId, month);
    const { rhythm, cite } = documentationRhythm(law);
    const now = this.clock.now();
    const minimum = minimumOf(law);
    return {
      month,
      closed: closedUntil === to,
      closedUntil,
      days,
      activities: rows.map((row) => activityView(row, 'owner', now)),
      acceptedMinutes: rows.filter((row) => row.status === 'accepted').reduce((sum, row) => sum + row.minutes, 0),
      waiting: rows.filter((row) => row.status === 'submitted').length,
      gaps: work ? emptyDays(month, work, actor.today, law).length : 0,
      minimumCite: minimum > 0 ? law.performance.cite(`activities.${rhythm === 'daily' ? 'minimumPerWorkingDay' : 'rhythm'}`) : null,
      skpResults: await this.mostUsedFirst(owner, month, actor.today),
      planSteps: await this.plans.stepsInMonth(owner, month, addDays(actor.today, -USED_DAYS)),
      rhythm: { period: rhythm, cite },
      reopened: await this.reopenings.openDays(owner, firstDay(month), to, actor.today),
      entryWindow: entryWindow(actor.today, await this.lawToday(actor, owner)),
    };
  }

  /** What may be entered now is the law of now, also for a month gone by. */
  private async lawToday({ today }: Actor, owner: Uuid): Promise<LawSet> {
    return this.regulations.lawOn(today, (await this.organisation.onDate(today)).employments.get(owner)?.kind);
  }

  private async mostUsedFirst(owner: Uuid, month: IsoMonth, today: IsoDate): Promise<ActivityMonth['skpResults']> {
    const used = await this.lists.resultsUsed(owner, addDays(today, -USED_DAYS));
    const results = await this.skp.resultsInMonth(owner, month);
    return results.map((result) => ({ ...result, used: used.get(result.id) ?? 0 })).sort((a, b) => b.used - a.used);
  }

  /** Days not reported, by the law of the month, of those people who have any such day; who may ask is the caller's to know. */
  async daysLacking(employmentIds: Uuid[], month: IsoMonth, today: IsoDate): Promise<Map<Uuid, number>> {
    const { of: lawOf, from } = await this.laws.laws(month, today);
    const rows = await this.lists.workMonths({ from, to: lastDay(month), skpdIds: null, employmentIds, after: null, limit: employmentIds.length });
    const lacking = new Map<Uuid, number>();
    for (const row of rows) {
      const days = unreportedDays(month, row, today, lawOf(row.employmentId)).length;
      if (days > 0) lacking.set(row.employmentId, days);
    }
    return lacking;
  }

  /** Everybody of the SKPDs the caller answers for, with the days that lack an entry (BK 3(4), KS 23(1)). */
  async gaps(actor: Actor, query: GapsQuery): Promise<Page<GapItem>> {
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'text', 'uuid');
    const scope = reach(actor, ['superadmin', 'auditor', 'unit-admin', 'unit-head']);
    const skpdIds = query.skpdId === undefined ? scope : scope === null || scope.includes(query.skpdId) ? [query.skpdId] : [];
    await this.audit.logRead(actor, 'activities.gaps', 'month', query.month);
    const { of: lawOf, from } = await this.laws.laws(query.month, actor.today);
    const rows = await this.lists.workMonths({
      from, to: lastDay(query.month), skpdIds, employmentIds: null, after: after && { name: after[0], id: after[1] }, limit: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => [row.sortName, row.employmentId]);
    const items = page.items.map((row): GapItem => {
      const { employmentId, personName, nip, unitName, waiting } = row;
      return { employmentId, personName, nip, unitName, waiting, gaps: emptyDays(query.month, row, actor.today, lawOf(employmentId)).length };
    });
    return { items, nextCursor: page.nextCursor };
  }
}
