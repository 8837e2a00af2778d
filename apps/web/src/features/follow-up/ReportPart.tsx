import type { PerformanceReport } from '@ekinerja/contracts/follow-up';
import { Anchor, Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconReportAnalytics } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatInstant } from '../../lib/format';
import { useCan } from '../../lib/session';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { reportList } from './queries';
import { ReportSend } from './ReportSend';
import { reportPeriod } from './report-period';

/** Evaluation results upwards: what I can send, what waits for me, where mine are (TL 27). */
export function ReportPart() {
  const { t } = useTranslation('follow-up');
  const sends = useCan('performance-reports.send');
  const query = useInfiniteQuery(reportList());
  return (
    <Stack>
      {sends ? <ReportSend /> : null}
      <Loaded query={query} shape="list">
        {({ pages }) =>
          pages[0]?.items.length === 0 ? (
            <EmptyState icon={IconReportAnalytics} title={t('report.none')} text={t('report.noneText')} />
          ) : (
            <Stack gap="sm">
              {pages
                .flatMap(({ items }) => items)
                .map((item) => (
                  <Report key={item.id} item={item} />
                ))}
            </Stack>
          )
        }
      </Loaded>
      <LoadMore query={query} />
    </Stack>
  );
}

function Report({ item }: { item: PerformanceReport }) {
  const { t } = useTranslation('follow-up');
  const path = `/tindak-lanjut/laporan/${item.id}`;
  const title = t('report.of', { name: item.fromName, period: reportPeriod(item, t) });
  return (
    <Card withBorder component="article">
      <Group justify="space-between" gap="xs">
        <div>
          <Anchor component={Link} to={path} fw={600}>
            {title}
          </Anchor>
          <Text size="sm" c="dimmed">
            {t('report.facts', { count: item.people, at: formatInstant(item.sentAt) })}
          </Text>
        </div>
        <Group gap={6}>
          <Badge variant="light" tt="none" size="lg" color={item.status === 'received' ? 'green' : 'blue'}>
            {item.status === 'received'
              ? t('report.received')
              : t('report.with', { name: item.holderName ?? '' })}
          </Badge>
          {item.mine === 'waiting' ? (
            <Button component={Link} to={path} aria-label={`${t('report.open')}: ${title}`}>
              {t('report.open')}
            </Button>
          ) : null}
        </Group>
      </Group>
    </Card>
  );
}
