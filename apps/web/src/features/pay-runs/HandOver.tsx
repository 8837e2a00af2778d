import type { HandOverRequest, PayRunUnitView } from '@ekinerja/contracts/pay-runs';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { newIntent } from '../../lib/api';
import { dateOfInstant, formatDate } from '../../lib/format';
import { useCan, useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import classes from './PayRuns.module.css';
import { useHandOver } from './queries';

/** After the close: signed by the head of the SKPD, then handed to the treasurer, each on a day. */
export function HandOver({ unit }: { unit: PayRunUnitView }) {
  const { t } = useTranslation('pay-runs');
  return (
    <Section title={t('handOver.title')} note={t('handOver.note')}>
      <ol className={classes.steps}>
        <li>
          <Step unit={unit} step="signed" date={unit.recapSignedAt} from={unit.closedAt ? dateOfInstant(unit.closedAt) : null} />
        </li>
        <li>
          <Step unit={unit} step="handed-over" date={unit.handedOverAt} from={unit.recapSignedAt} />
        </li>
      </ol>
    </Section>
  );
}

interface StepProps {
  unit: PayRunUnitView;
  step: HandOverRequest['step'];
  /** When it was done; null while it waits. */
  date: string | null;
  /** The step cannot lie before this day; null: the step before it is not done. */
  from: string | null;
}

function Step({ unit, step, date, from }: StepProps) {
  const { t } = useTranslation('pay-runs');
  const { today } = useProfile();
  const may = useCan('pay-runs.hand-over');
  const [value, setValue] = useState(today);
  const [tried, setTried] = useState(false);
  const mutation = useHandOver(unit);
  const wrong = value === '' || value > today || (from !== null && value < from);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong) return;
    mutation.mutate({ body: { step, date: value }, intent: newIntent() }, { onSuccess: () => announce(t(`handOver.${step}.done`)) });
  };
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Text fw={600}>{t(`handOver.${step}.title`)}</Text>
        {date ? <StatusBadge status={step} /> : null}
      </Group>
      {date ? (
        <Text>{formatDate(date)}</Text>
      ) : from === null ? (
        <Text size="sm" c="dimmed">
          {t('handOver.first')}
        </Text>
      ) : may ? (
        <form noValidate onSubmit={submit}>
          <Group align="flex-end" gap="xs">
            <TextInput
              type="date"
              label={t(`handOver.${step}.date`)}
              value={value}
              min={from}
              max={today}
              required
              error={tried && wrong ? t('handOver.range', { from: formatDate(from), to: formatDate(today) }) : null}
              onChange={(event) => setValue(event.currentTarget.value)}
            />
            <Button type="submit" loading={mutation.isPending}>
              {t('handOver.record')}
            </Button>
          </Group>
        </form>
      ) : (
        <Text size="sm" c="dimmed">
          {t('handOver.who')}
        </Text>
      )}
      <ErrorNotice error={mutation.error} onRetry={() => mutation.variables && mutation.mutate(mutation.variables)} onReload={() => mutation.reset()} />
    </Stack>
  );
}
