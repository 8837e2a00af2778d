import { OBJECTION_LIMITS, type Objection } from '@ekinerja/contracts/objections';
import { Button, FileButton, Group, List, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconDownload, IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../../lib/api';
import { formatInstant, formatNumber } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { useAddEvidence } from './queries';

export function Evidence({ one }: { one: Objection }) {
  const { t } = useTranslation('objections');
  const add = useAddEvidence();
  const [tooBig, setTooBig] = useState<string | null>(null);
  const open = useMutation({ mutationFn: ({ id, name }: { id: string; name: string }) => download(`/objections/${one.id}/evidence/${id}`, name) });
  const take = (file: File | null) => {
    if (!file) return;
    const big = file.size > OBJECTION_LIMITS.fileBytes;
    setTooBig(big ? file.name : null);
    if (!big) add.mutate({ id: one.id, file }, { onSuccess: () => announce(t('evidence.added', { name: file.name })) });
  };
  return (
    <Section title={t('evidence.title')} note={t('evidence.limits', { count: OBJECTION_LIMITS.evidence })}>
      {one.evidence.length === 0 ? <Text c="dimmed">{t('evidence.none')}</Text> : null}
      <List listStyleType="none" spacing="xs">
        {one.evidence.map((file) => (
          <List.Item key={file.id}>
            <Button variant="subtle" leftSection={<IconDownload size={16} aria-hidden />} onClick={() => open.mutate(file)}>
              {file.name}
            </Button>
            <Text size="sm" c="dimmed" component="span">
              {t('evidence.of', { side: t(`side.${file.side}`), size: formatNumber(Math.ceil(file.bytes / 1024)), at: formatInstant(file.addedAt) })}
            </Text>
          </List.Item>
        ))}
      </List>
      {one.actions.includes('add-evidence') && one.evidence.length < OBJECTION_LIMITS.evidence ? (
        <Group mt="sm">
          <FileButton accept="image/jpeg,image/png,image/webp,application/pdf" onChange={take} inputProps={{ 'aria-label': t('evidence.add') }}>
            {(props) => (
              <Button {...props} variant="default" loading={add.isPending} leftSection={<IconPaperclip size={18} aria-hidden />}>
                {t('evidence.add')}
              </Button>
            )}
          </FileButton>
        </Group>
      ) : null}
      {tooBig ? <Text c="red" role="alert">{t('evidence.tooBig', { name: tooBig })}</Text> : null}
      <ErrorNotice error={add.error ?? open.error} mt="sm" />
    </Section>
  );
}
