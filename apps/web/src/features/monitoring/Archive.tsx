import { Group, Stack, TextInput } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useFilter } from '../../lib/filters';
import { formatDate } from '../../lib/format';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { Completeness } from './Completeness';
import { archivedDocuments } from './queries';

/** Supporting documents and issued papers in the order of official papers (KS 25(4)), and what is still missing (KS 15(d)). */
export function Archive() {
  const { t } = useTranslation('monitoring');
  const [kind, setKind] = useFilter('jenis');
  const [number, setNumber] = useFilter('nomor');
  const [from, setFrom] = useFilter('sejak');
  const [to, setTo] = useFilter('sampai');
  const query = useInfiniteQuery(archivedDocuments({ kind: useDeferredValue(kind), number: useDeferredValue(number), from, to }));
  return (
    <Stack>
      <Completeness />
      <Section title={t('archive.tab')} note={t('archive.note')}>
        <Stack>
          <Group align="flex-end" gap="sm">
            <TextInput label={t('archive.kind')} maxLength={60} value={kind ?? ''} onChange={(event) => setKind(event.currentTarget.value)} />
            <TextInput label={t('archive.number')} maxLength={60} value={number ?? ''} onChange={(event) => setNumber(event.currentTarget.value)} />
            <TextInput type="date" label={t('archive.from')} value={from ?? ''} onChange={(event) => setFrom(event.currentTarget.value)} />
            <TextInput type="date" label={t('archive.to')} value={to ?? ''} onChange={(event) => setTo(event.currentTarget.value)} />
          </Group>
          <Loaded query={query} rows={8}>
            {(documents) =>
              documents.length === 0 ? (
                <EmptyState icon={IconArchive} title={t('archive.empty')} text={t('archive.emptyText')} />
              ) : (
                <>
                  <ResponsiveTable
                    caption={t('archive.tab')}
                    rows={documents}
                    rowKey={({ id }) => id}
                    columns={[
                      { key: 'about', title: t('archive.about'), heading: true, cell: (row) => row.about },
                      { key: 'kind', title: t('archive.kind'), cell: (row) => t([`archive.paper.${row.kind}`, 'archive.own'], { kind: row.kind }) },
                      { key: 'number', title: t('archive.number'), cell: (row) => <span style={{ overflowWrap: 'anywhere' }}>{row.number}</span> },
                      { key: 'date', title: t('archive.date'), cell: (row) => formatDate(row.date) },
                      { key: 'party', title: t('archive.party'), cell: (row) => row.party ?? t(`archive.direction.${row.direction}`) },
                      { key: 'unit', title: t('archive.unit'), cell: (row) => row.skpdName ?? '–' },
                    ]}
                  />
                  <LoadMore query={query} />
                </>
              )
            }
          </Loaded>
        </Stack>
      </Section>
    </Stack>
  );
}
