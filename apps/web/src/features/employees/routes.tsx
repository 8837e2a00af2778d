import { page } from '../../lib/page';

const messages = ['employees'];

export const routes = [
  page({ path: 'pegawai', permissions: ['employees.read'], messages, load: () => import('./EmployeesPage') }),
  // Anybody may be shown somebody of their own line; the API decides whom.
  page({ path: 'pegawai/:id', permissions: ['organisation.read'], messages, load: () => import('./EmployeePage') }),
];
