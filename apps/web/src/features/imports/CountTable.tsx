import { WORKBOOK_SHEETS, type WorkbookImport } from '@ekinerja/contracts/imports';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';

/** What applying will do (or has done), sheet by sheet. */
export function CountTable({ counts }: { counts: NonNullable<WorkbookImport['counts']> }) {
  const { t } = useTranslation('imports');
  const number = (key: 'rows' | 'fresh' | 'changed' | 'unchanged') => ({
    key,
    title: t(`counts.${key}`),
    align: 'right' as const,
    cell: (sheet: (typeof WORKBOOK_SHEETS)[number]) => formatNumber(counts[sheet][key]),
  });
  return (
    <Section title={t('counts.title')}>
      <ResponsiveTable
        caption={t('counts.title')}
        rows={WORKBOOK_SHEETS}
        rowKey={(sheet) => sheet}
        columns={[
          { key: 'sheet', title: t('problems.sheet'), heading: true, cell: (sheet) => t(`sheet.${sheet}`) },
          number('rows'),
          number('fresh'),
          number('changed'),
          number('unchanged'),
        ]}
      />
    </Section>
  );
}
