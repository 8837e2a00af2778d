import { useIsFetching } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { DutyGate } from '../features/duty/DutyGate';
import { useProfile } from '../lib/session';
import { Announcements } from '../ui/Announcements';
import { Loading } from '../ui/Loading';
import { Header } from './Header';
import classes from './Layout.module.css';
import { BottomBar } from './BottomBar';
import { SideNavigation } from './SideNavigation';
import { SupportViewBanner } from './SupportViewBanner';

/** Comes after the page: it has something to say only without a signal, or when something waits on the device. */
const QueueBar = lazy(async () => {
  const bar = await import('../features/activities/QueueBar');
  await bar.preload();
  return bar;
});

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
        <SupportViewBanner />
        <Suspense fallback={<Loading />}>
          <DutyGate>
            {profile.permissions.includes('activities.own') ? (
              <Suspense fallback={null}>
                <QueueBar />
              </Suspense>
            ) : null}
            <Outlet />
          </DutyGate>
        </Suspense>
      </main>
      <BottomBar profile={profile} />
      <Announcements />
      <ScrollRestoration />
    </div>
  );
}
