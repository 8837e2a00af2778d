import type { Uuid } from '@ekinerja/contracts/basics';
import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconBell, IconFolderOpen } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFilter } from '../../lib/filters';
import { formatInstant } from '../../lib/format';
import { useCan, useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { SkpdFilter } from '../../ui/SkpdFilter';
import { ImportSkps } from './ImportSkps';
import { yearOf, yearProgress, useYearStep } from './queries';
import { MissingPlans } from './MissingPlans';
import { SkpTabs } from './SkpTabs';
import { YearDuties } from './YearDuties';
import { YearList } from './YearList';

/** The SKPs of a unit's year: how far each unit is, opening it, reminding, importing, and everybody by status. */
export default function YearPage() {
  const { t } = useTranslation('skp');
  const { today, employment, roles } = useProfile();
  const current = yearOf(today);
  const [chosen, setChosen] = useFilter('tahun');
  const [skpd, setSkpd] = useFilter('skpd');
  const year = chosen && /^\d{4}$/.test(chosen) ? Number(chosen) : current;
  const ofRole = roles.find(({ role, unitId }) => unitId !== null && role !== 'employee' && role !== 'evaluator')?.unitId;
  const skpdId = skpd ?? ofRole ?? employment?.skpdId ?? null;
  return (
    <>
      <SkpTabs />
      <PageTitle title={t('year.title', { year })} note={t('year.note')}>
        <Group gap="xs" align="flex-end">
          <SkpdFilter label={t('year.skpd')} all={t('year.own')} value={skpd} onChange={setSkpd} />
          <NativeSelect
            label={t('list.year')}
            value={String(year)}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={[...new Set([current + 1, current, current - 1, year])].map(String)}
          />
        </Group>
      </PageTitle>
      {skpdId === null ? <Text c="dimmed">{t('year.choose')}</Text> : <OfUnit year={year} skpdId={skpdId} />}
    </>
  );
}

function OfUnit({ year, skpdId }: { year: number; skpdId: Uuid }) {
  const { t } = useTranslation('skp');
  const query = useQuery(yearProgress(year, skpdId));
  const administers = useCan('skp.administer');
  const step = useYearStep(year, skpdId);
  const act = (name: 'open' | 'remind') =>
    step.mutate(name, {
      onSuccess: ({ created, reminded }) =>
        announce(t(`year.done.${name}`, { count: name === 'open' ? created : reminded })),
    });
  return (
    <Stack>
      <Loaded query={query} shape="list">
        {(progress) => (
          <Section
            title={t('year.progress')}
            note={[
              progress.openedAt ? t('year.opened', { at: formatInstant(progress.openedAt) }) : '',
              progress.remindedAt ? t('year.reminded', { at: formatInstant(progress.remindedAt) }) : '',
            ]
              .filter(Boolean)
              .join(' ')}
            actions={
              administers ? (
                <>
                  <Button
                    variant="default"
                    leftSection={<IconFolderOpen size={18} aria-hidden />}
                    loading={step.isPending}
                    onClick={() => act('open')}
                  >
                    {t('year.open')}
                  </Button>
                  <Button
                    variant="default"
                    leftSection={<IconBell size={18} aria-hidden />}
                    loading={step.isPending}
                    onClick={() => act('remind')}
                  >
                    {t('year.remind')}
                  </Button>
                </>
              ) : undefined
            }
          >
            <ErrorNotice error={step.error} mb="sm" />
            <ResponsiveTable
              caption={t('year.progress')}
              rows={progress.units}
              rowKey={(row) => row.unitId}
              columns={[
                { key: 'unit', title: t('year.unit'), heading: true, cell: (row) => row.unitName },
                ...(['people', 'none', 'draft', 'waiting', 'determined', 'late'] as const).map((key) => ({
                  key,
                  title: t(`year.count.${key}`),
                  align: 'right' as const,
                  cell: (row: (typeof progress.units)[number]) => row[key],
                })),
              ]}
            />
          </Section>
        )}
      </Loaded>
      {administers ? <ImportSkps year={year} skpdId={skpdId} /> : null}
      <YearList year={year} skpdId={skpdId} />
      <YearDuties year={year} skpdId={skpdId} />
      <MissingPlans year={year} skpdId={skpdId} />
    </Stack>
  );
}
