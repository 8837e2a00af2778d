import type { PostPoint } from '@ekinerja/contracts/skp-cascade';

/** A row as it is sent; null while something in it is missing. A credit is written with a comma: `0,015`. */
export function readPoint(row: PostPoint): PostPoint | null {
  const credit = row.credit.trim().replace(',', '.');
  const point = { code: row.code.trim(), activity: row.activity.trim(), unit: row.unit.trim(), credit };
  return point.code !== '' && point.activity.length >= 3 && /^\d{1,5}(\.\d{1,4})?$/.test(credit) && Number(credit) > 0 ? point : null;
}

/** Rows copied from a spreadsheet: code, activity, unit and credit parted by tabs. */
export function pastedPoints(text: string): PostPoint[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .filter((cells) => cells.length >= 4 && cells[0] !== '')
    .map(([code = '', activity = '', unit = '', credit = '']) => ({ code, activity, unit, credit }));
}
