/** What a schema cannot say: shares that must make 100 %, bands that must join, names that must exist. */
import { PREDICATES, RATINGS, type DocumentKind } from '@ekinerja/contracts/basics';
import type { AllowanceRules, AmountsRules, CalendarRules, PerformanceRules } from '../document.js';
import { rhythmFits } from '../documentation.js';
import { Fraction } from '../fraction.js';
import { inAllowance, inAmounts } from './allowance-contradictions.js';

export interface Contradiction {
  path: string;
  message: string;
}

/** @param rules the resolved rules of that kind, complete */
export function contradictions(kind: DocumentKind, rules: unknown): Contradiction[] {
  switch (kind) {
    case 'performance':
      return inPerformance(rules as PerformanceRules);
    case 'allowance':
      return inAllowance(rules as AllowanceRules);
    case 'calendar':
      return inCalendar(rules as CalendarRules);
    case 'amounts':
      return inAmounts(rules as AmountsRules);
  }
}

function inPerformance({ activities, evaluation }: PerformanceRules): Contradiction[] {
  const found: Contradiction[] = [];
  // TL 14(4): the documentation period is matched to the evaluation period.
  if (activities.rhythm && !rhythmFits(activities.rhythm, evaluation.period)) {
    found.push({
      path: 'activities.rhythm',
      message: `Periode pendokumentasian "${activities.rhythm}" lebih panjang daripada periode evaluasi "${evaluation.period}"; pada waktu evaluasi belum ada catatannya.`,
    });
  }
  if (evaluation[evaluation.method] === undefined) {
    found.push({
      path: `evaluation.${evaluation.method}`,
      message: `Metode "${evaluation.method}" dipilih, tetapi bagian "${evaluation.method}" belum ditulis.`,
    });
  }
  for (const work of evaluation.quadrant ? RATINGS : []) {
    for (const behaviour of RATINGS) {
      if (evaluation.quadrant?.[work]?.[behaviour] === undefined) {
        found.push({
          path: `evaluation.quadrant.${work}.${behaviour}`,
          message: `Kuadran hasil kerja "${work}", perilaku "${behaviour}" belum diisi.`,
        });
      }
    }
  }
  if (evaluation.weighted) found.push(...inWeights(evaluation.weighted));
  for (const p of PREDICATES) {
    if (evaluation.labels[p] === undefined)
      found.push({ path: `evaluation.labels.${p}`, message: `Sebutan predikat "${p}" belum ditulis.` });
  }
  return found;
}

function inWeights({
  work,
  behaviour,
  bands,
}: NonNullable<PerformanceRules['evaluation']['weighted']>): Contradiction[] {
  const found: Contradiction[] = [];
  const sum = Fraction.of(work).add(Fraction.of(behaviour));
  if (sum.compare(Fraction.of(100)) !== 0) {
    found.push({
      path: 'evaluation.weighted.work',
      message: `Bobot SKP ${work}% dan perilaku ${behaviour}% berjumlah ${sum.toDecimal()}%, seharusnya 100%.`,
    });
  }
  if (!bands.some((b) => Fraction.of(b.from).isZero() && !b.newIdea)) {
    found.push({
      path: 'evaluation.weighted.bands',
      message: 'Rentang predikat harus mulai dari nilai 0, tanpa syarat ide baru.',
    });
  }
  return found;
}

function inCalendar(rules: CalendarRules): Contradiction[] {
  const found: Contradiction[] = [];
  const known = Object.keys(rules.patterns);
  const named = [
    ['ordinaryPattern', rules.ordinaryPattern] as const,
    ...Object.entries(rules.unitPatterns ?? {}).map(
      ([unit, pattern]) => [`unitPatterns.${unit}`, pattern ?? ''] as const,
    ),
  ];
  for (const [path, pattern] of named) {
    if (!known.includes(pattern))
      found.push({ path, message: `Pola "${pattern}" tidak ada. Yang ada: ${known.join(', ')}.` });
  }
  for (const [name, pattern] of Object.entries(rules.patterns)) {
    for (const week of ['week', 'ramadan'] as const) {
      for (const [day, hours] of Object.entries(pattern?.[week] ?? {})) {
        if (hours && hours.end <= hours.start)
          found.push({
            path: `patterns.${name}.${week}.${day}`,
            message: 'Jam pulang harus sesudah jam masuk.',
          });
      }
    }
  }
  for (const [year, { ramadan, holidays } = { holidays: {} }] of Object.entries(rules.years)) {
    if (ramadan && ramadan.to < ramadan.from)
      found.push({ path: `years.${year}.ramadan`, message: 'Ramadan: "to" sebelum "from".' });
    for (const day of Object.keys(holidays)) {
      if (!day.startsWith(`${year}-`))
        found.push({
          path: `years.${year}.holidays.${day}`,
          message: `Hari libur ${day} ditulis di bawah tahun ${year}.`,
        });
    }
  }
  return found;
}
