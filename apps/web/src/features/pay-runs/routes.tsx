import { page } from '../../lib/page';

const messages = ['pay-runs'];

export const routes = [
  page({ path: 'tpp', permissions: ['pay-runs.read'], messages, load: () => import('./PayRunsPage') }),
  page({ path: 'tpp/:runId', permissions: ['pay-runs.read'], messages, load: () => import('./PayRunPage') }),
  page({ path: 'tpp/:runId/:skpdId', permissions: ['pay-runs.read'], messages, load: () => import('./UnitPage') }),
];
