import { monthOf } from '../../lib/format';
import { primeKept } from '../../lib/kept-query';
import { page } from '../../lib/page';
import { activityMonth } from './queries';

export const routes = [
  page({
    path: 'kegiatan',
    permissions: ['activities.own'],
    messages: ['activities', 'offline'],
    load: () => import('./ActivitiesPage'),
    first: true,
    prime: ({ accountId, today }, url) => {
      const month = url.searchParams.get('bulan') ?? monthOf(today);
      return primeKept(activityMonth(month), `month-${month}`, accountId);
    },
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
