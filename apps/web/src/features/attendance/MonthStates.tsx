import type { PresenceMonthStatus } from '@ekinerja/contracts/attendance';
import type { IsoMonth } from '@ekinerja/contracts/basics';
import { Anchor, Group, Progress, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatInstant, formatMonth, formatNumber } from '../../lib/format';
import { useCan } from '../../lib/session';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { monthStates } from './queries';

/** How far the last months' presence is in: when it came, and for how many employees. */
export function MonthStates({ month, onMonth }: { month: IsoMonth; onMonth: (month: IsoMonth) => void }) {
  const { t } = useTranslation('attendance');
  const mayImport = useCan('attendance.import');
  const query = useQuery(monthStates);
  return (
    <Section title={t('months.title')} note={t(mayImport ? 'months.note' : 'months.noteRead')}>
      <Loaded query={query} rows={6}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t('months.empty')} text={t('months.emptyText')} />
          ) : (
            <ResponsiveTable
              caption={t('months.title')}
              rows={rows}
              rowKey={(row) => row.month}
              columns={[
                {
                  key: 'month',
                  title: t('months.month'),
                  heading: true,
                  cell: (row) => (
                    <Anchor component="button" type="button" fw={600} onClick={() => onMonth(row.month)} aria-current={row.month === month}>
                      {formatMonth(row.month)}
                    </Anchor>
                  ),
                },
                {
                  key: 'at',
                  title: t('months.synchronised'),
                  cell: (row) => (row.synchronisedAt ? formatInstant(row.synchronisedAt) : <StatusBadge status="none" />),
                },
                { key: 'covered', title: t('months.covered'), cell: (row) => <Covered row={row} /> },
              ]}
            />
          )
        }
      </Loaded>
    </Section>
  );
}

function Covered({ row }: { row: PresenceMonthStatus }) {
  const { t } = useTranslation('attendance');
  const share = row.employees === 0 ? 0 : Math.floor((row.withRows * 100) / row.employees);
  return (
    <Group gap="sm" wrap="nowrap">
      <Progress value={share} w={96} size="lg" aria-label={t('months.coveredLabel', { month: formatMonth(row.month) })} />
      <Text component="span" size="sm" className="tabular">
        {t('months.of', { rows: formatNumber(row.withRows), employees: formatNumber(row.employees) })}
      </Text>
    </Group>
  );
}
