import { PAY_RUN_LIMITS, type PayRunPerson, type PayRunUnitView } from '@ekinerja/contracts/pay-runs';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIntent } from '../../lib/api';
import { announce } from '../../ui/Announcements';
import { ConfirmReason } from '../../ui/ConfirmReason';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useWaive } from './queries';

/** Leaves one person to a supplementary run, so that the month of the others can close in time. */
export function DeferPerson({ unit, person }: { unit: PayRunUnitView; person: PayRunPerson }) {
  const { t } = useTranslation('pay-runs');
  const [asked, setAsked] = useState(false);
  const mutation = useWaive(unit);
  if (!asked) {
    return (
      <Button variant="default" aria-label={t('defer.label', { name: person.name })} onClick={() => setAsked(true)}>
        {t('defer.button')}
      </Button>
    );
  }
  return (
    <>
      <ConfirmReason
        label={t('defer.reason')} description={t('defer.description')} confirm={t('defer.confirm')} min={PAY_RUN_LIMITS.reason.min} max={PAY_RUN_LIMITS.reason.max} busy={mutation.isPending}
        onCancel={() => setAsked(false)}
        onConfirm={(reason) => mutation.mutate({ body: { employmentId: person.employmentId, kind: 'deferred', reason }, intent: newIntent() }, { onSuccess: () => announce(t('defer.done', { name: person.name })) })}
      />
      <ErrorNotice error={mutation.error} onReload={() => mutation.reset()} />
    </>
  );
}
