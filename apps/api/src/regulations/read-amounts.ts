/** Columns of keys (class, or what the table is by) and the rupiah, as people paste them or as a sheet holds them. Pure. */
import { AMOUNT_KEY_SEPARATOR, REGULATION_LIMITS, type AmountProblem, type AmountRow, type ReadAmounts } from '@ekinerja/contracts/regulations';

export interface AmountCells {
  /** From 1. */
  row: number;
  class: string;
  amount: string;
}

/** Tab between the columns, as spreadsheets copy them; else `;` or the last run of spaces. */
export function pastedCells(text: string, keys = 1): AmountCells[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '') return [];
    const columns = /\t/.test(line) ? line.split('\t') : line.includes(';') ? line.split(';') : lastColumn(line.trim());
    return [cellsOf(index + 1, columns, keys)];
  });
}

/** The first columns together are the key; a row without any of them has none. */
export function cellsOf(row: number, columns: readonly string[], keys: number): AmountCells {
  const parts = Array.from({ length: keys }, (_, at) => (columns[at] ?? '').trim());
  return { row, class: parts.includes('') ? '' : parts.join(AMOUNT_KEY_SEPARATOR), amount: (columns[keys] ?? '').trim() };
}

function lastColumn(line: string): string[] {
  const [, name, amount] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
  return name === undefined ? [line] : [name, amount ?? ''];
}

/** Words over a column of rupiah; a figure written out in words is none of them. */
const HEADING = /^[^\d]*\b(rp|rupiah|besaran|besarnya|jumlah|nilai|nominal|tpp|amount)\b[^\d]*$/i;

export function readAmounts(cells: readonly AmountCells[]): ReadAmounts {
  const rows: AmountRow[] = [];
  const problems: AmountProblem[] = [];
  const seen = new Set<string>();
  cells.forEach((cell, index) => {
    const refuse = (reason: AmountProblem['reason'], value: string) => void problems.push({ row: cell.row, reason, value: value.slice(0, 60) });
    const amount = readRupiah(cell.amount);
    if (index === 0 && HEADING.test(cell.amount)) return;
    if (cell.class === '' && cell.amount === '') return;
    if (cell.class === '') return refuse('class-missing', cell.amount);
    if (seen.has(cell.class)) return refuse('class-twice', cell.class);
    seen.add(cell.class);
    if (cell.amount === '') return refuse('amount-missing', cell.class);
    if (amount === null) return refuse('amount-unreadable', cell.amount);
    rows.push({ class: cell.class, amount });
  });
  if (rows.length > REGULATION_LIMITS.amountRows) return { rows: [], problems: [{ row: REGULATION_LIMITS.amountRows, reason: 'too-many-rows', value: String(rows.length) }] };
  if (rows.length === 0 && problems.length === 0) problems.push({ row: 1, reason: 'no-rows', value: '' });
  return { rows, problems };
}

/** `Rp2.808.000,50`, `2,808,000.50`, `2808000` → decimal text; null when it is none of these. */
export function readRupiah(text: string): string | null {
  const plain = text.replace(/^rp\.?/i, '').replace(/,-$/, '').replace(/\s/g, '');
  const whole = [/^\d{1,3}(?:\.\d{3})+$/, /^\d{1,3}(?:,\d{3}){2,}$/].some((form) => form.test(plain));
  if (whole) return plain.replace(/[.,]/g, '');
  const parts = /^(\d{1,3}(?:\.\d{3})+|\d+),(\d{1,4})$/.exec(plain) ?? /^(\d{1,3}(?:,\d{3})+|\d+)\.(\d{1,4})$/.exec(plain);
  const digits = parts ? `${parts[1]!.replace(/[.,]/g, '')}.${parts[2]!}` : /^\d+$/.test(plain) ? plain : null;
  return digits !== null && /^\d{1,12}(\.\d{1,4})?$/.test(digits) ? digits : null;
}
