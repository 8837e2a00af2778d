import type { IsoDate, IsoInstant, Uuid } from './basics.js';
import type { Permission, Role } from './access.js';

export const PASSWORD_LIMITS = { min: 10, max: 200 } as const;
export const USERNAME_LIMITS = { min: 3, max: 60 } as const;

export interface SignInRequest {
  /** NIP, or a user name for those who have none. Spaces are ignored. */
  username: string;
  password: string;
  /** Six digits of the authenticator app, or a recovery code; asked for by `second-factor-required`. */
  secondFactor?: string;
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
  /** A role held asks for a second factor that is not set up yet: nothing else opens. */
  mustEnrolSecondFactor: boolean;
  today: IsoDate;
}

export interface RoleHeld {
  role: Role;
  /** The SKPD the role reaches; null = the whole government. */
  unitId: Uuid | null;
  unitName: string | null;
}

export const SECOND_FACTOR_LIMITS = { min: 6, max: 20 } as const;
export const RECOVERY_LIMITS = { code: { min: 12, max: 30 }, reason: { min: 5, max: 300 } } as const;

/** What the account page shows of one's own account. */
export interface AccountSecurity {
  passwordChangedAt: IsoInstant | null;
  secondFactor: SecondFactorState;
  /** Who made it possible to set a new password without knowing the old one; the newest first. */
  recoveries: RecoveryNotice[];
  sessions: OwnSession[];
}

export interface SecondFactorState {
  since: IsoInstant | null;
  /** A role held requires it. */
  required: boolean;
  codesLeft: number;
}

export interface RecoveryNotice {
  at: IsoInstant;
  by: string;
  reason: string;
  usedAt: IsoInstant | null;
  expiresAt: IsoInstant;
  /** Could still be used. */
  open: boolean;
  secondFactor: boolean;
}

export interface OwnSession {
  id: Uuid;
  /** The one that asks. */
  current: boolean;
  since: IsoInstant;
  lastUsedAt: IsoInstant;
  /** As the browser calls itself. */
  userAgent: string | null;
  ip: string | null;
}

export interface BeginSecondFactorRequest {
  currentPassword: string;
}

/** Shown once; counts after the first code of the device was confirmed. */
export interface SecondFactorOffer {
  /** `otpauth://totp/…` */
  uri: string;
  /** For typing where no camera is. */
  secret: string;
  /** The address as an SVG picture, `data:image/svg+xml;…`. */
  qr: string;
}

export interface SecondFactorCodeRequest {
  code: string;
}

/** Shown once. */
export interface RecoveryCodes {
  codes: string[];
}

export interface RemoveSecondFactorRequest {
  currentPassword: string;
  code: string;
}

export interface MakeRecoveryRequest {
  employmentId: Uuid;
  reason: string;
  /** The phone is lost as well; superadmins only. */
  secondFactor: boolean;
}

/** Shown once; handed over in person. */
export interface MadeRecovery {
  personName: string;
  username: string;
  code: string;
  link: string;
  expiresAt: IsoInstant;
}

export interface UseRecoveryRequest {
  username: string;
  code: string;
  newPassword: string;
}
