import type { PayRunItem } from '@ekinerja/contracts/pay-runs';
import { Anchor, Button, Card, Group, Stack, Title } from '@mantine/core';
import { IconCoins, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { formatMonth, formatNumber, formatRupiah } from '../../lib/format';
import { useCan } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { EmptyState } from '../../ui/EmptyState';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { StatusBadge } from '../../ui/StatusBadge';
import { MoreRuns } from './MoreRuns';
import { nextPayRun, payRuns, useOpenRun } from './queries';
import { Refusal } from './Refusal';
import { RunProgress } from './RunProgress';

export default function PayRunsPage() {
  const { t } = useTranslation('pay-runs');
  const mayOpen = useCan('pay-runs.open');
  const navigate = useNavigate();
  const query = useQuery(payRuns);
  const mutation = useOpenRun();
  const month = useQuery(nextPayRun).data?.month ?? null;
  const open = () => {
    if (month === null) return;
    mutation.mutate(month, {
      onSuccess: (run) => {
        announce(t('opened', { month: formatMonth(run.month) }));
        void navigate(`/tpp/${run.id}`);
      },
    });
  };
  const button =
    mayOpen && month !== null ? (
      <Button leftSection={<IconPlus size={18} aria-hidden />} loading={mutation.isPending} onClick={open}>
        {t('open', { month: formatMonth(month) })}
      </Button>
    ) : null;
  return (
    <>
      <PageTitle title={t('title')} note={t('note')}>
        {query.data && query.data.length > 0 ? button : null}
      </PageTitle>
      <Stack>
        <Refusal error={mutation.error} month={month} onRetry={open} onReload={() => void query.refetch()} />
        <Loaded query={query} shape="cards" rows={3}>
          {(runs) =>
            runs.length === 0 ? (
              <EmptyState icon={IconCoins} title={t('empty')} text={t(mayOpen ? 'emptyOpen' : 'emptyWait')}>
                {button}
              </EmptyState>
            ) : (
              <Stack component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
                {runs.map((run) => (
                  <li key={run.id}>
                    <RunCard run={run} />
                  </li>
                ))}
              </Stack>
            )
          }
        </Loaded>
        {mayOpen && query.data && query.data.length > 0 ? <MoreRuns /> : null}
      </Stack>
    </>
  );
}

function RunCard({ run }: { run: PayRunItem }) {
  const { t } = useTranslation('pay-runs');
  const month = formatMonth(run.month);
  return (
    <Card>
      <Group justify="space-between" mb="xs" gap="xs">
        <Title order={2}>
          <Anchor component={Link} to={`/tpp/${run.id}`} fz="inherit" fw="inherit">
            {month}
            {run.kind === 'regular' ? '' : ` – ${run.special?.name ?? t(`runKind.${run.kind}`)}`}
            {run.sequence > 1 ? ` (${t('sequence', { number: run.sequence })})` : ''}
          </Anchor>
        </Title>
        <StatusBadge status={run.status} />
      </Group>
      <RunProgress run={run} />
      <Facts
        items={[
          { label: t('paymentMonth'), value: formatMonth(run.paymentMonth) },
          { label: t('employees'), value: formatNumber(run.totals.employees) },
          { label: t('netSoFar'), value: <span className="tabular">{formatRupiah(run.totals.net)}</span> },
        ]}
      />
    </Card>
  );
}
