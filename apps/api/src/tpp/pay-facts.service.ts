import { Injectable } from '@nestjs/common';
import { EMPLOYEE_KINDS, type EmployeeKind, type IsoDate, type Uuid } from '@ekinerja/contracts/basics';
import { ruleDay } from '@ekinerja/regulations/allowance';
import { firstDay } from '@ekinerja/regulations/dates';
import type { LawSet } from '@ekinerja/regulations/law';
import { ActivitiesService } from '../activities/activities.service.js';
import { AttendanceService } from '../attendance/attendance.service.js';
import { EvaluationsService } from '../evaluations/evaluations.service.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { calculatePerson, type PersonResult, type Question } from './pay-calculation.js';
import { PayPeopleRepository } from './pay-people.repository.js';

export interface PayScope extends Question {
  /** Waivers are those of a run; an estimate has none. */
  runId: Uuid | null;
  employmentIds?: Uuid[];
  /** Corrections of earlier months become lines; a recomputation leaves them out. */
  withAdjustments: boolean;
}

const BATCH = 1000;
const NO_ACTIVITIES = { acceptedCount: 0, acceptedMinutes: 0, daysWithEntry: 0 };
const NO_WAIVERS: ReadonlyMap<string, string> = new Map();

/** Loads every fact of an SKPD's month set-wise, a batch of people at a time, and calculates each by the pure rule. */
@Injectable()
export class PayFactsService {
  constructor(
    private readonly people: PayPeopleRepository,
    private readonly attendance: AttendanceService,
    private readonly evaluations: EvaluationsService,
    private readonly activities: ActivitiesService,
    private readonly regulations: RegulationsService,
  ) {}

  /**
   * Results in the order of names, a batch at a time, so that a big SKPD never stands in memory as a whole.
   * @returns how many activity entries of the month are still open
   */
  async forEachBatch(scope: PayScope, work: (results: PersonResult[]) => Promise<void> | void): Promise<{ openEntries: number }> {
    const { month, skpdId } = scope;
    const laws = await this.laws(scope);
    const listed = await this.people.listed({ month, skpdId, ruleDays: ruleDays(laws, scope), employmentIds: scope.employmentIds });
    const unitKindOf = await this.attendance.dutyUnitKinds();
    const activities = scope.employmentIds
      ? await this.activities.countsOf(month, scope.employmentIds)
      : await this.activities.monthCounts(month, skpdId);
    const waivers = scope.runId ? await this.people.waivers(scope.runId, skpdId) : new Map<Uuid, Map<string, string>>();
    for (let start = 0; start < listed.length; start += BATCH) {
      const batch = listed.slice(start, start + BATCH);
      const ids = batch.map((person) => person.employmentId);
      const presence = await this.attendance.rowsOf(month, ids);
      const evaluations = await this.evaluations.ofMonth(month, ids);
      const adjustments = scope.withAdjustments ? await this.people.openAdjustments(month, ids) : new Map<Uuid, never>();
      const results = batch.map((person) => {
        const counts = activities.get(person.employmentId);
        return calculatePerson(
          {
            person,
            presence: presence.get(person.employmentId) ?? null,
            evaluation: evaluations.get(person.employmentId) ?? null,
            activities: counts
              ? { acceptedCount: counts.acceptedCount, acceptedMinutes: counts.acceptedMinutes, daysWithEntry: counts.daysWithEntry }
              : NO_ACTIVITIES,
            waivers: waivers.get(person.employmentId) ?? NO_WAIVERS,
            adjustments: adjustments.get(person.employmentId) ?? [],
            unitKindOf,
          },
          scope,
          laws.get(person.kind) as LawSet,
        );
      });
      await work(results);
    }
    return { openEntries: [...activities.values()].reduce((sum, counts) => sum + counts.openEntries, 0) };
  }

  /** All results of a scope that is known to be small. */
  async results(scope: PayScope): Promise<PersonResult[]> {
    const all: PersonResult[] = [];
    await this.forEachBatch(scope, (batch) => void all.push(...batch));
    return all;
  }

  private async laws({ month }: PayScope): Promise<Map<EmployeeKind, LawSet>> {
    const law = await this.regulations.law();
    return new Map(EMPLOYEE_KINDS.map((kind) => [kind, law.on(firstDay(month), { employeeKind: kind })]));
  }
}

function ruleDays(laws: Map<EmployeeKind, LawSet>, { month }: PayScope): Map<EmployeeKind, IsoDate> {
  return new Map([...laws].map(([kind, law]) => [kind, ruleDay(month, law)]));
}
