import type { Role } from './access.js';
import type { Citation, IsoDate, IsoInstant, Uuid } from './basics.js';

export interface AuditItem {
  id: number;
  at: IsoInstant;
  actorName: string | null;
  actorUsername: string | null;
  action: string;
  subjectType: string;
  subjectId: Uuid | string;
  before: unknown;
  after: unknown;
  reason: string | null;
  requestId: string | null;
  sealed: boolean;
}

export const AUDIT_LIMITS = { text: 100, exportRows: 20_000 } as const;

/** Filters of the trail; all that are given must hold. */
export interface AuditQuery {
  subjectType?: string;
  subjectId?: string;
  /** What was done to this person's data, or by them. */
  employmentId?: Uuid;
  /** Part of the name of whoever did it. */
  actor?: string;
  /** Beginning of the action, `skp` or `skp.determined`. */
  action?: string;
  from?: IsoDate;
  to?: IsoDate;
  /** Part of the reason, the name or the action. */
  text?: string;
}

/** One answer that showed data of others, or one file handed out. */
export interface ReadItem {
  id: number;
  at: IsoInstant;
  actorName: string | null;
  actorUsername: string | null;
  /** Roles held at that moment. */
  roles: Role[];
  /** `skp.detail`, or the steps of the route (`activities.waiting`). */
  what: string;
  subjectType: string;
  subjectId: string;
  route: string | null;
  export: boolean;
  /** How many people's data it held; 0 where a whole list or paper was shown. */
  people: number;
  /** Names of the first of them. */
  names: string[];
  /** Given for a look on behalf. */
  reason: string | null;
  ip: string | null;
}

export interface ReadsQuery {
  /** Reads of this person's data. */
  employmentId?: Uuid;
  actor?: string;
  from?: IsoDate;
  to?: IsoDate;
  exportsOnly?: boolean;
}

/** KS 26(1): the duty of truth, security and confidentiality, accepted once on record; a new text is asked again. */
export interface DutyAnswer {
  version: number;
  title: string;
  paragraphs: string[];
  cite: Citation;
  acceptedAt: IsoInstant | null;
}
export interface AcceptDutyRequest {
  version: number;
}
export interface DutyAcceptanceItem {
  accountId: Uuid;
  name: string;
  username: string;
  version: number;
  acceptedAt: IsoInstant;
}
export interface DutyCount {
  version: number;
  accepted: number;
  accounts: number;
}
