import type { Profile } from '@ekinerja/contracts/auth';
import { Drawer, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import classes from './Layout.module.css';
import { thumbItems } from './navigation';
import { NavigationLink } from './SideNavigation';

export function BottomBar({ profile }: { profile: Profile }) {
  const { t } = useTranslation('shell');
  const { pathname } = useLocation();
  const [opened, { open, close }] = useDisclosure(false);
  const { thumb, rest } = thumbItems(profile);
  const elsewhere = rest.some(({ path }) => pathname.startsWith(path));
  return (
    <nav className={classes.bottom} aria-label={t('nav.label')}>
      {thumb.map(({ path, word, icon: Symbol }) => (
        <NavLink key={path} to={path} end={path === '/'} className={() => classes.thumb ?? ''}>
          <Symbol size={22} aria-hidden />
          {t(`nav.${word}`)}
        </NavLink>
      ))}
      {rest.length > 0 ? (
        <>
          <UnstyledButton
            className={classes.thumb ?? ''}
            data-active={elsewhere || undefined}
            aria-haspopup="dialog"
            aria-expanded={opened}
            onClick={open}
          >
            <IconDots size={22} aria-hidden />
            {t('nav.more')}
          </UnstyledButton>
          <Drawer
            opened={opened}
            onClose={close}
            position="bottom"
            styles={{ content: { height: 'auto', maxHeight: '85dvh' } }}
            title={t('nav.more')}
            closeButtonProps={{ 'aria-label': t('close') }}
          >
            {rest.map((item) => (
              <NavigationLink key={item.path} item={item} onClick={close} />
            ))}
          </Drawer>
        </>
      ) : null}
    </nav>
  );
}
