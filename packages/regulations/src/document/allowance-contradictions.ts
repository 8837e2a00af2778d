/** What the schema of an allowance policy cannot say: shares that make 100 %, bands that join, names that exist. */
import { PREDICATES, PRESENCE_STATUSES } from '@ekinerja/contracts/basics';
import type { AllowanceRules, AmountsRules } from '../document.js';
import { Fraction } from '../fraction.js';
import type { Contradiction } from './contradictions.js';

type Parts = AllowanceRules['performance'];
type Table = NonNullable<AllowanceRules['discipline'][string]>;

export function inAllowance(rules: AllowanceRules): Contradiction[] {
  return [
    ...inParts(rules, rules.performance, 'performance'),
    ...(rules.performanceFor ?? []).flatMap((g, i) => inParts(rules, g.parts, `performanceFor.${i}.parts`)),
    ...Object.entries(rules.discipline).flatMap(([name, table]) => (table ? inTable(name, table) : [])),
    ...inNames(rules),
    ...inSteps(rules),
    ...inTax(rules),
  ];
}

/** Steps pay a percent or in proportion, one of the two. */
function inSteps(rules: AllowanceRules): Contradiction[] {
  const measures = [
    ...rules.performance.map((p, i) => ({ ...p, path: `performance.${i}` })),
    ...(rules.performanceFor ?? []).flatMap((g, i) =>
      g.parts.map((p, j) => ({ ...p, path: `performanceFor.${i}.parts.${j}` })),
    ),
    ...(rules.multipliers ?? []).map(({ measure }, i) => ({
      measure,
      steps: undefined,
      path: `multipliers.${i}`,
    })),
  ];
  return measures.flatMap(({ path, measure, steps }) => {
    const own = (steps ?? []).map((step, i) => ({ step, at: `steps.${i}` }));
    const measured =
      'steps' in measure && Array.isArray(measure.steps) && measure.kind !== 'submission-date'
        ? measure.steps.map((step, i) => ({ step, at: `measure.steps.${i}` }))
        : [];
    return [...own, ...measured].flatMap(({ step, at }) =>
      (step.percent === undefined) === (step.proportional === undefined)
        ? [{ path: `${path}.${at}`, message: 'Tulis "percent" atau "proportional: true", salah satu.' }]
        : [],
    );
  });
}

function inParts(rules: AllowanceRules, parts: Parts, path: string): Contradiction[] {
  const found: Contradiction[] = [];
  const wrongSums = new Set<string>();
  for (const c of rules.criteria) {
    const touching = parts.filter((p) => (p.criteria ? p.criteria.includes(c.code) : c.flat !== true));
    const sum = Fraction.sum(touching.map((p) => Fraction.of(p.share)));
    if (touching.length && sum.compare(Fraction.of(100)) !== 0) wrongSums.add(sum.toDecimal());
  }
  if (!rules.criteria.some((c) => c.flat !== true) && !parts.some((p) => p.criteria)) {
    const sum = Fraction.sum(parts.map((p) => Fraction.of(p.share)));
    if (sum.compare(Fraction.of(100)) !== 0) wrongSums.add(sum.toDecimal());
  }
  for (const sum of wrongSums)
    found.push({ path, message: `Bobot bagian berjumlah ${sum}%, seharusnya 100%.` });
  const names = parts.map((p) => p.part);
  parts.forEach(({ part, measure, criteria }, i) => {
    if (names.indexOf(part) !== i)
      found.push({
        path: `${path}.${i}.part`,
        message: `Bagian "${part}" ditulis dua kali; beri nama lain.`,
      });
    for (const code of criteria ?? []) {
      if (!rules.criteria.some((c) => c.code === code))
        found.push({ path: `${path}.${i}.criteria`, message: `Kriteria "${code}" tidak ada.` });
    }
    if (measure.kind === 'discipline' && !rules.discipline[measure.table])
      found.push(noTable(`${path}.${i}.measure.table`, measure.table, rules));
    if (measure.kind === 'submission-date')
      measure.steps.forEach((step, j) => {
        if ((step.untilDay === undefined) === (step.untilWorkingDay === undefined))
          found.push({
            path: `${path}.${i}.measure.steps.${j}`,
            message: 'Tulis "untilDay" atau "untilWorkingDay", salah satu.',
          });
      });
    if (measure.kind === 'log-days' && measure.of === 'fixed' && measure.days === undefined)
      found.push({ path: `${path}.${i}.measure`, message: '"of: fixed" membutuhkan "days".' });
    if (measure.kind !== 'predicate') return;
    for (const p of PREDICATES) {
      if (measure.steps[p] === undefined)
        found.push({
          path: `${path}.${i}.measure.steps.${p}`,
          message: `Bayaran untuk predikat "${p}" belum ditulis.`,
        });
    }
  });
  return found;
}

