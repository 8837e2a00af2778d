import { page } from '../../lib/page';

const messages = ['regulations'];

export const routes = [
  page({ path: 'regulasi', permissions: ['regulations.read'], messages, load: () => import('./RegulationsPage') }),
  page({ path: 'regulasi/:kind', permissions: ['regulations.read'], messages, load: () => import('./RegulationPage') }),
];
