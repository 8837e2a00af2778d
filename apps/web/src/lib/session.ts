import type { Permission } from '@ekinerja/contracts/access';
import type { Profile, SessionAnswer, SignInRequest } from '@ekinerja/contracts/auth';
import { useQuery } from '@tanstack/react-query';
import { accessToken, firstRefresh } from './access-token';
import { get, listenToSession, send } from './api';
import { forgetProfile, keepProfile, keptProfile } from './device';
import { NetworkError, ProblemError } from './problem';
import { queryClient } from './query-client';
import { supportView } from './support-view';

const PROFILE = ['session', 'profile'] as const;

/** Where the session sends the browser; set once by the router, which lib does not know. */
let goTo: (path: string) => void = () => undefined;
export function onSessionMove(next: (path: string) => void): void {
  goTo = next;
}

listenToSession({
  renewed: (session) => {
    if (!supportView.get()) know(session.profile);
  },
  lost: () => {
    forget();
    goTo(signInPath(here()));
  },
  accountComesFirst: () => goTo('/akun'),
});

const here = () => window.location.pathname + window.location.search;

export function signInPath(returnTo: string): string {
  return returnTo === '/' || returnTo.startsWith('/masuk')
    ? '/masuk'
    : `/masuk?kembali=${encodeURIComponent(returnTo)}`;
}

/** Only a path of this portal: an address from outside must not send anybody elsewhere after sign-in. */
export function safeReturn(path: string | null): string {
  return path !== null && /^\/(?![/\\])/.test(path) ? path : '/';
}

/** Nothing else opens while a given password or a required second factor is open. */
export function accountComesFirst(profile: Profile): boolean {
  return profile.mustChangePassword || profile.mustEnrolSecondFactor;
}

/** Where signing in leads: to the account when something there comes first, else back or to the start page. */
export function afterSignIn(profile: Profile | null, search: URLSearchParams): string {
  return profile && accountComesFirst(profile) ? '/akun' : safeReturn(search.get('kembali'));
}

function forget(): void {
  supportView.clear();
  accessToken.set(null);
  queryClient.clear();
  void forgetProfile();
}

function know(profile: Profile): Profile {
  queryClient.setQueryData(PROFILE, profile);
  // Another's data, looked at on their behalf, stays off this device.
  if (!supportView.get()) void keepProfile(profile);
  return profile;
}

export function currentProfile(): Profile | undefined {
  return queryClient.getQueryData<Profile>(PROFILE);
}

/** The profile, by the refresh cookie when this is a fresh page. Null: sign in first. */
export async function ensureProfile(): Promise<Profile | null> {
  const known = currentProfile();
  // A profile from the device stands until the line answers; the first request renews the token.
  if (known && accessToken.maySignIn()) return known;
  if (!accessToken.maySignIn()) return null;
  // The frame and the page ask at once: one answer for both.
  renewal ??= soonest(renewed(), keptProfile()).finally(() => {
    renewal = null;
  });
  return (await renewal) ?? null;
}
let renewal: Promise<Profile | null> | null = null;

async function renewed(): Promise<Profile | null> {
  const session = await firstRefresh();
  if (session === null) return null;
  return know(await shownProfile(session.profile));
}

/** While looking on behalf of another: theirs; once that is over, the own one. */
async function shownProfile(own: Profile): Promise<Profile> {
  if (!supportView.get()) return own;
  try {
    return await get<Profile>('/auth/me');
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    supportView.clear();
    return own;
  }
}

/**
 * Who was here last, as the device kept it, or the server's word where it kept nothing: nobody waits for the line to see
 * own data. The server's word follows; when it is a refusal, the session ends as ever. Requests carry no token until then.
 */
async function soonest(
  fresh: Promise<Profile | null>,
  kept: Promise<Profile | null>,
): Promise<Profile | null> {
  if (supportView.get()) return fresh;
  // Without a line: undefined. Caught here, since it may have failed before the device has answered.
  const answer = fresh.catch((error: unknown) => {
    if (error instanceof NetworkError) return undefined;
    throw error;
  });
  const known = await kept;
  if (!known || accountComesFirst(known)) return fresh;
  const first = await Promise.race([answer, Promise.resolve(undefined)]);
  if (first !== undefined) return first;
  queryClient.setQueryData(PROFILE, known);
  void answer
    .then((profile) => {
      if (profile !== null) return;
      forget();
      goTo(signInPath(here()));
    })
    .catch(() => undefined);
  return known;
}

export async function signIn(body: SignInRequest): Promise<Profile> {
  const session = await send<SessionAnswer>('POST', '/auth/sign-in', { body });
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'about' });
  return adoptSession(session);
}

/** After sign-in and after a changed password: the answer carries a new token and profile. */
export function adoptSession(session: SessionAnswer): Profile {
  accessToken.set(session.accessToken);
  return know(session.profile);
}

/** After something about the account changed on the server. */
export function refreshProfile(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: PROFILE });
}

export async function signOutEverywhere(): Promise<void> {
  await send<void>('POST', '/auth/sign-out-everywhere');
  forget();
  goTo('/masuk');
}

export async function signOut(): Promise<void> {
  supportView.clear();
  await send<void>('POST', '/auth/sign-out').catch(() => undefined);
  forget();
  goTo('/masuk');
}

/** Inside the signed-in layout the profile is always there. */
export function useProfile(): Profile {
  const { data } = useQuery({
    queryKey: PROFILE,
    queryFn: ({ signal }) => get<Profile>('/auth/me', { signal }),
    staleTime: 5 * 60_000,
  });
  if (!data) throw new Error('useProfile outside the signed-in layout');
  return data;
}

export function useCan(permission: Permission): boolean {
  const { data } = useQuery<Profile>({
    queryKey: PROFILE,
    queryFn: () => get('/auth/me'),
    staleTime: 5 * 60_000,
  });
  return data?.permissions.includes(permission) ?? false;
}
