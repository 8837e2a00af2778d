import { page } from '../../lib/page';

export const routes = [
  page({
    path: 'presensi',
    permissions: ['attendance.import', 'attendance.read', 'attendance.own'],
    messages: ['attendance'],
    load: () => import('./AttendancePage'),
  }),
  page({ path: 'presensi/:importId', permissions: ['attendance.import'], messages: ['attendance'], load: () => import('./ImportPage') }),
];
