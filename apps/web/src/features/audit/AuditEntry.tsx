import type { AuditItem } from '@ekinerja/contracts/audit';
import { Anchor, Badge, Card, Group, Text } from '@mantine/core';
import { IconClock, IconShieldLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../lib/format';
import { differences } from './differences';
import { DifferenceTable } from './DifferenceTable';
import { actionWord, subjectWord } from './subjects';

interface AuditEntryProps {
  item: AuditItem;
  /** Narrow the list to this record; null where it is narrowed already. */
  onSubject: (() => void) | null;
}

export function AuditEntry({ item, onSubject }: AuditEntryProps) {
  const { t } = useTranslation(['audit', 'shell']);
  const changed = differences(item.before, item.after, t);
  const what = actionWord(item.action, item.subjectType, t);
  const technical = [
    ...changed.technical,
    { label: t('technical.record'), after: String(item.subjectId) },
    ...(item.requestId ? [{ label: t('technical.request'), after: item.requestId }] : []),
  ];
  return (
    <Card component="article">
      <Group justify="space-between" gap="xs" align="flex-start">
        <div style={{ flex: '1 1 14rem', minWidth: 0 }}>
          <Text fw={600}>{what}</Text>
          <Text size="sm">
            {item.actorName ?? item.actorUsername ?? t('system')} · {formatInstant(item.at)}
          </Text>
          <Text size="sm" c="dimmed">
            {subjectWord(item.subjectType, t)}
            {onSubject ? (
              <>
                {' · '}
                <Anchor component="button" type="button" fz="inherit" onClick={onSubject} aria-label={t('filter.sameLabel', { what })}>
                  {t('filter.same')}
                </Anchor>
              </>
            ) : null}
          </Text>
        </div>
        <Badge
          variant="light"
          tt="none"
          size="lg"
          color={item.sealed ? 'green' : 'gray'}
          leftSection={item.sealed ? <IconShieldLock size={14} aria-hidden /> : <IconClock size={14} aria-hidden />}
        >
          {t(item.sealed ? 'sealed' : 'unsealed')}
        </Badge>
      </Group>
      {item.reason ? (
        <Text size="sm" mt="xs">
          {t('reason', { reason: item.reason })}
        </Text>
      ) : null}
      {changed.readable.length > 0 ? <DifferenceTable caption={t('changes', { what })} rows={changed.readable} /> : null}
      <details style={{ marginTop: '0.5rem' }}>
        <summary style={{ cursor: 'pointer', minHeight: 24, fontSize: 'var(--mantine-font-size-sm)' }}>{t('technical.title')}</summary>
        <DifferenceTable caption={t('technical.title')} rows={technical} />
      </details>
    </Card>
  );
}
