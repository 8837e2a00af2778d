import type { IsoMonth } from '@ekinerja/contracts/basics';
import { ActionIcon, Group, NativeSelect } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { addMonths, formatMonth } from '../lib/format';

interface MonthPickerProps {
  value: IsoMonth;
  onChange: (month: IsoMonth) => void;
  /** Last month to offer; usually the current one. */
  max: IsoMonth;
  /** How many months back the list reaches. */
  back?: number;
}

/** Step by step or from a list; the page keeps the month in the address bar (`useMonth`). */
export function MonthPicker({ value, onChange, max, back = 24 }: MonthPickerProps) {
  const { t } = useTranslation('shell');
  const months = Array.from({ length: back + 1 }, (_, at) => addMonths(max, -at));
  if (!months.includes(value)) months.push(value);
  return (
    <Group gap={4} wrap="nowrap" className="no-print">
      <ActionIcon aria-label={t('month.previous')} onClick={() => onChange(addMonths(value, -1))}>
        <IconChevronLeft size={20} aria-hidden />
      </ActionIcon>
      <NativeSelect
        aria-label={t('month.label')}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={months.map((month) => ({ value: month, label: formatMonth(month) }))}
      />
      <ActionIcon
        aria-label={t('month.next')}
        disabled={value >= max}
        onClick={() => onChange(addMonths(value, 1))}
      >
        <IconChevronRight size={20} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
