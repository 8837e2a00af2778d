/** Hours of a week: what was missed Monday to Sunday, what the same week made up; clipped to the month. */
import type { IsoDate } from '@ekinerja/contracts/basics';
import type { DayJudgement } from '../attendance.js';
import { addDays, weekday } from '../dates.js';
import { Fraction } from '../fraction.js';
import type { LawSet } from '../law.js';
import type { DisciplineCut } from './cut-kinds.js';
import type { DisciplineTable } from './discipline.js';
import type { AllowanceFacts } from './facts.js';
import { minutesOf } from './minutes.js';

/** @param counted the days whose minutes are added up; @param absent the days absent */
export function weeklyCuts(
  rules: DisciplineTable,
  { counted, absent }: { counted: readonly DayJudgement[]; absent: readonly DayJudgement[] },
  facts: AllowanceFacts,
  law: LawSet,
  cite: (key: string) => string,
): DisciplineCut[] {
  const { weekly } = rules;
  if (!weekly) return [];
  const short = new Map<IsoDate, number>();
  const add = (date: IsoDate, minutes: number) => {
    const week = addDays(date, 1 - weekday(date));
    short.set(week, (short.get(week) ?? 0) + minutes);
  };
  for (const day of counted)
    add(day.date, minutesOf([day], rules) - (weekly.madeUp ? (day.stayedMinutes ?? 0) : 0));
  for (const { date } of weekly.absent ? absent : []) add(date, law.working.hours(date, facts.unitKind)?.minutes ?? 0);
  const weeks = [...short.values()].filter((minutes) => minutes > 0);
  return weekly.steps ? stepLines(weekly.steps, weeks, cite) : perMinutes(weekly, weeks, cite);
}

/** One line for each step that weeks reached. */
function stepLines(
  steps: NonNullable<NonNullable<DisciplineTable['weekly']>['steps']>,
  weeks: readonly number[],
  cite: (key: string) => string,
): DisciplineCut[] {
  const down = [...steps].sort((a, b) => b.from - a.from);
  const reached = weeks.map((minutes) => down.find((s) => minutes >= s.from));
  return steps.flatMap((step, i): DisciplineCut[] => {
    const n = reached.filter((r) => r === step).length;
    if (n === 0 || Fraction.of(step.percent).isZero()) return [];
    const percent = Fraction.of(step.percent).mul(Fraction.of(n));
    return [{ code: 'week-step', inputs: { n, from: step.from, pct: step.percent }, percent, cite: cite(`weekly.steps.${i}`) }];
  });
}

function perMinutes(
  { minutes: per, percent }: NonNullable<DisciplineTable['weekly']>,
  weeks: readonly number[],
  cite: (key: string) => string,
): DisciplineCut[] {
  if (per === undefined || percent === undefined) return [];
  const n = weeks.reduce((sum, minutes) => sum + Math.floor(minutes / per), 0);
  if (n === 0) return [];
  return [{ code: 'week-minutes', inputs: { n, per, pct: percent }, percent: Fraction.of(percent).mul(Fraction.of(n)), cite: cite('weekly') }];
}
