import { Injectable } from '@nestjs/common';
import { EMPLOYEE_KINDS, type IsoDate, type IsoMonth } from '@ekinerja/contracts/basics';
import { closableFrom, judgedUntil } from '@ekinerja/regulations/allowance';
import { firstDay } from '@ekinerja/regulations/dates';
import type { LawSet } from '@ekinerja/regulations/law';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import type { UnitRecord } from './pay-run.repository.js';

/** When a month's days have all been, by the law of the month: a December that is paid inside its year ends early. */
@Injectable()
export class MonthEndService {
  constructor(
    private readonly regulations: RegulationsService,
    private readonly clock: Clock,
  ) {}

  /** An SKPD closes as a whole: where kinds of employees differ, the latest day. */
  async closableFrom(month: IsoMonth): Promise<IsoDate> {
    return this.latest(month, (law) => closableFrom(month, law));
  }

  /** Last day that anybody's pay of the month rests on. */
  async judgedUntil(month: IsoMonth): Promise<IsoDate> {
    return this.latest(month, (law) => judgedUntil(month, law));
  }

  /** A month's own pay waits for its end; corrections and special payments do not. @throws DomainError `month-not-over` */
  async requireOver({ kind, month }: Pick<UnitRecord, 'kind' | 'month'>): Promise<void> {
    if (kind === 'back-pay' || kind === 'special') return;
    const from = await this.closableFrom(month);
    if (this.clock.today() < from) throw new DomainError('month-not-over', { month, closableFrom: from });
  }

  private async latest(month: IsoMonth, day: (law: LawSet) => IsoDate): Promise<IsoDate> {
    const law = await this.regulations.law();
    return EMPLOYEE_KINDS.map((employeeKind) => day(law.on(firstDay(month), { employeeKind }))).sort().at(-1) as IsoDate;
  }
}
