import type { WorkbookImport } from '@ekinerja/contracts/imports';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconCheck, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { formatInstant, formatNumber } from '../../lib/format';
import { useCan } from '../../lib/session';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { CountTable } from './CountTable';
import { ProblemTable } from './ProblemTable';
import { importById, isBusy, useApplyWorkbook } from './queries';
import { WorkbookBadge } from './WorkbookBadge';
import { WorkProgress } from './WorkProgress';

/** One workbook: how far the server is, what is wrong with it, what applying does. */
export default function ImportPage() {
  const { t } = useTranslation('imports');
  const { importId = '' } = useParams();
  const query = useQuery(importById(importId));
  return (
    <>
      <PageTitle title={t('import.title')} note={query.data?.fileName}>
        {query.data ? <WorkbookBadge status={query.data.status} /> : null}
        <Button component={Link} to="/impor" variant="default" leftSection={<IconArrowLeft size={18} aria-hidden />}>
          {t('import.back')}
        </Button>
      </PageTitle>
      <Loaded query={query} shape="cards">
        {(work) => (
          <Stack>
            {isBusy(work.status) ? <WorkProgress work={work} /> : <Outcome work={work} reload={() => void query.refetch()} />}
            {work.problemCount > 0 ? <ProblemTable kind="problems" problems={work.problems} total={work.problemCount} /> : null}
            {work.counts ? <CountTable counts={work.counts} /> : null}
            {work.warningCount > 0 ? <ProblemTable kind="warnings" problems={work.warnings} total={work.warningCount} /> : null}
            <Text size="sm" c="dimmed">
              {t('history.by', { at: formatInstant(work.uploadedAt), name: work.uploadedBy })}
            </Text>
          </Stack>
        )}
      </Loaded>
    </>
  );
}

/** The one thing to do with this file, by its state. */
function Outcome({ work, reload }: { work: WorkbookImport; reload: () => void }) {
  const { t } = useTranslation('imports');
  const mutation = useApplyWorkbook(work.id);
  const maySetUp = useCan('setup.run');
  const upload = (
    <Button component={Link} to="/impor" variant="default" leftSection={<IconUpload size={18} aria-hidden />}>
      {t('import.uploadAgain')}
    </Button>
  );
  const apply = (
    <Button leftSection={<IconCheck size={18} aria-hidden />} loading={mutation.isPending} onClick={() => mutation.mutate()}>
      {t(work.status === 'failed' ? 'failed.again' : 'ready.apply')}
    </Button>
  );
  const refused = (
    <ErrorNotice
      error={mutation.error}
      onRetry={() => mutation.mutate()}
      onReload={() => {
        mutation.reset();
        reload();
      }}
    />
  );
  const changes = work.counts ? Object.values(work.counts).reduce((sum, { fresh, changed }) => sum + fresh + changed, 0) : 0;
  switch (work.status) {
    case 'invalid':
      return (
        <Alert role="alert" color="red" title={t('invalid.title', { total: formatNumber(work.problemCount) })}>
          <Text size="sm" mb="xs">
            {t('invalid.text')}
          </Text>
          {upload}
        </Alert>
      );
    case 'applied':
      return (
        <Alert role="status" color="green" icon={<IconCheck size={20} aria-hidden />} title={t('applied.title')}>
          <Text size="sm" mb="xs">
            {t('applied.text', { at: work.appliedAt ? formatInstant(work.appliedAt) : '' })}
          </Text>
          <Group gap="xs">
            {maySetUp ? (
              <Button component={Link} to="/persiapan">
                {t('applied.next')}
              </Button>
            ) : null}
            <Button component={Link} to="/pegawai" variant="default">
              {t('applied.people')}
            </Button>
          </Group>
        </Alert>
      );
    case 'superseded':
      return (
        <Alert role="status" color="gray" title={t('superseded.title')}>
          <Text size="sm" mb="xs">
            {t('superseded.text')}
          </Text>
          {upload}
        </Alert>
      );
    case 'failed':
      return (
        <Alert role="alert" color="red" title={t('failed.title')}>
          <Stack gap="sm">
            <Text size="sm">{t('failed.text')}</Text>
            {refused}
            <Group gap="xs">
              {work.counts ? apply : null}
              {upload}
            </Group>
          </Stack>
        </Alert>
      );
    case 'ready':
      return (
        <Section title={t('ready.title')} note={t(changes === 0 ? 'ready.nothing' : 'ready.text')}>
          <Stack gap="sm">
            {refused}
            <Group gap="xs">
              {apply}
              {upload}
            </Group>
          </Stack>
        </Section>
      );
    default:
      return null;
  }
}
