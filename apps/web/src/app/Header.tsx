import type { Profile } from '@ekinerja/contracts/auth';
import { Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAbout } from '../lib/about';
import { Bell } from './Bell';
import classes from './Layout.module.css';
import { PersonButton } from './PersonButton';

/** Opened by few: it comes when a hand is on its way. */
const fetchMenu = () => import('./PersonMenu');
const PersonMenu = lazy(fetchMenu);

export function Header({ profile }: { profile: Profile }) {
  const { t } = useTranslation('shell');
  const { governmentName } = useAbout();
  const [asked, setAsked] = useState(false);
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
      {asked ? (
        <Suspense fallback={<PersonButton name={name} />}>
          <PersonMenu profile={profile} name={name} />
        </Suspense>
      ) : (
        <PersonButton
          name={name}
          aria-haspopup="menu"
          aria-expanded={false}
          onClick={() => setAsked(true)}
          onPointerEnter={() => void fetchMenu()}
        />
      )}
    </header>
  );
}
