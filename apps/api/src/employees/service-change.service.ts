import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { EVENTS_OF_LEAVING, type EmploymentEventInput, type EventEffect } from '@ekinerja/contracts/employment-events';
import { addDays } from '@ekinerja/regulations/dates';
import { AccountClosingService } from '../auth/account-closing.service.js';
import { AssignmentsService } from '../organisation/assignments.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { EmploymentEventRepository, type EmploymentFacts, type HeldOn } from './employment-event.repository.js';
import { effectOf } from './event-effects.service.js';
import { releasesPost } from './event-rules.js';
import { ServiceChangeRepository } from './service-change.repository.js';

type Params = Record<string, string | number>;

/**
 * Writes what an event changes of posts, rank, kind, service and access, and says each change in a line. Within the
 * caller's transaction: the preview does the same and takes it back.
 */
@Injectable()
export class ServiceChangeService {
  constructor(
    private readonly events: EmploymentEventRepository,
    private readonly writes: ServiceChangeRepository,
    private readonly assignments: AssignmentsService,
    private readonly accounts: AccountClosingService,
    private readonly clock: Clock,
  ) {}

  async apply(actor: Actor, facts: EmploymentFacts, event: EmploymentEventInput): Promise<EventEffect[]> {
    requireInService(facts, event);
    const held = await this.events.heldOn(facts.id, event.effectiveOn);
    switch (event.kind) {
      case 'transfer':
      case 'post-change':
        return this.move(actor, facts, event, held);
      case 'promotion':
        return this.promote(facts, event);
      case 'appointment':
      case 'part-time':
        return this.changeKind(facts, event);
      case 'contract':
        await this.writes.endService(facts.id, event.until, 'contract');
        return [effectOf('service', 'service.contract', { until: event.until as IsoDate })];
      case 'leave':
      case 'study':
        return this.beginAbsence(actor, facts, event, held);
      case 'return':
        return this.comeBack(actor, facts, event, held);
      default:
        return this.leave(actor, facts, event, held);
    }
  }

  private async move(actor: Actor, facts: EmploymentFacts, event: EmploymentEventInput, held: HeldOn[]): Promise<EventEffect[]> {
    const effects: EventEffect[] = [];
    const former = held.find(({ kind }) => kind === 'definitive');
    const [target] = await this.events.openPosts(event.effectiveOn, null, event.postId, 1);
    if (!target) throw refused('event.post-not-in-force', { date: event.effectiveOn });
    if (former?.postId === event.postId) throw refused('event.same-post', { post: target.postName });
    // Whoever moves to another SKPD leaves acting and additional tasks behind; within it they stay.
    for (const assignment of held) {
      if (assignment.kind === 'definitive' || event.kind === 'transfer') effects.push(await this.close(actor, assignment, addDays(event.effectiveOn, -1), event.decreeNumber));
    }
    effects.push(await this.open(actor, facts, event, target));
    const skpdId = (await this.events.heldOn(facts.id, event.effectiveOn)).find(({ kind }) => kind === 'definitive')?.skpdId ?? null;
    if (former?.skpdId !== skpdId && skpdId !== null) effects.push(...(await this.endRoles(actor, facts, this.lastDayOfAccess(event), skpdId, event)));
    return effects;
  }

  private async promote(facts: EmploymentFacts, event: EmploymentEventInput): Promise<EventEffect[]> {
    if (facts.laterRank !== null) throw refused('event.later-rank', { from: facts.laterRank });
    const rank = (event.rank as string).trim();
    await this.writes.rank(facts.id, rank, event.effectiveOn);
    return [effectOf('rank', 'rank.changed', { before: facts.rank ?? '–', after: rank, from: event.effectiveOn })];
  }

  /** BK 1 angka 9: CPNS, PNS and PPPK are each treated by their own rules, from their day on. */
  private async changeKind(facts: EmploymentFacts, event: EmploymentEventInput): Promise<EventEffect[]> {
    const allowed = event.kind === 'appointment' ? ['cpns'] : ['pppk', 'pppk-part-time'];
    if (!allowed.includes(facts.kind)) throw refused(event.kind === 'appointment' ? 'event.not-cpns' : 'event.not-pppk', { kind: facts.kind });
    if (facts.laterKind !== null) throw refused('event.later-kind', { from: facts.laterKind });
    const after = event.kind === 'appointment' ? 'pns' : event.sharePercent === null ? 'pppk' : 'pppk-part-time';
    await this.writes.kind(facts.id, after, event.kind === 'part-time' ? event.sharePercent : null, event.effectiveOn);
    return [effectOf('kind', event.sharePercent === null ? 'kind.changed' : 'kind.part-time', {
      before: facts.kind, after, from: event.effectiveOn, share: event.sharePercent ?? 100,
    })];
  }

  private async beginAbsence(actor: Actor, facts: EmploymentFacts, event: EmploymentEventInput, held: HeldOn[]): Promise<EventEffect[]> {
    if (facts.absence) throw refused('event.already-away', { from: facts.absence.from });
    await this.writes.beginAbsence(facts.id, event.kind as 'leave' | 'study', event.effectiveOn, event.until);
    const effects = [effectOf('service', event.kind === 'leave' ? 'service.leave' : 'service.study', { from: event.effectiveOn, until: event.until ?? '' })];
    if (!releasesPost(event)) return effects;
    requireNoLaterPost(facts);
    for (const assignment of held) effects.push(await this.close(actor, assignment, addDays(event.effectiveOn, -1), event.decreeNumber));
    return effects;
  }

