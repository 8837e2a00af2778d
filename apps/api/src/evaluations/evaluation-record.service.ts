import { Injectable } from '@nestjs/common';
import type { OrganisationPredicate, Predicate, Uuid } from '@ekinerja/contracts/basics';
import type { Evaluation, EvaluationForm, EvaluationPart } from '@ekinerja/contracts/evaluations';
import type { FeedbackItem, TakeOverNote } from '@ekinerja/contracts/feedback';
import type { MeasurementLine } from '@ekinerja/contracts/measurements';
import type { EvaluatorPerson } from '@ekinerja/contracts/organisation';
import type { PersonSnapshot } from '@ekinerja/contracts/skp';
import { firstDay, lastDay, localDate } from '@ekinerja/regulations/dates';
import { evaluationForm } from '@ekinerja/regulations/evaluation';
import type { LawSet } from '@ekinerja/regulations/law';
import { skpForm, type PlanWho } from '@ekinerja/regulations/skp-form';
import { FeedbackRecordService } from '../feedback/feedback-record.service.js';
import { ProgressService } from '../feedback/progress.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { SkpService } from '../skp/skp.service.js';
import { partView } from './evaluation-parts.repository.js';
import { EvaluationPartsService } from './evaluation-parts.service.js';
import { EvaluationVersionsService } from './evaluation-versions.service.js';
import { EvaluationsDueService } from './evaluations-due.service.js';
import { evaluationView, type EvaluationRow } from './evaluations.repository.js';
import { measuredLines } from './measurement-lines.js';
import { MeasurementsService } from './measurements.service.js';
import { RatingLineService } from './rating-line.service.js';
import { UnitPerformanceRepository } from './unit-performance.repository.js';
import { countsOf } from './unit-performance.service.js';

/** Everything that the official form of an evaluation shows. */
export interface EvaluationRecord {
  evaluation: Evaluation;
  form: EvaluationForm;
  owner: PersonSnapshot;
  evaluator: PersonSnapshot;
  /** TL 35(d): who changed it by a decision on an objection. */
  decider: PersonSnapshot | null;
  superior: EvaluatorPerson | null;
  unitId: Uuid | null;
  organisation: { unitName: string; predicate: OrganisationPredicate; counts: Record<Predicate, number> } | null;
  lines: MeasurementLine[];
  /** Standards of behaviour, each with what the leader expected in particular (TL 9(3), 9(4)). */
  behaviour: { name: string; standards: string[]; expectation: string }[];
  parts: EvaluationPart[];
  objectionId: Uuid | null;
  /** What was said within the period, and results that a leader took over (TL 16(3), 19(8)). */
  feedback: FeedbackItem[];
  takeOvers: TakeOverNote[];
}

@Injectable()
export class EvaluationRecordService {
  constructor(
    private readonly clock: Clock,
    private readonly list: EvaluationsDueService,
    private readonly versions: EvaluationVersionsService,
    private readonly parts: EvaluationPartsService,
    private readonly measurements: MeasurementsService,
    private readonly feedback: FeedbackRecordService,
    private readonly progress: ProgressService,
    private readonly units: UnitPerformanceRepository,
    private readonly lines: RatingLineService,
    private readonly skp: SkpService,
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
  ) {}

  /** For whoever may see the evaluation. */
  async of(actor: Actor, id: Uuid): Promise<EvaluationRecord> {
    return this.record(await this.list.get(actor, id), (await this.versions.find(id)) as EvaluationRow);
  }

  /** As part of something that was handed to the reader, a case or a report: whoever calls has checked that. */
  async attached(id: Uuid): Promise<EvaluationRecord> {
    const row = await this.versions.find(id);
    if (!row) throw new DomainError('not-found');
    return this.record(evaluationView(row), row);
  }

  private async record(evaluation: Evaluation, row: EvaluationRow): Promise<EvaluationRecord> {
    const { employmentId, kind, month } = row;
    const day = this.lines.dayOf(month, localDate(row.determinedAt, this.clock.timeZone));
    const law = await this.regulations.lawOn(day);
    const { months } = evaluationForm(law, 'pns', month, undefined, { annual: kind === 'annual' });
    const [from, to] = [firstDay(months.from), lastDay(months.to)];
    const person = await this.lines.personOn(employmentId, day);
    const measured = (await this.measurements.scores([employmentId], kind, month, law)).get(employmentId);
    return {
      evaluation,
      form: await this.versions.formOf(row),
      owner: await this.organisation.snapshotOf(employmentId, day),
      evaluator: signed(row.evaluator),
      decider: row.decidedBy && signed(row.decidedBy),
      superior: (await this.organisation.evaluatorSuperiorOn(employmentId, day)).evaluator,
      unitId: (await this.organisation.onDate(day)).definitivePost(employmentId)?.unitId ?? null,
      organisation: await this.attainment(row, day),
      lines: measured?.lines ?? (row.skpId ? measuredLines(await this.skp.resultsOf(row.skpId), [], []) : []),
      behaviour: person ? await this.behaviour(await this.regulations.lawOn(day, person.employeeKind), person, row.skpId) : [],
      parts: (await this.parts.of([employmentId], kind, month)).map(partView),
      objectionId: row.objectionId,
      feedback: await this.feedback.within(employmentId, from, to, row.determinedAt),
      takeOvers: await this.progress.takeOversOf([employmentId], `${to.slice(0, 4)}-01-01`, to),
    };
  }

  private async behaviour(law: LawSet, who: PlanWho, skpId: Uuid | null): Promise<EvaluationRecord['behaviour']> {
    const asked = skpForm(law, who).behaviour;
    if (asked?.rated !== 'values') return [];
    const expected = new Map((skpId ? await this.skp.behaviourOf(skpId) : []).map(({ code, expectation }) => [code, expectation]));
    return asked.values.map(({ code, name, standards }) => ({ name, standards, expectation: expected.get(code) ?? '' }));
  }

  private async attainment({ employmentId, kind, month }: EvaluationRow, day: string): Promise<EvaluationRecord['organisation']> {
    const unit = await this.lines.organisationOf(employmentId, day);
    const signed = unit && (await this.units.find(unit.id, kind, month));
    if (!unit || !signed) return null;
    const counts = countsOf(unit.id, await this.units.counts([unit.id], kind, month, lastDay(month) < day ? lastDay(month) : day));
    return { unitName: unit.name, predicate: signed.predicate, counts };
  }
}

/** Rows from before the signer was kept have the name alone. */
function signed({ person, signedAs }: EvaluationRow['evaluator']): PersonSnapshot {
  return signedAs ?? { name: person.personName, nip: person.nip, rank: null, postName: person.postName, unitName: null };
}
