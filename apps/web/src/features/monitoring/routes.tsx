import { page } from '../../lib/page';

export const routes = [
  page({
    path: 'pantau',
    permissions: ['skp.monitor', 'activities.monitor'],
    messages: ['monitoring'],
    load: () => import('./MonitoringPage'),
  }),
];
