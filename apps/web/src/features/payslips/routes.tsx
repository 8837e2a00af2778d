import { page } from '../../lib/page';

export const routes = [
  page({
    path: 'slip',
    permissions: ['payslips.own'],
    messages: ['payslips'],
    load: () => import('./PayslipsPage'),
  }),
  page({
    path: 'slip/perkiraan',
    permissions: ['payslips.own'],
    messages: ['payslips'],
    load: () => import('./EstimatePage'),
  }),
  page({ path: 'slip/:id', messages: ['payslips'], load: () => import('./PayslipPage') }),
];
