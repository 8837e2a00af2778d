import type { LeftOut } from '@ekinerja/contracts/national-files';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** What of a file is right and yet not taken, and why. */
export function LeftOutLine({ left }: { left: LeftOut }) {
  const { t } = useTranslation('imports');
  const parts = (['unknown', 'acting', 'unfinished'] as const).filter((key) => left[key] > 0).map((key) => t(`national.left.${key}`, { count: left[key] }));
  return parts.length === 0 ? null : (
    <Text size="sm" c="dimmed">
      {t('national.left.title', { parts: parts.join('; ') })}
    </Text>
  );
}
