import type { SimulationUnit } from '@ekinerja/contracts/pay-simulations';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatRupiah } from '../../lib/format';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { signed } from './SimulationTotals';

export function SimulationUnits({ units }: { units: readonly SimulationUnit[] }) {
  const { t } = useTranslation('simulations');
  const number = (key: 'people' | 'gaining' | 'losing') => ({ key, title: t(`total.${key}`), align: 'right' as const, cell: (unit: SimulationUnit) => formatNumber(unit[key]) });
  return (
    <Section title={t('units.title')}>
      <ResponsiveTable
        caption={t('units.title')}
        rows={units}
        rowKey={({ skpdId }) => skpdId}
        columns={[
          { key: 'name', title: t('units.name'), heading: true, cell: ({ skpdName }) => skpdName },
          number('people'),
          number('gaining'),
          number('losing'),
          { key: 'before', title: t('total.before'), align: 'right', cell: ({ before }) => formatRupiah(before) },
          { key: 'after', title: t('total.after'), align: 'right', cell: ({ after }) => formatRupiah(after) },
          { key: 'difference', title: t('total.difference'), align: 'right', cell: ({ difference }) => <b>{signed(difference)}</b> },
        ]}
      />
    </Section>
  );
}
