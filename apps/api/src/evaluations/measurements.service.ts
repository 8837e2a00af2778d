import { Injectable } from '@nestjs/common';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { Measurement, MeasurementLine, MeasurementRhythm } from '@ekinerja/contracts/measurements';
import { lastDay } from '@ekinerja/regulations/dates';
import { evaluationForm, handInOpensOn } from '@ekinerja/regulations/evaluation';
import type { LawSet } from '@ekinerja/regulations/law';
import { creativityScores, measurementCite, measurementRhythms } from '@ekinerja/regulations/realisation';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { SkpService, type SkpOnDate } from '../skp/skp.service.js';
import { EvaluationsRepository } from './evaluations.repository.js';
import { measuredLines } from './measurement-lines.js';
import { MeasurementsRepository, type MeasuredScore, type MeasurementRow } from './measurements.repository.js';
import { previousAdvice } from './previous-advice.js';
import { RatingLineService } from './rating-line.service.js';

/** What a measurement rests on: the person's SKP of the period and the law of its last day. */
export interface MeasurementGround {
  employmentId: Uuid;
  skp: SkpOnDate;
  law: LawSet;
  rhythm: MeasurementRhythm;
  month: IsoMonth;
  to: IsoDate;
}

/** Realisation of the indicators (BN 10): what stands, and what the system proposes where nothing is stored. */
@Injectable()
export class MeasurementsService {
  constructor(
    private readonly measurements: MeasurementsRepository,
    private readonly evaluations: EvaluationsRepository,
    private readonly lines: RatingLineService,
    private readonly skp: SkpService,
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
  ) {}

  /** For the person, their evaluator of the period, and who may read the person's rows. */
  async view(actor: Actor, employmentId: Uuid, rhythm: MeasurementRhythm, month: IsoMonth): Promise<Measurement> {
    const ground = await this.ground(employmentId, rhythm, month, actor.today);
    const evaluator = await this.evaluatorOf(ground, actor.today);
    if (evaluator?.employmentId !== actor.employmentId || actor.employmentId === null) await this.organisation.requireReadable(actor, employmentId);
    return this.shown(actor, ground, await this.measurements.of(ground.skp.id, rhythm, ground.month));
  }

  async ofRow(actor: Actor, row: MeasurementRow): Promise<Measurement> {
    return this.shown(actor, await this.ground(row.employmentId, row.rhythm, row.month, actor.today), row);
  }

  async byId(actor: Actor, id: Uuid): Promise<Measurement> {
    const row = await this.measurements.find(id);
    if (!row) throw new DomainError('not-found');
    return this.view(actor, row.employmentId, row.rhythm, row.month);
  }

  /** @throws DomainError when the month ends no such period, the law measures otherwise, or no SKP covers it */
  async ground(employmentId: Uuid, rhythm: MeasurementRhythm, month: IsoMonth, today: IsoDate): Promise<MeasurementGround> {
    const to = lastDay(month);
    const day = this.lines.dayOf(month, today);
    const employment = (await this.organisation.onDate(day)).employments.get(employmentId);
    if (!employment) throw new DomainError('not-found');
    const law = await this.regulations.lawOn(day, employment.kind);
    const rhythms = measurementRhythms(law);
    const cite = measurementCite(law);
    if (!rhythms.includes(rhythm)) throw refusedByRule({ code: 'measurement.rhythm', params: { rhythm, allowed: rhythms.join(', ') }, cite });
    const ends = { monthly: 1, quarterly: 3, semesterly: 6, yearly: 12 }[rhythm];
    if (Number(month.slice(5)) % ends !== 0) throw refusedByRule({ code: 'measurement.period', params: { month, rhythm }, cite });
    const skp = (await this.skp.coveringOf([employmentId], day)).get(employmentId);
    if (!skp) throw new DomainError('no-skp-for-date', { date: day });
    return { employmentId, skp, law, rhythm, month, to };
  }

  async evaluatorOf({ employmentId, month }: MeasurementGround, today: IsoDate) {
    return (await this.lines.evaluatorFor(employmentId, month, today)).evaluator;
  }

  /** Lines as the SKP and the accepted entries give them, with what was said so far. */
  async freshLines(ground: MeasurementGround, said: readonly MeasurementLine[]): Promise<MeasurementLine[]> {
    const results = await this.skp.resultsOf(ground.skp.id);
    const gathered = await this.measurements.gathered(ground.employmentId, ground.skp.periodFrom, ground.to);
    return measuredLines(results, gathered, said);
  }

  /** The confirmed score of each person for the period of an evaluation. */
  async scores(employmentIds: Uuid[], kind: 'periodic' | 'annual', month: IsoMonth, law: LawSet): Promise<Map<Uuid, MeasurementRow>> {
    const rhythm = kind === 'annual' ? 'yearly' : evaluationForm(law, 'pns', month).period;
    return new Map((await this.measurements.ofMany(employmentIds, rhythm, month)).map((row) => [row.employmentId, row]));
  }

  private async shown(actor: Actor, ground: MeasurementGround, row: MeasurementRow | null): Promise<Measurement> {
    const { employmentId, rhythm, month, law, skp, to } = ground;
    const confirmed = row?.status === 'confirmed';
    const lines = row && confirmed ? row.lines : await this.freshLines(ground, row?.lines ?? []);
    const added = creativityScores(rhythm, law);
    const own = actor.employmentId === employmentId;
    const evaluator = await this.evaluatorOf(ground, actor.today);
    const person = (await this.organisation.onDate(this.lines.dayOf(month, actor.today))).employments.get(employmentId);
    return {
      id: row?.id ?? null, employmentId, personName: person?.name ?? '', skpId: skp.id, rhythm, month, from: skp.periodFrom, to,
      rhythms: measurementRhythms(law),
      rhythmCite: measurementCite(law),
      status: row?.status ?? 'none',
      lines,
      statedAt: row?.statedAt?.toISOString() ?? null,
      confirmedAt: row?.confirmedAt?.toISOString() ?? null,
      confirmedBy: row?.confirmedBy?.personName ?? null,
      score: row?.score ?? null,
      derivation: row?.derivation ?? [],
      creativity: row?.creativity ?? null,
      creativityScores: added,
      creativityCite: added.length > 0 ? law.performance.cite('evaluation.workScore.creativity') : null,
      previous: previousAdvice(await this.evaluations.ofEmployment(employmentId), 'periodic', month),
      opensOn: handInOpensOn(month, law),
      actions: [...(own && !confirmed ? ['state'] : []), ...(row?.status === 'stated' && evaluator?.employmentId === actor.employmentId ? ['confirm'] : [])],
      version: row?.version ?? 0,
    };
  }
}

/** What an evaluation takes over of a measurement. */
export function scoreOf(row: MeasurementRow | undefined): MeasuredScore | null {
  return row?.status === 'confirmed' && row.score !== null ? { score: row.score, derivation: row.derivation } : null;
}
