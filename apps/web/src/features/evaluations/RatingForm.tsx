import type { IsoMonth } from '@ekinerja/contracts/basics';
import {
  EVALUATION_LIMITS,
  type Evaluation,
  type EvaluationDueItem,
  type EvaluationInputs,
  type EvaluationKind,
} from '@ekinerja/contracts/evaluations';
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../lib/problem';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useSaveEvaluation } from './queries';
import { RatingField } from '../../ui/rating/RatingField';
import { inputsOf, missingFields, shownFields } from '../../ui/rating/rating-inputs';
import { usePredicateWords } from './use-predicate-words';

interface RatingFormProps {
  item: EvaluationDueItem;
  month: IsoMonth;
  kind: EvaluationKind;
  onDone: () => void;
  /** What is on screen and not saved yet; null once it is. */
  onDraft: (employmentId: string, inputs: EvaluationInputs | null) => void;
}

/** Fields as the regulation's form has them. Nothing is preset: a rating is given, not left standing. */
export function RatingForm({ item, month, kind, onDone, onDraft }: RatingFormProps) {
  const { t } = useTranslation(['evaluations', 'shell']);
  const { evaluation, form, employmentId, personName } = item;
  const [inputs, setInputs] = useState<EvaluationInputs>(evaluation?.inputs ?? {});
  const [note, setNote] = useState(evaluation?.note ?? '');
  const [recommendation, setRecommendation] = useState(evaluation?.recommendation ?? '');
  const [version, setVersion] = useState(evaluation?.version);
  const [tried, setTried] = useState(false);
  const mutation = useSaveEvaluation(month, kind);
  const predicate = usePredicateWords(form);
  const missing = missingFields(form.fields, inputs);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(missing).length > 0) return;
    mutation.mutate(
      {
        body: {
          employmentId, month, kind, inputs: inputsOf(form.fields, inputs), note: note.trim() || null, recommendation: recommendation.trim() || null,
        },
        version,
      },
      {
        onSuccess: (saved) => {
          onDraft(employmentId, null);
          announce(t('done', { name: personName, predicate: predicate(saved.predicate) }));
          onDone();
        },
      },
    );
  };
  const change = (next: EvaluationInputs) => {
    setInputs(next);
    const whole = Object.keys(missingFields(form.fields, next)).length === 0;
    onDraft(employmentId, whole ? inputsOf(form.fields, next) : null);
  };
  const takeCurrent = () => {
    if (isProblem(mutation.error, 'stale-version'))
      setVersion((mutation.error.problem.current as Evaluation | undefined)?.version);
    mutation.reset();
  };

  return (
    <form noValidate onSubmit={submit} aria-label={t('formOf', { name: personName })}>
      <Stack gap="sm">
        {shownFields(form.fields, inputs).map((field) => {
          const refusal = missing[field.name];
          return (
            <RatingField
              key={field.name}
              field={field}
              value={inputs[field.name] ?? null}
              error={
                tried && refusal ? t(`refusal.${refusal}`, { min: field.min, max: field.max }) : undefined
              }
              onChange={(value) => change({ ...inputs, [field.name]: value })}
            />
          );
        })}
        <Textarea
          label={t('noteLabel')}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={EVALUATION_LIMITS.note}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Textarea
          label={t('recommendationLabel')}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={EVALUATION_LIMITS.note}
          value={recommendation}
          onChange={(event) => setRecommendation(event.currentTarget.value)}
        />
        <ErrorNotice error={mutation.error} onReload={takeCurrent} />
        <Group>
          <Button type="submit" loading={mutation.isPending} aria-label={t('saveOf', { name: personName })}>
            {t('save')}
          </Button>
          {evaluation ? (
            <Button variant="default" onClick={onDone}>
              {t('shell:cancel')}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </form>
  );
}
