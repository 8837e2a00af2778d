import { RUN_UNIT_STATUSES, type PayRunView } from '@ekinerja/contracts/pay-runs';
import { Anchor, Button, NativeSelect, Stack } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFilter } from '../../lib/filters';
import { formatInstant, formatMonth } from '../../lib/format';
import { useCan } from '../../lib/session';
import { EmptyState } from '../../ui/EmptyState';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { NextThingNotice } from './NextThingNotice';
import { Prints } from './Prints';
import { payRun } from './queries';
import { RunProgress } from './RunProgress';
import { Totals } from './Totals';
import { UnitTable } from './UnitTable';

export default function PayRunPage() {
  const { t } = useTranslation('pay-runs');
  const { runId = '' } = useParams();
  const query = useQuery(payRun(runId));
  const run = query.data;
  const other = !run || run.kind === 'regular' ? '' : ` – ${run.special?.name ?? t(`runKind.${run.kind}`)}`;
  const title = run ? `${t('run.title', { month: formatMonth(run.month) })}${other}` : t('run.plain');
  return (
    <>
      <PageTitle title={title} note={t('run.note')}>
        <Button component={Link} to="/tpp" variant="default" leftSection={<IconArrowLeft size={18} aria-hidden />}>
          {t('run.back')}
        </Button>
      </PageTitle>
      <Loaded query={query}>{(run) => <Run run={run} />}</Loaded>
    </>
  );
}

function Run({ run }: { run: PayRunView }) {
  const { t } = useTranslation(['pay-runs', 'shell']);
  const [status, setStatus] = useFilter('status');
  const mayReadPresence = useCan('attendance.read');
  const shown = run.unitList.filter((unit) => status === null || (status === 'terhalang' ? unit.blockers > 0 && unit.status !== 'closed' : unit.status === status));
  const presence = run.presenceSynchronisedAt ? formatInstant(run.presenceSynchronisedAt) : t('run.noPresence');
  return (
    <Stack>
      <NextThingNotice run={run} />
      <Section title={t('run.summary')}>
        <RunProgress run={run} />
        <Facts
          items={[
            { label: t('paymentMonth'), value: formatMonth(run.paymentMonth) },
            {
              label: t('run.presence'),
              value: mayReadPresence ? <Anchor component={Link} to={`/presensi?bulan=${run.month}`} fz="inherit">{presence}</Anchor> : presence,
            },
          ]}
        />
        <Totals totals={run.totals} />
      </Section>
      <Section
        title={t('run.units')}
        actions={
          <NativeSelect
            aria-label={t('run.filter')}
            value={status ?? ''}
            onChange={(event) => setStatus(event.currentTarget.value)}
            data={[
              { value: '', label: t('run.all') },
              { value: 'terhalang', label: t('shell:status.blocked') },
              ...RUN_UNIT_STATUSES.map((value) => ({ value, label: t(`shell:status.${value}`) })),
            ]}
          />
        }
      >
        {shown.length > 0 ? (
          <UnitTable runId={run.id} units={shown} />
        ) : (
          <EmptyState title={t(status ? 'run.noneFiltered' : 'run.none')} text={t(status ? 'run.noneFilteredText' : 'run.noneText')}>
            {status ? (
              <Button variant="default" onClick={() => setStatus(null)}>
                {t('run.showAll')}
              </Button>
            ) : null}
          </EmptyState>
        )}
      </Section>
      <Prints runId={run.id} skpdId={null} closed={run.closed > 0} />
    </Stack>
  );
}
