import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { permissionsOf, type DerivedRole } from '@ekinerja/contracts/access';
import type { Profile } from '@ekinerja/contracts/auth';
import type { IsoInstant, Uuid } from '@ekinerja/contracts/basics';
import { OrganisationService, type OrganisationSnapshot } from '../organisation/organisation.service.js';
import type { Authenticator } from '../platform/access/access.guard.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { AccountsRepository, type SessionIdentity } from './accounts.repository.js';
import { OpenDecisionsService } from './open-decisions.service.js';
import { SecondFactorPolicy } from './second-factor-policy.js';
import { SupportViewsRepository } from './support-views.repository.js';

const TOKEN_SECONDS = 600;
/** Without a refresh for so long a session has ended. */
export const IDLE_MS = 2 * 3600 * 1000;
/** An end of session or role elsewhere is noticed within this time; here at once. */
const KNOWN_MS = 5000;
const MOST_KNOWN = 20_000;

interface TokenPayload {
  sub: Uuid;
  sid: Uuid;
}
type KnownActor = Omit<Actor, 'requestId' | 'ip'>;

/** Turns an access token into the person behind it, with the roles and posts of today. */
@Injectable()
export class SessionAuthenticator implements Authenticator {
  private readonly known = new Map<Uuid, { at: number; actor: KnownActor }>();

  constructor(
    private readonly jwt: JwtService,
    private readonly clock: Clock,
    private readonly accounts: AccountsRepository,
    private readonly organisation: OrganisationService,
    private readonly policy: SecondFactorPolicy,
    private readonly open: OpenDecisionsService,
    private readonly views: SupportViewsRepository,
  ) {}

  async authenticate(token: string, request: { id: string; ip: string }): Promise<Actor> {
    const { sub, sid } = await this.verify(token);
    const actor = await this.actorOf(sid, request);
    if (actor.accountId !== sub) throw new DomainError('session-ended');
    return actor;
  }

  /** @throws DomainError `session-ended` */
  async actorOf(sessionId: Uuid, request: { id: string; ip: string }): Promise<Actor> {
    const now = this.clock.now().getTime();
    const held = this.known.get(sessionId);
    const fresh = held && Math.abs(now - held.at) < KNOWN_MS ? held.actor : await this.load(sessionId, now);
    return { ...fresh, requestId: request.id, ip: request.ip };
  }

  /** Asked of the database, not of what is known here: whoever keeps a line open asks. */
  async lives(sessionId: Uuid): Promise<boolean> {
    const now = this.clock.now().getTime();
    return (await this.accounts.behindSession(sessionId, new Date(now), new Date(now - IDLE_MS), this.clock.today())) !== null;
  }

  async onBehalf(viewer: Actor, viewId: Uuid): Promise<Actor> {
    const view = viewer.permissions.has('support.view') ? await this.views.openOf(viewId, viewer.accountId, this.clock.now()) : null;
    const identity = view && (await this.accounts.behindAccount(view.accountId, viewer.today));
    if (!view || !identity) throw new DomainError('not-found');
    const person = await this.build(viewer.sessionId, identity, await this.organisation.onDate(viewer.today));
    const roles = [...new Set(viewer.roles.map(({ role }) => role))];
    return {
      ...person, mustChangePassword: false, mustEnrolSecondFactor: false, requestId: viewer.requestId, ip: viewer.ip,
      onBehalf: { accountId: viewer.accountId, name: viewer.personName ?? viewer.username, roles, reason: view.reason },
    };
  }

  /** Makes the end of sessions, or a change of their account, count at once in this process. */
  forget(sessionIds: Uuid[]): void {
    for (const id of sessionIds) this.known.delete(id);
  }

  async issue(accountId: Uuid, sessionId: Uuid): Promise<{ accessToken: string; expiresAt: IsoInstant }> {
    const issuedAt = Math.floor(this.clock.now().getTime() / 1000);
    const accessToken = await this.jwt.signAsync({ sub: accountId, sid: sessionId, iat: issuedAt }, { algorithm: 'HS256', expiresIn: TOKEN_SECONDS });
    return { accessToken, expiresAt: new Date((issuedAt + TOKEN_SECONDS) * 1000).toISOString() };
  }

