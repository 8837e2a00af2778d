import type { PresenceDayView } from '@ekinerja/contracts/attendance';
import type { IsoMonth } from '@ekinerja/contracts/basics';
import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDay, formatMinutes, formatMonth } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { EmptyState } from '../../ui/EmptyState';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { ownMonth } from './queries';

/** One's own days, as the presence system handed them over and as the law's hours judge them. */
export function OwnMonth({ month }: { month: IsoMonth }) {
  const { t } = useTranslation('attendance');
  const { today } = useProfile();
  const query = useQuery(ownMonth(month));
  return (
    <Loaded query={query}>
      {(days) => {
        const past = days.filter((day) => day.date <= today && (day.duty || (day.status !== 'off' && day.status !== 'missing')));
        const known = past.some((day) => day.status !== 'missing');
        if (!known) return <EmptyState title={t('own.empty', { month: formatMonth(month) })} text={t('own.emptyText')} />;
        return (
          <Stack>
            <Section title={formatMonth(month)}>
              <Facts items={totals(past, t)} />
            </Section>
            <ResponsiveTable
              caption={t('own.caption', { month: formatMonth(month) })}
              rows={past}
              rowKey={(day) => day.date}
              columns={[
                { key: 'date', title: t('own.date'), heading: true, cell: (day) => formatDay(day.date) },
                { key: 'status', title: t('own.status'), cell: (day) => <StatusBadge status={day.status} /> },
                { key: 'in', title: t('own.in'), cell: (day) => day.checkIn ?? (day.missingCheckIn ? t('own.notRecorded') : '–') },
                { key: 'out', title: t('own.out'), cell: (day) => day.checkOut ?? (day.missingCheckOut ? t('own.notRecorded') : '–') },
                { key: 'note', title: t('own.note'), cell: (day) => <Remarks day={day} /> },
              ]}
            />
            <Text size="sm" c="dimmed">
              {t('own.wrong')}
            </Text>
          </Stack>
        );
      }}
    </Loaded>
  );
}

function totals(days: readonly PresenceDayView[], t: (key: string) => string) {
  const count = (test: (day: PresenceDayView) => boolean) => String(days.filter(test).length);
  const sum = (of: (day: PresenceDayView) => number) => formatMinutes(days.reduce((all, day) => all + of(day), 0));
  return [
    { label: t('own.duty'), value: count((day) => day.duty) },
    { label: t('own.present'), value: count((day) => day.status === 'present') },
    { label: t('own.absent'), value: count((day) => day.status === 'absent') },
    { label: t('own.missing'), value: count((day) => day.duty && day.status === 'missing') },
    { label: t('own.late'), value: sum((day) => day.lateMinutes) },
    { label: t('own.early'), value: sum((day) => day.earlyMinutes) },
  ];
}

function Remarks({ day }: { day: PresenceDayView }) {
  const { t } = useTranslation('attendance');
  const remarks = [
    day.holiday,
    day.lateMinutes > 0 ? t('own.lateBy', { time: formatMinutes(day.lateMinutes) }) : null,
    day.earlyMinutes > 0 ? t('own.earlyBy', { time: formatMinutes(day.earlyMinutes) }) : null,
  ].filter((remark) => remark !== null);
  return remarks.length > 0 ? remarks.join('; ') : '–';
}
