import type { RegulationDraftItem } from '@ekinerja/contracts/regulations';
import { Anchor, Button, Stack, Text } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDate, formatInstant } from '../../lib/format';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { draftList } from './draft-queries';
import { LawTabs } from './LawTabs';
import { UploadDraft } from './UploadDraft';

/** Versions on their way: what waits for the second person first, then a place to bring a new one. */
export default function DraftsPage() {
  const { t } = useTranslation(['drafts', 'regulations']);
  const query = useQuery(draftList);
  return (
    <>
      <PageTitle title={t('regulations:title')} note={t('note')}>
        <Button component={Link} to="/regulasi/besaran-baru" variant="default" leftSection={<IconTable size={18} aria-hidden />}>
          {t('newAmounts')}
        </Button>
      </PageTitle>
      <LawTabs />
      <Stack>
        <Section title={t('list.title')}>
          <Loaded query={query} rows={3}>
            {(drafts) => (drafts.length === 0 ? <Text c="dimmed">{t('list.empty')}</Text> : <DraftTable drafts={drafts} />)}
          </Loaded>
        </Section>
        <UploadDraft />
      </Stack>
    </>
  );
}

function DraftTable({ drafts }: { drafts: readonly RegulationDraftItem[] }) {
  const { t } = useTranslation(['drafts', 'regulations']);
  return (
    <ResponsiveTable
      caption={t('list.title')}
      rows={drafts}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          title: t('list.document'),
          heading: true,
          cell: (draft) => (
            <Anchor component={Link} to={`/regulasi/rancangan/${draft.id}`} style={{ overflowWrap: 'anywhere' }}>
              {draft.title}
            </Anchor>
          ),
        },
        { key: 'kind', title: t('list.kind'), cell: ({ kind }) => t(`regulations:kind.${kind}`) },
        {
          key: 'status',
          title: t('list.status'),
          cell: ({ status, mayDecide }) => (
            <>
              <StatusBadge status={status} /> {mayDecide ? <Text size="sm">{t('list.yours')}</Text> : null}
            </>
          ),
        },
        { key: 'from', title: t('list.from'), cell: ({ proposal, documentFrom }) => formatDate(proposal?.from ?? documentFrom) },
        {
          key: 'checks',
          title: t('list.checks'),
          cell: ({ caseCount, casesFailed, warningCount }) =>
            t(casesFailed > 0 ? 'list.casesFailed' : 'list.casesFine', { count: caseCount, failed: casesFailed, warnings: warningCount }),
        },
        { key: 'by', title: t('list.by'), cell: ({ uploadedBy, uploadedAt }) => t('list.byAt', { name: uploadedBy, at: formatInstant(uploadedAt) }) },
      ]}
    />
  );
}
