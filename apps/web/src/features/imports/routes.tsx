import { page } from '../../lib/page';

export const routes = [
  page({ path: 'impor', permissions: ['imports.manage'], messages: ['imports'], load: () => import('./ImportsPage') }),
  page({ path: 'impor/:importId', permissions: ['imports.manage'], messages: ['imports'], load: () => import('./ImportPage') }),
];