  private async comeBack(actor: Actor, facts: EmploymentFacts, event: EmploymentEventInput, held: HeldOn[]): Promise<EventEffect[]> {
    if (!facts.absence || facts.absence.from >= event.effectiveOn) throw refused('event.not-away', { date: event.effectiveOn });
    await this.writes.endAbsence(facts.id, addDays(event.effectiveOn, -1));
    const effects = [effectOf('service', 'service.back', { from: event.effectiveOn })];
    const holds = held.some(({ kind }) => kind === 'definitive');
    if (event.postId === null) return holds ? effects : [...effects, effectOf('post', 'post.none', { from: event.effectiveOn }, true)];
    if (holds) throw refused('event.holds-post', { post: held[0]?.postName ?? '' });
    const [target] = await this.events.openPosts(event.effectiveOn, null, event.postId, 1);
    if (!target) throw refused('event.post-not-in-force', { date: event.effectiveOn });
    return [...effects, await this.open(actor, facts, event, target)];
  }

  /** Retirement and dismissal begin on their day; somebody who dies was in service that day. */
  private async leave(actor: Actor, facts: EmploymentFacts, event: EmploymentEventInput, held: HeldOn[]): Promise<EventEffect[]> {
    requireNoLaterPost(facts);
    const lastDay = event.kind === 'death' ? event.effectiveOn : addDays(event.effectiveOn, -1);
    const effects: EventEffect[] = [];
    for (const assignment of held) effects.push(await this.close(actor, assignment, lastDay, event.decreeNumber));
    await this.writes.endService(facts.id, lastDay, event.kind);
    effects.push(effectOf('service', 'service.ended', { to: lastDay }));
    effects.push(...(await this.endRoles(actor, facts, this.lastDayOfAccess(event), null, event)));
    const now = lastDay < this.clock.today();
    if (now) await this.accounts.close(actor, facts.personId, event.decreeNumber);
    effects.push(effectOf('access', now ? 'access.account-closed' : 'access.account-closes', { on: addDays(lastDay, 1) }));
    return effects;
  }

  private async open(actor: Actor, facts: EmploymentFacts, event: EmploymentEventInput, target: { postName: string; unitName: string }): Promise<EventEffect> {
    const { effectiveOn: validFrom, decreeNumber: number, decreeDate: date, fileId } = event;
    await this.assignments.open(actor, {
      employmentId: facts.id, postId: event.postId as Uuid, kind: 'definitive', validFrom, validTo: null, classOverride: null, decree: { number, date, fileId }, reason: number,
    });
    return effectOf('post', 'post.opened', { post: target.postName, unit: target.unitName, from: validFrom });
  }

  private async close(actor: Actor, held: HeldOn, lastDay: IsoDate, reason: string): Promise<EventEffect> {
    if (lastDay < held.from) throw refused('event.same-day', { post: held.postName, from: held.from });
    await this.assignments.end(actor, held.id, (await this.assignments.get(held.id)).version, { lastDay, reason });
    const { postName: post, unitName: unit, kind: capacity, leader } = held;
    return effectOf('post', leader && capacity === 'definitive' ? 'post.closed-leader' : 'post.closed', { post, unit, capacity, to: lastDay }, leader);
  }

  private async endRoles(actor: Actor, facts: EmploymentFacts, lastDay: IsoDate, keep: Uuid | null, event: EmploymentEventInput): Promise<EventEffect[]> {
    const ended = await this.accounts.endRoles(actor, facts.personId, lastDay, keep, event.decreeNumber);
    return ended.map(({ role, unitName }) => effectOf('access', 'access.role-ends', { role, unit: unitName ?? '', to: lastDay }, true));
  }

  /** What has been done under a role stays valid: it ends today at the earliest, never in the past. */
  private lastDayOfAccess(event: EmploymentEventInput): IsoDate {
    const before = addDays(event.effectiveOn, event.kind === 'death' ? 0 : -1);
    const yesterday = addDays(this.clock.today(), -1);
    return before < yesterday ? yesterday : before;
  }
}

function requireInService(facts: EmploymentFacts, event: EmploymentEventInput): void {
  const { effectiveOn } = event;
  const lastDay = EVENTS_OF_LEAVING.includes(event.kind) && event.kind !== 'death' ? addDays(effectiveOn, -1) : effectiveOn;
  const prolongs = event.kind === 'contract';
  if (lastDay < facts.from || (!prolongs && facts.to !== null && lastDay > facts.to)) {
    throw refused('event.not-in-service', { from: facts.from, to: facts.to ?? '…', date: effectiveOn });
  }
}

function requireNoLaterPost(facts: EmploymentFacts): void {
  if (facts.laterPost !== null) throw refused('event.later-post', { from: facts.laterPost });
}

function refused(code: `event.${string}`, params: Params): DomainError {
  return new DomainError('rule-refused', params, { rule: { code } });
}
