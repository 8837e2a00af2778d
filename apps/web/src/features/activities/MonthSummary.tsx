import type { ActivityMonth } from '@ekinerja/contracts/activities';
import type { IsoDate } from '@ekinerja/contracts/basics';
import { Alert, Button, Card, Group, Text } from '@mantine/core';
import { IconArrowBackUp, IconCalendarQuestion, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDateShort, formatMinutes, formatMonth, formatNumber } from '../../lib/format';
import { Cite } from '../../ui/Cite';
import classes from './ActivitiesPage.module.css';
import { MonthEstimate } from './MonthEstimate';

/** Figures of the month, then what asks for a hand: refused entries and working days without one. */
export function MonthSummary({ data, onDay }: { data: ActivityMonth; onDay: (date: IsoDate) => void }) {
  const { t } = useTranslation('activities');
  const refused = [
    ...new Set(data.activities.filter((entry) => entry.status === 'refused').map((entry) => entry.date)),
  ];
  const gaps = data.days.filter(({ gap }) => gap).map(({ date }) => date);
  const figures = [
    { label: t('summary.accepted'), value: formatMinutes(data.acceptedMinutes) },
    { label: t('summary.waiting'), value: formatNumber(data.waiting) },
    { label: t(data.rhythm.period === 'daily' ? 'summary.gaps' : 'summary.gapsPeriod'), value: formatNumber(data.gaps) },
  ];
  return (
    <>
      <div className={classes.summary}>
        {figures.map(({ label, value }) => (
          <Card key={label} padding="sm">
            <Text size="sm" c="dimmed">
              {label}
            </Text>
            <Text fw={700} fz="lg" className="tabular">
              {value}
            </Text>
          </Card>
        ))}
      </div>
      {data.rhythm.period === 'daily' ? null : (
        <Text size="sm" component="div">
          {t(`rhythm.${data.rhythm.period}`)} <Cite cite={data.rhythm.cite} />
        </Text>
      )}
      <MonthEstimate data={data} />
      {data.closed ? (
        <Alert
          color="gray"
          icon={<IconLock size={20} aria-hidden />}
          title={t('closed.title', { month: formatMonth(data.month) })}
        >
          {t('closed.text')}
        </Alert>
      ) : null}
      {refused.length > 0 ? (
        <Alert color="red" icon={<IconArrowBackUp size={20} aria-hidden />} title={t('refused.title')}>
          <Text size="sm">{t('refused.text')}</Text>
          <Days dates={refused} onDay={onDay} />
        </Alert>
      ) : null}
      {gaps.length > 0 && !data.closed ? (
        <Alert
          color="orange"
          icon={<IconCalendarQuestion size={20} aria-hidden />}
          title={t(data.rhythm.period === 'daily' ? 'gaps.title' : 'gaps.titlePeriod', { count: gaps.length })}
        >
          <Text size="sm" component="div">
            {t('gaps.text')} {data.minimumCite ? <Cite cite={data.minimumCite} /> : null}
          </Text>
          <Days dates={gaps} onDay={onDay} />
        </Alert>
      ) : null}
    </>
  );
}

function Days({ dates, onDay }: { dates: readonly IsoDate[]; onDay: (date: IsoDate) => void }) {
  return (
    <Group gap={6} mt="xs">
      {dates.map((date) => (
        <Button key={date} size="compact-sm" h={36} variant="default" onClick={() => onDay(date)}>
          {formatDateShort(date)}
        </Button>
      ))}
    </Group>
  );
}
