import { Injectable } from '@nestjs/common';
import type { Predicate, Uuid } from '@ekinerja/contracts/basics';
import type { Curve } from '@ekinerja/contracts/evaluation-lists';
import { lastDay } from '@ekinerja/regulations/dates';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { SkpService } from '../skp/skp.service.js';
import { EvaluationsRepository } from './evaluations.repository.js';
import type { CurveDto } from './evaluations.dto.js';
import { readInputs } from './evaluation-inputs.js';
import { judged } from './judgement.js';
import { RatingLineService } from './rating-line.service.js';
import { RatingRulesService } from './rating-rules.service.js';
import { UnitPerformanceRepository } from './unit-performance.repository.js';
import { countsOf, spread } from './unit-performance.service.js';

/** While the evaluator rates: how predicates spread over each organisation, with what is on screen and not saved yet. */
@Injectable()
export class CurveService {
  constructor(
    private readonly units: UnitPerformanceRepository,
    private readonly evaluations: EvaluationsRepository,
    private readonly lines: RatingLineService,
    private readonly rules: RatingRulesService,
    private readonly skp: SkpService,
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
  ) {}

  async of(actor: Actor, { month, kind, drafts }: CurveDto): Promise<Curve[]> {
    if (actor.employmentId === null) throw new DomainError('permission-denied');
    const day = this.lines.dayOf(month, actor.today);
    const below = await this.lines.subordinatesFor(actor.employmentId, month, actor.today);
    const unitOf = new Map<Uuid, { id: Uuid; name: string }>();
    for (const employmentId of below) {
      const unit = await this.lines.organisationOf(employmentId, day);
      if (unit) unitOf.set(employmentId, unit);
    }
    const organisations = [...new Map([...unitOf.values()].map((unit) => [unit.id, unit])).values()];
    const ids = organisations.map(({ id }) => id);
    const [stored, sizes] = [await this.units.counts(ids, kind, month, day), await this.units.sizes(ids, day)];
    const signed = new Map((await this.units.ofUnits(ids, kind, month)).map((row) => [row.unitId, row.predicate]));
    const moves = await this.moves(actor, { month, kind, drafts: drafts.filter(({ employmentId }) => unitOf.has(employmentId)) });
    const law = await this.regulations.lawOn(actor.today);
    return organisations.map((unit) => {
      const counts = countsOf(unit.id, stored);
      for (const { employmentId, before, after } of moves) {
        if (unitOf.get(employmentId)?.id !== unit.id) continue;
        if (before) counts[before] -= 1;
        counts[after] += 1;
      }
      const predicate = signed.get(unit.id) ?? null;
      const rated = Object.values(counts).reduce((sum, n) => sum + n, 0);
      return {
        unitId: unit.id, unitName: unit.name, predicate, people: sizes.get(unit.id) ?? 0, rated, counts,
        // TL 22(4): without the signed attainment there is no pattern.
        distribution: predicate ? spread(predicate, counts, law) : null,
      };
    });
  }

  /** What a draft would make of each; one that is not complete yet changes nothing. */
  private async moves(actor: Actor, { month, kind, drafts }: CurveDto): Promise<{ employmentId: Uuid; before: Predicate | null; after: Predicate }[]> {
    const ids = drafts.map(({ employmentId }) => employmentId);
    const skps = await this.skp.coveringOf(ids, lastDay(month));
    const known = new Map((await this.evaluations.ofMany(ids)).filter((row) => row.kind === kind && row.month === month).map((row) => [row.employmentId, row.predicate]));
    const org = await this.organisation.onDate(this.lines.dayOf(month, actor.today));
    const moves: { employmentId: Uuid; before: Predicate | null; after: Predicate }[] = [];
    for (const { employmentId, inputs } of drafts) {
      const employeeKind = org.employments.get(employmentId)?.kind ?? 'pns';
      const rules = await this.rules.of({ employmentId, employeeKind, kind, month, today: actor.today, skp: skps.get(employmentId) ?? null });
      try {
        moves.push({ employmentId, before: known.get(employmentId) ?? null, after: judged(readInputs(rules.shown.fields, inputs), rules).predicate });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
      }
    }
    return moves;
  }
}
