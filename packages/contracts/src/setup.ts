import type { DerivedRole, GrantedRole } from './access.js';
import type { Citation, IsoDate, IsoInstant, Uuid } from './basics.js';

/** Steps of the opening day, in order. */
export const SETUP_STEPS = ['law', 'calendar', 'workbook', 'classes', 'staffing', 'admins', 'codes'] as const;
export type SetupStepKey = (typeof SETUP_STEPS)[number];

export interface SetupStep {
  key: SetupStepKey;
  done: boolean;
  /** Figures the sentence on screen names, e.g. people without a class. */
  figures: Record<string, number | string>;
}

export interface SetupStatus {
  complete: boolean;
  steps: SetupStep[];
  /** SKPD whose people have not all received a first password. */
  units: { skpdId: Uuid; skpdName: string; accounts: number; withoutCode: number; unitAdmins: number }[];
}

export interface GrantRoleRequest {
  employmentId: Uuid;
  role: GrantedRole;
  /** The SKPD; null for roles over the whole government. */
  unitId: Uuid | null;
  reason: string;
  /** Today when left out; never in the past. */
  from?: IsoDate | null;
  /** The last day; open-ended when left out. */
  to?: IsoDate | null;
  /** The decision letter, of the unit head for a unit admin. */
  letterNumber?: string | null;
  letterDate?: IsoDate | null;
}

export interface RoleGrant {
  id: Uuid;
  employmentId: Uuid | null;
  personName: string;
  role: GrantedRole;
  unitId: Uuid | null;
  unitName: string | null;
  validFrom: IsoDate;
  validTo: IsoDate | null;
  grantedBy: string | null;
  reason: string;
  letterNumber: string | null;
  letterDate: IsoDate | null;
  /** What the regulation would have had otherwise; the grant stands. */
  warning: RoleWarning | null;
}

export interface RoleWarning {
  code: string;
  params: Record<string, string | number>;
  cite: Citation | null;
}

/** One person's roles: derived ones of today, granted ones of all times, the newest in front. */
export interface PersonRoles {
  employmentId: Uuid;
  personName: string;
  /** Null: no account yet. */
  username: string | null;
  derived: { role: DerivedRole; unitName: string | null }[];
  grants: RoleHistory[];
}

export interface RoleHistory extends RoleGrant {
  state: 'current' | 'coming' | 'over';
  endedAt: IsoInstant | null;
  endedBy: string | null;
  endReason: string | null;
}

/** Makes one-time codes for accounts of an SKPD that have never signed in; the paper with them is shown once. */
export interface PrintCodesRequest {
  skpdId: Uuid;
}
