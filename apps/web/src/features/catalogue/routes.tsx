import { page } from '../../lib/page';

export const routes = [
  page({
    path: 'kegiatan-unit',
    permissions: ['catalogue.read', 'activities.monitor'],
    messages: ['catalogue'],
    load: () => import('./UnitWorkPage'),
  }),
];
