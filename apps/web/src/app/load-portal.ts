import { storedLanguage } from '../lib/language';
import { readMessages } from '../lib/message-files';

/** Pages that are opened straight from the phone's home screen: their code and words need not wait until the portal is read. */
const FIRST_PAGES: readonly [RegExp, () => Promise<unknown>, readonly string[]][] = [
  [/^\/kegiatan\/?$/, () => import('../features/activities/ActivitiesPage'), ['activities', 'offline']],
  [/^\/persetujuan\/?$/, () => import('../features/approvals/ApprovalsPage'), ['approvals']],
  [/^\/$/, () => import('../features/home/HomePage'), ['home']],
];

/** After `loadPortal`, so that a page's styles stand after the portal's. */
export function fetchEarly(path: string): void {
  const [, load, words] = FIRST_PAGES.find(([pattern]) => pattern.test(path)) ?? [];
  if (!load) return;
  void load().catch(() => undefined);
  for (const namespace of words ?? []) void readMessages(storedLanguage(), namespace);
}

/** The component library's styles are asked for first: the portal's own stand after them and win. */
export async function loadPortal() {
  const styles = import('./portal-styles');
  const [portal] = await Promise.all([import('./portal'), styles]);
  return portal;
}
