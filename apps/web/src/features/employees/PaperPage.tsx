import type { PaperSigner, PaperWaiting } from '@ekinerja/contracts/paper-decisions';
import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { IconArrowLeft, IconSignature } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFilter, useMonth } from '../../lib/filters';
import { formatDate, formatInstant } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { MonthPicker } from '../../ui/MonthPicker';
import { PageTitle } from '../../ui/PageTitle';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { PaperEntries, PaperEvaluations, PaperSkps } from './PaperLists';
import { PaperForm, type PaperTask } from './PaperForm';
import { paperRecorded, paperSigners, paperWaiting } from './queries';

/** What the regent and others who never sign in decided on paper, written down with the scan. */
export default function PaperPage() {
  const { t } = useTranslation('employees');
  const query = useQuery(paperSigners);
  return (
    <>
      <PageTitle title={t('paper.title')} note={t('paper.note')}>
        <Button component={Link} to="/pegawai" variant="default" leftSection={<IconArrowLeft size={18} aria-hidden />}>
          {t('paper.back')}
        </Button>
      </PageTitle>
      <Stack>
        <Loaded query={query} shape="cards">
          {(signers) => (signers.length === 0 ? <EmptyState icon={IconSignature} title={t('paper.none')} text={t('paper.noneText')} /> : <Signers signers={signers} />)}
        </Loaded>
        <Recorded />
      </Stack>
    </>
  );
}

function Signers({ signers }: { signers: readonly PaperSigner[] }) {
  const { t } = useTranslation('employees');
  const [chosen, choose] = useFilter('pejabat');
  const [month, setMonth, current] = useMonth();
  const signer = signers.find(({ employmentId }) => employmentId === chosen) ?? (signers.length === 1 ? signers[0] : undefined);
  return (
    <>
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={t('paper.signer')}
          value={signer?.employmentId ?? ''}
          onChange={(event) => choose(event.currentTarget.value || null)}
          data={[
            { value: '', label: t('paper.choose') },
            ...signers.map((one) => ({
              value: one.employmentId,
              label: [one.personName, one.postName, t(`paper.because.${one.because}`), t('paper.subordinates', { count: one.subordinates })].filter(Boolean).join(' · '),
            })),
          ]}
          style={{ flex: '1 1 18rem', minWidth: 0 }}
        />
        <MonthPicker value={month} onChange={setMonth} max={current} />
      </Group>
      {signer ? <Waiting key={signer.employmentId} signer={signer} month={month} /> : null}
    </>
  );
}

function Waiting({ signer, month }: { signer: PaperSigner; month: string }) {
  const { t } = useTranslation('employees');
  const client = useQueryClient();
  const [task, setTask] = useState<PaperTask | null>(null);
  const query = useQuery(paperWaiting(signer.employmentId, month));
  const done = () => {
    setTask(null);
    for (const key of ['paper-decisions', 'skp', 'activities', 'evaluations', 'employees']) void client.invalidateQueries({ queryKey: [key] });
    announce(t('paper.saved'));
  };
  return (
    <Loaded query={query} shape="cards">
      {(waiting: PaperWaiting) => (
        <>
          {task ? <PaperForm key={JSON.stringify([task.act, task.ids])} task={task} signer={signer} onDone={done} onCancel={() => setTask(null)} reload={() => void query.refetch()} /> : null}
          <PaperSkps skps={waiting.skps} onTask={setTask} />
          <PaperEntries entries={waiting.entries} onTask={setTask} />
          <PaperEvaluations items={waiting.evaluations} month={waiting.month} onTask={setTask} />
        </>
      )}
    </Loaded>
  );
}

function Recorded() {
  const { t } = useTranslation(['employees', 'shell']);
  const query = useInfiniteQuery(paperRecorded);
  return (
    <Section title={t('paper.recorded')}>
      <Loaded query={query} rows={3}>
        {(rows) =>
          rows.length === 0 ? (
            t('paper.recordedNone')
          ) : (
            <>
              <ResponsiveTable
                caption={t('paper.recorded')}
                rows={rows}
                rowKey={({ id }) => id}
                columns={[
                  { key: 'what', title: t('paper.what'), heading: true, cell: (row) => t(`shell:paper.act.${row.act}`) },
                  { key: 'whom', title: t('paper.whom'), cell: (row) => row.personName },
                  { key: 'who', title: t('paper.who'), cell: (row) => `${row.signerName}, ${formatDate(row.signedOn)}` },
                  { key: 'by', title: t('paper.by'), cell: (row) => `${row.recordedBy}, ${formatInstant(row.recordedAt)}` },
                ]}
              />
              <LoadMore query={query} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
