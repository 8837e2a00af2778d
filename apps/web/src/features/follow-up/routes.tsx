import { page } from '../../lib/page';

const messages = ['follow-up', 'derivation'];

export const routes = [
  page({ path: 'tindak-lanjut', permissions: ['follow-up.read'], messages, load: () => import('./FollowUpPage') }),
  page({ path: 'tindak-lanjut/laporan/:id', permissions: ['performance-reports.read'], messages, load: () => import('./ReportPage') }),
  page({ path: 'tindak-lanjut/:id', permissions: ['follow-up.read'], messages, load: () => import('./CasePage') }),
];
