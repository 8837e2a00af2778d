/** Sums of a comparison. Pure. */
import type { SimulationTotals } from '@ekinerja/contracts/pay-simulations';
import type { Effect } from './simulation-engine.js';

export const NO_EFFECT: SimulationTotals = { people: 0, gaining: 0, losing: 0, same: 0, uncalculated: 0, before: 0, after: 0, difference: 0 };

export function sumEffects(effects: readonly Effect[]): SimulationTotals {
  const sums = { ...NO_EFFECT };
  for (const { before, after } of effects) {
    sums.people += 1;
    if (before === null || after === null) {
      sums.uncalculated += 1;
      continue;
    }
    sums.before += before;
    sums.after += after;
    sums[after > before ? 'gaining' : after < before ? 'losing' : 'same'] += 1;
  }
  return { ...sums, difference: sums.after - sums.before };
}

export function addEffects(a: SimulationTotals, b: SimulationTotals): SimulationTotals {
  return Object.fromEntries(Object.entries(a).map(([key, value]) => [key, value + b[key as keyof SimulationTotals]])) as unknown as SimulationTotals;
}
