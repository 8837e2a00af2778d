import type { GrantedRole } from './access.js';
import type { Uuid } from './basics.js';

/** Steps of the opening day, in order. */
export const SETUP_STEPS = ['law', 'calendar', 'workbook', 'classes', 'admins', 'codes'] as const;
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
}

export interface RoleGrant {
  id: Uuid;
  employmentId: Uuid | null;
  personName: string;
  role: GrantedRole;
  unitId: Uuid | null;
  unitName: string | null;
  validFrom: string;
  validTo: string | null;
  grantedBy: string | null;
  reason: string;
}

/** Makes one-time codes for accounts of an SKPD that have never signed in; the paper with them is shown once. */
export interface PrintCodesRequest {
  skpdId: Uuid;
}
