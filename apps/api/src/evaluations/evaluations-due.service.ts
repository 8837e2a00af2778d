import { Injectable } from '@nestjs/common';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { Evaluation, EvaluationDueItem, EvaluationKind, EvaluationsDue, PeriodicResult } from '@ekinerja/contracts/evaluations';
import { endOfDay, lastDay } from '@ekinerja/regulations/dates';
import { ActivitiesService } from '../activities/activities.service.js';
import { AuditService } from '../audit/audit.service.js';
import { ProgressService } from '../feedback/progress.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { PeriodsService } from '../periods/periods.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { SkpService } from '../skp/skp.service.js';
import { partView } from './evaluation-parts.repository.js';
import { EvaluationPartsService } from './evaluation-parts.service.js';
import { EvaluationsRepository, evaluationView, setBy, type EvaluationRow } from './evaluations.repository.js';
import { previousAdvice } from './previous-advice.js';
import { RatingLawService } from './rating-law.service.js';
import { RatingLineService } from './rating-line.service.js';
import { RatingRulesService } from './rating-rules.service.js';
import { UnitPerformanceRepository } from './unit-performance.repository.js';
import { UnitPerformanceService } from './unit-performance.service.js';

/** What a superior has to rate (BN 14(1), BK 5(1)), and what has been rated. */
@Injectable()
export class EvaluationsDueService {
  constructor(
    private readonly clock: Clock,
    private readonly evaluations: EvaluationsRepository,
    private readonly lines: RatingLineService,
    private readonly laws: RatingLawService,
    private readonly rules: RatingRulesService,
    private readonly parts: EvaluationPartsService,
    private readonly attainments: UnitPerformanceRepository,
    private readonly units: UnitPerformanceService,
    private readonly skp: SkpService,
    private readonly activities: ActivitiesService,
    private readonly progress: ProgressService,
    private readonly periods: PeriodsService,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
  ) {}

  async due(actor: Actor, month: IsoMonth, kind: EvaluationKind): Promise<EvaluationsDue> {
    if (actor.employmentId === null) throw new DomainError('permission-denied');
    const items = await this.items(actor, actor.employmentId, month, kind);
    const open = items.filter((item) => item.evaluation === null);
    const [next] = [...(open.length > 0 ? open : items)].sort((a, b) => a.dueAt.localeCompare(b.dueAt));
    const skpdId = await this.periods.skpdOfMonth(actor.employmentId, month);
    return {
      kind,
      month,
      opensOn: (await this.laws.of({ employeeKind: 'pns', month, today: actor.today, skp: null, kind })).opensOn,
      dueAt: next?.dueAt ?? null,
      dueCite: next?.dueCite ?? null,
      late: next?.late ?? false,
      closed: kind === 'periodic' && skpdId !== null && (await this.periods.isClosed(skpdId, month)),
      items,
      organisations: await this.units.signedBy(actor.employmentId, kind, month, actor.today),
      parts: await this.parts.due(actor, actor.employmentId, kind, month),
    };
  }

  async mine(actor: Actor): Promise<Evaluation[]> {
    return actor.employmentId === null ? [] : (await this.evaluations.ofEmployment(actor.employmentId)).map(evaluationView);
  }

  async get(actor: Actor, id: Uuid): Promise<Evaluation> {
    const row = await this.evaluations.find(id);
    if (!row) throw new DomainError('not-found');
    if (!setBy(row, actor.employmentId)) await this.organisation.requireReadable(actor, row.employmentId);
    if (row.employmentId !== actor.employmentId) await this.audit.logRead(actor, 'evaluation.detail', 'evaluation', id);
    return evaluationView(row);
  }

