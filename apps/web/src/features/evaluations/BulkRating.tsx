import { EVALUATION_LIMITS, type BulkOutcome, type EvaluationDueItem, type EvaluationInputs, type EvaluationsDue } from '@ekinerja/contracts/evaluations';
import { Alert, Button, Group, Paper, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../lib/problem';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { RatingField } from '../../ui/rating/RatingField';
import { inputsOf, missingFields, shownFields } from '../../ui/rating/rating-inputs';
import { Ground } from './Ground';
import { useBulk } from './measuring-queries';

interface BulkRatingProps {
  due: EvaluationsDue;
  onDraft: (employmentId: string, inputs: EvaluationInputs | null) => void;
  onDone: () => void;
}

/** Note and recommendation, as typed. */
interface Words {
  note: string;
  recommendation: string;
}
const NO_WORDS: Words = { note: '', recommendation: '' };

/** Many people on one screen, each with what the evaluator has before them; nothing is preset, and only what was filled in whole is sent. */
export function BulkRating({ due, onDraft, onDone }: BulkRatingProps) {
  const { t } = useTranslation('evaluations');
  const open = due.items.filter((item) => item.evaluation === null);
  const [given, setGiven] = useState<Record<string, EvaluationInputs>>({});
  const [words, setWords] = useState<Record<string, Words>>({});
  const [outcomes, setOutcomes] = useState<BulkOutcome[]>([]);
  const bulk = useBulk();
  const complete = open.filter((item) => touched(given[item.employmentId]) && Object.keys(missingFields(item.form.fields, given[item.employmentId] ?? {})).length === 0);
  const change = (item: EvaluationDueItem, name: string, value: string | boolean | null) => {
    const next = { ...given[item.employmentId], [name]: value };
    setGiven({ ...given, [item.employmentId]: next });
    const whole = Object.keys(missingFields(item.form.fields, next)).length === 0;
    onDraft(item.employmentId, whole ? inputsOf(item.form.fields, next) : null);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const items = complete.map((item) => ({
      employmentId: item.employmentId, version: null, inputs: inputsOf(item.form.fields, given[item.employmentId] ?? {}), ...advice(words[item.employmentId] ?? NO_WORDS),
    }));
    bulk.mutate(
      { month: due.month, kind: due.kind, items },
      {
        onSuccess: ({ outcomes: answered }) => {
          const refused = answered.filter((one) => one.outcome === 'refused');
          answered.filter((one) => one.outcome === 'saved').forEach((one) => onDraft(one.employmentId, null));
          announce(t('bulk.done', { saved: answered.length - refused.length, refused: refused.length }));
          setOutcomes(refused);
          if (refused.length === 0 && answered.length === open.length) onDone();
        },
      },
    );
  };
  if (open.length === 0) return <Alert color="green">{t('bulk.none')}</Alert>;
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <Text c="dimmed">{t('bulk.note')}</Text>
        {open.map((item) => {
          const refused = outcomes.find((one) => one.employmentId === item.employmentId);
          return (
            <OnePerson
              key={item.employmentId}
              item={item}
              due={due}
              given={given[item.employmentId] ?? {}}
              words={words[item.employmentId] ?? NO_WORDS}
              problem={refused?.outcome === 'refused' ? new ProblemError(refused.problem) : null}
              onChange={(name, value) => change(item, name, value)}
              onWords={(next) => setWords({ ...words, [item.employmentId]: next })}
            />
          );
        })}
        <ErrorNotice error={bulk.error} />
        <Group>
          <Button type="submit" disabled={complete.length === 0} loading={bulk.isPending}>
            {t('bulk.save', { count: complete.length, total: open.length })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const touched = (inputs: EvaluationInputs | undefined) => inputs !== undefined && Object.keys(inputs).length > 0;

const advice = ({ note, recommendation }: Words) => ({ note: note.trim() || null, recommendation: recommendation.trim() || null });

interface OnePersonProps {
  item: EvaluationDueItem;
  due: EvaluationsDue;
  given: EvaluationInputs;
  words: Words;
  problem: ProblemError | null;
  onChange: (name: string, value: string | boolean | null) => void;
  onWords: (words: Words) => void;
}

function OnePerson({ item, due, given, words, problem, onChange, onWords }: OnePersonProps) {
  const { t } = useTranslation('evaluations');
  const [writing, setWriting] = useState(false);
  return (
    <Paper withBorder p="sm" component="fieldset">
      <Text component="legend" fw={650} px={6}>
        {item.personName}
        <Text span c="dimmed" size="sm" ml={6}>
          {item.postName}
        </Text>
      </Text>
      <Stack gap="sm">
        <Ground item={item} kind={due.kind} month={due.month} />
        <SimpleGrid type="container" cols={{ base: 1, '52rem': 2 }}>
          {shownFields(item.form.fields, given).map((field) => (
            <RatingField key={field.name} field={field} value={given[field.name] ?? null} error={undefined} onChange={(value) => onChange(field.name, value)} />
          ))}
        </SimpleGrid>
        {writing ? (
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {(['note', 'recommendation'] as const).map((name) => (
              <Textarea
                key={name}
                label={t(`${name}Label`)}
                autosize
                minRows={1}
                maxRows={6}
                maxLength={EVALUATION_LIMITS.note}
                value={words[name]}
                onChange={(event) => onWords({ ...words, [name]: event.currentTarget.value })}
              />
            ))}
          </SimpleGrid>
        ) : (
          <Group>
            <Button variant="default" aria-label={t('bulk.writeOf', { name: item.personName })} onClick={() => setWriting(true)}>
              {t('bulk.write')}
            </Button>
          </Group>
        )}
      </Stack>
      {problem ? <ErrorNotice error={problem} mt="sm" /> : null}
    </Paper>
  );
}
