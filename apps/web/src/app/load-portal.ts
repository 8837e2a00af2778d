import type { SessionAnswer } from '@ekinerja/contracts/auth';
import { addressOf } from '../lib/address';
import { askEarly } from '../lib/early-answers';
import { FIRST_QUESTIONS } from '../lib/first-questions';
import { storedLanguage } from '../lib/language';
import { readMessages } from '../lib/message-files';
import { supportView } from '../lib/support-view';

interface FirstPage {
  path: RegExp;
  load: (search: URLSearchParams) => Promise<unknown>[];
  words: readonly string[];
  /** Its first question, which must be the very one that the page asks. */
  ask?: (session: SessionAnswer, search: URLSearchParams) => string | null;
}

const { month, waiting } = FIRST_QUESTIONS;

/** Pages that are opened straight from the phone's home screen: code, words and data need not wait until the portal is read. */
const FIRST_PAGES: readonly FirstPage[] = [
  {
    path: /^\/kegiatan\/?$/,
    load: (search) => [
      import('../features/activities/ActivitiesPage'),
      ...(search.has('isi') ? [import('../features/activities/EntryDrawer')] : []),
    ],
    words: ['activities', 'offline'],
    ask: ({ profile }, search) =>
      addressOf(month.path, month.query(search.get('bulan') ?? profile.today.slice(0, 7))),
  },
  {
    path: /^\/persetujuan\/?$/,
    load: () => [import('../features/approvals/ApprovalsPage')],
    words: ['approvals'],
    ask: ({ profile }, search) =>
      profile.permissions.includes('activities.decide')
        ? addressOf(waiting.path, waiting.query(search.get('pegawai')))
        : null,
  },
  { path: /^\/$/, load: () => [import('../features/home/HomePage')], words: ['home'] },
];

/** After `loadPortal`, so that a page's styles stand after the portal's. */
export function fetchEarly(
  { pathname, search: query }: { pathname: string; search: string },
  refreshed: Promise<SessionAnswer | null>,
): void {
  const page = FIRST_PAGES.find(({ path }) => path.test(pathname));
  if (!page) return;
  const search = new URLSearchParams(query);
  for (const loaded of page.load(search)) void loaded.catch(() => undefined);
  for (const namespace of page.words) void readMessages(storedLanguage(), namespace);
  void refreshed.then((session) => {
    if (
      !session ||
      session.profile.mustChangePassword ||
      session.profile.mustEnrolSecondFactor ||
      supportView.get()
    )
      return;
    const address = page.ask?.(session, search);
    if (address) askEarly(address, session.accessToken);
  });
}

/** The component library's styles are asked for first: the portal's own stand after them and win. */
export async function loadPortal() {
  const styles = import('./portal-styles');
  const [portal] = await Promise.all([import('./portal'), styles]);
  return portal;
}
