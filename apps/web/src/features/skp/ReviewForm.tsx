import { SKP_LIMITS } from '@ekinerja/contracts/skp';
import { Button, Card, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Cite } from '../../ui/Cite';
import type { StepForm } from './step-form';

/** Each indicator is held against each criterion of the regulation, tick by tick. */
export function ReviewForm({ skp, busy, onStep, onCancel }: StepForm) {
  const { t } = useTranslation('skp');
  const criteria = skp.form.criteria?.list ?? [];
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [remarks, setRemarks] = useState('');
  const toggle = (key: string, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(key);
    else next.delete(key);
    setTicked(next);
  };
  const ticks = skp.results.flatMap(({ id, indicators }) =>
    indicators.map((_, indicator) => ({
      resultId: id,
      indicator,
      criteria: criteria.filter(({ code }) => ticked.has(`${id}/${indicator}/${code}`)).map(({ code }) => code),
    })),
  );
  return (
    <Stack gap="sm">
      {skp.form.criteria ? (
        <Text size="sm" c="dimmed" component="div">
          {t('review.note')} <Cite cite={skp.form.criteria.cite} />
        </Text>
      ) : null}
      {criteria.length > 0
        ? skp.results.flatMap((result) =>
            result.indicators.map((indicator, at) => (
              <Card key={`${result.id}/${at}`} padding="sm" component="fieldset" m={0}>
                <Text component="legend" fw={600} px={4}>
                  {indicator.indicator}: {indicator.target} {indicator.unit}
                </Text>
                <Group gap="md">
                  <Button
                    size="compact-sm"
                    mih={32}
                    variant="light"
                    aria-label={t('review.allOf', { indicator: indicator.indicator })}
                    onClick={() => setTicked(new Set([...ticked, ...criteria.map(({ code }) => `${result.id}/${at}/${code}`)]))}
                  >
                    {t('review.all')}
                  </Button>
                  {criteria.map(({ code, name }) => (
                    <Checkbox
                      key={code}
                      label={name}
                      checked={ticked.has(`${result.id}/${at}/${code}`)}
                      onChange={(event) => toggle(`${result.id}/${at}/${code}`, event.currentTarget.checked)}
                    />
                  ))}
                </Group>
              </Card>
            )),
          )
        : null}
      <Textarea
        label={t('review.remarks')}
        autosize
        minRows={2}
        maxLength={SKP_LIMITS.note}
        value={remarks}
        onChange={(event) => setRemarks(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button loading={busy} onClick={() => onStep({ step: 'review', body: { remarks: remarks.trim(), ticks } })}>
          {t('review.confirm')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('record.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
