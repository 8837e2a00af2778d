import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DutyAnswer, DutyCount } from '@ekinerja/contracts/audit';
import { canonicalJson } from '../platform/canonical-json.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { AuditService } from './audit.service.js';
import { DUTY_TEXT } from './duty-text.js';

/** KS 26(1): the duty of truth, security and confidentiality, accepted once by each account, on record. */
@Injectable()
export class DutyService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  async of(actor: Actor): Promise<DutyAnswer> {
    const row = await this.db.one<{ at: Date }>(`SELECT accepted_at AS at FROM duty_acceptance WHERE account_id = $1 AND version = $2`, [actor.accountId, DUTY_TEXT.version]);
    return { ...DUTY_TEXT, acceptedAt: row?.at.toISOString() ?? null };
  }

  /** @throws DomainError `state-refused` for words that are no longer the ones in force. Twice is once. */
  async accept(actor: Actor, version: number): Promise<DutyAnswer> {
    if (version !== DUTY_TEXT.version) throw new DomainError('state-refused', { version: DUTY_TEXT.version });
    const textHash = hashOfText();
    await this.db.transaction(async () => {
      const fresh = await this.db.query(
        `INSERT INTO duty_acceptance (account_id, version, text_hash, accepted_at, request_id, ip) VALUES ($1,$2,$3,$4,$5,$6)
         ON CONFLICT DO NOTHING RETURNING version`,
        [actor.accountId, version, textHash, this.clock.now(), actor.requestId, actor.ip],
      );
      if (fresh.length === 0) return;
      await this.audit.record({ actor, action: 'duty.accepted', subjectType: 'account', subjectId: actor.accountId, after: { version, textHash } });
    });
    return this.of(actor);
  }

  /** Generated accounts have signed in before; made-up people accept without being asked. */
  async acceptForAll(at: Date): Promise<void> {
    await this.db.query(`INSERT INTO duty_acceptance (account_id, version, text_hash, accepted_at) SELECT id, $1, $2, $3 FROM account ON CONFLICT DO NOTHING`, [
      DUTY_TEXT.version, hashOfText(), at,
    ]);
  }

  /** How many accounts in use have accepted the words in force. */
  async count(): Promise<DutyCount> {
    const row = await this.db.one<{ accepted: number; accounts: number }>(
      `SELECT count(d.account_id) AS accepted, count(*) AS accounts
       FROM account a LEFT JOIN duty_acceptance d ON d.account_id = a.id AND d.version = $1 WHERE a.disabled_at IS NULL`,
      [DUTY_TEXT.version],
    );
    return { version: DUTY_TEXT.version, accepted: row?.accepted ?? 0, accounts: row?.accounts ?? 0 };
  }
}

function hashOfText(): string {
  const { title, paragraphs } = DUTY_TEXT;
  return createHash('sha256').update(canonicalJson({ title, paragraphs })).digest('hex');
}
