/** What an update of staffing data must say. Pure. */
import type { IsoDate } from '@ekinerja/contracts/basics';
import type { FieldProblem } from '@ekinerja/contracts/errors';
import type { StaffingChange, StaffingData, UpdatableField } from '@ekinerja/contracts/staffing-records';
import { isIsoDate } from '@ekinerja/regulations/dates';

const DAYS: readonly UpdatableField[] = ['birthDate', 'rankSince'];
const NEVER_EMPTY: readonly UpdatableField[] = ['name', 'birthDate', 'sex', 'rank', 'rankSince'];

export function problemsOfChanges(changes: readonly StaffingChange[], held: StaffingData, today: IsoDate): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const seen = new Set<UpdatableField>();
  for (const [index, { field, value }] of changes.entries()) {
    const refuse = (rule: string) => problems.push({ field: `changes.${index}.value`, rule });
    const text = value?.trim() || null;
    if (seen.has(field)) problems.push({ field: `changes.${index}.field`, rule: 'twice' });
    seen.add(field);
    if (text === null) {
      if (NEVER_EMPTY.includes(field)) refuse('required');
    } else if (DAYS.includes(field)) {
      if (!isIsoDate(text)) refuse('isDay');
      else if (text > today) refuse('notFuture');
    } else if (field === 'sex' && text !== 'male' && text !== 'female') refuse('isIn');
    else if (field === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) refuse('isEmail');
    if (text === held[field] && !problems.some(({ field: named }) => named === `changes.${index}.value`)) refuse('unchanged');
  }
  return problems;
}
