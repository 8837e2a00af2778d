import { page } from '../../lib/page';

export const routes = [
  page({ index: true, messages: ['home'], load: () => import('./HomePage'), first: true }),
];
