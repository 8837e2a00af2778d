import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { RequestContent, RequestKind } from '@ekinerja/contracts/service-requests';
import { checkReopening } from '@ekinerja/regulations/activity-flow';
import { asksForSomething, contentProblems } from '@ekinerja/regulations/service-requests';
import { OrganisationService } from '../organisation/organisation.service.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { LateEntryService } from '../skp/late-entry.service.js';
import { RequestChoicesRepository } from './request-choices.repository.js';

/** Whether what is asked for can be entered: said when the file is made, and once more on the day of the entry. */
@Injectable()
export class RequestContentService {
  constructor(
    private readonly organisation: OrganisationService,
    private readonly lateEntries: LateEntryService,
    private readonly choices: RequestChoicesRepository,
    private readonly regulations: RegulationsService,
  ) {}

  /** @throws DomainError with the field that lacks, or the rule that stands against it */
  async requireUsable(kind: RequestKind, employmentId: Uuid, skpdId: Uuid, content: RequestContent, today: IsoDate): Promise<void> {
    const problems = contentProblems(kind, content, today);
    if (problems.length > 0) throw new DomainError('validation-failed', {}, { fields: problems.map(({ field, rule }) => ({ field: `content.${field}`, rule })) });
    if (!asksForSomething(kind, content)) throw refusedByRule({ code: 'request.nothing', params: {}, cite: kind.cite });
    if (kind.effect === 'profile-change') await this.requireProfile(employmentId, skpdId, content);
    if (kind.effect === 'late-entry') await this.requireLate(kind, employmentId, content, today);
  }

  /** What a class by decree can be: the classes that are paid, and those that posts have. */
  async classes(date: IsoDate): Promise<string[]> {
    const { amounts } = await this.regulations.lawOn(date);
    const known = new Set([...Object.keys(amounts?.rules.classes ?? {}), ...(await this.choices.classesOfPosts())]);
    return [...known].sort((a, b) => a.localeCompare(b, 'id', { numeric: true }));
  }

  private async requireProfile(employmentId: Uuid, skpdId: Uuid, { effectiveOn, postId, class: ofClass, evaluatorId, adminId }: RequestContent): Promise<void> {
    const snapshot = await this.organisation.onDate(effectiveOn as IsoDate);
    if (postId !== null && !snapshot.posts.has(postId)) throw invalid('postId');
    if (ofClass !== null && !(await this.classes(effectiveOn as IsoDate)).includes(ofClass)) throw invalid('class');
    if (evaluatorId !== null && (evaluatorId === employmentId || snapshot.definitivePost(evaluatorId) === null)) throw invalid('evaluatorId');
    if (adminId !== null && !(await this.choices.hasAccount(adminId))) throw invalid('adminId');
    // Who administers an SKPD serves in it, that of the new post where there is one.
    const unit = await this.unitOf(skpdId, { postId });
    if (adminId !== null && adminId !== employmentId && snapshot.definitivePost(adminId)?.skpdId !== unit) throw invalid('adminId');
  }

  /** The SKPD in which the person serves once the content is entered. */
  async unitOf(skpdId: Uuid, { postId }: Pick<RequestContent, 'postId'>): Promise<Uuid> {
    return postId === null ? skpdId : (await this.choices.skpdOfPost(postId)) ?? skpdId;
  }

  private async requireLate(kind: RequestKind, employmentId: Uuid, { reopens, skpId, months, from, to, until }: RequestContent, today: IsoDate): Promise<void> {
    if (reopens === null || !kind.reopens.includes(reopens)) throw refusedByRule({ code: 'request.reopens', params: {}, cite: kind.cite });
    if (reopens === 'daily') {
      const refusal = checkReopening({ from: from as IsoDate, to: to as IsoDate, until: until as IsoDate, today });
      if (refusal) throw refusedByRule(refusal);
    } else await this.lateEntries.requireClosed({ employmentId, skpId: skpId as Uuid, part: reopens, months }, today);
  }
}

function invalid(field: keyof RequestContent): DomainError {
  return new DomainError('validation-failed', {}, { fields: [{ field: `content.${field}`, rule: 'notListed' }] });
}
