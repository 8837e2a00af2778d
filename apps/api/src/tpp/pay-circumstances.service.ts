import { Injectable } from '@nestjs/common';
import type { EmployeeKind, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { SalaryFact } from '@ekinerja/contracts/pay-records';
import type { AllowanceFacts } from '@ekinerja/regulations/allowance';
import { addMonths } from '@ekinerja/regulations/dates';
import type { LawSet } from '@ekinerja/regulations/law';
import { EvaluationsService } from '../evaluations/evaluations.service.js';
import { PayRecordsService, type RecordFact } from '../pay-records/pay-records.service.js';
import { SalaryService } from '../pay-records/salary.service.js';
import { PayCircumstancesRepository, type ActingPost, type HeldPay, type OtherSlip } from './pay-circumstances.repository.js';

/** What is known of one person besides presence, evaluation and entries. */
export interface Circumstances {
  records: readonly RecordFact[];
  salary: SalaryFact | undefined;
  earlier: { months: number; gross: number; pension: number; withheld: number } | undefined;
  /** Slips of other runs paid in this payment month. */
  sameMonth: readonly OtherSlip[];
  /** Slips paid earlier in the tax year, where the law settles in this month. */
  sameYear: readonly OtherSlip[];
  acting: readonly ActingPost[];
  held: readonly HeldPay[];
  /** Paid for the month before it was judged. */
  advances: NonNullable<AllowanceFacts['advances']>;
  evaluations: NonNullable<AllowanceFacts['evaluations']>;
}
export interface CircumstancesQuestion {
  runId: Uuid | null;
  month: IsoMonth;
  paymentMonth: IsoMonth;
  laws: ReadonlyMap<EmployeeKind, LawSet>;
}

const NONE: Circumstances = { records: [], salary: undefined, earlier: undefined, sameMonth: [], sameYear: [], acting: [], held: [], advances: [], evaluations: [] };

/** Loads the circumstances of a batch with one query a kind, and only those kinds that the law or the records ask for. */
@Injectable()
export class PayCircumstancesService {
  constructor(
    private readonly repository: PayCircumstancesRepository,
    private readonly records: PayRecordsService,
    private readonly salaries: SalaryService,
    private readonly evaluations: EvaluationsService,
  ) {}

  /** Asks once a unit what the batches need not ask again. */
  async of(question: CircumstancesQuestion): Promise<(employmentIds: Uuid[]) => Promise<(employmentId: Uuid) => Circumstances>> {
    const { runId, month, paymentMonth } = question;
    const rules = [...question.laws.values()].map((law) => law.allowance.rules);
    const settles = paymentMonth.endsWith('-12') && rules.some(({ tax }) => tax?.method === 'ter' && tax.december !== undefined);
    const january = `${paymentMonth.slice(0, 4)}-01`;
    const others = await this.repository.othersPaid(runId, settles ? january : paymentMonth, paymentMonth);
    const inAdvance = [...new Set(rules.flatMap(({ runs }) => Object.entries(runs ?? {}).flatMap(([code, rule]) => (rule?.advance ? [code] : []))))];
    const lag = Math.max(...rules.map(lagMonths));
    return async (employmentIds) => {
      const records = await this.records.inForce(month, employmentIds, question.laws.values());
      const salary = await this.salaries.ofMonth(paymentMonth, employmentIds);
      const earlier = settles ? await this.salaries.earlierInYear(paymentMonth, employmentIds) : null;
      const slips = others ? await this.repository.otherSlips(runId, settles ? january : paymentMonth, paymentMonth, employmentIds) : null;
      const acting = await this.repository.actingPosts(month, employmentIds);
      const held = await this.repository.heldPay(month, employmentIds);
      const advances = inAdvance.length > 0 ? await this.repository.advances(month, inAdvance, employmentIds) : null;
      const past = lag > 0 ? await this.earlierEvaluations(month, lag, employmentIds) : null;
      return (id) => {
        const own = slips?.get(id) ?? [];
        return {
          ...NONE,
          records: records.get(id) ?? NONE.records,
          salary: salary.get(id),
          earlier: earlier?.get(id),
          sameMonth: own.filter((slip) => slip.paymentMonth === paymentMonth),
          sameYear: own.filter((slip) => slip.paymentMonth < paymentMonth),
          acting: acting.get(id) ?? NONE.acting,
          held: held.get(id) ?? NONE.held,
          advances: advances?.get(id) ?? NONE.advances,
          evaluations: past?.get(id) ?? NONE.evaluations,
        };
      };
    };
  }

  private async earlierEvaluations(month: IsoMonth, months: number, employmentIds: Uuid[]): Promise<Map<Uuid, NonNullable<AllowanceFacts['evaluations']>[number][]>> {
    const found = new Map<Uuid, NonNullable<AllowanceFacts['evaluations']>[number][]>();
    for (let back = 1; back <= months; back += 1) {
      for (const [id, { predicate, score, month: of }] of await this.evaluations.ofMonth(addMonths(month, -back), employmentIds)) {
        const own = found.get(id) ?? [];
        if (!own.some((one) => one.month === of)) own.push({ predicate, score, month: of });
        found.set(id, own);
      }
    }
    return found;
  }
}

/** How many months back the lagging measures of a policy reach: two quarters ago is at most eight months back. */
function lagMonths(node: unknown): number {
  if (Array.isArray(node)) return Math.max(0, ...node.map(lagMonths));
  if (typeof node !== 'object' || node === null) return 0;
  const { lag, ...rest } = node as { lag?: { months?: number; quarters?: number; semesters?: number; years?: number } };
  const own = lag ? Math.max(lag.months ?? 0, lag.quarters ? lag.quarters * 3 + 2 : 0, lag.semesters ? lag.semesters * 6 + 5 : 0, lag.years ? lag.years * 12 + 11 : 0) : 0;
  return Math.max(own, ...Object.values(rest).map(lagMonths));
}
