import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { matchRoutes } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { loadErrorMessages, startI18n } from '../lib/i18n';
import { Providers } from './providers';
import { createPortalRouter, portalRoutes } from './router';

type PortalRouter = ReturnType<typeof createPortalRouter>;

/** For an address of the portal in a fresh tab. */
export async function openPortal(element: HTMLElement): Promise<void> {
  await startI18n();
  show(createRoot(element), createPortalRouter());
  void loadErrorMessages();
}

/** From the sign-in screen, which stays until the page behind it is there. */
export async function enterPortal(root: Root, path: string): Promise<void> {
  window.history.replaceState(null, '', path);
  const router = createPortalRouter();
  await Promise.all([ready(router), loadErrorMessages()]);
  show(root, router);
}

/** Code and words of a page, ahead of time. */
export async function fetchPage(path: string): Promise<void> {
  const found = matchRoutes(portalRoutes, path) ?? [];
  await Promise.all(found.flatMap(({ route: { lazy } }) => (typeof lazy === 'function' ? [lazy()] : [])));
}

function show(root: Root, router: PortalRouter): void {
  root.render(
    <StrictMode>
      <Providers>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  );
}

function ready(router: PortalRouter): Promise<void> {
  if (router.state.initialized) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = router.subscribe(({ initialized }) => {
      if (!initialized) return;
      stop();
      resolve();
    });
  });
}
