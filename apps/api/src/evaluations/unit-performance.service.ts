import { Injectable } from '@nestjs/common';
import { PREDICATES, type IsoDate, type IsoMonth, type OrganisationPredicate, type Predicate, type Uuid } from '@ekinerja/contracts/basics';
import type { DistributionView, EvaluationKind, UnitPerformance } from '@ekinerja/contracts/evaluations';
import { checkDistribution, evaluationForm, organisationToRating } from '@ekinerja/regulations/evaluation';
import type { OrganisationOnDate } from '@ekinerja/regulations/evaluator';
import type { LawSet } from '@ekinerja/regulations/law';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { requireVersion } from '../platform/http/versions.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import type { SetUnitPerformanceDto } from './evaluations.dto.js';
import { organisationPosts, signerOf } from './organisation-signer.js';
import { RatingLineService } from './rating-line.service.js';
import { UnitPerformanceRepository, type LeaderRating, type UnitPerformanceRow } from './unit-performance.repository.js';

/** Attainment of an organisation and the distribution of predicates that follows from it (TL 22(1)a–b, 22(4)). */
@Injectable()
export class UnitPerformanceService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly units: UnitPerformanceRepository,
    private readonly lines: RatingLineService,
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  async set(actor: Actor, seen: number | null, { unitId, month, predicate, basis, kind = 'periodic' }: SetUnitPerformanceDto): Promise<UnitPerformance> {
    return this.db.transaction(async () => {
      const day = this.lines.dayOf(month, actor.today);
      const org = await this.organisation.onDate(day);
      const law = await this.regulations.lawOn(actor.today);
      requireEnded(kind, month, actor.today, law);
      const led = organisationPosts(org).find(({ unit }) => unit.id === unitId);
      if (!led) throw new DomainError('not-found');
      const signer = signerOf(led.post, org, law);
      if (actor.employmentId === null || signer?.employmentId !== actor.employmentId) throw new DomainError('not-yours-to-decide');
      const existing = await this.units.lock(unitId, kind, month);
      if (existing) requireVersion(seen, existing, await this.view(led, kind, month, existing, day, law));
      else if (seen !== null) throw new DomainError('not-found');
      const row = { unitId, kind, month, predicate, basis, signer, signedAt: this.clock.now() };
      if (existing) await this.units.change(row);
      else await this.units.create(row);
      await this.audit.record({
        actor, action: 'unit-performance.signed', subjectType: 'unit', subjectId: unitId,
        before: existing ? { predicate: existing.predicate, basis: existing.basis } : undefined, after: { kind, month, predicate, basis, signer },
      });
      const view = await this.view(led, kind, month, await this.units.find(unitId, kind, month), day, law);
      await this.tellEvaluator(view);
      return view;
    });
  }

  /** The leader was rated before: whoever rated them hears that the attainment says otherwise (TL 22(1)). */
  private async tellEvaluator({ unitId, unitName, kind, month, leader, version }: UnitPerformance): Promise<void> {
    if (!leader) return;
    const { evaluatorEmploymentId, personName } = leader;
    await this.outbox.announce('leader-result.differs', { evaluatorEmploymentId, leaderName: personName, unitId, unitName, kind, month, version });
  }

  /** Organisations whose attainment that person signs for the month. */
  async signedBy(employmentId: Uuid, kind: EvaluationKind, month: IsoMonth, today: IsoDate): Promise<UnitPerformance[]> {
    const day = this.lines.dayOf(month, today);
    const org = await this.organisation.onDate(day);
    const law = await this.regulations.lawOn(today);
    const mine = organisationPosts(org).filter(({ post }) => signerOf(post, org, law)?.employmentId === employmentId);
    if (mine.length === 0) return [];
    const ids = mine.map(({ unit }) => unit.id);
    const rows = new Map((await this.units.ofUnits(ids, kind, month)).map((row) => [row.unitId, row]));
    const counts = await this.units.counts([...rows.keys()], kind, month, day);
    const ratings = await this.units.leaderRatings(mine.flatMap(({ post }) => leadersOf(post, org)), kind, month);
    return mine.map(({ unit, post }) => {
      const row = rows.get(unit.id) ?? null;
      return { ...shown(unit, kind, month, row, counts, law), leader: differing(row, leadersOf(post, org), ratings, law) };
    });
  }

  private async view(led: Led, kind: EvaluationKind, month: IsoMonth, row: UnitPerformanceRow | null, day: IsoDate, law: LawSet): Promise<UnitPerformance> {
    const leaders = leadersOf(led.post, await this.organisation.onDate(day));
    const view = shown(led.unit, kind, month, row, await this.units.counts([led.unit.id], kind, month, day), law);
    return { ...view, leader: differing(row, leaders, await this.units.leaderRatings(leaders, kind, month), law) };
  }
}

