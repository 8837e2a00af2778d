import { Injectable } from '@nestjs/common';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { FeedbackGiver, FeedbackItem, FeedbackPerson, GiveFeedbackRequest } from '@ekinerja/contracts/feedback';
import { checkFeedback } from '@ekinerja/regulations/feedback';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import type { PageQuery } from '../platform/http/page.query.js';
import { requireVersion } from '../platform/http/versions.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { FeedbackLawService } from './feedback-law.service.js';
import { FeedbackRhythmService } from './feedback-rhythm.service.js';
import { FeedbackSubjectService } from './feedback-subject.service.js';
import { FeedbackStandingService } from './feedback-standing.service.js';
import { feedbackItem, FeedbackRepository, type FeedbackRow } from './feedback.repository.js';

const ANSWER_DAYS_AFTER: FeedbackGiver[] = ['leader', 'peer', 'subordinate'];

/** Feedback given, received and answered (TL 16–18). */
@Injectable()
export class FeedbackService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly repository: FeedbackRepository,
    private readonly standing: FeedbackStandingService,
    private readonly rhythm: FeedbackRhythmService,
    private readonly laws: FeedbackLawService,
    private readonly subjects: FeedbackSubjectService,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  async give(actor: Actor, request: GiveFeedbackRequest): Promise<FeedbackItem> {
    return this.db.transaction(async () => {
      const { employmentId, kind, way, heldOn, subject, text } = request;
      const giver = (await this.standing.require(actor, employmentId, ANSWER_DAYS_AFTER)) as FeedbackGiver;
      const refusal = checkFeedback(giver, way, kind, await this.laws.of(employmentId, actor.today));
      if (refusal) throw refusedByRule(refusal);
      if ((way === 'direct') !== (heldOn !== null) || (heldOn !== null && heldOn > actor.today)) {
        throw new DomainError('validation-failed', {}, { fields: [{ field: 'heldOn', rule: heldOn === null ? 'required' : 'future' }] });
      }
      const about = await this.subjects.wordsOf(request, actor.today);
      const me = await this.organisation.snapshotOf(actor.employmentId as Uuid, actor.today);
      const id = await this.repository.insert(
        {
          employmentId, giver, giverEmploymentId: actor.employmentId, giverName: me.name, giverOffice: me.postName, invitationId: null, kind, way, heldOn,
          givenOn: heldOn ?? actor.today, subject, resultId: request.resultId, about, text,
        },
        this.clock.now(),
      );
      await this.audit.record({ actor, action: 'feedback.given', subjectType: 'employment', subjectId: employmentId, after: { feedbackId: id, giver, kind, way, subject, about } });
      await this.outbox.announce('feedback.given', { feedbackId: id, employmentId, byName: me.name });
      return feedbackItem((await this.repository.find(id)) as FeedbackRow);
    });
  }

  /** The person answers, once; the words of a giver outside are answered as well. */
  async answer(actor: Actor, id: Uuid, seen: number | null, answer: string): Promise<FeedbackItem> {
    return this.db.transaction(async () => {
      const row = await this.repository.lock(id);
      if (!row) throw new DomainError('not-found');
      if (row.employmentId !== actor.employmentId) {
        const standing = await this.standing.of(actor, row.employmentId);
        throw new DomainError(standing === 'leader' || standing === 'reader' ? 'not-yours-to-decide' : 'not-found');
      }
      requireVersion(seen, row, feedbackItem(row));
      if (row.answer !== null) throw new DomainError('state-refused', { status: 'answered', action: 'answer' });
      await this.repository.answer(id, answer, this.clock.now());
      await this.audit.record({ actor, action: 'feedback.answered', subjectType: 'feedback', subjectId: id, after: { answer } });
      if (row.giverEmploymentId) await this.outbox.announce('feedback.answered', { feedbackId: id, employmentId: row.giverEmploymentId, byName: row.personName });
      return feedbackItem((await this.repository.find(id)) as FeedbackRow);
    });
  }

  mine(actor: Actor, query: PageQuery): Promise<Page<FeedbackItem>> {
    return this.paged(actor.employmentId, query, (id, after, limit) => this.repository.received(id, after, limit));
  }

  given(actor: Actor, query: PageQuery): Promise<Page<FeedbackItem>> {
    return this.paged(actor.employmentId, query, (id, after, limit) => this.repository.given(id, after, limit));
  }

  /** Whom the actor may give to; own people with what is due (TL 18(2)). */
  async people(actor: Actor): Promise<FeedbackPerson[]> {
    const around = await this.standing.around(actor);
    const snapshot = await this.organisation.onDate(actor.today);
    const own = [...around].filter(([, as]) => as === 'leader').map(([id]) => id);
    const due = await this.rhythm.dueOf(own, actor.today);
    const people = [...around].flatMap(([employmentId, as]) => {
      const employment = snapshot.employments.get(employmentId);
      if (!employment) return [];
      const found = due.get(employmentId);
      return [{
        employmentId, as, name: employment.name, nip: employment.nip, postName: snapshot.definitivePost(employmentId)?.postName ?? null,
        every: found?.every ?? null, due: found?.due ?? null,
      }];
    });
    const order: FeedbackGiver[] = ['leader', 'peer', 'subordinate', 'other'];
    return people.sort((a, b) => order.indexOf(a.as) - order.indexOf(b.as) || a.name.localeCompare(b.name, 'id'));
  }

  private async paged(employmentId: Uuid | null, query: PageQuery, ask: (id: Uuid, after: { at: string; id: Uuid } | null, limit: number) => Promise<FeedbackRow[]>): Promise<Page<FeedbackItem>> {
    if (employmentId === null) return { items: [], nextCursor: null };
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'instant', 'uuid') as [string, Uuid] | null;
    const page = pageOf(await ask(employmentId, after && { at: after[0], id: after[1] }, limit + 1), limit, (row) => [row.givenAt.toISOString(), row.id]);
    return { ...page, items: page.items.map(feedbackItem) };
  }
}
