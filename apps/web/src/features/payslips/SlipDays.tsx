import type { PresenceDayView } from '@ekinerja/contracts/attendance';
import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDateShort, formatWeekday } from '../../lib/format';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';

/** Three narrow columns, so that a month can be read on a phone as well. */
export function SlipDays({ days }: { days: readonly PresenceDayView[] }) {
  const { t } = useTranslation('payslips');
  const shown = days.filter(
    (day) => day.duty || day.holiday !== null || !['off', 'missing'].includes(day.status),
  );
  if (shown.length === 0) return null;
  return (
    <Section title={t('days.title')} note={t('days.note')}>
      <Table aria-label={t('days.title')} horizontalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('days.date')}</Table.Th>
            <Table.Th scope="col">{t('days.status')}</Table.Th>
            <Table.Th scope="col">{t('days.clock')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((day) => (
            <Table.Tr key={day.date}>
              <Table.Th scope="row" fw={500}>
                {formatWeekday(day.date)}, {formatDateShort(day.date)}
              </Table.Th>
              <Table.Td>
                {day.holiday && !day.duty ? day.holiday : <StatusBadge status={day.status} size="md" />}
              </Table.Td>
              <Table.Td className="tabular">
                <Clock day={day} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}

function Clock({ day }: { day: PresenceDayView }) {
  const { t } = useTranslation('payslips');
  const noRecord = t('days.noRecord');
  const notes = [
    day.lateMinutes > 0 ? t('days.late', { count: day.lateMinutes }) : null,
    day.earlyMinutes > 0 ? t('days.early', { count: day.earlyMinutes }) : null,
  ].filter(Boolean);
  if (!day.checkIn && !day.checkOut && !day.missingCheckIn && !day.missingCheckOut) return <>–</>;
  return (
    <>
      {day.checkIn ?? noRecord}–{day.checkOut ?? noRecord}
      {notes.length > 0 ? (
        <Text size="sm" c="red.9">
          {notes.join(', ')}
        </Text>
      ) : null}
    </>
  );
}
