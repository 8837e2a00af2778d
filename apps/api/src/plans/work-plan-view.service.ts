import { Injectable } from '@nestjs/common';
import type { IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { PlanMonth, PlanMonthLine, PlanPeriod, PlanTarget, SplitMethod, WorkPlanContent, WorkPlanView } from '@ekinerja/contracts/plans';
import type { SkpResult } from '@ekinerja/contracts/skp';
import { lastDay } from '@ekinerja/regulations/dates';
import type { LawSet } from '@ekinerja/regulations/law';
import { checkWorkPlan, dividedIndicators, planDemands, workPlanActions } from '@ekinerja/regulations/work-plan';
import { daysOf, monthsOf, split, sumOf, weeksOf, type Period } from '@ekinerja/regulations/work-plan-split';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { LateEntryService } from '../skp/late-entry.service.js';
import { SkpSideService, type SkpRow } from '../skp/skp-side.service.js';
import { SkpViewService } from '../skp/skp-view.service.js';
import { PlansRepository, type DoneOnDay } from './plans.repository.js';
import { suggestedPlan } from './suggested-plan.js';

/** The plan of an SKP as somebody sees it: targets against what was done, what lacks, what they may do. */
@Injectable()
export class WorkPlanViewService {
  constructor(
    private readonly plans: PlansRepository,
    private readonly skps: SkpViewService,
    private readonly side: SkpSideService,
    private readonly organisation: OrganisationService,
    private readonly lateEntries: LateEntryService,
  ) {}

  async get(actor: Actor, skpId: Uuid): Promise<WorkPlanView> {
    return this.view(actor, await this.side.readable(actor, skpId));
  }

  async view(actor: Actor, skp: SkpRow): Promise<WorkPlanView> {
    const law = await this.skps.lawOf(skp);
    const { results } = await this.skps.contentOf(skp);
    const plan = await this.plans.find(skp.id);
    const content = await this.plans.content(skp.id);
    const done = await this.plans.doneOf(results.map(({ id }) => id), skp.periodFrom, skp.periodTo);
    const held = await this.side.capacities(actor, skp);
    const status = plan?.status ?? null;
    const open = skp.status === 'determined';
    const { closed, cite: closedCite, until: reopenedUntil } = await this.lateEntries.months(skp, actor.today);
    return {
      skpId: skp.id, employmentId: skp.employmentId, personName: skp.personName, year: skp.year, periodFrom: skp.periodFrom, periodTo: skp.periodTo,
      skpStatus: skp.status, version: plan?.version ?? 0, status,
      months: monthsOf(skp.periodFrom, skp.periodTo, law.working).map(({ period }) => period),
      closedMonths: closed, closedCite, reopenedUntil,
      demands: planDemands(law),
      results: results.map((result) => ({
        id: result.id, title: result.title, task: result.task, indicators: dividedIndicators(result, content), done: byMonth(done, result.id),
      })),
      ...content,
      findings: checkWorkPlan({ ...skp, results }, content, law),
      outdated: plan?.skpContent != null && plan.skpContent < skp.contentNumber,
      returnReason: plan?.returnReason ?? null,
      submittedAt: plan?.submittedAt?.toISOString() ?? null, verifiedAt: plan?.verifiedAt?.toISOString() ?? null, verifier: plan?.verifier ?? null,
      // TL 15: after the SKP is determined.
      actions: open ? (['owner', 'evaluator'] as const).flatMap((side) => (held.includes(side) ? workPlanActions(status, side) : [])) : [],
    };
  }

  /** A whole plan to start from: nothing is stored until the owner saves it. */
  async suggestion(actor: Actor, skpId: Uuid, method: SplitMethod): Promise<WorkPlanContent> {
    const skp = await this.side.readable(actor, skpId);
    if (skp.employmentId !== actor.employmentId) throw new DomainError('permission-denied');
    const law = await this.skps.lawOf(skp);
    const { results } = await this.skps.contentOf(skp);
    return suggestedPlan({ ...skp, results }, await this.plans.content(skp.id), method, law, (await this.lateEntries.months(skp, actor.today)).closed);
  }

  /** One month: targets down to the day beside what the entries brought (BK 3(1), KS 17(b)). */
  async month(actor: Actor, month: IsoMonth, employmentId: Uuid | null): Promise<PlanMonth> {
    const whose = employmentId ?? actor.employmentId;
    if (whose === null) throw new DomainError('not-found');
    await this.organisation.requireReadable(actor, whose);
    const { name } = await this.organisation.snapshotOf(whose, lastDay(month) < actor.today ? lastDay(month) : actor.today);
    const [latest, ...earlier] = await this.plans.skpInMonth(whose, month, lastDay(month));
    if (!latest) return { employmentId: whose, personName: name, month, status: null, levels: [], cite: null, lines: [] };
    const lines: PlanMonthLine[] = [];
    let shown: Pick<PlanMonth, 'status' | 'levels' | 'cite'> | null = null;
    for (const { id } of [latest, ...earlier]) {
      const skp = await this.side.find(id);
      const law = await this.skps.lawOf(skp);
      const { levels, breakdown } = planDemands(law);
      const depth = levels.length > 0 ? levels : (['month', 'week'] as const);
      shown ??= { status: (await this.plans.find(id))?.status ?? null, levels: [...depth], cite: breakdown };
      lines.push(...(await this.linesOf(skp, month, law, depth)));
    }
    return { employmentId: whose, personName: name, month, ...(shown as Pick<PlanMonth, 'status' | 'levels' | 'cite'>), lines };
  }

  private async linesOf(skp: SkpRow, month: IsoMonth, law: LawSet, depth: readonly string[]): Promise<PlanMonthLine[]> {
    const { results } = await this.skps.contentOf(skp);
    const content = await this.plans.content(skp.id);
    const from = skp.periodFrom > `${month}-01` ? skp.periodFrom : `${month}-01`;
    const to = skp.periodTo < lastDay(month) ? skp.periodTo : lastDay(month);
    const done = await this.plans.doneOf(results.map(({ id }) => id), from, to);
    const weeks = weeksOf(month, from, to, law.working);
    return results.flatMap((result) => resultLines(result, content, month, done, depth, weeks, (span) => daysOf(span.from, span.to, law.working)));
  }
}

function byMonth(done: DoneOnDay[], resultId: Uuid): WorkPlanView['results'][number]['done'] {
  const sums = new Map<string, { month: IsoMonth; unit: string; quantities: string[] }>();
  for (const row of done.filter((each) => each.resultId === resultId && each.quantity !== '0')) {
    const month = row.date.slice(0, 7);
    const sum = sums.get(`${month} ${row.unit}`) ?? { month, unit: row.unit, quantities: [] };
    sum.quantities.push(row.quantity);
    sums.set(`${month} ${row.unit}`, sum);
  }
  return [...sums.values()].map(({ month, unit, quantities }) => ({ month, unit, quantity: sumOf(quantities) }));
}

function resultLines(
  result: SkpResult, content: WorkPlanContent, month: IsoMonth, done: DoneOnDay[], depth: readonly string[], weeks: Period[], days: (week: Period) => Period[],
): PlanMonthLine[] {
  const own = done.filter(({ resultId }) => resultId === result.id);
  const common = {
    resultId: result.id, resultTitle: result.title, task: result.task,
    waiting: own.reduce((sum, { waiting }) => sum + waiting, 0),
    steps: content.steps.filter((step) => step.resultId === result.id && step.months.includes(month)).map(({ id, title }) => ({ id, title })),
  };
  const divided = dividedIndicators(result, content);
  if (divided.length === 0) return [{ ...common, indicator: null, indicatorText: '', unit: '', target: null, done: '0', periods: [] }];
  return divided.map(({ indicator, text, unit }) => {
    const targets = content.targets.filter((target) => target.resultId === result.id && target.indicator === indicator && target.period.startsWith(month));
    const target = targets.find(({ level }) => level === 'month')?.quantity ?? null;
    const counted = own.filter((row) => row.unit === unit.toLowerCase());
    return {
      ...common, indicator, indicatorText: text, unit, target, done: sumOf(counted.map(({ quantity }) => quantity)),
      periods: target === null || !depth.includes('week') ? [] : periodsOf(target, targets, weeks, counted, depth.includes('day') ? days : null),
    };
  });
}

/** Weeks and days as typed, else divided by working days, so that they add up to the month. */
function periodsOf(target: string, targets: PlanTarget[], weeks: Period[], done: DoneOnDay[], days: ((week: Period) => Period[]) | null): PlanPeriod[] {
  const shared = (total: string, spans: Period[], level: 'week' | 'day') => {
    const typed = new Map(targets.filter((each) => each.level === level && spans.some(({ period }) => period === each.period)).map(({ period, quantity }) => [period, quantity]));
    const divided = new Map(split(total, spans, 'working-days').map(({ period, quantity }) => [period, quantity]));
    return spans.map((span): PlanPeriod => ({
      level, period: span.period, from: span.from, to: span.to, target: (typed.size > 0 ? typed.get(span.period) : divided.get(span.period)) ?? '0',
      done: sumOf(done.filter(({ date }) => date >= span.from && date <= span.to).map(({ quantity }) => quantity)), byHand: typed.size > 0,
    }));
  };
  return shared(target, weeks, 'week').flatMap((week) => {
    const span = weeks.find(({ period }) => period === week.period);
    return [week, ...(days && span ? shared(week.target, days(span), 'day') : [])];
  });
}
