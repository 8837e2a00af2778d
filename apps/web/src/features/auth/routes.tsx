import { page } from '../../lib/page';

export const publicRoutes = [
  page({ path: 'pulihkan', messages: ['auth'], open: true, load: () => import('./RecoverPage') }),
  page({ path: 'masuk', messages: ['auth'], open: true, load: () => import('./SignInRoute') }),
];

export const routes = [page({ path: 'akun', messages: ['auth'], load: () => import('./AccountPage') })];
