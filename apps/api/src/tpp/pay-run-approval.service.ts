import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { PayRunUnitView } from '@ekinerja/contracts/pay-runs';
import { localDate } from '@ekinerja/regulations/dates';
import { AuditService } from '../audit/audit.service.js';
import { reaches, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { PayFactsService } from './pay-facts.service.js';
import { PayRunApprovalRepository, type HeadOfUnit } from './pay-run-approval.repository.js';
import { PayRunRepository, type UnitRecord } from './pay-run.repository.js';
import { requireReadableSkpd, requireRole } from './pay-run-scope.js';
import { PayRunViewService } from './pay-run-view.service.js';
import { PaySums } from './pay-sums.js';
import { RunStepsService } from './run-steps.service.js';
import { UnitGate } from './unit-gate.js';

/** Between the unit's check and the close: the head's signature, the agency's check, or the way back with a reason. */
@Injectable()
export class PayRunApprovalService {
  constructor(
    private readonly db: Database,
    private readonly gate: UnitGate,
    private readonly steps: RunStepsService,
    private readonly repository: PayRunRepository,
    private readonly approvals: PayRunApprovalRepository,
    private readonly facts: PayFactsService,
    private readonly view: PayRunViewService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** The head of the SKPD, or who acts for them today, stands by the list that was checked. */
  async sign(actor: Actor, runId: Uuid, skpdId: Uuid, seen: number | null): Promise<PayRunUnitView> {
    return this.db.transaction(async () => {
      const head = await this.requireHead(actor, skpdId);
      const unit = await this.gate.lock(runId, skpdId);
      if (unit.status === 'signed') return this.view.unitUnlogged(runId, skpdId);
      await this.gate.requireSeen(seen, unit);
      await this.signed(actor, unit, head, 'account', {});
      return this.view.unitUnlogged(runId, skpdId);
    });
  }

  /** Signed on paper: who recorded it is not who signed; the caller keeps the scan in the same transaction. */
  async signedOnPaper(actor: Actor, runId: Uuid, skpdId: Uuid, seen: number | null, head: HeadOfUnit, scan: { fileId: Uuid; date: IsoDate }): Promise<PayRunUnitView> {
    const unit = await this.gate.lock(runId, skpdId);
    await this.gate.requireSeen(seen, unit);
    const from = unit.checkedAt ? localDate(unit.checkedAt, this.clock.timeZone) : scan.date;
    if (scan.date < from) throw new DomainError('validation-failed', {}, { fields: [{ field: 'date', rule: 'dateBetween', params: { from, to: this.clock.today() } }] });
    await this.signed(actor, unit, head, 'paper', scan);
    return this.view.unitUnlogged(runId, skpdId);
  }

  /** Who headed the SKPD on the day of a signature, for those who keep its papers. */
  async headFor(actor: Actor, runId: Uuid, skpdId: Uuid, date: IsoDate): Promise<HeadOfUnit> {
    requireRole(actor, skpdId, ['unit-admin', 'treasurer']);
    if (!(await this.repository.unit(runId, skpdId))) throw new DomainError('not-found');
    const [head] = date > this.clock.today() ? [] : await this.approvals.heads(skpdId, date);
    if (!head) throw new DomainError('validation-failed', {}, { fields: [{ field: 'date', rule: 'noHead', params: { date } }] });
    return head;
  }

  /** @throws DomainError `not-found` when the actor does not read this SKPD's pay */
  async readable(actor: Actor, runId: Uuid, skpdId: Uuid): Promise<void> {
    requireReadableSkpd(actor, skpdId);
    if (!(await this.repository.unit(runId, skpdId))) throw new DomainError('not-found');
  }

  /** The actor as head of the SKPD today, or who acts for them. */
  async requireHead(actor: Actor, skpdId: Uuid): Promise<HeadOfUnit> {
    requireRole(actor, skpdId, ['unit-head']);
    const head = (await this.approvals.heads(skpdId, this.clock.today())).find(({ employmentId }) => employmentId === actor.employmentId);
    if (!head) throw new DomainError('permission-denied');
    return head;
  }

  /** The agency's own look at a list, by somebody else than who checked it for the SKPD. */
  async verify(actor: Actor, runId: Uuid, skpdId: Uuid, seen: number | null): Promise<PayRunUnitView> {
    return this.db.transaction(async () => {
      requireRole(actor, skpdId, ['superadmin']);
      const unit = await this.gate.lock(runId, skpdId);
      if (unit.status === 'verified') return this.view.unitUnlogged(runId, skpdId);
      await this.gate.requireSeen(seen, unit);
      await this.steps.require(unit, 'verify');
      if (unit.checkedById === actor.accountId) throw new DomainError('second-person-required');
      await this.requireUnmoved(unit);
      await this.approvals.markVerified(unit, this.clock.now(), actor.accountId);
      await this.record(actor, 'pay-run.agency-checked', unit, { hash: unit.checkedHash }, null);
      return this.view.unitUnlogged(runId, skpdId);
    });
  }

  /** Back to draft; the SKPD reads why. */
  async return(actor: Actor, runId: Uuid, skpdId: Uuid, seen: number | null, reason: string): Promise<PayRunUnitView> {
    return this.db.transaction(async () => {
      requireRole(actor, skpdId, ['unit-head', 'superadmin']);
      const unit = await this.gate.lock(runId, skpdId);
      await this.gate.requireSeen(seen, unit);
      await this.steps.require(unit, 'return');
      // What the agency has checked only the agency sends back.
      if (unit.status === 'verified' && !reaches(actor, 'superadmin', skpdId)) throw new DomainError('state-refused', { status: unit.status });
      await this.repository.markDraft(unit);
      await this.approvals.markReturned(unit, reason, this.clock.now(), actor.accountId);
      await this.record(actor, 'pay-run.returned', unit, {}, reason);
      return this.view.unitUnlogged(runId, skpdId);
    });
  }

  private async signed(actor: Actor, unit: UnitRecord, head: HeadOfUnit, method: 'account' | 'paper', more: object): Promise<void> {
    await this.steps.require(unit, 'sign');
    await this.requireUnmoved(unit);
    await this.approvals.markSigned(unit, head, method, this.clock.now(), actor.accountId);
    const { name, post, employmentId } = head;
    await this.record(actor, 'pay-run.head-signed', unit, { signer: employmentId, name, post, method, hash: unit.checkedHash, ...more }, null);
  }

  /** Nobody signs other figures than those that were checked. */
  private async requireUnmoved(unit: UnitRecord): Promise<void> {
    const sums = new PaySums();
    await this.facts.forEachBatch(await this.view.scopeOf(unit), (results) => sums.add(results));
    if (sums.hash !== unit.checkedHash) throw new DomainError('run-not-checked', { status: unit.status, factsChanged: true });
  }

  private async record(actor: Actor, action: string, unit: UnitRecord, after: object, reason: string | null): Promise<void> {
    const { runId, skpdId, status, version } = unit;
    await this.audit.record({ actor, action, subjectType: 'pay-run-unit', subjectId: `${runId}/${skpdId}`, before: { status, version }, after, reason });
  }
}
