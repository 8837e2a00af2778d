import { REPORT_ATTACHMENTS, type PerformanceReport, type ReportItem } from '@ekinerja/contracts/follow-up';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconArrowUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { formatInstant } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { Cite } from '../../ui/Cite';
import { DownloadButton } from '../../ui/DownloadButton';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { reportDetail, useReport } from './queries';
import { reportPeriod } from './report-period';
import { ReportNote } from './ReportNote';

/** One report on its way up: the evaluation documents and SKP that lie with it, and where it has been (TL 27). */
export default function ReportPage() {
  const { id = '' } = useParams();
  return (
    <Loaded query={useQuery(reportDetail(id))}>{(one) => <Report key={one.version} one={one} />}</Loaded>
  );
}

function Report({ one }: { one: PerformanceReport }) {
  const { t } = useTranslation('follow-up');
  return (
    <>
      <PageTitle
        title={t('report.title', { period: reportPeriod(one, t) })}
        note={[one.fromName, one.fromPost].filter(Boolean).join(', ')}
      >
        <Button
          component={Link}
          to="/tindak-lanjut?bagian=laporan"
          variant="default"
          leftSection={<IconArrowLeft size={18} aria-hidden />}
        >
          {t('report.back')}
        </Button>
        <DownloadButton
          path={`/performance-reports/${one.id}/report.pdf`}
          fileName={`laporan-kinerja-${one.month}.pdf`}
        >
          {t('report.paper')}
        </DownloadButton>
      </PageTitle>
      <Stack>
        {one.mine === 'waiting' ? <Pass one={one} /> : null}
        <Section
          title={t('report.items', { count: one.items.length })}
          note={one.cite ? <Cite cite={one.cite} /> : undefined}
        >
          <ResponsiveTable
            caption={t('report.itemsCaption')}
            rows={one.items}
            rowKey={(row) => row.evaluationId}
            columns={[
              { key: 'name', title: t('cases.name'), heading: true, cell: (row) => row.personName },
              { key: 'nip', title: 'NIP', cell: (row) => row.nip ?? '–' },
              {
                key: 'predicate',
                title: t('case.predicate'),
                cell: (row) => (
                  <Group gap={6}>
                    <StatusBadge status={row.predicate} />
                    {row.superseded ? <StatusBadge status="warning" word={t('report.superseded')} /> : null}
                  </Group>
                ),
              },
              {
                key: 'papers',
                title: t('report.attachments'),
                cell: (row) => <Attachments reportId={one.id} row={row} />,
              },
            ]}
          />
        </Section>
        <Section title={t('report.way')}>
          <Stack gap="xs" component="ol" m={0} p={0} style={{ listStyle: 'none' }}>
            {one.steps.map((step) => (
              <li key={step.at}>
                <Text>
                  {step.toName
                    ? t('report.step', {
                        from: step.fromName,
                        to: step.toName,
                        tier: t(`report.tier.${step.tier}`),
                      })
                    : t('report.stepReceived', { from: step.fromName })}
                </Text>
                <Text size="sm" c="dimmed">
                  {formatInstant(step.at)}
                  {step.note ? ` · ${step.note}` : ''}
                </Text>
              </li>
            ))}
          </Stack>
        </Section>
      </Stack>
    </>
  );
}

function Attachments({ reportId, row }: { reportId: string; row: ReportItem }) {
  const { t } = useTranslation('follow-up');
  const there = REPORT_ATTACHMENTS.filter((attachment) => attachment !== 'skp' || row.skpId);
  return (
    <Group gap={6}>
      {there.map((attachment) => (
        <DownloadButton
          key={attachment}
          size="sm"
          h={36}
          fileName={`${attachment}.pdf`}
          path={`/performance-reports/${reportId}/items/${row.evaluationId}/attachment.pdf`}
          query={{ attachment }}
          aria-label={`${t(`report.attachment.${attachment}`)}: ${row.personName}`}
        >
          {t(`report.attachment.${attachment}`)}
        </DownloadButton>
      ))}
    </Group>
  );
}

function Pass({ one }: { one: PerformanceReport }) {
  const { t } = useTranslation('follow-up');
  const report = useReport();
  const top = one.steps.at(-1)?.tier !== 'superior';
  return (
    <Section title={t(top ? 'report.receiveTitle' : 'report.passTitle')} note={t('report.passNote')}>
      <ReportNote
        action={t(top ? 'report.receive' : 'report.pass')}
        icon={<IconArrowUp size={18} aria-hidden />}
        busy={report.isPending}
        error={report.error}
        onSend={(note) =>
          report.mutate(
            { path: `/${one.id}/pass`, body: { note }, version: one.version },
            { onSuccess: () => announce(t(top ? 'report.receivedDone' : 'report.passed')) },
          )
        }
      />
    </Section>
  );
}
