import type { PayRunItem } from '@ekinerja/contracts/pay-runs';
import { Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format';

/** How many SKPD are closed and checked, as a bar and in words. */
export function RunProgress({ run }: { run: PayRunItem }) {
  const { t } = useTranslation('pay-runs');
  const share = (count: number) => (run.units === 0 ? 0 : (count * 100) / run.units);
  return (
    <div style={{ marginBottom: '0.75rem' }}>
      <Progress.Root size="lg" mb={4}>
        <Progress.Section value={share(run.closed)} color="green" aria-label={t('progress.closedLabel')} />
        <Progress.Section value={share(run.checked)} color="blue" aria-label={t('progress.checkedLabel')} />
      </Progress.Root>
      <Text size="sm">
        {t('progress.words', { closed: formatNumber(run.closed), checked: formatNumber(run.checked), units: formatNumber(run.units) })}
      </Text>
    </div>
  );
}
