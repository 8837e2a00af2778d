import { Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconAward } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Cite } from '../../ui/Cite';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { LoadMore } from '../../ui/LoadMore';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { rewardList } from './queries';

/** The register of rewards: pools for succession and development, and others. */
export function RewardList() {
  const { t } = useTranslation('follow-up');
  const query = useInfiniteQuery(rewardList());
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack>
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
            { key: 'basis', title: t('rewards.basis'), cell: (row) => (row.cite ? <Cite cite={row.cite} /> : '–') },
          ]}
        />
      )}
      <LoadMore query={query} />
    </Stack>
  );
}
