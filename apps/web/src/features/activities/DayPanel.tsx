import type { ActivityMonth } from '@ekinerja/contracts/activities';
import type { IsoDate } from '@ekinerja/contracts/basics';
import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDay } from '../../lib/format';
import { Cite } from '../../ui/Cite';
import { Section } from '../../ui/Section';
import { EntryCard } from './EntryCard';

interface DayPanelProps {
  data: ActivityMonth;
  date: IsoDate;
  /** The button for a new entry; null where none may be made. */
  add: ReactNode;
  onEdit: (id: string) => void;
  /** Of somebody else, for the unit admin. */
  foreign?: boolean;
}

export function DayPanel({ data, date, add, onEdit, foreign = false }: DayPanelProps) {
  const { t } = useTranslation('activities');
  const day = data.days.find((one) => one.date === date);
  const entries = data.activities
    .filter((entry) => entry.date === date)
    .sort((a, b) => a.startTime.localeCompare(b.startTime));
  const { from, cite } = data.entryWindow;
  return (
    <Section title={formatDay(date)} note={day?.holiday} actions={add}>
      <Stack gap="sm">
        {entries.map((entry) => (
          <EntryCard key={entry.id} entry={entry} foreign={foreign} onEdit={() => onEdit(entry.id)} />
        ))}
        {entries.length === 0 ? (
          <Text c="dimmed">{t(add ? 'day.empty' : day?.state === 'future' ? 'day.future' : 'day.none')}</Text>
        ) : null}
        {!add && !data.closed && date < from ? (
          <Text size="sm" component="div">
            {t('day.windowPast', { date: formatDate(from) })} {cite ? <Cite cite={cite} /> : null}
          </Text>
        ) : null}
      </Stack>
    </Section>
  );
}
