import type { IsoInstant, Uuid } from './basics.js';

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
