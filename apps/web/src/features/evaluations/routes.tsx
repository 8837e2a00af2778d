import { page } from '../../lib/page';

export const routes = [
  page({
    path: 'penilaian',
    permissions: ['evaluations.rate', 'evaluations.monitor'],
    messages: ['evaluations'],
    load: () => import('./EvaluationsPage'),
  }),
  page({
    path: 'hasil',
    permissions: ['evaluations.own'],
    messages: ['evaluations'],
    load: () => import('./OwnResultsPage'),
  }),
  page({
    path: 'hasil/realisasi',
    permissions: ['evaluations.own'],
    messages: ['evaluations'],
    load: () => import('./MeasurementPage'),
  }),
  page({
    path: 'penilaian/realisasi/:employmentId',
    messages: ['evaluations'],
    load: () => import('./MeasurementPage'),
  }),
];
