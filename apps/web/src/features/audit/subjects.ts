import type { TFunction } from 'i18next';

/** Kinds of records offered in the filter before any has been seen. */
export const SUBJECTS: readonly string[] = ['skp', 'activity', 'evaluation', 'unit', 'presence-import', 'pay-run', 'pay-run-unit', 'payslip', 'account', 'session'];

/** A kind of record in words; one that has none yet is still told apart. */
export const subjectWord = (type: string, t: TFunction): string => t(`audit:subject.${type}`, { defaultValue: t('audit:subject.other') });

/** "skp.determined" has its own sentence; an action without one is told by what it touched. */
export const actionWord = (action: string, subjectType: string, t: TFunction): string =>
  t(`audit:action.${action}`, { defaultValue: t('audit:action.other', { subject: subjectWord(subjectType, t) }) });
