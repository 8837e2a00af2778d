import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { FEEDBACK_KINDS, FEEDBACK_LIMITS, type FeedbackItem, type FeedbackRecord } from '@ekinerja/contracts/feedback';
import { addDays } from '@ekinerja/regulations/dates';
import { coachingRules } from '@ekinerja/regulations/feedback';
import { skpForm } from '@ekinerja/regulations/skp-form';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { SkpService } from '../skp/skp.service.js';
import { CoachingService } from './coaching.service.js';
import { FeedbackLawService } from './feedback-law.service.js';
import { FeedbackRhythmService } from './feedback-rhythm.service.js';
import { FeedbackStandingService } from './feedback-standing.service.js';
import { feedbackItem, FeedbackRepository } from './feedback.repository.js';
import { InvitationsService } from './invitations.service.js';
import { ProgressService } from './progress.service.js';

const GIVES = ['leader', 'peer', 'subordinate'] as const;
const YEAR = 366;

/** All that was said to a person stands in one record (TL 16(3)); peers and subordinates see what they wrote themselves. */
@Injectable()
export class FeedbackRecordService {
  constructor(
    private readonly repository: FeedbackRepository,
    private readonly standing: FeedbackStandingService,
    private readonly rhythm: FeedbackRhythmService,
    private readonly progress: ProgressService,
    private readonly coaching: CoachingService,
    private readonly invitations: InvitationsService,
    private readonly laws: FeedbackLawService,
    private readonly skps: SkpService,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
  ) {}

  async of(actor: Actor, employmentId: Uuid): Promise<FeedbackRecord> {
    const standing = await this.standing.of(actor, employmentId);
    if (standing === null) throw new DomainError('not-found');
    const whole = standing === 'self' || standing === 'leader' || standing === 'reader';
    const leads = standing === 'leader';
    const law = await this.laws.of(employmentId, actor.today);
    const person = await this.personOf(employmentId, actor.today);
    const form = skpForm(law, await this.laws.who(employmentId, actor.today));
    const rules = law.performance.rules.feedback;
    const rows = await this.repository.received(employmentId, null, FEEDBACK_LIMITS.page);
    const mine = rows.filter(({ giverEmploymentId }) => whole || giverEmploymentId === actor.employmentId);
    const results = (await this.skps.resultsOn(employmentId, actor.today))?.results ?? [];
    if (standing !== 'self') await this.audit.logRead(actor, 'feedback.record', 'employment', employmentId);
    return {
      employmentId, personName: person.name, postName: person.postName,
      as: standing === 'reader' ? null : standing,
      mayGive: rules !== undefined && (GIVES as readonly string[]).includes(standing) && rules.givers.some((giver) => giver === standing),
      mayLead: leads,
      ways: [...(rules?.ways ?? [])], kinds: [...FEEDBACK_KINDS], cite: rules ? law.performance.cite('feedback') : null,
      phrases: [...(rules?.phrases ?? [])],
      results: results.map(({ id, title, indicators }) => ({ id, title, indicators: indicators.map(({ indicator }) => indicator) })),
      behaviours: form.behaviour ? (form.behaviour.rated === 'values' ? form.behaviour.values : form.behaviour.aspects).map(({ code, name }) => ({ code, name })) : [],
      resources: law.performance.rules.skp.flow?.change.resources ? (form.resources?.kinds ?? []) : [],
      coaching: coachingRules(law).kinds,
      rhythm: whole ? await this.rhythm.view(actor, employmentId) : null,
      due: whole ? ((await this.rhythm.dueOf([employmentId], actor.today)).get(employmentId)?.due ?? null) : null,
      feedback: mine.map(feedbackItem),
      marks: whole ? await this.progress.marksOf(actor, employmentId, leads) : [],
      coachings: whole ? await this.coaching.of(employmentId) : [],
      takeOvers: whole ? await this.progress.takeOversOf([employmentId], addDays(actor.today, -YEAR), actor.today) : [],
      invitations: leads ? await this.invitations.of(employmentId) : [],
    };
  }

  /** What was said within a period and recorded before it was judged: a ground of the evaluation document. */
  async within(employmentId: Uuid, from: IsoDate, to: IsoDate, judgedAt: Date): Promise<FeedbackItem[]> {
    return (await this.repository.between(employmentId, from, to, judgedAt)).map(feedbackItem);
  }

  /** The whole record of a year, for the official form. */
  async ofYear(actor: Actor, employmentId: Uuid, year: number): Promise<{ feedback: FeedbackItem[]; record: FeedbackRecord }> {
    const record = await this.of(actor, employmentId);
    if (record.as === 'peer' || record.as === 'subordinate') throw new DomainError('not-found');
    const rows = await this.repository.ofYear(employmentId, year);
    return { feedback: rows.map(feedbackItem), record };
  }

  private async personOf(employmentId: Uuid, date: IsoDate): Promise<{ name: string; postName: string | null }> {
    return this.organisation.snapshotOf(employmentId, date);
  }
}
