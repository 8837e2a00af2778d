import type { OriginalEntry } from '@ekinerja/contracts/activities';
import { Alert, Text } from '@mantine/core';
import { IconPencilCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDecimal } from '../lib/format';

/** KS 17(c): what the owner had written, beside what the evaluator made of it. */
export function Original({ original }: { original: OriginalEntry }) {
  const { t } = useTranslation('shell');
  return (
    <Alert color="blue" mt="xs" icon={<IconPencilCheck size={18} aria-hidden />} title={t('original.title', { name: original.correctedBy })}>
      <Text size="sm">{t('original.reason', { reason: original.reason })}</Text>
      <Text size="sm" c="dimmed">
        {t('original.was')} {original.startTime}–{original.endTime}, {original.description} ({formatDecimal(original.outputQuantity)} {original.outputUnit})
      </Text>
    </Alert>
  );
}
