import { page } from '../../lib/page';
import { queryClient } from '../../lib/query-client';
import { waitingActivities } from './queries';

export const routes = [
  page({
    path: 'persetujuan',
    permissions: ['activities.decide', 'skp.determine', 'skp.review'],
    messages: ['approvals'],
    load: () => import('./ApprovalsPage'),
    first: true,
    prime: ({ permissions }, url) => {
      if (permissions.includes('activities.decide'))
        void queryClient.prefetchInfiniteQuery(waitingActivities(url.searchParams.get('pegawai')));
    },
  }),
];
