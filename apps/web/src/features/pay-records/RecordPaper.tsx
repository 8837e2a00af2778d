import { PAY_RECORD_LIMITS, type PayRecord } from '@ekinerja/contracts/pay-records';
import { Button, FileButton, Group, Text } from '@mantine/core';
import { IconDownload, IconPaperclip } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../../lib/api';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useAttachPaper } from './queries';

/** The scan of a record's paper: to read, and to attach by those who write records. */
export function RecordPaper({ row, mayWrite }: { row: PayRecord; mayWrite: boolean }) {
  const { t } = useTranslation('pay-records');
  const attach = useAttachPaper();
  const fetching = useMutation({ mutationFn: () => download(`/pay-records/${row.id}/paper`, 'surat.pdf') });
  const [big, setBig] = useState(false);
  const take = (file: File | null) => {
    if (!file) return;
    setBig(file.size > PAY_RECORD_LIMITS.fileBytes);
    if (file.size <= PAY_RECORD_LIMITS.fileBytes) attach.mutate({ id: row.id, file }, { onSuccess: () => announce(t('paper.attached')) });
  };
  return (
    <>
      <Group gap={4}>
        {row.documentFileId ? (
          <Button size="compact-sm" h={36} variant="default" leftSection={<IconDownload size={16} aria-hidden />} aria-label={t('paper.takeLabel', { name: row.name })} loading={fetching.isPending} onClick={() => fetching.mutate()}>
            {t('paper.take')}
          </Button>
        ) : null}
        {mayWrite && ['waiting', 'in-force'].includes(row.status) ? (
          <FileButton accept="application/pdf,image/jpeg,image/png" onChange={take}>
            {(props) => (
              <Button {...props} size="compact-sm" h={36} variant="default" leftSection={<IconPaperclip size={16} aria-hidden />} aria-label={t(row.documentFileId ? 'paper.replaceLabel' : 'paper.attachLabel', { name: row.name })} loading={attach.isPending}>
                {t(row.documentFileId ? 'paper.replace' : 'paper.attach')}
              </Button>
            )}
          </FileButton>
        ) : null}
      </Group>
      {big ? <Text size="sm" c="red" role="alert">{t('paper.tooBig', { megabytes: PAY_RECORD_LIMITS.fileBytes / 1024 / 1024 })}</Text> : null}
      <ErrorNotice error={attach.error ?? fetching.error} onReload={() => { attach.reset(); fetching.reset(); }} />
    </>
  );
}
