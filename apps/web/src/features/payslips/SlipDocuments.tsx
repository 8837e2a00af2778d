import type { PayslipView } from '@ekinerja/contracts/pay-runs';
import { Anchor, Code, Group, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';

/** The regulation texts this slip was computed by, with their fingerprint: the same texts give the same amounts. */
export function SlipDocuments({ references }: { references: PayslipView['references'] }) {
  const { t } = useTranslation('payslips');
  if (references.length === 0) return null;
  return (
    <Section title={t('documents.title')} note={t('documents.note')}>
      <List spacing="xs">
        {references.map((reference) => (
          <List.Item key={`${reference.kind}.${reference.hash}`}>
            <Group gap="xs">
              <Anchor component={Link} to={`/regulasi/${reference.kind}`}>
                {reference.title}
              </Anchor>
              {reference.example ? <StatusBadge status="example" size="md" /> : null}
            </Group>
            <Text size="sm" c="dimmed">
              {t('documents.hash')} <Code>{reference.hash.slice(0, 16)}</Code>
            </Text>
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
