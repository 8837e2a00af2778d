import { page } from '../../lib/page';

const messages = ['organisation', 'forms'];

export const routes = [
  page({ path: 'organisasi', permissions: ['posts.read'], messages, load: () => import('./OrganisationPage') }),
  page({ path: 'organisasi/unit/:id', permissions: ['posts.read'], messages, load: () => import('./UnitPage') }),
  page({ path: 'organisasi/jabatan/:id', permissions: ['posts.read'], messages, load: () => import('./PostPage') }),
  page({ path: 'organisasi/penataan', permissions: ['organisation.manage'], messages, load: () => import('./ReorganisationsPage') }),
  page({ path: 'organisasi/penataan/:id', permissions: ['organisation.manage'], messages: [...messages, 'employees'], load: () => import('./ReorganisationPage') }),
];
