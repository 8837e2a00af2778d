import { Injectable } from '@nestjs/common';
import type { IsoMonth } from '@ekinerja/contracts/basics';
import type { OpenPayRunRequest, PayRunView, SpecialPayment } from '@ekinerja/contracts/pay-runs';
import { paymentMonth } from '@ekinerja/regulations/allowance';
import { firstDay, monthOf } from '@ekinerja/regulations/dates';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { PayRunRepository } from './pay-run.repository.js';
import { PayRunViewService } from './pay-run-view.service.js';

@Injectable()
export class PayRunOpenService {
  constructor(
    private readonly db: Database,
    private readonly repository: PayRunRepository,
    private readonly view: PayRunViewService,
    private readonly regulations: RegulationsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** The special payments that the policy in force in a month rules; none: only the other kinds can be opened. */
  async specials(month: IsoMonth): Promise<SpecialPayment[]> {
    const { runs } = (await this.regulations.lawOn(firstDay(month))).allowance.rules;
    return Object.entries(runs ?? {}).flatMap(([code, rule]) => (rule ? [{ code, name: rule.name }] : []));
  }

  /** Opens the month's run, or finds the one that is open; SKPDs that have come since get their row. */
  async open(actor: Actor, { month, kind = 'regular', code }: OpenPayRunRequest): Promise<PayRunView> {
    const present = monthOf(actor.today);
    if (month > present) throw new DomainError('month-not-over', { month, closableFrom: firstDay(month) });
    const law = await this.regulations.lawOn(firstDay(month));
    if ((kind === 'special') !== (code !== undefined) || (code !== undefined && !law.allowance.rules.runs?.[code])) {
      const known = Object.keys(law.allowance.rules.runs ?? {}).join(', ');
      throw new DomainError('validation-failed', {}, { fields: [{ field: 'code', rule: 'unknownCode', params: { known: known || '–' } }] });
    }
    const usual = paymentMonth(month, law);
    const wanted = { month, kind, code: code ?? '', paymentMonth: kind === 'regular' ? usual : later(present, kind === 'special' ? month : usual) };
    const runId = await this.db.transaction(async () => {
      const { run, fresh } = await this.repository.open(wanted, this.clock.now(), actor.accountId);
      await this.repository.addUnits(run);
      if (fresh) {
        const after = { month, paymentMonth: run.paymentMonth, kind: run.kind, code: run.code, sequence: run.sequence };
        await this.audit.record({ actor, action: 'pay-run.opened', subjectType: 'pay-run', subjectId: run.id, after });
      }
      return run.id;
    });
    return this.view.run(actor, runId);
  }
}

function later(a: IsoMonth, b: IsoMonth): IsoMonth {
  return a > b ? a : b;
}
