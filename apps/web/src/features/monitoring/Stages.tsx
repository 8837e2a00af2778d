import type { IsoMonth } from '@ekinerja/contracts/basics';
import { STAGES, type UnitStages } from '@ekinerja/contracts/oversight';
import { Anchor, Badge, Button, Group, NativeSelect, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconBuildingCommunity, IconFileSpreadsheet } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { download } from '../../lib/api';
import { useFilter, useMonth } from '../../lib/filters';
import { formatMonth, formatNumber, formatRupiah } from '../../lib/format';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
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
  const [skpdId, setSkpdId] = useFilter('skpd');
  const query = useQuery(stages(month));
  const workbook = useMutation({ mutationFn: () => download('/monitoring/stages.xlsx', `tahapan-${month}.xlsx`, { month, skpdId }) });
  return (
    <Stack>
      <Group align="flex-end" gap="sm">
        <MonthPicker value={month} onChange={setMonth} max={current} />
        {(query.data?.units.length ?? 0) > 1 ? (
          <NativeSelect
            label={t('filter.skpd')}
            value={skpdId ?? ''}
            onChange={(event) => setSkpdId(event.currentTarget.value || null)}
            data={[{ value: '', label: t('filter.allSkpd') }, ...(query.data?.units ?? []).map((unit) => ({ value: unit.skpdId, label: unit.skpdName }))]}
            style={{ flex: '1 1 14rem', minWidth: 0 }}
          />
        ) : null}
        <Button variant="default" leftSection={<IconFileSpreadsheet size={18} aria-hidden />} loading={workbook.isPending} onClick={() => workbook.mutate()}>
          {t('compliance.excel')}
        </Button>
      </Group>
      <ErrorNotice error={workbook.error} onRetry={() => workbook.mutate()} />
      <Loaded query={query} rows={8}>
        {({ units: all }) => {
          const units = skpdId === null ? all : all.filter((unit) => unit.skpdId === skpdId);
          return units.length === 0 ? (
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
                    { key: 'unit', title: t('stages.unit'), heading: true, cell: (unit) => <PeopleOf unit={unit} month={month}>{unit.skpdName}</PeopleOf> },
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
                <TrendCharts month={month} skpdId={skpdId} />
              </Suspense>
            </>
          );
        }}
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

/** Down to the people: the recap of the unit and month. */
function PeopleOf({ unit, month, children }: { unit: UnitStages; month: IsoMonth; children: string }) {
  return (
    <Anchor component={Link} to={`/pantau?bagian=kepatuhan&bulan=${month}&skpd=${unit.skpdId}`}>
      {children}
    </Anchor>
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
