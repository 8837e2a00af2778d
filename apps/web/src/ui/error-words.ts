import { RATINGS } from '@ekinerja/contracts/basics';
import type { ErrorCode, FieldProblem } from '@ekinerja/contracts/errors';
import type { TFunction } from 'i18next';
import { NetworkError, ProblemError } from '../lib/problem';
import { inWords } from '../lib/values';

/** What helps: the screen offers the matching button. The words are `errors:<code>.title` and `.advice`. */
export type WayOn = 'mend' | 'sign-in' | 'reload' | 'retry' | 'none';

/** Exhaustive on purpose: a new code of the API does not compile until it has a way on (and, by test, its words). */
export const ERROR_WAY_ON: Record<ErrorCode, WayOn> = {
  'validation-failed': 'mend',
  'malformed-request': 'reload',
  'sign-in-failed': 'mend',
  'sign-in-required': 'sign-in',
  'session-ended': 'sign-in',
  'account-locked': 'none',
  'too-many-requests': 'retry',
  'password-change-required': 'none',
  'password-too-weak': 'mend',
  'second-factor-required': 'mend',
  'second-factor-wrong': 'mend',
  'second-factor-enrolment-required': 'none',
  'recovery-failed': 'mend',
  'permission-denied': 'none',
  'not-yours-to-decide': 'reload',
  'read-only-view': 'none',
  'not-found': 'none',
  'precondition-required': 'reload',
  'stale-version': 'reload',
  'idempotency-key-reused': 'reload',
  'idempotency-in-progress': 'retry',
  'state-refused': 'reload',
  'month-closed': 'none',
  'month-not-over': 'none',
  'month-being-closed': 'retry',
  'run-blocked': 'mend',
  'run-not-checked': 'none',
  'import-has-errors': 'mend',
  'import-already-applied': 'reload',
  'import-superseded': 'reload',
  'file-too-large': 'mend',
  'file-unreadable': 'mend',
  'reason-required': 'mend',
  'rule-refused': 'mend',
  'document-has-errors': 'mend',
  'second-person-required': 'none',
  'no-skp-for-date': 'mend',
  'no-evaluator': 'none',
  'evaluation-under-objection': 'none',
  'evaluation-decided-by-objection': 'none',
  duplicate: 'mend',
  'other-account': 'sign-in',
  'not-connected': 'none',
  unavailable: 'retry',
  internal: 'retry',
};

export interface ErrorWords {
  title: string;
  advice: string;
  wayOn: WayOn;
}

export function errorWords(error: unknown, t: TFunction): ErrorWords {
  if (error instanceof NetworkError) {
    return { title: t('errors:network.title'), advice: t('errors:network.advice'), wayOn: 'retry' };
  }
  if (!(error instanceof ProblemError)) {
    return { title: t('errors:unknown.title'), advice: t('errors:unknown.advice'), wayOn: 'retry' };
  }
  const { code, params, rule } = error.problem;
  const words = readable(params, t);
  const wayOn = ERROR_WAY_ON[code] ?? 'retry';
  if (code === 'rule-refused' && rule) {
    const title = t([`errors:rule.${rule.code}`, 'errors:rule-refused.title'], words);
    return {
      title,
      advice: t([`errors:rule-advice.${rule.code}`, 'errors:rule-refused.advice'], words),
      wayOn,
    };
  }
  return {
    title: t([`errors:${code}.title`, 'errors:unknown.title'], words),
    advice: t([`errors:${code}.advice`, 'errors:unknown.advice'], words),
    wayOn,
  };
}

/** One sentence for a refused field; the name of the field stands beside it already. */
export function fieldWords(problem: FieldProblem, t: TFunction): string {
  return t([`errors:field.${problem.rule}`, 'errors:field.invalid'], readable(problem.params ?? {}, t));
}

/** Refusals by field name, for a form's `error` props. */
export function fieldErrors(error: unknown, t: TFunction): Record<string, string> {
  if (!(error instanceof ProblemError)) return {};
  return Object.fromEntries((error.problem.fields ?? []).map((field) => [field.field, fieldWords(field, t)]));
}

/** Dates and ratings in words; everything else as it came. `count` would choose a plural form, so it stays a number. */
function readable(
  params: Record<string, string | number | boolean | null>,
  t: TFunction,
): Record<string, string | number> {
  const words = (value: string) =>
    (RATINGS as readonly string[]).includes(value) ? t(`shell:status.${value}`) : inWords(value);
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? words(value) : Number(value ?? 0),
    ]),
  );
}
