import type { IsoDate, IsoInstant, Uuid } from './basics.js';
import type { Permission, Role } from './access.js';

export const PASSWORD_LIMITS = { min: 10, max: 200 } as const;
export const USERNAME_LIMITS = { min: 3, max: 60 } as const;

export interface SignInRequest {
  /** NIP, or a user name for those who have none. Spaces are ignored. */
  username: string;
  password: string;
}

export interface ChangePasswordRequest {
  currentPassword: string;
  newPassword: string;
}

export interface SessionAnswer {
  /** Short-lived; kept in memory only. The refresh token travels in an httpOnly cookie. */
  accessToken: string;
  expiresAt: IsoInstant;
  profile: Profile;
}

export interface Profile {
  accountId: Uuid;
  username: string;
  /** Null for an account without a person (never the case in demo data). */
  person: { id: Uuid; name: string; nip: string | null } | null;
  employment: {
    id: Uuid;
    postId: Uuid | null;
    postName: string | null;
    unitId: Uuid | null;
    unitName: string | null;
    skpdId: Uuid | null;
    skpdName: string | null;
  } | null;
  roles: RoleHeld[];
  permissions: Permission[];
  mustChangePassword: boolean;
  today: IsoDate;
}

export interface RoleHeld {
  role: Role;
  /** The SKPD the role reaches; null = the whole government. */
  unitId: Uuid | null;
  unitName: string | null;
}
