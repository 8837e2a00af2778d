import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { MarkProgressRequest, MeasureView, ProgressMark, TakeMeasureRequest, TakeOverNote } from '@ekinerja/contracts/feedback';
import { checkMeasure, openMeasures, type MarkFacts } from '@ekinerja/regulations/feedback';
import { isRefusal } from '@ekinerja/regulations/refusal';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { SkpChangesService } from '../skp/skp-changes.service.js';
import { SkpService } from '../skp/skp.service.js';
import { CoachingService } from './coaching.service.js';
import { FeedbackLawService } from './feedback-law.service.js';
import { FeedbackStandingService } from './feedback-standing.service.js';
import { ProgressRepository, type MarkRow, type MeasureRow } from './progress.repository.js';

/** What a leader concludes from feedback, and does about it (TL 19). */
@Injectable()
export class ProgressService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly repository: ProgressRepository,
    private readonly standing: FeedbackStandingService,
    private readonly laws: FeedbackLawService,
    private readonly coaching: CoachingService,
    private readonly skps: SkpService,
    private readonly changes: SkpChangesService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  async mark(actor: Actor, employmentId: Uuid, { resultId, progress, note }: MarkProgressRequest): Promise<void> {
    await this.db.transaction(async () => {
      await this.standing.require(actor, employmentId, ['leader']);
      const law = await this.laws.of(employmentId, actor.today);
      if (!law.performance.rules.feedback?.progress) throw refusedByRule({ code: 'feedback.none', params: {} });
      const result = (await this.skps.resultsOn(employmentId, actor.today))?.results.find(({ id }) => id === resultId);
      if (resultId !== null && !result) throw new DomainError('validation-failed', {}, { fields: [{ field: 'resultId', rule: 'unknown' }] });
      const by = actor.employmentId as Uuid;
      const id = await this.repository.addMark({ employmentId, resultId, about: result?.title ?? '', progress, note, by }, this.clock.now());
      await this.audit.record({ actor, action: 'progress.marked', subjectType: 'employment', subjectId: employmentId, after: { markId: id, resultId, progress, note } });
    });
  }

  /** @returns the person, whose record is shown anew */
  async take(actor: Actor, markId: Uuid, { measure, note, resources = [], coaching = null }: TakeMeasureRequest): Promise<Uuid> {
    return this.db.transaction(async () => {
      const row = await this.repository.lockMark(markId);
      if (!row) throw new DomainError('not-found');
      const { employmentId } = row;
      await this.standing.require(actor, employmentId, ['leader']);
      const law = await this.laws.of(employmentId, actor.today);
      const facts = (await this.factsOf(employmentId)).get(markId) as MarkFacts;
      const answer = checkMeasure(measure, facts, law);
      if (isRefusal(answer)) throw refusedByRule(answer);
      const by = actor.employmentId as Uuid;
      let skpChangeId: Uuid | null = null;
      let coachingId: Uuid | null = null;
      if (measure === 'expectations' || measure === 'resources') {
        // TL 19(4)–(5): through the setting of expectations again, not past it.
        if (measure === 'resources' && resources.length === 0) throw new DomainError('validation-failed', {}, { fields: [{ field: 'resources', rule: 'required' }] });
        const skp = await this.skps.resultsOn(employmentId, actor.today);
        if (!skp) throw new DomainError('no-skp-for-date', { date: actor.today });
        skpChangeId = (await this.changes.start(actor, skp.skpId, { reason: note, ...(measure === 'resources' ? { resources } : {}) })).id;
      }
      if (measure === 'coaching' || measure === 'coaching-proposal') {
        if (coaching === null) throw new DomainError('validation-failed', {}, { fields: [{ field: 'coaching', rule: 'required' }] });
        coachingId = await this.coaching.open(actor, employmentId, { kind: coaching, reason: note }, measure === 'coaching' ? 'running' : 'proposed');
      }
      const fresh = await this.repository.addMeasure({ markId, measure, note, skpChangeId, coachingId, cite: answer.cite, by }, this.clock.now());
      if (!fresh) throw new DomainError('duplicate', { measure });
      await this.audit.record({ actor, action: `progress.${measure}`, subjectType: 'employment', subjectId: employmentId, after: { markId, note, skpChangeId, coachingId } });
      await this.outbox.announce('progress.measure', { markId, employmentId, measure });
      return employmentId;
    });
  }

  async marksOf(actor: Actor, employmentId: Uuid, leads: boolean): Promise<ProgressMark[]> {
    const marks = await this.repository.marks(employmentId);
    const { measures, accepted } = await this.measuresOf(employmentId);
    const facts = await this.factsOf(employmentId, marks, measures, accepted);
    const law = await this.laws.of(employmentId, actor.today);
    return marks.reverse().map((mark) => {
      const taken = measures.filter(({ markId }) => markId === mark.id);
      const open = leads ? openMeasures(facts.get(mark.id) as MarkFacts, law).filter(({ measure }) => !taken.some((one) => one.measure === measure)) : [];
      const { id, resultId, about, progress, note, by } = mark;
      return { id, resultId, about, progress, note, by, at: mark.at.toISOString(), measures: taken.map((one) => measureView(one, accepted)), open };
    });
  }

  /** TL 19(8): what stands before the evaluator, for the days of the evaluation. No check of who asks. */
  async takeOversOf(employmentIds: Uuid[], from: IsoDate, to: IsoDate): Promise<TakeOverNote[]> {
    if (employmentIds.length === 0) return [];
    const rows = await this.repository.takeOvers(employmentIds, from, to, this.clock.timeZone);
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  private async measuresOf(employmentId: Uuid): Promise<{ measures: MeasureRow[]; accepted: Set<Uuid> }> {
    const measures = await this.repository.measures(employmentId);
    const accepted = await this.skps.acceptedChanges(measures.flatMap(({ skpChangeId }) => skpChangeId ?? []));
    return { measures, accepted };
  }

  private async factsOf(employmentId: Uuid, known?: MarkRow[], measures?: MeasureRow[], accepted?: Set<Uuid>): Promise<Map<Uuid, MarkFacts>> {
    const marks = known ?? (await this.repository.marks(employmentId));
    const own = measures && accepted ? { measures, accepted } : await this.measuresOf(employmentId);
    const whole = marks.map((mark) => ({
      progress: mark.progress, resultId: mark.resultId,
      measures: own.measures.filter(({ markId }) => markId === mark.id).map((one) => ({ measure: one.measure, done: isDone(one, own.accepted) })),
    }));
    return new Map(marks.map((mark, at) => [mark.id, { progress: mark.progress, resultId: mark.resultId, earlier: whole.slice(0, at) }]));
  }
}

/** TL 19(6) speaks of measures carried out: a change accepted, a session held. */
function isDone(row: MeasureRow, accepted: Set<Uuid>): boolean {
  if (row.measure === 'expectations' || row.measure === 'resources') return row.skpChangeId !== null && accepted.has(row.skpChangeId);
  if (row.measure === 'coaching' || row.measure === 'coaching-proposal') return row.sessions > 0;
  return true;
}

function measureView(row: MeasureRow, accepted: Set<Uuid>): MeasureView {
  const { id, measure, note, by, skpChangeId, coachingId, cite } = row;
  return { id, measure, note, by, skpChangeId, coachingId, cite, at: row.at.toISOString(), done: isDone(row, accepted) };
}
