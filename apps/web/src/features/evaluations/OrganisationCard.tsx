import { ORGANISATION_PREDICATES, PREDICATES, type OrganisationPredicate } from '@ekinerja/contracts/basics';
import type { DistributionView, UnitPerformance } from '@ekinerja/contracts/evaluations';
import { Alert, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../lib/format';
import { isProblem } from '../../lib/problem';
import { announce } from '../../ui/Announcements';
import { Cite } from '../../ui/Cite';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Facts } from '../../ui/Facts';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { Findings } from './Findings';
import { useSetUnitPerformance } from './queries';

/** Attainment of an organisation, set and signed one level up; it bounds how predicates may be spread. */
export function OrganisationCard({ unit, open }: { unit: UnitPerformance; open: boolean }) {
  const { t } = useTranslation(['evaluations', 'shell']);
  const [predicate, setPredicate] = useState<OrganisationPredicate | ''>(unit.predicate ?? '');
  const [basis, setBasis] = useState(unit.basis ?? '');
  const [version, setVersion] = useState(unit.predicate ? unit.version : undefined);
  const [tried, setTried] = useState(false);
  const mutation = useSetUnitPerformance(unit.month, unit.kind);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!predicate || !basis.trim()) return;
    mutation.mutate(
      { body: { unitId: unit.unitId, month: unit.month, kind: unit.kind, predicate, basis: basis.trim() }, version },
      { onSuccess: () => announce(t('organisation.done', { unit: unit.unitName })) },
    );
  };
  const takeCurrent = () => {
    if (isProblem(mutation.error, 'stale-version'))
      setVersion((mutation.error.problem.current as UnitPerformance | undefined)?.version);
    mutation.reset();
  };
  return (
    <Section
      title={t('organisation.title', { unit: unit.unitName })}
      note={t('organisation.note')}
      actions={<StatusBadge status={unit.predicate ?? 'none'} />}
    >
      <Stack gap="sm">
        {unit.signedBy && unit.signedAt ? (
          <Text size="sm" c="dimmed">
            {t('organisation.signed', { name: unit.signedBy, at: formatInstant(unit.signedAt) })}
          </Text>
        ) : null}
        {open ? (
          <form noValidate onSubmit={submit}>
            <Stack gap="sm" maw={560}>
              <NativeSelect
                label={t('organisation.predicate')}
                required
                value={predicate}
                error={tried && !predicate ? t('refusal.rating') : undefined}
                onChange={(event) => setPredicate(event.currentTarget.value as OrganisationPredicate | '')}
                data={[
                  { value: '', label: t('organisation.choose') },
                  ...ORGANISATION_PREDICATES.map((value) => ({ value, label: t(`shell:status.${value}`) })),
                ]}
              />
              <TextInput
                label={t('organisation.basis')}
                description={t('organisation.basisNote')}
                required
                value={basis}
                error={tried && !basis.trim() ? t('refusal.required') : undefined}
                onChange={(event) => setBasis(event.currentTarget.value)}
              />
              <ErrorNotice error={mutation.error} onReload={takeCurrent} />
              <Group>
                <Button type="submit" loading={mutation.isPending}>
                  {t('organisation.sign')}
                </Button>
              </Group>
            </Stack>
          </form>
        ) : null}
        {unit.leader ? (
          <Alert color="orange" icon={<IconAlertTriangle aria-hidden />}>
            {t('organisation.leader', {
              name: unit.leader.personName, evaluator: unit.leader.evaluatorName,
              rated: t(`shell:status.${unit.leader.rated}`), follows: t(`shell:status.${unit.leader.follows}`),
            })}{' '}
            <Cite cite={unit.leader.cite} />
          </Alert>
        ) : null}
        {unit.distribution ? <Distribution view={unit.distribution} unitName={unit.unitName} /> : null}
      </Stack>
    </Section>
  );
}

function Distribution({ view, unitName }: { view: DistributionView; unitName: string }) {
  const { t } = useTranslation(['evaluations', 'shell']);
  return (
    <>
      <Text fw={600}>{t('organisation.distributionOf', { unit: unitName })}</Text>
      <Facts
        items={PREDICATES.map((one) => ({
          label: t(`shell:status.${one}`),
          value: t('organisation.people', { count: view.counts[one] }),
        }))}
      />
      <Findings findings={view.findings} />
    </>
  );
}
