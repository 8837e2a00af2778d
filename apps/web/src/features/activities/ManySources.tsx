import type { Activity, ActivityMonth } from '@ekinerja/contracts/activities';
import type { IsoDate, IsoMonth } from '@ekinerja/contracts/basics';
import { Anchor, Button, FileButton, Group, TextInput } from '@mantine/core';
import { IconCalendarWeek, IconCopy, IconFileSpreadsheet } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../../lib/api';
import { addMonths, monthOf } from '../../lib/format';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { copiedRows, emptyRow, lastOpenDay, openWeek, rowsOf, shiftDays, type GridRow } from './grid-rows';
import { activityMonth, ownCatalogue, readSheet } from './queries';

/** The day of a month ago, its last one where that month is shorter. */
function monthBefore(date: IsoDate): IsoDate {
  const month = addMonths(monthOf(date), -1);
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
  return `${month}-${String(Math.min(Number(date.slice(8)), last)).padStart(2, '0')}`;
}

/** Where rows come from: the days of a week, days copied, a file. Pasting works anywhere on the page. */
export function ManySources({ data, onRows }: { data: ActivityMonth; onRows: (rows: GridRow[]) => void }) {
  const { t } = useTranslation('activities');
    const client = useQueryClient();
  const [day, setDay] = useState<IsoDate>(() => lastOpenDay(data));
  const [nothing, setNothing] = useState<string | null>(null);
  const take = (rows: GridRow[], from: string) => {
    setNothing(rows.length === 0 ? from : null);
    if (rows.length > 0) onRows(rows);
  };
  const entriesOf = async (month: IsoMonth) => (month === data.month ? data : await client.fetchQuery(activityMonth(month))).activities;
  const worked = (entries: readonly Activity[], to: IsoDate) => entries.filter(({ date, status }) => date <= to && status !== 'withdrawn').map(({ date }) => date).sort().at(-1);
  const copy = useMutation({
    networkMode: 'always',
    mutationFn: async (from: 'day' | 'week' | 'month') => {
      // Without a line the choice of the catalogue is not known; the server then has the last word.
      const catalogue = await client.ensureQueryData(ownCatalogue).then(({ items }) => new Set(items.map(({ id }) => id)), () => null);
      if (from === 'week') {
        const rows = await Promise.all(
          openWeek(day, data).map(async (to) => {
            const before = shiftDays(to, -7);
            return copiedRows(await entriesOf(monthOf(before)), before, to, data, catalogue);
          }),
        );
        return rows.flat();
      }
      const until = from === 'day' ? shiftDays(day, -1) : monthBefore(day);
      const entries = await entriesOf(monthOf(until));
      const last = worked(entries, until) ?? (from === 'day' ? worked(await entriesOf(addMonths(data.month, -1)), until) : undefined);
      return last ? copiedRows(await entriesOf(monthOf(last)), last, day, data, catalogue) : [];
    },
    onSuccess: take,
  });
  const file = useMutation({
    mutationFn: async (chosen: File) => rowsOf((await readSheet(chosen)).rows.map(({ cells }) => cells), data),
    onSuccess: (rows, chosen) => take(rows, chosen.name),
  });
  const week = () => take(openWeek(day, data).map((date) => emptyRow(date, data)), 'empty-week');
  const [template, setTemplate] = useState<unknown>(null);
  return (
    <Section title={t('many.from')}>
      <Group align="flex-end" gap="xs">
        <TextInput type="date" label={t('many.day')} value={day} min={data.entryWindow.from} max={data.entryWindow.to} onChange={(event) => event.currentTarget.value && setDay(event.currentTarget.value)} />
        <Button variant="default" leftSection={<IconCopy size={18} aria-hidden />} loading={copy.isPending} onClick={() => copy.mutate('day')}>
          {t('many.yesterday')}
        </Button>
        <Button variant="default" leftSection={<IconCopy size={18} aria-hidden />} disabled={copy.isPending} onClick={() => copy.mutate('week')}>
          {t('many.lastWeek')}
        </Button>
        <Button variant="default" leftSection={<IconCopy size={18} aria-hidden />} disabled={copy.isPending} onClick={() => copy.mutate('month')}>
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
      {nothing ? <p role="status">{t(nothing === 'empty-week' ? 'many.noOpenDay' : 'many.nothing')}</p> : null}
      <ErrorNotice error={copy.error ?? file.error ?? template} mt="sm" />
    </Section>
  );
}
