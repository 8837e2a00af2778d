import {
  RESULT_KINDS,
  RESULT_TASKS,
  SKP_LIMITS,
  type ResultKind,
  type ResultTask,
  type SkpDetail,
  type SkpResultInput,
} from '@ekinerja/contracts/skp';
import { Button, Card, Group, NativeSelect, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IndicatorEditor } from './IndicatorEditor';
import { newIndicator } from './skp-draft';

interface ResultEditorProps {
  result: SkpResultInput;
  number: number;
  superiorResults: SkpDetail['superiorResults'];
  refusals: Record<string, string>;
  onChange: (result: SkpResultInput) => void;
  onRemove: (() => void) | undefined;
}

export function ResultEditor({
  result,
  number,
  superiorResults,
  refusals,
  onChange,
  onRemove,
}: ResultEditorProps) {
  const { t } = useTranslation('skp');
  const refusal = (place: string) => {
    const word = refusals[`${result.id}.${place}`];
    return word ? t(`refusal.${word}`) : undefined;
  };
  return (
    <Card component="fieldset" padding="sm" m={0}>
      <Text component="legend" fw={650} px={4}>
        {t('edit.result', { number })}
      </Text>
      <Stack gap="sm">
        <Textarea
          label={t('edit.resultTitle')}
          description={t('edit.resultTitleNote')}
          autosize
          minRows={2}
          maxLength={SKP_LIMITS.title}
          required
          value={result.title}
          error={refusal('title')}
          data-place={`${result.id}.title`}
          onChange={(event) => onChange({ ...result, title: event.currentTarget.value })}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <NativeSelect
            label={t('edit.task')}
            value={result.task}
            data={RESULT_TASKS.map((value) => ({ value, label: t(`task.${value}`) }))}
            onChange={(event) => onChange({ ...result, task: event.currentTarget.value as ResultTask })}
          />
          <NativeSelect
            label={t('edit.kind')}
            value={result.kind}
            data={RESULT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            onChange={(event) => onChange({ ...result, kind: event.currentTarget.value as ResultKind })}
          />
        </SimpleGrid>
        {superiorResults.length > 0 ? (
          <NativeSelect
            label={t('edit.superior')}
            description={t('edit.superiorNote')}
            value={result.superiorResultId ?? ''}
            data={[
              { value: '', label: t('edit.noSuperior') },
              ...superiorResults.map(({ id, title }) => ({ value: id, label: title })),
            ]}
            onChange={(event) => onChange({ ...result, superiorResultId: event.currentTarget.value || null })}
          />
        ) : null}
        <Text fw={600} size="sm">
          {t('edit.indicators')}
        </Text>
        {refusal('indicators') ? (
          <Text size="sm" c="red.9">
            {refusal('indicators')}
          </Text>
        ) : null}
        {result.indicators.map((indicator, at) => (
          <IndicatorEditor
            key={at}
            indicator={indicator}
            number={at + 1}
            place={`${result.id}.${at}`}
            refusal={(field) => refusal(`${at}.${field}`)}
            onChange={(next) =>
              onChange({
                ...result,
                indicators: result.indicators.map((one, other) => (other === at ? next : one)),
              })
            }
            onRemove={
              result.indicators.length > 1
                ? () =>
                    onChange({ ...result, indicators: result.indicators.filter((_, other) => other !== at) })
                : undefined
            }
          />
        ))}
        <Group gap="xs">
          <Button
            variant="subtle"
            leftSection={<IconPlus size={16} aria-hidden />}
            disabled={result.indicators.length >= SKP_LIMITS.indicators}
            onClick={() => onChange({ ...result, indicators: [...result.indicators, newIndicator()] })}
          >
            {t('edit.addIndicator')}
          </Button>
          {onRemove ? (
            <Button
              variant="subtle"
              color="red"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={onRemove}
            >
              {t('edit.removeResult', { number })}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Card>
  );
}
