import { page } from '../../lib/page';

export const routes = [
  page({ path: 'skp', permissions: ['skp.own'], messages: ['skp'], load: () => import('./SkpListPage') }),
  page({ path: 'skp/tahun', permissions: ['skp.monitor'], messages: ['skp'], load: () => import('./YearPage') }),
  page({ path: 'skp/matriks', permissions: ['skp.determine'], messages: ['skp'], load: () => import('./MatrixPage') }),
  page({ path: 'skp/pohon', permissions: ['skp.tree'], messages: ['skp'], load: () => import('./TreePage') }),
  page({ path: 'skp/perjanjian', permissions: ['skp.tree', 'agreements.write'], messages: ['skp'], load: () => import('./AgreementsPage') }),
  page({ path: 'skp/perjanjian/:id', messages: ['skp'], load: () => import('./AgreementPage') }),
  page({ path: 'skp/jabatan', permissions: ['skp.administer'], messages: ['skp'], load: () => import('./PostsPage') }),
  page({ path: 'skp/perubahan/:id', messages: ['skp'], load: () => import('./ChangePage') }),
  page({ path: 'skp/:id', messages: ['skp'], load: () => import('./SkpPage') }),
];
