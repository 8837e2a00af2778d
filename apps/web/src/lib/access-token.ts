import type { SessionAnswer } from '@ekinerja/contracts/auth';
import { NetworkError, problemOf } from './problem';

/**
 * The short-lived token lives here and nowhere else: never in storage, where a script of another origin's making could
 * read it. The refresh token is an httpOnly cookie that only the API sees.
 */
let token: string | null = null;

/** Tells whether a refresh is worth trying, so that a first visit does not begin with a refused request. */
const HINT = 'ekinerja.signed-in';

export const accessToken = {
  get: (): string | null => token,
  set(value: string | null): void {
    token = value;
    if (value === null) localStorage.removeItem(HINT);
    else localStorage.setItem(HINT, '1');
  },
  maySignIn: (): boolean => token !== null || localStorage.getItem(HINT) !== null,
};

let running: Promise<SessionAnswer | null> | null = null;

/** One refresh at a time, however many requests met a 401. Null: nobody is signed in any more. */
export function refreshSession(): Promise<SessionAnswer | null> {
  running ??= oneTabAtATime(refresh).finally(() => {
    running = null;
  });
  return running;
}

let early: Promise<SessionAnswer | null> | null = null;

/** Asked for while the libraries are still coming: whoever signs in here comes back to a page that needs it. */
export async function refreshEarly(): Promise<SessionAnswer | null> {
  if (!accessToken.maySignIn()) return null;
  early = refreshSession();
  return early.catch(() => null);
}

/** The first refresh of a fresh page: the early one, where it was begun. */
export function firstRefresh(): Promise<SessionAnswer | null> {
  const begun = early ?? refreshSession();
  early = null;
  return begun;
}

/** A page that opened on what the device kept asks while the refresh still runs: its requests wait for the token. */
export async function tokenOnItsWay(): Promise<void> {
  if (token === null) await running?.catch(() => null);
}

/** The refresh cookie rotates; two tabs sending the same one would look like a stolen cookie. */
function oneTabAtATime(task: () => Promise<SessionAnswer | null>): Promise<SessionAnswer | null> {
  if (typeof navigator === 'undefined' || !navigator.locks) return task();
  return navigator.locks.request('ekinerja-refresh', task);
}

async function refresh(): Promise<SessionAnswer | null> {
  let response: Response;
  try {
    response = await fetch('/api/v1/auth/refresh', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'X-Requested-With': 'ekinerja', Accept: 'application/json' },
    });
  } catch (cause) {
    throw new NetworkError(cause);
  }
  if (response.ok) {
    const session = (await response.json()) as SessionAnswer;
    accessToken.set(session.accessToken);
    return session;
  }
  if (response.status === 401 || response.status === 403) {
    accessToken.set(null);
    return null;
  }
  throw await problemOf(response);
}
