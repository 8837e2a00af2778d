import type { SkpDifference } from '@ekinerja/contracts/skp-record';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ResponsiveTable } from '../../ui/ResponsiveTable';

/** Field by field: what stood, what stands. */
export function Differences({ differences }: { differences: readonly SkpDifference[] }) {
  const { t } = useTranslation('skp');
  if (differences.length === 0) return <Text c="dimmed">{t('versions.same')}</Text>;
  const fieldName = (field: string) =>
    field.startsWith('indicators')
      ? t('edit.indicatorNumber', { number: Number(field.slice('indicators.'.length)) + 1 })
      : t([`versions.field.${field}`, 'versions.field.other']);
  return (
    <ResponsiveTable
      caption={t('versions.caption')}
      rows={differences.map((one, at) => ({ ...one, key: String(at) }))}
      rowKey={(row) => row.key}
      columns={[
        { key: 'of', title: t('versions.of'), heading: true, cell: (row) => row.of || t('plan.title') },
        { key: 'field', title: t('versions.fieldTitle'), cell: (row) => fieldName(row.field) },
        { key: 'before', title: t('versions.before'), cell: (row) => row.before || '–' },
        { key: 'after', title: t('versions.after'), cell: (row) => row.after || '–' },
      ]}
    />
  );
}
