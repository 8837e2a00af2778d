import { page } from '../../lib/page';

export const routes = [
  page({
    path: 'penilaian',
    permissions: ['evaluations.rate'],
    messages: ['evaluations'],
    load: () => import('./EvaluationsPage'),
  }),
];
