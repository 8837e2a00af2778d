import { ATTENDANCE_LIMITS } from '@ekinerja/contracts/attendance';
import type { IsoMonth } from '@ekinerja/contracts/basics';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconRefresh } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAbout } from '../../lib/about';
import { download } from '../../lib/api';
import { formatMonth, formatNumber } from '../../lib/format';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { FileDrop } from '../../ui/FileDrop';
import { Section } from '../../ui/Section';
import { FileFormat } from './FileFormat';
import { PresenceWords } from './PresenceWords';
import { usePullPresence, useUploadPresence } from './queries';

const ACCEPTED = ['.xlsx', '.csv'];

export function UploadPanel({ month }: { month: IsoMonth }) {
  const { t } = useTranslation('attendance');
  const { about } = useAbout();
  const navigate = useNavigate();
  const mutation = useUploadPresence(month);
  const example = useMutation({ mutationFn: () => download('/demo/presence-file', `presensi-${month}.xlsx`, { month }) });

  const pulling = usePullPresence(month);
  const send = (file: File) => mutation.mutate(file, { onSuccess: ({ id }) => navigate(`/presensi/${id}`) });

  return (
    <Section title={t('upload.title', { month: formatMonth(month) })} note={t('upload.note')}>
      <Stack gap="sm">
        <FileDrop
          accept={ACCEPTED}
          maxBytes={ATTENDANCE_LIMITS.fileBytes}
          busy={mutation.isPending}
          progress={mutation.isPending ? t('upload.reading', { name: mutation.variables.name }) : null}
          words={{
            drop: t('upload.drop'),
            choose: t('upload.choose'),
            limits: t('upload.limits', { megabytes: formatNumber(ATTENDANCE_LIMITS.fileBytes / 1024 / 1024) }),
          }}
          refusal={(why, name) => ({ title: t('upload.refused', { name }), text: t(`upload.refusal.${why}`) })}
          onFile={send}
        />
        <ErrorNotice error={mutation.error} onRetry={() => mutation.variables && send(mutation.variables)} />
        <Group>
          <Button
            variant="light" leftSection={<IconRefresh size={18} aria-hidden />} loading={pulling.isPending}
            onClick={() => pulling.mutate(undefined, { onSuccess: ({ id }) => navigate(`/presensi/${id}`) })}
          >
            {t('pull.button')}
          </Button>
          <Text size="sm" c="dimmed" style={{ flex: '1 1 14rem' }}>
            {t('pull.note')}
          </Text>
        </Group>
        {pulling.isError ? (
          <Text size="sm" role="alert">
            {t('pull.failed')}
          </Text>
        ) : null}
        <FileFormat />
        <PresenceWords />
        <Text size="sm">{t('upload.again')}</Text>
        {about?.demo ? (
          <Group>
            <Button
              variant="light"
              leftSection={<IconDownload size={18} aria-hidden />}
              loading={example.isPending}
              onClick={() => example.mutate()}
            >
              {t('upload.example')}
            </Button>
            <Text size="sm" c="dimmed" style={{ flex: '1 1 14rem' }}>
              {t('upload.exampleNote', { month: formatMonth(month) })}
            </Text>
          </Group>
        ) : null}
        <ErrorNotice error={example.error} onRetry={() => example.mutate()} />
      </Stack>
    </Section>
  );
}
