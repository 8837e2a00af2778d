import { useIsFetching } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { useProfile } from '../lib/session';
import { Announcements } from '../ui/Announcements';
import { Loading } from '../ui/Loading';
import { Header } from './Header';
import classes from './Layout.module.css';
import { BottomBar } from './BottomBar';
import { SideNavigation } from './SideNavigation';

/** Frame of every signed-in page: header, navigation at the side or under the thumb, and the page. */
export function Layout() {
  const { t } = useTranslation('shell');
  const profile = useProfile();
  const moving = useNavigation().state !== 'idle';
  const fetching = useIsFetching() > 0;
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#isi">
        {t('skip')}
      </a>
      <Header profile={profile} />
      {moving || fetching ? <div className={classes.progress} aria-hidden /> : null}
      <SideNavigation profile={profile} />
      <main id="isi" className={classes.main} tabIndex={-1} aria-busy={moving}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <BottomBar profile={profile} />
      <Announcements />
      <ScrollRestoration />
    </div>
  );
}
