import { Injectable } from '@nestjs/common';
import type { PresenceWords, PresenceWordsInput } from '@ekinerja/contracts/attendance';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { requireVersion } from '../platform/http/versions.js';

const NONE: PresenceWords = { columns: {}, statuses: {}, version: 0 };

/** The saved mapping: which titles the region's presence files bear, and what their words for a day mean. */
@Injectable()
export class PresenceWordsService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async words(): Promise<PresenceWords> {
    const row = await this.db.one<{ words: PresenceWordsInput; version: number }>(`SELECT words, version FROM presence_words`);
    return row ? { ...row.words, version: row.version } : NONE;
  }

  async save(actor: Actor, seen: number | null, { columns, statuses }: PresenceWordsInput): Promise<PresenceWords> {
    return this.db.transaction(async () => {
      await this.db.query(`SELECT pg_advisory_xact_lock(hashtext('presence-words'))`);
      const before = await this.words();
      if (before.version > 0) requireVersion(seen, before);
      await this.db.query(
        `INSERT INTO presence_words (words, changed_at, changed_by) VALUES ($1, $2, $3)
         ON CONFLICT (one) DO UPDATE SET words = excluded.words, version = presence_words.version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
        [JSON.stringify({ columns, statuses }), this.clock.now(), actor.accountId],
      );
      await this.audit.record({ actor, action: 'presence-words.saved', subjectType: 'presence-words', subjectId: 'one', before, after: { columns, statuses } });
      return this.words();
    });
  }
}
