import { page } from '../../lib/page';

export const routes = [
  page({
    path: 'persetujuan',
    permissions: ['activities.decide', 'skp.determine'],
    messages: ['approvals'],
    load: () => import('./ApprovalsPage'),
  }),
];
