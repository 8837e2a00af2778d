import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { AuditService, type SystemActor } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { SessionAuthenticator } from './session-authenticator.js';

const LEAST_SUPERADMINS = 2;

/** Ends what an account may do when its person leaves or moves; the account and what it did stay on record. */
@Injectable()
export class AccountClosingService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly authenticator: SessionAuthenticator,
  ) {}

  /**
   * Roles granted to a person end with `lastDay`, all of them or those of other SKPDs than the one kept.
   * @returns what ended
   * @throws DomainError `rule-refused` when fewer than two superadmins would remain
   */
  async endRoles(actor: Actor | SystemActor, personId: Uuid, lastDay: IsoDate, keepSkpdId: Uuid | null, reason: string): Promise<{ role: string; unitName: string | null }[]> {
    // A role that begins later never begins; the database wants an end not before the start.
    const ended = await this.db.query<{ role: string; unitName: string | null; accountId: Uuid }>(
      `UPDATE account_role r SET valid_to = greatest($2::date, r.valid_from)
       FROM account a WHERE a.id = r.account_id AND a.person_id = $1 AND (r.valid_to IS NULL OR r.valid_to > $2)
         AND ($3::uuid IS NULL OR (r.unit_id IS NOT NULL AND r.unit_id <> $3))
       RETURNING r.role, (SELECT name FROM unit WHERE id = r.unit_id) AS "unitName", a.id AS "accountId"`,
      [personId, lastDay, keepSkpdId],
    );
    if (ended.some(({ role }) => role === 'superadmin')) await this.requireSuperadmins();
    for (const { role, unitName, accountId } of ended) {
      await this.audit.record({ actor, action: 'role.ended', subjectType: 'account', subjectId: accountId, before: { role, unitName }, after: { lastDay }, reason });
    }
    return ended;
  }

  /** Closes the account at once and ends its sessions. @returns whether there was an open one */
  async close(actor: Actor | SystemActor, personId: Uuid, reason: string): Promise<boolean> {
    const account = await this.db.one<{ id: Uuid }>(`SELECT id FROM account WHERE person_id = $1 AND disabled_at IS NULL FOR UPDATE`, [personId]);
    if (!account) return false;
    await this.db.execute(`UPDATE account SET disabled_at = $2 WHERE id = $1`, [account.id, this.clock.now()]);
    const sessions = await this.db.query<{ id: Uuid }>(
      `UPDATE session SET ended_at = $2, end_reason = 'account-closed' WHERE account_id = $1 AND ended_at IS NULL RETURNING id`, [account.id, this.clock.now()],
    );
    await this.requireSuperadmins();
    await this.audit.record({ actor, action: 'account.closed', subjectType: 'account', subjectId: account.id, reason });
    await this.db.afterCommit(() => this.authenticator.forget(sessions.map(({ id }) => id)));
    return true;
  }

  /** The closing was a mistake: open again, without its former sessions. @returns whether there was a closed one */
  async reopen(actor: Actor | SystemActor, personId: Uuid, reason: string): Promise<boolean> {
    const account = await this.db.one<{ id: Uuid }>(`UPDATE account SET disabled_at = NULL WHERE person_id = $1 AND disabled_at IS NOT NULL RETURNING id`, [personId]);
    if (!account) return false;
    await this.audit.record({ actor, action: 'account.reopened', subjectType: 'account', subjectId: account.id, reason });
    return true;
  }

  /** People who have left for good and whose account is still open, for the daily job. */
  async leftBehind(today: IsoDate): Promise<Uuid[]> {
    const rows = await this.db.query<{ personId: Uuid }>(
      `SELECT DISTINCT a.person_id AS "personId" FROM account a
       WHERE a.disabled_at IS NULL AND a.person_id IS NOT NULL
         AND EXISTS (SELECT 1 FROM employment e JOIN employment_event v ON v.employment_id = e.id AND v.kind IN ('retirement','death','dismissal') AND v.withdrawn_at IS NULL
                     WHERE e.person_id = a.person_id AND e.valid_to < $1)
         AND NOT EXISTS (SELECT 1 FROM employment e WHERE e.person_id = a.person_id AND (e.valid_to IS NULL OR e.valid_to >= $1))`,
      [today],
    );
    return rows.map(({ personId }) => personId);
  }

  private async requireSuperadmins(): Promise<void> {
    const row = await this.db.one<{ left: number }>(
      `SELECT count(DISTINCT a.id)::int AS left FROM account_role r JOIN account a ON a.id = r.account_id
       WHERE r.role = 'superadmin' AND a.disabled_at IS NULL AND (r.valid_to IS NULL OR r.valid_to > $1)`,
      [this.clock.today()],
    );
    if ((row?.left ?? 0) < LEAST_SUPERADMINS) throw new DomainError('rule-refused', { least: LEAST_SUPERADMINS }, { rule: { code: 'superadmins-remain' } });
  }
}
