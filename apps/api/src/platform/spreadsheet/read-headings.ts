/** Finds columns by their headings, as applications and agencies write them. Pure. */

/** Rows searched for the headings: a title, the unit's name and the period stand above them. */
export const HEADING_ROWS = 20;

/** As people write it: case, spaces and strokes do not matter. */
export function letters(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/**
 * Where each column stands; the first of two of one meaning counts.
 * @param known heading in letters → column
 * @param own the region's saved headings by column, before the known ones
 */
export function headingsOf<C extends string>(texts: string[], known: Readonly<Record<string, C>>, own: Partial<Record<string, string[]>> = {}): Map<C, number> {
  const saved = new Map(Object.entries(own).flatMap(([column, titles]) => (titles ?? []).map((title) => [letters(title), column as C] as const)));
  const found = new Map<C, number>();
  texts.forEach((text, at) => {
    const column = saved.get(letters(text)) ?? (Object.hasOwn(known, letters(text)) ? known[letters(text)] : undefined);
    if (column && !found.has(column)) found.set(column, at);
  });
  return found;
}
