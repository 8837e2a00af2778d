import type { IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { EvaluationKind } from '@ekinerja/contracts/evaluations';
import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFilter, useMonth } from '../../lib/filters';
import { addMonths, monthOf } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { MonthPicker } from '../../ui/MonthPicker';
import { SkpdFilter } from '../../ui/SkpdFilter';
import { useYear, YearPicker } from '../../ui/YearPicker';

/** Roles that see every SKPD, and choose one. */
const EVERYWHERE = ['superadmin', 'auditor', 'staffing-manager', 'regent'] as const;

/** Periodic or annual, the month or the year, and for whoever sees all units, which one. */
export function UnitFilter({ children }: { children: (month: IsoMonth, kind: EvaluationKind, skpdId: Uuid | null) => ReactNode }) {
  const { t } = useTranslation('evaluations');
  const { today, roles } = useProfile();
  const [month, setMonth, current] = useMonth(addMonths(monthOf(today), -1));
  const [year, setYear] = useYear();
  const [of, setOf] = useFilter('jenis');
  const [skpd, setSkpd] = useFilter('skpd');
  const everywhere = roles.some(({ role }) => (EVERYWHERE as readonly string[]).includes(role));
  const kind: EvaluationKind = of === 'tahunan' ? 'annual' : 'periodic';
  return (
    <Stack>
      <Group align="flex-end">
        <SegmentedControl
          aria-label={t('kindLabel')}
          value={kind}
          onChange={(value) => setOf(value === 'annual' ? 'tahunan' : null)}
          data={[
            { value: 'periodic', label: t('tab.periodik') },
            { value: 'annual', label: t('tab.tahunan') },
          ]}
        />
        {kind === 'annual' ? <YearPicker value={year} onChange={setYear} /> : <MonthPicker value={month} onChange={setMonth} max={current} />}
        {everywhere ? <SkpdFilter label={t('unit')} all={t('chooseUnit')} value={skpd} onChange={setSkpd} /> : null}
      </Group>
      {everywhere && !skpd ? <Text c="dimmed">{t('chooseUnitText')}</Text> : children(kind === 'annual' ? `${year}-12` : month, kind, skpd)}
    </Stack>
  );
}
