import { Card, Group, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

interface SectionProps {
  title: string;
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A titled card; a region for those who navigate by landmarks. */
export function Section({ title, note, actions, children }: SectionProps) {
  const id = useId();
  return (
    <Card component="section" aria-labelledby={id} style={{ overflow: 'visible' }}>
      <Group justify="space-between" mb="sm" gap="xs">
        <div>
          <Title order={2} id={id}>
            {title}
          </Title>
          {note ? (
            <Text size="sm" c="dimmed" component="div">
              {note}
            </Text>
          ) : null}
        </div>
        {actions ? <Group gap="xs">{actions}</Group> : null}
      </Group>
      {children}
    </Card>
  );
}
