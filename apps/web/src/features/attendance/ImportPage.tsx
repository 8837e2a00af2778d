import type { PresenceImport } from '@ekinerja/contracts/attendance';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconCheck, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { formatInstant, formatMonth, formatNumber } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { ChangeTable } from './ChangeTable';
import { MissingList } from './MissingList';
import { SuspiciousList } from './SuspiciousList';
import { ProblemTable } from './ProblemTable';
import { importById, useApplyImport } from './queries';

/** What applying a file will do, before it does it (BK 7(1)). */
export default function ImportPage() {
  const { t } = useTranslation('attendance');
  const { importId = '' } = useParams();
  const query = useQuery(importById(importId));
  const back = query.data ? `/presensi?bulan=${query.data.month}` : '/presensi';
  return (
    <>
      <PageTitle
        title={query.data ? t('preview.title', { month: formatMonth(query.data.month) }) : t('preview.plain')}
        note={query.data?.fileName}
      >
        <Button component={Link} to={back} variant="default" leftSection={<IconArrowLeft size={18} aria-hidden />}>
          {t('preview.back')}
        </Button>
      </PageTitle>
      <Loaded query={query} shape="cards">
        {(preview) => <Preview preview={preview} reload={() => void query.refetch()} />}
      </Loaded>
    </>
  );
}

function Preview({ preview, reload }: { preview: PresenceImport; reload: () => void }) {
  const { t } = useTranslation('attendance');
  return (
    <Stack>
      <Outcome preview={preview} reload={reload} />
      <Section title={t('preview.counts')} actions={<StatusBadge status={preview.status} />}>
        <Facts
          items={[
            { label: t('preview.rows'), value: formatNumber(preview.rows) },
            { label: t('preview.employees'), value: formatNumber(preview.employees) },
            { label: t('preview.fresh'), value: formatNumber(preview.fresh) },
            { label: t('preview.changed'), value: formatNumber(preview.changed) },
            { label: t('preview.unchanged'), value: formatNumber(preview.unchanged) },
            { label: t('preview.problems'), value: formatNumber(preview.problemCount) },
            { label: t('imports.uploaded'), value: t('imports.by', { at: formatInstant(preview.uploadedAt), name: preview.uploadedBy }) },
          ]}
        />
      </Section>
      {preview.problemCount > 0 ? <ProblemTable problems={preview.problems} total={preview.problemCount} /> : null}
      <SuspiciousList preview={preview} />
      {preview.changes.length > 0 ? <ChangeTable changes={preview.changes} total={preview.changed} /> : null}
      {/* Who is missing is known only of a file that could be read whole. */}
      {preview.status === 'invalid' ? null : <MissingList missing={preview.missing} total={preview.missingCount} />}
    </Stack>
  );
}

/** The one thing to do with this file, by its state. */
function Outcome({ preview, reload }: { preview: PresenceImport; reload: () => void }) {
  const { t } = useTranslation('attendance');
  const mutation = useApplyImport(preview.id);
  const upload = (
    <Button component={Link} to={`/presensi?bulan=${preview.month}`} variant="default" leftSection={<IconUpload size={18} aria-hidden />}>
      {t('preview.uploadAgain')}
    </Button>
  );
  switch (preview.status) {
    case 'invalid':
      return (
        <Alert role="alert" color="red" title={t('invalid.title', { count: preview.problemCount })}>
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
            {t('applied.text', {
              at: preview.appliedAt ? formatInstant(preview.appliedAt) : '',
              fresh: formatNumber(preview.fresh),
              changed: formatNumber(preview.changed),
              unchanged: formatNumber(preview.unchanged),
            })}
          </Text>
          <Text size="sm" mb="xs">
            {t('upload.again')}
          </Text>
          <Button component={Link} to="/tpp">
            {t('applied.next')}
          </Button>
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
    case 'previewed':
      return (
        <Section title={t('ready.title')} note={t(preview.fresh + preview.changed === 0 ? 'ready.nothing' : 'ready.text')}>
          <Stack gap="sm">
            <ErrorNotice
              error={mutation.error}
              onRetry={() => mutation.mutate()}
              onReload={() => {
                mutation.reset();
                reload();
              }}
            />
            <Group gap="xs">
              <Button
                leftSection={<IconCheck size={18} aria-hidden />}
                loading={mutation.isPending}
                onClick={() => mutation.mutate(undefined, { onSuccess: () => announce(t('applied.done')) })}
              >
                {t('ready.apply')}
              </Button>
              {upload}
            </Group>
          </Stack>
        </Section>
      );
  }
}