function noTable(path: string, table: string, rules: AllowanceRules): Contradiction {
  return {
    path,
    message: `Tabel disiplin "${table}" tidak ada. Yang ada: ${Object.keys(rules.discipline).join(', ')}.`,
  };
}

function inTable(name: string, table: Table): Contradiction[] {
  const found: Contradiction[] = [];
  const { permitted } = table;
  if (permitted && permitted.percent === undefined && !permitted.late && !permitted.early)
    found.push({
      path: `discipline.${name}.permitted`,
      message: 'Tulis "percent" (dari potongan biasa), atau rentang "late" dan "early" sendiri.',
    });
  const bandLists = [
    { at: 'late', bands: table.late },
    { at: 'early', bands: table.early },
    { at: 'permitted.late', bands: permitted?.late ?? [] },
    { at: 'permitted.early', bands: permitted?.early ?? [] },
  ];
  for (const { at, bands } of bandLists) {
    bands.forEach((band, i) => {
      const next = bands[i + 1];
      const joins = next ? band.to === next.from : band.to === undefined;
      if (!joins || (band.to !== undefined && band.to <= band.from)) {
        found.push({
          path: `discipline.${name}.${at}.${i}`,
          message: `Rentang ${band.code} harus bersambung: "to" (tidak termasuk) sama dengan "from" berikutnya, dan rentang terakhir tanpa "to".`,
        });
      }
    });
  }
  for (const side of ['checkIn', 'checkOut'] as const) {
    (table.clock?.[side] ?? []).forEach((w, i) => {
      if (w.to <= w.from)
        found.push({
          path: `discipline.${name}.clock.${side}.${i}`,
          message: `Jendela ${w.code}: "to" harus sesudah "from".`,
        });
    });
  }
  const { accumulated, unit } = table;
  if (accumulated && (accumulated.percent === undefined) === (accumulated.absentDays === undefined))
    found.push({
      path: `discipline.${name}.accumulated`,
      message: 'Tulis "percent" atau "absentDays: true", salah satu.',
    });
  const { weekly } = table;
  if (weekly && (weekly.steps === undefined) === (weekly.minutes === undefined || weekly.percent === undefined))
    found.push({
      path: `discipline.${name}.weekly`,
      message: 'Tulis "steps", atau "minutes" bersama "percent", salah satu.',
    });
  for (const key of unit === 'rupiah' ? (['dayRate', 'minuteRate', 'ratio', 'eventRatio', 'pointsDivisor'] as const) : [])
    if (table[key] !== undefined)
      found.push({
        path: `discipline.${name}.${key}`,
        message: `"${key}" adalah persen; tidak dapat bersama "unit: rupiah". Pindahkan ke tabel disiplin lain.`,
      });
  // `statuses: {}`: none of them is cut.
  for (const status of Object.keys(table.statuses).length ? PRESENCE_STATUSES : []) {
    if (status !== 'present' && status !== 'absent' && table.statuses[status] === undefined) {
      found.push({
        path: `discipline.${name}.statuses.${status}`,
        message: `Potongan bagi keterangan "${status}" belum ditulis (0 bila dianggap hadir).`,
      });
    }
  }
  return found;
}

