import { randomUUID } from 'node:crypto';
import type { IsoMonth } from '@ekinerja/contracts/basics';
import type { PlanStepInput, PlanTarget, SplitMethod, WorkPlanContent } from '@ekinerja/contracts/plans';
import { PLAN_LIMITS } from '@ekinerja/contracts/plans';
import type { LawSet } from '@ekinerja/regulations/law';
import { dividedIndicators, type PlannedSkp } from '@ekinerja/regulations/work-plan';
import { less, monthsOf, split, sumOf } from '@ekinerja/regulations/work-plan-split';

/**
 * The year divided over its months, and one step for each result that has none, in the months that have a target.
 * What the owner has written stays: steps as they are, and typed weeks and days of months whose target stays the same.
 */
export function suggestedPlan(skp: PlannedSkp, written: WorkPlanContent, method: SplitMethod, law: LawSet, closed: readonly IsoMonth[] = []): WorkPlanContent {
  const months = monthsOf(skp.periodFrom, skp.periodTo, law.working);
  const open = months.filter(({ period }) => !closed.includes(period));
  const targets: PlanTarget[] = [];
  const steps: PlanStepInput[] = [];
  for (const result of skp.results) {
    const busy = new Set<string>();
    const lines = dividedIndicators(result, written);
    for (const { indicator, target } of lines) {
      // Months that are closed keep what they have; the others share the rest.
      const kept = written.targets.filter((old) => old.resultId === result.id && old.indicator === indicator && closed.some((month) => old.period.startsWith(month)));
      const rest = less(target, sumOf(kept.filter(({ level }) => level === 'month').map(({ quantity }) => quantity)));
      targets.push(...kept);
      for (const { period } of kept) busy.add(period.slice(0, 7));
      for (const { period, quantity } of open.length === 0 || rest.startsWith('-') ? [] : split(rest, open, method)) {
        if (quantity !== '0') busy.add(period);
        targets.push({ resultId: result.id, indicator, level: 'month', period, quantity });
        const before = written.targets.find((old) => old.resultId === result.id && old.indicator === indicator && old.period === period);
        if (before?.quantity !== quantity) continue;
        targets.push(...written.targets.filter((old) => old.resultId === result.id && old.indicator === indicator && old.level !== 'month' && old.period.startsWith(period)));
      }
    }
    const own = written.steps.filter(({ resultId }) => resultId === result.id);
    const inMonths = months.filter(({ period }) => lines.length === 0 || busy.has(period));
    const first: PlanStepInput = {
      id: randomUUID(), resultId: result.id, title: result.title.slice(0, PLAN_LIMITS.step), kind: inMonths.length === months.length ? 'routine' : 'periodic',
      pattern: 'individual', months: inMonths.map(({ period }) => period),
      days: Math.min(PLAN_LIMITS.days, Math.max(1, inMonths.reduce((sum, { workingDays }) => sum + workingDays, 0))), output: lines[0]?.unit ?? '',
    };
    steps.push(...(own.length > 0 ? own : [first]));
  }
  return { targets, steps };
}
