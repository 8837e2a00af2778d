/** The tables of an amounts document as the screen edits them: the one by class, and those that the policy names. */
import { AMOUNT_KEYS, AMOUNT_KEY_SEPARATOR, type AmountKey, type AmountRow, type AmountTable, type RegulationNode } from '@ekinerja/contracts/regulations';

export interface EditedTable {
  /** Null: by class. */
  table: AmountTable | null;
  rows: AmountRow[];
}

export const FIGURE = /^\d{1,12}(\.\d{1,4})?$/;
export const TABLE_NAME = /^[a-z][a-z0-9-]{0,39}$/;

/** What is in force, by class first. Keys may hold dots, so they are cut off behind their table. */
export function tablesOf(nodes: readonly RegulationNode[]): EditedTable[] {
  const rowsUnder = (prefix: string): AmountRow[] =>
    nodes.flatMap(({ path, value }) => (path.startsWith(prefix) && value !== null ? [{ class: path.slice(prefix.length), amount: String(value) }] : []));
  const names = [...new Set(nodes.flatMap(({ path }) => /^tables\.([^.]+)/.exec(path)?.[1] ?? []))];
  return [
    { table: null, rows: rowsUnder('classes.') },
    ...names.map((name) => ({
      table: { name, by: nodes.flatMap(({ path, value }) => (path.startsWith(`tables.${name}.by.`) && isKey(value) ? [value] : [])) },
      rows: rowsUnder(`tables.${name}.amounts.`),
    })),
  ];
}

function isKey(value: unknown): value is AmountKey {
  return AMOUNT_KEYS.some((key) => key === value);
}

export function keysOf(table: AmountTable | null): AmountKey[] {
  return table === null ? ['class'] : table.by;
}

/** Rows that say anything, trimmed. */
export function filledRows(rows: readonly AmountRow[]): AmountRow[] {
  return rows.map((row) => ({ class: row.class.trim(), amount: row.amount.trim() })).filter((row) => row.class !== '' || row.amount !== '');
}

export function hasParts(key: string, parts: number): boolean {
  const written = key.trim().split(AMOUNT_KEY_SEPARATOR);
  return written.length === parts && written.every((part) => part.trim() !== '');
}

/** The first key that stands twice; null when none does. */
export function keyTwice(rows: readonly AmountRow[]): string | null {
  const seen = new Set<string>();
  return rows.find((row) => seen.has(row.class) || !seen.add(row.class))?.class ?? null;
}
