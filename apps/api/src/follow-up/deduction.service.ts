import { Injectable } from '@nestjs/common';
import type { IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { PayRecordInput } from '@ekinerja/contracts/pay-records';
import { firstDay, lastDay } from '@ekinerja/regulations/dates';
import { OrganisationService } from '../organisation/organisation.service.js';
import { PayRecordsService } from '../pay-records/pay-records.service.js';
import type { Actor } from '../platform/access/actor.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';

/** KS 31(2)–(3): the decision becomes a fact of pay; what it costs is the allowance policy's. */
@Injectable()
export class DeductionService {
  constructor(
    private readonly records: PayRecordsService,
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
  ) {}

  async record(actor: Actor, row: { id: Uuid; employmentId: Uuid; month: IsoMonth | null }, note: string): Promise<void> {
    if (row.month === null) throw new DomainError('state-refused', { status: 'no-month', action: 'deduct' });
    const kind = (await this.organisation.onDate(lastDay(row.month))).employments.get(row.employmentId)?.kind ?? 'pns';
    const law = await this.regulations.lawOn(firstDay(row.month), kind);
    const code = law.performance.rules.followUp?.nonReporting?.obligation;
    // Without a rate in the policy the fact would cost nothing in silence.
    if (!code || !law.allowance.rules.compliance?.[code]) {
      throw refusedByRule({ code: 'case.no-rate', params: {}, cite: law.performance.cite('followUp.nonReporting.obligation') });
    }
    await this.records.recordFor(actor, complianceRecord(row.employmentId, code, row.month, note), `follow-up:${row.id}`);
  }
}

function complianceRecord(employmentId: Uuid, code: string, month: IsoMonth, reason: string): PayRecordInput {
  return {
    kind: 'compliance', employmentId, unitId: null, from: firstDay(month), to: lastDay(month), code, amount: null, value: null, checkIn: null, checkOut: null,
    breakMinutes: null, child: null, cause: null, class: null, documentNumber: null, documentDate: null, reason,
  };
}
