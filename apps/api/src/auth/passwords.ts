import { hash, verify } from '@node-rs/argon2';
import { PASSWORD_LIMITS } from '@ekinerja/contracts/auth';
import { DomainError } from '../platform/problem/domain.error.js';
import { weaknessOf } from './password-strength.js';

/** OWASP's minimum for argon2id: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

const nobody = hashPassword('tidak ada akun di balik sandi ini');

/** Takes as long for an account that does not exist (`null`) as for one that does. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await nobody), password);
  // The hash of a one-time code costs little: without this its account would be known by a quick answer.
  if (passwordHash !== null && !passwordHash.includes(`m=${COST.memoryCost},`)) await verify(await nobody, password);
  return passwordHash !== null && matches;
}

/**
 * A new password is long, not made of its owner's name or NIP, not the old one, not one that is tried first.
 * @throws DomainError `password-too-weak` with the reason.
 */
export function requireStrong(password: string, own: { names: string[]; current: string | null }): void {
  const refuse = (reason: string): never => {
    throw new DomainError('password-too-weak', { reason, min: PASSWORD_LIMITS.min });
  };
  if (password.length < PASSWORD_LIMITS.min) refuse('too-short');
  if (password === own.current) refuse('unchanged');
  const weakness = weaknessOf(password, own.names);
  if (weakness) refuse(weakness);
}
