import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconHistory, IconX } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { PageTitle } from '../../ui/PageTitle';
import { AuditEntry } from './AuditEntry';
import { SUBJECTS, subjectWord } from './subjects';
import { auditTrail } from './queries';

export default function AuditPage() {
  const { t } = useTranslation(['audit', 'shell']);
  const [search, setSearch] = useSearchParams();
  const subjectType = search.get('jenis');
  const subjectId = search.get('data');
  const filter = (type: string | null, id: string | null) =>
    setSearch({ ...(type ? { jenis: type } : {}), ...(id ? { data: id } : {}) }, { preventScrollReset: id === null });
  const query = useInfiniteQuery(auditTrail(subjectType, subjectId));
  const seen = query.data?.map((item) => item.subjectType) ?? [];
  const types = [...new Set([...SUBJECTS, ...seen, ...(subjectType ? [subjectType] : [])])];
  return (
    <>
      <PageTitle title={t('title')} note={t('note')} />
      <Stack>
        <Group align="flex-end" gap="sm">
          <NativeSelect
            label={t('filter.type')}
            value={subjectType ?? ''}
            onChange={(event) => filter(event.currentTarget.value || null, null)}
            data={[
              { value: '', label: t('filter.all') },
              ...types.map((value) => ({ value, label: subjectWord(value, t) })).sort((a, b) => a.label.localeCompare(b.label)),
            ]}
          />
          {subjectId ? (
            <Button variant="light" rightSection={<IconX size={16} aria-hidden />} onClick={() => filter(subjectType, null)}>
              {t('filter.oneOnly')}
            </Button>
          ) : null}
        </Group>
        <Loaded query={query} rows={6}>
          {(items) =>
            items.length === 0 ? (
              <EmptyState icon={IconHistory} title={t(subjectType ? 'emptyFiltered' : 'empty')} text={t('emptyText')}>
                {subjectType ? (
                  <Button variant="default" onClick={() => filter(null, null)}>
                    {t('filter.clear')}
                  </Button>
                ) : null}
              </EmptyState>
            ) : (
              <>
                <Stack component="ol" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
                  {items.map((item) => (
                    <li key={item.id}>
                      <AuditEntry item={item} onSubject={subjectId ? null : () => filter(item.subjectType, String(item.subjectId))} />
                    </li>
                  ))}
                </Stack>
                <LoadMore query={query} />
                {query.hasNextPage ? null : (
                  <Text size="sm" c="dimmed" ta="center">
                    {t('end')}
                  </Text>
                )}
              </>
            )
          }
        </Loaded>
      </Stack>
    </>
  );
}
