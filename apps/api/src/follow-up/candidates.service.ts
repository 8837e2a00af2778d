import { Injectable } from '@nestjs/common';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { CaseCandidate } from '@ekinerja/contracts/follow-up';
import { firstDay, lastDay } from '@ekinerja/regulations/dates';
import { sanctionEntry } from '@ekinerja/regulations/follow-up';
import { ActivityMonthService } from '../activities/activity-month.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { reach, type Actor } from '../platform/access/actor.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { CasesRepository } from './cases.repository.js';

const READ = ['superadmin', 'auditor', 'staffing-manager', 'unit-admin', 'unit-head'] as const;

/** Whom the regulation lets a case be opened for; opening it is a person's decision. */
@Injectable()
export class CandidatesService {
  constructor(
    private readonly cases: CasesRepository,
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
    private readonly months: ActivityMonthService,
  ) {}

  /** TL 33.a, 34.a: annual results of a year that a ladder names. */
  async sanctions(actor: Actor, year: number): Promise<CaseCandidate[]> {
    const law = await this.regulations.lawOn(`${year}-12-31`);
    const ladders = law.performance.rules.followUp?.sanctions ?? [];
    if (ladders.length === 0) return [];
    const predicates = [...new Set(ladders.flatMap((one) => one.predicates))];
    const rows = await this.cases.annual({ year, predicates, skpdIds: reach(actor, READ), evaluationId: null });
    return rows.flatMap((row): CaseCandidate[] => {
      const entry = sanctionEntry({ postKind: row.postKind, employeeKind: row.kind, predicate: row.predicate, wholeYearInPost: row.wholeYear }, law);
      if (!entry) return [];
      const { employmentId, personName, nip, postName, unitName, evaluationId, predicate } = row;
      return [{ kind: 'sanction', employmentId, personName, nip, postName, unitName, evaluationId, predicate, ladder: entry.ladder.code, year, month: null, people: null, days: null, cite: entry.cite }];
    });
  }

  /**
   * BN 14(3): evaluators on record for not having evaluated, who have no case yet. Lateness alone is no record, and a
   * record stands though the evaluation was made at last.
   * @param month of one period alone; null: of all
   */
  async evaluators(actor: Actor, month: IsoMonth | null): Promise<CaseCandidate[]> {
    const rows = await this.cases.neglected({ month, skpdIds: reach(actor, READ), evaluator: null });
    const candidates: CaseCandidate[] = [];
    for (const { employmentId, month: of, people } of rows) {
      const date = lastDay(of);
      const snapshot = await this.organisation.onDate(date);
      const person = snapshot.employments.get(employmentId);
      const { performance } = await this.regulations.lawOn(date, person?.kind);
      if (!person || !performance.rules.followUp?.evaluators) continue;
      const post = snapshot.definitivePost(employmentId);
      candidates.push({
        kind: 'evaluator', employmentId, personName: person.name, nip: person.nip, postName: post?.postName ?? null, unitName: post?.unitName ?? null, evaluationId: null,
        predicate: null, ladder: null, year: Number(of.slice(0, 4)), month: of, people, days: null, cite: performance.cite('followUp.evaluators'),
      });
    }
    return candidates;
  }

  /** How many that evaluator is on record for not having evaluated in the month. */
  async leftBy(evaluator: Uuid, month: IsoMonth): Promise<number> {
    return (await this.cases.neglected({ month, skpdIds: null, evaluator }))[0]?.people ?? 0;
  }

  /** Working days of the month without an entry of that employee. */
  async silentDays(employmentId: Uuid, month: IsoMonth, today: IsoDate): Promise<number> {
    return (await this.months.daysLacking([employmentId], month, today)).get(employmentId) ?? 0;
  }

  /** KS 31(1): own subordinates who reported nothing on working days of the month; whether on purpose is the evaluator's to find. */
  async silent(actor: Actor, month: IsoMonth): Promise<CaseCandidate[]> {
    if (actor.employmentId === null) return [];
    const date = lastDay(month) < actor.today ? lastDay(month) : actor.today;
    const laws = await this.regulations.law();
    const snapshot = await this.organisation.onDate(date);
    const lawOf = (employmentId: Uuid) => laws.on(firstDay(month), { employeeKind: snapshot.employments.get(employmentId)?.kind ?? 'pns' });
    const known = new Set((await this.cases.casesOfMonth('non-reporting', month)).map(({ employmentId }) => employmentId));
    const people = (await this.organisation.subordinatesOn(actor.employmentId, actor.today)).filter(
      (employmentId) => !known.has(employmentId) && lawOf(employmentId).performance.rules.followUp?.nonReporting,
    );
    if (people.length === 0) return [];
    const lacking = await this.months.daysLacking(people, month, actor.today);
    return [...lacking].flatMap(([employmentId, days]): CaseCandidate[] => {
      const person = snapshot.employments.get(employmentId);
      if (!person) return [];
      const post = snapshot.definitivePost(employmentId);
      return [{
        kind: 'non-reporting', employmentId, personName: person.name, nip: person.nip, postName: post?.postName ?? null, unitName: post?.unitName ?? null, evaluationId: null,
        predicate: null, ladder: null, year: Number(month.slice(0, 4)), month, people: null, days, cite: lawOf(employmentId).performance.cite('followUp.nonReporting'),
      }];
    });
  }
}
