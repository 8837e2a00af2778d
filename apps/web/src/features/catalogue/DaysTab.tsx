import type { SilentEvaluator, UnitDay } from '@ekinerja/contracts/activities';
import type { Uuid } from '@ekinerja/contracts/basics';
import { Anchor, Stack } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFilter, useMonth } from '../../lib/filters';
import { formatDay, formatDeadline, formatNumber } from '../../lib/format';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { MonthPicker } from '../../ui/MonthPicker';
import { ResponsiveTable, type Column } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { DayLackingDrawer } from './DayLackingDrawer';
import { unitDays } from './queries';

/** Day by day how many entered, lack, wait; then the evaluators on whom it waits. */
export function DaysTab({ skpdId }: { skpdId: Uuid }) {
  const { t } = useTranslation('catalogue');
  const [month, setMonth, current] = useMonth();
  const [day, setDay] = useFilter('hari');
  const query = useQuery(unitDays(skpdId, month));
  const count = (key: 'people' | 'entered' | 'missing' | 'excused' | 'waiting' | 'overdue'): Column<UnitDay> => ({
    key, title: t(`day.${key}`), align: 'right', cell: (day) => formatNumber(day[key]),
  });
  const missing: Column<UnitDay> = {
    ...count('missing'),
    cell: (day) =>
      day.missing === 0 ? (
        formatNumber(0)
      ) : (
        <Anchor component="button" type="button" onClick={() => setDay(day.date)} aria-label={t('lacking.open', { count: day.missing, date: formatDay(day.date) })}>
          {formatNumber(day.missing)}
        </Anchor>
      ),
  };
  const days: Column<UnitDay>[] = [
    { key: 'date', title: t('day.date'), heading: true, cell: ({ date }) => formatDay(date) },
    count('people'), count('entered'), missing, count('excused'), count('waiting'), count('overdue'),
  ];
  const silent: Column<SilentEvaluator>[] = [
    { key: 'name', title: t('silent.name'), heading: true, cell: ({ personName, postName }) => [personName, postName].filter(Boolean).join(', ') },
    { key: 'waiting', title: t('day.waiting'), align: 'right', cell: ({ waiting }) => formatNumber(waiting) },
    { key: 'overdue', title: t('day.overdue'), align: 'right', cell: ({ overdue }) => formatNumber(overdue) },
    { key: 'unopened', title: t('silent.unopened'), align: 'right', cell: ({ unopened }) => formatNumber(unopened) },
    { key: 'lapsed', title: t('silent.lapsed'), align: 'right', cell: ({ lapsed }) => formatNumber(lapsed) },
    { key: 'oldest', title: t('silent.oldest'), cell: ({ oldestDueAt }) => (oldestDueAt ? formatDeadline(oldestDueAt) : '–') },
  ];
  return (
    <Stack>
      <MonthPicker value={month} onChange={setMonth} max={current} />
      <Loaded query={query} rows={6}>
        {(data) => (
          <>
            <Section title={t('silent.title')} note={t('silent.note')}>
              {data.evaluators.length === 0 ? (
                <EmptyState icon={IconCircleCheck} title={t('silent.none')} text={t('silent.noneText')} />
              ) : (
                <ResponsiveTable caption={t('silent.title')} columns={silent} rows={data.evaluators} rowKey={({ employmentId }) => employmentId} />
              )}
            </Section>
            <Section title={t('day.title')} note={t('day.note')}>
              <ResponsiveTable caption={t('day.title')} columns={days} rows={[...data.days].reverse()} rowKey={({ date }) => date} />
            </Section>
          </>
        )}
      </Loaded>
      <DayLackingDrawer skpdId={skpdId} date={day} onClose={() => setDay(null)} />
    </Stack>
  );
}
