import type { Profile } from '@ekinerja/contracts/auth';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { SignInPage } from '../features/auth/SignInPage';
import { aboutQuery } from '../lib/about';
import { startI18n } from '../lib/i18n';
import { ERROR_MESSAGES } from '../lib/language';
import { queryClient } from '../lib/query-client';
import { afterSignIn } from '../lib/session';
import { loadPortal } from './load-portal';

/** Signing in without the portal, which comes while the person types, together with the page it will open on. */
export async function showSignIn(element: HTMLElement): Promise<void> {
  void queryClient.prefetchQuery(aboutQuery);
  await startI18n([ERROR_MESSAGES, 'auth']);
  const root = createRoot(element);
  const search = new URLSearchParams(window.location.search);

  let begun = false;
  const begin = () => {
    if (begun) return;
    begun = true;
    // A line that drops here is no refusal yet: after sign-in it is tried again.
    loadPortal()
      .then(({ fetchPage }) => fetchPage(afterSignIn(null, search)))
      .catch(() => undefined);
  };
  const enter = async (profile: Profile) => {
    const path = afterSignIn(profile, search);
    try {
      const { enterPortal } = await loadPortal();
      await enterPortal(root, path);
    } catch {
      window.location.assign(path);
    }
  };

  root.render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <SignInPage onSignedIn={enter} onBegin={begin} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
