import { page } from '../../lib/page';

const messages = ['service-requests'];

export const routes = [
  page({ path: 'pelayanan', permissions: ['service-requests.take-part'], messages, load: () => import('./RequestsPage') }),
  page({ path: 'pelayanan/:id', permissions: ['service-requests.take-part'], messages, load: () => import('./RequestPage') }),
];
