/** What a cut is for, by the code of its line: the columns of every pay paper rest on this. */
import type { PartCut } from './parts.js';

/** Every code that a discipline table cuts by; a table can make no other, the type of its cuts says so. */
const DISCIPLINE_CODES = [
  'late', 'early', 'late-permitted', 'early-permitted',
  'no-check-in', 'no-check-out', 'no-check-in-permitted', 'no-check-out-permitted', 'day-maximum',
  'accumulated', 'accumulated-step', 'occurrence-step', 'minute-rate', 'week-step', 'week-minutes',
  'absent', 'absent-waived', 'absent-missing', 'absent-step', 'absent-rate', 'special-date', 'consecutive',
  'excused', 'presence-ratio', 'minute-ratio', 'presence-step', 'event', 'event-ratio', 'discipline-cap', 'discipline-steps',
] as const;
export type DisciplineCode = (typeof DISCIPLINE_CODES)[number];
export type DisciplineCut = PartCut & { code: DisciplineCode };

export type CutKind = 'discipline' | 'performance' | 'leave' | 'punishment' | 'compliance' | 'held' | 'other';

const DISCIPLINE: ReadonlySet<string> = new Set(DISCIPLINE_CODES);
const NAMED: Readonly<Record<string, CutKind>> = {
  punishment: 'punishment',
  compliance: 'compliance',
  hold: 'held',
  'profession-exclude': 'other',
  'profession-difference': 'other',
  'limit-least': 'other',
  'limit-most': 'other',
  floor: 'other',
  rounding: 'other',
};

/** Which column a line of the section `cut` stands in: what no rule below the parts took was lost by a measured part. */
export function cutKind(code: string): CutKind {
  if (DISCIPLINE.has(code)) return 'discipline';
  if (code.startsWith('leave-')) return 'leave';
  return NAMED[code] ?? 'performance';
}
