import { Alert, Button, Code, CopyButton, Group, SimpleGrid, Stack } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Shown once: they are not kept in readable form. */
export function SecondFactorCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const { t } = useTranslation('auth');
  return (
    <Alert color="yellow" icon={<IconKey size={20} aria-hidden />} title={t('secondFactor.codesTitle')} role="status">
      <Stack gap="sm">
        {t('secondFactor.codesNote')}
        <SimpleGrid cols={2} spacing="xs" maw={320} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
          {codes.map((code) => (
            <li key={code}>
              <Code fz="md">{code}</Code>
            </li>
          ))}
        </SimpleGrid>
        <Group gap="xs">
          <CopyButton value={codes.join('\n')}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {t(copied ? 'secondFactor.copied' : 'secondFactor.copy')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onKept}>{t('secondFactor.kept')}</Button>
        </Group>
      </Stack>
    </Alert>
  );
}
