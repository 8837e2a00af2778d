import { Injectable } from '@nestjs/common';
import { EMPLOYEE_KINDS, type EmployeeKind, type IsoDate, type IsoMonth, type Page, type Uuid } from '@ekinerja/contracts/basics';
import type { MissingPlanItem, PlanDemands, PlanMonth, WaitingPlanItem } from '@ekinerja/contracts/plans';
import { planDemands } from '@ekinerja/regulations/work-plan';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { reach, type Actor } from '../platform/access/actor.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import type { PageQuery } from '../platform/http/page.query.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import type { MissingPlanQuery } from './plans.dto.js';
import { PlansRepository, type MonthStep } from './plans.repository.js';
import { WorkPlanViewService } from './work-plan-view.service.js';

const WATCHERS = ['superadmin', 'auditor', 'unit-admin', 'unit-head', 'performance-manager'] as const;

/** What other features ask about plans, and the lists over many of them. */
@Injectable()
export class PlansService {
  constructor(
    private readonly plans: PlansRepository,
    private readonly views: WorkPlanViewService,
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
    private readonly audit: AuditService,
  ) {}

  /** Lines of a month's plan that entries of the day may refer to, the caller's own or of somebody they may see. */
  month(actor: Actor, month: IsoMonth, employmentId?: Uuid): Promise<PlanMonth> {
    return this.views.month(actor, month, employmentId ?? null);
  }

  /** Whether an entry of that person for that result may point to the step of the action plan. */
  isStepOf(employmentId: Uuid, stepId: Uuid, resultId: Uuid): Promise<boolean> {
    return this.plans.stepOf(employmentId, stepId, resultId);
  }

  /** Steps of a person's own plan for a month, the most used since that day first: what an entry of the day may serve. */
  stepsInMonth(employmentId: Uuid, month: IsoMonth, since: IsoDate): Promise<MonthStep[]> {
    return this.plans.stepsInMonth(employmentId, month, since);
  }

  /** Plans of today's subordinates that wait for verification, oldest first. */
  async waiting(actor: Actor, query: PageQuery): Promise<Page<WaitingPlanItem>> {
    if (actor.employmentId === null) return { items: [], nextCursor: null };
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'instant', 'uuid') as [string, Uuid] | null;
    const people = await this.organisation.subordinatesOn(actor.employmentId, actor.today);
    const rows = await this.plans.waiting(people, after && { submittedAt: after[0], id: after[1] }, limit + 1);
    const page = pageOf(rows, limit, (row) => [row.submittedAt.toISOString(), row.skpId]);
    return { ...page, items: page.items.map((item) => ({ ...item, submittedAt: item.submittedAt.toISOString() })) };
  }

  /** Who has no breakdown, timeline or action plan although the law of their SKP demands it (TL 15, BK 3). */
  async missing(actor: Actor, query: MissingPlanQuery): Promise<Page<MissingPlanItem>> {
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'text', 'uuid');
    const scope = reach(actor, WATCHERS);
    const skpdIds = query.skpdId === undefined ? scope : scope === null || scope.includes(query.skpdId) ? [query.skpdId] : [];
    const demanded = await this.demanded(`${query.year}-01-01`);
    await this.audit.logRead(actor, 'work-plan.missing', 'skp-year', String(query.year));
    const rows = await this.plans.missing({
      year: query.year, skpdIds, kinds: [...demanded.keys()], withSteps: [...demanded].filter(([, { actions }]) => actions !== null).map(([kind]) => kind),
      after: after && { name: after[0], id: after[1] }, limit: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => [row.sortName, row.skpId]);
    return { ...page, items: page.items.map(({ sortName: _, kind, ...item }) => ({ ...item, lacks: partsOf(demanded.get(kind) as PlanDemands) })) };
  }

  private async demanded(date: string): Promise<Map<EmployeeKind, PlanDemands>> {
    const found = new Map<EmployeeKind, PlanDemands>();
    for (const kind of EMPLOYEE_KINDS) {
      const demands = planDemands(await this.regulations.lawOn(date, kind));
      if (kind !== 'non-asn' && partsOf(demands).length > 0) found.set(kind, demands);
    }
    return found;
  }
}

function partsOf(demands: PlanDemands): MissingPlanItem['lacks'] {
  return (['breakdown', 'timeline', 'actions'] as const).filter((part) => demands[part] !== null);
}
