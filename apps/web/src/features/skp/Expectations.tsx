import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import { Button, Group, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { useTake, waitingExpectations } from './cascade-queries';

/** What the superior expects and could not be put in yet, because the SKP was handed in. */
export function Expectations({ skp }: { skp: SkpDetail }) {
  const { t } = useTranslation('skp');
  const query = useQuery(waitingExpectations(skp.year));
  const take = useTake();
  const items = query.data ?? [];
  if (items.length === 0) return null;
  const open = ['draft', 'returned', 'determined'].includes(skp.status);
  return (
    <Section title={t('expectations.title')} note={t(open ? 'expectations.note' : 'expectations.later')}>
      <ErrorNotice error={take.error} />
      <List spacing="xs">
        {items.map((item) => (
          <List.Item key={item.id}>
            <Group justify="space-between" gap="xs">
              <div>
                <Text>{item.title}</Text>
                <Text size="sm" c="dimmed">
                  {t('expectations.of', { name: item.givenBy, at: formatInstant(item.givenAt), title: item.superiorResultTitle })}
                </Text>
              </div>
              {open ? (
                <Button size="compact-md" mih={36} loading={take.isPending} onClick={() => take.mutate(item.id, { onSuccess: () => announce(t('expectations.done')) })}>
                  {t('expectations.take')}
                </Button>
              ) : null}
            </Group>
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
