import { page } from '../../lib/page';

export const routes = [page({ path: 'pemberitahuan', messages: ['notifications'], load: () => import('./NotificationsPage') })];
