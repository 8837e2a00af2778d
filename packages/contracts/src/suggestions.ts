import type { Citation, IsoInstant, Uuid } from './basics.js';

/**
 * help: an employee asks the unit admin (KS 16(d)); employee: an employee's suggestion to the unit admin (18(b));
 * evaluator: to the E-Kinerja manager (17(d)); unit: the unit admin's to the head of the unit (16(c)).
 */
export const SUGGESTION_KINDS = ['help', 'employee', 'evaluator', 'unit'] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];
export const SUGGESTION_STATUSES = ['open', 'answered', 'closed'] as const;
export type SuggestionStatus = (typeof SUGGESTION_STATUSES)[number];

export const SUGGESTION_LIMITS = { text: { min: 10, max: 2000 } } as const;

export interface WriteSuggestionRequest {
  kind: SuggestionKind;
  text: string;
  /** The entry it speaks of. */
  activityId: Uuid | null;
}

export interface SuggestionMessageRequest {
  text: string;
}

export interface SuggestionMessage {
  at: IsoInstant;
  author: string;
  side: 'sender' | 'receiver';
  text: string;
}

export interface Suggestion {
  id: Uuid;
  kind: SuggestionKind;
  cite: Citation | null;
  status: SuggestionStatus;
  sender: string;
  unitName: string | null;
  /** The side on which the reader stands. */
  side: 'sender' | 'receiver';
  activity: { id: Uuid; date: string; description: string; owner: string } | null;
  sentAt: IsoInstant;
  answeredAt: IsoInstant | null;
  messages: SuggestionMessage[];
  version: number;
  actions: string[];
}

/** Whom the reader may write to. */
export interface SuggestionChannels {
  channels: { kind: SuggestionKind; cite: Citation | null }[];
  /** Waiting for an answer of the reader. */
  waiting: number;
}
