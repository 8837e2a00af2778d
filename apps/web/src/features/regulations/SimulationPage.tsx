import type { Simulation } from '@ekinerja/contracts/pay-simulations';
import { Alert, Button, Progress, Stack, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { formatInstant, formatMonth } from '../../lib/format';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { BiggestChanges } from './BiggestChanges';
import { simulationById } from './simulation-queries';
import { SimulationPeople } from './SimulationPeople';
import { SimulationQuestionFacts } from './SimulationQuestionFacts';
import { SimulationTotals } from './SimulationTotals';
import { SimulationUnits } from './SimulationUnits';

/** One what-if: how far it is, then sums, units, the biggest changes, and anybody. */
export default function SimulationPage() {
  const { t } = useTranslation('simulations');
  const { simulationId = '' } = useParams();
  const query = useQuery(simulationById(simulationId));
  const { data } = query;
  return (
    <>
      <PageTitle title={data?.name ?? t('title')} note={data ? t('page.note', { month: formatMonth(data.month), name: data.createdBy, at: formatInstant(data.createdAt) }) : null}>
        <Button component={Link} to="/regulasi/simulasi" variant="default" leftSection={<IconArrowLeft size={18} aria-hidden />}>
          {t('page.back')}
        </Button>
      </PageTitle>
      <Loaded query={query} shape="cards">
        {(simulation) => <Body simulation={simulation} />}
      </Loaded>
    </>
  );
}

function Body({ simulation }: { simulation: Simulation }) {
  const { t } = useTranslation('simulations');
  const { status, percent, failure, totals } = simulation;
  return (
    <Stack>
      <Text size="sm">{t('page.books')}</Text>
      <SimulationQuestionFacts simulation={simulation} />
      {status === 'failed' ? (
        <Alert role="alert" color="red" title={t('page.failed')}>
          {failure}
        </Alert>
      ) : null}
      {status === 'queued' || status === 'running' ? (
        <Section title={t('page.running')} note={t('page.runningNote')}>
          <Progress value={percent} aria-label={t('page.running')} />
          <Text size="sm" role="status" mt="xs">
            {t(`status.${status}`, { percent })}
          </Text>
        </Section>
      ) : null}
      {status === 'done' && totals ? (
        <>
          <SimulationTotals totals={totals} />
          <BiggestChanges simulation={simulation} which="up" />
          <BiggestChanges simulation={simulation} which="down" />
          <SimulationUnits units={simulation.units} />
          <SimulationPeople id={simulation.id} />
        </>
      ) : null}
    </Stack>
  );
}
