import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { download } from '../../lib/api';
import { formatMonth } from '../../lib/format';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { BackToSlips } from './BackToSlips';
import { payslip } from './queries';
import { Slip } from './Slip';

export default function PayslipPage() {
  const { t } = useTranslation('payslips');
  const { id = '' } = useParams();
  const query = useQuery(payslip(id));
  const pdf = useMutation({
    mutationFn: (month: string) => download(`/payslips/${id}/slip.pdf`, `slip-tpp-${month}.pdf`),
  });
  return (
    <>
      <BackToSlips />
      <Loaded query={query}>
        {(slip) => (
          <>
            <PageTitle title={t('slipOf', { month: formatMonth(slip.month) })} note={slip.name}>
              <Button
                className="no-print"
                leftSection={<IconDownload size={18} aria-hidden />}
                loading={pdf.isPending}
                onClick={() => pdf.mutate(slip.month)}
              >
                {t('pdf')}
              </Button>
            </PageTitle>
            <ErrorNotice error={pdf.error} onRetry={() => pdf.mutate(slip.month)} mb="md" />
            <Slip slip={slip} />
          </>
        )}
      </Loaded>
    </>
  );
}
