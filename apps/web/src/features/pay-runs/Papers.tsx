import { PAY_PAPERS, type PaperFormat, type PayPaper } from '@ekinerja/contracts/pay-papers';
import type { PayRunUnitView } from '@ekinerja/contracts/pay-runs';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet, IconFileTypePdf } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { download } from '../../lib/api';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import classes from './PayRuns.module.css';
import { unitPath } from './queries';

/** Everything that goes to the treasurer with the recap: to sign and to work with. */
export function Papers({ unit }: { unit: PayRunUnitView }) {
  const { t } = useTranslation('pay-runs');
  const path = unitPath(unit.runId, unit.skpdId);
  const mutation = useMutation({
    mutationFn: ({ paper, format }: { paper: PayPaper | 'payroll'; format: PaperFormat }) =>
      paper === 'payroll' ? download(`${path}/payroll.csv`, `jembatan-gaji-${unit.month}.csv`) : download(`${path}/papers`, `${paper}-${unit.month}.${format}`, { paper, format }),
  });
  const busy = (paper: PayPaper | 'payroll', format: PaperFormat) => mutation.isPending && mutation.variables.paper === paper && mutation.variables.format === format;
  return (
    <Section title={t('papers.title')} note={t(unit.status === 'closed' ? 'papers.note' : 'papers.draft')}>
      <Stack gap="xs" component="ul" p={0} m={0} className={classes.papers ?? ''}>
        {PAY_PAPERS.map((paper) => {
          const name = t(`papers.${paper}`);
          return (
            <Group key={paper} component="li" justify="space-between" gap="xs">
              <Text>{name}</Text>
              <Group gap="xs">
                <Button variant="default" size="compact-sm" h={36} aria-label={t('papers.pdf', { paper: name })} leftSection={<IconFileTypePdf size={16} aria-hidden />} loading={busy(paper, 'pdf')} onClick={() => mutation.mutate({ paper, format: 'pdf' })}>
                  PDF
                </Button>
                <Button variant="default" size="compact-sm" h={36} aria-label={t('papers.xlsx', { paper: name })} leftSection={<IconFileSpreadsheet size={16} aria-hidden />} loading={busy(paper, 'xlsx')} onClick={() => mutation.mutate({ paper, format: 'xlsx' })}>
                  Excel
                </Button>
              </Group>
            </Group>
          );
        })}
      </Stack>
      {unit.status === 'closed' ? (
        <Group mt="sm">
          <Button variant="light" loading={busy('payroll', 'xlsx')} onClick={() => mutation.mutate({ paper: 'payroll', format: 'xlsx' })}>
            {t('papers.payroll')}
          </Button>
        </Group>
      ) : null}
      <ErrorNotice error={mutation.error} mt="xs" onRetry={() => mutation.variables && mutation.mutate(mutation.variables)} />
    </Section>
  );
}
