import { Injectable } from '@nestjs/common';
import { ROLES_OF_A_UNIT, type GrantedRole } from '@ekinerja/contracts/access';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { GrantRoleRequest, PersonRoles, RoleGrant, RoleHistory, RoleWarning } from '@ekinerja/contracts/setup';
import { addDays } from '@ekinerja/regulations/dates';
import type { LawSet } from '@ekinerja/regulations/law';
import { managerMisfit } from '@ekinerja/regulations/manager-fit';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { RolesRepository, type GrantRow, type NewGrant } from './roles.repository.js';
import { SessionAuthenticator } from './session-authenticator.js';

/**
 * Roles granted to people: dated, with a reason, never to oneself. That two superadmins without an end remain is kept by
 * the database (migration 241), since other features end service and accounts.
 */
@Injectable()
export class RolesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly repository: RolesRepository,
    private readonly regulations: RegulationsService,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
    private readonly authenticator: SessionAuthenticator,
  ) {}

  /** Roles in force and to come, superadmins first. */
  async list(): Promise<RoleGrant[]> {
    const today = this.clock.today();
    const law = await this.regulations.lawOn(today);
    return (await this.repository.list(today, {})).map((row) => grantOf(row, law));
  }

  /** @throws DomainError `not-found` */
  async ofPerson(employmentId: Uuid): Promise<PersonRoles> {
    const today = this.clock.today();
    const person = await this.repository.person(employmentId);
    if (!person) throw new DomainError('not-found');
    const snapshot = await this.organisation.onDate(today);
    const law = await this.regulations.lawOn(today);
    const derived = (await this.authenticator.derivedRolesOf(employmentId, snapshot)).map(({ role, unitId }) => ({
      role, unitName: unitId ? (snapshot.units.get(unitId)?.name ?? null) : null,
    }));
    const rows = await this.repository.list(today, { personId: person.personId });
    return { employmentId, personName: person.personName, username: person.username, derived, grants: rows.map((row) => historyOf(row, law, today)) };
  }

  /** @throws DomainError `not-found` without an account, `not-yours-to-decide` for oneself, `duplicate`, `validation-failed` */
  async grant(actor: Actor, request: GrantRoleRequest): Promise<RoleGrant> {
    const today = this.clock.today();
    const { role, unitId } = request;
    const from = request.from ?? today;
    const to = request.to ?? null;
    return this.db.transaction(async () => {
      await this.repository.lock();
      const grantee = await this.repository.grantee(request.employmentId, today);
      if (!grantee) throw new DomainError('not-found');
      if (grantee.accountId === actor.accountId || grantee.personId === actor.personId) throw new DomainError('not-yours-to-decide');
      if (ROLES_OF_A_UNIT.includes(role) !== (unitId !== null)) throw invalid('unitId', unitId === null ? 'required' : 'absent');
      if (unitId !== null && !(await this.repository.isSkpd(unitId))) throw invalid('unitId', 'skpd');
      if (from < today) throw invalid('from', 'notPast');
      if (to !== null && to < from) throw invalid('to', 'notBeforeStart');
      const { letterDate = null } = request;
      const letterNumber = request.letterNumber?.trim() || null;
      const grant: NewGrant = { accountId: grantee.accountId, role, unitId, from, to, grantedBy: actor.accountId, reason: request.reason.trim(), letterNumber, letterDate };
      if (await this.repository.overlaps(grant)) throw new DomainError('duplicate');
      const id = await this.repository.insert(grant);
      const [row] = await this.repository.list(today, { id });
      const view = grantOf(row!, await this.regulations.lawOn(today));
      await this.audit.record({
        actor, action: 'role.granted', subjectType: 'account', subjectId: grantee.accountId, reason: grant.reason,
        after: { role, unitId, from, to, letterNumber, letterDate, warning: view.warning?.code ?? null },
      });
      await this.db.afterCommit(() => this.forget(grantee.accountId));
      return view;
    });
  }

  /** Another takes a role of a unit over: those who held it have it to the day before. */
  async succeed(actor: Actor, request: GrantRoleRequest & { from: IsoDate; unitId: Uuid }): Promise<void> {
    const { role, unitId, from } = request;
    await this.db.transaction(async () => {
      await this.repository.lock();
      const today = this.clock.today();
      const before = (await this.repository.list(today, {})).filter((held) => held.role === role && held.unitId === unitId && (held.validTo === null || held.validTo >= from));
      if (before.some(({ employmentId, validFrom }) => employmentId === request.employmentId && validFrom <= from)) throw new DomainError('duplicate');
      for (const held of before) {
        const lastDay = addDays(held.validFrom > from ? held.validFrom : from, -1);
        await this.repository.end(held.id, lastDay, actor.accountId, this.clock.now(), request.reason);
        await this.audit.record({
          actor, action: 'role.ended', subjectType: 'account', subjectId: held.accountId, before: { role, unitId, from: held.validFrom }, after: { to: lastDay }, reason: request.reason,
        });
        await this.db.afterCommit(() => this.forget(held.accountId));
      }
      await this.grant(actor, request);
    });
  }

  /**
   * Ends a role at once; one that has not begun never begins.
   * @throws DomainError `not-found`; the database refuses when fewer than two superadmins would remain
   */
  async end(actor: Actor, id: Uuid, reason: string): Promise<void> {
    const today = this.clock.today();
    await this.db.transaction(async () => {
      await this.repository.lock();
      const [held] = await this.repository.list(today, { id });
      if (!held) throw new DomainError('not-found');
      // The last day of it was yesterday: from now on nothing is done with it.
      await this.repository.end(id, addDays(held.validFrom > today ? held.validFrom : today, -1), actor.accountId, this.clock.now(), reason.trim());
      await this.audit.record({
        actor, action: 'role.ended', subjectType: 'account', subjectId: held.accountId, before: { role: held.role, unitId: held.unitId, from: held.validFrom }, reason: reason.trim(),
      });
      await this.db.afterCommit(() => this.forget(held.accountId));
    });
  }

  /** Superadmins that are people, as opposed to the account of the opening day. */
  async superadminPeople(): Promise<number> {
    const today = this.clock.today();
    const rows = await this.repository.list(today, {});
    return new Set(rows.filter((row) => row.role === 'superadmin' && row.employmentId !== null && row.validFrom <= today).map((row) => row.accountId)).size;
  }

  /** Employments of those who hold the role for an SKPD today: whom its work waits for. */
  holders(role: GrantedRole, skpdId: Uuid | null): Promise<Uuid[]> {
    return this.repository.holders(role, skpdId, this.clock.today());
  }

  /** The person's open sessions get their new roles with the next request. */
  private async forget(accountId: Uuid): Promise<void> {
    this.authenticator.forget(await this.repository.openSessions(accountId));
  }
}

