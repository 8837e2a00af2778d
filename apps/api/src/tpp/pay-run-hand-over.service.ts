import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { HandOverRequest, PayRunUnitView } from '@ekinerja/contracts/pay-runs';
import { localDate } from '@ekinerja/regulations/dates';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { PayRunRepository, type UnitRecord } from './pay-run.repository.js';
import { requireRole } from './pay-run-scope.js';
import { PayRunViewService } from './pay-run-view.service.js';
import { UnitGate } from './unit-gate.js';

/** BK 7(3): the recap is signed by the head of the SKPD and handed to the treasurer; each step with its date. */
@Injectable()
export class PayRunHandOverService {
  constructor(
    private readonly db: Database,
    private readonly gate: UnitGate,
    private readonly repository: PayRunRepository,
    private readonly view: PayRunViewService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @param seen the version that the caller saw, where it matters to them */
  async record(actor: Actor, runId: Uuid, skpdId: Uuid, request: HandOverRequest, seen?: number | null): Promise<PayRunUnitView> {
    requireRole(actor, skpdId, ['unit-admin', 'treasurer']);
    return this.step(actor, runId, skpdId, request, seen);
  }

  /** The head signed the recap with a certificate today. */
  async recordSignature(actor: Actor, runId: Uuid, skpdId: Uuid, seen: number | null, date: IsoDate): Promise<PayRunUnitView> {
    requireRole(actor, skpdId, ['unit-head']);
    return this.step(actor, runId, skpdId, { step: 'signed', date }, seen);
  }

  /** Whether the recap can be signed on that day at all, before anybody is asked for a signature. */
  async requireOpen(runId: Uuid, skpdId: Uuid, seen: number | null, date: IsoDate): Promise<void> {
    const unit = await this.repository.unit(runId, skpdId);
    if (!unit) throw new DomainError('not-found');
    await this.gate.requireSeen(seen, unit);
    this.requireInOrder(unit, { step: 'signed', date });
  }

  private async step(actor: Actor, runId: Uuid, skpdId: Uuid, request: HandOverRequest, seen?: number | null): Promise<PayRunUnitView> {
    return this.db.transaction(async () => {
      const unit = await this.gate.lock(runId, skpdId);
      if (seen !== undefined) await this.gate.requireSeen(seen, unit);
      this.requireInOrder(unit, request);
      await this.repository.markStep(unit, request.step, request.date);
      await this.audit.record({
        actor, action: `pay-run.recap-${request.step}`, subjectType: 'pay-run-unit', subjectId: `${runId}/${skpdId}`,
        before: { signed: unit.recapSignedOn, handedOver: unit.handedOverOn }, after: { date: request.date },
      });
      return this.view.unitUnlogged(runId, skpdId);
    });
  }

  /** Closed, then signed, then handed over; none of it before the other or in the future. */
  private requireInOrder(unit: UnitRecord, { step, date }: HandOverRequest): void {
    if (unit.status !== 'closed' || !unit.closedAt) throw new DomainError('state-refused', { status: unit.status });
    if (step === 'handed-over' && !unit.recapSignedOn) throw new DomainError('state-refused', { step: 'signed', done: false });
    const earliest = step === 'signed' ? localDate(unit.closedAt, this.clock.timeZone) : (unit.recapSignedOn as IsoDate);
    const latest = step === 'signed' && unit.handedOverOn ? unit.handedOverOn : this.clock.today();
    if (date >= earliest && date <= latest) return;
    throw new DomainError('validation-failed', {}, { fields: [{ field: 'date', rule: 'dateBetween', params: { from: earliest, to: latest } }] });
  }
}
