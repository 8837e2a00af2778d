import type { IsoMonth } from '@ekinerja/contracts/basics';
import type { EvaluationDueItem, EvaluationInputs, EvaluationKind } from '@ekinerja/contracts/evaluations';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDeadline, formatDecimal } from '../../lib/format';
import { Cite } from '../../ui/Cite';
import { PaperNote } from '../../ui/PaperNote';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { Why } from '../../ui/Why';
import { Delivery } from './Delivery';
import { determinedWords } from './determined-words';
import { Ground } from './Ground';
import { RatingForm } from './RatingForm';
import { inOwnWords, usePredicateWords } from './use-predicate-words';

interface EvaluationCardProps {
  item: EvaluationDueItem;
  kind: EvaluationKind;
  month: IsoMonth;
  /** Whether it may be rated now. */
  open: boolean;
  /** Whether the law for this kind of employee sets another limit than the page shows. */
  ownLimit: boolean;
  onDraft: (employmentId: string, inputs: EvaluationInputs | null) => void;
}

export function EvaluationCard({ item, kind, month, open, ownLimit, onDraft }: EvaluationCardProps) {
  const { t } = useTranslation(['evaluations', 'shell']);
  const [editing, setEditing] = useState(false);
  const { evaluation } = item;
  const predicate = usePredicateWords(item.form);
  return (
    <Section
      title={item.personName}
      note={[item.postName, item.unitName].filter(Boolean).join(' · ')}
      actions={
        evaluation ? (
          <StatusBadge status={evaluation.predicate} word={predicate(evaluation.predicate)} />
        ) : (
          <StatusBadge status="none" />
        )
      }
    >
      <Stack gap="sm">
        <Ground item={item} kind={kind} month={month} />
        {ownLimit && !evaluation ? (
          <Text size="sm">
            {t('dueItem', { at: formatDeadline(item.dueAt) })} <Cite cite={item.dueCite} />
          </Text>
        ) : null}
        {evaluation ? (
          <div>
            <Group gap="xs">
              <Text fw={650}>
                {t('predicate')}: {predicate(evaluation.predicate)}
                {evaluation.score ? ` (${formatDecimal(evaluation.score)})` : ''}
              </Text>
              <Why
                title={t('whyTitle', {
                  name: item.personName,
                  predicate: predicate(evaluation.predicate),
                })}
                steps={evaluation.derivation.map((step) => inOwnWords(step, predicate))}
                cite={item.form.methodCite}
              />
            </Group>
            <Text size="sm" c="dimmed">
              {determinedWords(t, evaluation)}
            </Text>
            {[evaluation.note, evaluation.recommendation].filter(Boolean).map((text) => (
              <Text key={text} size="sm">
                {text}
              </Text>
            ))}
            <PaperNote subjectId={evaluation.id} />
            <Delivery evaluation={evaluation} />
          </div>
        ) : null}
        {open && (!evaluation || editing) ? (
          <RatingForm
            key={evaluation?.version ?? 'new'}
            item={item}
            month={month}
            kind={kind}
            onDraft={onDraft}
            onDone={() => setEditing(false)}
          />
        ) : null}
        {open && evaluation && !editing ? (
          <Group>
            <Button
              variant="subtle"
              leftSection={<IconPencil size={16} aria-hidden />}
              onClick={() => setEditing(true)}
            >
              {t('change')}
            </Button>
          </Group>
        ) : null}
      </Stack>
    </Section>
  );
}
