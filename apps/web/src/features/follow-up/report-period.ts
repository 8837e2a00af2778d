import type { PerformanceReport } from '@ekinerja/contracts/follow-up';
import type { TFunction } from 'i18next';
import { formatMonth } from '../../lib/format';

/** `Oktober 2026`, or the year of an annual one; a supplement with its number. */
export function reportPeriod(
  { kind, month, number = 1 }: Pick<PerformanceReport, 'kind' | 'month'> & { number?: number },
  t: TFunction<'follow-up'>,
): string {
  const period = kind === 'annual' ? t('report.year', { year: month.slice(0, 4) }) : formatMonth(month);
  return number > 1 ? t('report.supplementOf', { period, number: number - 1 }) : period;
}
