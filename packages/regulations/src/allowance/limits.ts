/** What a month pays at least and at most, whatever performance and discipline took. */
import { compactCite } from '../citation.js';
import { Fraction } from '../fraction.js';
import type { LawSet } from '../law.js';
import type { Ledger } from './ledger.js';
import type { AllowanceFacts } from './facts.js';
import { byLargestRemainder } from './rounding.js';
import { isFor } from './who.js';

/** The first limit that fits the person; rupiah bounds follow the share of the month. */
export function takeLimits(ledger: Ledger, facts: AllowanceFacts, weight: Fraction, law: LawSet): void {
  const { limits } = law.allowance.rules;
  const index = limits?.findIndex((l) => isFor(l.who, facts)) ?? -1;
  const rule = limits?.[index];
  if (!rule) return;
  const least = [
    ...(rule.cuts === undefined ? [] : [ledger.full.mul(Fraction.one.sub(Fraction.percent(rule.cuts)))]),
    ...(rule.minimum === undefined ? [] : [Fraction.of(rule.minimum).mul(weight)]),
  ].map((amount) => amount.min(ledger.full));
  const cite = compactCite(law.allowance.cite(`limits.${index}`));
  const raised = least.reduce((most, amount) => most.max(amount), ledger.paid);
  if (raised.compare(ledger.paid) > 0) {
    ledger.giveBack({ code: 'limit-least', inputs: {}, exact: ledger.paid.sub(raised), cite });
    standOnUnits(ledger, law);
  }
  if (rule.maximum === undefined) return;
  const over = ledger.paid.sub(Fraction.of(rule.maximum).mul(weight));
  if (over.compare(Fraction.zero) <= 0) return;
  ledger.take({ code: 'limit-most', inputs: { max: rule.maximum }, exact: over, cite }, { of: 'realised' });
  standOnUnits(ledger, law);
}

/** A bound is a bound to the rupiah: rounding each part or criterion by itself must not carry their sum past it. */
function standOnUnits(ledger: Ledger, law: LawSet): void {
  const { stage, remainder, mode, unit } = law.allowance.rules.rounding;
  if (remainder !== undefined || (stage !== 'part' && stage !== 'criterion')) return;
  const paid = ledger.cells.map((c) => c.paid);
  const amounts = byLargestRemainder(paid, Fraction.sum(paid).round(mode, unit), BigInt(unit));
  ledger.cells.forEach((cell, i) => (cell.paid = Fraction.ratio(amounts[i] ?? 0n, 1n)));
}
