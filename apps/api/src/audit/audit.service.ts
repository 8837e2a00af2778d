import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { valuesHash } from './audit-chain.js';
import { ReadNotes } from './read-notes.js';
import { canonicalJson } from '../platform/canonical-json.js';

/** The system itself acting: a scheduled job, an import, the demo generator. */
export interface SystemActor {
  system: string;
}

export function systemActor(name: string): SystemActor {
  return { system: name };
}

export interface AuditEntry {
  actor: Actor | SystemActor;
  /** Feature and past participle, `skp.determined`. */
  action: string;
  subjectType: string;
  subjectId: string;
  before?: unknown;
  after?: unknown;
  reason?: string | null;
}

/** Writes who did what, in the transaction of the deed itself. Sealing into the chain happens afterwards (`audit.jobs.ts`). */
@Injectable()
export class AuditService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly reads: ReadNotes,
  ) {}

  async record(entry: AuditEntry): Promise<void> {
    await this.recordAll([entry]);
  }

  /** Several deeds of one use case in one statement. */
  async recordAll(entries: AuditEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const at = this.clock.now();
    const rows = entries.map((entry) => {
      const actor = 'system' in entry.actor ? null : entry.actor;
      const before = entry.before === undefined || entry.before === null ? null : canonicalJson(entry.before);
      const after = entry.after === undefined || entry.after === null ? null : canonicalJson(entry.after);
      return {
        account: actor?.accountId ?? null,
        name: actor ? (actor.personName ?? actor.username) : (entry.actor as SystemActor).system,
        action: entry.action,
        type: entry.subjectType,
        subject: entry.subjectId,
        reason: entry.reason ?? null,
        request: actor?.requestId ?? null,
        ip: actor?.ip ?? null,
        hash: valuesHash(before, after),
        before,
        after,
      };
    });
    await this.db.query(
      `WITH entry AS (
         SELECT *, row_number() OVER () AS n FROM jsonb_to_recordset($2::jsonb)
           AS e(account uuid, name text, action text, type text, subject text, reason text, request text, ip text, hash text, before text, after text)
       ), event AS (
         INSERT INTO audit_event (at, actor_account_id, actor_name, action, subject_type, subject_id, reason, request_id, ip, values_hash)
         SELECT $1, account, name, action, type, subject, reason, request, ip, hash FROM entry ORDER BY n RETURNING id
       ), numbered AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM event)
       INSERT INTO audit_value (event_id, before, after)
       SELECT numbered.id, entry.before::jsonb, entry.after::jsonb FROM numbered JOIN entry USING (n)`,
      [at, JSON.stringify(rows)],
    );
  }

  /**
   * Says what an answer under way shows of others, in better words than its route; the read log's row is written when
   * it is answered (`read-log.interceptor.ts`), so that a refusal leaves none.
   */
  async logRead(actor: Actor, what: string, subjectType: string, subjectId: string): Promise<void> {
    this.reads.note(actor.requestId, { what, subjectType, subjectId });
  }

  /** Whose data an answer holds, where it does not say so itself: a file, a history. */
  async logReadOf(actor: Actor, employmentIds: readonly Uuid[]): Promise<void> {
    this.reads.noteOf(actor.requestId, employmentIds);
  }
}
