import './first.css';
import { refreshEarly } from '../lib/access-token';
import { COMMON_MESSAGES, ERROR_MESSAGES, storedLanguage } from '../lib/language';
import { readMessages } from '../lib/message-files';
import { fetchEarly, loadPortal } from './load-portal';

// Small on purpose: it runs while the libraries are still coming, and only asks for the rest of what is needed.
const element = document.getElementById('root')!;
const signingIn = /^\/masuk\/?$/.test(window.location.pathname);

for (const namespace of signingIn ? [...COMMON_MESSAGES, ERROR_MESSAGES, 'auth'] : COMMON_MESSAGES)
  void readMessages(storedLanguage(), namespace);

if (signingIn) void import('./first-screen').then(({ showSignIn }) => showSignIn(element));
else {
  const refreshed = refreshEarly();
  void loadPortal().then(({ openPortal }) => openPortal(element));
  fetchEarly(window.location, refreshed);
}

// After everything that the first screen needs: the worker's copies shall not compete with it for a slow line.
if ('serviceWorker' in navigator && import.meta.env.PROD) {
  window.addEventListener('load', () =>
    setTimeout(() => void import('../lib/installed').then(({ install }) => install()), 2_000),
  );
}
