import type { PayslipView } from '@ekinerja/contracts/pay-runs';
import { Card, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatMonth, formatRupiah } from '../../lib/format';
import classes from './Slip.module.css';

export function SlipTotals({ slip }: { slip: PayslipView }) {
  const { t } = useTranslation('payslips');
  const { gross, cuts, deductions, adjustments, net } = slip.totals;
  const rows = [
    { word: 'gross', amount: gross },
    { word: 'cuts', amount: -Math.abs(cuts) },
    { word: 'deductions', amount: -Math.abs(deductions) },
    { word: 'adjustments', amount: adjustments },
  ].filter(({ word, amount }) => word === 'gross' || amount !== 0);
  return (
    <Card component="section" aria-label={t('totals')}>
      <Text c="dimmed">
        {t(slip.estimate ? 'netEstimate' : 'net', { month: formatMonth(slip.paymentMonth) })}
      </Text>
      <Text fw={750} fz={30} lh={1.2} className="tabular" mb="sm">
        {formatRupiah(net)}
      </Text>
      <dl className={classes.totals}>
        {rows.map(({ word, amount }) => (
          <div key={word}>
            <dt>{t(`total.${word}`)}</dt>
            <dd className="tabular">{formatRupiah(amount)}</dd>
          </div>
        ))}
        <div data-total>
          <dt>{t('total.net')}</dt>
          <dd className="tabular">{formatRupiah(net)}</dd>
        </div>
      </dl>
    </Card>
  );
}
