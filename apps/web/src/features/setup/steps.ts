import type { SetupStatus, SetupStep, SetupStepKey } from '@ekinerja/contracts/setup';

/** Where each step is done. */
export const STEP_PATHS: Record<SetupStepKey, string> = {
  law: '/regulasi',
  calendar: '/kalender',
  workbook: '/impor',
  classes: '/impor',
  staffing: '/data-kepegawaian?bagian=berkas',
  admins: '/peran',
  codes: '/persiapan/kode',
};

/** The first thing still to do. */
export function nextStep({ steps }: SetupStatus): SetupStep | null {
  return steps.find(({ done }) => !done) ?? null;
}

/** Which sentence speaks of a step: done, open, or done with something to know. */
export function sentenceOf({ key, done, figures }: SetupStep): string {
  if (key === 'law' && done && figures.example === 1) return 'law.example';
  if (key === 'classes' && !done && figures.people === 0 && figures.withoutPost === 0) return 'classes.empty';
  if (key === 'staffing' && figures.employees === 0) return 'staffing.empty';
  if (key === 'staffing' && done && figures.required === 0) return 'staffing.free';
  return `${key}.${done ? 'done' : 'open'}`;
}
