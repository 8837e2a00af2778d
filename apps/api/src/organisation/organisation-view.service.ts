import { Injectable } from '@nestjs/common';
import type { IsoDate, Page, Uuid } from '@ekinerja/contracts/basics';
import type { PostDetail, PostItem, SuperiorPost, UnitDetail, UnitNode } from '@ekinerja/contracts/units-and-posts';
import { AuditService } from '../audit/audit.service.js';
import { reach, type Actor } from '../platform/access/actor.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import { partOf } from '../platform/database/search.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { OrganisationService } from './organisation.service.js';
import { PostListsRepository } from './post-lists.repository.js';
import { PostsRepository } from './posts.repository.js';
import { UnitsRepository } from './units.repository.js';

const READERS = ['superadmin', 'auditor', 'staffing-manager', 'unit-admin', 'unit-head'] as const;
const POSTS_OF_A_UNIT = 500;
/** More posts than any government has; the workbook is one file. */
const POSTS_OF_A_WORKBOOK = 200_000;

export interface ListPosts {
  q?: string;
  unitId?: Uuid;
  skpdId?: Uuid;
  vacant?: boolean;
  withoutClass?: boolean;
  date?: IsoDate;
  cursor?: string;
  limit?: number;
}

/** Units and posts as they are on a day, for those who look after them. Who reads names is noted. */
@Injectable()
export class OrganisationViewService {
  constructor(
    private readonly organisation: OrganisationService,
    private readonly units: UnitsRepository,
    private readonly posts: PostsRepository,
    private readonly lists: PostListsRepository,
    private readonly audit: AuditService,
  ) {}

  /** The tree from the top (what the reader reaches), or below one unit. */
  async nodes(actor: Actor, parentId: Uuid | undefined, date: IsoDate = actor.today): Promise<UnitNode[]> {
    if (parentId !== undefined) await this.requireUnit(actor, parentId);
    return this.units.nodes(date, parentId ?? null, reach(actor, READERS));
  }

  async unit(actor: Actor, id: Uuid, date: IsoDate = actor.today): Promise<UnitDetail> {
    const unit = await this.requireUnit(actor, id);
    const { since: _since, ...row } = unit;
    const snapshot = await this.organisation.onDate(date);
    await this.audit.logRead(actor, 'posts', 'unit', id);
    return {
      ...row,
      isSkpd: unit.id === unit.skpdId,
      skpdName: unit.skpdId ? (snapshot.units.get(unit.skpdId)?.name ?? null) : null,
      path: await this.units.path(id),
      children: await this.units.nodes(date, id, null),
      posts: await this.lists.list(date, { skpdIds: null, unitId: id, limit: POSTS_OF_A_UNIT }),
      history: await this.units.history(id),
    };
  }

  async post(actor: Actor, id: Uuid, date: IsoDate = actor.today): Promise<PostDetail> {
    const post = await this.posts.find(id);
    if (!post || !this.reaches(actor, post.skpdId)) throw new DomainError('not-found');
    const snapshot = await this.organisation.onDate(date);
    const [today] = await this.lists.list(date, { skpdIds: null, postId: id, limit: 1 });
    await this.audit.logRead(actor, 'posts', 'post', id);
    const unit = snapshot.units.get(today?.unitId ?? post.unitId);
    const [latest] = await this.posts.classes(id);
    return {
      ...(today ?? {
        id, name: post.name, kind: post.kind, level: post.level, class: latest?.class ?? null, seats: post.seats, leader: post.leader, unitId: post.unitId,
        unitName: unit?.name ?? '', superiorPostId: post.superiorPostId, superiorPostName: null, holders: [], vacancies: 0,
      }),
      skpdId: post.skpdId,
      skpdName: post.skpdId ? (snapshot.units.get(post.skpdId)?.name ?? null) : null,
      standingDelegate: post.standingDelegate,
      validFrom: post.validFrom, validTo: post.validTo, version: post.version,
      chain: this.chainAbove(today?.superiorPostId ?? post.superiorPostId, snapshot),
      history: await this.posts.history(id),
      classes: await this.posts.classes(id),
      assignments: await this.lists.assignmentsOf(id),
    };
  }

  async list(actor: Actor, query: ListPosts): Promise<Page<PostItem>> {
    const limit = pageLimit(query.limit);
    const rows = await this.lists.list(query.date ?? actor.today, { ...this.filterOf(actor, query), limit: limit + 1 });
    return pageOf(rows, limit, (row) => [row.name, row.id]);
  }

  /** The same list whole, for a workbook. */
  async all(actor: Actor, query: ListPosts): Promise<PostItem[]> {
    await this.audit.record({ actor, action: 'posts.exported', subjectType: 'posts', subjectId: query.skpdId ?? query.unitId ?? 'all', after: { ...query } });
    return this.lists.list(query.date ?? actor.today, { ...this.filterOf(actor, query), limit: POSTS_OF_A_WORKBOOK });
  }

  private filterOf(actor: Actor, { q, unitId, skpdId, vacant, withoutClass, cursor }: ListPosts) {
    const held = reach(actor, READERS);
    const skpdIds = skpdId === undefined ? held : held === null || held.includes(skpdId) ? [skpdId] : [];
    const pattern = partOf(q);
    return { skpdIds, unitId: unitId ?? null, vacant: vacant ?? false, withoutClass: withoutClass ?? false, pattern, after: readCursor(cursor, 'text', 'uuid') };
  }

  private async requireUnit(actor: Actor, id: Uuid) {
    const unit = await this.units.find(id);
    if (!unit || !this.reaches(actor, unit.skpdId)) throw new DomainError('not-found');
    return unit;
  }

  private reaches(actor: Actor, skpdId: Uuid | null): boolean {
    const held = reach(actor, READERS);
    return held === null || (skpdId !== null && held.includes(skpdId));
  }

  private chainAbove(from: Uuid | null, snapshot: Awaited<ReturnType<OrganisationService['onDate']>>): SuperiorPost[] {
    const chain: SuperiorPost[] = [];
    for (let id = from; id !== null && chain.every(({ postId }) => postId !== id); ) {
      const post = snapshot.posts.get(id);
      if (!post) break;
      const holders = snapshot.holders(id).map(({ employmentId, personName, assignmentKind: kind }) => ({ employmentId, personName, kind }));
      chain.push({ postId: id, postName: post.name, holders });
      id = post.superiorPostId;
    }
    return chain;
  }
}
