import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { Permission, Role } from '@ekinerja/contracts/access';

/** Who is asking, as known at the moment of the request. Roles and posts are those of today. */
export interface Actor {
  accountId: Uuid;
  sessionId: Uuid;
  username: string;
  personId: Uuid | null;
  personName: string | null;
  employmentId: Uuid | null;
  /** The SKPD of the definitive post today. */
  skpdId: Uuid | null;
  roles: { role: Role; unitId: Uuid | null }[];
  permissions: ReadonlySet<Permission>;
  mustChangePassword: boolean;
  /** A role held asks for a second factor that is not set up yet. */
  mustEnrolSecondFactor?: boolean;
  /** Somebody else looks at what this person sees, reading only, under their own name. */
  onBehalf?: { accountId: Uuid; name: string; roles: Role[]; reason: string };
  today: IsoDate;
  requestId: string;
  ip: string;
}

/** Whether a role reaches an SKPD: granted for it, or for the whole government. */
export function reaches(actor: Actor, role: Role, skpdId: Uuid | null): boolean {
  return actor.roles.some((held) => held.role === role && (held.unitId === null || held.unitId === skpdId));
}

/** SKPDs that the given roles reach; null = all of them. */
export function reach(actor: Actor, roles: readonly Role[]): Uuid[] | null {
  const held = actor.roles.filter((entry) => roles.includes(entry.role));
  if (held.some((entry) => entry.unitId === null)) return null;
  return [...new Set(held.map((entry) => entry.unitId as Uuid))];
}
