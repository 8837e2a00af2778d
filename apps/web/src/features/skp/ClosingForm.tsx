import { SKP_LIMITS } from '@ekinerja/contracts/skp';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepForm } from './step-form';

/** What each result has come to: at the end of an SKP, or afterwards where a transfer closed it (BN 9(2)). */
export function ClosingForm({ skp, busy, onStep, onCancel, step }: StepForm & { step: 'close' | 'attainments' }) {
  const { t } = useTranslation('skp');
  const owed = skp.results.filter(({ attainment }) => attainment === null);
  const [said, setSaid] = useState<Record<string, string>>({});
  const [reason, setReason] = useState('');
  const told = owed.filter(({ id }) => (said[id] ?? '').trim() !== '');
  const ready = step === 'close' ? told.length === owed.length && reason.trim().length >= 5 : told.length > 0;
  const send = () =>
    onStep({
      step,
      body: {
        reason: step === 'close' ? reason.trim() : t('closing.soFar'),
        attainments: told.map(({ id }) => ({ resultId: id, attainment: (said[id] ?? '').trim() })),
      },
    });
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t(`closing.note.${step}`)}
      </Text>
      {owed.map((result) => (
        <TextInput
          key={result.id}
          label={result.title}
          description={targetsOf(result)}
          placeholder={t('closing.example')}
          maxLength={SKP_LIMITS.text}
          value={said[result.id] ?? ''}
          onChange={(event) => setSaid({ ...said, [result.id]: event.currentTarget.value })}
        />
      ))}
      {step === 'close' ? (
        <TextInput label={t('closing.reason')} maxLength={SKP_LIMITS.note} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      ) : null}
      <Group gap="xs">
        <Button loading={busy} disabled={!ready} onClick={send}>
          {t(`flow.${step === 'close' ? 'close' : 'attain'}`)}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('record.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}

function targetsOf(result: SkpDetail['results'][number]): string {
  return result.indicators.map(({ indicator, target, unit }) => `${indicator}: ${target} ${unit}`.trim()).join('; ');
}