  private async items(actor: Actor, evaluator: Uuid, month: IsoMonth, kind: EvaluationKind): Promise<EvaluationDueItem[]> {
    const ids = await this.lines.subordinatesFor(evaluator, month, actor.today);
    const day = this.lines.dayOf(month, actor.today);
    const org = await this.organisation.onDate(day);
    const counts = kind === 'annual' ? await this.activities.countsOfYear(month, ids) : await this.activities.countsOf(month, ids);
    const skps = await this.skp.coveringOf(ids, lastDay(month));
    const all = groupedBy(await this.evaluations.ofMany(ids), ({ employmentId }) => employmentId);
    const measured = await this.rules.measured(ids, kind, month, actor.today);
    const earlier = groupedBy(await this.parts.of(ids, kind, month), ({ employmentId }) => employmentId);
    const organisations = await this.organisationsOf(ids, month, kind, actor.today);
    const takeOvers = await this.progress.takeOversOf(ids, `${month.slice(0, 4)}-01-01`, lastDay(month));
    const items: EvaluationDueItem[] = [];
    for (const employmentId of ids) {
      const employment = org.employments.get(employmentId);
      if (!employment) continue;
      const post = org.definitivePost(employmentId);
      const count = counts.get(employmentId);
      const measurement = measured.get(employmentId);
      const { shown, due } = await this.rules.of({
        employmentId, employeeKind: employment.kind, kind, month, today: actor.today, skp: skps.get(employmentId) ?? null, measurement,
      });
      const own = all.get(employmentId) ?? [];
      const found = own.find((row) => row.kind === kind && row.month === month);
      const dueAt = endOfDay(due.date, this.clock.timeZone);
      items.push({
        employmentId,
        personName: employment.name,
        nip: employment.nip,
        postName: post?.postName ?? null,
        unitName: post?.unitName ?? null,
        acceptedCount: count?.acceptedCount ?? 0,
        acceptedMinutes: count?.acceptedMinutes ?? 0,
        waitingCount: count?.openEntries ?? 0,
        evaluation: found ? evaluationView(found) : null,
        form: shown,
        takeOvers: takeOvers.filter((note) => note.employmentId === employmentId),
        dueAt: dueAt.toISOString(),
        dueCite: due.cite,
        late: !found && this.clock.now() >= dueAt,
        previous: previousAdvice(own, kind, month),
        // TL 24, BN 11(1): the year's periodic results stand beside the annual judgement, and are never averaged into it.
        periodic: kind === 'annual' ? own.filter((row) => row.kind === 'periodic' && row.month.startsWith(month.slice(0, 4))).map(periodicResult) : [],
        earlier: (earlier.get(employmentId) ?? []).filter((part) => part.evaluatorEmploymentId !== evaluator).map(partView),
        measurement: measurement ? { id: measurement.id, status: measurement.status, score: measurement.score } : null,
        organisation: organisations.get(employmentId) ?? null,
      });
    }
    return items.sort((a, b) => a.personName.localeCompare(b.personName, 'id'));
  }

  private async organisationsOf(ids: Uuid[], month: IsoMonth, kind: EvaluationKind, today: IsoDate): Promise<Map<Uuid, NonNullable<EvaluationDueItem['organisation']>>> {
    const found = new Map<Uuid, NonNullable<EvaluationDueItem['organisation']>>();
    for (const employmentId of ids) {
      const unit = await this.lines.organisationOf(employmentId, this.lines.dayOf(month, today));
      if (unit) found.set(employmentId, { unitId: unit.id, unitName: unit.name, predicate: null });
    }
    const signed = new Map((await this.attainments.ofUnits([...new Set([...found.values()].map(({ unitId }) => unitId))], kind, month)).map((row) => [row.unitId, row.predicate]));
    for (const organisation of found.values()) organisation.predicate = signed.get(organisation.unitId) ?? null;
    return found;
  }
}

function periodicResult(row: EvaluationRow): PeriodicResult {
  const { id, month, predicate, score, resultRating, behaviourRating, note, recommendation, evaluator } = evaluationView(row);
  return { id, month, predicate, score, resultRating, behaviourRating, note, recommendation, evaluatorName: evaluator.personName };
}

function groupedBy<T>(rows: readonly T[], key: (row: T) => Uuid): Map<Uuid, T[]> {
  const groups = new Map<Uuid, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}
