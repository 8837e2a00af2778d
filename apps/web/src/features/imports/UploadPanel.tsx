import { WORKBOOK_LIMITS } from '@ekinerja/contracts/imports';
import { Alert, Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconFileSpreadsheet, IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { download } from '../../lib/api';
import { formatNumber } from '../../lib/format';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { useUploadWorkbook } from './queries';
import classes from './UploadPanel.module.css';

/** Known before anything is sent: a wrong kind of file or one too big. */
function refusalOf(file: File): 'kind' | 'size' | null {
  if (!file.name.toLowerCase().endsWith('.xlsx')) return 'kind';
  return file.size > WORKBOOK_LIMITS.fileBytes ? 'size' : null;
}

export function UploadPanel() {
  const { t } = useTranslation('imports');
  const navigate = useNavigate();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<{ name: string; why: 'kind' | 'size' } | null>(null);
  const mutation = useUploadWorkbook();
  const template = useMutation({ mutationFn: () => download('/imports/template.xlsx', 'data-kepegawaian.xlsx') });

  const take = (file: File | null | undefined) => {
    if (!file || mutation.isPending) return;
    const why = refusalOf(file);
    setRefused(why ? { name: file.name, why } : null);
    if (!why) mutation.mutate(file, { onSuccess: ({ id }) => navigate(`/impor/${id}`) });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };

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
          <FileButton accept=".xlsx" onChange={take} inputProps={{ 'aria-label': t('upload.choose') }}>
            {(props) => (
              <Button {...props} leftSection={<IconUpload size={18} aria-hidden />} loading={mutation.isPending}>
                {t('upload.choose')}
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="dimmed">
            {t('upload.limits', { megabytes: formatNumber(WORKBOOK_LIMITS.fileBytes / 1024 / 1024) })}
          </Text>
        </div>
        <div role="status">{mutation.isPending ? <Text size="sm">{t('upload.sending', { name: mutation.variables.name })}</Text> : null}</div>
        {refused ? (
          <Alert role="alert" color="red" title={t('upload.refused', { name: refused.name })}>
            {t(`upload.refusal.${refused.why}`)}
          </Alert>
        ) : null}
        <ErrorNotice error={mutation.error} onRetry={() => take(mutation.variables)} />
        <Text size="sm">{t('upload.again')}</Text>
      </Stack>
    </Section>
  );
}
