import { page } from '../../lib/page';

export const routes = [
  page({
    path: 'persetujuan',
    permissions: ['activities.decide', 'skp.determine', 'skp.review'],
    messages: ['approvals'],
    load: () => import('./ApprovalsPage'),
  }),
];
