import type { BulkOutcome, EvaluationDueItem, EvaluationInputs, EvaluationsDue } from '@ekinerja/contracts/evaluations';
import { Alert, Button, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../lib/problem';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { RatingField } from '../../ui/rating/RatingField';
import { inputsOf, missingFields, shownFields } from '../../ui/rating/rating-inputs';
import { useBulk } from './measuring-queries';

interface BulkRatingProps {
  due: EvaluationsDue;
  onDraft: (employmentId: string, inputs: EvaluationInputs | null) => void;
  onDone: () => void;
}

/** Many people on one screen; nothing is preset, and only what was filled in whole is sent. */
export function BulkRating({ due, onDraft, onDone }: BulkRatingProps) {
  const { t } = useTranslation('evaluations');
  const open = due.items.filter((item) => item.evaluation === null);
  const [given, setGiven] = useState<Record<string, EvaluationInputs>>({});
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
      employmentId: item.employmentId, version: null, inputs: inputsOf(item.form.fields, given[item.employmentId] ?? {}), note: null, recommendation: null,
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
            <Paper key={item.employmentId} withBorder p="sm" component="fieldset">
              <Text component="legend" fw={650} px={6}>
                {item.personName}
                <Text span c="dimmed" size="sm" ml={6}>
                  {item.postName}
                </Text>
              </Text>
              <SimpleGrid cols={{ base: 1, sm: 2 }}>
                {shownFields(item.form.fields, given[item.employmentId] ?? {}).map((field) => (
                  <RatingField
                    key={field.name}
                    field={field}
                    value={given[item.employmentId]?.[field.name] ?? null}
                    error={undefined}
                    onChange={(value) => change(item, field.name, value)}
                  />
                ))}
              </SimpleGrid>
              {refused?.outcome === 'refused' ? <ErrorNotice error={new ProblemError(refused.problem)} mt="sm" /> : null}
            </Paper>
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
