import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFilter } from '../lib/filters';
import { useProfile } from '../lib/session';

const YEARS_BACK = 4;

interface YearPickerProps {
  value: string;
  onChange: (year: string) => void;
}

/** `?tahun=2026`; the last whole year when absent, unless another is the one to begin with. */
export function useYear(first?: string): [string, (year: string | null) => void] {
  const last = String(Number(useProfile().today.slice(0, 4)) - 1);
  const [value, set] = useFilter('tahun');
  return [value !== null && /^20\d\d$/.test(value) ? value : (first ?? last), set];
}

/** This year and the ones before. */
export function YearPicker({ value, onChange }: YearPickerProps) {
  const { t } = useTranslation('shell');
  const present = Number(useProfile().today.slice(0, 4));
  const years = Array.from({ length: YEARS_BACK }, (_, back) => String(present - back));
  return (
    <NativeSelect
      label={t('year')}
      value={value}
      data={years.includes(value) ? years : [...years, value]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
