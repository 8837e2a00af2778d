import { page } from '../../lib/page';

export const routes = [
  page({ path: 'skp', permissions: ['skp.own'], messages: ['skp'], load: () => import('./SkpListPage') }),
  page({ path: 'skp/:id', messages: ['skp'], load: () => import('./SkpPage') }),
];
