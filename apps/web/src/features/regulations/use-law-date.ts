import type { IsoDate } from '@ekinerja/contracts/basics';
import { useFilter } from '../../lib/filters';
import { useProfile } from '../../lib/session';

/** `?tanggal=2026-11-22`: the day the law is asked about; today when absent. */
export function useLawDate(): [IsoDate, (date: IsoDate) => void] {
  const { today } = useProfile();
  const [value, set] = useFilter('tanggal');
  const date = value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : today;
  return [date, (next) => set(next === today ? null : next)];
}
