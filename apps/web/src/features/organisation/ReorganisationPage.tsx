import { REORGANISATION_LIMITS, type Reorganisation } from '@ekinerja/contracts/reorganisations';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconCheck } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { request } from '../../lib/api';
import { formatDate, formatInstant } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { DownloadButton } from '../../ui/DownloadButton';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Facts } from '../../ui/Facts';
import { FileDrop } from '../../ui/FileDrop';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { reorganisation, useChanged } from './queries';
import { ReorganisationLines, ReorganisationProblems } from './ReorganisationLines';

export default function ReorganisationPage() {
  const { t } = useTranslation('organisation');
  const { id = '' } = useParams();
  const query = useQuery(reorganisation(id));
  return (
    <>
      <PageTitle title={query.data?.title ?? t('reorg.title')} note={query.data ? t(`reorg.status.${query.data.status}`) : null}>
        <Button component={Link} to="/organisasi/penataan" variant="default" leftSection={<IconArrowLeft size={18} aria-hidden />}>
          {t('reorg.title')}
        </Button>
      </PageTitle>
      <Loaded query={query} shape="cards">
        {(one) => <Draft one={one} reload={() => void query.refetch()} />}
      </Loaded>
    </>
  );
}

const ACCEPTED = ['.xlsx'];

function Draft({ one, reload }: { one: Reorganisation; reload: () => void }) {
  const { t } = useTranslation('organisation');
  const changed = useChanged();
  const step = useMutation({
    mutationFn: (what: 'apply' | 'withdraw') => request<Reorganisation>('POST', `/reorganisations/${one.id}/${what}`, { ifMatch: one.version }),
    onSuccess: (_, what) => {
      changed();
      announce(t(`reorg.done.${what}`));
    },
  });
  const load = useMutation({
    mutationFn: (file: File) => {
      const body = new FormData();
      body.append('file', file, file.name);
      return request<Reorganisation>('PUT', `/reorganisations/${one.id}/workbook`, { body, ifMatch: one.version });
    },
    onSuccess: () => changed(),
  });
  const ready = one.status === 'draft' && one.rows > 0 && one.problemCount === 0;
  return (
    <Stack>
      <Section title={t('reorg.facts')}>
        <Facts
          items={[
            { label: t('reorg.effectiveOn'), value: formatDate(one.effectiveOn) },
            { label: t('decree'), value: `${one.decreeNumber}, ${formatDate(one.decreeDate)}` },
            { label: t('reorg.signatory'), value: one.signatory },
            { label: t('reorg.file'), value: one.fileName },
            { label: t('reorg.by'), value: `${one.createdBy}, ${formatInstant(one.createdAt)}` },
            { label: t('reorg.appliedBy'), value: one.appliedAt ? `${one.appliedBy ?? ''}, ${formatInstant(one.appliedAt)}` : null },
          ]}
        />
      </Section>
      {one.status === 'draft' ? (
        <Section title={t('reorg.upload')} note={t('reorg.uploadNote')}>
          <Stack gap="sm">
            <Group>
              <DownloadButton path="/reorganisations/template.xlsx" fileName="penataan-organisasi.xlsx">
                {t('reorg.template')}
              </DownloadButton>
            </Group>
            <ErrorNotice error={load.error} onReload={reload} />
            <FileDrop
              accept={ACCEPTED}
              maxBytes={REORGANISATION_LIMITS.fileBytes}
              busy={load.isPending}
              progress={load.isPending ? t('reorg.checking') : null}
              words={{ drop: t('reorg.drop'), choose: t('reorg.choose'), limits: t('reorg.limits') }}
              refusal={(why, name) => ({ title: t(`reorg.refused.${why}`), text: name })}
              onFile={(file) => load.mutate(file)}
            />
          </Stack>
        </Section>
      ) : null}
      {one.problemCount > 0 ? <ReorganisationProblems problems={one.problems} /> : null}
      {ready ? (
        <Alert color="teal" icon={<IconCheck size={20} aria-hidden />} title={t('reorg.ready', { count: one.lines.length })}>
          <Text size="sm" mb="xs">
            {t('reorg.readyText', { date: formatDate(one.effectiveOn) })}
          </Text>
          <ErrorNotice error={step.error} onReload={reload} mb="xs" />
          <Group gap="xs">
            <Button loading={step.isPending} onClick={() => step.mutate('apply')}>
              {t('reorg.apply')}
            </Button>
            <Button variant="default" disabled={step.isPending} onClick={() => step.mutate('withdraw')}>
              {t('reorg.withdraw')}
            </Button>
          </Group>
        </Alert>
      ) : null}
      {one.lines.length > 0 ? <ReorganisationLines lines={one.lines} /> : null}
    </Stack>
  );
}
