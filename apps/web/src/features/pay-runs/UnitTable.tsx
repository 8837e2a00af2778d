import type { Uuid } from '@ekinerja/contracts/basics';
import type { PayRunUnitItem } from '@ekinerja/contracts/pay-runs';
import { Anchor, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber, formatRupiah } from '../../lib/format';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { StatusBadge } from '../../ui/StatusBadge';

export function UnitTable({ runId, units }: { runId: Uuid; units: readonly PayRunUnitItem[] }) {
  const { t } = useTranslation('pay-runs');
  return (
    <ResponsiveTable
      caption={t('run.units')}
      rows={units}
      rowKey={(unit) => unit.skpdId}
      columns={[
        {
          key: 'name',
          title: t('unit.skpd'),
          heading: true,
          cell: (unit) => (
            <Anchor component={Link} to={`/tpp/${runId}/${unit.skpdId}`}>
              {unit.skpdName}
            </Anchor>
          ),
        },
        { key: 'status', title: t('unit.status'), cell: (unit) => <UnitStatus unit={unit} /> },
        {
          key: 'blockers',
          title: t('unit.blockers'),
          cell: (unit) => (unit.status === 'closed' ? '–' : unit.blockers > 0 ? t('unit.blockerCount', { count: unit.blockers }) : t('unit.noBlockers')),
        },
        { key: 'employees', title: t('employees'), align: 'right', cell: (unit) => formatNumber(unit.totals.employees) },
        { key: 'net', title: t('net'), align: 'right', cell: (unit) => formatRupiah(unit.totals.net) },
      ]}
    />
  );
}

export function UnitStatus({ unit }: { unit: PayRunUnitItem }) {
  return (
    <Stack gap={4} align="flex-start" component="span" style={{ minWidth: 'max-content' }}>
      <StatusBadge status={unit.status} />
      {unit.status === 'draft' && unit.blockers > 0 ? <StatusBadge status="blocked" /> : null}
      {unit.handedOverAt ? <StatusBadge status="handed-over" /> : unit.recapSignedAt ? <StatusBadge status="signed" /> : null}
    </Stack>
  );
}
