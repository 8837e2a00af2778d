import type { Profile } from '@ekinerja/contracts/auth';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import classes from './Layout.module.css';
import { NAVIGATION_GROUPS, navigationOf, type NavigationItem } from './navigation';

export function SideNavigation({ profile }: { profile: Profile }) {
  const { t } = useTranslation('shell');
  const items = navigationOf(profile);
  return (
    <nav className={classes.side} aria-label={t('nav.label')}>
      {NAVIGATION_GROUPS.map((group) => {
        const ofGroup = items.filter((item) => item.group === group);
        if (ofGroup.length === 0) return null;
        return (
          <div key={group} role="group" aria-label={t(`nav.group.${group}`)} className={classes.group}>
            <div className={classes.groupName} aria-hidden>
              {t(`nav.group.${group}`)}
            </div>
            {ofGroup.map((item) => (
              <NavigationLink key={item.path} item={item} />
            ))}
          </div>
        );
      })}
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
