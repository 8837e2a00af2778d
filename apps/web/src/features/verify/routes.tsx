import { page } from '../../lib/page';

const common = { open: true, messages: ['verify'], load: () => import('./VerifyPage') } as const;

/** Open to anybody who holds a printed paper: no session, no menu. */
export const routes = [
  page({ path: 'verifikasi', ...common }),
  page({ path: 'verifikasi/:code', ...common }),
  page({ path: 'hasil-pemantauan', open: true, messages: ['verify'], load: () => import('./PublishedPage') }),
];
