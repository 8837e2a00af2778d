import { page } from '../../lib/page';

const messages = ['employees'];

export const routes = [
  page({ path: 'pegawai', permissions: ['employees.read'], messages, load: () => import('./EmployeesPage') }),
  page({ path: 'pegawai/baru', permissions: ['employees.change'], messages: ['employees', 'forms'], load: () => import('./NewEmployeePage') }),
  page({ path: 'pegawai/keputusan-surat', permissions: ['paper-decisions.record'], messages: ['employees', 'forms', 'evaluations'], load: () => import('./PaperPage') }),
  page({ path: 'pegawai/:id/peristiwa', permissions: ['employees.change'], messages: ['employees', 'forms'], load: () => import('./EventPage') }),
  // Anybody may be shown somebody of their own line; the API decides whom.
  page({ path: 'pegawai/:id', permissions: ['organisation.read'], messages, load: () => import('./EmployeePage') }),
];
