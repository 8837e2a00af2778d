import { page } from '../../lib/page';

export const routes = [
  page({
    path: 'kegiatan',
    permissions: ['activities.own'],
    messages: ['activities'],
    load: () => import('./ActivitiesPage'),
  }),
];
