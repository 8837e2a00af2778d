import type { IsoInstant, Uuid } from './basics.js';

/** What other systems can be told of. Messages carry ids and months, never names or figures: who may read asks with a key. */
export const WEBHOOK_EVENTS = [
  'skp.determined', 'activity.decided', 'evaluation.determined', 'evaluation.delivered', 'objection.filed', 'objection.decided', 'employment.changed', 'month.closed',
  'regulation.enacted',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];
/** Sent by hand to try a receiver. */
export const WEBHOOK_TEST = 'test';

export const WEBHOOK_LIMITS = { name: { min: 3, max: 60 }, url: 500 } as const;

/** Seconds from one failed attempt to the next; after the last the message is given up and can be sent again by hand. */
export const WEBHOOK_DELAYS = [10, 30, 60, 300, 900, 1800, 3600, 7200, 14_400, 28_800, 43_200, 86_400] as const;

export const WEBHOOK_DELIVERY_STATUSES = ['waiting', 'delivered', 'failed'] as const;
export type WebhookDeliveryStatus = (typeof WEBHOOK_DELIVERY_STATUSES)[number];

export interface SaveWebhookRequest {
  name: string;
  url: string;
  events: WebhookEvent[];
}

export interface Webhook {
  id: Uuid;
  name: string;
  url: string;
  events: WebhookEvent[];
  createdAt: IsoInstant;
  createdBy: string;
  /** Turned off: nothing is sent any more. */
  endedAt: IsoInstant | null;
  /** Of the last seven days. */
  delivered: number;
  waiting: number;
  failed: number;
  lastDeliveredAt: IsoInstant | null;
}

/** The secret is shown this once. */
export interface WebhookWithSecret {
  webhook: Webhook;
  secret: string;
}

export interface WebhookDelivery {
  id: Uuid;
  event: WebhookEvent | typeof WEBHOOK_TEST;
  occurredAt: IsoInstant;
  status: WebhookDeliveryStatus;
  attempts: number;
  nextAttemptAt: IsoInstant | null;
  lastAttemptAt: IsoInstant | null;
  /** Status of HTTP, or why there was none. */
  lastAnswer: string | null;
}

export interface EndWebhookRequest {
  reason: string;
}

/** The body of a message. */
export interface WebhookMessage {
  id: Uuid;
  event: WebhookEvent | typeof WEBHOOK_TEST;
  occurredAt: IsoInstant;
  data: Record<string, unknown>;
}
