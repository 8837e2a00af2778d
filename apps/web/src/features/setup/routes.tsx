import { page } from '../../lib/page';

export const routes = [
  page({ path: 'persiapan', permissions: ['setup.run'], messages: ['setup'], load: () => import('./SetupPage') }),
  page({ path: 'peran', permissions: ['roles.grant'], messages: ['setup'], load: () => import('./RolesPage') }),
  page({ path: 'persiapan/kode', permissions: ['accounts.codes'], messages: ['setup'], load: () => import('./CodesPage') }),
  page({ path: 'kunci-api', permissions: ['integrators.manage'], messages: ['setup'], load: () => import('./IntegratorsPage') }),
  page({ path: 'pemulihan', permissions: ['accounts.recover'], messages: ['setup'], load: () => import('./RecoveryPage') }),
];
