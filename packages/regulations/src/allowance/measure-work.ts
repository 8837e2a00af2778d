/** Minutes, activities and days with a log, against a target for the month. */
import type { IsoDate } from '@ekinerja/contracts/basics';
import { Fraction } from '../fraction.js';
import type { LawSet } from '../law.js';
import { dutyDates, daysWith, judgedDays } from './days.js';
import type { AllowanceFacts } from './facts.js';
import { stepped, targetOf, type Measure, type MeasureFacts, type Reading } from './reading.js';

type Of<K extends Measure['kind']> = Extract<Measure, { kind: K }>;
const HUNDRED = Fraction.of(100);

/** The portion's own numbers where it has them, else the month's. */
function scopeOf({ facts, month }: MeasureFacts): AllowanceFacts {
  return facts.activities === month.activities ? month : facts;
}

export function workMinutes(measure: Of<'work-minutes'>, q: MeasureFacts): Reading {
  const scope = scopeOf(q);
  const perDay = (date: IsoDate) => dayTarget(measure, date, scope, q.law);
  const sum = (dates: readonly IsoDate[]) => dates.reduce((total, d) => total + perDay(d), 0);
  const ordinary = 'monthly' in measure.target ? measure.target.monthly : sum(dutyDates(scope, q.law));
  const target = Math.max(0, targetOf(q, ordinary) - sum(daysWith(measure.reduceTarget, scope, q.law)));
  let credit = sum(daysWith(measure.creditDays, scope, q.law));
  for (const [status, minutes] of Object.entries(measure.credits ?? {}))
    credit += (minutes ?? 0) * daysWith([status as never], scope, q.law).length;
  const minutes = scope.activities.acceptedMinutes;
  const ceiling = measure.ceiling ? Math.max(0, target - minutesAway(measure.ceiling, scope, q.law)) : null;
  const capped = ceiling !== null && minutes + credit > ceiling;
  const counted = capped ? ceiling : minutes + credit;
  const reached = target === 0 ? HUNDRED : Fraction.ratio(BigInt(counted) * 100n, BigInt(target));
  const inputs = { minutes, ...(credit ? { credit } : {}), ...(capped ? { ceiling } : {}), target };
  const percent = measure.steps ? stepped(reached, measure.steps, reached) : byMode(reached, measure);
  return { percent, code: 'minutes', inputs };
}

/** Minutes that absence takes off the most that may be counted. */
function minutesAway(ceiling: NonNullable<Of<'work-minutes'>['ceiling']>, facts: AllowanceFacts, law: LawSet): number {
  const { absent = 0, ...byStatus }: Partial<Record<string, number>> = ceiling.perDay ?? {};
  return judgedDays(facts, law).reduce((sum, day) => {
    if (day.absent) return sum + absent;
    return sum + (byStatus[day.status] ?? 0) + (ceiling.lateMinutes ? day.lateMinutes + day.earlyMinutes : 0);
  }, 0);
}

/** Minutes of one duty day: the policy's, that of Ramadan, or the duty hours. */
function dayTarget(measure: Of<'work-minutes'>, date: IsoDate, facts: AllowanceFacts, law: LawSet): number {
  const hours = law.working.hours(date, facts.unitKind);
  if (measure.ramadanPerDay !== undefined && law.working.isRamadan(date)) return measure.ramadanPerDay;
  return 'perDay' in measure.target ? measure.target.perDay : (hours?.minutes ?? 0);
}

export function activityCount(measure: Of<'activities'>, q: MeasureFacts): Reading {
  const scope = scopeOf(q);
  const days = dutyDates(scope, q.law).length;
  const target = targetOf(
    q,
    'monthly' in measure.target ? measure.target.monthly : measure.target.perDay * days,
  );
  const n = scope.activities.acceptedCount;
  return { percent: byMode(share(n, target), measure), code: 'activities', inputs: { n, target } };
}

export function logDays(measure: Of<'log-days'>, q: MeasureFacts): Reading {
  const scope = scopeOf(q);
  const ordinary = measure.of === 'fixed' ? (measure.days ?? 1) : dutyDates(scope, q.law).length;
  const target = targetOf(q, ordinary);
  const n = scope.activities.daysWithEntry + daysWith(measure.creditDays, scope, q.law).length;
  return { percent: byMode(share(n, target), measure), code: 'log-days', inputs: { n, target } };
}

function share(n: number, target: number): Fraction {
  return target === 0 ? HUNDRED : Fraction.ratio(BigInt(n) * 100n, BigInt(target));
}

function byMode(
  reached: Fraction,
  { mode, threshold, highest }: { mode: string; threshold?: string; highest?: string },
): Fraction {
  if (mode === 'linear') return reached.min(Fraction.of(highest ?? '100'));
  return reached.compare(Fraction.of(threshold ?? '100')) >= 0 ? HUNDRED : Fraction.zero;
}
