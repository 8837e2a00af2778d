import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { MakeTemplateRequest, PostDutiesRequest, SkpSuggestions, SkpTemplateItem } from '@ekinerja/contracts/skp-year';
import type { PostPointsRequest } from '@ekinerja/contracts/skp-cascade';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { reaches, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { SkpSideService } from './skp-side.service.js';
import { SkpTemplatesRepository } from './skp-templates.repository.js';
import { SkpViewService } from './skp-view.service.js';

const EXAMPLES = 12;

/** What an SKP can start from: the duties of the post (KS 21(2)), last year's, a template of the unit. */
@Injectable()
export class SkpTemplatesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly templates: SkpTemplatesRepository,
    private readonly view: SkpViewService,
    private readonly side: SkpSideService,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
  ) {}

  async suggestions(actor: Actor, year: number): Promise<SkpSuggestions> {
    if (actor.employmentId === null) throw new DomainError('permission-denied');
    const post = (await this.organisation.onDate(actor.today)).definitivePost(actor.employmentId);
    return {
      duties: post ? await this.templates.duties(post.postId) : [],
      lastYear: await this.templates.lastYear(actor.employmentId, year),
      templates: post?.skpdId ? await this.templates.list(post.skpdId) : [],
      examples: post?.skpdId
        ? await this.templates.examples({ skpdId: post.skpdId, postName: post.postName, employmentId: actor.employmentId, year, limit: EXAMPLES })
        : [],
    };
  }

  /** Makes a template of an SKP of the unit, without what is personal in it. */
  async make(actor: Actor, { name, skpId }: MakeTemplateRequest): Promise<SkpTemplateItem[]> {
    return this.db.transaction(async () => {
      const row = await this.side.readable(actor, skpId);
      const skpdId = this.requireAdmin(actor, row.skpdId);
      const { results, plan } = await this.view.contentOf(row);
      const content = { results, plan: { ...plan, sources: [], behaviour: [] } };
      await this.templates.write(skpdId, name, content, actor.accountId, this.clock.now());
      await this.audit.record({ actor, action: 'skp-template.made', subjectType: 'unit', subjectId: skpdId, after: { name, from: skpId } });
      return this.templates.list(skpdId);
    });
  }

  async remove(actor: Actor, id: Uuid): Promise<void> {
    await this.db.transaction(async () => {
      const template = await this.templates.find(id);
      if (!template || !adminOf(actor, template.skpdId)) throw new DomainError('not-found');
      await this.templates.remove(id);
      await this.audit.record({ actor, action: 'skp-template.removed', subjectType: 'unit', subjectId: template.skpdId, before: { name: template.name } });
    });
  }

  async duties(actor: Actor, postId: Uuid): Promise<PostDutiesRequest> {
    await this.requirePost(actor, postId);
    return { duties: await this.templates.duties(postId) };
  }

  async setDuties(actor: Actor, postId: Uuid, { duties }: PostDutiesRequest): Promise<PostDutiesRequest> {
    return this.db.transaction(async () => {
      this.requireAdmin(actor, await this.requirePost(actor, postId));
      const before = await this.templates.duties(postId);
      await this.templates.replaceDuties(postId, duties);
      await this.audit.record({ actor, action: 'post.duties-set', subjectType: 'post', subjectId: postId, before, after: duties });
      return { duties };
    });
  }

  async points(actor: Actor, postId: Uuid): Promise<PostPointsRequest> {
    await this.requirePost(actor, postId);
    return { points: await this.templates.points(postId) };
  }

  /** Points of activity with the credit of each (KS 8(1).c, BN 7(5)); a functional post only. */
  async setPoints(actor: Actor, postId: Uuid, { points }: PostPointsRequest): Promise<PostPointsRequest> {
    return this.db.transaction(async () => {
      this.requireAdmin(actor, await this.requirePost(actor, postId));
      const post = (await this.organisation.onDate(actor.today)).posts.get(postId);
      if (post?.kind !== 'fungsional') throw new DomainError('rule-refused', {}, { rule: { code: 'skp.not-functional' } });
      const before = await this.templates.points(postId);
      await this.templates.replacePoints(postId, points);
      await this.audit.record({ actor, action: 'post.points-set', subjectType: 'post', subjectId: postId, before, after: points });
      return { points: await this.templates.points(postId) };
    });
  }

  private async requirePost(actor: Actor, postId: Uuid): Promise<Uuid | null> {
    const snapshot = await this.organisation.onDate(actor.today);
    const post = snapshot.posts.get(postId);
    if (!post) throw new DomainError('not-found');
    return snapshot.units.get(post.unitId)?.skpdId ?? null;
  }

  private requireAdmin(actor: Actor, skpdId: Uuid | null): Uuid {
    if (skpdId === null || !adminOf(actor, skpdId)) throw new DomainError('permission-denied');
    return skpdId;
  }
}

function adminOf(actor: Actor, skpdId: Uuid): boolean {
  return reaches(actor, 'unit-admin', skpdId) || actor.roles.some(({ role }) => role === 'superadmin');
}
