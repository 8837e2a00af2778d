/** What an event wrote, row by row, so that it can be taken back. Pure. */

export const IMAGE_PARTS = ['service', 'assignment', 'rank', 'kind', 'absence', 'role', 'account'] as const;
export type ImagePart = (typeof IMAGE_PARTS)[number];
type Row = Record<string, unknown>;
export type ServiceImage = Record<ImagePart, { key: string; row: Row }[]>;

export interface RowChange {
  key: string;
  /** Null: the event added the row. */
  before: Row | null;
  after: Row;
}
export type EventChanges = Record<ImagePart, RowChange[]>;

/** Rows that differ. An event adds and changes; none removes. */
export function changesBetween(before: ServiceImage, after: ServiceImage): EventChanges {
  const changes = {} as EventChanges;
  for (const part of IMAGE_PARTS) {
    const former = new Map(before[part].map(({ key, row }) => [key, row]));
    changes[part] = after[part]
      .map(({ key, row }) => ({ key, before: former.get(key) ?? null, after: row }))
      .filter((change) => change.before === null || !same(change.before, change.after));
  }
  return changes;
}

/** The part in which a row no longer is as the event left it; null when all still are. Roles and accounts may have moved on. */
export function changedSince(changes: EventChanges, now: ServiceImage): ImagePart | null {
  for (const part of IMAGE_PARTS) {
    if (part === 'role' || part === 'account') continue;
    const rows = new Map(now[part].map(({ key, row }) => [key, row]));
    if (changes[part].some(({ key, after }) => !rows.has(key) || !same(rows.get(key) as Row, after))) return part;
  }
  return null;
}

/** jsonb keeps its keys in one order. */
function same(a: Row, b: Row): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
