/** Why a month pays more or less than the one before: line against line, the greatest difference first. */
import type { Rupiah } from '@ekinerja/contracts/basics';
import type { SlipLine } from './allowance.js';

export interface SlipDifference {
  /** A line that stands for the pair: of this month where there is one. */
  line: SlipLine;
  before: Rupiah;
  after: Rupiah;
}

/** Lines are matched by what they are for; those that come out alike are left out. Pure. */
export function slipDifferences(before: readonly SlipLine[], after: readonly SlipLine[]): SlipDifference[] {
  const pairs = new Map<string, SlipDifference>();
  const add = (line: SlipLine, side: 'before' | 'after') => {
    if (line.amount === null) return;
    const key = `${line.section} ${line.code} ${String(line.inputs.name ?? '')}`;
    const known = pairs.get(key) ?? { line, before: 0, after: 0 };
    pairs.set(key, {
      ...known,
      line: side === 'after' ? line : known.line,
      [side]: known[side] + line.amount,
    });
  };
  for (const line of before) add(line, 'before');
  for (const line of after) add(line, 'after');
  return [...pairs.values()]
    .filter((pair) => pair.before !== pair.after)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || (a.line.code < b.line.code ? -1 : 1));
}
