import { STAGES, type UnitStages } from '@ekinerja/contracts/oversight';
import { Badge, Group, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconBuildingCommunity } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useMonth } from '../../lib/filters';
import { formatMonth, formatNumber, formatRupiah } from '../../lib/format';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { Loading } from '../../ui/Loading';
import { MonthPicker } from '../../ui/MonthPicker';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { stages } from './queries';

// The chart library comes only to those who look at charts.
const TrendCharts = lazy(() => import('./TrendCharts'));

/** Which stages of performance management run in which unit (TL 5(6), 37). */
export function Stages() {
  const { t } = useTranslation('monitoring');
  const [month, setMonth, current] = useMonth();
  const query = useQuery(stages(month));
  return (
    <Stack>
      <MonthPicker value={month} onChange={setMonth} max={current} />
      <Loaded query={query} rows={8}>
        {({ units }) =>
          units.length === 0 ? (
            <EmptyState icon={IconBuildingCommunity} title={t('stages.empty')} text={t('stages.emptyText')} />
          ) : (
            <>
              <Sums units={units} />
              <Section title={t('stages.perUnit', { month: formatMonth(month) })}>
                <ResponsiveTable
                  caption={t('stages.tab')}
                  rows={units}
                  rowKey={(unit) => unit.skpdId}
                  columns={[
                    { key: 'unit', title: t('stages.unit'), heading: true, cell: (unit) => unit.skpdName },
                    { key: 'running', title: t('stages.running'), cell: (unit) => <Running unit={unit} /> },
                    { key: 'planned', title: t('stages.planned'), cell: (unit) => <Share part={unit.planned} whole={unit.people} label={t('stages.planned')} /> },
                    { key: 'recorded', title: t('stages.recorded'), cell: (unit) => <Share part={unit.recorded} whole={unit.people} label={t('stages.recorded')} /> },
                    { key: 'waiting', title: t('stages.waiting'), align: 'right', cell: (unit) => t('stages.waitingOf', { waiting: formatNumber(unit.waiting), overdue: formatNumber(unit.overdue) }) },
                    { key: 'evaluated', title: t('stages.evaluated'), cell: (unit) => <Share part={unit.evaluated} whole={unit.people} label={t('stages.evaluated')} /> },
                    { key: 'net', title: t('stages.net'), align: 'right', cell: (unit) => (unit.net === null ? t('stages.notClosed') : formatRupiah(unit.net)) },
                  ]}
                />
              </Section>
              <Suspense fallback={<Loading rows={4} />}>
                <TrendCharts month={month} />
              </Suspense>
            </>
          )
        }
      </Loaded>
    </Stack>
  );
}

function Sums({ units }: { units: UnitStages[] }) {
  const { t } = useTranslation('monitoring');
  const sum = (of: (unit: UnitStages) => number) => units.reduce((all, unit) => all + of(unit), 0);
  const people = sum((unit) => unit.people);
  const facts: [string, string][] = [
    [t('stages.planned'), t('stages.ofPeople', { part: formatNumber(sum((unit) => unit.planned)), whole: formatNumber(people) })],
    [t('stages.recorded'), t('stages.ofPeople', { part: formatNumber(sum((unit) => unit.recorded)), whole: formatNumber(people) })],
    [t('stages.evaluated'), t('stages.ofPeople', { part: formatNumber(sum((unit) => unit.evaluated)), whole: formatNumber(people) })],
    [t('stages.overdue'), t('entries', { count: sum((unit) => unit.overdue) })],
  ];
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
      {facts.map(([label, value]) => (
        <Section key={label} title={value} note={label}>
          {null}
        </Section>
      ))}
    </SimpleGrid>
  );
}

function Running({ unit }: { unit: UnitStages }) {
  const { t } = useTranslation('monitoring');
  return (
    <Group gap={4}>
      {STAGES.map((stage) => {
        const runs = unit.running.includes(stage);
        return (
          <Badge key={stage} variant={runs ? 'light' : 'outline'} color={runs ? 'green' : 'gray'} tt="none" fw={500}>
            {t(runs ? `stages.runs.${stage}` : `stages.not.${stage}`)}
          </Badge>
        );
      })}
    </Group>
  );
}

function Share({ part, whole, label }: { part: number; whole: number; label: string }) {
  return (
    <Stack gap={2} miw={90}>
      <Text size="sm">
        {formatNumber(part)} / {formatNumber(whole)}
      </Text>
      <Progress value={whole === 0 ? 0 : (part / whole) * 100} size="sm" aria-label={label} />
    </Stack>
  );
}
