import { page } from '../../lib/page';

export const routes = [page({ path: 'skp/:id/rencana', messages: ['plans'], load: () => import('./PlanPage') })];
