// Medians, ratios and the one table.
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The order of a round, turned by one each time, so that nobody always runs first or on warm caches. */
export function turned(items, by) {
  const start = by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

/** Ratios within each round: what slowed the machine down for a while slowed both sides. */
export function ratios(above, below) {
  const each = above.map((value, round) => value / below[round]);
  return { median: median(each), min: Math.min(...each), max: Math.max(...each) };
}

/**
 * @param rows { measure, a, b, ratio: {median,min,max} | null, control: number | null, aim: text, met: boolean | null }
 */
export function printTable(rows, print = console.log) {
  const head = ['measure', 'A', 'B', 'A/B median (min–max)', 'A/A', 'aim', 'met'];
  const cells = rows.map((row) => [
    row.measure,
    row.a ?? '',
    row.b ?? '',
    row.ratio ? `${figure(row.ratio.median)} (${figure(row.ratio.min)}–${figure(row.ratio.max)})` : '',
    row.control == null ? '' : figure(row.control),
    row.aim ?? '',
    row.met == null ? '' : row.met ? 'yes' : 'NO',
  ]);
  const widths = head.map((title, column) =>
    Math.max(title.length, ...cells.map((line) => line[column].length)),
  );
  const line = (texts) => `| ${texts.map((text, column) => text.padEnd(widths[column])).join(' | ')} |`;
  print(line(head));
  print(`|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`);
  for (const row of cells) print(line(row));
}

export function figure(value) {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}

export function milliseconds(value) {
  return value >= 10_000 ? `${(value / 1000).toFixed(1)} s` : `${value.toFixed(0)} ms`;
}
