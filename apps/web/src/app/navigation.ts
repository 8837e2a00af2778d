import type { Permission, Role } from '@ekinerja/contracts/access';
import type { Profile } from '@ekinerja/contracts/auth';
import {
  IconAward,
  IconBook,
  IconBook2,
  IconCalendarEvent,
  IconCalendarMonth,
  IconCalendarTime,
  IconChecklist,
  IconCoins,
  IconFileDollar,
  IconFileSpreadsheet,
  IconHistory,
  IconHelpCircle,
  IconHome2,
  IconIdBadge2,
  IconKey,
  IconGavel,
  IconListCheck,
  IconMailbox,
  IconMessages,
  IconPlugConnected,
  IconReceipt2,
  IconScale,
  IconShieldCog,
  IconSitemap,
  IconStars,
  IconTarget,
  IconTargetArrow,
  IconUrgent,
  IconUserCheck,
  IconUserCircle,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';

/** Own work, the people one leads, the unit one serves, the whole government. */
export const NAVIGATION_GROUPS = ['own', 'team', 'unit', 'government'] as const;
export type NavigationGroup = (typeof NAVIGATION_GROUPS)[number];

export interface NavigationItem {
  path: string;
  group: NavigationGroup;
  /** `shell:nav.<word>` */
  word: string;
  icon: Icon;
  /** One of these shows it; empty: everybody. */
  permissions: readonly Permission[];
}

const ITEMS: readonly NavigationItem[] = [
  { path: '/', group: 'own', word: 'home', icon: IconHome2, permissions: [] },
  { path: '/kegiatan', group: 'own', word: 'activities', icon: IconCalendarEvent, permissions: ['activities.own'] },
  {
    path: '/persetujuan', group: 'team',
    word: 'approvals',
    icon: IconChecklist,
    permissions: ['activities.decide', 'skp.determine', 'skp.review'],
  },
  { path: '/penilaian', group: 'team', word: 'evaluations', icon: IconStars, permissions: ['evaluations.rate', 'evaluations.monitor'] },
  {
    path: '/keberatan', group: 'team',
    word: 'objections',
    icon: IconScale,
    permissions: ['objections.examine', 'objections.monitor'],
  },
  { path: '/skp', group: 'own', word: 'skp', icon: IconTarget, permissions: ['skp.own'] },
  { path: '/umpan-balik', group: 'own', word: 'feedback', icon: IconMessages, permissions: ['feedback.take-part', 'feedback.monitor'] },
  { path: '/hasil', group: 'own', word: 'results', icon: IconAward, permissions: ['evaluations.own'] },
  { path: '/tindak-lanjut', group: 'team', word: 'followUp', icon: IconGavel, permissions: ['performance-reports.send', 'follow-up.manage', 'follow-up.map'] },
  { path: '/pelayanan', group: 'own', word: 'requests', icon: IconMailbox, permissions: ['service-requests.take-part'] },
  { path: '/slip', group: 'own', word: 'payslips', icon: IconReceipt2, permissions: ['payslips.own'] },
  {
    path: '/presensi', group: 'own',
    word: 'attendance',
    icon: IconCalendarTime,
    permissions: ['attendance.own', 'attendance.read'],
  },
  {
    path: '/data-tpp', group: 'unit',
    word: 'payRecords',
    icon: IconFileDollar,
    permissions: ['pay-records.read', 'salaries.read', 'bank-accounts.read', 'pay-claims.read'],
  },
  { path: '/tpp', group: 'unit', word: 'payRuns', icon: IconCoins, permissions: ['pay-runs.read'] },
  {
    path: '/pantau', group: 'unit',
    word: 'monitoring',
    icon: IconUrgent,
    permissions: ['monitoring.read', 'skp.monitor', 'activities.monitor'],
  },
  { path: '/kegiatan-unit', group: 'unit', word: 'unitWork', icon: IconBook, permissions: ['catalogue.read'] },
  { path: '/skp/tahun', group: 'unit', word: 'skpYear', icon: IconTargetArrow, permissions: ['skp.monitor'] },
  { path: '/pegawai', group: 'unit', word: 'employees', icon: IconUsers, permissions: ['employees.read'] },
  { path: '/organisasi', group: 'unit', word: 'organisation', icon: IconSitemap, permissions: ['posts.read'] },
  { path: '/data-kepegawaian', group: 'unit', word: 'staffing', icon: IconUserCheck, permissions: ['staffing-records.read'] },
  { path: '/regulasi', group: 'government', word: 'regulations', icon: IconBook2, permissions: ['regulations.read'] },
  { path: '/kalender', group: 'government', word: 'calendar', icon: IconCalendarMonth, permissions: ['regulations.read'] },
  { path: '/impor', group: 'government', word: 'imports', icon: IconFileSpreadsheet, permissions: ['imports.manage'] },
  { path: '/persiapan', group: 'government', word: 'setup', icon: IconListCheck, permissions: ['setup.run'] },
  { path: '/audit', group: 'government', word: 'audit', icon: IconHistory, permissions: ['audit.read'] },
  { path: '/peran', group: 'government', word: 'roles', icon: IconShieldCog, permissions: ['roles.grant'] },
  { path: '/kunci-api', group: 'government', word: 'integrators', icon: IconPlugConnected, permissions: ['integrators.manage'] },
  { path: '/pemulihan', group: 'unit', word: 'recovery', icon: IconKey, permissions: ['accounts.recover'] },
  { path: '/saran', group: 'own', word: 'suggestions', icon: IconHelpCircle, permissions: ['suggestions.use'] },
  { path: '/data-saya', group: 'own', word: 'ownRecord', icon: IconIdBadge2, permissions: ['staffing-records.own'] },
  { path: '/akun', group: 'own', word: 'account', icon: IconUserCircle, permissions: [] },
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
