import type { IsoMonth } from '@ekinerja/contracts/basics';
import { EVALUATION_LIMITS, type EvaluationInputs, type EvaluationKind, type EvaluationPartDue } from '@ekinerja/contracts/evaluations';
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { RatingField } from '../../ui/rating/RatingField';
import { inputsOf, missingFields, shownFields } from '../../ui/rating/rating-inputs';
import { useSavePart } from './measuring-queries';

/** Somebody who has moved on in the period: one's own part of it, which the evaluator of today sees. */
export function PartCard({ due, kind, month }: { due: EvaluationPartDue; kind: EvaluationKind; month: IsoMonth }) {
  const { t } = useTranslation(['evaluations', 'shell']);
  const [inputs, setInputs] = useState<EvaluationInputs>(due.part?.inputs ?? {});
  const [note, setNote] = useState(due.part?.note ?? '');
  const [tried, setTried] = useState(false);
  const save = useSavePart();
  const missing = missingFields(due.form.fields, inputs);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(missing).length > 0) return;
    save.mutate(
      { employmentId: due.employmentId, month, kind, inputs: inputsOf(due.form.fields, inputs), note: note.trim() || null },
      { onSuccess: () => announce(t('part.done', { name: due.personName })) },
    );
  };
  return (
    <Section
      title={due.personName}
      note={t('part.note', { from: formatDate(due.from), to: formatDate(due.to), name: due.evaluatorNow ?? '–' })}
      actions={due.part ? <StatusBadge status={due.part.predicate} /> : <StatusBadge status="none" />}
    >
      <form noValidate onSubmit={submit} aria-label={t('formOf', { name: due.personName })}>
        <Stack gap="sm">
          {shownFields(due.form.fields, inputs).map((field) => {
            const refusal = missing[field.name];
            return (
              <RatingField
                key={field.name}
                field={field}
                value={inputs[field.name] ?? null}
                error={tried && refusal ? t(`refusal.${refusal}`, { min: field.min, max: field.max }) : undefined}
                onChange={(value) => setInputs({ ...inputs, [field.name]: value })}
              />
            );
          })}
          <Textarea label={t('noteLabel')} autosize minRows={1} maxLength={EVALUATION_LIMITS.note} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
          <ErrorNotice error={save.error} />
          <Group>
            <Button type="submit" loading={save.isPending}>
              <Text component="span">{t('part.save')}</Text>
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
