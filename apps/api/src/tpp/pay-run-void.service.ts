import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { PayRunUnitView } from '@ekinerja/contracts/pay-runs';
import { AuditService } from '../audit/audit.service.js';
import { DocumentsService } from '../documents/documents.service.js';
import { PeriodsService } from '../periods/periods.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { PayRunRepository, type UnitRecord } from './pay-run.repository.js';
import { requireRole } from './pay-run-scope.js';
import { PayRunViewService } from './pay-run-view.service.js';
import { PayRunVoidRepository } from './pay-run-void.repository.js';
import { UnitGate } from './unit-gate.js';

/**
 * A closed SKPD-month that has not gone to the treasurer yet is taken back: one person asks with a reason, another
 * agrees. The slips stay as they were, marked void; the month opens again in a run of the next sequence.
 */
@Injectable()
export class PayRunVoidService {
  constructor(
    private readonly db: Database,
    private readonly gate: UnitGate,
    private readonly repository: PayRunRepository,
    private readonly voids: PayRunVoidRepository,
    private readonly view: PayRunViewService,
    private readonly periods: PeriodsService,
    private readonly documents: DocumentsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async ask(actor: Actor, runId: Uuid, skpdId: Uuid, seen: number | null, reason: string): Promise<PayRunUnitView> {
    return this.db.transaction(async () => {
      requireRole(actor, skpdId, ['superadmin']);
      const unit = await this.gate.lock(runId, skpdId);
      await this.gate.requireSeen(seen, unit);
      await this.requireVoidable(unit);
      if (!(await this.voids.ask(unit, reason, this.clock.now(), actor.accountId))) throw new DomainError('duplicate', { waiting: true });
      await this.record(actor, 'pay-run.void-asked', unit, {}, reason);
      return this.view.unitUnlogged(runId, skpdId);
    });
  }

  async withdraw(actor: Actor, runId: Uuid, skpdId: Uuid): Promise<PayRunUnitView> {
    return this.db.transaction(async () => {
      requireRole(actor, skpdId, ['superadmin']);
      const unit = await this.gate.lock(runId, skpdId);
      const asked = await this.voids.open(runId, skpdId);
      if (!asked) throw new DomainError('state-refused', { asked: false });
      await this.voids.withdraw(asked.id, this.clock.now());
      await this.record(actor, 'pay-run.void-withdrawn', unit, {}, null);
      return this.view.unitUnlogged(runId, skpdId);
    });
  }

  /** @returns the unit in the run that takes its place */
  async agree(actor: Actor, runId: Uuid, skpdId: Uuid, seen: number | null): Promise<PayRunUnitView> {
    return this.db.transaction(async () => {
      requireRole(actor, skpdId, ['superadmin']);
      const known = await this.repository.unit(runId, skpdId);
      if (!known) throw new DomainError('not-found');
      await this.periods.closing(skpdId, known.month);
      const unit = await this.gate.lock(runId, skpdId);
      await this.gate.requireSeen(seen, unit);
      await this.requireVoidable(unit);
      const asked = await this.voids.open(runId, skpdId);
      if (!asked) throw new DomainError('state-refused', { asked: false });
      if (asked.askedBy === actor.accountId) throw new DomainError('second-person-required');
      const at = this.clock.now();
      await this.voids.undo(unit, at);
      if (unit.kind === 'regular') await this.periods.reopen(skpdId, unit.month);
      await this.documents.supersedePapersOf(runId, skpdId);
      const next = await this.nextRun(unit, actor);
      await this.voids.agree(asked.id, at, actor.accountId, next);
      await this.record(actor, 'pay-run.voided', unit, { nextRunId: next }, asked.reason);
      return this.view.unitUnlogged(next, skpdId);
    });
  }

  /** The run of the next sequence, shared by all SKPDs of the month that are taken back once. */
  private async nextRun(unit: UnitRecord, actor: Actor): Promise<Uuid> {
    const { month, kind, code, paymentMonth, sequence, skpdId } = unit;
    const found = await this.voids.runOf(month, kind, code, sequence + 1);
    const next = found ?? (await this.repository.insertRun({ month, kind, code, paymentMonth }, sequence + 1, this.clock.now(), actor.accountId)).id;
    await this.voids.addUnit(next, skpdId);
    return next;
  }

  /** Sent pay is paid: from then on there are only corrections. */
  private async requireVoidable(unit: UnitRecord): Promise<void> {
    if (unit.status !== 'closed') throw new DomainError('state-refused', { status: unit.status });
    if (unit.handedOverOn) throw new DomainError('state-refused', { step: 'handed-over', done: true });
    if (await this.voids.restsOn(unit)) throw new DomainError('state-refused', { laterRun: true });
  }

  private async record(actor: Actor, action: string, unit: UnitRecord, after: object, reason: string | null): Promise<void> {
    const { runId, skpdId, status, version, month, totals } = unit;
    await this.audit.record({ actor, action, subjectType: 'pay-run-unit', subjectId: `${runId}/${skpdId}`, before: { status, version, totals }, after: { month, ...after }, reason });
  }
}
