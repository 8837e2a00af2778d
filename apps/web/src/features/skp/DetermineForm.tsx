import { SKP_LIMITS } from '@ekinerja/contracts/skp';
import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProfile } from '../../lib/session';
import { Cite } from '../../ui/Cite';
import type { StepForm } from './step-form';

/** The evaluator's signature; the performance dialogue is put on record first where the regulation wants it. */
export function DetermineForm({ skp, busy, onStep, onCancel }: StepForm) {
  const { t } = useTranslation('skp');
  const { today } = useProfile();
  const { dialogue } = skp.form.flow;
  const asks = dialogue.required && skp.dialogues.length === 0;
  const [heldOn, setHeldOn] = useState(today);
  const [notes, setNotes] = useState('');
  const body = asks ? { dialogue: { heldOn, notes: notes.trim(), resultIds: [] } } : {};
  return (
    <Stack gap="sm">
      {asks ? (
        <>
          <Text size="sm" component="div">
            {t('determine.dialogue')} <Cite cite={dialogue.cite} />
          </Text>
          <TextInput
            type="date"
            label={t('record.heldOn')}
            max={today}
            value={heldOn}
            onChange={(event) => setHeldOn(event.currentTarget.value)}
          />
          <Textarea
            label={t('record.dialogueNotes')}
            autosize
            maxLength={SKP_LIMITS.note}
            value={notes}
            onChange={(event) => setNotes(event.currentTarget.value)}
          />
        </>
      ) : (
        <Text size="sm">{t('determine.note')}</Text>
      )}
      <Group gap="xs">
        <Button loading={busy} disabled={asks && heldOn === ''} onClick={() => onStep({ step: 'determine', body })}>
          {t('determine.confirm')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('record.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
