import type { Permission } from '@ekinerja/contracts/access';
import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useProfile } from '../../lib/session';

const PAGES: readonly { path: string; word: string; permissions: readonly Permission[] }[] = [
  { path: '/skp', word: 'mine', permissions: ['skp.own'] },
  { path: '/skp/matriks', word: 'matrix', permissions: ['skp.determine'] },
  { path: '/skp/pohon', word: 'tree', permissions: ['skp.tree'] },
  { path: '/skp/perjanjian', word: 'agreements', permissions: ['skp.tree', 'agreements.write'] },
  { path: '/skp/tahun', word: 'year', permissions: ['skp.monitor'] },
  { path: '/skp/jabatan', word: 'posts', permissions: ['skp.administer'] },
];

/** The pages around the SKP that this person has; nothing when there is but one. */
export function SkpTabs() {
  const { t } = useTranslation('skp');
  const { permissions } = useProfile();
  const pages = PAGES.filter((page) => page.permissions.some((one) => permissions.includes(one)));
  if (pages.length < 2) return null;
  return (
    <Group component="nav" aria-label={t('tabs.label')} gap={6} mb="sm">
      {pages.map(({ path, word }) => (
        <NavLink key={path} to={path} end style={{ textDecoration: 'none' }}>
          {({ isActive }) => (
            <Button component="span" variant={isActive ? 'filled' : 'default'} size="compact-md" mih={36}>
              {t(`tabs.${word}`)}
            </Button>
          )}
        </NavLink>
      ))}
    </Group>
  );
}
