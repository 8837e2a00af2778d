import type { IsoMonth } from '@ekinerja/contracts/basics';
import type { PayRunItem } from '@ekinerja/contracts/pay-runs';
import { addMonths } from '@ekinerja/regulations/dates';

/**
 * The month after the last regular run, as long as it is over; null when none waits. Special payments, which may come
 * before their month is over, open no month. Pure.
 */
export function monthToOpen(runs: readonly Pick<PayRunItem, 'month' | 'kind'>[], finished: IsoMonth): IsoMonth | null {
  const last = runs.flatMap(({ month, kind }) => (kind === 'regular' ? [month] : [])).sort().at(-1);
  if (last === undefined) return finished;
  return last < finished ? addMonths(last, 1) : null;
}
