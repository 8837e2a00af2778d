import type { RequestDetail, RequestStepRequest } from '@ekinerja/contracts/service-requests';
import { Button, Checkbox, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { useRequestStep } from './queries';

/** What this step asks: a number for the agenda, ticks at the check, a place for the archive, a note always. */
export function StepForm({ request }: { request: RequestDetail }) {
  const { t } = useTranslation('service-requests');
  const [note, setNote] = useState('');
  const [reference, setReference] = useState(request.nextAgenda ?? '');
  const [complete, setComplete] = useState<string[]>([]);
  const step = useRequestStep(request.id);
  const asks = request.does === 'agenda' || request.does === 'archive';
  const go = (outcome: RequestStepRequest['outcome']) =>
    step.mutate(
      { outcome, note: note.trim(), reference: reference.trim() || null, complete: request.does === 'check' ? complete : null, version: request.version },
      { onSuccess: () => announce(t('stepDone')) },
    );
  const ready = note.trim().length >= 3;
  return (
    <Section title={t('act.title', { step: request.stepName ?? '' })}>
      <Stack gap="sm">
        {request.does === 'check' ? (
          <Checkbox.Group label={t('act.check')} value={complete} onChange={setComplete}>
            <Stack gap="xs" mt={4}>
              {request.attachments.map(({ code, name, fileId }) => (
                <Checkbox key={code} value={code} label={name} disabled={fileId === null} />
              ))}
            </Stack>
          </Checkbox.Group>
        ) : null}
        {asks ? <TextInput label={t(`act.${request.does}`)} required value={reference} onChange={(event) => setReference(event.currentTarget.value)} /> : null}
        <Textarea label={t('act.note')} required autosize minRows={2} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        <ErrorNotice error={step.error} />
        <Group gap="xs">
          <Button loading={step.isPending} disabled={!ready || (asks && !reference.trim())} onClick={() => go('forward')}>
            {t(`do.${request.does ?? 'forward'}`)}
          </Button>
          {request.outcomes.includes('return') ? (
            <Button variant="default" disabled={!ready} onClick={() => go('return')}>
              {t(request.does === 'check' ? 'act.return' : 'act.sendBack')}
            </Button>
          ) : null}
          {request.outcomes.includes('refuse') ? (
            <Button variant="default" color="red" disabled={!ready} onClick={() => go('refuse')}>
              {t('act.refuse')}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Section>
  );
}
