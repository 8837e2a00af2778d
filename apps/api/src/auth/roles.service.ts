import { Injectable } from '@nestjs/common';
import type { GrantedRole } from '@ekinerja/contracts/access';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { GrantRoleRequest, RoleGrant } from '@ekinerja/contracts/setup';
import { addDays } from '@ekinerja/regulations/dates';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { SessionAuthenticator } from './session-authenticator.js';

/** Roles that reach one SKPD, and roles that reach all of them. */
const OF_A_UNIT: readonly GrantedRole[] = ['unit-admin', 'treasurer'];
const LEAST_SUPERADMINS = 2;
/** Grants and endings one after the other, so that two superadmins cannot end each other at the same moment. */
const ROLES_LOCK = 7_310_660;

interface GrantRow extends RoleGrant {
  accountId: Uuid;
}

/** Roles granted to people: dated from today, with a reason, never to oneself; two superadmins always remain. */
@Injectable()
export class RolesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly authenticator: SessionAuthenticator,
  ) {}

  /** Roles in force, superadmins first. */
  async list(): Promise<RoleGrant[]> {
    return (await this.rows(null)).map(view);
  }

  /** @throws DomainError `not-found` without an account, `not-yours-to-decide` for oneself, `duplicate`, `validation-failed` */
  async grant(actor: Actor, request: GrantRoleRequest): Promise<RoleGrant> {
    const { role, unitId, reason } = request;
    return this.db.transaction(async () => {
      await this.db.query(`SELECT pg_advisory_xact_lock($1)`, [ROLES_LOCK]);
      const account = await this.db.one<{ id: Uuid; personId: Uuid }>(
        `SELECT a.id, a.person_id AS "personId" FROM account a JOIN employment e ON e.person_id = a.person_id
         WHERE e.id = $1 AND a.disabled_at IS NULL AND e.valid_from <= $2 AND (e.valid_to IS NULL OR e.valid_to >= $2)`,
        [request.employmentId, this.clock.today()],
      );
      if (!account) throw new DomainError('not-found');
      if (account.id === actor.accountId || account.personId === actor.personId) throw new DomainError('not-yours-to-decide');
      if (OF_A_UNIT.includes(role) !== (unitId !== null)) throw invalid('unitId', unitId === null ? 'required' : 'absent');
      if (unitId !== null && !(await this.isSkpd(unitId))) throw invalid('unitId', 'skpd');
      if ((await this.rows(null)).some((held) => held.accountId === account.id && held.role === role && held.unitId === unitId)) throw new DomainError('duplicate');
      const row = await this.db.one<{ id: Uuid }>(
        `INSERT INTO account_role (account_id, role, unit_id, valid_from, granted_by, reason) VALUES ($1,$2,$3,$4,$5,$6) RETURNING id`,
        [account.id, role, unitId, this.clock.today(), actor.accountId, reason.trim()],
      );
      await this.audit.record({
        actor, action: 'role.granted', subjectType: 'account', subjectId: account.id, after: { role, unitId, from: this.clock.today() }, reason: reason.trim(),
      });
      await this.db.afterCommit(() => this.forget(account.id));
      return view((await this.rows(row!.id))[0]!);
    });
  }

  /**
   * Ends a role at once.
   * @throws DomainError `not-found`, `rule-refused` when fewer than two superadmins would remain
   */
  async end(actor: Actor, id: Uuid, reason: string): Promise<void> {
    await this.db.transaction(async () => {
      await this.db.query(`SELECT pg_advisory_xact_lock($1)`, [ROLES_LOCK]);
      const all = await this.rows(null);
      const held = all.find((row) => row.id === id);
      if (!held) throw new DomainError('not-found');
      const remaining = new Set(all.filter((row) => row.role === 'superadmin' && row.id !== id).map((row) => row.accountId)).size;
      if (held.role === 'superadmin' && remaining < LEAST_SUPERADMINS) {
        throw new DomainError('rule-refused', { least: LEAST_SUPERADMINS }, { rule: { code: 'superadmins-remain' } });
      }
      // The last day of it was yesterday: from now on nothing is done with it.
      await this.db.execute(`UPDATE account_role SET valid_to = $2 WHERE id = $1`, [id, addDays(this.clock.today(), -1)]);
      await this.audit.record({
        actor, action: 'role.ended', subjectType: 'account', subjectId: held.accountId, before: { role: held.role, unitId: held.unitId, from: held.validFrom }, reason: reason.trim(),
      });
      await this.db.afterCommit(() => this.forget(held.accountId));
    });
  }

  /** Superadmins that are people, as opposed to the account of the opening day. */
  async superadminPeople(): Promise<number> {
    return new Set((await this.rows(null)).filter((row) => row.role === 'superadmin' && row.employmentId !== null).map((row) => row.accountId)).size;
  }

  private async rows(id: Uuid | null): Promise<GrantRow[]> {
    return this.db.query(
      `SELECT r.id, r.account_id AS "accountId", e.id AS "employmentId", coalesce(nullif(person_display_name(p), ''), a.username) AS "personName", r.role,
              r.unit_id AS "unitId", u.name AS "unitName", r.valid_from AS "validFrom", r.valid_to AS "validTo",
              coalesce(nullif(person_display_name(gp), ''), g.username) AS "grantedBy", r.reason
       FROM account_role r JOIN account a ON a.id = r.account_id LEFT JOIN person p ON p.id = a.person_id
       LEFT JOIN LATERAL (SELECT e.id FROM employment e WHERE e.person_id = p.id AND e.valid_from <= $1 AND (e.valid_to IS NULL OR e.valid_to >= $1)
                          ORDER BY e.valid_from DESC LIMIT 1) e ON true
       LEFT JOIN unit u ON u.id = r.unit_id LEFT JOIN account g ON g.id = r.granted_by LEFT JOIN person gp ON gp.id = g.person_id
       WHERE r.valid_from <= $1 AND (r.valid_to IS NULL OR r.valid_to >= $1) AND ($2::uuid IS NULL OR r.id = $2) AND a.disabled_at IS NULL
       ORDER BY array_position(ARRAY['superadmin','auditor','regent','unit-admin','treasurer'], r.role), u.name NULLS FIRST, "personName", r.id`,
      [this.clock.today(), id],
    );
  }

  private async isSkpd(unitId: Uuid): Promise<boolean> {
    return (await this.db.one(`SELECT 1 FROM unit WHERE id = $1 AND skpd_id = id`, [unitId])) !== null;
  }

  /** The person's open sessions get their new roles with the next request. */
  private async forget(accountId: Uuid): Promise<void> {
    const sessions = await this.db.query<{ id: Uuid }>(`SELECT id FROM session WHERE account_id = $1 AND ended_at IS NULL`, [accountId]);
    this.authenticator.forget(sessions.map(({ id }) => id));
  }
}

function view({ accountId: _account, ...grant }: GrantRow): RoleGrant {
  return grant;
}

function invalid(field: string, rule: string): DomainError {
  return new DomainError('validation-failed', {}, { fields: [{ field, rule }] });
}