function grantOf(row: GrantRow, law: LawSet): RoleGrant {
  const { id, employmentId, personName, role, unitId, unitName, validFrom, validTo, grantedBy, reason, letterNumber, letterDate } = row;
  return { id, employmentId, personName, role, unitId, unitName, validFrom, validTo, grantedBy, reason, letterNumber, letterDate, warning: warningOf(row, law) };
}

/** KS 11(2): another official may hold it, and that is said. */
function warningOf({ role, postKind, unitNames }: GrantRow, law: LawSet): RoleWarning | null {
  const misfit = role === 'ekinerja-manager' ? managerMisfit(law, { postKind, unitNames }) : null;
  return misfit && { code: misfit.code, params: misfit.params, cite: misfit.cite ?? null };
}

function historyOf(row: GrantRow, law: LawSet, today: IsoDate): RoleHistory {
  const over = row.validTo !== null && row.validTo < today;
  const state = over ? 'over' : row.validFrom > today ? 'coming' : 'current';
  return { ...grantOf(row, law), warning: over ? null : warningOf(row, law), state, endedAt: row.endedAt?.toISOString() ?? null, endedBy: row.endedBy, endReason: row.endReason };
}

function invalid(field: string, rule: string): DomainError {
  return new DomainError('validation-failed', {}, { fields: [{ field, rule }] });
}
