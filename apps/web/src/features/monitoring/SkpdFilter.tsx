import type { Uuid } from '@ekinerja/contracts/basics';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useProfile } from '../../lib/session';
import { skpdList } from './queries';

interface SkpdFilterProps {
  value: Uuid | null;
  onChange: (skpdId: Uuid | null) => void;
}

/** Only for those who see the whole government: for everybody else the list is narrowed already. */
export function SkpdFilter({ value, onChange }: SkpdFilterProps) {
  const { t } = useTranslation('monitoring');
  const everywhere = useProfile().roles.some(({ role }) => role === 'superadmin' || role === 'auditor');
  const { data = [] } = useQuery({ ...skpdList, enabled: everywhere });
  if (!everywhere) return null;
  return (
    <NativeSelect
      label={t('filter.skpd')}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      data={[{ value: '', label: t('filter.allSkpd') }, ...data.map(({ id, name }) => ({ value: id, label: name }))]}
      style={{ flex: '1 1 14rem', minWidth: 0 }}
    />
  );
}
