import type { ActivityMonth } from '@ekinerja/contracts/activities';
import type { IsoDate } from '@ekinerja/contracts/basics';
import { Chip, Group, Input } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDay, formatDateShort } from '../../lib/format';
import { repeatDays, type EntryValues, type PlacedEntry } from './entry-rules';

interface RepeatDaysProps {
  values: EntryValues;
  data: ActivityMonth;
  /** Of the month, waiting ones among them. */
  entries: readonly PlacedEntry[];
  days: IsoDate[];
  onChange: (days: IsoDate[]) => void;
}

/** The same on other days: only days that are open, on duty, and free at that time can be chosen. */
export function RepeatDays({ values, data, entries, days, onChange }: RepeatDaysProps) {
  const { t } = useTranslation('activities');
  const open = repeatDays(values, data, entries).slice(-12);
  if (open.length === 0) return null;
  return (
    <Input.Wrapper label={t('form.repeat')} labelElement="div" description={t('form.repeatNote')}>
      <Chip.Group multiple value={days} onChange={onChange}>
        <Group gap={6} mt={6}>
          {open.map((date) => (
            <Chip key={date} value={date} size="sm" aria-label={formatDay(date)}>
              {formatDateShort(date)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  );
}
