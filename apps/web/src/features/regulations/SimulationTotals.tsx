import type { SimulationTotals as Totals } from '@ekinerja/contracts/pay-simulations';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatRupiah } from '../../lib/format';
import { Facts } from '../../ui/Facts';
import { Section } from '../../ui/Section';

export const signed = (amount: number): string => (amount > 0 ? `+${formatRupiah(amount)}` : formatRupiah(amount));

export function SimulationTotals({ totals }: { totals: Totals }) {
  const { t } = useTranslation('simulations');
  return (
    <Section title={t('total.title')}>
      <Facts
        items={[
          { label: t('total.before'), value: formatRupiah(totals.before) },
          { label: t('total.after'), value: formatRupiah(totals.after) },
          { label: t('total.difference'), value: <b>{signed(totals.difference)}</b> },
          { label: t('total.people'), value: formatNumber(totals.people) },
          { label: t('total.gaining'), value: formatNumber(totals.gaining) },
          { label: t('total.losing'), value: formatNumber(totals.losing) },
          { label: t('total.same'), value: formatNumber(totals.same) },
          ...(totals.uncalculated > 0 ? [{ label: t('total.uncalculated'), value: formatNumber(totals.uncalculated) }] : []),
        ]}
      />
    </Section>
  );
}
