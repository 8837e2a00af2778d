import type { RegulationDraft } from '@ekinerja/contracts/regulations';
import { Button, Group, Stack } from '@mantine/core';
import { IconChartHistogram } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { formatMonth } from '../../lib/format';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { NOTHING_SUPPOSED, simulationMonth, useStartSimulation } from './simulation-queries';

/** What this draft would have paid in the last closed month, at one press. */
export function SimulateDraft({ draft }: { draft: RegulationDraft }) {
  const { t } = useTranslation('drafts');
  const go = useNavigate();
  const month = useQuery(simulationMonth).data?.month;
  const start = useStartSimulation();
  const run = () =>
    start.mutate(
      { ...NOTHING_SUPPOSED, name: draft.title.slice(0, 120), month: null, drafts: [draft.id] },
      { onSuccess: ({ id }) => void go(`/regulasi/simulasi/${id}`) },
    );
  return (
    <Section title={t('simulate.title')} note={month ? t('simulate.note', { month: formatMonth(month) }) : null}>
      <Stack gap="sm">
        <ErrorNotice error={start.error} onRetry={run} />
        <Group>
          <Button variant="light" leftSection={<IconChartHistogram size={18} aria-hidden />} loading={start.isPending} onClick={run}>
            {t('simulate.run')}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
