import { Box, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useArrival } from './use-arrival';

interface PageTitleProps {
  title: string;
  /** A line under the heading: what this page is for, or whose it is. */
  note?: ReactNode;
  /** Buttons at the right; below the heading on a phone. */
  children?: ReactNode;
}

/** Heading, document title, and where focus lands after a navigation. One per page. */
export function PageTitle({ title, note, children }: PageTitleProps) {
  const heading = useArrival();
  const { t } = useTranslation('shell');
  return (
    <Group justify="space-between" align="flex-end" mb="md" gap="sm">
      <title>{`${title} · ${t('app')}`}</title>
      <Box style={{ flex: '1 1 16rem', minWidth: 0 }}>
        <Title order={1} ref={heading} tabIndex={-1}>
          {title}
        </Title>
        {note ? (
          <Text c="dimmed" component="div">
            {note}
          </Text>
        ) : null}
      </Box>
      {children ? <Group gap="xs">{children}</Group> : null}
    </Group>
  );
}
