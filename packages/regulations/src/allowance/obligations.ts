/** Discipline punishments (dimension 9), compliance cuts and holds (10), profession top-up (13). */
import { compactCite } from '../citation.js';
import { firstDay, lastDay, monthOf } from '../dates.js';
import type { Basis } from '../document/allowance/who-schema.js';
import { Fraction } from '../fraction.js';
import type { LawSet } from '../law.js';
import type { AllowanceFacts, ComplianceFact, PunishmentFact } from './facts.js';
import { judgedDays } from './days.js';
import { monthsBetween } from './leave.js';
import type { Ledger } from './ledger.js';
import { isFor } from './who.js';

const HUNDRED = Fraction.of(100);

/** Percent of a base, rounded where the policy rounds each cut. */
export function percentOf(ledger: Ledger, basis: Basis, percent: Fraction, law: LawSet): Fraction {
  const amount = ledger.amountOf(basis).mul(percent).div(HUNDRED);
  const step = law.allowance.rules.rounding.on?.cut;
  return step ? Fraction.ratio(amount.round(step.mode, step.unit), 1n) : amount;
}

/** @returns facts whose level the policy does not know */
export function takePunishments(ledger: Ledger, facts: AllowanceFacts, law: LawSet): PunishmentFact[] {
  const rules = law.allowance.rules.punishments;
  const unknown: PunishmentFact[] = [];
  const active = [...(facts.punishments ?? [])]
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.level < b.level ? -1 : 1))
    .flatMap((fact) => {
      const level = rules?.levels[fact.level];
      if (!rules || !level) {
        unknown.push(fact);
        return [];
      }
      const nth = monthsBetween(monthOf(fact.from), facts.month) + (rules.starts === 'same-month' ? 1 : 0);
      const until = level.months ?? (fact.to ? monthsBetween(monthOf(fact.from), monthOf(fact.to)) + 1 : 1);
      return nth >= 1 && nth <= until ? [{ fact, level, nth, until }] : [];
    });
  const heaviest = active.toSorted((a, b) =>
    Fraction.of(b.level.percent).compare(Fraction.of(a.level.percent)),
  );
  for (const { fact, level, nth, until } of rules?.overlap === 'highest' ? heaviest.slice(0, 1) : active) {
    const exact = percentOf(ledger, level, Fraction.of(level.percent), law);
    ledger.take(
      {
        code: 'punishment',
        inputs: { name: level.name, pct: level.percent, nth, of: until },
        exact,
        cite: compactCite(law.allowance.cite(`punishments.levels.${fact.level}`)),
      },
      level,
    );
  }
  return unknown;
}

/** A reason for which payment is held; without a percent the whole of it. */
export interface Held {
  name: string;
  cite: string;
  percent?: string;
}

/** @returns facts without a rule, and the duties for which payment is held */
export function takeCompliance(
  ledger: Ledger,
  facts: AllowanceFacts,
  law: LawSet,
): { unknown: ComplianceFact[]; held: Held[] } {
  const rules = law.allowance.rules.compliance ?? {};
  const unknown: ComplianceFact[] = [];
  const held: Held[] = [];
  for (const fact of [...(facts.compliance ?? []), ...countedDuties(facts, law)].sort((a, b) =>
    a.code < b.code ? -1 : a.code > b.code ? 1 : 0,
  )) {
    const rule = rules[fact.code];
    if (!rule) {
      unknown.push(fact);
      continue;
    }
    const open =
      (fact.from ?? '') <= lastDay(facts.month) && (fact.to ?? '9999-12-31') >= firstDay(facts.month);
    const inForce =
      (rule.from ?? '') <= lastDay(facts.month) && (rule.to ?? '9999-12-31') >= firstDay(facts.month);
    if (!open || !inForce || !isFor(rule.who, facts)) continue;
    const cite = compactCite(law.allowance.cite(`compliance.${fact.code}`));
    if (rule.hold && !held.some((h) => h.name === rule.name))
      held.push({ name: rule.name, cite, ...(rule.holdPercent === undefined ? {} : { percent: rule.holdPercent }) });
    const nth = monthsBetween(monthOf(fact.from ?? firstDay(facts.month)), facts.month) + 1;
    const pct =
      rule.percent ?? rule.steps?.toSorted((a, b) => b.month - a.month).find((s) => nth >= s.month)?.percent;
    if (pct === undefined) continue;
    const times = rule.per === 'time' ? (fact.times ?? 1) : 1;
    let percent = Fraction.of(pct).mul(Fraction.of(times));
    if (rule.maximum !== undefined) percent = percent.min(Fraction.of(rule.maximum));
    ledger.take(
      {
        code: 'compliance',
        inputs: {
          name: rule.name,
          n: times,
          pct,
          ...(rule.steps ? { nth } : {}),
          ...(rule.maximum ? { max: rule.maximum } : {}),
        },
        exact: percentOf(ledger, rule, percent, law),
        cite,
      },
      rule,
    );
  }
  return { unknown, held };
}

/** Duties that the law counts by itself, unless a fact of the code says how often: days present without an entry. */
function countedDuties(facts: AllowanceFacts, law: LawSet): ComplianceFact[] {
  const told = new Set((facts.compliance ?? []).map(({ code }) => code));
  return Object.entries(law.allowance.rules.compliance ?? {}).flatMap(([code, rule]): ComplianceFact[] => {
    if (rule?.counts === undefined || told.has(code) || facts.presence === null) return [];
    const present = judgedDays(facts, law).filter((d) => !d.absent && d.status === 'present').length;
    const times = present - facts.activities.daysWithEntry;
    return times > 0 ? [{ code, times }] : [];
  });
}

/** Professional allowance beside the TPP: nothing is paid, or only the difference. */
export function takeProfession(
  ledger: Ledger,
  facts: AllowanceFacts,
  weight: Fraction,
  law: LawSet,
): { code: string }[] {
  const rules = law.allowance.rules.profession ?? {};
  const unknown: { code: string }[] = [];
  for (const fact of [...(facts.profession ?? [])].sort((a, b) => (a.code < b.code ? -1 : 1))) {
    const rule = rules[fact.code];
    if (!rule) {
      unknown.push(fact);
      continue;
    }
    const basis: Basis = { of: 'realised', ...(rule.criteria ? { criteria: rule.criteria } : {}) };
    const paid = ledger.amountOf(basis);
    const allowance = Fraction.of(fact.amount).mul(Fraction.percent(rule.percent ?? '100')).mul(weight);
    const left =
      rule.then === 'exclude'
        ? Fraction.zero
        : ledger
            .amountOf({ ...basis, of: rule.compare ?? 'realised' })
            .sub(allowance)
            .max(Fraction.zero)
            .min(paid);
    ledger.take(
      {
        code: `profession-${rule.then}`,
        inputs: { name: rule.name, amount: fact.amount, ...(rule.percent === undefined ? {} : { pct: rule.percent }) },
        exact: paid.sub(left),
        cite: compactCite(law.allowance.cite(`profession.${fact.code}`)),
      },
      basis,
    );
  }
  return unknown;
}
