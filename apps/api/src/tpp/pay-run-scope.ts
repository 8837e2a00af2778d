/** Who reaches which SKPD's pay. Pure. */
import type { Role } from '@ekinerja/contracts/access';
import type { Uuid } from '@ekinerja/contracts/basics';
import { reach, reaches, type Actor } from '../platform/access/actor.js';
import { DomainError } from '../platform/problem/domain.error.js';

const READERS: readonly Role[] = ['superadmin', 'auditor', 'unit-admin', 'unit-head', 'treasurer'];

/** SKPDs whose runs the actor reads; null = all. */
export function readableSkpds(actor: Actor): Uuid[] | null {
  return reach(actor, READERS);
}

/** @throws DomainError `not-found`, so that nobody learns what another SKPD has. */
export function requireReadableSkpd(actor: Actor, skpdId: Uuid): void {
  if (!READERS.some((role) => reaches(actor, role, skpdId))) throw new DomainError('not-found');
}

/** Who may see the row but not act gets 403, who may not see it 404. */
export function requireRole(actor: Actor, skpdId: Uuid, roles: readonly Role[]): void {
  requireReadableSkpd(actor, skpdId);
  if (!roles.some((role) => reaches(actor, role, skpdId))) throw new DomainError('permission-denied');
}

/** A slip is read by its owner and by those who make, pay or audit it. */
export function mayReadSlip(actor: Actor, slip: { employmentId: Uuid; personId: Uuid; skpdId: Uuid }): boolean {
  if (actor.employmentId === slip.employmentId || (actor.personId !== null && actor.personId === slip.personId)) return true;
  return (['superadmin', 'auditor', 'unit-admin', 'treasurer'] as const).some((role) => reaches(actor, role, slip.skpdId));
}
