import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFilter } from '../../lib/filters';
import { useProfile } from '../../lib/session';
import { yearOf } from './queries';

/** The year in the address bar; this one when absent. */
export function useYear(): [number, (year: string) => void] {
  const current = yearOf(useProfile().today);
  const [chosen, setChosen] = useFilter('tahun');
  return [chosen && /^\d{4}$/.test(chosen) ? Number(chosen) : current, setChosen];
}

export function YearChoice({ year, onChange }: { year: number; onChange: (year: string) => void }) {
  const { t } = useTranslation('skp');
  const current = yearOf(useProfile().today);
  return (
    <NativeSelect
      label={t('list.year')}
      value={String(year)}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[...new Set([current + 1, current, current - 1, year])].map(String)}
    />
  );
}
