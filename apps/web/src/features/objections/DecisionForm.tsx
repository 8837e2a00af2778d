import type { EvaluationInputs } from '@ekinerja/contracts/evaluations';
import { OBJECTION_LIMITS, type Objection, type ObjectionOutcome } from '@ekinerja/contracts/objections';
import { Alert, Button, Group, Radio, Stack, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { RatingField } from '../../ui/rating/RatingField';
import { inputsOf, missingFields, shownFields } from '../../ui/rating/rating-inputs';
import { useDecide } from './queries';

/** Upheld or changed; on a change the same form again, with nothing preset, and a new recommendation. */
export function DecisionForm({ one, reload }: { one: Objection; reload: () => void }) {
  const { t } = useTranslation(['objections', 'evaluations']);
  const [outcome, setOutcome] = useState<ObjectionOutcome | null>(null);
  const [inputs, setInputs] = useState<EvaluationInputs>({});
  const [reason, setReason] = useState('');
  const [recommendation, setRecommendation] = useState('');
  const [tried, setTried] = useState(false);
  const decide = useDecide(one.id);
  const { min, max } = OBJECTION_LIMITS.text;
  const { fields } = one.form;
  const missing = outcome === 'change' ? missingFields(fields, inputs) : {};
  const noReason = reason.trim().length < min;
  const noAdvice = outcome === 'change' && recommendation.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!outcome || noReason || noAdvice || Object.keys(missing).length > 0) return;
    const change = outcome === 'change' ? { inputs: inputsOf(fields, inputs), recommendation: recommendation.trim() } : {};
    decide.mutate({ outcome, reason: reason.trim(), version: one.version, ...change }, { onSuccess: () => announce(t('decide.done')) });
  };
  return (
    <Section title={t('decide.title')} note={t('decide.note')}>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm" maw={720}>
          {one.unheard.length > 0 ? <Alert color="orange">{t('decide.unheard')}</Alert> : null}
          <Radio.Group
            label={t('decide.outcome')}
            required
            value={outcome}
            error={tried && !outcome ? t('evaluations:refusal.rating') : undefined}
            onChange={(value) => setOutcome(value as ObjectionOutcome)}
          >
            <Stack gap={4} mt={4}>
              <Radio value="uphold" label={t('decide.uphold')} />
              <Radio value="change" label={t('decide.change')} />
            </Stack>
          </Radio.Group>
          {outcome === 'change'
            ? shownFields(fields, inputs).map((field) => {
                const refusal = missing[field.name];
                return (
                  <RatingField
                    key={field.name}
                    field={field}
                    value={inputs[field.name] ?? null}
                    error={tried && refusal ? t(`evaluations:refusal.${refusal}`, { min: field.min, max: field.max }) : undefined}
                    onChange={(value) => setInputs({ ...inputs, [field.name]: value })}
                  />
                );
              })
            : null}
          <Textarea
            label={t('decide.reason')}
            required
            autosize
            minRows={3}
            maxLength={max}
            value={reason}
            error={tried && noReason ? t('tooShort', { count: min }) : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {outcome === 'change' ? (
            <Textarea
              label={t('decide.recommendation')}
              description={t('decide.recommendationNote')}
              required
              autosize
              minRows={2}
              maxLength={max}
              value={recommendation}
              error={tried && noAdvice ? t('evaluations:refusal.required') : undefined}
              onChange={(event) => setRecommendation(event.currentTarget.value)}
            />
          ) : null}
          <ErrorNotice error={decide.error} onReload={() => { decide.reset(); reload(); }} />
          <Group>
            <Button type="submit" loading={decide.isPending}>
              {t('decide.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
