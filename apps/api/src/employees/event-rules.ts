/** What an event must say, by its kind. Pure: the facts of the person are checked where they are changed. */
import { EVENTS_OF_LEAVING, EVENTS_WITH_POST, type EmploymentEventInput } from '@ekinerja/contracts/employment-events';
import type { FieldProblem } from '@ekinerja/contracts/errors';

export function missingFields(event: EmploymentEventInput): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const need = (field: keyof EmploymentEventInput, rule = 'required') => problems.push({ field, rule });
  if (event.postId === null && EVENTS_WITH_POST.includes(event.kind) && event.kind !== 'return') need('postId');
  if (event.kind === 'promotion' && event.rank === null) need('rank');
  if (event.kind === 'contract' && event.until === null) need('until');
  if (event.until !== null && event.until < event.effectiveOn) need('until', 'endBeforeStart');
  if (event.spmtOn !== null && event.spmtOn < event.effectiveOn) need('spmtOn', 'endBeforeStart');
  if (event.postId !== null && !EVENTS_WITH_POST.includes(event.kind)) need('postId', 'absent');
  return problems;
}

/** Whether the definitive post is given up, so that somebody else may hold it. */
export function releasesPost(event: EmploymentEventInput): boolean {
  return event.kind === 'leave' || (event.kind === 'study' && event.releasesPost);
}

/** Whether another definitive post, or none, is held from the day on. */
export function movesPost(event: EmploymentEventInput): boolean {
  return event.postId !== null || releasesPost(event) || EVENTS_OF_LEAVING.includes(event.kind);
}
