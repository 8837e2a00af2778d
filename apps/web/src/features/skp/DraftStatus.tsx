import { Group, Text } from '@mantine/core';
import { IconCheck, IconCloudOff, IconDeviceFloppy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AutosaveState } from '../../lib/autosave';

/** One quiet line: saved, being saved, or kept on this device. */
export function DraftStatus({ state }: { state: AutosaveState }) {
  const { t } = useTranslation('skp');
  const Icon = state === 'saved' ? IconCheck : state === 'unsent' ? IconCloudOff : IconDeviceFloppy;
  return (
    <Group gap={6} role="status" aria-live="polite" wrap="nowrap" data-draft={state}>
      <Icon size={16} aria-hidden />
      <Text size="sm" c={state === 'unsent' || state === 'refused' ? 'red.9' : 'dimmed'}>
        {t(`draft.${state}`)}
      </Text>
    </Group>
  );
}
