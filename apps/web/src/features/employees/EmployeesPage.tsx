import { Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFilter } from '../../lib/filters';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { PageTitle } from '../../ui/PageTitle';
import { SkpdFilter } from '../../ui/SkpdFilter';
import { EmployeeTable } from './EmployeeTable';
import { employeeList } from './queries';

export default function EmployeesPage() {
  const { t } = useTranslation(['employees', 'shell']);
  const [q, setQ] = useFilter('cari');
  const [skpdId, setSkpdId] = useFilter('skpd');
  const [typed, setTyped] = useState(q ?? '');
  const [settled] = useDebouncedValue(typed, 300);
  // Two filters share the address: each writes only when its own value has changed.
  useEffect(() => {
    if (settled.trim() !== (q ?? '')) setQ(settled.trim());
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the address follows the field, not the other way round
  }, [settled]);
  const query = useInfiniteQuery(employeeList(q ?? '', skpdId));
  const filtered = Boolean(q) || skpdId !== null;
  return (
    <>
      <PageTitle title={t('title')} note={t('note')} />
      <Stack>
        <Group component="search" align="flex-end" gap="sm">
          <TextInput
            type="search"
            label={t('filter.search')}
            leftSection={<IconSearch size={18} aria-hidden />}
            value={typed}
            maxLength={100}
            onChange={(event) => setTyped(event.currentTarget.value)}
            style={{ flex: '2 1 14rem', minWidth: 0 }}
          />
          <SkpdFilter label={t('filter.skpd')} all={t('filter.allSkpd')} value={skpdId} onChange={setSkpdId} />
        </Group>
        <Loaded query={query} rows={8}>
          {(employees) =>
            employees.length === 0 ? (
              <EmptyState icon={IconUsers} title={t(filtered ? 'emptyFiltered' : 'empty')} text={t(filtered ? 'emptyFilteredText' : 'emptyText')} />
            ) : (
              <>
                <Text size="sm" c="dimmed" role="status">
                  {t(query.hasNextPage ? 'shownMore' : 'shown', { count: employees.length })}
                </Text>
                <EmployeeTable caption={t('title')} employees={employees} />
                <LoadMore query={query} />
              </>
            )
          }
        </Loaded>
      </Stack>
    </>
  );
}
