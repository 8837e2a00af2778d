/** The period that a report of the national application says above its headings. Pure. */
import type { EvaluationKind } from '@ekinerja/contracts/evaluations';
import { readMonth } from '../platform/spreadsheet/read-cells.js';

export interface TitledPeriod {
  kind: EvaluationKind;
  /** `01` … `12` */
  lastMonth: string;
  /** Where the title says none, a column does. */
  year: string | null;
}
const QUARTERS = ['i', 'ii', 'iii', 'iv'];

/** `Periode : Bulanan 5`, `… Periode Bulanan Mei Tahun 2026`, `Triwulan II`, `Tahunan`. */
export function periodOf(lines: string[]): TitledPeriod | null {
  const text = lines.join(' · ');
  const year = /\btahun\s*:?\s*(20\d\d)\b/i.exec(text)?.[1] ?? null;
  const monthly = /\bbulanan\s*:?\s*(\d{1,2}|[a-z]+)/i.exec(text)?.[1];
  const quarter = /\btriwulan\s*:?\s*(\d|[iv]+)\b/i.exec(text)?.[1]?.toLowerCase();
  const half = /\bsemester\s*:?\s*(1|2|i{1,2})\b/i.exec(text)?.[1]?.toLowerCase();
  const last = monthly ? monthOf(monthly) : quarter ? 3 * (Number(quarter) || QUARTERS.indexOf(quarter) + 1) : half ? 6 * (Number(half) || half.length) : null;
  if (last !== null && last >= 1 && last <= 12) return { kind: 'periodic', lastMonth: String(last).padStart(2, '0'), year };
  return /\btahunan\b/i.test(text) ? { kind: 'annual', lastMonth: '12', year } : null;
}

function monthOf(word: string): number {
  const named = readMonth({ kind: 'text', text: `${word} 2000` });
  return Number(word) || ('value' in named ? Number(named.value.slice(5)) : 0);
}
