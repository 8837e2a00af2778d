import { type ReportDraft } from '@ekinerja/contracts/follow-up';
import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFilter } from '../../lib/filters';
import { addMonths, formatDate, monthOf } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { Cite } from '../../ui/Cite';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { reportDraft, useReport } from './queries';
import { reportPeriod } from './report-period';
import { ReportNote } from './ReportNote';

/** The last month, or the last year, to be reported upwards; nothing where the regulation knows no such report. */
export function ReportSend() {
  const { t } = useTranslation('follow-up');
  const { today } = useProfile();
  const [chosen, choose] = useFilter('evaluasi');
  const kind = chosen === 'annual' ? 'annual' : 'periodic';
  const month = kind === 'annual' ? `${Number(today.slice(0, 4)) - 1}-12` : addMonths(monthOf(today), -1);
  const { data: draft, error } = useQuery(reportDraft(kind, month));
  if (!draft) return <ErrorNotice error={error} />;
  if (!draft.cite) return null;
  return (
    <Section title={t('report.send', { period: reportPeriod(draft, t) })} note={<Cite cite={draft.cite} />}>
      <Stack gap="sm" align="flex-start">
        <SegmentedControl
          aria-label={t('map.kind')}
          data={(['periodic', 'annual'] as const).map((value) => ({ value, label: t(`map.${value}`) }))}
          value={kind}
          onChange={(value) => choose(value === 'annual' ? value : null)}
        />
        <Draft key={kind} draft={draft} />
      </Stack>
    </Section>
  );
}

function Draft({ draft }: { draft: ReportDraft }) {
  const { t } = useTranslation('follow-up');
  const report = useReport();
  const { kind, month, evaluated, people, to, dueOn } = draft;
  if (draft.sent && draft.unsent === 0) return <Text>{t('report.alreadySent')}</Text>;
  return (
    <>
      {draft.sent ? <Text>{t('report.supplement', { count: draft.unsent })}</Text> : null}
      {!draft.sent && evaluated > 0 && evaluated < people ? <Text>{t('report.partial', { count: people - evaluated })}</Text> : null}
      <Group gap="xs">
        <Text>
          {t('report.state', { evaluated, people, to: to?.name ?? '–' })}{' '}
          {dueOn ? t('report.due', { date: formatDate(dueOn) }) : ''}
        </Text>
        {draft.late ? <StatusBadge status="late" /> : null}
      </Group>
      {evaluated === 0 ? (
        <Text c="dimmed">{t('report.nothing')}</Text>
      ) : (
        <ReportNote
          action={t(draft.sent ? 'report.sendSupplement' : 'report.sendIt')}
          icon={<IconSend size={18} aria-hidden />}
          busy={report.isPending}
          error={report.error}
          disabled={!to}
          onSend={(note) =>
            report.mutate(
              { path: '', body: { kind, month, note } },
              { onSuccess: () => announce(t('report.sent')) },
            )
          }
        />
      )}
    </>
  );
}
