import type { AgendaItem, RequestKind } from '@ekinerja/contracts/service-requests';
import { Anchor, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFilter, useSearchFilter } from '../../lib/filters';
import { formatInstant } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { DownloadButton } from '../../ui/DownloadButton';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { LoadMore } from '../../ui/LoadMore';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { SearchField } from '../../ui/SearchField';
import { Section } from '../../ui/Section';
import { useYear, YearPicker } from '../../ui/YearPicker';
import { agendaList } from './queries';

/** The agenda books of a year, searched and taken along as Excel (BK 9(1), 10(1)). */
export function AgendaBook({ kinds }: { kinds: readonly RequestKind[] }) {
  const { t } = useTranslation('service-requests');
  const [year, setYear] = useYear(useProfile().today.slice(0, 4));
  const [book, setBook] = useFilter('buku');
  const [typed, setTyped, q] = useSearchFilter('agenda');
  const books = new Map(kinds.flatMap(({ steps }) => steps.filter(({ does }) => does === 'agenda').map(({ code, name }) => [code, name] as const)));
  const filter = { year, ...(book ? { book } : {}), ...(q ? { q } : {}) };
  const query = useInfiniteQuery(agendaList(filter));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section
      title={t('agenda.title')}
      actions={
        <DownloadButton path="/service-requests/agenda.xlsx" query={filter} fileName={`agenda-${year}.xlsx`}>
          {t('agenda.excel')}
        </DownloadButton>
      }
    >
      <Stack gap="sm">
        <Group gap="xs" align="end">
          <YearPicker value={year} onChange={setYear} />
          <NativeSelect
            label={t('agenda.book')} value={book ?? ''} onChange={(event) => setBook(event.currentTarget.value || null)}
            data={[{ value: '', label: t('all') }, ...[...books].map(([value, label]) => ({ value, label }))]}
          />
          <SearchField label={t('agenda.search')} value={typed} onChange={setTyped} inRow />
        </Group>
        <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
        {items.length > 0 ? (
          <ResponsiveTable<AgendaItem>
            caption={t('agenda.title')}
            rows={items}
            rowKey={(row) => `${row.requestId} ${row.book}`}
            columns={[
              {
                key: 'number', title: t('agenda.number'), heading: true,
                cell: (row) => (
                  <Anchor component={Link} to={`/pelayanan/${row.requestId}`}>
                    {row.number}
                  </Anchor>
                ),
              },
              { key: 'book', title: t('agenda.book'), cell: (row) => row.bookName },
              { key: 'at', title: t('agenda.at'), cell: (row) => formatInstant(row.at) },
              { key: 'file', title: t('number'), cell: (row) => row.requestNumber },
              { key: 'kind', title: t('kind'), cell: (row) => row.kindName },
              { key: 'person', title: t('person'), cell: (row) => row.personName },
              { key: 'unit', title: t('unit'), cell: (row) => row.unitName },
              { key: 'archive', title: t('archive'), cell: (row) => row.archivePlace ?? '–' },
            ]}
          />
        ) : query.isSuccess ? (
          <Text c="dimmed">{t('agenda.none')}</Text>
        ) : null}
        <LoadMore query={query} />
      </Stack>
    </Section>
  );
}
