import type { StaffingField } from '@ekinerja/contracts/staffing-records';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../lib/format';

const DAYS: readonly StaffingField[] = ['birthDate', 'rankSince', 'postSince'];

/** A value as a clerk reads it: days in words, codes by their name. */
export function FieldValue({ field, value }: { field: StaffingField; value: string | null | undefined }) {
  const { t } = useTranslation('staffing');
  if (value === null || value === undefined || value === '') return <>–</>;
  if (DAYS.includes(field)) return <>{formatDate(value)}</>;
  if (field === 'sex' || field === 'kind') return <>{t(`value.${value}`, { defaultValue: value })}</>;
  return <>{value}</>;
}
