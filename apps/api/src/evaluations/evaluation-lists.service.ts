import { Injectable } from '@nestjs/common';
import { PREDICATES, type IsoMonth, type Page, type Predicate, type Uuid } from '@ekinerja/contracts/basics';
import type { Calibration, MissingEvaluation, RankedEmployee } from '@ekinerja/contracts/evaluation-lists';
import type { EvaluationKind } from '@ekinerja/contracts/evaluations';
import { endOfDay, lastDay } from '@ekinerja/regulations/dates';
import { evaluationForm } from '@ekinerja/regulations/evaluation';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { reach, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { SkpService } from '../skp/skp.service.js';
import { EvaluationListsRepository } from './evaluation-lists.repository.js';
import type { UnitMonthQuery } from './evaluations.dto.js';
import { RatingLineService } from './rating-line.service.js';
import { RatingRulesService } from './rating-rules.service.js';
import { UnitPerformanceRepository } from './unit-performance.repository.js';
import { countsOf, spread } from './unit-performance.service.js';

/** The staffing side and the PPK (regent) decide on rewards by this ranking (TL 29, 30). */
const WATCHERS = ['unit-admin', 'superadmin', 'unit-head', 'auditor', 'staffing-manager', 'regent'] as const;

/** A unit's evaluations side by side: ranking, calibration across its evaluators, and who has none. */
@Injectable()
export class EvaluationListsService {
  constructor(
    private readonly clock: Clock,
    private readonly lists: EvaluationListsRepository,
    private readonly units: UnitPerformanceRepository,
    private readonly lines: RatingLineService,
    private readonly rules: RatingRulesService,
    private readonly skp: SkpService,
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
    private readonly audit: AuditService,
  ) {}

  async ranking(actor: Actor, query: UnitMonthQuery): Promise<Page<RankedEmployee>> {
    const limit = pageLimit(query.limit);
    const rows = await this.lists.ranking(await this.scope(actor, query), readCursor(query.cursor, 'number', 'text', 'uuid'), limit + 1);
    const page = pageOf(rows, limit, (row) => [row.rank, row.personName, row.employmentId]);
    await this.audit.logReadOf(actor, page.items.map(({ employmentId }) => employmentId));
    return {
      ...page,
      items: page.items.map(({ rank: _, evaluatorEmploymentId: __, determinedAt, evaluatorName, ...row }) => ({
        ...row, evaluatorName: evaluatorName ?? '', determinedAt: determinedAt.toISOString(),
      })),
    };
  }

  async calibration(actor: Actor, query: UnitMonthQuery): Promise<Calibration[]> {
    const scope = await this.scope(actor, query);
    const skpdIds = scope.skpdIds ?? [];
    const org = await this.organisation.onDate(scope.date);
    const signed = new Map((await this.units.ofUnits(skpdIds, scope.kind, scope.month)).map((row) => [row.unitId, row.predicate]));
    const stored = await this.units.counts(skpdIds, scope.kind, scope.month, scope.date);
    const law = await this.regulations.lawOn(actor.today);
    const answers: Calibration[] = [];
    for (const unitId of skpdIds) {
      const counts = countsOf(unitId, stored);
      const predicate = signed.get(unitId) ?? null;
      const evaluators = byEvaluator(await this.lists.byEvaluator({ ...scope, skpdIds: [unitId] }));
      answers.push({ unitId, unitName: org.units.get(unitId)?.name ?? '', predicate, counts, findings: predicate ? spread(predicate, counts, law).findings : [], evaluators });
    }
    return answers;
  }

  /** BN 14(1), BK 6(1): the evaluator must evaluate everybody; who is not evaluated is listed with whose task it is. */
  async missing(actor: Actor, query: UnitMonthQuery): Promise<Page<MissingEvaluation>> {
    const limit = pageLimit(query.limit);
    const scope = await this.scope(actor, query);
    const rows = await this.lists.unevaluated(scope, readCursor(query.cursor, 'text', 'uuid'), limit + 1);
    const page = pageOf(rows, limit, (row) => [row.personName, row.employmentId]);
    const skps = await this.skp.coveringOf(page.items.map(({ employmentId }) => employmentId), lastDay(scope.month));
    const org = await this.organisation.onDate(scope.date);
    const items: MissingEvaluation[] = [];
    for (const row of page.items) {
      const { employmentId } = row;
      const { evaluator } = await this.lines.evaluatorFor(employmentId, scope.month, actor.today);
      const employeeKind = org.employments.get(employmentId)?.kind ?? 'pns';
      const { due } = await this.rules.of({ employmentId, employeeKind, kind: scope.kind, month: scope.month, today: actor.today, skp: skps.get(employmentId) ?? null });
      const dueAt = endOfDay(due.date, this.clock.timeZone);
      items.push({ ...row, month: scope.month, evaluatorName: evaluator?.personName ?? null, dueAt: dueAt.toISOString(), late: this.clock.now() >= dueAt });
    }
    await this.audit.logReadOf(actor, items.map(({ employmentId }) => employmentId));
    return { ...page, items };
  }

  /** @throws DomainError `not-found` for an SKPD out of reach; `validation-failed` where one must be chosen */
  private async scope(actor: Actor, { month: asked, kind = 'periodic', skpdId }: UnitMonthQuery): Promise<{ kind: EvaluationKind; month: IsoMonth; date: string; skpdIds: Uuid[] }> {
    const held = reach(actor, WATCHERS);
    if (skpdId && held && !held.includes(skpdId)) throw new DomainError('not-found');
    const skpdIds = skpdId ? [skpdId] : held;
    if (!skpdIds) throw new DomainError('validation-failed', {}, { fields: [{ field: 'skpdId', rule: 'required' }] });
    // Any month of the period asks for the period: it is evaluated as of its last one (TL 22(2)).
    const { months } = evaluationForm(await this.regulations.lawOn(this.lines.dayOf(asked, actor.today)), 'pns', asked, undefined, { annual: kind === 'annual' });
    const month = months.to;
    return { kind, month, date: this.lines.dayOf(month, actor.today), skpdIds };
  }
}

function byEvaluator(rows: { employmentId: Uuid; name: string | null; predicate: Predicate; count: number }[]): Calibration['evaluators'] {
  const found = new Map<Uuid, Calibration['evaluators'][number]>();
  for (const { employmentId, name, predicate, count } of rows) {
    const none = Object.fromEntries(PREDICATES.map((one) => [one, 0])) as Record<Predicate, number>;
    const one = found.get(employmentId) ?? { employmentId, name: name ?? '', counts: none, total: 0 };
    one.counts[predicate] += count;
    one.total += count;
    found.set(employmentId, one);
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'id'));
}
