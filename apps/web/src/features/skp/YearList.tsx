import type { Uuid } from '@ekinerja/contracts/basics';
import { SKP_STATUSES } from '@ekinerja/contracts/skp';
import { Anchor, Checkbox, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFilter } from '../../lib/filters';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { LoadMore } from '../../ui/LoadMore';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { skpList } from './queries';

/** Everybody's SKP of the year, page by page. */
export function YearList({ year, skpdId }: { year: number; skpdId: Uuid }) {
  const { t } = useTranslation(['skp', 'shell']);
  const [status, setStatus] = useFilter('status');
  const [late, setLate] = useFilter('terlambat');
  const [words, setWords] = useState('');
  const q = useDeferredValue(words);
  const query = useInfiniteQuery(skpList({ year, skpdId, status, late: late === '1', q }));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section title={t('year.list')}>
      <Group gap="sm" align="flex-end" mb="sm">
        <TextInput label={t('year.search')} value={words} onChange={(event) => setWords(event.currentTarget.value)} />
        <NativeSelect
          label={t('year.status')}
          value={status ?? ''}
          onChange={(event) => setStatus(event.currentTarget.value || null)}
          data={[
            { value: '', label: t('year.all') },
            ...SKP_STATUSES.map((value) => ({ value, label: t(`shell:status.${value}`) })),
          ]}
        />
        <Checkbox
          label={t('year.lateOnly')}
          checked={late === '1'}
          onChange={(event) => setLate(event.currentTarget.checked ? '1' : null)}
          mb={8}
        />
      </Group>
      <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      {items.length === 0 && !query.isPending ? (
        <Text c="dimmed">{t('year.none')}</Text>
      ) : (
        <ResponsiveTable
          caption={t('year.list')}
          rows={items}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              title: t('year.name'),
              heading: true,
              cell: (row) => (
                <Anchor component={Link} to={`/skp/${row.id}`}>
                  {row.personName}
                </Anchor>
              ),
            },
            { key: 'post', title: t('year.post'), cell: (row) => row.postName },
            { key: 'unit', title: t('year.unit'), cell: (row) => row.unitName },
            {
              key: 'status',
              title: t('year.status'),
              cell: (row) => (
                <Group gap={6} style={{ minWidth: '8.5rem' }}>
                  <StatusBadge status={row.status} />
                  {row.late ? <StatusBadge status="late" /> : null}
                </Group>
              ),
            },
          ]}
        />
      )}
      <LoadMore query={query} />
    </Section>
  );
}
