import { Injectable } from '@nestjs/common';
import type { IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { Evaluation, EvaluationDueItem, EvaluationsDue } from '@ekinerja/contracts/evaluations';
import { endOfDay, lastDay } from '@ekinerja/regulations/dates';
import { ActivitiesService } from '../activities/activities.service.js';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { PeriodsService } from '../periods/periods.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { SkpService } from '../skp/skp.service.js';
import { EvaluationsRepository, evaluationView } from './evaluations.repository.js';
import { RatingLawService } from './rating-law.service.js';
import { RatingLineService } from './rating-line.service.js';
import { UnitPerformanceService } from './unit-performance.service.js';

/** What a superior has to rate (BN 14(1), BK 5(1)), and what has been rated. */
@Injectable()
export class EvaluationsDueService {
  constructor(
    private readonly clock: Clock,
    private readonly evaluations: EvaluationsRepository,
    private readonly lines: RatingLineService,
    private readonly laws: RatingLawService,
    private readonly units: UnitPerformanceService,
    private readonly skp: SkpService,
    private readonly activities: ActivitiesService,
    private readonly periods: PeriodsService,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
  ) {}

  async due(actor: Actor, month: IsoMonth): Promise<EvaluationsDue> {
    if (actor.employmentId === null) throw new DomainError('permission-denied');
    const items = await this.items(actor, actor.employmentId, month);
    const open = items.filter((item) => item.evaluation === null);
    const [next] = [...(open.length > 0 ? open : items)].sort((a, b) => a.dueAt.localeCompare(b.dueAt));
    const skpdId = await this.periods.skpdOfMonth(actor.employmentId, month);
    return {
      month,
      opensOn: (await this.laws.of('pns', month, actor.today, null)).opensOn,
      dueAt: next?.dueAt ?? null,
      dueCite: next?.dueCite ?? null,
      late: next !== undefined && next.evaluation === null && this.clock.now() >= new Date(next.dueAt),
      closed: skpdId !== null && (await this.periods.isClosed(skpdId, month)),
      items,
      organisations: await this.units.signedBy(actor.employmentId, month, actor.today),
    };
  }

  async mine(actor: Actor): Promise<Evaluation[]> {
    return actor.employmentId === null ? [] : (await this.evaluations.ofEmployment(actor.employmentId)).map(evaluationView);
  }

  async get(actor: Actor, id: Uuid): Promise<Evaluation> {
    const row = await this.evaluations.find(id);
    if (!row) throw new DomainError('not-found');
    if (row.evaluator.person.employmentId !== actor.employmentId) await this.organisation.requireReadable(actor, row.employmentId);
    if (row.employmentId !== actor.employmentId) await this.audit.logRead(actor, 'evaluation.detail', 'evaluation', id);
    return evaluationView(row);
  }

  private async items(actor: Actor, evaluator: Uuid, month: IsoMonth): Promise<EvaluationDueItem[]> {
    const ids = await this.lines.subordinatesFor(evaluator, month, actor.today);
    const org = await this.organisation.onDate(this.lines.dayOf(month, actor.today));
    const counts = await this.activities.countsOf(month, ids);
    const skps = await this.skp.coveringOf(ids, lastDay(month));
    const rated = new Map((await this.evaluations.latest(ids, month, month)).map((row) => [row.employmentId, evaluationView(row)]));
    const items: EvaluationDueItem[] = [];
    for (const employmentId of ids) {
      const employment = org.employments.get(employmentId);
      if (!employment) continue;
      const post = org.definitivePost(employmentId);
      const count = counts.get(employmentId);
      const { shown, due } = await this.laws.of(employment.kind, month, actor.today, skps.get(employmentId) ?? null);
      items.push({
        employmentId,
        personName: employment.name,
        nip: employment.nip,
        postName: post?.postName ?? null,
        unitName: post?.unitName ?? null,
        acceptedCount: count?.acceptedCount ?? 0,
        acceptedMinutes: count?.acceptedMinutes ?? 0,
        waitingCount: count?.openEntries ?? 0,
        evaluation: rated.get(employmentId) ?? null,
        form: shown,
        dueAt: endOfDay(due.date, this.clock.timeZone).toISOString(),
        dueCite: due.cite,
      });
    }
    return items.sort((a, b) => a.personName.localeCompare(b.personName, 'id'));
  }
}
