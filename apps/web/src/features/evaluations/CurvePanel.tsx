import { PREDICATES, type IsoMonth } from '@ekinerja/contracts/basics';
import type { Curve } from '@ekinerja/contracts/evaluation-lists';
import type { EvaluationInputs, EvaluationKind } from '@ekinerja/contracts/evaluations';
import { Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/Section';
import classes from './Curve.module.css';
import { Findings } from './Findings';
import { curve } from './measuring-queries';

interface CurvePanelProps {
  kind: EvaluationKind;
  month: IsoMonth;
  /** Ratings on screen that are not saved yet. */
  drafts: Record<string, EvaluationInputs>;
}

/** How predicates spread over the organisation while one rates, with what is out of bounds. */
export function CurvePanel({ kind, month, drafts }: CurvePanelProps) {
  const [settled] = useDebouncedValue(drafts, 400);
  const list = Object.entries(settled).map(([employmentId, inputs]) => ({ employmentId, inputs }));
  const { data = [] } = useQuery(curve({ kind, month, drafts: list }));
  return (
    <Stack>
      {data.map((one) => (
        <UnitCurve key={one.unitId} one={one} drafts={list.length} />
      ))}
    </Stack>
  );
}

function UnitCurve({ one, drafts }: { one: Curve; drafts: number }) {
  const { t } = useTranslation(['evaluations', 'shell']);
  const most = Math.max(1, ...Object.values(one.counts));
  return (
    <Section
      title={t('curve.title', { unit: one.unitName })}
      note={t(one.predicate ? 'curve.note' : 'curve.unsigned', {
        predicate: one.predicate ? t(`shell:status.${one.predicate}`) : '',
        rated: one.rated,
        people: one.people,
      })}
    >
      <ol className={classes.bars} aria-label={t('curve.title', { unit: one.unitName })} aria-live="polite">
        {[...PREDICATES].reverse().map((predicate) => (
          <li key={predicate}>
            <span className={classes.count}>{one.counts[predicate]}</span>
            <span className={classes.bar} style={{ height: `${(one.counts[predicate] / most) * 6}rem` }} aria-hidden />
            <span className={classes.word}>{t(`shell:status.${predicate}`)}</span>
          </li>
        ))}
      </ol>
      {drafts > 0 ? (
        <Text size="sm" c="dimmed">
          {t('curve.drafts', { count: drafts })}
        </Text>
      ) : null}
      {one.distribution ? <Findings findings={one.distribution.findings} /> : null}
    </Section>
  );
}
