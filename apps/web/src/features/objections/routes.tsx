import { page } from '../../lib/page';

const messages = ['objections', 'evaluations'];

export const routes = [
  page({
    path: 'keberatan',
    permissions: ['objections.own', 'objections.examine', 'objections.monitor'],
    messages,
    load: () => import('./ObjectionsPage'),
  }),
  page({ path: 'keberatan/ajukan/:evaluationId', permissions: ['objections.own'], messages, load: () => import('./FilePage') }),
  page({ path: 'keberatan/:id', messages, load: () => import('./ObjectionPage') }),
];
