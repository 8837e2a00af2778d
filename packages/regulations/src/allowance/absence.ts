/** Days absent: per day, by a day's rate, by steps, on special dates, in a row. */
import type { IsoDate } from '@ekinerja/contracts/basics';
import type { DayJudgement } from '../attendance.js';
import type { Basis } from '../document/allowance/who-schema.js';
import { Fraction } from '../fraction.js';
import type { DisciplineCut } from './cut-kinds.js';
import type { DisciplineTable } from './discipline.js';
import type { AllowanceFacts } from './facts.js';

interface AbsenceQuestion {
  rules: DisciplineTable;
  facts: AllowanceFacts;
  days: readonly DayJudgement[];
  /** Days absent that late and early minutes make. */
  extra: number;
  /** Duty days of the slip, by the calendar. */
  dutyDates: readonly IsoDate[];
  base: Fraction;
  amountOf: (basis: Basis) => Fraction;
  cite: (key: string) => string;
}

export function absenceCuts(q: AbsenceQuestion): DisciplineCut[] {
  const absent = q.days.filter((d) => d.absent).map((d) => d.date);
  const special = specialCuts(q, absent);
  const ordinary = absent.filter((d) => !special.dates.has(d)).length + q.extra;
  return [...ordinaryCuts(q, ordinary), ...special.cuts, ...consecutiveCuts(q)];
}

function ordinaryCuts({ rules, facts, extra, dutyDates, cite }: AbsenceQuestion, n: number): DisciplineCut[] {
  if (n === 0 || rules.ratio) return [];
  const fromMinutes: Record<string, number> = extra ? { extra } : {};
  const code = facts.presence !== null ? 'absent' : facts.presenceWaived ? 'absent-waived' : 'absent-missing';
  if (rules.absentSteps) {
    const step = [...rules.absentSteps].sort((a, b) => b.from - a.from).find((s) => n >= s.from);
    if (!step) return [];
    return [
      {
        code: 'absent-step',
        inputs: { n, ...fromMinutes, from: step.from, pct: step.percent },
        percent: Fraction.of(step.percent),
        cite: cite('absentSteps'),
      },
    ];
  }
  if (rules.dayRate) {
    const of = rules.dayRate.days ?? dutyDates.length;
    const rate = Fraction.of(rules.dayRate.percent).div(Fraction.of(Math.max(1, of)));
    return [
      {
        code: 'absent-rate',
        inputs: { n, ...fromMinutes, pct: rules.dayRate.percent, of },
        percent: rate.mul(Fraction.of(n)),
        cite: cite('dayRate'),
      },
    ];
  }
  return [
    {
      code,
      inputs: { n, ...fromMinutes, pct: rules.absentDay },
      percent: Fraction.of(n).mul(Fraction.of(rules.absentDay)),
      cite: cite('absentDay'),
    },
  ];
}

function specialCuts(
  { rules, base, amountOf, cite }: AbsenceQuestion,
  absent: readonly IsoDate[],
): { cuts: DisciplineCut[]; dates: Set<IsoDate> } {
  const dates = new Set<IsoDate>();
  const cuts = (rules.specialDates ?? []).flatMap((rule, i): DisciplineCut[] => {
    const hit = absent.filter((d) => rule.dates.includes(d) && !dates.has(d));
    hit.forEach((d) => dates.add(d));
    if (hit.length === 0 || base.isZero()) return [];
    const ownBase = rule.of !== undefined || rule.parts !== undefined || rule.criteria !== undefined;
    const scale = ownBase ? amountOf(rule).div(base) : Fraction.one;
    return [
      {
        code: 'special-date',
        inputs: {
          name: rule.name,
          n: hit.length,
          pct: rule.absent,
          ...(ownBase ? { of: rule.of ?? 'whole' } : {}),
        },
        percent: Fraction.of(hit.length).mul(Fraction.of(rule.absent)).mul(scale),
        cite: cite(`specialDates.${i}`),
      },
    ];
  });
  return { cuts, dates };
}

/** Every run of duty days absent adds the highest step that it reaches. */
function consecutiveCuts({ rules, days, cite }: AbsenceQuestion): DisciplineCut[] {
  const steps = [...(rules.consecutive ?? [])].sort((a, b) => b.days - a.days);
  if (steps.length === 0) return [];
  const cuts: DisciplineCut[] = [];
  let run = 0;
  const close = () => {
    const step = steps.find((s) => run >= s.days);
    if (step)
      cuts.push({
        code: 'consecutive',
        inputs: { n: run, pct: step.percent },
        percent: Fraction.of(step.percent),
        cite: cite('consecutive'),
      });
    run = 0;
  };
  for (const day of [...days].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    if (day.absent) run += 1;
    else close();
  }
  close();
  return cuts;
}
