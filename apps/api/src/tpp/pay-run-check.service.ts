import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { PayRunUnitView, WaiveRequest } from '@ekinerja/contracts/pay-runs';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { MonthEndService } from './month-end.service.js';
import { isWaivable, withoutLines } from './pay-calculation.js';
import { PayFactsService } from './pay-facts.service.js';
import { PayRunViewService } from './pay-run-view.service.js';
import { PayRunRepository, type UnitRecord } from './pay-run.repository.js';
import { requireRole } from './pay-run-scope.js';
import { RunStepsService } from './run-steps.service.js';
import { PaySums } from './pay-sums.js';
import { UnitGate } from './unit-gate.js';

/** Draft → checked by the SKPD, and back; what is missing is supplied or waived with a reason. */
@Injectable()
export class PayRunCheckService {
  constructor(
    private readonly db: Database,
    private readonly gate: UnitGate,
    private readonly steps: RunStepsService,
    private readonly repository: PayRunRepository,
    private readonly facts: PayFactsService,
    private readonly view: PayRunViewService,
    private readonly monthEnd: MonthEndService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** The SKPD stands by its list: nothing missing, and the facts as they are now go on record by their hash. */
  async check(actor: Actor, runId: Uuid, skpdId: Uuid, seen: number | null): Promise<PayRunUnitView> {
    return this.db.transaction(async () => {
      requireRole(actor, skpdId, ['unit-admin', 'superadmin']);
      const unit = await this.gate.lock(runId, skpdId);
      await this.gate.requireSeen(seen, unit);
      await this.steps.require(unit, 'check');
      await this.monthEnd.requireOver(unit);
      const sums = new PaySums();
      await this.facts.forEachBatch(await this.view.scopeOf(unit), (results) => sums.add(results), withoutLines);
      requireUnblocked(sums);
      await this.repository.markChecked(unit, sums.hash, sums.totals, this.clock.now(), actor.accountId);
      await this.record(actor, 'pay-run.checked', unit, { totals: sums.totals, hash: sums.hash });
      return this.view.unitUnlogged(runId, skpdId);
    });
  }

  async reopen(actor: Actor, runId: Uuid, skpdId: Uuid, seen: number | null): Promise<PayRunUnitView> {
    return this.db.transaction(async () => {
      requireRole(actor, skpdId, ['unit-admin', 'superadmin']);
      const unit = await this.gate.lock(runId, skpdId);
      await this.gate.requireSeen(seen, unit);
      await this.steps.require(unit, 'reopen');
      await this.repository.markDraft(unit);
      await this.record(actor, 'pay-run.reopened', unit, {});
      return this.view.unitUnlogged(runId, skpdId);
    });
  }

  /**
   * Lets a month close without a person's presence or evaluation, with the reason on record: what is missing then
   * counts as the policy says, each as a line (design.md "Missing facts"). A class or an amount cannot be waived.
   */
  async waive(actor: Actor, runId: Uuid, skpdId: Uuid, waiver: WaiveRequest): Promise<PayRunUnitView> {
    return this.db.transaction(async () => {
      requireRole(actor, skpdId, ['superadmin']);
      const unit = await this.gate.lock(runId, skpdId);
      if (unit.status === 'closed') throw new DomainError('month-closed', { month: unit.month });
      if (unit.status !== 'draft') throw new DomainError('state-refused', { status: unit.status });
      if (waiver.kind === 'deferred' ? unit.kind !== 'regular' : !isWaivable(waiver.kind)) throw new DomainError('state-refused', { kind: waiver.kind, waivable: false });
      const scope = { ...(await this.view.scopeOf(unit)), employmentIds: [waiver.employmentId] };
      const [result] = await this.facts.results(scope);
      if (!result) throw new DomainError('not-found');
      if (waiver.kind !== 'deferred' && !result.blockers.some(({ kind }) => kind === waiver.kind)) throw new DomainError('state-refused', { kind: waiver.kind, missing: false });
      await this.repository.waive(unit, waiver, actor.accountId, this.clock.now());
      const { employmentId, kind, reason } = waiver;
      await this.audit.record({ actor, action: 'pay-run.waived', subjectType: 'employment', subjectId: employmentId, after: { runId, skpdId, kind }, reason });
      return this.view.unitUnlogged(runId, skpdId);
    });
  }

  private async record(actor: Actor, action: string, unit: UnitRecord, after: object): Promise<void> {
    const { runId, skpdId, status, version } = unit;
    await this.audit.record({ actor, action, subjectType: 'pay-run-unit', subjectId: `${runId}/${skpdId}`, before: { status, version }, after });
  }
}

export function requireUnblocked(sums: PaySums): void {
  if (sums.blockers === 0) return;
  throw new DomainError('run-blocked', { blockers: sums.blockers, ...Object.fromEntries(sums.blockersByKind) });
}
