import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { SkpAct, SkpCapacity, SkpContent } from '@ekinerja/contracts/skp';
import type { SkpDifference } from '@ekinerja/contracts/skp-record';
import { compareSkp } from '@ekinerja/regulations/skp-compare';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { contentHash } from './skp-content.js';
import { SkpRecordsRepository } from './skp-records.repository.js';
import type { SkpRow } from './skp.repository.js';

const SPELL_MINUTES = 30;
/** Steps of others that the owner is told of. */
const TOLD = new Set(['reviewed', 'agreed', 'returned', 'determined', 'refused', 'amended', 'settled', 'reopened', 'closed', 'change-started', 'change-accepted', 'change-returned']);

/** Writes down who wrote, did and signed what: the history that people read, and the audit beside it. */
@Injectable()
export class SkpJournal {
  constructor(
    private readonly records: SkpRecordsRepository,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** What somebody wrote (BN 6(2)); an unbroken spell of typing by one person is one line. */
  async wrote(actor: Actor, row: SkpRow, capacity: SkpCapacity, before: SkpContent, after: SkpContent): Promise<void> {
    const changes = compareSkp(before, after);
    if (changes.length === 0) return;
    const at = this.clock.now();
    await this.audit.record({ actor, action: 'skp.saved', subjectType: 'skp', subjectId: row.id, after: { capacity, changes } });
    const spell = await this.records.ownSpell(row.id, actor.accountId, new Date(at.getTime() - SPELL_MINUTES * 60_000));
    if (spell) await this.records.extendSpell(spell.id, compareSkp(spell.base, after), at);
    else await this.records.addEvent({ ...this.by(actor, row, capacity), action: 'saved', changes, base: before });
  }

  /** A step of the flow. */
  async did(
    actor: Actor, row: SkpRow, capacity: SkpCapacity | null, action: string,
    more: { reason?: string | null; before?: unknown; after?: unknown; changes?: SkpDifference[] } = {},
  ): Promise<void> {
    await this.records.addEvent({ ...this.by(actor, row, capacity), action, reason: more.reason ?? null, changes: more.changes });
    await this.audit.record({
      actor, action: `skp.${action}`, subjectType: 'skp', subjectId: row.id, before: more.before ?? { status: row.status }, after: more.after,
      reason: more.reason ?? null,
    });
    if (actor.employmentId !== row.employmentId && TOLD.has(action)) {
      await this.outbox.announce('skp.moved', { skpId: row.id, employmentId: row.employmentId, action, byName: actor.personName ?? actor.username, at: this.clock.now().toISOString() });
    }
  }

  /** It lies with that person now. */
  async waitsFor(row: SkpRow, employmentIds: readonly (Uuid | null | undefined)[]): Promise<void> {
    for (const employmentId of new Set(employmentIds)) {
      if (employmentId) await this.outbox.announce('skp.waits', { skpId: row.id, employmentId, ofName: row.personName, at: this.clock.now().toISOString() });
    }
  }

  /** Who, when, in what capacity, over which words, and as whom (TL 13(3)). */
  async sign(actor: Actor, row: SkpRow, content: SkpContent, act: SkpAct, capacity: SkpCapacity, remarks: string | null = null, details: unknown = null): Promise<void> {
    const person = actor.employmentId
      ? await this.organisation.snapshotOf(actor.employmentId, actor.today)
      : { name: actor.personName ?? actor.username, nip: null, rank: null, postName: null, unitName: null };
    await this.records.sign({
      skpId: row.id, act, capacity, employmentId: actor.employmentId, accountId: actor.accountId, person, signedAt: this.clock.now(),
      contentHash: contentHash(content), contentNumber: row.contentNumber + 1, remarks, details,
    });
  }

  private by(actor: Actor, row: SkpRow, capacity: SkpCapacity | null) {
    return { skpId: row.id, at: this.clock.now(), accountId: actor.accountId, actorName: actor.personName ?? actor.username, capacity };
  }
}
