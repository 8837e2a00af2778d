import { REGULATION_LIMITS, type RegulationDraft, type RevisionKind } from '@ekinerja/contracts/regulations';
import { Alert, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatMonth } from '../../lib/format';
import { ConfirmReason } from '../../ui/ConfirmReason';
import { ErrorNotice } from '../../ui/ErrorNotice';
import type { useDraftStep } from './draft-queries';

interface ProposeFormProps {
  draft: RegulationDraft;
  step: ReturnType<typeof useDraftStep>;
  onReload: () => void;
  onCancel: () => void;
}

/** From which day, as what, and why; the second person reads the same. */
export function ProposeForm({ draft, step, onReload, onCancel }: ProposeFormProps) {
  const { t } = useTranslation('drafts');
  const [from, setFrom] = useState(draft.documentFrom);
  const [revision, setRevision] = useState<RevisionKind>(draft.revises ? (draft.sameValues ? 'editorial' : 'correction') : 'new');
  const send = (reason: string) => step.mutate({ step: 'propose', from, revision, reason }, { onSuccess: onCancel });
  return (
    <Stack gap="sm">
      <TextInput
        type="date"
        label={t('propose.from')}
        description={t('propose.fromNote', { date: formatDate(from) })}
        value={from}
        onChange={(event) => {
          if (event.currentTarget.value) setFrom(event.currentTarget.value);
        }}
        maw={320}
      />
      <NativeSelect
        label={t('propose.revision')}
        description={t(`propose.revisionNote.${revision}`)}
        value={revision}
        onChange={(event) => setRevision(event.currentTarget.value as RevisionKind)}
        data={(draft.revises ? (['correction', 'editorial'] as const) : (['new'] as const)).map((value) => ({ value, label: t(`revision.${value}`) }))}
        maw={480}
      />
      {draft.closedMonths.length > 0 ? (
        <Alert color="yellow" title={t('propose.closed', { count: draft.closedMonths.length })}>
          <Text size="sm">{t('propose.closedText', { months: draft.closedMonths.map(formatMonth).join(', ') })}</Text>
        </Alert>
      ) : null}
      <ErrorNotice error={step.error} onReload={onReload} />
      <ConfirmReason
        label={t('propose.reason')}
        description={t('propose.reasonNote')}
        confirm={t('propose.send')}
        min={REGULATION_LIMITS.reason.min}
        max={REGULATION_LIMITS.reason.max}
        busy={step.isPending}
        onConfirm={send}
        onCancel={onCancel}
      />
    </Stack>
  );
}
