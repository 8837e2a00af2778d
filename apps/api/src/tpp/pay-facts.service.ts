import { Injectable } from '@nestjs/common';
import { EMPLOYEE_KINDS, type EmployeeKind, type IsoDate, type IsoMonth, type Uuid } from '@ekinerja/contracts/basics';
import type { RunKind } from '@ekinerja/contracts/pay-runs';
import { judgedUntil, paymentMonth as paymentMonthOf, ruleDay } from '@ekinerja/regulations/allowance';
import { waitsForBackPay } from '@ekinerja/regulations/back-pay';
import { addMonths, firstDay } from '@ekinerja/regulations/dates';
import type { Law, LawSet } from '@ekinerja/regulations/law';
import { ActivitiesService, type ActivityCounts } from '../activities/activities.service.js';
import { AttendanceService } from '../attendance/attendance.service.js';
import { EvaluationsService } from '../evaluations/evaluations.service.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { calculatePerson, type PersonFacts, type PersonResult, type Question } from './pay-calculation.js';
import { PayCircumstancesRepository } from './pay-circumstances.repository.js';
import { PayCircumstancesService } from './pay-circumstances.service.js';
import { batchesOf, inStep } from './pay-batches.js';
import { PayPeopleRepository, type ListedPerson, type OpenAdjustment } from './pay-people.repository.js';

export interface PayScope extends Question {
  /** Waivers are those of a run; an estimate has none. */
  runId: Uuid | null;
  employmentIds?: Uuid[];
  /** Left out: by the policy. */
  paymentMonth?: IsoMonth;
  /** Left out: the month's regular run. */
  runKind?: RunKind;
  /** The month again, after it was taken back: who has been paid by a supplementary run meanwhile stays out. */
  again?: boolean;
  /** Corrections of earlier months become lines; a recomputation leaves them out. */
  withAdjustments: boolean;
  /** The month by itself: what was held before or paid ahead stays out as well. */
  alone?: boolean;
  /** SKPD under which the run keeps the waivers; left out: the one asked about. */
  waiversOf?: Uuid;
  /** Another law than the one in force, for a question; never for a run. */
  law?: Law;
  /** The person as the question supposes them to be. */
  suppose?: (person: ListedPerson) => ListedPerson;
}

const NO_ACTIVITIES = { acceptedCount: 0, acceptedMinutes: 0, daysWithEntry: 0 };
const NOWHERE: ReadonlyMap<Uuid, NonNullable<PersonFacts['paidElsewhere']>> = new Map();
const NO_WAIVERS: ReadonlyMap<string, string> = new Map();

/** Loads every fact of an SKPD's month set-wise, a batch of people at a time, and calculates each by the pure rule. */
@Injectable()
export class PayFactsService {
  constructor(
    private readonly people: PayPeopleRepository,
    private readonly circumstances: PayCircumstancesService,
    private readonly circumstancesRepository: PayCircumstancesRepository,
    private readonly attendance: AttendanceService,
    private readonly evaluations: EvaluationsService,
    private readonly activities: ActivitiesService,
    private readonly regulations: RegulationsService,
  ) {}

  /**
   * Results in the order of names, a batch at a time, so that a big SKPD never stands in memory as a whole. While one
   * batch is calculated the one before is handed to `work` and the next one read: processor and database both have work.
   * @param keep what of a result outlives its calculation; left out: all of it
   * @returns how many activity entries of the month are still open
   */
  async forEachBatch<Kept = PersonResult>(
    scope: PayScope, work: (results: Kept[]) => Promise<void> | void, keep: (result: PersonResult) => Kept = (result) => result as Kept,
  ): Promise<{ openEntries: number }> {
    const { month, skpdId, runId } = scope;
    const laws = await this.laws(scope);
    const listed = await this.listed(scope, laws);
    const unitKindOf = await this.attendance.dutyUnitKinds();
    const activities = await this.activitiesOf(scope, laws);
    const waivers = runId ? await this.people.waivers(runId, scope.waiversOf ?? skpdId) : new Map<Uuid, Map<string, string>>();
    const paymentMonth = scope.paymentMonth ?? paymentMonthOf(month, laws.get('pns') as LawSet);
    // Only a policy that pays by days asks on which day a CPNS became a PNS.
    const prorated = [...laws.values()].some((law) => law.allowance.rules.transfer.prorate !== undefined);
    const circumstances = await this.circumstances.of({ runId, month, paymentMonth, laws });
    const load = async (batch: readonly ListedPerson[]) => {
      const ids = batch.map((person) => person.employmentId);
      const circumstancesOf = await circumstances(ids);
      const records = new Map(ids.map((id) => [id, circumstancesOf(id).records]));
      const presence = await this.attendance.rowsOf(month, ids, records);
      const evaluations = await this.evaluations.ofMonth(month, ids);
      const adjustments = scope.withAdjustments ? await this.people.openAdjustments(settledBefore(scope), ids) : new Map<Uuid, OpenAdjustment[]>();
      const kinds = prorated ? await this.people.kindChanges(month, ids) : null;
      const elsewhere = scope.runKind === 'regular' ? await this.circumstancesRepository.paidElsewhere(month, skpdId, ids) : NOWHERE;
      const due = ({ paidIn }: OpenAdjustment) => scope.runKind === 'back-pay' || !waitsForBackPay(paidIn, paymentMonth);
      return batch.map((listedPerson) => (): PersonFacts => {
        const known = { ...listedPerson, kinds: kinds?.get(listedPerson.employmentId) ?? listedPerson.kinds };
        const person = scope.suppose?.(known) ?? known;
        const counts = activities(person);
        return {
          person,
          presence: presence(person.employmentId),
          evaluation: evaluations.get(person.employmentId) ?? null,
          activities: counts
            ? { acceptedCount: counts.acceptedCount, acceptedMinutes: counts.acceptedMinutes, daysWithEntry: counts.daysWithEntry }
            : NO_ACTIVITIES,
          waivers: waivers.get(person.employmentId) ?? NO_WAIVERS,
          adjustments: (adjustments.get(person.employmentId) ?? []).filter(due),
          circumstances: scope.alone ? { ...circumstancesOf(person.employmentId), held: [], advances: [] } : circumstancesOf(person.employmentId),
          paymentMonth,
          unitKindOf,
          paidElsewhere: elsewhere.get(person.employmentId),
        };
      });
    };
    const calculate = (factsOf: () => PersonFacts) => {
      const facts = factsOf();
      return keep(calculatePerson(facts, scope, laws.get(facts.person.kind) as LawSet));
    };
    await inStep(batchesOf(listed), load, calculate, work);
    return { openEntries: activities.open };
  }

