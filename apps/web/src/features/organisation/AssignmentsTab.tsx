import { Checkbox, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { ASSIGNMENT_KINDS } from '@ekinerja/contracts/basics';
import { IconUserCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFilter, useSearchFilter } from '../../lib/filters';
import { DateFilter, useDay } from '../../ui/DateFilter';
import { DownloadButton } from '../../ui/DownloadButton';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { SkpdFilter } from '../../ui/SkpdFilter';
import { AssignmentTable } from './AssignmentTable';
import { assignmentList } from './queries';
import { SearchField } from '../../ui/SearchField';

export function AssignmentsTab() {
  const { t } = useTranslation('organisation');
  const [day, setDay] = useDay();
  const [skpdId, setSkpdId] = useFilter('skpd');
  const [kind, setKind] = useFilter('sebagai');
  const [open, setOpen] = useFilter('tanpa-berkas');
  const [typed, setTyped, q] = useSearchFilter();
  const filter = {
    q,
    skpdId,
    kind: ASSIGNMENT_KINDS.find((one) => one === kind) ?? null,
    withoutDecree: open === '1' ? true : null,
    date: day,
  };
  const query = useInfiniteQuery(assignmentList(filter));
  return (
    <Stack>
      <Group component="search" align="flex-end" gap="sm">
        <SearchField label={t('assignments.search')} value={typed} onChange={setTyped} inRow />
        <NativeSelect
          label={t('assignments.kind')}
          value={kind ?? ''}
          onChange={(event) => setKind(event.currentTarget.value)}
          data={[
            { value: '', label: t('assignments.all') },
            ...ASSIGNMENT_KINDS.map((value) => ({ value, label: t(`capacity.${value}`) })),
          ]}
        />
        <SkpdFilter label={t('skpd')} all={t('allSkpd')} value={skpdId} onChange={setSkpdId} />
        <DateFilter label={t('onDay')} value={day} onChange={setDay} />
        <DownloadButton path="/assignments/list.xlsx" fileName="penugasan.xlsx" query={filter}>
          {t('export')}
        </DownloadButton>
      </Group>
      <Checkbox
        label={t('assignments.withoutDecree')}
        checked={open === '1'}
        onChange={(event) => setOpen(event.currentTarget.checked ? '1' : null)}
      />
      <Loaded query={query} rows={8}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={IconUserCheck} title={t('assignments.none')} text={t('assignments.noneText')} />
          ) : (
            <>
              <Text size="sm" c="dimmed" role="status">
                {t(query.hasNextPage ? 'shownMore' : 'shown', { count: rows.length })}
              </Text>
              <AssignmentTable caption={t('tab.penugasan')} rows={rows} withPost />
              <LoadMore query={query} />
            </>
          )
        }
      </Loaded>
    </Stack>
  );
}