/** Parts and criteria that a base names must exist; so must the table of a cut. */
function inNames(rules: AllowanceRules): Contradiction[] {
  const found: Contradiction[] = [];
  const parts = new Set(
    [rules.performance, ...(rules.performanceFor ?? []).map((g) => g.parts)].flat().map((p) => p.part),
  );
  const criteria = new Set(rules.criteria.map((c) => c.code));
  const check = (path: string, basis: { parts?: string[]; criteria?: string[] } | undefined) => {
    for (const part of basis?.parts ?? [])
      if (!parts.has(part))
        found.push({ path, message: `Bagian "${part}" tidak ada. Yang ada: ${[...parts].join(', ')}.` });
    for (const code of basis?.criteria ?? [])
      if (!criteria.has(code))
        found.push({ path, message: `Kriteria "${code}" tidak ada. Yang ada: ${[...criteria].join(', ')}.` });
  };
  rules.cuts?.forEach((cut, i) => {
    check(`cuts.${i}`, cut);
    if (!rules.discipline[cut.table]) found.push(noTable(`cuts.${i}.table`, cut.table, rules));
  });
  rules.multipliers?.forEach((rule, i) => {
    check(`multipliers.${i}`, rule);
    if (rule.measure.kind === 'discipline')
      found.push({
        path: `multipliers.${i}.measure`,
        message: 'Potongan disiplin ditulis di "cuts", bukan di "multipliers".',
      });
  });
  rules.leave?.forEach((rule, i) => {
    check(`leave.${i}`, rule);
    if (
      rule.method.kind === 'days' &&
      (rule.method.percent === undefined) === (rule.method.dayRate === undefined)
    )
      found.push({ path: `leave.${i}.method`, message: 'Tulis "percent" atau "dayRate", salah satu.' });
  });
  (rules.highestOnly?.criteria ?? []).forEach((codes, i) => check(`highestOnly.criteria.${i}`, { criteria: codes }));
  (rules.highestOnly?.additions ?? []).forEach((codes, i) => {
    const known = Object.keys(rules.additions ?? {});
    for (const code of codes.filter((c) => !known.includes(c)))
      found.push({
        path: `highestOnly.additions.${i}`,
        message: `Tambahan "${code}" tidak ada. Yang ada: ${known.join(', ')}.`,
      });
  });
  rules.factors?.forEach((f, i) => check(`factors.${i}`, f.criteria ? { criteria: f.criteria } : {}));
  for (const [level, rule] of Object.entries(rules.punishments?.levels ?? {}))
    check(`punishments.levels.${level}`, rule);
  for (const [code, rule] of Object.entries(rules.compliance ?? {})) {
    check(`compliance.${code}`, rule);
    if (rule?.counts !== undefined && rule.per !== 'time')
      found.push({ path: `compliance.${code}.counts`, message: '"counts" dipotong per kali: tulis juga "per: time".' });
    if (rule && rule.percent === undefined && rule.steps === undefined && rule.hold !== true)
      found.push({
        path: `compliance.${code}`,
        message: 'Tulis "percent" atau "steps", atau "hold: true", atau salah satunya bersama "hold: true".',
      });
    for (const key of rule && rule.hold !== true ? (['holdPercent', 'lapse'] as const) : [])
      if (rule?.[key] !== undefined)
        found.push({ path: `compliance.${code}.${key}`, message: `"${key}" hanya bersama "hold: true".` });
    if (rule?.percent !== undefined && rule.steps !== undefined)
      found.push({ path: `compliance.${code}.steps`, message: 'Tulis "percent" atau "steps", salah satu.' });
  }
  for (const [code, rule] of Object.entries(rules.runs ?? {}))
    check(`runs.${code}`, rule?.criteria ? { criteria: rule.criteria } : {});
  for (const [code, rule] of Object.entries(rules.profession ?? {}))
    if (rule?.percent !== undefined && rule.then !== 'difference')
      found.push({ path: `profession.${code}.percent`, message: '"percent" hanya bersama "then: difference".' });
  for (const [code, rule] of Object.entries(rules.profession ?? {}))
    check(`profession.${code}`, rule?.criteria ? { criteria: rule.criteria } : {});
  return found;
}

function inTax({ tax, taxTables }: AllowanceRules): Contradiction[] {
  if ((tax?.method === 'ter' || tax?.method === 'annualised') && !taxTables)
    return [
      {
        path: 'tax',
        message: 'Metode "ter" membutuhkan "taxTables"; warisi dokumen nasional (`extends: nasional`).',
      },
    ];
  const found: Contradiction[] = [];
  const ascending = (path: string, rates: readonly { upTo?: number }[]) =>
    rates.forEach((rate, i) => {
      const next = rates[i + 1];
      const rises = next
        ? rate.upTo !== undefined && rate.upTo < (next.upTo ?? Infinity)
        : rate.upTo === undefined;
      if (!rises)
        found.push({ path: `${path}.${i}`, message: '"upTo" harus naik, dan tarif terakhir tanpa "upTo".' });
    });
  for (const [category, rates] of Object.entries(taxTables?.monthly ?? {}))
    ascending(`taxTables.monthly.${category}`, rates ?? []);
  ascending('taxTables.progressive', taxTables?.progressive ?? []);
  return found;
}

export function inAmounts({ tables }: AmountsRules): Contradiction[] {
  return Object.entries(tables ?? {}).flatMap(([name, table]) =>
    Object.keys(table?.amounts ?? {}).flatMap((key) =>
      key.split(' | ').length === table?.by.length
        ? []
        : [
            {
              path: `tables.${name}.amounts.${key}`,
              message: `Kunci "${key}" seharusnya terdiri dari ${table?.by.length} bagian dipisah " | ": ${table?.by.join(' | ')}.`,
            },
          ],
    ),
  );
}
