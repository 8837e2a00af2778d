import type { PerformanceReport } from '@ekinerja/contracts/follow-up';
import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { IconReportAnalytics } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { addMonths, formatDate, formatInstant, formatMonth, monthOf } from '../../lib/format';
import { useCan, useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { Cite } from '../../ui/Cite';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { LoadMore } from '../../ui/LoadMore';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { reportDraft, reportList, useReport } from './queries';

/** Evaluation results upwards: what I can send, what waits for me, where mine are. */
export function ReportPart() {
  const { t } = useTranslation('follow-up');
  const { today } = useProfile();
  const sends = useCan('performance-reports.send');
  const month = addMonths(monthOf(today), -1);
  const draft = useQuery({ ...reportDraft('periodic', month), enabled: sends });
  const query = useInfiniteQuery(reportList());
  const report = useReport();
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const open = draft.data && !draft.data.sent && draft.data.cite;
  return (
    <Stack>
      {open && draft.data ? (
        <Section title={t('report.send', { month: formatMonth(month) })} note={draft.data.cite ? <Cite cite={draft.data.cite} /> : undefined}>
          <Group gap="xs">
            <Text>
              {t('report.state', { evaluated: draft.data.evaluated, people: draft.data.people, to: draft.data.to?.name ?? '–' })}{' '}
              {draft.data.dueOn ? t('report.due', { date: formatDate(draft.data.dueOn) }) : ''}
            </Text>
            {draft.data.late ? <StatusBadge status="late" /> : null}
          </Group>
          <ErrorNotice error={report.error} mt="sm" />
          <Group mt="sm">
            <Button
              loading={report.isPending}
              disabled={draft.data.evaluated === 0 || !draft.data.to}
              onClick={() => report.mutate({ path: '', body: { kind: 'periodic', month, note: null } }, { onSuccess: () => announce(t('report.sent')) })}
            >
              {t('report.sendIt')}
            </Button>
          </Group>
        </Section>
      ) : null}
      <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      {items.length === 0 && query.isSuccess ? <EmptyState icon={IconReportAnalytics} title={t('report.none')} text={t('report.noneText')} /> : null}
      {items.map((item) => (
        <Report key={item.id} item={item} pass={() => report.mutate({ path: `/${item.id}/pass`, body: { note: null }, version: item.version }, { onSuccess: () => announce(t('report.passed')) })} />
      ))}
      <LoadMore query={query} />
    </Stack>
  );
}

function Report({ item, pass }: { item: PerformanceReport; pass: () => void }) {
  const { t } = useTranslation('follow-up');
  return (
    <Card withBorder component="article">
      <Group justify="space-between" gap="xs">
        <div>
          <Text fw={600}>{t('report.of', { name: item.fromName, month: formatMonth(item.month) })}</Text>
          <Text size="sm" c="dimmed">
            {t('report.facts', { count: item.people, at: formatInstant(item.sentAt) })}
          </Text>
        </div>
        <Group gap={6}>
          <Badge variant="light" tt="none" size="lg" color={item.status === 'received' ? 'green' : 'blue'}>
            {item.status === 'received' ? t('report.received') : t('report.with', { name: item.holderName ?? '' })}
          </Badge>
          {item.mine === 'waiting' ? <Button onClick={pass}>{t('report.pass')}</Button> : null}
        </Group>
      </Group>
    </Card>
  );
}
