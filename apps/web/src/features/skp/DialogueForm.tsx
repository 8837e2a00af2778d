import { SKP_LIMITS } from '@ekinerja/contracts/skp';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useSkpStep } from './queries';

/** A talk about the plan: when it was and what was settled. */
export function DialogueForm({ skp }: { skp: SkpDetail }) {
  const { t } = useTranslation('skp');
  const { today } = useProfile();
  const [open, setOpen] = useState(false);
  const [heldOn, setHeldOn] = useState(today);
  const [notes, setNotes] = useState('');
  const step = useSkpStep(skp.id);
  if (!open) {
    return (
      <Group>
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('record.addDialogue')}
        </Button>
      </Group>
    );
  }
  const record = () =>
    step.mutate(
      { step: 'dialogues', body: { heldOn, notes: notes.trim(), resultIds: [] } },
      {
        onSuccess: () => {
          setOpen(false);
          announce(t('done.dialogues'));
        },
      },
    );
  return (
    <>
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
        minRows={2}
        maxLength={SKP_LIMITS.note}
        value={notes}
        onChange={(event) => setNotes(event.currentTarget.value)}
      />
      <ErrorNotice error={step.error} />
      <Group>
        <Button loading={step.isPending} disabled={heldOn === ''} onClick={record}>
          {t('record.save')}
        </Button>
        <Button variant="default" onClick={() => setOpen(false)}>
          {t('record.cancel')}
        </Button>
      </Group>
    </>
  );
}
