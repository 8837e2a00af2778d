import { STAFFING_FIELDS, type StaffingData, type StaffingDifference } from '@ekinerja/contracts/staffing-records';
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { FieldValue } from './FieldValue';

interface RecordTableProps {
  held: StaffingData;
  source: Partial<StaffingData>;
  differences: StaffingDifference[];
  sourceName: string;
}

/** Field by field: what is held here, what the national records state, and whether they agree. */
export function RecordTable({ held, source, differences, sourceName }: RecordTableProps) {
  const { t } = useTranslation('staffing');
  const differing = new Set(differences.map(({ field }) => field));
  return (
    <ResponsiveTable
      caption={t('record.caption')}
      rows={STAFFING_FIELDS}
      rowKey={(field) => field}
      columns={[
        { key: 'field', title: t('record.field'), heading: true, cell: (field) => t(`field.${field}`) },
        { key: 'held', title: t('record.held'), cell: (field) => <FieldValue field={field} value={held[field]} /> },
        { key: 'source', title: t('record.source', { source: sourceName }), cell: (field) => <FieldValue field={field} value={source[field]} /> },
        {
          key: 'state',
          title: t('record.state'),
          cell: (field) =>
            differing.has(field) ? (
              <Badge color="orange" variant="light" tt="none">
                {t('record.differs')}
              </Badge>
            ) : source[field] ? (
              t('record.same')
            ) : (
              t('record.silent')
            ),
        },
      ]}
    />
  );
}
