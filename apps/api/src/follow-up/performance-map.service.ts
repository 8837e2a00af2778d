import { Injectable } from '@nestjs/common';
import { PREDICATES, type IsoMonth, type Page, type Predicate, type Uuid } from '@ekinerja/contracts/basics';
import type { EvaluationKind } from '@ekinerja/contracts/evaluations';
import type { MapPerson, PerformanceMap } from '@ekinerja/contracts/follow-up';
import { AuditService } from '../audit/audit.service.js';
import { reach, type Actor } from '../platform/access/actor.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { PerformanceMapRepository } from './performance-map.repository.js';

const READ = ['superadmin', 'auditor', 'staffing-manager', 'agency-head', 'regent', 'unit-admin', 'unit-head'] as const;

interface Question {
  kind: EvaluationKind;
  month: IsoMonth;
  skpdId?: Uuid;
  predicate?: Predicate;
  work?: string;
  behaviour?: string;
  cursor?: string;
  limit?: number;
}

/** Where employees stand, for the merit system: a picture over the list (KS 3(3) huruf d). */
@Injectable()
export class PerformanceMapService {
  constructor(
    private readonly repository: PerformanceMapRepository,
    private readonly audit: AuditService,
  ) {}

  async of(actor: Actor, { kind, month, skpdId }: Question): Promise<PerformanceMap> {
    const cells = await this.repository.cells(kind, month, this.scope(actor, skpdId));
    const { people } = await this.repository.people(month, this.scope(actor, skpdId));
    const counts = Object.fromEntries(PREDICATES.map((one) => [one, 0])) as Record<Predicate, number>;
    for (const cell of cells) counts[cell.predicate] += cell.people;
    const rated = cells.reduce((sum, cell) => sum + cell.people, 0);
    return {
      kind, month, people, withoutPredicate: Math.max(0, people - rated), counts,
      cells: cells.flatMap(({ work, behaviour, ...cell }) => (work && behaviour ? [{ result: work, behaviour, ...cell }] : [])),
    };
  }

  async people(actor: Actor, query: Question): Promise<Page<MapPerson>> {
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'text', 'uuid');
    const rows = await this.repository.list({
      ...query, skpdIds: this.scope(actor, query.skpdId), predicate: query.predicate ?? null, work: query.work ?? null, behaviour: query.behaviour ?? null,
      after: after && { name: after[0], id: after[1] }, limit: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => [row.sortName, row.employmentId]);
    await this.audit.logReadOf(actor, page.items.map(({ employmentId }) => employmentId));
    return { ...page, items: page.items.map(({ sortName: _, ...row }) => row) };
  }

  private scope(actor: Actor, skpdId: Uuid | undefined): Uuid[] | null {
    const held = reach(actor, READ);
    if (skpdId === undefined) return held;
    if (held !== null && !held.includes(skpdId)) throw new DomainError('not-found');
    return [skpdId];
  }
}
