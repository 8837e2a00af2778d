import type { Profile } from '@ekinerja/contracts/auth';
import { Menu, Text, UnstyledButton } from '@mantine/core';
import { IconLanguage, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAbout } from '../lib/about';
import { changeLanguage, currentLanguage } from '../lib/i18n';
import { signOut } from '../lib/session';
import { Bell } from './Bell';
import classes from './Layout.module.css';

export function Header({ profile }: { profile: Profile }) {
  const { t } = useTranslation('shell');
  const { governmentName } = useAbout();
  const other = currentLanguage() === 'id' ? 'en' : 'id';
  const name = profile.person?.name ?? profile.username;
  return (
    <header className={classes.header}>
      <Link to="/" className={classes.brand}>
        <img src="/icon.svg" alt="" width={32} height={32} />
        <span style={{ minWidth: 0 }}>
          <span className={classes.brandName}>{t('app')}</span>
          <Text component="span" display="block" className={classes.government}>
            {governmentName}
          </Text>
        </span>
      </Link>
      <div style={{ marginInlineStart: 'auto' }}>
        <Bell />
      </div>
      <Menu position="bottom-end" width={260} withinPortal>
        <Menu.Target>
          <UnstyledButton className={classes.person} aria-label={t('personMenu', { name })}>
            <IconUserCircle size={26} aria-hidden />
            <Text component="span" size="sm" truncate className="only-wide">
              {name}
            </Text>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {name}
            {profile.employment?.postName ? <br /> : null}
            {profile.employment?.postName}
          </Menu.Label>
          <Menu.Item
            h={44}
            component={Link}
            to="/akun"
            leftSection={<IconUserCircle size={18} aria-hidden />}
          >
            {t('nav.account')}
          </Menu.Item>
          <Menu.Item
            h={44}
            lang={other}
            onClick={() => void changeLanguage(other)}
            leftSection={<IconLanguage size={18} aria-hidden />}
          >
            {other === 'en' ? 'English' : 'Bahasa Indonesia'}
          </Menu.Item>
          <Menu.Item h={44} onClick={() => void signOut()} leftSection={<IconLogout size={18} aria-hidden />}>
            {t('signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </header>
  );
}
