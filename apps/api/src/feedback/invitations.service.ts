import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import { FEEDBACK_LIMITS, type Invitation, type InvitationForm, type InviteRequest, type NewInvitation } from '@ekinerja/contracts/feedback';
import { localDate } from '@ekinerja/regulations/dates';
import { checkFeedback } from '@ekinerja/regulations/feedback';
import { AuditService, systemActor } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { CONFIG } from '../platform/platform.module.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { FeedbackLawService } from './feedback-law.service.js';
import { FeedbackStandingService } from './feedback-standing.service.js';
import { FeedbackSubjectService } from './feedback-subject.service.js';
import { FeedbackRepository } from './feedback.repository.js';
import { InvitationsRepository, type InvitationRow } from './invitations.repository.js';

const SECRET_BYTES = 24;
const DAY_MS = 86_400_000;

/** People outside who have to do with the work (TL 17(2).c) write once by a link, without an account. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly repository: InvitationsRepository,
    private readonly feedback: FeedbackRepository,
    private readonly standing: FeedbackStandingService,
    private readonly laws: FeedbackLawService,
    private readonly subjects: FeedbackSubjectService,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async invite(actor: Actor, employmentId: Uuid, request: InviteRequest): Promise<NewInvitation> {
    return this.db.transaction(async () => {
      await this.standing.require(actor, employmentId, ['leader']);
      const refusal = checkFeedback('other', 'indirect', request.kind, await this.laws.of(employmentId, actor.today));
      if (refusal) throw refusedByRule(refusal);
      const about = await this.subjects.wordsOf({ ...request, employmentId }, actor.today);
      const secret = randomBytes(SECRET_BYTES).toString('base64url');
      const at = this.clock.now();
      const expiresAt = new Date(at.getTime() + FEEDBACK_LIMITS.invitationDays * DAY_MS);
      const { name, office, email, question, kind, subject, resultId } = request;
      const row = await this.repository.insert({
        employmentId, invitedBy: actor.employmentId as Uuid, name, office, email, question, kind, subject, resultId, about, secretHash: hashOf(secret), at, expiresAt,
      });
      await this.audit.record({ actor, action: 'feedback.invited', subjectType: 'employment', subjectId: employmentId, after: { invitationId: row.id, name, office, kind, about } });
      const url = `${this.config.publicUrl}/umpan-balik/undangan/${secret}`;
      if (email) {
        const { name: personName } = await this.organisation.snapshotOf(employmentId, actor.today);
        await this.outbox.announce('feedback.invited', { invitationId: row.id, email, name, personName, url });
      }
      return { ...view(row), url };
    });
  }

  async withdraw(actor: Actor, id: Uuid): Promise<void> {
    await this.db.transaction(async () => {
      const row = await this.repository.lock(id);
      if (!row) throw new DomainError('not-found');
      await this.standing.require(actor, row.employmentId, ['leader']);
      if (row.usedAt) throw new DomainError('state-refused', { status: 'used', action: 'withdraw' });
      await this.repository.withdraw(id, this.clock.now());
      await this.audit.record({ actor, action: 'feedback.invitation-withdrawn', subjectType: 'employment', subjectId: row.employmentId, after: { invitationId: id } });
    });
  }

  async of(employmentId: Uuid): Promise<Invitation[]> {
    return (await this.repository.of(employmentId)).map(view);
  }

  /** What the holder of the link sees. @throws DomainError `not-found` for a used, withdrawn, old or wrong link: all alike */
  async form(secret: string): Promise<InvitationForm> {
    const row = await this.repository.bySecret(hashOf(secret));
    if (!row || !this.isOpen(row)) throw new DomainError('not-found');
    const today = localDate(this.clock.now(), this.clock.timeZone);
    const person = await this.organisation.snapshotOf(row.employmentId, today);
    return {
      personName: person.name, postName: person.postName, unitName: person.unitName, invitedBy: row.invitedByName, name: row.name, about: row.about, question: row.question,
      expiresAt: row.expiresAt.toISOString(),
    };
  }

  /** Once: the link is spent with the words it brought. */
  async write(secret: string, text: string): Promise<void> {
    await this.db.transaction(async () => {
      const known = await this.repository.bySecret(hashOf(secret));
      const row = known && (await this.repository.lock(known.id));
      if (!row || !this.isOpen(row)) throw new DomainError('not-found');
      const at = this.clock.now();
      const id = await this.feedback.insert(
        {
          employmentId: row.employmentId, giver: 'other', giverEmploymentId: null, giverName: row.name, giverOffice: row.office, invitationId: row.id,
          kind: row.kind, way: 'indirect', heldOn: null, givenOn: localDate(at, this.clock.timeZone), subject: row.subject, resultId: row.resultId,
          about: [row.about, row.question].filter(Boolean).join(' – ') || null, text,
        },
        at,
      );
      await this.repository.use(row.id, at);
      await this.audit.record({ actor: systemActor('feedback.invitation'), action: 'feedback.given', subjectType: 'employment', subjectId: row.employmentId, after: { feedbackId: id, giver: 'other', name: row.name } });
      await this.outbox.announce('feedback.given', { feedbackId: id, employmentId: row.employmentId, byName: row.name });
    });
  }

  private isOpen({ usedAt, withdrawnAt, expiresAt }: InvitationRow): boolean {
    return usedAt === null && withdrawnAt === null && expiresAt > this.clock.now();
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function view({ id, kind, about, name, office, invitedAt, expiresAt, usedAt, withdrawnAt }: InvitationRow): Invitation {
  return {
    id, kind, about, name, office, invitedAt: invitedAt.toISOString(), expiresAt: expiresAt.toISOString(), usedAt: usedAt?.toISOString() ?? null,
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
  };
}
