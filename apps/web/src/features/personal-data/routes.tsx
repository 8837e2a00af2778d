import { page } from '../../lib/page';

export const routes = [page({ path: 'privasi', permissions: [], messages: ['privacy', 'audit'], load: () => import('./PrivacyPage') })];
