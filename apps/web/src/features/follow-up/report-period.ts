import type { PerformanceReport } from '@ekinerja/contracts/follow-up';
import type { TFunction } from 'i18next';
import { formatMonth } from '../../lib/format';

/** `Oktober 2026`, or the year of an annual one. */
export function reportPeriod(
  { kind, month }: Pick<PerformanceReport, 'kind' | 'month'>,
  t: TFunction<'follow-up'>,
): string {
  return kind === 'annual' ? t('report.year', { year: month.slice(0, 4) }) : formatMonth(month);
}
