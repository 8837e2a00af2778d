/** What a month pays at least and at most, whatever performance and discipline took. */
import { compactCite } from '../citation.js';
import { Fraction } from '../fraction.js';
import type { LawSet } from '../law.js';
import type { Ledger } from './ledger.js';
import type { AllowanceFacts } from './facts.js';
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
  if (raised.compare(ledger.paid) > 0)
    // Negative: gives back. Spread over the full amounts, so that also what fell to nothing is paid again.
    ledger.take({ code: 'limit-least', inputs: {}, exact: ledger.paid.sub(raised), cite });
  if (rule.maximum === undefined) return;
  const over = ledger.paid.sub(Fraction.of(rule.maximum).mul(weight));
  if (over.compare(Fraction.zero) > 0)
    ledger.take({ code: 'limit-most', inputs: { max: rule.maximum }, exact: over, cite }, { of: 'realised' });
}