  async profileOf(actor: Actor): Promise<Profile> {
    const snapshot = await this.organisation.onDate(actor.today);
    const post = actor.employmentId ? snapshot.definitivePost(actor.employmentId) : null;
    const employment = actor.employmentId ? snapshot.employments.get(actor.employmentId) : undefined;
    return {
      accountId: actor.accountId,
      username: actor.username,
      person: actor.personId === null ? null : { id: actor.personId, name: actor.personName ?? '', nip: employment?.nip ?? null },
      employment: actor.employmentId === null ? null : {
        id: actor.employmentId,
        postId: post?.postId ?? null,
        postName: post?.postName ?? null,
        unitId: post?.unitId ?? null,
        unitName: post?.unitName ?? null,
        skpdId: post?.skpdId ?? null,
        skpdName: post?.skpdName ?? null,
      },
      roles: actor.roles.map(({ role, unitId }) => ({ role, unitId, unitName: unitId ? (snapshot.units.get(unitId)?.name ?? null) : null })),
      permissions: [...actor.permissions],
      mustChangePassword: actor.mustChangePassword,
      mustEnrolSecondFactor: actor.mustEnrolSecondFactor ?? false,
      today: actor.today,
    };
  }

  private async verify(token: string): Promise<TokenPayload> {
    try {
      const clockTimestamp = Math.floor(this.clock.now().getTime() / 1000);
      return await this.jwt.verifyAsync<TokenPayload>(token, { algorithms: ['HS256'], clockTimestamp });
    } catch {
      throw new DomainError('session-ended');
    }
  }

  private async load(sessionId: Uuid, now: number): Promise<KnownActor> {
    this.known.delete(sessionId);
    const today = this.clock.today();
    const identity = await this.accounts.behindSession(sessionId, new Date(now), new Date(now - IDLE_MS), today);
    if (!identity) throw new DomainError('session-ended');
    const actor = await this.build(sessionId, identity, await this.organisation.onDate(today));
    this.known.set(sessionId, { at: now, actor });
    for (const oldest of this.known.keys()) {
      if (this.known.size <= MOST_KNOWN) break;
      this.known.delete(oldest);
    }
    return actor;
  }

  private async build(sessionId: Uuid, identity: SessionIdentity, snapshot: OrganisationSnapshot): Promise<KnownActor> {
    const { accountId, username, personId, personName, mustChangePassword } = identity;
    const employmentId = personId ? snapshot.employmentOf(personId) : null;
    const skpdId = employmentId ? (snapshot.definitivePost(employmentId)?.skpdId ?? null) : null;
    const roles: Actor['roles'] = [...identity.roles, ...(employmentId ? await this.derivedRoles(employmentId, skpdId, snapshot) : [])];
    return {
      accountId, sessionId, username, personId, personName, employmentId, skpdId, roles,
      permissions: new Set(permissionsOf(roles.map((held) => held.role))),
      mustChangePassword,
      mustEnrolSecondFactor: !identity.hasSecondFactor && this.policy.requires(roles),
      today: snapshot.date,
    };
  }

  /** Roles that follow from posts. Employee: a civil servant in service; the regent, who is none, keeps no daily record. */
  async derivedRolesOf(employmentId: Uuid, snapshot: OrganisationSnapshot): Promise<{ role: DerivedRole; unitId: Uuid | null }[]> {
    return this.derivedRoles(employmentId, snapshot.definitivePost(employmentId)?.skpdId ?? null, snapshot);
  }

  private async derivedRoles(employmentId: Uuid, skpdId: Uuid | null, snapshot: OrganisationSnapshot): Promise<{ role: DerivedRole; unitId: Uuid | null }[]> {
    const roles: { role: DerivedRole; unitId: Uuid | null }[] = [];
    if (snapshot.employments.get(employmentId)?.kind !== 'non-asn') roles.push({ role: 'employee', unitId: skpdId });
    const subordinates = await this.organisation.subordinatesOn(employmentId, snapshot.date);
    if (subordinates.length > 0 || (await this.open.wait(employmentId))) roles.push({ role: 'evaluator', unitId: skpdId });
    for (const unitId of snapshot.headOf(employmentId)) roles.push({ role: 'unit-head', unitId });
    return roles;
  }
}
