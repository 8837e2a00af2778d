import { Injectable } from '@nestjs/common';
import type { RunStep, RunUnitStatus } from '@ekinerja/contracts/pay-runs';
import { isRefusal } from '@ekinerja/regulations/refusal';
import { afterRunStep } from '@ekinerja/regulations/run-steps';
import { DomainError } from '../platform/problem/domain.error.js';
import type { UnitRecord } from './pay-run.repository.js';
import { PayRunViewService } from './pay-run-view.service.js';

/** Whether a unit's list may take a step, by the law of its month. */
@Injectable()
export class RunStepsService {
  constructor(private readonly view: PayRunViewService) {}

  /**
   * @returns the status after it
   * @throws DomainError `month-closed`, `state-refused`, for the close `run-not-checked`; `waitsFor` names the step that is missing
   */
  async require(unit: UnitRecord, step: RunStep): Promise<RunUnitStatus> {
    if (unit.status === 'closed') throw new DomainError('month-closed', { month: unit.month });
    const after = afterRunStep(unit.status, step, await this.view.wayOf(unit));
    if (!isRefusal(after)) return after;
    const { waitsFor } = after.params;
    const params = { status: unit.status, ...(waitsFor ? { waitsFor } : {}) };
    throw new DomainError(step === 'close' ? 'run-not-checked' : 'state-refused', params);
  }
}
