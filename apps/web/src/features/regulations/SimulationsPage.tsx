import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatInstant, formatMonth, formatRupiah } from '../../lib/format';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { LawTabs } from './LawTabs';
import { simulationList } from './simulation-queries';
import { SimulationForm } from './SimulationForm';

/** What a month would have paid under something else; the books stay as they are. */
export default function SimulationsPage() {
  const { t } = useTranslation(['simulations', 'regulations']);
  const query = useQuery(simulationList);
  return (
    <>
      <PageTitle title={t('regulations:title')} note={t('note')} />
      <LawTabs />
      <Stack>
        <SimulationForm />
        <Section title={t('list.title')}>
          <Loaded query={query} rows={3}>
            {(simulations) =>
              simulations.length === 0 ? (
                <Text c="dimmed">{t('list.empty')}</Text>
              ) : (
                <ResponsiveTable
                  caption={t('list.title')}
                  rows={simulations}
                  rowKey={({ id }) => id}
                  columns={[
                    {
                      key: 'name',
                      title: t('list.name'),
                      heading: true,
                      cell: ({ id, name }) => (
                        <Anchor component={Link} to={`/regulasi/simulasi/${id}`} style={{ overflowWrap: 'anywhere' }}>
                          {name}
                        </Anchor>
                      ),
                    },
                    { key: 'month', title: t('list.month'), cell: ({ month }) => formatMonth(month) },
                    { key: 'status', title: t('list.status'), cell: ({ status, percent }) => t(`status.${status}`, { percent }) },
                    { key: 'difference', title: t('total.difference'), align: 'right', cell: ({ totals }) => (totals ? formatRupiah(totals.difference) : '–') },
                    { key: 'by', title: t('list.by'), cell: ({ createdBy, createdAt }) => t('list.byAt', { name: createdBy, at: formatInstant(createdAt) }) },
                  ]}
                />
              )
            }
          </Loaded>
        </Section>
      </Stack>
    </>
  );
}
