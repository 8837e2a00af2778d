import type { Citation, IsoDate, IsoInstant, Uuid } from './basics.js';
import type { ReadItem } from './audit.js';

/** What is removed once its time is over. */
export const RETENTION_KINDS = ['auditValues', 'readLog', 'sessions', 'formerEmployees'] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

export interface RetentionPeriod {
  kind: RetentionKind;
  years: number;
  /** Null: the product's own default. */
  cite: Citation | null;
  /** What is older than this day is removed. */
  before: IsoDate;
}

export interface RetentionRun {
  id: Uuid;
  kind: RetentionKind;
  before: IsoDate;
  removed: number;
  ranAt: IsoInstant;
}

export interface RetentionView {
  periods: RetentionPeriod[];
  /** Newest first; runs that found nothing are not kept. */
  runs: RetentionRun[];
  lastRanAt: IsoInstant | null;
}

/** One look at one's own data by somebody else. */
export type OwnDataRead = Pick<ReadItem, 'id' | 'at' | 'actorName' | 'roles' | 'what' | 'subjectType' | 'export' | 'reason'>;

export const SUPPORT_VIEW_LIMITS = { reason: { min: 10, max: 300 }, minutes: 30 } as const;

export interface OpenSupportViewRequest {
  employmentId: Uuid;
  reason: string;
}

/** A look at the portal as another person sees it: reading only, with a reason that this person reads. */
export interface SupportView {
  id: Uuid;
  personName: string;
  viewerName: string;
  reason: string;
  openedAt: IsoInstant;
  expiresAt: IsoInstant;
  endedAt: IsoInstant | null;
}
