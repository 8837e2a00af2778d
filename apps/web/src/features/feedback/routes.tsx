import { page } from '../../lib/page';

const messages = ['feedback'];

export const routes = [
  page({ path: 'umpan-balik', permissions: ['feedback.take-part', 'feedback.monitor'], messages, load: () => import('./FeedbackPage') }),
  page({ path: 'umpan-balik/:id', messages, load: () => import('./RecordPage') }),
];

/** Open to whoever holds the link: no session, no menu. */
export const publicRoutes = [page({ path: 'umpan-balik/undangan/:secret', open: true, messages, load: () => import('./InvitationPage') })];
