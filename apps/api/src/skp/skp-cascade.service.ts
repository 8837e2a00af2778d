import { Injectable } from '@nestjs/common';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { MatrixItem, RoleMatrix, TreeNode, UnsupportedItem, WithoutRoleItem } from '@ekinerja/contracts/skp-cascade';
import { kindsWithSkp } from '@ekinerja/regulations/skp-flow';
import { pointsValue } from '@ekinerja/regulations/skp-checks';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { reach, type Actor } from '../platform/access/actor.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import type { CascadeReportQuery, TreeQuery } from './skp-cascade.dto.js';
import { SkpCascadeRepository, type Expectation, type NodeRow, type PersonResult } from './skp-cascade.repository.js';

const WATCHERS = ['superadmin', 'auditor', 'regent', 'unit-admin', 'unit-head', 'performance-manager'] as const;
const REPORTERS = ['superadmin', 'auditor', 'unit-admin', 'unit-head', 'performance-manager'] as const;

/** The role–result matrix, the tree from the agreement to the last employee, and what falls through it (KS 8(1)). */
@Injectable()
export class SkpCascadeService {
  constructor(
    private readonly cascade: SkpCascadeRepository,
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
    private readonly audit: AuditService,
  ) {}

  /** The caller's results across, today's subordinates down. */
  async matrix(actor: Actor, year: number): Promise<RoleMatrix> {
    if (actor.employmentId === null) throw new DomainError('permission-denied');
    const [own] = await this.cascade.people([actor.employmentId], year, actor.today);
    const people = await this.cascade.people(await this.organisation.subordinatesOn(actor.employmentId, actor.today), year, actor.today);
    const above = own?.skpId ? (await this.cascade.resultsOf([own.skpId])).filter(({ task }) => task === 'main') : [];
    const below = await this.cascade.resultsOf(people.flatMap(({ skpId }) => (skpId ? [skpId] : [])));
    const pending = await this.cascade.expectations(above.map(({ id }) => id));
    const ids = new Set(above.map(({ id }) => id));
    const cells = new Map<string, RoleMatrix['cells'][number]>();
    const put = (superiorResultId: Uuid, employmentId: Uuid, item: MatrixItem) => {
      const key = `${superiorResultId} ${employmentId}`;
      const cell = cells.get(key) ?? { superiorResultId, employmentId, items: [] };
      cell.items.push(item);
      cells.set(key, cell);
    };
    for (const result of below) if (result.superiorResultId && ids.has(result.superiorResultId)) put(result.superiorResultId, result.employmentId, itemOf(result, null));
    for (const one of pending) put(one.superiorResultId, one.employmentId, itemOf(one, one.place));
    await this.audit.logRead(actor, 'skp.matrix', 'skp-year', String(year));
    return {
      year, skpId: own?.skpId ?? null, skpStatus: own?.skpStatus ?? null,
      results: above.map(({ id, title }) => ({ id, title, people: [...cells.values()].filter(({ superiorResultId }) => superiorResultId === id).length })),
      people: people.map((person) => ({
        ...person,
        loose: below.filter(({ employmentId, task, superiorResultId }) => employmentId === person.employmentId && task === 'main' && !(superiorResultId && ids.has(superiorResultId))).map((result) => itemOf(result, null)),
      })),
      cells: [...cells.values()],
    };
  }

  /** Roots, or the children of one node. Who watches an SKPD sees all of it; an evaluator what stands below the own results. */
  async tree(actor: Actor, query: TreeQuery): Promise<Page<TreeNode>> {
    const limit = pageLimit(query.limit);
    const read = readCursor(query.cursor, 'text', 'uuid');
    const after = read && { name: read[0], id: read[1] };
    const node = query.objectiveId ? { objectiveId: query.objectiveId } : query.resultId ? { resultId: query.resultId } : null;
    const watched = reach(actor, WATCHERS);
    if (node) {
      const known = await this.cascade.ancestry(node);
      const watches = known !== null && (watched === null || (known.skpdId !== null && watched.includes(known.skpdId)));
      const below = known !== null && actor.employmentId !== null && known.owners.includes(actor.employmentId);
      if (!watches && !below) throw new DomainError('not-found');
      return this.nodes(await this.cascade.childrenOf(node, after, limit + 1), limit);
    }
    const skpdId = query.skpdId ?? actor.skpdId;
    if (skpdId !== null && (watched === null || watched.includes(skpdId))) {
      const objectives = await this.cascade.objectives(skpdId, query.year, null, 500);
      // Objectives come first; what leans on none of them follows, page by page.
      const loose = await this.cascade.looseRoots(skpdId, query.year, after, limit + 1);
      const page = await this.nodes(loose, limit);
      return after ? page : { ...page, items: [...(await this.nodes(objectives, objectives.length)).items, ...page.items] };
    }
    if (query.skpdId || actor.employmentId === null) throw new DomainError('not-found');
    const own = await this.cascade.rootsOf(actor.employmentId, query.year);
    return this.nodes(own, own.length);
  }

  async withoutRole(actor: Actor, query: CascadeReportQuery): Promise<Page<WithoutRoleItem>> {
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'text', 'uuid');
    const date = clamp(actor.today, query.year);
    const rows = await this.cascade.withoutRole({
      year: query.year, date, skpdIds: scopeOf(actor, query.skpdId), kinds: kindsWithSkp(await this.regulations.law(), date), after: after && { name: after[0], id: after[1] }, limit: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => [row.sortName, row.employmentId]);
    return { ...page, items: page.items.map(({ sortName: _, ...item }) => item) };
  }

  async unsupported(actor: Actor, query: CascadeReportQuery): Promise<Page<UnsupportedItem>> {
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'text', 'uuid');
    const rows = await this.cascade.unsupported({ year: query.year, skpdIds: scopeOf(actor, query.skpdId), after: after && { name: after[0], id: after[1] }, limit: limit + 1 });
    const page = pageOf(rows, limit, (row) => [row.sortName, row.id]);
    return { ...page, items: page.items.map(({ sortName: _, ...item }) => item) };
  }

  private async nodes(rows: NodeRow[], limit: number): Promise<Page<TreeNode>> {
    const page = pageOf(rows, limit, (row) => [row.sortName, row.id]);
    const known = await this.cascade.points([...new Set(page.items.flatMap(({ postId, carried }) => (postId && carried && carried.length > 0 ? [postId] : [])))]);
    return {
      ...page,
      items: page.items.map(({ carried, postId, sortName: _, ...node }) => ({
        ...node, points: carried && carried.length > 0 ? pointsValue(carried, known.filter((point) => point.postId === postId)) : null,
      })),
    };
  }

}

function itemOf({ id, title, kind }: PersonResult | Expectation, pending: MatrixItem['pending']): MatrixItem {
  return { id, title, kind, pending };
}

function scopeOf(actor: Actor, skpdId: Uuid | undefined): Uuid[] | null {
  const scope = reach(actor, REPORTERS);
  return skpdId === undefined ? scope : scope === null || scope.includes(skpdId) ? [skpdId] : [];
}

function clamp(date: string, year: number): string {
  return date < `${year}-01-01` ? `${year}-01-01` : date > `${year}-12-31` ? `${year}-12-31` : date;
}
