import type { Uuid } from '@ekinerja/contracts/basics';
import { PRINT_KINDS, type PrintFile, type PrintJob, type PrintKind } from '@ekinerja/contracts/pay-prints';
import { Button, Group, List, Progress, Stack, Text } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { download } from '../../lib/api';
import { formatInstant, formatNumber } from '../../lib/format';
import { useCan } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Section';
import { printJobs, unitPath, useAskPrint } from './queries';

interface PrintsProps {
  runId: Uuid;
  /** Null: every SKPD of the run. */
  skpdId: Uuid | null;
  /** Slips and lists are printed of closed months. */
  closed: boolean;
}

/** Papers of many people at once: asked for here, set in the background, taken as files. */
export function Prints({ runId, skpdId, closed }: PrintsProps) {
  const { t } = useTranslation('pay-runs');
  const all = useCan('pay-runs.close');
  const one = useCan('pay-prints.make');
  const may = skpdId === null ? all : one;
  const query = useQuery({ ...printJobs(runId, skpdId), enabled: may });
  const asking = useAskPrint(runId, skpdId);
  if (!may || !closed) return null;
  return (
    <Section title={t('prints.title')} note={t(skpdId === null ? 'prints.noteAll' : 'prints.note')}>
      <Stack gap="sm">
        <Group gap="xs">
          {PRINT_KINDS.map((kind: PrintKind) => (
            <Button
              key={kind} variant="default" leftSection={<IconPrinter size={18} aria-hidden />} loading={asking.isPending && asking.variables === kind}
              onClick={() => asking.mutate(kind, { onSuccess: () => announce(t('prints.asked', { paper: t(`prints.kind.${kind}`) })) })}
            >
              {t(`prints.kind.${kind}`)}
            </Button>
          ))}
        </Group>
        <ErrorNotice error={asking.error} onRetry={() => asking.variables && asking.mutate(asking.variables)} />
        <Loaded query={query}>
          {(jobs) =>
            jobs.length === 0 ? (
              <Text size="sm" c="dimmed">{t('prints.none')}</Text>
            ) : (
              <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
                {jobs.map((job) => (
                  <Job key={job.id} runId={runId} job={job} bySkpd={skpdId === null} />
                ))}
              </Stack>
            )
          }
        </Loaded>
      </Stack>
    </Section>
  );
}

/** Files shown before the rest is asked for. */
const SHOWN = 12;

function Job({ runId, job, bySkpd }: { runId: Uuid; job: PrintJob; bySkpd: boolean }) {
  const { t } = useTranslation('pay-runs');
  const fetching = useMutation({ mutationFn: (file: PrintFile) => download(`${unitPath(runId, file.skpdId)}/prints/${file.id}`, file.name) });
  const busy = job.status === 'queued' || job.status === 'running';
  const name = t(`prints.kind.${job.kind}`);
  return (
    <Stack component="li" gap={4}>
      <Text fw={600}>
        {name} <Text span size="sm" c="dimmed" fw={400}>{t('prints.by', { name: job.askedBy, at: formatInstant(job.askedAt) })}</Text>
      </Text>
      {busy ? <Progress value={job.total === 0 ? 0 : (job.done / job.total) * 100} aria-label={t('prints.progress', { paper: name })} /> : null}
      <Text size="sm" c={job.status === 'failed' ? 'red' : undefined} role="status">
        {t(`prints.status.${job.status}`, { done: formatNumber(job.done), total: formatNumber(job.total), pages: formatNumber(job.pages) })}
      </Text>
      <ErrorNotice error={fetching.error} onRetry={() => fetching.variables && fetching.mutate(fetching.variables)} />
      {job.files.length > 0 ? (
        <details open={!bySkpd && job.files.length <= SHOWN}>
          <summary>{t('prints.files', { count: job.files.length })}</summary>
          <List listStyleType="none" spacing={4} mt={4}>
            {job.files.map((file) => (
              <List.Item key={file.id}>
                <Button
                  variant="subtle" size="compact-sm" h={36} leftSection={<IconDownload size={16} aria-hidden />} styles={{ label: { whiteSpace: 'normal', textAlign: 'start' } }}
                  loading={fetching.isPending && fetching.variables?.id === file.id} onClick={() => fetching.mutate(file)}
                >
                  {bySkpd ? `${file.skpdName} · ${file.name}` : file.name}
                </Button>
              </List.Item>
            ))}
          </List>
        </details>
      ) : null}
    </Stack>
  );
}
