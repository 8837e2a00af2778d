import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import { Button, Group, List, Stack, Text } from '@mantine/core';
import { IconFileDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { download } from '../../lib/api';
import { formatDate, formatInstant } from '../../lib/format';
import { Section } from '../../ui/Section';
import { DialogueForm } from './DialogueForm';
import { DocumentForm } from './DocumentForm';

/** What is on record beside the words: signatures, talks, papers. */
export function SkpRecord({ skp }: { skp: SkpDetail }) {
  const { t } = useTranslation('skp');
  return (
    <>
      {skp.signatures.length > 0 ? (
        <Section title={t('record.signatures')} note={t('record.signaturesNote')}>
          <List size="sm" spacing="xs">
            {skp.signatures.map((one, at) => (
              <List.Item key={at}>
                {t(`act.${one.act}`)} – {one.person.name} ({t(`capacity.${one.capacity}`)}),{' '}
                {formatInstant(one.signedAt)}
                {one.remarks ? `: ${one.remarks}` : ''}{' '}
                <Text span size="xs" c="dimmed" ff="monospace">
                  {one.contentHash.slice(0, 8)}
                </Text>
              </List.Item>
            ))}
          </List>
        </Section>
      ) : null}
      {skp.dialogues.length > 0 || skp.actions.includes('dialogue') ? (
        <Section title={t('record.dialogues')}>
          <Stack gap="sm">
            {skp.dialogues.map((one) => (
              <Text key={one.id} size="sm">
                {formatDate(one.heldOn)} – {one.recordedBy} ({t(`capacity.${one.capacity}`)})
                {one.notes ? `: ${one.notes}` : ''}
              </Text>
            ))}
            {skp.actions.includes('dialogue') ? <DialogueForm skp={skp} /> : null}
          </Stack>
        </Section>
      ) : null}
      {skp.documents.length > 0 || skp.actions.includes('document') ? (
        <Section title={t('record.documents')}>
          <Stack gap="sm">
            {skp.documents.map((one) => (
              <Group key={one.id} justify="space-between" gap="xs">
                <Text size="sm">
                  {t(`use.${one.use}`)}: {one.kind} {one.number}, {formatDate(one.date)}, {one.signatory}
                </Text>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  mih={36}
                  leftSection={<IconFileDownload size={16} aria-hidden />}
                  onClick={() => void download(`/skp/${skp.id}/documents/${one.id}`, one.fileName)}
                >
                  {t('record.open')}
                </Button>
              </Group>
            ))}
            {skp.actions.includes('document') ? <DocumentForm skp={skp} /> : null}
          </Stack>
        </Section>
      ) : null}
    </>
  );
}