  /** Whom the run is about: everybody of the month, those whom it has not paid yet, or those with open corrections. */
  private async listed(scope: PayScope, laws: Map<EmployeeKind, LawSet>): Promise<ListedPerson[]> {
    const { month, skpdId, employmentIds } = scope;
    const listed = await this.people.listed({ month, skpdId, ruleDays: ruleDays(laws, scope), employmentIds });
    const ids = listed.map((person) => person.employmentId);
    // Somebody whose month is paid gets no advance on it any more.
    const advance = scope.runKind === 'special' && [...laws.values()].some((law) => law.allowance.rules.runs?.[scope.runCode ?? '']?.advance === true);
    if (scope.runKind === 'supplementary' || scope.again || advance) {
      const paid = await this.circumstancesRepository.paidInMonth(month, ids);
      return listed.filter((person) => !paid.has(person.employmentId));
    }
    if (scope.runKind !== 'back-pay') return listed;
    const open = await this.people.openAdjustments(settledBefore(scope), ids);
    const held = await this.circumstancesRepository.heldPay(month, ids);
    return listed.filter((person) => open.has(person.employmentId) || held.has(person.employmentId));
  }

  /** Entries up to the last day that counts: one query, and a second only where kinds of employees are judged to different days. */
  private async activitiesOf({ month, skpdId, employmentIds }: PayScope, laws: Map<EmployeeKind, LawSet>) {
    const untilOf = new Map([...laws].map(([kind, law]) => [kind, judgedUntil(month, law)]));
    const found = new Map<IsoDate, Map<Uuid, ActivityCounts>>();
    for (const until of [...new Set(untilOf.values())].sort())
      found.set(until, employmentIds ? await this.activities.countsOf(month, employmentIds, until) : await this.activities.monthCounts(month, skpdId, until));
    const latest = [...found.values()].at(-1) ?? new Map<Uuid, ActivityCounts>();
    const open = [...latest.values()].reduce((sum, counts) => sum + counts.openEntries, 0);
    return Object.assign(({ kind, employmentId }: ListedPerson) => found.get(untilOf.get(kind) as IsoDate)?.get(employmentId), { open });
  }

  /** All results of a scope that is known to be small. */
  async results(scope: PayScope): Promise<PersonResult[]> {
    const all: PersonResult[] = [];
    await this.forEachBatch(scope, (batch) => void all.push(...batch));
    return all;
  }

  private async laws({ month, law: supposed }: PayScope): Promise<Map<EmployeeKind, LawSet>> {
    const law = supposed ?? (await this.regulations.law());
    return new Map(EMPLOYEE_KINDS.map((kind) => [kind, law.on(firstDay(month), { employeeKind: kind })]));
  }
}

/** A back-pay run pays corrections of its own month as well. */
function settledBefore({ month, runKind }: PayScope): IsoMonth {
  return runKind === 'back-pay' ? addMonths(month, 1) : month;
}

function ruleDays(laws: Map<EmployeeKind, LawSet>, { month }: PayScope): Map<EmployeeKind, IsoDate> {
  return new Map([...laws].map(([kind, law]) => [kind, ruleDay(month, law)]));
}
