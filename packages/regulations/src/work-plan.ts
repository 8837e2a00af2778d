/**
 * What the law asks after the SKP is determined: a breakdown into months, weeks and days (BK 3, KS 17(b)), a timeline
 * and an action plan (TL 15); what of it lacks or does not reconcile; and its way to the evaluator's verification.
 */
import type { Citation, IsoDate, IsoMonth } from '@ekinerja/contracts/basics';
import type { PlanDemands, PlanFinding, PlanIndicator, PlanLevel, WorkPlanContent, WorkPlanStatus } from '@ekinerja/contracts/plans';
import type { SkpResult } from '@ekinerja/contracts/skp';
import { monthOf } from './dates.js';
import { Fraction } from './fraction.js';
import type { LawSet } from './law.js';
import type { RuleRefusal } from './refusal.js';
import { actionsIn, applyTransition, type Transition } from './transitions.js';
import { less, monthsOf, quantityOf, sumOf } from './work-plan-split.js';

export type WorkPlanAction = 'save' | 'submit' | 'verify' | 'return' | 'revise';
export type WorkPlanActor = 'owner' | 'evaluator';

/** `none` stands for a plan that nobody has begun. */
export const WORK_PLAN_TRANSITIONS: readonly Transition<WorkPlanStatus | 'none', WorkPlanAction, WorkPlanActor>[] = [
  { from: 'none', action: 'save', by: ['owner'], to: 'draft' },
  { from: 'draft', action: 'save', by: ['owner'], to: 'draft' },
  { from: 'returned', action: 'save', by: ['owner'], to: 'returned' },
  { from: 'draft', action: 'submit', by: ['owner'], to: 'submitted' },
  { from: 'returned', action: 'submit', by: ['owner'], to: 'submitted' },
  { from: 'submitted', action: 'revise', by: ['owner'], to: 'draft' },
  // KS 17(b): the evaluator verifies what was broken down.
  { from: 'submitted', action: 'verify', by: ['evaluator'], to: 'verified' },
  { from: 'submitted', action: 'return', by: ['evaluator'], to: 'returned' },
  // The year brings changes: the owner takes it up again, and it goes the same way once more.
  { from: 'verified', action: 'revise', by: ['owner'], to: 'draft' },
];

export function workPlanActions(status: WorkPlanStatus | null, actor: WorkPlanActor): WorkPlanAction[] {
  return actionsIn(WORK_PLAN_TRANSITIONS, status ?? 'none', actor);
}
export function applyWorkPlan(status: WorkPlanStatus | null, action: WorkPlanAction, actor: WorkPlanActor): WorkPlanStatus | RuleRefusal {
  return applyTransition(WORK_PLAN_TRANSITIONS, status ?? 'none', action, actor) as WorkPlanStatus | RuleRefusal;
}

/** What the law of the SKP's first day demands; a silent one demands nothing and offers all of it. */
export function planDemands(law: LawSet): PlanDemands {
  const rules = law.performance.rules.plans;
  const cite = (path: string): Citation => law.performance.cite(`plans.${path}`);
  return {
    levels: rules?.breakdown ? [...rules.breakdown.levels] : [],
    breakdown: rules?.breakdown ? cite('breakdown.levels') : null,
    timeline: rules?.timeline ? cite('timeline') : null,
    actions: rules?.actions ? cite('actions') : null,
    verification: rules?.verification ? cite('verification') : null,
  };
}

/**
 * Months of the breakdown that are written no more (BK 8(2)): over, and not before the month in which the SKP was
 * determined is over as well. Empty where the law closes none.
 */
export function closedMonths(skp: Pick<PlannedSkp, 'periodFrom' | 'periodTo'>, determinedOn: IsoDate | null, today: IsoDate, law: LawSet): { months: IsoMonth[]; cite: Citation | null } {
  const current = monthOf(today);
  if (!law.performance.rules.plans?.breakdown?.closes || determinedOn === null || monthOf(determinedOn) >= current) return { months: [], cite: null };
  const months = monthsOf(skp.periodFrom, skp.periodTo, law.working).map(({ period }) => period).filter((month) => month < current);
  return { months, cite: law.performance.cite('plans.breakdown.closes') };
}

/** The first closed month whose targets the new content would change. */
export function changedClosedMonth(closed: readonly IsoMonth[], before: Pick<WorkPlanContent, 'targets'>, after: Pick<WorkPlanContent, 'targets'>): IsoMonth | null {
  const of = ({ targets }: Pick<WorkPlanContent, 'targets'>, month: IsoMonth) =>
    targets.filter(({ period }) => period.startsWith(month)).map(({ resultId, indicator, period, quantity }) => `${resultId} ${indicator} ${period} ${Fraction.of(quantity).toDecimal(6)}`).sort().join();
  return closed.find((month) => of(before, month) !== of(after, month)) ?? null;
}

