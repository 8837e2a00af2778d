import { Injectable } from '@nestjs/common';
import type { RunStep, RunUnitStatus } from '@ekinerja/contracts/pay-runs';
import { firstDay } from '@ekinerja/regulations/dates';
import { isRefusal } from '@ekinerja/regulations/refusal';
import { afterRunStep, runWay, stepWaitedFor } from '@ekinerja/regulations/run-steps';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import type { UnitRecord } from './pay-run.repository.js';

/** Whether a unit's list may take a step, by the law of its month. */
@Injectable()
export class RunStepsService {
  constructor(private readonly regulations: RegulationsService) {}

  /**
   * @returns the status after it
   * @throws DomainError `month-closed`, `state-refused`, for the close of a draft `run-not-checked`; `rule-refused` with the
   *   article where the allowance document asks for another step first
   */
  async require(unit: UnitRecord, step: RunStep): Promise<RunUnitStatus> {
    if (unit.status === 'closed') throw new DomainError('month-closed', { month: unit.month });
    const law = await this.regulations.lawOn(firstDay(unit.month));
    const after = afterRunStep(unit.status, step, runWay(law));
    if (!isRefusal(after)) return after;
    const missing = stepWaitedFor(after);
    if (missing) throw refusedByRule({ ...after, cite: law.allowance.cite(`approval.${missing}`) });
    throw new DomainError(step === 'close' ? 'run-not-checked' : 'state-refused', { status: unit.status });
  }
}
