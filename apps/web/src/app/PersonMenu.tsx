import type { Profile } from '@ekinerja/contracts/auth';
import { Menu } from '@mantine/core';
import { IconLanguage, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { changeLanguage, currentLanguage } from '../lib/i18n';
import { signOut } from '../lib/session';
import { PersonButton } from './PersonButton';

export default function PersonMenu({ profile, name }: { profile: Profile; name: string }) {
  const { t } = useTranslation('shell');
  const other = currentLanguage() === 'id' ? 'en' : 'id';
  return (
    <Menu position="bottom-end" width={260} withinPortal defaultOpened>
      <Menu.Target>
        <PersonButton name={name} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {name}
          {profile.employment?.postName ? <br /> : null}
          {profile.employment?.postName}
        </Menu.Label>
        <Menu.Item h={44} component={Link} to="/akun" leftSection={<IconUserCircle size={18} aria-hidden />}>
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
  );
}
