/** One cell as the file holds it: text, a real number, or a date that the spreadsheet knew to be one. */
export type RawCell = { kind: 'empty' } | { kind: 'text'; text: string } | { kind: 'number'; value: number } | { kind: 'date'; value: Date };

export const EMPTY: RawCell = { kind: 'empty' };

export function textCell(text: string): RawCell {
  return text.trim() === '' ? EMPTY : { kind: 'text', text };
}

/** The cell as a person would read it, for a problem's `value`. */
export function shown(cell: RawCell | undefined): string {
  if (!cell || cell.kind === 'empty') return '';
  if (cell.kind === 'text') return cell.text.slice(0, 60);
  return cell.kind === 'number' ? String(cell.value) : cell.value.toISOString().replace('T', ' ').slice(0, 16);
}
