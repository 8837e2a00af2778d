import type { PresenceImport } from '@ekinerja/contracts/attendance';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';

/** Nobody vanishes: who should have rows and has none keeps their SKPD from closing. */
export function MissingList({ missing, total }: { missing: PresenceImport['missing']; total: number }) {
  const { t } = useTranslation('attendance');
  if (total === 0) {
    return (
      <Section title={t('missing.title')}>
        <Text>{t('missing.none')}</Text>
      </Section>
    );
  }
  return (
    <Section title={t('missing.count', { count: total })} note={t('missing.note')}>
      <ResponsiveTable
        caption={t('missing.title')}
        rows={missing}
        rowKey={(row) => `${row.nip ?? ''} ${row.name}`}
        columns={[
          { key: 'name', title: t('missing.employee'), heading: true, cell: (row) => row.name },
          { key: 'nip', title: t('missing.nip'), cell: (row) => row.nip ?? t('missing.noNip') },
          { key: 'skpd', title: t('missing.skpd'), cell: (row) => row.skpdName },
        ]}
      />
      {total > missing.length ? (
        <Text size="sm" mt="xs">
          {t('missing.more', { shown: formatNumber(missing.length), total: formatNumber(total) })}
        </Text>
      ) : null}
    </Section>
  );
}
