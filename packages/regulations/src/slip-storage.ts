/**
 * The stored form of slip lines: rows instead of objects, each citation written once. A frozen slip must stay under
 * 2 kB (toolchain.md 10b: wide slips make the month's close many times slower).
 */
import type { SlipLine } from './allowance.js';

type Row = [
  section: string,
  code: string,
  inputs: SlipLine['inputs'],
  amount: number | null,
  cite: number,
  result?: string,
];

export interface PackedLines {
  /** Citations, in order of first use. */
  c: string[];
  /** Lines in printing order; the section as its first letter. */
  l: Row[];
}

const SECTIONS = ['gross', 'cut', 'deduction', 'adjustment', 'info'] as const;

/** Lines to their stored form; deterministic. */
export function packLines(lines: readonly SlipLine[]): PackedLines {
  const c: string[] = [];
  const l = lines.map((line): Row => {
    let cite = c.indexOf(line.cite);
    if (cite < 0) cite = c.push(line.cite) - 1;
    const row: Row = [line.section.charAt(0), line.code, line.inputs, line.amount, cite];
    if (line.result !== undefined) row.push(line.result);
    return row;
  });
  return { c, l };
}

/** The reverse of `packLines`. Throws RangeError on a section letter or citation that is not there. */
export function unpackLines(packed: PackedLines): SlipLine[] {
  return packed.l.map(([letter, code, inputs, amount, citeIndex, result]) => {
    const section = SECTIONS.find((s) => s.charAt(0) === letter);
    const cite = packed.c[citeIndex];
    if (section === undefined || cite === undefined)
      throw new RangeError(`Baris slip rusak: ${letter} ${citeIndex}`);
    return { section, code, inputs, amount, ...(result === undefined ? {} : { result }), cite };
  });
}
