import type { ReadItem } from '@ekinerja/contracts/audit';
import { Badge, Checkbox, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useFilter } from '../../lib/filters';
import { formatInstant } from '../../lib/format';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { ResponsiveTable, type Column } from '../../ui/ResponsiveTable';
import { PersonFilter } from './PersonFilter';
import { dutyCount, readLog } from './queries';
import { subjectWord } from './subjects';
import { TextFilter } from './TextFilter';

/** Who opened or took out whose data: one row a request. */
export function Reads() {
  const { t } = useTranslation('audit');
  const [search] = useSearchParams();
  const [employmentId, setEmploymentId] = useFilter('orang');
  const [exportsOnly, setExportsOnly] = useFilter('unduhan');
  const filters = { employmentId, exportsOnly: exportsOnly ? true : null, actor: search.get('pelaku'), from: search.get('dari'), to: search.get('sampai') };
  const query = useInfiniteQuery(readLog(filters));
  const duty = useQuery(dutyCount);
  const columns: Column<ReadItem>[] = [
    { key: 'who', title: t('reads.who'), heading: true, cell: (row) => row.actorName ?? row.actorUsername ?? t('system') },
    { key: 'at', title: t('reads.at'), cell: (row) => formatInstant(row.at) },
    {
      key: 'what',
      title: t('reads.what'),
      cell: (row) => (
        <Group gap={6}>
          {subjectWord(row.subjectType, t)}
          {row.export ? <Badge variant="light" tt="none">{t('reads.export')}</Badge> : null}
        </Group>
      ),
    },
    {
      key: 'whose',
      title: t('reads.whose'),
      cell: (row) => (row.people === 0 ? '–' : `${row.names.join(', ')}${row.people > row.names.length ? ` ${t('reads.andMore', { count: row.people - row.names.length })}` : ''}`),
    },
    { key: 'reason', title: t('reads.reason'), cell: (row) => row.reason ?? '–' },
  ];
  return (
    <Stack>
      {duty.data ? <Text size="sm">{t('reads.duty', { accepted: duty.data.accepted, accounts: duty.data.accounts })}</Text> : null}
      <SimpleGrid component="search" cols={{ base: 1, xs: 2, md: 4 }} spacing="sm" verticalSpacing="xs" style={{ alignItems: 'end' }}>
        <PersonFilter chosen={employmentId} onChoose={setEmploymentId} />
        <TextFilter name="pelaku" label={t('filter.reader')} />
        <TextFilter name="dari" label={t('filter.from')} type="date" />
        <TextFilter name="sampai" label={t('filter.to')} type="date" />
      </SimpleGrid>
      <Checkbox label={t('filter.exportsOnly')} checked={exportsOnly !== null} onChange={(event) => setExportsOnly(event.currentTarget.checked ? 'ya' : null)} />
      <Loaded query={query} rows={6}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon={IconEye} title={t('reads.empty')} text={t('reads.emptyText')} />
          ) : (
            <>
              <ResponsiveTable caption={t('reads.tab')} columns={columns} rows={items} rowKey={(row) => String(row.id)} />
              <LoadMore query={query} />
            </>
          )
        }
      </Loaded>
    </Stack>
  );
}
