import { Injectable } from '@nestjs/common';
import type { EndRequest } from '@ekinerja/contracts/assignments';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { ChangeClassRequest, ChangePostRequest, CreatePostRequest } from '@ekinerja/contracts/units-and-posts';
import { addDays } from '@ekinerja/regulations/dates';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import { requireVersion } from '../platform/http/versions.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { OrganisationChangesService } from './organisation-changes.service.js';
import { PostsRepository, type PostRecord, type PostValues } from './posts.repository.js';
import { UnitsRepository } from './units.repository.js';

/** Posts: where they stand, under whom, with which class, each from a date. */
@Injectable()
export class PostsService {
  constructor(
    private readonly db: Database,
    private readonly repository: PostsRepository,
    private readonly units: UnitsRepository,
    private readonly changes: OrganisationChangesService,
    private readonly audit: AuditService,
  ) {}

  async create(actor: Actor, { reason, ...post }: CreatePostRequest): Promise<PostRecord> {
    return this.db.transaction(async () => {
      await this.requireUnit(post.unitId, post.validFrom);
      await this.requireSuperior(post, null, post.validFrom);
      const id = await this.repository.insert(post);
      return this.done(actor, 'post.created', null, id, post.validFrom, reason);
    });
  }

  async change(actor: Actor, id: Uuid, seen: number | null, { reason, validFrom, ...values }: ChangePostRequest): Promise<PostRecord> {
    return this.db.transaction(async () => {
      const before = await this.lock(id, seen);
      requireAfter(before, validFrom);
      if (values.unitId !== before.unitId) await this.requireSameSkpd(before, values.unitId, validFrom);
      if (values.superiorPostId !== before.superiorPostId) await this.requireSuperior(values, before, validFrom);
      const held = await this.repository.mostHolders(id, validFrom);
      if (values.seats < held) throw refusedByRule({ code: 'post.seats-taken', params: { name: before.name, held } });
      await this.repository.change(before, values, validFrom);
      return this.done(actor, 'post.changed', before, id, validFrom, reason);
    });
  }

  async changeClass(actor: Actor, id: Uuid, seen: number | null, request: ChangeClassRequest): Promise<PostRecord> {
    return this.db.transaction(async () => {
      const before = await this.lock(id, seen);
      const { validFrom } = request;
      if (before.validTo !== null && validFrom > before.validTo) throw closed(before);
      if (validFrom < before.validFrom) throw refusedByRule({ code: 'post.before-start', params: { name: before.name, start: before.validFrom } });
      const [latest] = await this.repository.classes(id);
      if (latest && latest.validFrom > validFrom) {
        throw refusedByRule({ code: 'post.class-changed-later', params: { name: before.name, since: latest.validFrom, class: latest.class } });
      }
      await this.repository.changeClass(id, request.class, request.decree, validFrom);
      return this.done(actor, 'post.class-changed', { ...before, class: latest?.class ?? null }, id, validFrom, request.reason, { class: request.class, decree: request.decree });
    });
  }

  async close(actor: Actor, id: Uuid, seen: number | null, { lastDay, reason }: EndRequest): Promise<PostRecord> {
    return this.db.transaction(async () => {
      const before = await this.lock(id, seen);
      requireAfter(before, lastDay);
      const standing = await this.repository.standing(id, lastDay);
      if (standing?.what === 'holder') throw refusedByRule({ code: 'post.held', params: { name: before.name, person: standing.name, lastDay } });
      if (standing) throw refusedByRule({ code: 'post.superior-of', params: { name: before.name, post: standing.name, lastDay } });
      await this.repository.close(id, lastDay);
      return this.done(actor, 'post.closed', before, id, addDays(lastDay, 1), reason);
    });
  }

  private async lock(id: Uuid, seen: number | null): Promise<PostRecord> {
    const post = await this.repository.lock(id);
    if (!post) throw new DomainError('not-found');
    requireVersion(seen, post);
    return post;
  }

  private async requireUnit(unitId: Uuid, from: IsoDate): Promise<Uuid | null> {
    const unit = await this.units.find(unitId);
    if (!unit) throw new DomainError('not-found', { parameter: 'unitId' });
    if (from < unit.validFrom) throw refusedByRule({ code: 'unit.before-parent', params: { parent: unit.name, start: unit.validFrom } });
    if (unit.validTo !== null) throw refusedByRule({ code: 'unit.parent-closed', params: { parent: unit.name, end: unit.validTo } });
    return unit.skpdId;
  }

  /** Who holds the post is paid by its SKPD: another one needs a post, and an assignment, of its own. */
  private async requireSameSkpd(post: PostRecord, unitId: Uuid, from: IsoDate): Promise<void> {
    if ((await this.requireUnit(unitId, from)) !== post.skpdId) throw refusedByRule({ code: 'post.other-skpd', params: { name: post.name } });
  }

  private async requireSuperior({ superiorPostId, kind, name }: PostValues, own: PostRecord | null, from: IsoDate): Promise<void> {
    if (superiorPostId === null) {
      if (kind !== 'regent') throw refusedByRule({ code: 'post.without-superior', params: { name } });
      return;
    }
    const superior = await this.repository.find(superiorPostId);
    if (!superior) throw new DomainError('not-found', { parameter: 'superiorPostId' });
    if (from < superior.validFrom) throw refusedByRule({ code: 'post.superior-later', params: { superior: superior.name, start: superior.validFrom } });
    if (superior.validTo !== null) throw refusedByRule({ code: 'post.superior-closed', params: { superior: superior.name, end: superior.validTo } });
    if (own && (await this.repository.standsUnder(superiorPostId, own.id))) {
      throw refusedByRule({ code: 'post.under-itself', params: { name, superior: superior.name } });
    }
  }

  private async done(actor: Actor, action: string, before: object | null, id: Uuid, from: IsoDate, reason: string, also: object = {}): Promise<PostRecord> {
    const after = (await this.repository.find(id)) as PostRecord;
    await this.audit.record({ actor, action, subjectType: 'post', subjectId: id, before, after: { ...after, ...also, from }, reason });
    await this.changes.announce(await this.repository.holdersSince(id, from), from);
    return after;
  }
}

function closed({ name, validTo }: PostRecord): DomainError {
  return refusedByRule({ code: 'post.closed', params: { name, end: validTo ?? '' } });
}

/** A change before an earlier recorded one would rewrite what is recorded. */
function requireAfter(post: PostRecord, day: IsoDate): void {
  if (post.validTo !== null) throw closed(post);
  if (day < post.since) throw refusedByRule({ code: 'post.changed-later', params: { name: post.name, since: post.since } });
}
