/** How long what is kept (UU 27/2022): periods of the regulation in force, defaults where it is silent. */
import type { IsoDate } from '@ekinerja/contracts/basics';
import { RETENTION_KINDS, type RetentionKind, type RetentionPeriod } from '@ekinerja/contracts/personal-data';
import type { LawSet } from './law.js';

const DEFAULT_YEARS: Record<RetentionKind, number> = { auditValues: 10, readLog: 5, sessions: 1, formerEmployees: 5 };

/** Years, and the day before which things are removed. */
export function retentionPeriods(law: LawSet, today: IsoDate): RetentionPeriod[] {
  const written = law.performance.rules.retention;
  return RETENTION_KINDS.map((kind) => {
    const years = written?.[kind] ?? DEFAULT_YEARS[kind];
    return { kind, years, cite: written?.[kind] === undefined ? null : law.performance.cite(`retention.${kind}`), before: yearsBefore(today, years) };
  });
}

/** The same day that many years ago; 29 February becomes the 28th. */
function yearsBefore(day: IsoDate, years: number): IsoDate {
  const year = String(Number(day.slice(0, 4)) - years).padStart(4, '0');
  return day.endsWith('-02-29') ? `${year}-02-28` : `${year}${day.slice(4)}`;
}
