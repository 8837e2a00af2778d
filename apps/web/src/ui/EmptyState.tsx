import { Group, Paper, Text, ThemeIcon, Title } from '@mantine/core';
import { IconInbox, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  title: string;
  /** What comes here, and how. */
  text?: ReactNode;
  icon?: Icon;
  /** What to do next: a button or a link. */
  children?: ReactNode;
}

export function EmptyState({ title, text, icon: Symbol = IconInbox, children }: EmptyStateProps) {
  return (
    <Paper withBorder p="xl" ta="center">
      <ThemeIcon variant="light" size={56} radius="xl" mb="sm">
        <Symbol size={28} aria-hidden />
      </ThemeIcon>
      <Title order={2}>{title}</Title>
      {text ? (
        <Text c="dimmed" maw={520} mx="auto" mt={4} component="div">
          {text}
        </Text>
      ) : null}
      {children ? (
        <Group justify="center" mt="md">
          {children}
        </Group>
      ) : null}
    </Paper>
  );
}
