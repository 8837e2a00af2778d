import type { PayRunUnitView } from '@ekinerja/contracts/pay-runs';
import { Alert, Button, Text } from '@mantine/core';
import { IconArrowRight, IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatMonth, formatNumber, formatRupiah } from '../../lib/format';
import { payRun } from './queries';

/** The result of the close, and the next SKPD that is not closed yet. */
export function ClosedNotice({ unit, fresh }: { unit: PayRunUnitView; fresh: boolean }) {
  const { t } = useTranslation('pay-runs');
  const { data: run } = useQuery(payRun(unit.runId));
  const units = run?.unitList ?? [];
  const at = units.findIndex(({ skpdId }) => skpdId === unit.skpdId);
  const inOrder = [...units.slice(at + 1), ...units.slice(0, Math.max(at, 0))];
  const next = inOrder.find(({ status, skpdId }) => status !== 'closed' && skpdId !== unit.skpdId);
  return (
    <Alert color="green" role={fresh ? 'status' : undefined} icon={<IconLock size={20} aria-hidden />} title={t('closed.title', { month: formatMonth(unit.month) })}>
      <Text size="sm">
        {t('closed.text', { employees: formatNumber(unit.totals.employees), net: formatRupiah(unit.totals.net) })}
      </Text>
      {fresh && next ? (
        <Button
          component={Link}
          to={`/tpp/${unit.runId}/${next.skpdId}`}
          mt="xs"
          h="auto"
          mih={44}
          py={11}
          autoFocus
          styles={{ label: { whiteSpace: 'normal' } }}
          rightSection={<IconArrowRight size={18} aria-hidden />}
        >
          {t('closed.next', { name: next.skpdName })}
        </Button>
      ) : null}
      {fresh && run && !next ? <Text size="sm">{t('closed.all')}</Text> : null}
    </Alert>
  );
}
