import { STAFFING_UPDATE_STATUSES } from '@ekinerja/contracts/staffing-records';
import { NativeSelect, Stack } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFilter } from '../../lib/filters';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { staffingUpdates } from './queries';
import { UpdateCard } from './UpdateCard';

export function UpdatesPanel() {
  const { t } = useTranslation('staffing');
  const [chosen, setStatus] = useFilter('tahap');
  const status = chosen ?? 'open';
  const query = useInfiniteQuery(staffingUpdates(status));
  return (
    <Stack>
      <NativeSelect
        label={t('updates.status')}
        value={status}
        maw={320}
        data={['open', ...STAFFING_UPDATE_STATUSES, 'all'].map((value) => ({ value, label: t(`status.${value}`) }))}
        onChange={(event) => setStatus(event.currentTarget.value === 'open' ? null : event.currentTarget.value)}
      />
      <Loaded query={query} rows={4}>
        {(updates) =>
          updates.length === 0 ? (
            <EmptyState icon={IconInbox} title={t('updates.empty')} text={t('updates.emptyText')} />
          ) : (
            <Stack gap="sm">
              {updates.map((update) => (
                <UpdateCard key={update.id} update={update} named />
              ))}
              <LoadMore query={query} />
            </Stack>
          )
        }
      </Loaded>
    </Stack>
  );
}
