import type { PayRunUnitView } from '@ekinerja/contracts/pay-runs';
import { Alert, Button, Group, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatMonth, formatNumber, formatRupiah } from '../../lib/format';

interface CloseQuestionProps {
  unit: PayRunUnitView;
  busy: boolean;
  onYes: () => void;
  onNo: () => void;
}

/** Asked once, in place: closing is the one step here that has no undo. */
export function CloseQuestion({ unit, busy, onYes, onNo }: CloseQuestionProps) {
  const { t } = useTranslation(['pay-runs', 'shell']);
  return (
    <Alert
      color="orange"
      role="group"
      icon={<IconLock size={20} aria-hidden />}
      title={t('close.title', { name: unit.skpdName, month: formatMonth(unit.month) })}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onNo();
      }}
    >
      <Text size="sm">{t('close.text')}</Text>
      <Text size="sm" mb="xs">
        {t('close.totals', { employees: formatNumber(unit.totals.employees), net: formatRupiah(unit.totals.net) })}
      </Text>
      {unit.budget && unit.budget.left < 0 ? (
        <Text size="sm" mb="xs" fw={600}>
          {t('close.over', { year: unit.budget.year, over: formatRupiah(-unit.budget.left) })}
        </Text>
      ) : null}
      <Group gap="xs">
        <Button loading={busy} onClick={onYes} autoFocus>
          {t('close.yes')}
        </Button>
        <Button variant="default" disabled={busy} onClick={onNo}>
          {t('shell:cancel')}
        </Button>
      </Group>
    </Alert>
  );
}
