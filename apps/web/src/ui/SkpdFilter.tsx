import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { UnitItem } from '@ekinerja/contracts/organisation';
import { NativeSelect } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { get } from '../lib/api';
import { useProfile } from '../lib/session';

/** All SKPD by name: tens, never thousands, so that a filter shows them at once. */
const skpdList = queryOptions({
  queryKey: ['units', 'skpd'],
  queryFn: async ({ signal }) => {
    const units: UnitItem[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<UnitItem> = await get('/units', {
        query: { skpdOnly: true, limit: 200, cursor },
        signal,
      });
      units.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return units;
  },
  staleTime: 10 * 60_000,
});

interface SkpdFilterProps {
  label: string;
  /** Name of the choice that narrows nothing. */
  all: string;
  value: Uuid | null;
  onChange: (skpdId: Uuid | null) => void;
}

/** Only for those who see the whole government: for everybody else the list is narrowed already. */
export function SkpdFilter({ label, all, value, onChange }: SkpdFilterProps) {
  const everywhere = useProfile().roles.some(({ role }) => role === 'superadmin' || role === 'auditor');
  const { data = [] } = useQuery({ ...skpdList, enabled: everywhere });
  if (!everywhere) return null;
  return (
    <NativeSelect
      label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      data={[{ value: '', label: all }, ...data.map(({ id, name }) => ({ value: id, label: name }))]}
      style={{ flex: '1 1 14rem', minWidth: 0 }}
    />
  );
}
