import type { Profile } from '@ekinerja/contracts/auth';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import classes from './Layout.module.css';
import { navigationOf, type NavigationItem } from './navigation';

export function SideNavigation({ profile }: { profile: Profile }) {
  const { t } = useTranslation('shell');
  return (
    <nav className={classes.side} aria-label={t('nav.label')}>
      {navigationOf(profile).map((item) => (
        <NavigationLink key={item.path} item={item} />
      ))}
    </nav>
  );
}

export function NavigationLink({ item, onClick }: { item: NavigationItem; onClick?: () => void }) {
  const { t } = useTranslation('shell');
  const Symbol = item.icon;
  return (
    <NavLink
      to={item.path}
      end={item.path === '/'}
      className={() => classes.item ?? ''}
      {...(onClick ? { onClick } : {})}
    >
      <Symbol size={20} aria-hidden />
      {t(`nav.${item.word}`)}
    </NavLink>
  );
}
