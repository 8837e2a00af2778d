/** Joint events (apel, upacara, senam): a cut each time, or attended over held. */
import type { IsoDate } from '@ekinerja/contracts/basics';
import type { DayJudgement } from '../attendance.js';
import { weekday } from '../dates.js';
import { DAY_NAMES } from '../document/calendar-schema.js';
import { Fraction } from '../fraction.js';
import type { DisciplineCut } from './cut-kinds.js';
import type { DisciplineTable } from './discipline.js';
import type { AllowanceFacts } from './facts.js';

export function eventCuts(
  rules: DisciplineTable,
  facts: AllowanceFacts,
  days: readonly DayJudgement[],
  dutyDates: readonly IsoDate[],
  cite: (key: string) => string,
): DisciplineCut[] {
  const within = (date: IsoDate) => facts.from <= date && date <= facts.to;
  const missed = (event: string) => (facts.events ?? []).filter((e) => e.event === event && within(e.date)).map((e) => e.date);
  const each = Object.entries(rules.events ?? {}).flatMap(([event, percent]): DisciplineCut[] => {
    const n = missed(event).length;
    if (n === 0 || percent === undefined) return [];
    const cut = Fraction.of(n).mul(Fraction.of(percent));
    return [{ code: 'event', inputs: { event, n, pct: percent }, percent: cut, cite: cite(`events.${event}`) }];
  });
  const excused = new Set(days.filter((d) => !d.absent && d.status !== 'present').map((d) => d.date));
  const ratios = (rules.eventRatio ?? []).flatMap(({ event, days: held }, i): DisciplineCut[] => {
    const dates = dutyDates.filter((d) => held.some((name) => name === DAY_NAMES[weekday(d) - 1]) && !excused.has(d));
    const named = missed(event);
    const absent = days.filter((d) => d.absent && dates.includes(d.date) && !named.includes(d.date));
    const of = dates.length;
    const gone = Math.min(of, named.length + absent.length);
    if (gone === 0) return [];
    const percent = Fraction.ratio(BigInt(gone) * 100n, BigInt(of));
    return [{ code: 'event-ratio', inputs: { event, n: of - gone, of }, percent, cite: cite(`eventRatio.${i}`) }];
  });
  return [...each, ...ratios];
}
