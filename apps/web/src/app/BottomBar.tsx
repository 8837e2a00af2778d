import type { Profile } from '@ekinerja/contracts/auth';
import { UnstyledButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import classes from './Layout.module.css';
import { thumbItems } from './navigation';

const fetchDrawer = () => import('./MoreDrawer');
const MoreDrawer = lazy(fetchDrawer);

export function BottomBar({ profile }: { profile: Profile }) {
  const { t } = useTranslation('shell');
  const { pathname } = useLocation();
  const [state, setState] = useState<'never' | 'opened' | 'closed'>('never');
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
            aria-expanded={state === 'opened'}
            onClick={() => setState('opened')}
            onPointerDown={() => void fetchDrawer()}
          >
            <IconDots size={22} aria-hidden />
            {t('nav.more')}
          </UnstyledButton>
          {state === 'never' ? null : (
            <Suspense fallback={null}>
              <MoreDrawer items={rest} opened={state === 'opened'} onClose={() => setState('closed')} />
            </Suspense>
          )}
        </>
      ) : null}
    </nav>
  );
}
