import type { IntegratorScope } from './access.js';
import type { IsoInstant, Uuid } from './basics.js';

export const INTEGRATOR_LIMITS = { name: { min: 3, max: 60 }, purpose: { min: 10, max: 300 }, days: { min: 1, max: 366 }, overlapHours: { min: 0, max: 168 } } as const;

export interface CreateIntegratorRequest {
  name: string;
  purpose: string;
  scopes: IntegratorScope[];
  /** Days until the key runs out. */
  days: number;
}

export interface RotateKeyRequest {
  days: number;
  /** So long the old key still opens; 0 ends it at once. */
  overlapHours: number;
}

export interface RevokeIntegratorRequest {
  reason: string;
}

export interface Integrator {
  id: Uuid;
  name: string;
  purpose: string;
  scopes: IntegratorScope[];
  createdAt: IsoInstant;
  createdBy: string;
  revokedAt: IsoInstant | null;
  /** The newest in front; past ones left out. */
  keys: IntegratorKey[];
}

export interface IntegratorKey {
  id: Uuid;
  /** The first letters. */
  hint: string;
  createdAt: IsoInstant;
  expiresAt: IsoInstant;
  lastUsedAt: IsoInstant | null;
  lastIp: string | null;
}

/** The key is shown this once. */
export interface IntegratorWithKey {
  integrator: Integrator;
  key: string;
}
