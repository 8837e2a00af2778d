import { Button, Group, Stack, Text } from '@mantine/core';
import { IconSignature, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFilter, useSearchFilter } from '../../lib/filters';
import { useCan } from '../../lib/session';
import { DownloadButton } from '../../ui/DownloadButton';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { PageTitle } from '../../ui/PageTitle';
import { SkpdFilter } from '../../ui/SkpdFilter';
import { TabParts } from '../../ui/TabParts';
import { EmployeeTable } from './EmployeeTable';
import { RecentEvents } from './RecentEvents';
import { employeeList } from './queries';
import { SearchField } from '../../ui/SearchField';

export default function EmployeesPage() {
  const { t } = useTranslation('employees');
  const mayChange = useCan('employees.change');
  const mayRecord = useCan('paper-decisions.record');
  return (
    <>
      <PageTitle title={t('title')} note={t('note')}>
        {mayRecord ? (
          <Button
            component={Link}
            to="/pegawai/keputusan-surat"
            variant="default"
            leftSection={<IconSignature size={18} aria-hidden />}
          >
            {t('paper.title')}
          </Button>
        ) : null}
        {mayChange ? (
          <Button component={Link} to="/pegawai/baru" leftSection={<IconUserPlus size={18} aria-hidden />}>
            {t('entry.title')}
          </Button>
        ) : null}
      </PageTitle>
      {mayChange ? (
        <TabParts
          label={t('title')}
          parts={[
            { value: 'daftar', title: t('list'), content: <EmployeeList /> },
            { value: 'peristiwa', title: t('events.recent'), content: <RecentEvents /> },
          ]}
        />
      ) : (
        <EmployeeList />
      )}
    </>
  );
}

function EmployeeList() {
  const { t } = useTranslation(['employees', 'shell']);
  const [typed, setTyped, q] = useSearchFilter();
  const [skpdId, setSkpdId] = useFilter('skpd');
  const query = useInfiniteQuery(employeeList(q, skpdId));
  const filtered = q !== '' || skpdId !== null;
  return (
    <Stack>
      <Group component="search" align="flex-end" gap="sm">
        <SearchField label={t('filter.search')} value={typed} onChange={setTyped} inRow />
        <SkpdFilter label={t('filter.skpd')} all={t('filter.allSkpd')} value={skpdId} onChange={setSkpdId} />
        <DownloadButton path="/employees/list.xlsx" fileName="pegawai.xlsx" query={{ q, skpdId }}>
          {t('export')}
        </DownloadButton>
      </Group>
      <Loaded query={query} rows={8}>
        {(employees) =>
          employees.length === 0 ? (
            <EmptyState
              icon={IconUsers}
              title={t(filtered ? 'emptyFiltered' : 'empty')}
              text={t(filtered ? 'emptyFilteredText' : 'emptyText')}
            />
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
  );
}
