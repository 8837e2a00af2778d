import type { IsoMonth } from '@ekinerja/contracts/basics';
import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatInstant, formatMonth, formatNumber } from '../../lib/format';
import { Loaded } from '../../ui/Loaded';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { importsOf } from './queries';

/** The month's uploads; each opens its preview again. */
export function ImportList({ month }: { month: IsoMonth }) {
  const { t } = useTranslation('attendance');
  const query = useQuery(importsOf(month));
  return (
    <Section title={t('imports.title', { month: formatMonth(month) })}>
      <Loaded query={query} rows={2}>
        {(imports) =>
          imports.length === 0 ? (
            <Text c="dimmed">{t('imports.empty')}</Text>
          ) : (
            <ResponsiveTable
              caption={t('imports.title', { month: formatMonth(month) })}
              rows={imports}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'file',
                  title: t('imports.file'),
                  heading: true,
                  cell: (row) => (
                    <Anchor component={Link} to={`/presensi/${row.id}`} style={{ wordBreak: 'break-word' }}>
                      {row.fileName}
                    </Anchor>
                  ),
                },
                { key: 'status', title: t('imports.status'), cell: (row) => <StatusBadge status={row.status} /> },
                { key: 'rows', title: t('imports.rows'), align: 'right', cell: (row) => formatNumber(row.rows) },
                {
                  key: 'when',
                  title: t('imports.uploaded'),
                  cell: (row) => t('imports.by', { at: formatInstant(row.uploadedAt), name: row.uploadedBy }),
                },
              ]}
            />
          )
        }
      </Loaded>
    </Section>
  );
}
