import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { WorkPlanContent, WorkPlanView } from '@ekinerja/contracts/plans';
import { isRefusal } from '@ekinerja/regulations/refusal';
import { applyWorkPlan, changedClosedMonth, type WorkPlanAction, type WorkPlanActor } from '@ekinerja/regulations/work-plan';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { canonicalJson } from '../platform/canonical-json.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { requireVersion } from '../platform/http/versions.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { SkpSideService, type SkpRow } from '../skp/skp-side.service.js';
import { PlansRepository, type WorkPlanStep } from './plans.repository.js';
import { WorkPlanViewService } from './work-plan-view.service.js';

/** Writing the plan, handing it in, and the evaluator's verification (BK 3, KS 17(b), TL 15). */
@Injectable()
export class WorkPlanService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly plans: PlansRepository,
    private readonly views: WorkPlanViewService,
    private readonly side: SkpSideService,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
  ) {}

  async save(actor: Actor, skpId: Uuid, seen: number | null, content: WorkPlanContent): Promise<WorkPlanView> {
    return this.step(actor, skpId, seen, 'save', 'owner', async (skp, shown, status) => {
      requireOwnResults(shown, content);
      // BK 8(2): a month that is over is written again on a late-entry request alone.
      const closed = changedClosedMonth(shown.closedMonths, shown, content);
      if (closed !== null) throw refusedByRule({ code: 'plan.month-closed', params: { month: closed }, ...(shown.closedCite ? { cite: shown.closedCite } : {}) });
      await this.plans.replace(skpId, content, this.clock.now());
      await this.record(actor, skp, 'saved', { targets: shown.targets, steps: shown.steps }, content);
      return { status };
    });
  }

  async submit(actor: Actor, skpId: Uuid, seen: number | null): Promise<WorkPlanView> {
    return this.step(actor, skpId, seen, 'submit', 'owner', async (skp, shown, status) => {
      const finding = shown.findings.find(({ severity }) => severity === 'stop');
      if (finding) throw refusedByRule(finding);
      await this.record(actor, skp, 'submitted', { status: shown.status }, { status });
      return { status, submittedAt: this.clock.now(), skpContent: skp.contentNumber, returnReason: null, contentHash: hashOf(shown) };
    });
  }

  /** KS 17(b): the evaluator verifies what was broken down from the SKP; what does not reconcile stands there to be seen. */
  async verify(actor: Actor, skpId: Uuid, seen: number | null): Promise<WorkPlanView> {
    return this.step(actor, skpId, seen, 'verify', 'evaluator', async (skp, shown, status) => {
      const verifier = actor.employmentId === null ? null : await this.organisation.snapshotOf(actor.employmentId, actor.today);
      await this.record(actor, skp, 'verified', { status: shown.status }, { status, verifier, contentHash: hashOf(shown) });
      return { status, verifiedAt: this.clock.now(), verifier };
    });
  }

  async sendBack(actor: Actor, skpId: Uuid, seen: number | null, reason: string): Promise<WorkPlanView> {
    return this.step(actor, skpId, seen, 'return', 'evaluator', async (skp, shown, status) => {
      await this.record(actor, skp, 'returned', { status: shown.status }, { status }, reason);
      return { status, returnReason: reason };
    });
  }

  /** The owner takes a plan up again that was handed in or verified; it goes the same way once more. */
  async revise(actor: Actor, skpId: Uuid, seen: number | null): Promise<WorkPlanView> {
    return this.step(actor, skpId, seen, 'revise', 'owner', async (skp, shown, status) => {
      await this.record(actor, skp, 'revised', { status: shown.status, targets: shown.targets, steps: shown.steps }, { status });
      return { status, verifiedAt: null, verifier: null, submittedAt: null };
    });
  }

  private async step(
    actor: Actor, skpId: Uuid, seen: number | null, action: WorkPlanAction, as: WorkPlanActor,
    work: (skp: SkpRow, shown: WorkPlanView, status: NonNullable<WorkPlanView['status']>) => Promise<WorkPlanStep>,
  ): Promise<WorkPlanView> {
    return this.db.transaction(async () => {
      const { row } = await this.side.lockAs(actor, skpId, [as]);
      const shown = await this.views.view(actor, row);
      requireVersion(seen, shown, shown);
      const status = applyWorkPlan(shown.status, action, as);
      if (row.status !== 'determined') throw new DomainError('rule-refused', {}, { rule: { code: 'plan.skp-not-in-force', ...citeOf(shown) } });
      if (isRefusal(status)) throw new DomainError('state-refused', { status: shown.status ?? 'draft', action });
      await this.plans.step(skpId, await work(row, shown, status));
      return this.views.view(actor, row);
    });
  }

  private record(actor: Actor, skp: SkpRow, action: string, before: unknown, after: unknown, reason: string | null = null): Promise<void> {
    return this.audit.record({ actor, action: `work-plan.${action}`, subjectType: 'skp', subjectId: skp.id, before, after, reason });
  }
}

/** BK 3(2): annual activities are those of the annual SKP, none beside them; each period once. */
function requireOwnResults(shown: WorkPlanView, { targets, steps }: WorkPlanContent): void {
  const own = new Set(shown.results.map(({ id }) => id));
  if ([...targets, ...steps].some(({ resultId }) => !own.has(resultId))) {
    throw new DomainError('rule-refused', {}, { rule: { code: 'plan.foreign-result', ...citeOf(shown) } });
  }
  const keys = targets.map(({ resultId, indicator, period }) => `${resultId} ${indicator} ${period}`);
  if (new Set(keys).size !== keys.length) throw new DomainError('validation-failed', {}, { fields: [{ field: 'targets', rule: 'arrayUnique' }] });
  const levelOf = (period: string) => (period.length === 7 ? 'month' : period.includes('W') ? 'week' : 'day');
  if (targets.some(({ level, period }) => levelOf(period) !== level)) throw new DomainError('validation-failed', {}, { fields: [{ field: 'targets', rule: 'matches' }] });
}

function citeOf({ demands }: WorkPlanView) {
  const cite = demands.breakdown ?? demands.timeline;
  return cite ? { cite } : {};
}

function hashOf({ targets, steps }: WorkPlanContent): string {
  return createHash('sha256').update(canonicalJson({ targets, steps })).digest('hex');
}
