import type { IsoDate, IsoInstant } from '@ekinerja/contracts/basics';
import type { OwnDataRead } from '@ekinerja/contracts/personal-data';
import { dateOfInstant } from '../../lib/format';

/** What one reader opened on one day. */
export interface ReadDay {
  key: string;
  actorName: string | null;
  day: IsoDate;
  first: IsoInstant;
  last: IsoInstant;
  /** Each kind of data with how often, the most recent first; what was taken out stands by itself. */
  kinds: { subjectType: string; export: boolean; times: number }[];
  reasons: string[];
}

/** Reads, the latest first, as one row for each reader and day: the same screen opened ten times is told once. */
export function readDays(reads: readonly OwnDataRead[]): ReadDay[] {
  const days = new Map<string, ReadDay>();
  for (const { actorName, at, subjectType, export: out, reason } of reads) {
    const day = dateOfInstant(at);
    const key = `${day} ${actorName ?? ''}`;
    const row = days.get(key) ?? { key, actorName, day, first: at, last: at, kinds: [], reasons: [] };
    days.set(key, row);
    if (at < row.first) row.first = at;
    if (at > row.last) row.last = at;
    const kind = row.kinds.find((one) => one.subjectType === subjectType && one.export === out);
    if (kind) kind.times += 1;
    else row.kinds.push({ subjectType, export: out, times: 1 });
    if (reason !== null && !row.reasons.includes(reason)) row.reasons.push(reason);
  }
  return [...days.values()];
}
