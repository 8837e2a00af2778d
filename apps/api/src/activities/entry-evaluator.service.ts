import { Injectable } from '@nestjs/common';
import type { EmployeeKind, IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { evaluatorOfEntry, type EvaluatorAnswer } from '@ekinerja/regulations/evaluator';
import { OrganisationService } from '../organisation/organisation.service.js';
import { RegulationsService } from '../regulations/regulations.service.js';

export interface EntryQuestion {
  employmentId: Uuid;
  kind: EmployeeKind;
  /** Day of work. */
  date: IsoDate;
  /** Local day of handing in: its law holds for the approval. */
  submittedOn: IsoDate;
}

const ACTING = new Set<string>(['plt', 'plh', 'pj']);

/** Who decides an entry (design "Evaluator of an entry"): facts of both days gathered here, the choice is the law's. */
@Injectable()
export class EntryEvaluatorService {
  constructor(
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
  ) {}

  async of(entry: EntryQuestion, decisionDate: IsoDate): Promise<EvaluatorAnswer> {
    const onWorkDay = await this.organisation.evaluatorOn(entry.employmentId, entry.date);
    const onDecisionDay = await this.organisation.evaluatorOn(entry.employmentId, decisionDate);
    const { stillServes, actingEndedOn } = await this.standing(onWorkDay, entry.date, decisionDate);
    const law = await this.regulations.lawOn(entry.submittedOn, entry.kind);
    return evaluatorOfEntry({ onWorkDay, onDecisionDay, stillServes, actingEndedOn, decisionDate }, law);
  }

  /** Whether the evaluator of the day of work still serves, and since when an acting term is over. */
  private async standing(
    { evaluator }: EvaluatorAnswer, workDay: IsoDate, decisionDate: IsoDate,
  ): Promise<{ stillServes: boolean; actingEndedOn: IsoDate | null }> {
    if (!evaluator) return { stillServes: false, actingEndedOn: null };
    const now = await this.organisation.onDate(decisionDate);
    const stillServes = now.postsOf(evaluator.employmentId).length > 0;
    if (!ACTING.has(evaluator.capacity)) return { stillServes, actingEndedOn: null };
    const heldNow = now.holders(evaluator.postId).some((holder) => holder.employmentId === evaluator.employmentId);
    if (heldNow) return { stillServes, actingEndedOn: null };
    const then = (await this.organisation.onDate(workDay)).holders(evaluator.postId);
    const term = then.find((holder) => holder.employmentId === evaluator.employmentId && holder.assignmentKind === evaluator.capacity);
    return { stillServes, actingEndedOn: term?.to ?? null };
  }
}
