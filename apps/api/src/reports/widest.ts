/** The widest texts of a column, for the template to measure instead of every cell: alike but for their digits, which are equally wide. */
const LONGEST = 8;

export function widest(cells: readonly string[]): string[] {
  const shapes = new Set(cells.map((cell) => cell.replaceAll(/\d/g, '0')));
  return [...shapes].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, LONGEST);
}
