import type { PayRunUnitView } from '@ekinerja/contracts/pay-runs';
import { Button, Group } from '@mantine/core';
import { IconFileSpreadsheet, IconFileTypePdf } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { download } from '../../lib/api';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { unitPath } from './queries';

type Kind = 'pdf' | 'xlsx';

export function Downloads({ unit }: { unit: PayRunUnitView }) {
  const { t } = useTranslation('pay-runs');
  const mutation = useMutation({
    mutationFn: (kind: Kind) => download(`${unitPath(unit.runId, unit.skpdId)}/recap.${kind}`, `rekap-tpp-${unit.month}.${kind}`),
  });
  const busy = (kind: Kind) => mutation.isPending && mutation.variables === kind;
  return (
    <Section title={t('recap.title')} note={t(unit.status === 'closed' ? 'recap.final' : 'recap.draft')}>
      <Group gap="xs">
        <Button variant="default" leftSection={<IconFileTypePdf size={18} aria-hidden />} loading={busy('pdf')} onClick={() => mutation.mutate('pdf')}>
          {t('recap.pdf')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
          loading={busy('xlsx')}
          onClick={() => mutation.mutate('xlsx')}
        >
          {t('recap.xlsx')}
        </Button>
      </Group>
      <ErrorNotice error={mutation.error} mt="xs" onRetry={() => mutation.variables && mutation.mutate(mutation.variables)} />
    </Section>
  );
}