type Led = ReturnType<typeof organisationPosts>[number];

/** Whoever holds the post for good: only their own result follows the organisation's. */
function leadersOf({ id }: Led['post'], org: OrganisationOnDate): Uuid[] {
  return org.holders(id).flatMap(({ assignmentKind, employmentId }) => (assignmentKind === 'definitive' ? [employmentId] : []));
}

/** A leader whose work was rated otherwise than the attainment that they answer for. */
function differing(row: UnitPerformanceRow | null, leaders: Uuid[], ratings: LeaderRating[], law: LawSet): UnitPerformance['leader'] {
  if (!row || law.performance.rules.evaluation.method !== 'quadrant') return null;
  const follows = organisationToRating(row.predicate, law);
  const found = ratings.find(({ employmentId, rating }) => leaders.includes(employmentId) && rating !== follows);
  if (!found) return null;
  const { employmentId, name, rating, evaluatorEmploymentId, evaluatorName } = found;
  return { employmentId, personName: name, rated: rating, follows, evaluatorEmploymentId, evaluatorName, cite: law.performance.cite(`evaluation.organisationRating.${row.predicate}`) };
}

/** An attainment is of the whole period: signed when it can be rated, never ahead of it. */
function requireEnded(kind: EvaluationKind, month: IsoMonth, today: IsoDate, law: LawSet): void {
  const { months, opensOn } = evaluationForm(law, 'pns', month, undefined, { annual: kind === 'annual' });
  if (month !== months.to) throw refusedByRule({ code: 'evaluation.period', params: { ...months }, cite: law.performance.cite('evaluation.period') });
  if (today < opensOn) throw refusedByRule({ code: 'evaluation.not-open', params: { opensOn }, cite: law.performance.cite('evaluation.period') });
}

type Counts = { unitId: Uuid; predicate: Predicate; count: number }[];

function shown(unit: { id: Uuid; name: string }, kind: EvaluationKind, month: IsoMonth, row: UnitPerformanceRow | null, counts: Counts, law: LawSet): Omit<UnitPerformance, 'leader'> {
  return {
    unitId: unit.id,
    unitName: unit.name,
    kind,
    month,
    predicate: row?.predicate ?? null,
    basis: row?.basis ?? null,
    signedBy: row?.signer.personName ?? null,
    signedAt: row?.signedAt.toISOString() ?? null,
    version: row?.version ?? 0,
    // TL 22(4): without the signed attainment there is no distribution pattern.
    distribution: row ? distribution(row, counts, law) : null,
  };
}

export function countsOf(unitId: Uuid, all: Counts): Record<Predicate, number> {
  return Object.fromEntries(
    PREDICATES.map((predicate) => [predicate, Number(all.find((count) => count.unitId === unitId && count.predicate === predicate)?.count ?? 0)]),
  ) as Record<Predicate, number>;
}

function distribution(row: UnitPerformanceRow, all: Counts, law: LawSet): DistributionView {
  return spread(row.predicate, countsOf(row.unitId, all), law);
}

/** Predicates of a unit against the pattern of its attainment; a small unit is warned, never blocked. */
export function spread(organisation: OrganisationPredicate, counts: Record<Predicate, number>, law: LawSet): DistributionView {
  const { findings } = checkDistribution(organisation, counts, law);
  return {
    counts,
    findings: findings.map(({ code, severity, predicates, count, bound, share, cite }) => ({
      code, severity, params: { predicates: predicates.join(','), count, bound, ...(share === null ? {} : { share }) }, cite,
    })),
  };
}
