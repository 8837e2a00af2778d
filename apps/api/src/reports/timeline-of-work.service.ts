import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PERMISSIONS } from '@ekinerja/contracts/access';
import type { TimelineLine } from '@ekinerja/contracts/person-timeline';
import { PersonTimelineService, type TimelineQuestion } from '../employees/person-timeline.service.js';
import { FeedbackStandingService } from '../feedback/feedback-standing.service.js';
import { reach } from '../platform/access/actor.js';
import { TimelineOfWorkRepository } from './timeline-of-work.repository.js';

/** Who reads the slips of others on their timeline; who pays them reads them on the SKPD's list. */
const READERS_OF_PAY = ['superadmin', 'auditor', 'unit-admin', 'unit-head'] as const;

/** What the work of a year left on record: plan, entries, coaching, judgement and pay, from the features that keep it. */
@Injectable()
export class TimelineOfWorkService implements OnModuleInit {
  constructor(
    private readonly timeline: PersonTimelineService,
    private readonly repository: TimelineOfWorkRepository,
    private readonly standing: FeedbackStandingService,
  ) {}

  onModuleInit(): void {
    this.timeline.contribute((question) => this.repository.work(question.employmentId, question.from, question.to));
    this.timeline.contribute((question) => this.matters(question));
    this.timeline.contribute((question) => this.objections(question));
    this.timeline.contribute((question) => this.pay(question));
  }

  /** Coaching, cases and requests are for whoever may know the person's feedback: who only pays the SKPD is not among them. */
  private async matters({ actor, employmentId, from, to }: TimelineQuestion): Promise<TimelineLine[]> {
    const standing = await this.standing.of(actor, employmentId);
    if (standing === null) return [];
    const lines = await this.repository.matters(employmentId, from, to);
    // A request is open to its owner and the offices; to the evaluator only that it was made.
    return standing === 'self' || standing === 'reader' ? lines : lines.map((line) => (line.area === 'request' ? { ...line, target: null } : line));
  }

  private async objections({ actor, employmentId, from, to }: TimelineQuestion): Promise<TimelineLine[]> {
    const all = actor.roles.some(({ role }) => (PERMISSIONS['objections.monitor'] as readonly string[]).includes(role));
    if (!all && actor.employmentId === null) return [];
    return this.repository.objections(employmentId, from, to, all ? null : actor.employmentId);
  }

  private async pay({ actor, employmentId, from, to }: TimelineQuestion): Promise<TimelineLine[]> {
    const own = actor.employmentId === employmentId;
    const skpdIds = own ? null : reach(actor, READERS_OF_PAY);
    return this.repository.pay(employmentId, from, to, skpdIds);
  }
}
