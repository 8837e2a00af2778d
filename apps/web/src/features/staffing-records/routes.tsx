import { page } from '../../lib/page';

const messages = ['staffing'];

export const routes = [
  page({ path: 'data-saya', permissions: ['staffing-records.own'], messages, load: () => import('./OwnRecordPage') }),
  page({ path: 'data-kepegawaian', permissions: ['staffing-records.read'], messages, load: () => import('./StaffingPage') }),
  page({ path: 'data-kepegawaian/:id', permissions: ['staffing-records.read'], messages, load: () => import('./StaffingPersonPage') }),
];
