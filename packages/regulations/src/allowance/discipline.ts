/** Discipline cuts from judged days: counts per minute band, per absent day and per excused day, in percent of the share. */
import type { IsoDate, PresenceStatus } from '@ekinerja/contracts/basics';
import type { AllowanceFacts } from '../allowance.js';
import type { DayJudgement } from '../attendance.js';
import { judgePresence } from '../attendance.js';
import { compactCite } from '../citation.js';
import type { AllowanceRules } from '../document.js';
import { Fraction } from '../fraction.js';
import type { LawSet } from '../law.js';
import type { PartCut } from './parts.js';

type Band = NonNullable<AllowanceRules['discipline'][string]>['late'][number];

/** Cuts by the named table, in the order late, early, absent, excused, cap; never one line per day. */
export function disciplineCuts(table: string, facts: AllowanceFacts, law: LawSet): PartCut[] {
  const rules = law.allowance.rules.discipline[table];
  if (!rules) throw new RangeError(`Tabel disiplin "${table}" tidak ada di ${law.allowance.id}`);
  const cite = (key: string) => compactCite(law.allowance.cite(`discipline.${table}.${key}`));
  const days = dutyDays(facts, law);
  const cuts: PartCut[] = [
    ...bandCuts('late', rules.late, days, cite),
    ...bandCuts('early', rules.early, days, cite),
  ];
  const absent = days.filter((d) => d.absent).length;
  if (absent > 0) {
    const inputs = { n: absent, pct: rules.absentDay };
    const code =
      facts.presence !== null ? 'absent' : facts.presenceWaived ? 'absent-waived' : 'absent-missing';
    cuts.push({ code, inputs, percent: times(absent, rules.absentDay), cite: cite('absentDay') });
  }
  const excused = days.filter((d) => !d.absent && d.status !== 'present');
  for (const [status, percent] of excused.length ? Object.entries(rules.statuses) : []) {
    const n = excused.filter((d) => d.status === status).length;
    if (n === 0 || percent === undefined || Fraction.of(percent).isZero()) continue;
    cuts.push({
      code: 'excused',
      inputs: { status: status as PresenceStatus, n, pct: percent },
      percent: times(n, percent),
      cite: cite(`statuses.${status}`),
    });
  }
  const over = Fraction.sum(cuts.map((c) => c.percent)).sub(Fraction.of(rules.cap));
  if (over.compare(Fraction.zero) > 0)
    cuts.push({
      code: 'discipline-cap',
      inputs: { cap: rules.cap },
      percent: over.negate(),
      cite: cite('cap'),
    });
  return cuts;
}

/** The band of that many minutes, `[from, to)`; none below the first. */
export function bandOf(minutes: number, bands: readonly Band[]): Band | null {
  return bands.find((b) => minutes >= b.from && (b.to === undefined || minutes < b.to)) ?? null;
}

/** A missing time counts in the last band (allowance-rules 2.1: TL4, PSW4). */
function bandCuts(
  code: 'late' | 'early',
  bands: readonly Band[],
  days: readonly DayJudgement[],
  cite: (key: string) => string,
): PartCut[] {
  const counts = new Map<Band, number>();
  for (const day of days) {
    const missing = code === 'late' ? day.missingCheckIn : day.missingCheckOut;
    const minutes = code === 'late' ? day.lateMinutes : day.earlyMinutes;
    if (minutes === 0 && !missing) continue;
    const band = missing ? bands[bands.length - 1] : bandOf(minutes, bands);
    if (band) counts.set(band, (counts.get(band) ?? 0) + 1);
  }
  return bands.flatMap((band, i) => {
    const n = counts.get(band) ?? 0;
    return n === 0
      ? []
      : [
          {
            code,
            inputs: { band: band.code, n, pct: band.percent },
            percent: times(n, band.percent),
            cite: cite(`${code}.${i}`),
          },
        ];
  });
}

function times(n: number, percent: string): Fraction {
  return Fraction.of(n).mul(Fraction.of(percent));
}

/** Without any row every duty day of the slip is absent. */
function dutyDays(facts: AllowanceFacts, law: LawSet): DayJudgement[] {
  const within = (date: IsoDate) => facts.from <= date && date <= facts.to;
  const days =
    facts.presence ??
    judgePresence(
      { month: facts.month, unitKind: facts.unitKind, rows: [], from: facts.from, to: facts.to },
      law,
    );
  return days.filter((d) => d.duty && within(d.date));
}
