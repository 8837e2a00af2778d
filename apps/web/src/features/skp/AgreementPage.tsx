import { CASCADE_LIMITS, type AgreementTargetInput, type UnitAgreement } from '@ekinerja/contracts/skp-cascade';
import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconArrowLeft, IconDeviceFloppy, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { newId } from '../../lib/api';
import { formatDate } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { ConfirmReason } from '../../ui/ConfirmReason';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { AgreementAttainments } from './AgreementAttainments';
import { AgreementTargets } from './AgreementTargets';
import { unitAgreement, useAgreementStep } from './cascade-queries';

/** One unit's performance agreement: objectives, final with number and date, then attainment, result and benefit. */
export default function AgreementPage() {
  const { t } = useTranslation('skp');
  const { id = '' } = useParams();
  const query = useQuery(unitAgreement(id));
  return (
    <>
      <Anchor component={Link} to="/skp/perjanjian" display="inline-flex" style={{ gap: 6, alignItems: 'center', minHeight: 32 }}>
        <IconArrowLeft size={16} aria-hidden /> {t('agreement.title')}
      </Anchor>
      <Loaded query={query} shape="form">
        {(agreement) => (
          <>
            <PageTitle title={t('agreement.of', { unit: agreement.unitName, year: agreement.year })}>
              <StatusBadge status={agreement.status === 'final' ? 'determined' : 'draft'} word={t(`agreement.status.${agreement.status}`)} />
            </PageTitle>
            <Agreement key={agreement.status} agreement={agreement} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Agreement({ agreement }: { agreement: UnitAgreement }) {
  const { t } = useTranslation('skp');
  const { today } = useProfile();
  const step = useAgreementStep(agreement.id);
  const [targets, setTargets] = useState<AgreementTargetInput[]>(() =>
    agreement.targets.filter(({ removed }) => !removed).map(({ id, objective, indicator, target, unit }) => ({ id, objective, indicator, target, unit })),
  );
  const [paper, setPaper] = useState({ number: agreement.number ?? '', signedOn: agreement.signedOn ?? today });
  const [asking, setAsking] = useState(false);
  const may = (action: string) => agreement.actions.includes(action);
  const save = () => step.mutateAsync({ step: 'save', version: agreement.version, body: { targets } });
  const done = (word: string) => announce(t(`agreement.done.${word}`));
  return (
    <Stack>
      <ErrorNotice error={step.error} />
      {agreement.number && agreement.signedOn && agreement.status === 'final' ? (
        <Text>{t('agreement.paper', { number: agreement.number, date: formatDate(agreement.signedOn) })}</Text>
      ) : null}
      <Section title={t('agreement.targets')} note={t(may('save') ? 'agreement.draftNote' : 'agreement.finalNote')}>
        <AgreementTargets agreement={agreement} targets={targets} onChange={may('save') ? setTargets : null} />
        {may('save') ? (
          <Group mt="sm" gap="xs">
            <Button variant="light" leftSection={<IconPlus size={18} aria-hidden />} disabled={targets.length >= CASCADE_LIMITS.targets}
              onClick={() => setTargets([...targets, { id: newId(), objective: '', indicator: '', target: '', unit: '' }])}>
              {t('agreement.add')}
            </Button>
            <Button leftSection={<IconDeviceFloppy size={18} aria-hidden />} loading={step.isPending} onClick={() => void save().then(() => done('save')).catch(() => undefined)}>
              {t('agreement.save')}
            </Button>
          </Group>
        ) : null}
      </Section>
      {may('finalise') ? (
        <Section title={t('agreement.finalTitle')} note={t('agreement.finalText')}>
          <Group align="flex-end" gap="sm">
            <TextInput label={t('agreement.number')} maxLength={CASCADE_LIMITS.number} value={paper.number} onChange={(event) => setPaper({ ...paper, number: event.currentTarget.value })} />
            <TextInput type="date" max={today} label={t('agreement.signedOn')} value={paper.signedOn} onChange={(event) => setPaper({ ...paper, signedOn: event.currentTarget.value })} />
            <Button
              loading={step.isPending}
              disabled={paper.number.trim() === '' || paper.signedOn === ''}
              onClick={() =>
                void save()
                  .then(({ version }) => step.mutateAsync({ step: 'finalise', version, body: paper }))
                  .then(() => done('finalise'))
                  .catch(() => undefined)
              }
            >
              {t('agreement.finalise')}
            </Button>
          </Group>
        </Section>
      ) : null}
      {agreement.status === 'final' ? <AgreementAttainments agreement={agreement} busy={step.isPending} onSave={may('attain') ? (items) => step.mutate({ step: 'attainments', version: agreement.version, body: { items } }, { onSuccess: () => done('attain') }) : null} /> : null}
      {may('redraft') ? (
        asking ? (
          <ConfirmReason
            label={t('agreement.redraftReason')} confirm={t('agreement.redraft')} min={5} max={CASCADE_LIMITS.reason} busy={step.isPending}
            onConfirm={(reason) => step.mutate({ step: 'redraft', version: agreement.version, body: { reason } }, { onSuccess: () => done('redraft') })}
            onCancel={() => setAsking(false)}
          />
        ) : (
          <Group>
            <Button variant="default" onClick={() => setAsking(true)}>
              {t('agreement.redraft')}
            </Button>
          </Group>
        )
      ) : null}
    </Stack>
  );
}
