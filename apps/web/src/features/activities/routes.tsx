import { page } from '../../lib/page';

export const routes = [
  page({
    path: 'kegiatan',
    permissions: ['activities.own'],
    messages: ['activities', 'offline'],
    load: () => import('./ActivitiesPage'),
  }),
  page({
    path: 'kegiatan/banyak',
    permissions: ['activities.own'],
    messages: ['activities', 'offline'],
    load: () => import('./ManyPage'),
  }),
  page({
    path: 'kegiatan-unit/pegawai',
    permissions: ['activities.unit'],
    messages: ['activities'],
    load: () => import('./UnitEntriesPage'),
  }),
];