/** The quantities of a result that months can share: numbers, no percentages and no spans. */
export function dividedIndicators(result: Pick<SkpResult, 'id' | 'indicators'>, content: Pick<WorkPlanContent, 'targets'>): PlanIndicator[] {
  return result.indicators.flatMap((written, indicator) => {
    const target = quantityOf(written.target);
    const shared = written.aspect === 'quantity' && written.approach !== 'qualitative' && written.direction !== 'range' && !/persen|%/i.test(written.unit);
    if (!shared || target === null) return [];
    const divided = sumOf(content.targets.filter((t) => t.resultId === result.id && t.indicator === indicator && t.level === 'month').map((t) => t.quantity));
    return [{ indicator, text: written.indicator, unit: written.unit, target, divided, difference: less(target, divided) }];
  });
}

export interface PlannedSkp {
  periodFrom: IsoDate;
  periodTo: IsoDate;
  results: Pick<SkpResult, 'id' | 'title' | 'indicators'>[];
}

/** What the plan lacks, and what does not reconcile: shown to owner and evaluator, no secret (BK 3(3)). */
export function checkWorkPlan(skp: PlannedSkp, content: WorkPlanContent, law: LawSet): PlanFinding[] {
  const demands = planDemands(law);
  const months = new Set(monthsOf(skp.periodFrom, skp.periodTo, law.working).map(({ period }) => period));
  const found: PlanFinding[] = [];
  const add = (severity: PlanFinding['severity'], code: string, cite: Citation | null, resultId: string | null, params: PlanFinding['params']) =>
    found.push({ code, params, severity, resultId, ...(cite ? { cite } : {}) });
  for (const { id, title, indicators } of skp.results) {
    const own = content.targets.filter(({ resultId }) => resultId === id);
    for (const line of dividedIndicators({ id, indicators }, content)) {
      const parts = own.filter(({ indicator }) => indicator === line.indicator);
      const of = { title, indicator: line.text };
      if (!parts.some(({ level }) => level === 'month')) add(demands.breakdown ? 'stop' : 'hint', 'plan.no-breakdown', demands.breakdown, id, of);
      else if (!Fraction.of(line.difference).isZero()) {
        add('hint', 'plan.not-reconciled', demands.breakdown, id, { ...of, target: line.target, divided: line.divided, difference: line.difference, unit: line.unit });
      }
      for (const gap of gapsBelow(parts)) add('hint', 'plan.period-not-reconciled', demands.breakdown, id, { ...of, unit: line.unit, ...gap });
    }
    const steps = content.steps.filter(({ resultId }) => resultId === id);
    if (steps.length === 0) add(demands.actions ? 'stop' : 'hint', 'plan.no-step', demands.actions, id, { title });
    for (const step of steps) {
      const number = steps.indexOf(step) + 1;
      if (step.title.trim() === '') add('stop', 'plan.step-untitled', demands.actions, id, { title, number });
      // TL 15(a): duration, months, type of activity and assignment pattern, each.
      const lacks = [step.days === null && 'days', step.months.length === 0 && 'months', step.kind === null && 'kind', step.pattern === null && 'pattern'].filter((part) => part !== false);
      for (const part of lacks) add(demands.timeline ? 'stop' : 'hint', `plan.step-no-${part}`, demands.timeline, id, { title, number, step: step.title });
      if (step.months.some((month) => !months.has(month))) add('stop', 'plan.outside-period', null, id, { title, number, step: step.title });
    }
    if (own.some(({ period }) => !months.has(period.slice(0, 7)))) add('stop', 'plan.target-outside', null, id, { title });
  }
  return found;
}

/** Weeks that do not add up to their month, days that do not add up to their week; only where they were typed. */
function gapsBelow(parts: readonly WorkPlanContent['targets'][number][]): { period: string; target: string; divided: string; difference: string }[] {
  const gaps: { period: string; target: string; divided: string; difference: string }[] = [];
  const compare = (above: PlanLevel, below: PlanLevel) => {
    for (const { period, quantity: target } of parts.filter(({ level }) => level === above)) {
      const inner = parts.filter((part) => part.level === below && part.period.startsWith(period.slice(0, 7)) && (above === 'month' || weekHas(period, part.period)));
      if (inner.length === 0) continue;
      const divided = sumOf(inner.map(({ quantity }) => quantity));
      const difference = less(target, divided);
      if (difference !== '0') gaps.push({ period, target, divided, difference });
    }
  };
  compare('month', 'week');
  compare('week', 'day');
  return gaps;
}

/** Whether the day lies in that week of its month. */
function weekHas(week: string, day: IsoDate): boolean {
  const first = new Date(`${day.slice(0, 7)}-01T00:00:00Z`).getUTCDay();
  const offset = (first + 6) % 7;
  return week === `${day.slice(0, 7)}-W${Math.floor((Number(day.slice(8)) - 1 + offset) / 7) + 1}`;
}
