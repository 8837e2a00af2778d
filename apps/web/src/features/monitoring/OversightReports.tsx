import {
  OVERSIGHT_KINDS,
  OVERSIGHT_LIMITS,
  type OversightKind,
  type OversightReport,
} from '@ekinerja/contracts/oversight';
import { Button, FileInput, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconReport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatInstant, formatNumber, formatRupiah } from '../../lib/format';
import { useCan, useProfile } from '../../lib/session';
import { Cite } from '../../ui/Cite';
import { DownloadButton } from '../../ui/DownloadButton';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Section';
import {
  reportsOf,
  useDeliver,
  useDraw,
  useFileInfrastructure,
  usePublish,
  useRedraw,
  type YearOfReports,
} from './oversight-queries';

/** Reports of monitoring and use of the data, along their route to the regent (KS 24(3), 27–29). */
export function OversightReports() {
  const { t } = useTranslation('monitoring');
  const thisYear = Number(useProfile().today.slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const mayDraw = useCan('monitoring.report');
  return (
    <Stack>
      <NativeSelect
        label={t('year')}
        maw={160}
        value={String(year)}
        onChange={(event) => setYear(Number(event.currentTarget.value))}
        data={[thisYear, thisYear - 1, thisYear - 2].map(String)}
      />
      <Loaded query={useQuery(reportsOf(year))} rows={4}>
        {({ periods, reports }) => (
          <>
            {mayDraw ? <DrawForm periods={periods} /> : null}
            {reports.length === 0 ? (
              <EmptyState
                icon={IconReport}
                title={t('oversight.empty', { year })}
                text={t('oversight.emptyText')}
              />
            ) : null}
            {reports.map((report) => (
              <ReportCard key={report.id} report={report} mayAct={mayDraw} />
            ))}
          </>
        )}
      </Loaded>
    </Stack>
  );
}

function DrawForm({ periods }: { periods: YearOfReports['periods'] }) {
  const { t } = useTranslation('monitoring');
  const [kind, setKind] = useState<OversightKind>('results');
  const [period, setPeriod] = useState(periods[0]?.code ?? '');
  const [notes, setNotes] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const draw = useDraw();
  const hand = useFileInfrastructure();
  const clear = () => {
    setNotes('');
    setFile(null);
  };
  return (
    <Section title={t('oversight.draw')} note={t('oversight.drawNote')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const report = { kind, period, notes: notes.trim() };
          if (kind === 'infrastructure' && file) hand.mutate({ ...report, file }, { onSuccess: clear });
          else draw.mutate(report, { onSuccess: clear });
        }}
      >
        <Stack gap="sm" maw={640}>
          <Group align="flex-end" gap="sm">
            <NativeSelect
              label={t('oversight.kindLabel')}
              value={kind}
              onChange={(event) => setKind(event.currentTarget.value as OversightKind)}
              data={OVERSIGHT_KINDS.map((one) => ({ value: one, label: t(`oversight.kind.${one}`) }))}
            />
            <NativeSelect
              label={t('oversight.period')}
              value={period}
              onChange={(event) => setPeriod(event.currentTarget.value)}
              data={periods.map(({ code }) => code)}
            />
          </Group>
          <Textarea
            label={t('oversight.notes')}
            autosize
            minRows={3}
            maxLength={OVERSIGHT_LIMITS.notes}
            value={notes}
            onChange={(event) => setNotes(event.currentTarget.value)}
          />
          {kind === 'infrastructure' ? (
            <FileInput
              label={t('oversight.file')}
              description={t('oversight.fileNote')}
              placeholder={t('oversight.chooseFile')}
              accept="application/pdf,image/jpeg,image/png"
              clearable
              value={file}
              onChange={setFile}
            />
          ) : null}
          <ErrorNotice error={draw.error ?? hand.error} />
          <Group>
            <Button type="submit" loading={draw.isPending || hand.isPending}>
              {t('oversight.make')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}

function ReportCard({ report, mayAct }: { report: OversightReport; mayAct: boolean }) {
  const { t } = useTranslation('monitoring');
  const today = useProfile().today;
  const [deliveredOn, setDeliveredOn] = useState(today);
  const deliver = useDeliver();
  const publish = usePublish();
  const redraw = useRedraw();
  const [medium, setMedium] = useState('');
  const [notes, setNotes] = useState<string | null>(null);
  const { figures, next } = report;
  return (
    <Section
      title={`${t(`oversight.kind.${report.kind}`)} ${report.period}`}
      note={t('oversight.drawnBy', { name: report.drawnBy, at: formatInstant(report.drawnAt) })}
    >
      <Stack gap="xs">
        {report.kind === 'infrastructure' ? null : (
          <Text>
            {t('oversight.sentence', {
              people: formatNumber(figures.people),
              planned: formatNumber(figures.planned),
              recorded: formatNumber(figures.recorded),
              entries: formatNumber(figures.entries),
              accepted: formatNumber(figures.accepted),
              evaluated: formatNumber(figures.evaluated),
              net: formatRupiah(figures.net),
              asked: formatNumber(figures.requests.asked),
              given: formatNumber(figures.requests.given),
            })}
          </Text>
        )}
        {report.notes ? <Text style={{ whiteSpace: 'pre-line' }}>{report.notes}</Text> : null}
        {report.deliveries.map((one) => (
          <Text key={one.receiver} size="sm">
            {t('oversight.delivered', {
              receiver: t(`oversight.receiver.${one.receiver}`),
              date: formatDate(one.deliveredOn),
              name: one.recordedBy,
            })}
          </Text>
        ))}
        {report.published ? (
          <Text size="sm">
            {t(report.published.medium === null ? 'oversight.published' : 'oversight.publishedIn', {
              date: formatDate(report.published.on),
              medium: report.published.medium,
            })}
          </Text>
        ) : null}
        {mayAct && next ? (
          <Group align="flex-end" gap="sm">
            <TextInput
              type="date"
              label={t('oversight.deliverTo', { receiver: t(`oversight.receiver.${next}`) })}
              max={today}
              value={deliveredOn}
              onChange={(event) => setDeliveredOn(event.currentTarget.value)}
            />
            <Button
              loading={deliver.isPending}
              onClick={() => deliver.mutate({ row: report, body: { receiver: next, deliveredOn } })}
            >
              {t('oversight.record')}
            </Button>
            {report.routeCite ? (
              <Text size="sm">
                {t('oversight.route')}: <Cite cite={report.routeCite} />
              </Text>
            ) : null}
          </Group>
        ) : null}
        {mayAct && !report.published && report.kind !== 'use' ? (
          <Group align="flex-end" gap="sm">
            <TextInput
              label={t('oversight.medium')}
              description={t('oversight.mediumNote')}
              maxLength={OVERSIGHT_LIMITS.medium}
              value={medium}
              onChange={(event) => setMedium(event.currentTarget.value)}
            />
            <Button
              variant="default"
              disabled={medium.trim() !== '' && medium.trim().length < 3}
              loading={publish.isPending}
              onClick={() => publish.mutate({ row: report, body: { medium: medium.trim() || null } })}
            >
              {t(medium.trim() === '' ? 'oversight.publish' : 'oversight.recordMedium')}
            </Button>
          </Group>
        ) : null}
        <Group>
          <DownloadButton
            path={`/oversight-reports/${report.id}/report.pdf`}
            fileName={`laporan-${report.period}.pdf`}
            size="xs"
            h={36}
          >
            {t('oversight.document')}
          </DownloadButton>
          {report.hasFile ? (
            <DownloadButton
              path={`/oversight-reports/${report.id}/file`}
              fileName={`laporan-infrastruktur-${report.period}`}
              size="xs"
              h={36}
            >
              {t('oversight.openFile')}
            </DownloadButton>
          ) : null}
          {mayAct && report.deliveries.length === 0 && !report.published && notes === null ? (
            <Button variant="default" size="xs" h={36} onClick={() => setNotes(report.notes)}>
              {t('oversight.redraw')}
            </Button>
          ) : null}
        </Group>
        {notes === null ? null : (
          <Stack gap="sm">
            <Textarea
              label={t('oversight.notes')}
              description={t('oversight.redrawNote')}
              autosize
              minRows={3}
              maxLength={OVERSIGHT_LIMITS.notes}
              value={notes}
              onChange={(event) => setNotes(event.currentTarget.value)}
            />
            <Group>
              <Button
                loading={redraw.isPending}
                onClick={() =>
                  redraw.mutate(
                    { row: report, body: { notes: notes.trim() } },
                    { onSuccess: () => setNotes(null) },
                  )
                }
              >
                {t('oversight.redrawNow')}
              </Button>
              <Button variant="default" onClick={() => setNotes(null)}>
                {t('oversight.cancel')}
              </Button>
            </Group>
          </Stack>
        )}
        <ErrorNotice error={deliver.error ?? publish.error ?? redraw.error} />
      </Stack>
    </Section>
  );
}
