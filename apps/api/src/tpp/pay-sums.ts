/** Sums, counts and the fingerprint of a unit's results, gathered batch by batch. */
import { createHash } from 'node:crypto';
import type { BlockerKind, PayRunPerson, PayTotals } from '@ekinerja/contracts/pay-runs';
import { canonicalJson } from '../platform/canonical-json.js';
import type { PersonResult, SlipResult } from './pay-calculation.js';

export const NO_TOTALS: PayTotals = { employees: 0, gross: 0, cuts: 0, deductions: 0, adjustments: 0, net: 0 };

export function addTotals(a: PayTotals, b: PayTotals): PayTotals {
  return {
    employees: a.employees + b.employees,
    gross: a.gross + b.gross,
    cuts: a.cuts + b.cuts,
    deductions: a.deductions + b.deductions,
    adjustments: a.adjustments + b.adjustments,
    net: a.net + b.net,
  };
}

export class PaySums {
  totals: PayTotals = NO_TOTALS;
  blockers = 0;
  readonly blockersByKind = new Map<BlockerKind, number>();
  private readonly fingerprint = createHash('sha256');

  add(results: readonly SlipResult[]): void {
    for (const result of results) {
      if (result.decision) this.totals = addTotals(this.totals, { employees: 1, ...result.decision.sections });
      for (const { kind, waived } of result.blockers) {
        if (waived) continue;
        this.blockers += 1;
        this.blockersByKind.set(kind, (this.blockersByKind.get(kind) ?? 0) + 1);
      }
      const { employmentId } = result.person;
      this.fingerprint.update(`${employmentId} ${result.contentHash ?? canonicalJson(result.exclusion ?? result.blockers)}\n`);
    }
  }

  /** Changes with any fact, person or rule that the results rest on. */
  get hash(): string {
    return this.fingerprint.copy().digest('hex');
  }
}

/** The person as the unit's list shows them. */
export function personView(result: PersonResult): PayRunPerson {
  const { person, post } = result;
  return {
    employmentId: person.employmentId,
    name: person.name,
    nip: post.nip,
    kind: person.kind,
    postName: post.postName,
    class: post.class,
    included: result.exclusion === null,
    exclusion: result.exclusion,
    blockers: result.blockers,
    totals: result.decision ? result.decision.sections : null,
    payslipId: null,
  };
}
