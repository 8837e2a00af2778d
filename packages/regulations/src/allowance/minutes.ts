/** Late and early minutes of the month together: per so many minutes, in steps, by a minute's rate; what is forgiven. */
import type { DayJudgement } from '../attendance.js';
import { Fraction } from '../fraction.js';
import type { LawSet } from '../law.js';
import { dutyDates } from './days.js';
import type { DisciplineCut } from './cut-kinds.js';
import type { DisciplineTable } from './discipline.js';
import type { AllowanceFacts } from './facts.js';

/** The days with the lateness that the table forgives taken off: made up the same day, or among the first times. */
export function forgiven(days: readonly DayJudgement[], rules: DisciplineTable): readonly DayJudgement[] {
  const { compensation, tolerance } = rules;
  if (!compensation && !tolerance) return days;
  let left = tolerance?.times ?? 0;
  return [...days]
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .map((day) => {
      const late = day.lateMinutes;
      if (late === 0 || (rules.permitted && day.permitted)) return day;
      const madeUp =
        compensation !== undefined && late <= compensation.minutes && (day.stayedMinutes ?? 0) >= late;
      const tolerated = !madeUp && tolerance !== undefined && late <= tolerance.minutes && left-- > 0;
      return madeUp || tolerated ? { ...day, lateMinutes: 0 } : day;
    });
}

/** Late and early minutes of the month as the table adds them up. */
export function minutesOf(
  days: readonly DayJudgement[],
  { accumulates: of = 'both', missingMinutes = 0 }: Pick<DisciplineTable, 'accumulates' | 'missingMinutes'>,
): number {
  return days.reduce(
    (sum, d) =>
      sum +
      (of === 'early' ? 0 : d.missingCheckIn ? missingMinutes : d.lateMinutes) +
      (of === 'late' ? 0 : d.missingCheckOut ? missingMinutes : d.earlyMinutes),
    0,
  );
}

/** Days absent that the month's minutes make, where the table counts them so. */
export function daysFromMinutes(
  rules: DisciplineTable,
  days: readonly DayJudgement[],
): number {
  const { accumulated } = rules;
  return accumulated?.absentDays ? Math.floor(minutesOf(days, rules) / accumulated.minutes) : 0;
}

export function minuteCuts(
  rules: DisciplineTable,
  days: readonly DayJudgement[],
  facts: AllowanceFacts,
  law: LawSet,
  cite: (key: string) => string,
): DisciplineCut[] {
  const minutes = minutesOf(days, rules);
  const beyond = Math.max(0, minutes - (rules.allowedMinutes ?? 0));
  const often = occurrenceCuts(rules, days, cite);
  return minutes === 0
    ? often
    : [
        ...often,
        ...accumulatedCuts(rules, beyond, cite),
        ...stepCuts(rules, minutes, cite),
        ...rateCuts(rules, beyond, facts, law, cite),
      ];
}

/** How often in the month, whatever the minutes: a day that is late and left early counts twice under `both`. */
function occurrenceCuts(
  { occurrenceSteps }: DisciplineTable,
  days: readonly DayJudgement[],
  cite: (key: string) => string,
): DisciplineCut[] {
  if (!occurrenceSteps) return [];
  const { of, steps } = occurrenceSteps;
  const late = days.filter((d) => d.lateMinutes > 0 || d.missingCheckIn).length;
  const early = days.filter((d) => d.earlyMinutes > 0 || d.missingCheckOut).length;
  const n = (of === 'early' ? 0 : late) + (of === 'late' ? 0 : early);
  const step = [...steps].sort((a, b) => b.from - a.from).find((s) => n >= s.from);
  if (!step) return [];
  const inputs = { n, of, from: step.from, pct: step.percent };
  return [{ code: 'occurrence-step', inputs, percent: Fraction.of(step.percent), cite: cite('occurrenceSteps') }];
}

function accumulatedCuts(
  { accumulated }: DisciplineTable,
  minutes: number,
  cite: (key: string) => string,
): DisciplineCut[] {
  if (!accumulated || accumulated.percent === undefined) return [];
  const ratio = Fraction.ratio(BigInt(minutes), BigInt(accumulated.minutes));
  const counted = accumulated.partial ? ratio : Fraction.ratio(ratio.floor(), 1n);
  if (counted.isZero()) return [];
  return [
    {
      code: 'accumulated',
      inputs: { minutes, per: accumulated.minutes, pct: accumulated.percent },
      percent: counted.mul(Fraction.of(accumulated.percent)),
      cite: cite('accumulated'),
    },
  ];
}

function stepCuts(
  { accumulatedSteps }: DisciplineTable,
  minutes: number,
  cite: (key: string) => string,
): DisciplineCut[] {
  const step = [...(accumulatedSteps ?? [])].sort((a, b) => b.from - a.from).find((s) => minutes >= s.from);
  if (!step) return [];
  const inputs = { minutes, from: step.from, pct: step.percent };
  return [
    { code: 'accumulated-step', inputs, percent: Fraction.of(step.percent), cite: cite('accumulatedSteps') },
  ];
}

function rateCuts(
  { minuteRate }: DisciplineTable,
  minutes: number,
  facts: AllowanceFacts,
  law: LawSet,
  cite: (key: string) => string,
): DisciplineCut[] {
  if (!minuteRate || minutes === 0) return [];
  const of = dutyDates(facts, law).reduce(
    (sum, day) => sum + (law.working.hours(day, facts.unitKind)?.minutes ?? 0),
    0,
  );
  if (of === 0) return [];
  const percent = Fraction.of(minuteRate.percent).mul(Fraction.ratio(BigInt(minutes), BigInt(of)));
  const inputs = { minutes, pct: minuteRate.percent, of };
  return [{ code: 'minute-rate', inputs, percent, cite: cite('minuteRate') }];
}
