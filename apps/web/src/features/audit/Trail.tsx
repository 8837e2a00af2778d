import { Button, Group, NativeSelect, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet, IconHistory, IconX } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { download } from '../../lib/api';
import { useFilter } from '../../lib/filters';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { AuditEntry } from './AuditEntry';
import { PersonFilter } from './PersonFilter';
import { auditTrail } from './queries';
import { SUBJECTS, subjectWord } from './subjects';
import { TextFilter } from './TextFilter';

/** Who changed what: searched by person, by whoever did it, by record, day and words; the same rows as a workbook. */
export function Trail() {
  const { t } = useTranslation(['audit', 'shell']);
  const [search, setSearch] = useSearchParams();
  const [subjectType, setSubjectType] = useFilter('jenis');
  const [employmentId, setEmploymentId] = useFilter('orang');
  const subjectId = search.get('data');
  const filters = {
    subjectType, subjectId, employmentId, actor: search.get('pelaku'), text: search.get('kata'), from: search.get('dari'), to: search.get('sampai'),
  };
  const query = useInfiniteQuery(auditTrail(filters));
  const workbook = useMutation({ mutationFn: () => download('/audit/trail.xlsx', 'jejak-audit.xlsx', filters) });
  const filtered = Object.values(filters).some((value) => value !== null);
  const oneOnly = (type: string, id: string) => setSearch({ jenis: type, data: id });
  const types = [...new Set([...SUBJECTS, ...(query.data?.map((item) => item.subjectType) ?? []), ...(subjectType ? [subjectType] : [])])];
  return (
    <Stack>
      <SimpleGrid component="search" cols={{ base: 1, xs: 2, md: 3 }} spacing="sm" verticalSpacing="xs" style={{ alignItems: 'end' }}>
        <PersonFilter chosen={employmentId} onChoose={setEmploymentId} />
        <TextFilter name="pelaku" label={t('filter.actor')} />
        <TextFilter name="kata" label={t('filter.text')} />
        <NativeSelect
          label={t('filter.type')}
          value={subjectType ?? ''}
          onChange={(event) => setSubjectType(event.currentTarget.value || null)}
          data={[
            { value: '', label: t('filter.all') },
            ...types.map((value) => ({ value, label: subjectWord(value, t) })).sort((a, b) => a.label.localeCompare(b.label)),
          ]}
        />
        <TextFilter name="dari" label={t('filter.from')} type="date" />
        <TextFilter name="sampai" label={t('filter.to')} type="date" />
      </SimpleGrid>
      <Group gap="sm">
        <Button variant="default" leftSection={<IconFileSpreadsheet size={18} aria-hidden />} loading={workbook.isPending} onClick={() => workbook.mutate()}>
          {t('export')}
        </Button>
        {subjectId ? (
          <Button variant="light" rightSection={<IconX size={16} aria-hidden />} onClick={() => setSearch({})}>
            {t('filter.oneOnly')}
          </Button>
        ) : null}
      </Group>
      <ErrorNotice error={workbook.error} onRetry={() => workbook.mutate()} />
      <Loaded query={query} rows={6}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon={IconHistory} title={t(filtered ? 'emptyFiltered' : 'empty')} text={t('emptyText')}>
              {filtered ? (
                <Button variant="default" component="a" href="/audit">
                  {t('filter.clear')}
                </Button>
              ) : null}
            </EmptyState>
          ) : (
            <>
              <Stack component="ol" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
                {items.map((item) => (
                  <li key={item.id}>
                    <AuditEntry item={item} onSubject={subjectId ? null : () => oneOnly(item.subjectType, String(item.subjectId))} />
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
  );
}
