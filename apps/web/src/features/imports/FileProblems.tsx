import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ResponsiveTable } from '../../ui/ResponsiveTable';

interface Problem {
  row: number;
  column: string;
  reason: string;
  value: string;
}

/** Every bad cell of a file with its row, column and reason; nothing of it was taken. */
export function FileProblems({ problems }: { problems: Problem[] }) {
  const { t } = useTranslation('imports');
  if (problems.length === 0) return null;
  const title = t('earlier.problems', { count: problems.length });
  return (
    <>
      <Alert role="alert" color="orange" title={title}>
        {t('earlier.mend')}
      </Alert>
      <ResponsiveTable
        caption={title}
        rows={[...problems].sort((a, b) => a.row - b.row).map((one, at) => ({ ...one, key: String(at) }))}
        rowKey={(row) => row.key}
        columns={[
          { key: 'row', title: t('earlier.row'), heading: true, cell: (row) => row.row },
          { key: 'column', title: t('earlier.column'), cell: (row) => row.column },
          { key: 'value', title: t('earlier.value'), cell: (row) => row.value || '–' },
          { key: 'reason', title: t('earlier.reason'), cell: (row) => t([`earlier.why.${row.reason}`, 'earlier.why.other']) },
        ]}
      />
    </>
  );
}
