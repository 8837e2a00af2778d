import type { StaffingPerson } from '@ekinerja/contracts/staffing-records';
import { Anchor, Badge, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconDownload, IconUserCheck } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { download } from '../../lib/api';
import { useFilter, useSearchFilter } from '../../lib/filters';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { SkpdFilter } from '../../ui/SkpdFilter';
import { FieldValue } from './FieldValue';
import { staffingPeople } from './queries';
import { SearchField } from '../../ui/SearchField';

/** Who is not validated and what differs; the same list is the staffing report. */
export function PeoplePanel() {
  const { t } = useTranslation('staffing');
  const [chosen, setState] = useFilter('keadaan');
  const state = chosen ?? 'unvalidated';
  const [skpdId, setSkpdId] = useFilter('skpd');
  const [typed, setTyped, settled] = useSearchFilter();
  const filter = { state: state === 'all' ? null : state, q: settled || null, skpdId };
  const query = useInfiniteQuery(staffingPeople(filter));
  const report = useMutation({
    mutationFn: () => download('/staffing-records/report.xlsx', 'laporan-kepegawaian.xlsx', filter),
  });
  return (
    <Stack>
      <Group component="search" align="flex-end" gap="sm">
        <NativeSelect
          label={t('people.state')}
          value={state}
          data={['unvalidated', 'validated', 'all'].map((value) => ({ value, label: t(`people.${value}`) }))}
          onChange={(event) =>
            setState(event.currentTarget.value === 'unvalidated' ? null : event.currentTarget.value)
          }
        />
        <SearchField label={t('people.search')} value={typed} onChange={setTyped} inRow />
        <SkpdFilter label={t('people.skpd')} all={t('people.allSkpd')} value={skpdId} onChange={setSkpdId} />
        <Button
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          loading={report.isPending}
          onClick={() => report.mutate()}
        >
          {t('people.report')}
        </Button>
      </Group>
      <ErrorNotice error={report.error} onRetry={() => report.mutate()} />
      <Loaded query={query} rows={8}>
        {(people) =>
          people.length === 0 ? (
            <EmptyState icon={IconUserCheck} title={t('people.empty')} text={t('people.emptyText')} />
          ) : (
            <>
              <ResponsiveTable
                caption={t('tab.pegawai')}
                rows={people}
                rowKey={(row) => row.employmentId}
                columns={COLUMNS(t)}
              />
              <LoadMore query={query} />
            </>
          )
        }
      </Loaded>
    </Stack>
  );
}

const COLUMNS = (t: ReturnType<typeof useTranslation<'staffing'>>['t']) => [
  {
    key: 'name',
    title: t('people.name'),
    heading: true,
    cell: (row: StaffingPerson) => (
      <Anchor component={Link} to={`/data-kepegawaian/${row.employmentId}`}>
        {row.name}
      </Anchor>
    ),
  },
  { key: 'nip', title: 'NIP', cell: (row: StaffingPerson) => row.nip ?? '–' },
  { key: 'skpd', title: t('field.skpd'), cell: (row: StaffingPerson) => row.skpdName ?? '–' },
  {
    key: 'state',
    title: t('people.state'),
    cell: ({ standing }: StaffingPerson) => (
      <Badge color={standing.validated ? 'green' : 'orange'} variant="light" tt="none">
        {t(standing.validated ? 'people.validated' : 'people.unvalidated')}
      </Badge>
    ),
  },
  {
    key: 'differences',
    title: t('people.differs'),
    cell: ({ standing }: StaffingPerson) =>
      standing.differences.length === 0 ? (
        standing.receivedAt === null && !standing.validated ? (
          t('people.never')
        ) : (
          '–'
        )
      ) : (
        <Stack gap={2}>
          {standing.differences.map(({ field, held, source }) => (
            <Text size="sm" key={field}>
              {t(`field.${field}`)}: <FieldValue field={field} value={held} /> →{' '}
              <FieldValue field={field} value={source} />
            </Text>
          ))}
        </Stack>
      ),
  },
];
