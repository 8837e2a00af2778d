import type { BudgetState, PayRunUnitView } from '@ekinerja/contracts/pay-runs';
import { Alert, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { formatInstant, formatMonth, formatRupiah } from '../../lib/format';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { PhoneFold } from '../../ui/PhoneFold';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { BlockerList } from './BlockerList';
import { Downloads } from './Downloads';
import { ExcludedList } from './ExcludedList';
import { OpenObjections } from './OpenObjections';
import { HandOver } from './HandOver';
import { Papers } from './Papers';
import { ParallelRun } from './ParallelRun';
import { Prints } from './Prints';
import { PeopleList } from './PeopleList';
import { openBlockers } from './progress';
import { payRun, payRunUnit } from './queries';
import { SignedCopies } from './SignedCopies';
import { Totals } from './Totals';
import { UnitNavigation } from './UnitNavigation';
import { UnitSteps } from './UnitSteps';
import { UnitStatus } from './UnitTable';
import { VoidClose } from './VoidClose';

/** One SKPD's month: what stands in the way, the step that comes next, and everybody's amount. */
export default function UnitPage() {
  const { runId = '', skpdId = '' } = useParams();
  // A new SKPD is a new page: heading, focus and half-typed reasons start afresh.
  return <UnitMonth key={skpdId} runId={runId} skpdId={skpdId} />;
}

function UnitMonth({ runId, skpdId }: { runId: string; skpdId: string }) {
  const { t } = useTranslation('pay-runs');
  const query = useQuery(payRunUnit(runId, skpdId));
  const run = useQuery(payRun(runId));
  const units = run.data?.unitList ?? [];
  const name = query.data?.skpdName ?? units.find((unit) => unit.skpdId === skpdId)?.skpdName;
  return (
    <>
      <PageTitle title={name ?? t('unit.plain')} note={query.data ? t('unit.month', { month: formatMonth(query.data.month) }) : null} />
      <Stack>
        <UnitNavigation runId={runId} skpdId={skpdId} units={units} />
        <Loaded query={query}>{(unit) => <Unit unit={unit} reload={() => query.refetch()} />}</Loaded>
      </Stack>
    </>
  );
}

function Unit({ unit, reload }: { unit: PayRunUnitView; reload: () => Promise<unknown> }) {
  const { t } = useTranslation('pay-runs');
  const frozen = unit.status === 'closed' || unit.status === 'void';
  const blockers = frozen ? [] : openBlockers(unit.people);
  return (
    <Stack>
      {unit.status === 'void' ? <VoidClose unit={unit} /> : null}
      {unit.budget && unit.budget.left < 0 && unit.status !== 'void' ? <OverBudget budget={unit.budget} /> : null}
      {blockers.length > 0 ? <BlockerList unit={unit} blockers={blockers} /> : null}
      <Section title={t('unit.state')} actions={<UnitStatus unit={unit} />}>
        <Stack gap="sm">
          <Facts
            items={[
              { label: t('paymentMonth'), value: formatMonth(unit.paymentMonth) },
              ...(unit.checkedAt ? [{ label: t('unit.checked'), value: byWhom(unit.checkedBy, unit.checkedAt, t) }] : []),
              ...(unit.headSigned ? [{ label: t('unit.headSigned'), value: signedBy(unit.headSigned, t) }] : []),
              ...(unit.agencyChecked ? [{ label: t('unit.agencyChecked'), value: byWhom(unit.agencyChecked.by, unit.agencyChecked.at, t) }] : []),
              ...(unit.closedAt ? [{ label: t('unit.closed'), value: byWhom(unit.closedBy, unit.closedAt, t) }] : []),
            ]}
          />
          <Totals totals={unit.totals} />
          {unit.status === 'void' ? null : <UnitSteps unit={unit} blockers={blockers.length} reload={reload} />}
        </Stack>
      </Section>
      {unit.openEntries > 0 ? (
        <Alert color="gray" title={t('unit.openEntries', { count: unit.openEntries })}>
          {t('unit.openEntriesText')}
        </Alert>
      ) : null}
      <OpenObjections objections={unit.openObjections} />
      <PhoneFold title={t('unit.papers')}>
        <Downloads unit={unit} />
        <Papers unit={unit} />
        <Prints runId={unit.runId} skpdId={unit.skpdId} closed={unit.status === 'closed'} />
        <ParallelRun unit={unit} />
      </PhoneFold>
      {unit.status === 'draft' || unit.status === 'void' ? null : <SignedCopies unit={unit} />}
      {unit.status === 'closed' ? <HandOver unit={unit} /> : null}
      {unit.status === 'closed' ? <VoidClose unit={unit} /> : null}
      <PeopleList unit={unit} />
      <ExcludedList people={unit.people} />
    </Stack>
  );
}

/** A warning before the close; it refuses nothing. */
function OverBudget({ budget }: { budget: BudgetState }) {
  const { t } = useTranslation('pay-runs');
  return (
    <Alert color="orange" title={t('budget.title')}>
      {t('budget.text', { year: budget.year, ceiling: formatRupiah(budget.ceiling), spent: formatRupiah(budget.spent), run: formatRupiah(budget.run), over: formatRupiah(-budget.left) })}
    </Alert>
  );
}

const signedBy = ({ by, post, at, method }: NonNullable<PayRunUnitView['headSigned']>, t: TFunction): string =>
  t(method === 'paper' ? 'pay-runs:unit.headSignedPaper' : 'pay-runs:unit.headSignedText', { name: by, post, at: formatInstant(at) });

const byWhom = (name: string | null, at: string, t: TFunction): string =>
  name ? t('pay-runs:unit.byAt', { name, at: formatInstant(at) }) : formatInstant(at);
