import type { Permission } from '@ekinerja/contracts/access';
import type { Profile } from '@ekinerja/contracts/auth';
import { redirect } from 'react-router';
import { accountComesFirst, ensureProfile, signInPath } from './session';

/** Thrown by a guard; the error page says who may open it instead of a blank 403. */
export class NotAllowedError extends Error {
  constructor(readonly permissions: readonly Permission[]) {
    super('not-allowed');
    this.name = 'NotAllowedError';
  }
}

/** For route loaders: a signed-in person holding at least one of the permissions. */
export async function guard(request: Request, permissions: readonly Permission[]): Promise<Profile> {
  const url = new URL(request.url);
  const profile = await ensureProfile();
  if (profile === null) throw redirect(signInPath(url.pathname + url.search));
  if (accountComesFirst(profile) && url.pathname !== '/akun') throw redirect('/akun');
  if (permissions.length > 0 && !permissions.some((permission) => profile.permissions.includes(permission))) {
    throw new NotAllowedError(permissions);
  }
  return profile;
}
