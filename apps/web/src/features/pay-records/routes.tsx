import { page } from '../../lib/page';

export const routes = [
  page({
    path: 'data-tpp',
    permissions: ['pay-records.read', 'salaries.read', 'bank-accounts.read', 'pay-claims.read'],
    messages: ['pay-records'],
    load: () => import('./PayDataPage'),
  }),
];
