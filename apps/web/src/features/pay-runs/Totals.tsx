import type { PayTotals } from '@ekinerja/contracts/pay-runs';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatRupiah } from '../../lib/format';
import { Facts } from '../../ui/Facts';

export function Totals({ totals }: { totals: PayTotals }) {
  const { t } = useTranslation('pay-runs');
  const money = (amount: number) => <span className="tabular">{formatRupiah(amount)}</span>;
  return (
    <div style={{ marginTop: '0.75rem' }}>
      <Facts
        items={[
          { label: t('employees'), value: formatNumber(totals.employees) },
          { label: t('gross'), value: money(totals.gross) },
          { label: t('cuts'), value: money(totals.cuts) },
          { label: t('deductions'), value: money(totals.deductions) },
          { label: t('adjustments'), value: money(totals.adjustments) },
          { label: t('net'), value: <strong>{money(totals.net)}</strong> },
        ]}
      />
    </div>
  );
}
