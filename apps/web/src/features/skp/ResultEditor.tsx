import { SKP_LIMITS, type ResultKind, type ResultTask, type SkpFieldNote, type SkpResultInput } from '@ekinerja/contracts/skp';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import type { SkpFinding, SkpForm } from '@ekinerja/contracts/skp-form';
import type { SkpDocument } from '@ekinerja/contracts/skp-record';
import { Button, Card, Checkbox, Group, NativeSelect, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AssignmentEditor } from './AssignmentEditor';
import { CascadeFields } from './CascadeFields';
import { FieldHints } from './FieldHints';
import { IndicatorEditor } from './IndicatorEditor';
import { newIndicator } from './skp-draft';

interface ResultEditorProps {
  result: SkpResultInput;
  number: number;
  form: SkpForm;
  superiorResults: SkpDetail['superiorResults'];
  objectives: SkpDetail['objectives'];
  postPoints: SkpDetail['postPoints'];
  documents: readonly SkpDocument[];
  findings: readonly SkpFinding[];
  notes: readonly SkpFieldNote[];
  onChange: (result: SkpResultInput) => void;
  onRemove: () => void;
}

export function ResultEditor(props: ResultEditorProps) {
  const { result, number, form, superiorResults, objectives, postPoints, documents, findings, notes, onChange, onRemove } = props;
  const { t } = useTranslation('skp');
  const place = (field: string) => `results.${result.id}.${field}`;
  const hints = (field: string) => <FieldHints findings={findings} notes={notes} place={place(field)} />;
  const setIndicators = (indicators: SkpResultInput['indicators']) => onChange({ ...result, indicators });
  return (
    <Card component="fieldset" padding="sm" m={0}>
      <Text component="legend" fw={650} px={4}>
        {t('edit.result', { number })}
      </Text>
      <Stack gap="sm">
        <Textarea
          label={t(`edit.resultTitle.${form.layout}`)}
          description={t('edit.resultTitleNote')}
          autosize
          minRows={2}
          maxLength={SKP_LIMITS.title}
          value={result.title}
          onChange={(event) => onChange({ ...result, title: event.currentTarget.value })}
        />
        {hints('title')}
        {superiorResults.length > 0 && result.task === 'main' ? (
          <NativeSelect
            label={t('edit.superior')}
            description={t('edit.superiorNote')}
            value={result.superiorResultId ?? (result.linkLater ? 'later' : '')}
            data={[
              { value: '', label: t('edit.noSuperior') },
              ...superiorResults.map((above) => ({ value: above.id, label: above.title })),
              { value: 'later', label: t('edit.linkLater') },
            ]}
            onChange={(event) => {
              const { value } = event.currentTarget;
              const linkLater = value === 'later';
              onChange({ ...result, linkLater, superiorResultId: linkLater ? null : value || null });
            }}
          />
        ) : null}
        {hints('superiorResultId')}
        <CascadeFields result={result} form={form} objectives={objectives} postPoints={postPoints} onChange={onChange} />
        {hints('objectiveId')}
        {hints('points')}
        {result.indicators.map((indicator, at) => (
          <IndicatorEditor
            key={at}
            indicator={indicator}
            number={at + 1}
            form={form}
            hints={<FieldHints findings={findings} notes={notes} place={place(`indicators.${at}`)} />}
            onChange={(next) => setIndicators(result.indicators.map((one, other) => (other === at ? next : one)))}
            onRemove={
              result.indicators.length > 1
                ? () => setIndicators(result.indicators.filter((_, other) => other !== at))
                : undefined
            }
          />
        ))}
        <FieldHints
          findings={findings.filter((finding) => finding.place === place('indicators'))}
          notes={notes.filter((note) => note.place === place('indicators'))}
          place={place('indicators')}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {form.results.kinds.length > 0 ? (
            <NativeSelect
              label={t('edit.kind')}
              value={result.kind}
              data={form.results.kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
              onChange={(event) => onChange({ ...result, kind: event.currentTarget.value as ResultKind })}
            />
          ) : null}
          {form.additional ? (
            <Checkbox
              mt={{ base: 0, sm: 30 }}
              label={t('edit.additional')}
              checked={result.task === 'additional'}
              onChange={(event) => {
                const task: ResultTask = event.currentTarget.checked ? 'additional' : 'main';
                onChange({ ...result, task, superiorResultId: task === 'main' ? result.superiorResultId : null });
              }}
            />
          ) : null}
        </SimpleGrid>
        {result.task === 'additional' && form.additional ? (
          <AssignmentEditor
            assignment={result.assignment ?? null}
            rules={form.additional}
            documents={documents}
            onChange={(assignment) => onChange({ ...result, assignment })}
          />
        ) : null}
        {hints('assignment')}
        <Group gap="xs">
          <Button
            variant="subtle"
            leftSection={<IconPlus size={16} aria-hidden />}
            disabled={result.indicators.length >= SKP_LIMITS.indicators}
            onClick={() => setIndicators([...result.indicators, newIndicator('quality')])}
          >
            {t('edit.addIndicator')}
          </Button>
          <Button variant="subtle" color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={onRemove}>
            {t('edit.removeResult', { number })}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
