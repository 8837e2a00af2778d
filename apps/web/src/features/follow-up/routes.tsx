import { page } from '../../lib/page';

const messages = ['follow-up', 'derivation'];

export const routes = [
  page({ path: 'tindak-lanjut', permissions: ['follow-up.read'], messages, load: () => import('./FollowUpPage') }),
  page({ path: 'tindak-lanjut/:id', permissions: ['follow-up.read'], messages, load: () => import('./CasePage') }),
];
