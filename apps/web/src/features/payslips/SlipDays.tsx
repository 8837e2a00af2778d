import type { PresenceDayView } from '@ekinerja/contracts/attendance';
import { useTranslation } from 'react-i18next';
import { formatDateShort, formatWeekday } from '../../lib/format';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';

export function SlipDays({ days }: { days: readonly PresenceDayView[] }) {
  const { t } = useTranslation('payslips');
  const shown = days.filter((day) => day.duty || day.holiday !== null || !['off', 'missing'].includes(day.status));
  const minutes = (count: number) => (count > 0 ? t('minutes', { count }) : '–');
  if (shown.length === 0) return null;
  return (
    <Section title={t('days.title')} note={t('days.note')}>
      <ResponsiveTable
        caption={t('days.title')}
        rows={shown}
        rowKey={(day) => day.date}
        columns={[
          {
            key: 'date',
            title: t('days.date'),
            heading: true,
            cell: (day) => `${formatWeekday(day.date)}, ${formatDateShort(day.date)}`,
          },
          {
            key: 'status',
            title: t('days.status'),
            cell: (day) => (day.holiday && !day.duty ? day.holiday : <StatusBadge status={day.status} size="md" />),
          },
          { key: 'in', title: t('days.in'), cell: (day) => day.checkIn ?? (day.missingCheckIn ? t('days.noRecord') : '–') },
          { key: 'out', title: t('days.out'), cell: (day) => day.checkOut ?? (day.missingCheckOut ? t('days.noRecord') : '–') },
          { key: 'late', title: t('days.late'), align: 'right', cell: (day) => minutes(day.lateMinutes) },
          { key: 'early', title: t('days.early'), align: 'right', cell: (day) => minutes(day.earlyMinutes) },
        ]}
      />
    </Section>
  );
}
