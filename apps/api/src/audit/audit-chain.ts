import { createHash } from 'node:crypto';
import { canonicalJson } from '../platform/canonical-json.js';

/** The fields of an event that the chain protects; personal values enter by their hash only. */
export interface SealedEvent {
  id: number;
  at: string;
  actor_account_id: string | null;
  actor_name: string | null;
  action: string;
  subject_type: string;
  subject_id: string;
  reason: string | null;
  request_id: string | null;
  ip: string | null;
  values_hash: string;
}

export const FIRST_LINK = '0'.repeat(64);

/** SQL for the columns above, the instant as exact text so that no driver rounds it. */
export const SEALED_COLUMNS = `e.id, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, e.actor_account_id, e.actor_name,
  e.action, e.subject_type, e.subject_id, e.reason, e.request_id, e.ip, e.values_hash`;

export function linkHash(previous: string, event: SealedEvent): string {
  return createHash('sha256').update(`${previous}\n${canonicalJson(event)}`).digest('hex');
}

/** Fingerprint of the values before and after, each as canonical JSON; the chain keeps it even when they are erased. */
export function valuesHash(before: string | null, after: string | null): string {
  return createHash('sha256').update(`${before ?? ''}\n${after ?? ''}`).digest('hex');
}
