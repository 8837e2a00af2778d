/** The service worker: it opens the portal without a signal, and a new build takes over when the person says so. */
let waiting: ServiceWorker | null = null;
const listeners = new Set<() => void>();

export const newBuild = {
  subscribe(tell: () => void): () => void {
    listeners.add(tell);
    return () => void listeners.delete(tell);
  },
  isThere: (): boolean => waiting !== null,
  take(): void {
    navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true });
    waiting?.postMessage({ type: 'SKIP_WAITING' });
  },
};

const AGAIN_MS = 60 * 60_000;

export async function install(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker.register('/sw.js');
    const look = () => {
      // Without a controller this is the first visit: there is no older build to leave.
      if (!registration.waiting || !navigator.serviceWorker.controller) return;
      waiting = registration.waiting;
      listeners.forEach((tell) => tell());
    };
    look();
    registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
    setInterval(() => void registration.update().catch(() => undefined), AGAIN_MS);
  } catch {
    // Some browsers refuse it in private windows; the portal works without.
  }
}

/** Offline work needs a secure address (HTTPS, or the machine itself). */
export const mayInstall = (): boolean => typeof window !== 'undefined' && window.isSecureContext;
