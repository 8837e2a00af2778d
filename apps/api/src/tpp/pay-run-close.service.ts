import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { PayRunPerson, PayRunUnitView } from '@ekinerja/contracts/pay-runs';
import { AuditService } from '../audit/audit.service.js';
import { PeriodsService } from '../periods/periods.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { withoutLines } from './pay-calculation.js';
import { MonthEndService } from './month-end.service.js';
import { PayFactsService } from './pay-facts.service.js';
import { requireUnblocked } from './pay-run-check.service.js';
import { PayRunCloseRepository } from './pay-run-close.repository.js';
import { PayRunRepository, type UnitRecord } from './pay-run.repository.js';
import { requireRole } from './pay-run-scope.js';
import { paidPerson, PayRunViewService, type JustClosed } from './pay-run-view.service.js';
import { PaySums } from './pay-sums.js';
import { RunStepsService } from './run-steps.service.js';
import { UnitGate } from './unit-gate.js';

/**
 * Closes one SKPD's month: slips, exclusions, totals, settled corrections, the closed month, audit and announcement
 * in one transaction. Killed in the middle it leaves nothing; asked again it answers what the first close made.
 */
@Injectable()
export class PayRunCloseService {
  constructor(
    private readonly db: Database,
    private readonly gate: UnitGate,
    private readonly steps: RunStepsService,
    private readonly repository: PayRunRepository,
    private readonly slips: PayRunCloseRepository,
    private readonly facts: PayFactsService,
    private readonly view: PayRunViewService,
    private readonly monthEnd: MonthEndService,
    private readonly periods: PeriodsService,
    private readonly outbox: Outbox,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `month-not-over`, `run-not-checked`, `run-blocked`, `stale-version` */
  async close(actor: Actor, runId: Uuid, skpdId: Uuid, seen: number | null): Promise<PayRunUnitView> {
    requireRole(actor, skpdId, ['superadmin']);
    const closed = await this.db.transaction(async () => {
      const month = await this.repository.monthOf(runId, skpdId);
      if (!month) throw new DomainError('not-found');
      // Waits for writers of the month and for another close; both see each other's outcome after it.
      await this.periods.closing(skpdId, month);
      const unit = await this.gate.lock(runId, skpdId);
      if (unit.status === 'closed') return null;
      if (unit.status === 'void') throw new DomainError('state-refused', { status: unit.status });
      await this.gate.requireSeen(seen, unit);
      await this.monthEnd.requireOver(unit);
      await this.steps.require(unit, 'close');
      return this.freeze(actor, unit);
    });
    return closed ? this.view.closedNow(runId, skpdId, closed) : this.view.unitUnlogged(runId, skpdId);
  }

  /** @returns what the close knows by now: its answer need not read the slips back */
  private async freeze(actor: Actor, unit: UnitRecord): Promise<JustClosed> {
    const { runId, skpdId, month } = unit;
    const sums = new PaySums();
    const paid: PayRunPerson[] = [];
    const { openEntries } = await this.facts.forEachBatch(await this.view.scopeOf(unit), async (results) => {
      sums.add(results);
      const ids = await this.slips.insertSlips(unit, results);
      for (const { person, slipFacts, decision } of results) {
        const payslipId = ids.get(person.employmentId);
        if (payslipId && slipFacts && decision) paid.push(paidPerson({ payslipId, employmentId: person.employmentId, ...decision.sections }, slipFacts));
      }
      // Only the month's own list says why somebody is not paid.
      if (unit.kind === 'regular') await this.slips.insertExclusions(unit, results);
    }, withoutLines);
    requireUnblocked(sums);
    // What is closed is what the SKPD checked; moved facts are checked again first.
    if (sums.hash !== unit.checkedHash) throw new DomainError('run-not-checked', { status: unit.status, factsChanged: true });
    const at = this.clock.now();
    await this.repository.markClosed(unit, sums.totals, at, actor.accountId);
    if (unit.kind === 'regular') await this.periods.markClosed(skpdId, month, await this.monthEnd.judgedUntil(month));
    await this.audit.record({
      actor, action: 'pay-run.closed', subjectType: 'pay-run-unit', subjectId: `${runId}/${skpdId}`,
      before: { status: unit.status, version: unit.version }, after: { month, totals: sums.totals, hash: sums.hash },
    });
    if (unit.kind === 'regular') await this.outbox.announce('month.closed', { runId, skpdId, month });
    return { paid, openEntries };
  }
}
