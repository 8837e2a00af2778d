import type { SplitMethod, WorkPlanView } from '@ekinerja/contracts/plans';
import { SPLIT_METHODS } from '@ekinerja/contracts/plans';
import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconArrowBackUp, IconArrowLeft, IconCheck, IconCloudOff, IconDeviceFloppy, IconRefresh, IconUsers, IconWand } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { AutosaveState } from '../../lib/autosave';
import { formatDate, formatInstant } from '../../lib/format';
import { Cite } from '../../ui/Cite';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { MonthTargets } from './MonthTargets';
import { PlanDecision } from './PlanDecision';
import { suggestion, workPlan } from './queries';
import { ResultPlan } from './ResultPlan';
import { usePlanDraft } from './use-plan-draft';

/** The year's plan of work: targets by month, the timeline drawn, and the steps that lead to each result. */
export default function PlanPage() {
  const { t } = useTranslation('plans');
  const { id = '' } = useParams();
  const query = useQuery(workPlan(id));
  return (
    <>
      <Anchor component={Link} to={`/skp/${id}`} display="inline-flex" style={{ gap: 6, alignItems: 'center', minHeight: 32 }}>
        <IconArrowLeft size={16} aria-hidden /> {t('back')}
      </Anchor>
      <Loaded query={query} shape="form">
        {(plan) => <Plan key={`${plan.skpId} ${plan.status ?? 'none'}`} plan={plan} />}
      </Loaded>
    </>
  );
}

function Plan({ plan }: { plan: WorkPlanView }) {
  const { t } = useTranslation('plans');
  const { draft, write, state, error, theirs, take, flush } = usePlanDraft(plan);
  const onChange = plan.actions.includes('save') ? write : null;
  return (
    <>
      <PageTitle title={t('title', { year: plan.year })} note={plan.personName}>
        {plan.status ? <StatusBadge status={plan.status} /> : null}
      </PageTitle>
      <Stack>
        {plan.returnReason && plan.status === 'returned' ? (
          <Alert color="orange" icon={<IconArrowBackUp size={20} aria-hidden />} title={t('returned')}>
            {plan.returnReason}
          </Alert>
        ) : null}
        {plan.outdated ? (
          <Alert color="orange" icon={<IconRefresh size={20} aria-hidden />}>
            {t('outdated')}
          </Alert>
        ) : null}
        {plan.skpStatus !== 'determined' && plan.status === null ? <Alert color="blue">{t('notYet')}</Alert> : null}
        {theirs ? (
          <Alert color="orange" role="alert" icon={<IconUsers size={20} aria-hidden />} title={t('conflict.title')}>
            <Text size="sm" mb="xs">
              {t('conflict.text')}
            </Text>
            <Group gap="xs">
              <Button size="compact-md" onClick={() => take(true)}>
                {t('conflict.mine')}
              </Button>
              <Button size="compact-md" variant="default" onClick={() => take(false)}>
                {t('conflict.theirs')}
              </Button>
            </Group>
          </Alert>
        ) : null}
        {plan.closedMonths.length > 0 || plan.reopenedUntil ? (
          <Alert color="blue">
            {plan.reopenedUntil ? `${t('reopened', { until: formatDate(plan.reopenedUntil) })} ` : ''}
            {plan.closedMonths.length > 0 ? t('closed') : ''} {plan.closedCite ? <Cite cite={plan.closedCite} /> : null}
          </Alert>
        ) : null}
        <About plan={plan} state={state} onFill={onChange && (async (method) => write(await suggestion(plan.skpId, method)))} />
        <ErrorNotice error={error} onRetry={() => void flush()} />
        {plan.results.map((result) => (
          <ResultPlan key={result.id} result={result} plan={plan} draft={draft} onChange={onChange} />
        ))}
        <MonthTargets plan={plan} employmentId={plan.employmentId} draft={draft} onChange={plan.demands.levels.includes('week') ? onChange : null} />
        <PlanDecision plan={plan} flush={flush} />
      </Stack>
    </>
  );
}

function About({ plan, state, onFill }: { plan: WorkPlanView; state: AutosaveState; onFill: ((method: SplitMethod) => Promise<void>) | null }) {
  const { t } = useTranslation('plans');
  const [failed, setFailed] = useState<unknown>(null);
  const { breakdown, timeline, actions } = plan.demands;
  const Mark = state === 'saved' ? IconCheck : state === 'unsent' ? IconCloudOff : IconDeviceFloppy;
  return (
    <Section
      title={t('about.title')}
      note={
        <Group gap={8}>
          {[breakdown, timeline, actions].filter((cite) => cite !== null).map((cite) => (
            <Cite key={cite.ref} cite={cite} />
          ))}
          {plan.verifiedAt && plan.verifier ? t('about.verified', { name: plan.verifier.name, at: formatInstant(plan.verifiedAt) }) : null}
        </Group>
      }
      actions={
        onFill ? (
          <Group gap={6} role="status" aria-live="polite" wrap="nowrap" data-draft={state}>
            <Mark size={16} aria-hidden />
            <Text size="sm" c="dimmed">
              {t(`draft.${state}`)}
            </Text>
          </Group>
        ) : undefined
      }
    >
      <Text size="sm">{t('about.text')}</Text>
      {onFill ? (
        <Group gap="xs" mt="sm">
          {SPLIT_METHODS.map((method) => (
            <Button
              key={method}
              variant="light"
              leftSection={<IconWand size={18} aria-hidden />}
              onClick={() => {
                setFailed(null);
                onFill(method).catch(setFailed);
              }}
            >
              {t(`fill.${method}`)}
            </Button>
          ))}
        </Group>
      ) : null}
      <ErrorNotice error={failed} mt="sm" />
    </Section>
  );
}
