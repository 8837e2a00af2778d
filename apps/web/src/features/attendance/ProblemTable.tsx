import type { ImportProblem } from '@ekinerja/contracts/attendance';
import { Code, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { problemSentence } from './words';

/** Every refused cell, where it stands in the file and what to do about it. */
export function ProblemTable({ problems, total }: { problems: readonly ImportProblem[]; total: number }) {
  const { t } = useTranslation('attendance');
  const rows = problems.map((problem, at) => ({ ...problem, at }));
  const sheets = problems.some(({ sheet }) => sheet !== null);
  return (
    <Section title={t('problems.title')} note={t('problems.note')}>
      <ResponsiveTable
        caption={t('problems.title')}
        rows={rows}
        rowKey={(row) => String(row.at)}
        columns={[
          { key: 'reason', title: t('problems.reason'), heading: true, cell: (row) => problemSentence(row, t) },
          ...(sheets ? [{ key: 'sheet', title: t('problems.sheet'), cell: (row: ImportProblem) => row.sheet ?? '–' }] : []),
          { key: 'row', title: t('problems.row'), align: 'right', cell: (row) => formatNumber(row.row) },
          { key: 'column', title: t('problems.column'), cell: (row) => row.column },
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
