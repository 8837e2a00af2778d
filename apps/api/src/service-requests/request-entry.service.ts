import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RequestContent, RequestEffect } from '@ekinerja/contracts/service-requests';
import { ReopeningsService } from '../activities/reopenings.service.js';
import { EmploymentEventsService } from '../employees/employment-events.service.js';
import { AssignmentsService } from '../organisation/assignments.service.js';
import { EvaluatorActsService } from '../organisation/evaluator-acts.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { SkpAgreementService } from '../skp/skp-agreement.service.js';
import { SkpService } from '../skp/skp.service.js';
import { SkpViewService } from '../skp/skp-view.service.js';
import type { RequestRow } from './requests.repository.js';

/** The entry applies what was asked on its day, through the same doors as everything else (BK 12(1)). */
@Injectable()
export class RequestEntryService {
  constructor(
    private readonly employment: EmploymentEventsService,
    private readonly assignments: AssignmentsService,
    private readonly evaluators: EvaluatorActsService,
    private readonly organisation: OrganisationService,
    private readonly reopenings: ReopeningsService,
    private readonly skps: SkpService,
    private readonly views: SkpViewService,
    private readonly agreement: SkpAgreementService,
  ) {}

  async apply(actor: Actor, row: RequestRow, effect: RequestEffect): Promise<void> {
    switch (effect) {
      case 'profile-change':
        return this.profile(actor, row);
      case 'late-entry':
        return this.reopen(actor, row);
      case 'retirement':
      case 'death':
        return this.leave(actor, row, effect);
      case 'record':
        return;
    }
  }

  private async profile(actor: Actor, { employmentId, content, number }: RequestRow): Promise<void> {
    const { postId, effectiveOn, evaluatorId, class: ofClass } = content;
    const decree = decreeOf(content);
    const reason = `Permohonan ${number}`;
    if (postId !== null) await this.employment.record(actor, employmentId, { ...eventOf(content), kind: 'transfer', postId });
    if (ofClass !== null) {
      const held = (await this.organisation.onDate(effectiveOn)).definitivePost(employmentId);
      const target = postId ?? held?.postId;
      if (!target) throw refusedByRule({ code: 'request.no-post', params: {} });
      // The class moves the pay of the months from that day on; closed ones are corrected by the same event as any back-dated decree.
      if (postId === null) await this.assignments.move(actor, { employmentId, postId: target, validFrom: effectiveOn, classOverride: ofClass, decree, reason });
    }
    if (evaluatorId !== null) {
      await this.evaluators.override(actor, { employmentId, evaluatorEmploymentId: evaluatorId, validFrom: effectiveOn, validTo: null, reason, grantor: content.signatory, decree });
    }
    if (postId === null && ofClass === null && evaluatorId === null) throw refusedByRule({ code: 'request.nothing', params: {} });
  }

  /** Exactly what was named, for the named person, until the day named (BK 8(2)). */
  private async reopen(actor: Actor, { employmentId, content, number }: RequestRow): Promise<void> {
    const { reopens, from, to, until } = content;
    if (reopens === null || until === null) throw refusedByRule({ code: 'request.nothing', params: {} });
    const reason = `Permohonan ${number}, sampai ${until}`;
    if (reopens === 'daily') {
      if (from === null || to === null) throw refusedByRule({ code: 'request.nothing', params: {} });
      await this.reopenings.grant(onAuthority(actor), randomUUID(), { employmentId, from, to, until, reason });
      return;
    }
    const skp = await this.skps.resultsOn(employmentId, actor.today);
    if (!skp) return;
    const shown = await this.views.get(onAuthority(actor), skp.skpId);
    if (shown.status === 'determined') await this.agreement.reopen(onAuthority(actor), skp.skpId, shown.version, reason);
  }

  /** BK 8(3)–(4): the account is closed; the history stays. */
  private async leave(actor: Actor, { employmentId, content }: RequestRow, kind: 'retirement' | 'death'): Promise<void> {
    await this.employment.record(actor, employmentId, { ...eventOf(content), kind, postId: null });
  }
}

/** The file carries the approval of the superadmin and the head (BK 10(3), 11): the officer enters on their authority. The audit names the officer. */
function onAuthority(actor: Actor): Actor {
  return { ...actor, roles: [...actor.roles, { role: 'superadmin', unitId: null }] };
}

function decreeOf({ decreeNumber, decreeDate }: RequestContent) {
  return { number: decreeNumber, date: decreeDate, fileId: null };
}

function eventOf({ effectiveOn, decreeNumber, decreeDate, signatory }: RequestContent) {
  if (!decreeNumber) throw new DomainError('validation-failed', {}, { fields: [{ field: 'decreeNumber', rule: 'required' }] });
  return {
    effectiveOn, spmtOn: null, decreeNumber, decreeDate, signatory, fileId: null, note: null, rank: null, until: null, sharePercent: null, releasesPost: false,
  };
}
