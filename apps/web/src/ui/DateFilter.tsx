import { TextInput } from '@mantine/core';
import { useFilter } from '../lib/filters';
import { useProfile } from '../lib/session';

/** The day a page speaks of, in the address; the government's today when absent. */
export function useDay(name = 'tanggal'): [string, (day: string | null) => void, string] {
  const { today } = useProfile();
  const [chosen, set] = useFilter(name);
  const day = chosen !== null && /^\d{4}-\d{2}-\d{2}$/.test(chosen) ? chosen : today;
  return [day, (next) => set(next === today ? null : next), today];
}

export function DateFilter({ label, value, onChange }: { label: string; value: string; onChange: (day: string | null) => void }) {
  return <TextInput type="date" label={label} value={value} onChange={(event) => onChange(event.currentTarget.value || null)} style={{ flex: '0 1 11rem' }} />;
}
