import type { ImportProblem } from '@ekinerja/contracts/attendance';
import { Code, NativeSelect, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFilter } from '../../lib/filters';
import { formatNumber } from '../../lib/format';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { problemSentence } from './words';

interface ProblemTableProps {
  /** Which list of messages speaks: refusals or things to look at. */
  kind: 'problems' | 'warnings';
  problems: readonly ImportProblem[];
  total: number;
}

/** Every cell the check named, where it stands in the file and what to do about it. */
export function ProblemTable({ kind, problems, total }: ProblemTableProps) {
  const { t } = useTranslation('imports');
  const [sheet, setSheet] = useFilter(kind === 'problems' ? 'lembar' : 'lembar-peringatan');
  const counts = new Map<string, number>();
  for (const problem of problems) if (problem.sheet !== null) counts.set(problem.sheet, (counts.get(problem.sheet) ?? 0) + 1);
  const chosen = sheet !== null && counts.has(sheet) ? sheet : null;
  const rows = problems.map((problem, at) => ({ ...problem, at })).filter((problem) => chosen === null || problem.sheet === chosen);
  return (
    <Section title={t(`${kind}.title`)} note={t(`${kind}.note`)}>
      {counts.size > 1 ? (
        <NativeSelect
          label={t('problems.filter')}
          mb="sm"
          maw={320}
          value={chosen ?? ''}
          onChange={(event) => setSheet(event.currentTarget.value || null)}
          data={[
            { value: '', label: t('problems.allSheets', { total: formatNumber(problems.length) }) },
            ...[...counts].map(([name, count]) => ({ value: name, label: t('problems.ofSheet', { name, total: formatNumber(count) }) })),
          ]}
        />
      ) : null}
      <Text size="sm" c="dimmed" role="status" mb="xs">
        {t('problems.shown', { shown: formatNumber(rows.length), total: formatNumber(total) })}
      </Text>
      <ResponsiveTable
        caption={t(`${kind}.title`)}
        rows={rows}
        rowKey={(row) => String(row.at)}
        columns={[
          { key: 'reason', title: t('problems.reason'), heading: true, cell: (row) => problemSentence(row, t) },
          { key: 'sheet', title: t('problems.sheet'), cell: (row) => row.sheet ?? '–' },
          { key: 'row', title: t('problems.row'), align: 'right', cell: (row) => (row.row > 0 ? String(row.row) : '–') },
          { key: 'column', title: t('problems.column'), cell: (row) => row.column || '–' },
          {
            key: 'value',
            title: t('problems.value'),
            cell: (row) => (row.value === '' ? t('problems.empty') : <Code style={{ overflowWrap: 'anywhere' }}>{row.value}</Code>),
          },
        ]}
      />
      {total > problems.length ? (
        <Text size="sm" mt="xs">
          {t('problems.more', { shown: formatNumber(problems.length), total: formatNumber(total) })}
        </Text>
      ) : null}
    </Section>
  );
}
