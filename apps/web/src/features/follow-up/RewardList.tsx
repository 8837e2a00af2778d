import type { Reward } from '@ekinerja/contracts/follow-up';
import { Button, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconAward } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../lib/format';
import { useCan } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { Cite } from '../../ui/Cite';
import { ConfirmReason } from '../../ui/ConfirmReason';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { LoadMore } from '../../ui/LoadMore';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { StatusBadge } from '../../ui/StatusBadge';
import { rewardList, useEndReward } from './queries';
import { RewardGive } from './RewardGive';

/** The register of rewards: pools for succession and development, and others (TL 30). */
export function RewardList() {
  const { t } = useTranslation(['follow-up', 'shell']);
  const gives = useCan('follow-up.reward');
  const query = useInfiniteQuery(rewardList());
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack>
      {gives ? <RewardGive /> : null}
      <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      {items.length === 0 && query.isSuccess ? (
        <EmptyState icon={IconAward} title={t('rewards.none')} text={t('rewards.noneText')} />
      ) : (
        <ResponsiveTable
          caption={t('tab.penghargaan')}
          rows={items}
          rowKey={(row) => row.id}
          columns={[
            { key: 'name', title: t('cases.name'), heading: true, cell: (row) => row.personName },
            { key: 'pool', title: t('rewards.pool'), cell: (row) => t(`pool.${row.pool}`) },
            { key: 'what', title: t('rewards.what'), cell: (row) => row.name },
            { key: 'year', title: t('rewards.year'), cell: (row) => row.year },
            { key: 'predicate', title: t('case.predicate'), cell: (row) => (row.predicate ? <StatusBadge status={row.predicate} /> : '–') },
            { key: 'basis', title: t('rewards.basis'), cell: (row) => (row.cite ? <Cite cite={row.cite} /> : '–') },
            { key: 'state', title: t('rewards.state'), cell: (row) => <State reward={row} ends={gives} /> },
          ]}
        />
      )}
      <LoadMore query={query} />
    </Stack>
  );
}

function State({ reward, ends }: { reward: Reward; ends: boolean }) {
  const { t } = useTranslation(['follow-up', 'shell']);
  const [asked, setAsked] = useState(false);
  const end = useEndReward();
  if (reward.endedAt) return <Text size="sm">{t('rewards.ended', { date: formatInstant(reward.endedAt), reason: reward.endReason ?? '' })}</Text>;
  if (!ends) return <>{t('rewards.holds')}</>;
  if (!asked) {
    return (
      <Button size="compact-sm" h={36} variant="default" onClick={() => setAsked(true)} aria-label={`${t('rewards.end')}: ${reward.personName}`}>
        {t('rewards.end')}
      </Button>
    );
  }
  return (
    <>
      <ConfirmReason
        label={t('rewards.endReason')}
        confirm={t('rewards.end')}
        min={5}
        max={2000}
        busy={end.isPending}
        onConfirm={(reason) => end.mutate({ id: reward.id, version: reward.version, reason }, { onSuccess: () => announce(t('rewards.endDone')) })}
        onCancel={() => setAsked(false)}
      />
      <ErrorNotice error={end.error} mt="xs" />
    </>
  );
}
