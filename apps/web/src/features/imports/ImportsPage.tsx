import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatInstant, formatNumber } from '../../lib/format';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { EarlierEvaluations } from './EarlierEvaluations';
import { importList, isBusy } from './queries';
import { NationalSkps } from './NationalSkps';
import { UploadPanel } from './UploadPanel';
import { WorkbookBadge } from './WorkbookBadge';

/** The agency's own units, posts, people and assignments: one workbook in, and what became of the earlier ones. */
export default function ImportsPage() {
  const { t } = useTranslation('imports');
  return (
    <>
      <PageTitle title={t('title')} note={t('note')} />
      <Stack>
        <UploadPanel />
        <NationalSkps />
        <EarlierEvaluations />
        <History />
      </Stack>
    </>
  );
}

function History() {
  const { t } = useTranslation('imports');
  const query = useQuery(importList);
  return (
    <Section title={t('history.title')}>
      <Loaded query={query} rows={2}>
        {(imports) =>
          imports.length === 0 ? (
            <Text c="dimmed">{t('history.empty')}</Text>
          ) : (
            <ResponsiveTable
              caption={t('history.title')}
              rows={imports}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'file',
                  title: t('history.file'),
                  heading: true,
                  cell: (row) => (
                    <Anchor component={Link} to={`/impor/${row.id}`} style={{ wordBreak: 'break-word' }}>
                      {row.fileName}
                    </Anchor>
                  ),
                },
                {
                  key: 'status',
                  title: t('history.status'),
                  cell: (row) => (
                    <>
                      <WorkbookBadge status={row.status} /> {isBusy(row.status) ? t('history.percent', { percent: row.percent }) : null}
                    </>
                  ),
                },
                { key: 'problems', title: t('history.problems'), align: 'right', cell: (row) => formatNumber(row.problemCount) },
                { key: 'when', title: t('history.uploaded'), cell: (row) => t('history.by', { at: formatInstant(row.uploadedAt), name: row.uploadedBy }) },
              ]}
            />
          )
        }
      </Loaded>
    </Section>
  );
}
