import { Alert, Button, Code, CopyButton, Group, Stack } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface ShownOnceProps {
  title: string;
  note: string;
  copyLabel: string;
  value: string;
  onKept: () => void;
}

/** A secret that nobody can be shown again. */
export function ShownOnce({ title, note, copyLabel, value, onKept }: ShownOnceProps) {
  const { t } = useTranslation('setup');
  return (
    <Alert role="status" color="yellow" icon={<IconKey size={20} aria-hidden />} title={title}>
      <Stack gap="sm">
        {note}
        <Code fz="md" style={{ overflowWrap: 'anywhere' }}>
          {value}
        </Code>
        <Group gap="xs">
          <CopyButton value={value}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? t('integrators.copied') : copyLabel}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onKept}>{t('integrators.kept')}</Button>
        </Group>
      </Stack>
    </Alert>
  );
}
