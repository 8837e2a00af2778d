import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { EventEffect } from '@ekinerja/contracts/employment-events';
import { AccountClosingService } from '../auth/account-closing.service.js';
import { AssignmentsService } from '../organisation/assignments.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/problem/domain.error.js';
import type { EmploymentFacts } from './employment-event.repository.js';
import { effectOf } from './event-effects.service.js';
import { changedSince, type EventChanges, type RowChange } from './event-undo.js';
import { EventUndoRepository } from './event-undo.repository.js';

/**
 * Undoes what an event wrote, as long as nothing has been built on it. Within the caller's transaction: the preview does
 * the same and takes it back.
 */
@Injectable()
export class EventUndoService {
  constructor(
    private readonly rows: EventUndoRepository,
    private readonly assignments: AssignmentsService,
    private readonly accounts: AccountClosingService,
    private readonly clock: Clock,
  ) {}

  async undo(actor: Actor, facts: EmploymentFacts, changes: EventChanges, reason: string): Promise<EventEffect[]> {
    const part = changedSince(changes, await this.rows.image(facts.id));
    if (part) throw new DomainError('rule-refused', { part }, { rule: { code: 'event.changed-since' } });
    return [
      ...(await this.service(facts.id, changes.service)),
      ...(await this.posts(actor, changes.assignment, reason)),
      ...(await this.dated('rank', facts.id, changes.rank)),
      ...(await this.dated('kind', facts.id, changes.kind)),
      ...(await this.dated('absence', facts.id, changes.absence)),
      ...(await this.access(actor, facts, changes, reason)),
    ];
  }

  private async service(employmentId: Uuid, changes: RowChange[]): Promise<EventEffect[]> {
    const effects: EventEffect[] = [];
    for (const { before } of changes) {
      const to = (before?.valid_to ?? null) as IsoDate | null;
      await this.rows.service(employmentId, to, (before?.end_reason ?? null) as string | null);
      effects.push(to === null ? effectOf('service', 'service.goes-on', {}) : effectOf('service', 'service.goes-on-until', { to }));
    }
    return effects;
  }

  /** What the event opened goes first: the seats of what it closed are free again by then. */
  private async posts(actor: Actor, changes: RowChange[], reason: string): Promise<EventEffect[]> {
    const effects: EventEffect[] = [];
    for (const { key, before } of changes) {
      if (before !== null) continue;
      const held = await this.assignments.withdraw(actor, key, reason);
      effects.push(effectOf('post', 'post.withdrawn', { post: held.postName, unit: held.unitName, from: held.validFrom }));
    }
    for (const { key, before } of changes) {
      if (before === null) continue;
      const held = await this.assignments.get(key);
      const { classOverride, decreeNumber, decreeDate, decreeFileId, validFrom } = held;
      const validTo = (before.valid_to ?? null) as IsoDate | null;
      // Another holder of the post in the meantime is refused by name there.
      await this.assignments.correct(actor, key, held.version, {
        validFrom, validTo, classOverride, decree: { number: decreeNumber ?? reason, date: decreeDate ?? validFrom, fileId: decreeFileId }, reason,
      });
      effects.push(effectOf('post', validTo === null ? 'post.goes-on' : 'post.goes-on-until', { post: held.postName, unit: held.unitName, to: validTo ?? '' }));
    }
    return effects;
  }

  private async dated(part: 'rank' | 'kind' | 'absence', employmentId: Uuid, changes: RowChange[]): Promise<EventEffect[]> {
    const [added, closed] = [changes.filter(({ before }) => before === null), changes.filter(({ before }) => before !== null)];
    for (const { key } of added) await this.rows.drop(part, employmentId, key);
    for (const { key, before } of closed) await this.rows.reopen(part, employmentId, key, (before?.valid_to ?? null) as string | null);
    if (changes.length === 0) return [];
    if (part === 'absence') return [effectOf('service', added.length > 0 ? 'service.not-away' : 'service.away-again', {})];
    const value = (rows: RowChange[], side: 'before' | 'after') => String(rows[0]?.[side]?.[part] ?? '–');
    return [effectOf(part, `${part}.back`, { before: value(added, 'after'), after: value(closed, 'before') })];
  }

  /** A role that has ended by now is granted anew, with its reason; one that still runs goes on. */
  private async access(actor: Actor, facts: EmploymentFacts, { role, account }: EventChanges, reason: string): Promise<EventEffect[]> {
    const effects: EventEffect[] = [];
    const today = this.clock.today();
    for (const { key, before, after } of role) {
      const runs = before !== null && String(after.valid_to) >= today;
      if (runs) await this.rows.role(key, (before.valid_to ?? null) as string | null);
      effects.push(effectOf('access', runs ? 'access.role-back' : 'access.role-gone', { role: String(after.role), unit: String(after.unit ?? '') }, !runs));
    }
    if (account.length > 0 && (await this.accounts.reopen(actor, facts.personId, reason))) effects.push(effectOf('access', 'access.account-open', {}));
    return effects;
  }
}
