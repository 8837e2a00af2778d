import type { ActivityMonth } from '@ekinerja/contracts/activities';
import type { IsoDate } from '@ekinerja/contracts/basics';
import { Anchor, Button, FileButton, Group, TextInput } from '@mantine/core';
import { IconCalendarWeek, IconCopy, IconFileSpreadsheet } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../../lib/api';
import { addMonths, monthOf, weekdayOf } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { copiedRows, emptyRow, rowsOf, type GridRow } from './grid-rows';
import { activityMonth, readSheet } from './queries';

const shift = (date: IsoDate, days: number): IsoDate => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The day of a month ago, its last one where that month is shorter. */
function monthBefore(date: IsoDate): IsoDate {
  const month = addMonths(monthOf(date), -1);
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
  return `${month}-${String(Math.min(Number(date.slice(8)), last)).padStart(2, '0')}`;
}

/** Where rows come from: the days of a week, days copied, a file. Pasting works anywhere on the page. */
export function ManySources({ data, onRows }: { data: ActivityMonth; onRows: (rows: GridRow[]) => void }) {
  const { t } = useTranslation('activities');
  const { today } = useProfile();
  const client = useQueryClient();
  const [day, setDay] = useState<IsoDate>(today);
  const [nothing, setNothing] = useState<string | null>(null);
  const take = (rows: GridRow[], from: string) => {
    setNothing(rows.length === 0 ? from : null);
    if (rows.length > 0) onRows(rows);
  };
  const copy = useMutation({
    networkMode: 'always',
    mutationFn: async (from: IsoDate) => {
      const source = monthOf(from) === data.month ? data : await client.fetchQuery(activityMonth(monthOf(from)));
      return copiedRows(source.activities, from, day, data);
    },
    onSuccess: take,
  });
  const file = useMutation({
    mutationFn: async (chosen: File) => rowsOf((await readSheet(chosen)).rows.map(({ cells }) => cells), data),
    onSuccess: (rows, chosen) => take(rows, chosen.name),
  });
  const week = () => {
    const monday = shift(day, 1 - weekdayOf(day));
    const open = data.days.filter(({ date, state }) => date >= monday && date <= shift(monday, 6) && date >= data.entryWindow.from && date <= data.entryWindow.to && !['holiday', 'off', 'leave'].includes(state));
    onRows(open.map(({ date }) => emptyRow(date, data)));
  };
  const yesterday = data.days.filter(({ date, entries }) => date < day && entries > 0).at(-1)?.date ?? shift(day, -1);
  const [template, setTemplate] = useState<unknown>(null);
  return (
    <Section title={t('many.from')}>
      <Group align="flex-end" gap="xs">
        <TextInput type="date" label={t('many.day')} value={day} min={data.entryWindow.from} max={data.entryWindow.to} onChange={(event) => event.currentTarget.value && setDay(event.currentTarget.value)} />
        <Button variant="default" leftSection={<IconCopy size={18} aria-hidden />} loading={copy.isPending} onClick={() => copy.mutate(yesterday)}>
          {t('many.yesterday')}
        </Button>
        <Button variant="default" leftSection={<IconCopy size={18} aria-hidden />} disabled={copy.isPending} onClick={() => copy.mutate(shift(day, -7))}>
          {t('many.lastWeek')}
        </Button>
        <Button variant="default" leftSection={<IconCopy size={18} aria-hidden />} disabled={copy.isPending} onClick={() => copy.mutate(monthBefore(day))}>
          {t('many.lastMonth')}
        </Button>
        <Button variant="default" leftSection={<IconCalendarWeek size={18} aria-hidden />} onClick={week}>
          {t('many.week')}
        </Button>
        <FileButton accept=".xlsx" onChange={(chosen) => chosen && file.mutate(chosen)} inputProps={{ 'aria-label': t('many.file') }}>
          {(button) => (
            <Button {...button} variant="default" loading={file.isPending} leftSection={<IconFileSpreadsheet size={18} aria-hidden />}>
              {t('many.file')}
            </Button>
          )}
        </FileButton>
        <Anchor component="button" type="button" onClick={() => void download('/activities/template.xlsx', 'kegiatan.xlsx').catch(setTemplate)}>
          {t('many.template')}
        </Anchor>
      </Group>
      {nothing ? <p role="status">{t('many.nothing')}</p> : null}
      <ErrorNotice error={copy.error ?? file.error ?? template} mt="sm" />
    </Section>
  );
}
