import type { IsoMonth } from '@ekinerja/contracts/basics';
import {
  EVALUATION_LIMITS,
  type Evaluation,
  type EvaluationDueItem,
  type EvaluationInputs,
} from '@ekinerja/contracts/evaluations';
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../lib/problem';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useSaveEvaluation } from './queries';
import { RatingField } from './RatingField';
import { inputsOf, missingFields, shownFields } from './rating-inputs';
import { usePredicateWords } from './use-predicate-words';

interface RatingFormProps {
  item: EvaluationDueItem;
  month: IsoMonth;
  onDone: () => void;
}

/** Fields as the regulation's form has them. Nothing is preset: a rating is given, not left standing. */
export function RatingForm({ item, month, onDone }: RatingFormProps) {
  const { t } = useTranslation(['evaluations', 'shell']);
  const { evaluation, form, employmentId, personName } = item;
  const [inputs, setInputs] = useState<EvaluationInputs>(evaluation?.inputs ?? {});
  const [note, setNote] = useState(evaluation?.note ?? '');
  const [version, setVersion] = useState(evaluation?.version);
  const [tried, setTried] = useState(false);
  const mutation = useSaveEvaluation(month);
  const predicate = usePredicateWords(form);
  const missing = missingFields(form.fields, inputs);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(missing).length > 0) return;
    mutation.mutate(
      {
        body: { employmentId, month, inputs: inputsOf(form.fields, inputs), note: note.trim() || null },
        version,
      },
      {
        onSuccess: (saved) => {
          announce(t('done', { name: personName, predicate: predicate(saved.predicate) }));
          onDone();
        },
      },
    );
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
              onChange={(value) => setInputs({ ...inputs, [field.name]: value })}
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
