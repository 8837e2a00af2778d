import type { Permission } from '@ekinerja/contracts/access';
import type { Profile, SessionAnswer, SignInRequest } from '@ekinerja/contracts/auth';
import { useQuery } from '@tanstack/react-query';
import { accessToken, refreshSession } from './access-token';
import { get, listenToSession, send } from './api';
import { queryClient } from './query-client';

const PROFILE = ['session', 'profile'] as const;

/** Where the session sends the browser; set once by the router, which lib does not know. */
let goTo: (path: string) => void = () => undefined;
export function onSessionMove(next: (path: string) => void): void {
  goTo = next;
}

listenToSession({
  renewed: (session) => queryClient.setQueryData(PROFILE, session.profile),
  lost: () => {
    forget();
    goTo(signInPath(here()));
  },
  passwordChangeRequired: () => goTo('/akun'),
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

/** Where signing in leads: to the account when its password must be changed first, else back or to the start page. */
export function afterSignIn(profile: Profile | null, search: URLSearchParams): string {
  return profile?.mustChangePassword ? '/akun' : safeReturn(search.get('kembali'));
}

function forget(): void {
  accessToken.set(null);
  queryClient.clear();
}

export function currentProfile(): Profile | undefined {
  return queryClient.getQueryData<Profile>(PROFILE);
}

/** The profile, by the refresh cookie when this is a fresh page. Null: sign in first. */
export async function ensureProfile(): Promise<Profile | null> {
  const known = currentProfile();
  if (known && accessToken.get() !== null) return known;
  if (!accessToken.maySignIn()) return null;
  const session = await refreshSession();
  if (session === null) return null;
  queryClient.setQueryData(PROFILE, session.profile);
  return session.profile;
}

export async function signIn(body: SignInRequest): Promise<Profile> {
  const session = await send<SessionAnswer>('POST', '/auth/sign-in', { body });
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'about' });
  return adoptSession(session);
}

/** After sign-in and after a changed password: the answer carries a new token and profile. */
export function adoptSession(session: SessionAnswer): Profile {
  accessToken.set(session.accessToken);
  queryClient.setQueryData(PROFILE, session.profile);
  return session.profile;
}

export async function signOut(): Promise<void> {
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
