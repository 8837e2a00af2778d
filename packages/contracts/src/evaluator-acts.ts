import type { Decree } from './assignments.js';
import type { IsoDate, Uuid } from './basics.js';
import type { EvaluatorPerson } from './organisation.js';

export const EVALUATOR_ACT_LIMITS = { grantor: 150, name: 150, office: 200 } as const;

/** PPK: the appointing authority; PyB: the authorised official to whom results are reported. */
export const AUTHORITY_KINDS = ['ppk', 'pyb'] as const;
export type AuthorityKind = (typeof AUTHORITY_KINDS)[number];

export const LEADER_SCOPES = ['own-unit', 'other-unit', 'other-agency', 'outside-government'] as const;
export type LeaderScope = (typeof LEADER_SCOPES)[number];

interface Dated {
  id: Uuid;
  validFrom: IsoDate;
  validTo: IsoDate | null;
  version: number;
}
interface WithDecree {
  decreeNumber: string | null;
  decreeDate: IsoDate | null;
  decreeFileId: Uuid | null;
}

/** Over one post, over a unit, or (neither) over the delegate's own line although the post is below a supervisory one. */
export interface DelegationView extends Dated, WithDecree {
  delegateEmploymentId: Uuid;
  delegateName: string;
  delegateNip: string | null;
  postId: Uuid | null;
  postName: string | null;
  unitId: Uuid | null;
  unitName: string | null;
}
export interface CreateDelegationRequest {
  delegateEmploymentId: Uuid;
  postId: Uuid | null;
  unitId: Uuid | null;
  validFrom: IsoDate;
  validTo: IsoDate | null;
  /** Decision of the PPK. */
  decree: Decree;
  reason: string;
}

export interface OverrideView extends Dated, WithDecree {
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  evaluatorEmploymentId: Uuid;
  evaluatorName: string;
  evaluatorNip: string | null;
  reason: string;
  grantor: string;
}
export interface CreateOverrideRequest {
  employmentId: Uuid;
  evaluatorEmploymentId: Uuid;
  validFrom: IsoDate;
  validTo: IsoDate | null;
  reason: string;
  /** Who allowed it, by name and office. */
  grantor: string;
  decree: Decree;
}

export interface AuthorityView extends Dated, WithDecree {
  kind: AuthorityKind;
  employmentId: Uuid;
  personName: string;
  nip: string | null;
}
export interface NameAuthorityRequest {
  kind: AuthorityKind;
  employmentId: Uuid;
  validFrom: IsoDate;
  validTo: IsoDate | null;
  decree: Decree;
  reason: string;
}
/** Who is PPK or PyB on a day: as recorded, else (PPK) whoever holds the post of the regent. */
export interface AuthorityOnDate {
  kind: AuthorityKind;
  employmentId: Uuid;
  personName: string;
  source: 'recorded' | 'regent';
}

export interface LeaderView extends Dated {
  employmentId: Uuid;
  scope: LeaderScope;
  leaderEmploymentId: Uuid | null;
  leaderName: string;
  leaderOffice: string | null;
  reason: string;
}
export interface CreateLeaderRequest {
  employmentId: Uuid;
  scope: LeaderScope;
  leaderEmploymentId: Uuid | null;
  outsideName: string | null;
  outsideOffice: string | null;
  validFrom: IsoDate;
  validTo: IsoDate | null;
  reason: string;
}

/** Who leads a person on a day (TL 1 angka 16): the evaluator, and those who give feedback and assignments only. */
export interface LeadersOfPerson {
  date: IsoDate;
  evaluator: EvaluatorPerson | null;
  others: LeaderView[];
}
