import type { PresenceImport } from '@ekinerja/contracts/attendance';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate, formatNumber } from '../../lib/format';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { rowInWords } from './words';

/** What stands there now beside what the file says. */
export function ChangeTable({ changes, total }: { changes: PresenceImport['changes']; total: number }) {
  const { t } = useTranslation('attendance');
  return (
    <Section title={t('changes.title')} note={t('changes.note')}>
      <ResponsiveTable
        caption={t('changes.title')}
        rows={changes}
        rowKey={(row) => `${row.nip} ${row.date}`}
        columns={[
          {
            key: 'name',
            title: t('changes.employee'),
            heading: true,
            cell: (row) => (
              <>
                {row.name}
                <Text size="sm" c="dimmed">
                  {row.nip}
                </Text>
              </>
            ),
          },
          { key: 'date', title: t('changes.date'), cell: (row) => formatDate(row.date) },
          { key: 'before', title: t('changes.before'), cell: (row) => rowInWords(row.before, t) },
          { key: 'after', title: t('changes.after'), cell: (row) => <strong>{rowInWords(row.after, t)}</strong> },
        ]}
      />
      {total > changes.length ? (
        <Text size="sm" mt="xs">
          {t('changes.more', { shown: formatNumber(changes.length), total: formatNumber(total) })}
        </Text>
      ) : null}
    </Section>
  );
}
