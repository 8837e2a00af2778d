import { page } from '../../lib/page';

const messages = ['calendar', 'forms'];

export const routes = [page({ path: 'kalender', permissions: ['regulations.read'], messages, load: () => import('./CalendarPage') })];
