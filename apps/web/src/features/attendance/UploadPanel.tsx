import { ATTENDANCE_LIMITS } from '@ekinerja/contracts/attendance';
import type { IsoMonth } from '@ekinerja/contracts/basics';
import { Alert, Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconFileSpreadsheet, IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAbout } from '../../lib/about';
import { download } from '../../lib/api';
import { formatMonth, formatNumber } from '../../lib/format';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { FileFormat } from './FileFormat';
import { useUploadPresence } from './queries';
import classes from './UploadPanel.module.css';

const ACCEPTED = ['.xlsx', '.csv'];

/** Known before anything is sent: a wrong kind of file or one too big. */
function refusalOf(file: File): 'kind' | 'size' | null {
  if (!ACCEPTED.some((ending) => file.name.toLowerCase().endsWith(ending))) return 'kind';
  return file.size > ATTENDANCE_LIMITS.fileBytes ? 'size' : null;
}

export function UploadPanel({ month }: { month: IsoMonth }) {
  const { t } = useTranslation('attendance');
  const { about } = useAbout();
  const navigate = useNavigate();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<{ name: string; why: 'kind' | 'size' } | null>(null);
  const mutation = useUploadPresence(month);
  const example = useMutation({ mutationFn: () => download('/demo/presence-file', `presensi-${month}.xlsx`, { month }) });

  const take = (file: File | null | undefined) => {
    if (!file || mutation.isPending) return;
    const why = refusalOf(file);
    setRefused(why ? { name: file.name, why } : null);
    if (!why) mutation.mutate(file, { onSuccess: ({ id }) => navigate(`/presensi/${id}`) });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };

  return (
    <Section title={t('upload.title', { month: formatMonth(month) })} note={t('upload.note')}>
      <Stack gap="sm">
        <div
          className={classes.drop}
          data-over={over}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <IconFileSpreadsheet size={32} aria-hidden />
          <Text className="only-wide">{t('upload.drop')}</Text>
          <FileButton accept={ACCEPTED.join(',')} onChange={take} inputProps={{ 'aria-label': t('upload.choose') }}>
            {(props) => (
              <Button {...props} leftSection={<IconUpload size={18} aria-hidden />} loading={mutation.isPending}>
                {t('upload.choose')}
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="dimmed">
            {t('upload.limits', { megabytes: formatNumber(ATTENDANCE_LIMITS.fileBytes / 1024 / 1024) })}
          </Text>
        </div>
        <div role="status">{mutation.isPending ? <Text size="sm">{t('upload.reading', { name: mutation.variables.name })}</Text> : null}</div>
        {refused ? (
          <Alert role="alert" color="red" title={t('upload.refused', { name: refused.name })}>
            {t(`upload.refusal.${refused.why}`)}
          </Alert>
        ) : null}
        <ErrorNotice error={mutation.error} onRetry={() => take(mutation.variables)} />
        <FileFormat />
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
