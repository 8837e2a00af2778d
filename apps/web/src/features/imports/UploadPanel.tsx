import { WORKBOOK_LIMITS } from '@ekinerja/contracts/imports';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { download } from '../../lib/api';
import { formatNumber } from '../../lib/format';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { FileDrop } from '../../ui/FileDrop';
import { Section } from '../../ui/Section';
import { useUploadWorkbook } from './queries';

const ACCEPTED = ['.xlsx'];

export function UploadPanel() {
  const { t } = useTranslation('imports');
  const navigate = useNavigate();
  const mutation = useUploadWorkbook();
  const template = useMutation({ mutationFn: () => download('/imports/template.xlsx', 'data-kepegawaian.xlsx') });

  const send = (file: File) => mutation.mutate(file, { onSuccess: ({ id }) => navigate(`/impor/${id}`) });

  return (
    <Section title={t('upload.title')} note={t('upload.note')}>
      <Stack gap="sm">
        <Group>
          <Button variant="light" leftSection={<IconDownload size={18} aria-hidden />} loading={template.isPending} onClick={() => template.mutate()}>
            {t('upload.template')}
          </Button>
          <Text size="sm" c="dimmed" style={{ flex: '1 1 14rem' }}>
            {t('upload.templateNote')}
          </Text>
        </Group>
        <ErrorNotice error={template.error} onRetry={() => template.mutate()} />
        <FileDrop
          accept={ACCEPTED}
          maxBytes={WORKBOOK_LIMITS.fileBytes}
          busy={mutation.isPending}
          progress={mutation.isPending ? t('upload.sending', { name: mutation.variables.name }) : null}
          words={{
            drop: t('upload.drop'),
            choose: t('upload.choose'),
            limits: t('upload.limits', { megabytes: formatNumber(WORKBOOK_LIMITS.fileBytes / 1024 / 1024) }),
          }}
          refusal={(why, name) => ({ title: t('upload.refused', { name }), text: t(`upload.refusal.${why}`) })}
          onFile={send}
        />
        <ErrorNotice error={mutation.error} onRetry={() => mutation.variables && send(mutation.variables)} />
        <Text size="sm">{t('upload.again')}</Text>
      </Stack>
    </Section>
  );
}
