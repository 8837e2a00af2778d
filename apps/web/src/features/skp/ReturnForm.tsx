import { SKP_LIMITS, type SkpFieldNote } from '@ekinerja/contracts/skp';
import { ActionIcon, Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepForm } from './step-form';

interface ReturnFormProps extends StepForm {
  step: 'return' | 'settle';
  extra?: object;
}

/** Back to the owner, with the reason and remarks at single fields. */
export function ReturnForm({ skp, busy, onStep, onCancel, step, extra = {} }: ReturnFormProps) {
  const { t } = useTranslation('skp');
  const [reason, setReason] = useState('');
  const [notes, setNotes] = useState<SkpFieldNote[]>([]);
  const [tried, setTried] = useState(false);
  const places = [
    ...skp.results.flatMap((result, number) => [
      { value: `results.${result.id}.title`, label: t('edit.result', { number: number + 1 }) },
      ...result.indicators.map((indicator, at) => ({
        value: `results.${result.id}.indicators.${at}`,
        label: `${number + 1}. ${indicator.indicator}`.slice(0, 80),
      })),
    ]),
    ...['sources', 'resources', 'behaviour', 'accountability'].map((part) => ({
      value: `plan.${part}`,
      label: t(`plan.${part}`),
    })),
  ];
  const short = reason.trim().length < 5;
  const send = () => {
    setTried(true);
    if (short) return;
    const said = notes.filter(({ text }) => text.trim() !== '');
    onStep({ step, body: { ...extra, reason: reason.trim(), notes: said } });
  };
  const mend = (at: number, part: Partial<SkpFieldNote>) =>
    setNotes(notes.map((note, other) => (other === at ? { ...note, ...part } : note)));
  return (
    <Stack gap="sm">
      <Textarea
        label={t('flow.reason.return')}
        description={t('flow.reasonNote')}
        autosize
        minRows={2}
        required
        maxLength={SKP_LIMITS.note}
        value={reason}
        error={tried && short ? t('flow.tooShort') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {notes.map((note, at) => (
        <Group key={at} gap="xs" align="flex-end">
          <NativeSelect
            label={t('flow.noteAt')}
            style={{ flex: '1 1 12rem', minWidth: 0 }}
            value={note.place}
            data={places}
            onChange={(event) => mend(at, { place: event.currentTarget.value })}
          />
          <TextInput
            label={t('flow.noteText')}
            style={{ flex: '2 1 14rem', minWidth: 0 }}
            maxLength={SKP_LIMITS.note}
            value={note.text}
            onChange={(event) => mend(at, { text: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="red"
            size={44}
            aria-label={t('flow.removeNote')}
            onClick={() => setNotes(notes.filter((_, other) => other !== at))}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Group gap="xs">
        <Button variant="subtle" onClick={() => setNotes([...notes, { place: places[0]?.value ?? 'results', text: '' }])}>
          {t('flow.addNote')}
        </Button>
      </Group>
      <Group gap="xs">
        <Button loading={busy} onClick={send}>
          {t(step === 'return' ? 'flow.return' : 'flow.amend')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('record.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
