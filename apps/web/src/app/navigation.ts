import type { Permission, Role } from '@ekinerja/contracts/access';
import type { Profile } from '@ekinerja/contracts/auth';
import {
  IconBook2,
  IconCalendarEvent,
  IconCalendarTime,
  IconChecklist,
  IconCoins,
  IconFileSpreadsheet,
  IconHistory,
  IconHome2,
  IconListCheck,
  IconReceipt2,
  IconStars,
  IconTarget,
  IconUrgent,
  IconUserCircle,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';

export interface NavigationItem {
  path: string;
  /** `shell:nav.<word>` */
  word: string;
  icon: Icon;
  /** One of these shows it; empty: everybody. */
  permissions: readonly Permission[];
}

const ITEMS: readonly NavigationItem[] = [
  { path: '/', word: 'home', icon: IconHome2, permissions: [] },
  { path: '/kegiatan', word: 'activities', icon: IconCalendarEvent, permissions: ['activities.own'] },
  {
    path: '/persetujuan',
    word: 'approvals',
    icon: IconChecklist,
    permissions: ['activities.decide', 'skp.determine'],
  },
  { path: '/penilaian', word: 'evaluations', icon: IconStars, permissions: ['evaluations.rate'] },
  { path: '/skp', word: 'skp', icon: IconTarget, permissions: ['skp.own'] },
  { path: '/slip', word: 'payslips', icon: IconReceipt2, permissions: ['payslips.own'] },
  {
    path: '/presensi',
    word: 'attendance',
    icon: IconCalendarTime,
    permissions: ['attendance.own', 'attendance.read'],
  },
  { path: '/tpp', word: 'payRuns', icon: IconCoins, permissions: ['pay-runs.read'] },
  {
    path: '/pantau',
    word: 'monitoring',
    icon: IconUrgent,
    permissions: ['skp.monitor', 'activities.monitor'],
  },
  { path: '/pegawai', word: 'employees', icon: IconUsers, permissions: ['employees.read'] },
  { path: '/regulasi', word: 'regulations', icon: IconBook2, permissions: ['regulations.read'] },
  { path: '/impor', word: 'imports', icon: IconFileSpreadsheet, permissions: ['imports.manage'] },
  { path: '/persiapan', word: 'setup', icon: IconListCheck, permissions: ['setup.run'] },
  { path: '/audit', word: 'audit', icon: IconHistory, permissions: ['audit.read'] },
  { path: '/akun', word: 'account', icon: IconUserCircle, permissions: [] },
];

export function navigationOf(profile: Profile): NavigationItem[] {
  return ITEMS.filter(
    ({ permissions }) =>
      permissions.length === 0 || permissions.some((one) => profile.permissions.includes(one)),
  );
}

/** What a thumb reaches first, by the work of the role; the first role that fits decides. */
const THUMB: readonly { role: Role; paths: readonly string[] }[] = [
  { role: 'superadmin', paths: ['/', '/tpp', '/presensi'] },
  { role: 'treasurer', paths: ['/', '/tpp', '/kegiatan'] },
  { role: 'unit-admin', paths: ['/', '/tpp', '/kegiatan'] },
  { role: 'evaluator', paths: ['/', '/persetujuan', '/kegiatan'] },
  { role: 'employee', paths: ['/', '/kegiatan', '/slip'] },
];

/** At most four: all of them, or three and "Lainnya" for the rest. */
export function thumbItems(profile: Profile): { thumb: NavigationItem[]; rest: NavigationItem[] } {
  const all = navigationOf(profile);
  if (all.length <= 4) return { thumb: all, rest: [] };
  const held = profile.roles.map(({ role }) => role);
  const wished = THUMB.find(({ role }) => held.includes(role))?.paths ?? [];
  const first = wished
    .map((path) => all.find((item) => item.path === path))
    .filter((item) => item !== undefined);
  const thumb = [...first, ...all.filter((item) => !first.includes(item))].slice(0, 3);
  return { thumb, rest: all.filter((item) => !thumb.includes(item)) };
}
