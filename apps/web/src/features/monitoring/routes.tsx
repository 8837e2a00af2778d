import { page } from '../../lib/page';

export const routes = [
  page({
    path: 'pantau',
    permissions: ['monitoring.read', 'monitoring.reports', 'data-requests.read', 'skp.monitor', 'activities.monitor'],
    messages: ['monitoring'],
    load: () => import('./MonitoringPage'),
  }),
];
