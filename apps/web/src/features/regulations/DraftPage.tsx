import type { RegulationDraft } from '@ekinerja/contracts/regulations';
import { Alert, Button, Stack } from '@mantine/core';
import { IconArrowLeft, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { formatDate, formatInstant } from '../../lib/format';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { DocumentProblems } from './DocumentProblems';
import { DraftActions } from './DraftActions';
import { draftById } from './draft-queries';
import { LawChanges } from './LawChanges';
import { SimulateDraft } from './SimulateDraft';
import { SourceText } from './SourceText';

/** One draft: what it changes, what it would pay, and the way to become law. */
export default function DraftPage() {
  const { t } = useTranslation(['drafts', 'regulations']);
  const { draftId = '' } = useParams();
  const query = useQuery(draftById(draftId));
  const { data } = query;
  return (
    <>
      <PageTitle title={data?.title ?? t('draft')} note={data ? t(`regulations:kind.${data.kind}`) : null}>
        {data ? <StatusBadge status={data.status} /> : null}
        <Button component={Link} to="/regulasi/rancangan" variant="default" leftSection={<IconArrowLeft size={18} aria-hidden />}>
          {t('back')}
        </Button>
      </PageTitle>
      <Loaded query={query} shape="cards">
        {(draft) => <Body draft={draft} reload={() => void query.refetch()} />}
      </Loaded>
    </>
  );
}

function Body({ draft, reload }: { draft: RegulationDraft; reload: () => void }) {
  const { t } = useTranslation(['drafts', 'regulations']);
  const open = draft.status === 'draft' || draft.status === 'proposed';
  return (
    <Stack>
      {draft.decided ? (
        <Alert color={draft.status === 'enacted' ? 'green' : 'gray'} icon={<IconCheck size={20} aria-hidden />} title={t(`decided.${draft.status === 'enacted' ? 'enacted' : 'withdrawn'}`, { name: draft.decided.by, at: formatInstant(draft.decided.at) })}>
          {draft.decided.reason}
        </Alert>
      ) : null}
      <DraftActions key={`${draft.status}.${draft.version}`} draft={draft} onReload={reload} />
      {draft.problems.length > 0 ? <DocumentProblems title={t('problem.title', { count: draft.problems.length })} problems={draft.problems} text={draft.text} /> : null}
      {open ? <SimulateDraft draft={draft} /> : null}
      {open ? <LawChanges changes={draft.changes} kind={draft.kind} base={draft.base?.title ?? null} /> : null}
      <Section title={t('facts.title')}>
        <Facts
          items={[
            { label: t('facts.id'), value: draft.documentId },
            { label: t('facts.file'), value: draft.fileName },
            { label: t('facts.from'), value: formatDate(draft.documentFrom) },
            ...(draft.holdsUntil ? [{ label: t('facts.until'), value: formatDate(draft.holdsUntil) }] : []),
            { label: t('facts.uploaded'), value: t('list.byAt', { name: draft.uploadedBy, at: formatInstant(draft.uploadedAt) }) },
            { label: t('facts.cases'), value: t(draft.casesFailed > 0 ? 'list.casesFailed' : 'list.casesFine', { count: draft.caseCount, failed: draft.casesFailed, warnings: draft.warningCount }) },
          ]}
        />
        <SourceText title={t('facts.text')} text={draft.text} />
        {draft.caseText ? <SourceText title={t('facts.caseText')} text={draft.caseText} /> : null}
      </Section>
    </Stack>
  );
}
