import type { Uuid } from '@ekinerja/contracts/basics';
import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loading } from '../../ui/Loading';
import { LoadMore } from '../../ui/LoadMore';
import { Section } from '../../ui/Section';
import { PeopleTable } from './PeopleTable';
import { simulationPeople } from './simulation-queries';
import { SearchField } from '../../ui/SearchField';

/** Anybody of the month, by name or NIP. */
export function SimulationPeople({ id }: { id: Uuid }) {
  const { t } = useTranslation('simulations');
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search, 300);
  const query = useInfiniteQuery(simulationPeople(id, wanted.trim()));
  const people = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Section title={t('people.title')}>
      <SearchField label={t('people.search')} value={search} onChange={setSearch} maxWidth={480} />
      <ErrorNotice
        error={query.isFetchNextPageError ? null : query.error}
        onRetry={() => void query.refetch()}
      />
      {query.isPending ? (
        <Loading rows={3} />
      ) : people.length === 0 && !query.error ? (
        <Text c="dimmed">{t('people.none')}</Text>
      ) : (
        <PeopleTable id={id} caption={t('people.title')} people={people} />
      )}
      <LoadMore query={query} />
    </Section>
  );
}
