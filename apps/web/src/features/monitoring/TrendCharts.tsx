import '@mantine/charts/styles.css';
import '@mantine/core/styles/ColorSwatch.css';
import { PREDICATES, type IsoMonth, type Uuid } from '@ekinerja/contracts/basics';
import { BarChart, LineChart } from '@mantine/charts';
import { SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatMonth, formatNumber } from '../../lib/format';
import { Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Section';
import { trend } from './queries';

const MILLION = 1_000_000;
const COLORS = ['teal.8', 'blue.7', 'yellow.7', 'orange.8', 'red.8'];

/** Twelve months in pictures (KS 3(b)); each picture has its numbers in words for those who do not see it. */
export default function TrendCharts({ month, skpdId }: { month: IsoMonth; skpdId: Uuid | null }) {
  const { t } = useTranslation('monitoring');
  const query = useQuery(trend(month, skpdId));
  return (
    <Loaded query={query} rows={4}>
      {(months) => {
        const begun = months.findIndex(({ entries, net, predicates }) => entries > 0 || net > 0 || Object.values(predicates).some((count) => (count ?? 0) > 0));
        const short = months.slice(Math.max(begun, 0)).map((one) => ({ ...one, name: formatMonth(one.month).replace(/^(\p{L}{3})\p{L}*/u, '$1') }));
        const last = months[months.length - 1];
        return (
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
            <Section title={t('trend.entries')} note={t('trend.entriesNote', { count: formatNumber(last?.entries ?? 0), accepted: formatNumber(last?.accepted ?? 0) })}>
              <LineChart
                h={240}
                data={short.map(({ name, entries, accepted }) => ({ name, [t('trend.entered')]: entries, [t('trend.accepted')]: accepted }))}
                dataKey="name"
                series={[{ name: t('trend.entered'), color: 'blue.7' }, { name: t('trend.accepted'), color: 'teal.8' }]}
                withLegend
                legendProps={{ itemSorter: null }}
                valueFormatter={formatNumber}
              />
            </Section>
            <Section title={t('trend.predicates')} note={t('trend.predicatesNote')}>
              <BarChart
                h={240}
                type="stacked"
                data={short.map(({ name, predicates }) => ({ name, ...Object.fromEntries(PREDICATES.map((one) => [t(`predicate.${one}`), predicates[one] ?? 0])) }))}
                dataKey="name"
                series={PREDICATES.map((one, index) => ({ name: t(`predicate.${one}`), color: COLORS[index] ?? 'gray.6' }))}
                withLegend
                legendProps={{ itemSorter: null }}
                valueFormatter={formatNumber}
              />
            </Section>
            <Section title={t('trend.silence')} note={t('trend.silenceNote', { silent: formatNumber(last?.silent ?? 0), absent: formatNumber(last?.absentDays ?? 0) })}>
              <LineChart
                h={240}
                data={short.map(({ name, silent, absentDays }) => ({ name, [t('trend.silent')]: silent, [t('trend.absent')]: absentDays }))}
                dataKey="name"
                series={[{ name: t('trend.silent'), color: 'orange.8' }, { name: t('trend.absent'), color: 'red.8' }]}
                withLegend
                legendProps={{ itemSorter: null }}
                valueFormatter={formatNumber}
              />
            </Section>
            <Section title={t('trend.net')} note={t('trend.netNote')}>
              <BarChart
                h={240}
                data={short.map(({ name, net }) => ({ name, [t('trend.netUnit')]: Math.round(net / MILLION) }))}
                dataKey="name"
                series={[{ name: t('trend.netUnit'), color: 'blue.7' }]}
                valueFormatter={formatNumber}
              />
            </Section>
          </SimpleGrid>
        );
      }}
    </Loaded>
  );
}
