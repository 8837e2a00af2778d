import type { PayslipView } from '@ekinerja/contracts/pay-runs';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatMonth, formatRupiah } from '../../lib/format';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';

/** Why this month pays less or more than the one before, the greatest cause first. */
export function SlipComparison({ comparison }: { comparison: NonNullable<PayslipView['comparison']> }) {
  const { t } = useTranslation('payslips');
  const { month, difference, lines } = comparison;
  const title = difference === 0 ? t('compare.same', { month: formatMonth(month) }) : t(difference < 0 ? 'compare.less' : 'compare.more', { month: formatMonth(month), amount: formatRupiah(Math.abs(difference)) });
  return (
    <Section title={title} note={t('compare.note')}>
      {lines.length === 0 ? (
        <Text size="sm">{t('compare.none')}</Text>
      ) : (
        <ResponsiveTable
          caption={t('compare.caption')}
          rows={lines.map((line, at) => ({ ...line, at }))}
          rowKey={(line) => String(line.at)}
          columns={[
            { key: 'title', title: t('compare.what'), heading: true, cell: (line) => line.title },
            { key: 'before', title: formatMonth(month), align: 'right', cell: (line) => formatRupiah(line.before) },
            { key: 'after', title: t('compare.now'), align: 'right', cell: (line) => formatRupiah(line.after) },
            { key: 'difference', title: t('compare.difference'), align: 'right', cell: (line) => <b>{formatRupiah(line.after - line.before)}</b> },
          ]}
        />
      )}
    </Section>
  );
}
