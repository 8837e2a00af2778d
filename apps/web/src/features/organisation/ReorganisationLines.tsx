import type { ImportProblem } from '@ekinerja/contracts/attendance';
import type { ReorganisationLine } from '@ekinerja/contracts/reorganisations';
import { Code, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { inWords } from '../../lib/values';
import { EffectList } from '../../ui/EffectList';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';

/** Every cell that is wrong, in the sentence of the rule that refuses it. */
export function ReorganisationProblems({ problems }: { problems: readonly ImportProblem[] }) {
  const { t } = useTranslation(['organisation', 'errors']);
  const sentence = ({ reason, params }: ImportProblem) => {
    const words = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, inWords(String(value))]));
    return t([`organisation:reorg.problem.${reason}`, `errors:rule.${reason}`, `errors:${reason}.title`, 'organisation:reorg.problem.other'], words);
  };
  return (
    <Section title={t('reorg.problems', { count: problems.length })} note={t('reorg.problemsNote')}>
      <ResponsiveTable
        caption={t('reorg.problems', { count: problems.length })}
        rows={problems.map((problem, at) => ({ ...problem, at }))}
        rowKey={({ at }) => String(at)}
        columns={[
          { key: 'what', title: t('reorg.wrong'), heading: true, cell: sentence },
          { key: 'sheet', title: t('reorg.sheet'), cell: (row) => row.sheet ?? '–' },
          { key: 'row', title: t('reorg.row'), align: 'right', cell: (row) => (row.row > 0 ? String(row.row) : '–') },
          { key: 'column', title: t('reorg.column'), cell: (row) => row.column || '–' },
          { key: 'value', title: t('reorg.value'), cell: (row) => (row.value === '' ? '–' : <Code>{row.value}</Code>) },
        ]}
      />
    </Section>
  );
}

/** What each row does; of a placement every effect, as of a single event. */
export function ReorganisationLines({ lines }: { lines: readonly ReorganisationLine[] }) {
  const { t } = useTranslation('organisation');
  return (
    <Section title={t('reorg.lines', { count: lines.length })} note={t('reorg.linesNote')}>
      <ResponsiveTable
        caption={t('reorg.lines', { count: lines.length })}
        rows={lines}
        rowKey={({ sheet, row }) => `${sheet} ${row}`}
        columns={[
          { key: 'subject', title: t('name'), heading: true, cell: (line) => line.subject },
          { key: 'act', title: t('reorg.act'), cell: (line) => t(`reorg.acts.${line.act}`) },
          { key: 'where', title: t('reorg.sheet'), cell: (line) => `${line.sheet}, ${t('reorg.row')} ${line.row}` },
          {
            key: 'effects',
            title: t('reorg.effects'),
            cell: (line) =>
              line.effects.length === 0 ? (
                <Text size="sm">–</Text>
              ) : (
                <details>
                  <summary style={{ minHeight: 32, cursor: 'pointer' }}>{t('reorg.effectCount', { count: line.effects.length })}</summary>
                  <EffectList effects={line.effects} />
                </details>
              ),
          },
        ]}
      />
    </Section>
  );
}
