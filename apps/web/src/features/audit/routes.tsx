import { page } from '../../lib/page';

export const routes = [page({ path: 'audit', permissions: ['audit.read'], messages: ['audit'], load: () => import('./AuditPage') })];
