import type { PresenceImport } from '@ekinerja/contracts/attendance';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../lib/format';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';

/** What is taken and looks wrong, and whom the government does not know: both for a person to look at. */
export function SuspiciousList({ preview: { suspicious, unknown } }: { preview: PresenceImport }) {
  const { t } = useTranslation('attendance');
  if (suspicious.length === 0 && unknown.length === 0) return null;
  return (
    <Section title={t('suspicious.title')} note={t('suspicious.note')}>
      {suspicious.length > 0 ? (
        <ResponsiveTable
          caption={t('suspicious.title')}
          rows={suspicious.map((row, at) => ({ ...row, at }))}
          rowKey={(row) => String(row.at)}
          columns={[
            { key: 'name', title: t('suspicious.name'), heading: true, cell: (row) => row.name },
            { key: 'nip', title: 'NIP', cell: (row) => row.nip },
            { key: 'date', title: t('suspicious.date'), cell: (row) => (row.date ? formatDate(row.date) : t('suspicious.month')) },
            { key: 'reason', title: t('suspicious.reason'), cell: (row) => t(`suspicious.${row.reason}`, row.params) },
          ]}
        />
      ) : null}
      {unknown.length > 0 ? (
        <Text size="sm" mt="xs">
          {t('suspicious.unknown', { count: unknown.length, nips: unknown.slice(0, 20).join(', ') })}
        </Text>
      ) : null}
    </Section>
  );
}
