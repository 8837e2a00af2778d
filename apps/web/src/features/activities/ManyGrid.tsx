import { ACTIVITY_LIMITS, type ActivityMonth } from '@ekinerja/contracts/activities';
import type { Uuid } from '@ekinerja/contracts/basics';
import { ActionIcon, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../lib/problem';
import { inWords } from '../../lib/values';
import { ErrorNotice } from '../../ui/ErrorNotice';
import type { Refusal } from './entry-rules';
import { GRID_COLUMNS, stepOf, type GridColumn, type GridRow } from './grid-rows';
import classes from './ManyGrid.module.css';

interface ManyGridProps {
  data: ActivityMonth;
  rows: readonly GridRow[];
  problems: ReadonlyMap<Uuid, Partial<Record<GridColumn, Refusal>>>;
  onChange: (rows: GridRow[]) => void;
}

/** What is no date stays readable as it was written, to be mended. */
const isoOrEmpty = (text: string) => text === '' || /^\d{4}-\d{2}-\d{2}$/.test(text);

/** One row an entry; on a phone one card. Each cell that is wrong says why, in its place. */
export function ManyGrid({ data, rows, problems, onChange }: ManyGridProps) {
  const { t } = useTranslation(['activities', 'shell']);
  const change = (id: Uuid, values: Partial<GridRow>) => onChange(rows.map((row) => (row.id === id ? { ...row, ...values, receipt: null } : row)));
  return (
    <table className={classes.grid}>
      <thead>
        <tr>
          {GRID_COLUMNS.map((column) => (
            <th key={column} scope="col" className={classes[column]}>
              {t(`many.column.${column}`)}
            </th>
          ))}
          <th scope="col" aria-label={t('many.remove')} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => {
          const cell = (column: GridColumn) => {
            const refusal = problems.get(row.id)?.[column];
            const params = Object.fromEntries(Object.entries(refusal?.params ?? {}).map(([name, value]) => [name, inWords(String(value))]));
            return {
              'aria-label': `${t(`many.column.${column}`)}, ${t('many.row', { at: at + 1 })}`,
              value: row[column] ?? '',
              error: refusal ? t(`refusal.${refusal.word}`, params) : undefined,
            };
          };
          const text = (column: Exclude<GridColumn, 'skpResultId' | 'task'>, more: object = {}) => (
            <TextInput size="sm" {...cell(column)} {...more} onChange={(event) => change(row.id, { [column]: event.currentTarget.value })} />
          );
          const refused = row.receipt && 'problem' in row.receipt ? row.receipt.problem : null;
          return (
            <tr key={row.id} data-refused={refused ? true : undefined}>
              <td data-label={t('many.column.date')}>{text('date', { type: isoOrEmpty(row.date) ? 'date' : 'text' })}</td>
              <td data-label={t('many.column.startTime')}>{text('startTime', { type: 'time' })}</td>
              <td data-label={t('many.column.endTime')}>{text('endTime', { type: 'time' })}</td>
              <td data-label={t('many.column.description')}>
                {text('description', { maxLength: ACTIVITY_LIMITS.description.max })}
                {refused ? <ErrorNotice error={new ProblemError(refused)} mt={4} /> : null}
              </td>
              <td data-label={t('many.column.outputQuantity')}>{text('outputQuantity', { inputMode: 'decimal' })}</td>
              <td data-label={t('many.column.outputUnit')}>{text('outputUnit', { maxLength: ACTIVITY_LIMITS.outputUnit })}</td>
              <td data-label={t('many.column.skpResultId')}>
                <NativeSelect
                  size="sm"
                  {...cell('skpResultId')}
                  data={[{ value: '', label: t('form.chooseResult') }, ...data.skpResults.map(({ id, title }) => ({ value: id, label: title }))]}
                  onChange={(event) => {
                    const chosen = data.skpResults.find(({ id }) => id === event.currentTarget.value);
                    change(row.id, { skpResultId: chosen?.id ?? '', resultText: '', ...(chosen ? { task: chosen.task } : {}), monthPlanId: stepOf(row.monthPlanId, chosen?.id, data) });
                  }}
                />
                {row.resultText ? (
                  <Text size="xs" c="dimmed">
                    {t('many.unknownResult', { text: row.resultText })}
                  </Text>
                ) : null}
              </td>
              <td data-label={t('many.column.task')}>
                <NativeSelect
                  size="sm"
                  {...cell('task')}
                  data={(['main', 'additional'] as const).map((value) => ({ value, label: t(`task.${value}`) }))}
                  onChange={(event) => change(row.id, { task: event.currentTarget.value as GridRow['task'] })}
                />
              </td>
              <td data-label={t('many.column.evidenceLink')}>{text('evidenceLink', { type: 'url' })}</td>
              <td>
                <ActionIcon variant="subtle" color="gray" size={36} aria-label={`${t('many.remove')}, ${t('many.row', { at: at + 1 })}`} onClick={() => onChange(rows.filter(({ id }) => id !== row.id))}>
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
