import type { IsoMonth } from '@ekinerja/contracts/basics';
import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { download } from '../../lib/api';
import { ErrorNotice } from '../../ui/ErrorNotice';

/** The month on paper, for the superior's signature (BK 7(2)). */
export function ReportButton({ month }: { month: IsoMonth }) {
  const { t } = useTranslation('activities');
  const pdf = useMutation({
    mutationFn: () => download(`/month-reports/mine.pdf?month=${month}`, `laporan-bulanan-${month}.pdf`),
  });
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        variant="default"
        className="no-print"
        leftSection={<IconDownload size={18} aria-hidden />}
        loading={pdf.isPending}
        onClick={() => pdf.mutate()}
      >
        {t('report')}
      </Button>
      <ErrorNotice error={pdf.error} onRetry={() => pdf.mutate()} />
    </Stack>
  );
}
