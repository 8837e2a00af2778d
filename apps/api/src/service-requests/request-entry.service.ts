import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { RequestContent, RequestKind } from '@ekinerja/contracts/service-requests';
import { addDays } from '@ekinerja/regulations/dates';
import { ReopeningsService } from '../activities/reopenings.service.js';
import { RolesService } from '../auth/roles.service.js';
import { EmploymentEventsService } from '../employees/employment-events.service.js';
import { AssignmentsService } from '../organisation/assignments.service.js';
import { EvaluatorActsService } from '../organisation/evaluator-acts.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { refusedByRule } from '../platform/problem/domain.error.js';
import { LateEntryService } from '../skp/late-entry.service.js';
import { RequestContentService } from './request-content.service.js';
import type { RequestRow } from './requests.repository.js';

/** What the file is about, its fields given: `RequestContentService` has looked. */
interface Decreed {
  effectiveOn: IsoDate;
  decree: { number: string; date: IsoDate; fileId: null };
  signatory: string;
  reason: string;
}

/** The entry applies what was asked on its day, through the same doors as everything else (BK 12(1)). */
@Injectable()
export class RequestEntryService {
  constructor(
    private readonly contents: RequestContentService,
    private readonly employment: EmploymentEventsService,
    private readonly assignments: AssignmentsService,
    private readonly evaluators: EvaluatorActsService,
    private readonly organisation: OrganisationService,
    private readonly reopenings: ReopeningsService,
    private readonly lateEntries: LateEntryService,
    private readonly roles: RolesService,
  ) {}

  async apply(actor: Actor, row: RequestRow, kind: RequestKind): Promise<void> {
    // The way was long: a day may have passed, an SKP may have been opened meanwhile. Then the file goes back.
    await this.contents.requireUsable(kind, row.employmentId, row.skpdId, row.content, actor.today);
    try {
      await this.enter(actor, row, kind);
    } finally {
      this.organisation.recheck();
    }
  }

  private async enter(actor: Actor, row: RequestRow, kind: RequestKind): Promise<void> {
    switch (kind.effect) {
      case 'profile-change':
        return this.profile(actor, row);
      case 'late-entry':
        return this.reopen(actor, row);
      case 'retirement':
      case 'death':
        await this.employment.record(actor, row.employmentId, { ...eventOf(decreed(row)), kind: kind.effect, postId: null });
        return;
      case 'record':
        return;
    }
  }

  private async profile(actor: Actor, row: RequestRow): Promise<void> {
    const { employmentId, content } = row;
    const given = decreed(row);
    if (content.postId !== null) await this.transfer(actor, employmentId, content.postId, given);
    if (content.class !== null) await this.classByDecree(actor, employmentId, content.class, given);
    if (content.evaluatorId !== null) await this.evaluator(actor, employmentId, content.evaluatorId, given);
    if (content.adminId !== null) await this.admin(actor, await this.contents.unitOf(row.skpdId, content), content.adminId, given);
  }

  private async transfer(actor: Actor, employmentId: Uuid, postId: Uuid, given: Decreed): Promise<void> {
    const snapshot = await this.organisation.onDate(given.effectiveOn);
    const unit = snapshot.units.get(snapshot.posts.get(postId)?.unitId ?? '');
    const within = snapshot.definitivePost(employmentId)?.skpdId === (unit?.skpdId ?? null);
    // Within the SKPD acting and additional tasks go on.
    await this.employment.record(actor, employmentId, { ...eventOf(given), kind: within ? 'post-change' : 'transfer', postId });
  }

  /** The class moves the pay of the months from that day on; closed ones are corrected by the same event as any back-dated decree. */
  private async classByDecree(actor: Actor, employmentId: Uuid, classOverride: string, { effectiveOn, decree, reason }: Decreed): Promise<void> {
    const held = await this.assignments.definitiveOn(employmentId, effectiveOn);
    if (!held) throw refusedByRule({ code: 'request.no-post', params: {} });
    if (held.validFrom === effectiveOn) {
      await this.assignments.correct(actor, held.id, held.version, { validFrom: held.validFrom, validTo: held.validTo, classOverride, decree, reason });
    } else await this.assignments.move(actor, { employmentId, postId: held.postId, validFrom: effectiveOn, classOverride, decree, reason });
  }

  private async evaluator(actor: Actor, employmentId: Uuid, evaluatorEmploymentId: Uuid, { effectiveOn, decree, signatory, reason }: Decreed): Promise<void> {
    const authority = onAuthority(actor);
    // Another evaluator by decree takes the place of the one before.
    for (const one of await this.evaluators.overrides(authority)) {
      const runs = one.validFrom < effectiveOn && (one.validTo === null || one.validTo >= effectiveOn);
      if (one.employmentId === employmentId && runs) await this.evaluators.end(authority, 'override', one.id, one.version, { lastDay: addDays(effectiveOn, -1), reason });
    }
    await this.evaluators.override(authority, { employmentId, evaluatorEmploymentId, validFrom: effectiveOn, validTo: null, reason, grantor: signatory, decree });
  }

  /** Whoever administers the SKPD from the day on; the ones before until the day before it. */
  private async admin(actor: Actor, unitId: Uuid, adminId: Uuid, { effectiveOn, decree, reason }: Decreed): Promise<void> {
    await this.roles.succeed(actor, {
      employmentId: adminId, role: 'unit-admin', unitId, from: effectiveOn < actor.today ? actor.today : effectiveOn, to: null, reason, letterNumber: decree.number, letterDate: decree.date,
    });
  }

  /** Exactly what was named, for the named person, until the day named (BK 8(2)). */
  private async reopen(actor: Actor, { employmentId, content, number }: RequestRow): Promise<void> {
    const { reopens, skpId, months, from, to } = content;
    const until = content.until as IsoDate;
    const reason = `Permohonan ${number}, sampai ${until}`;
    if (reopens === 'daily') await this.reopenings.grant(onAuthority(actor), randomUUID(), { employmentId, from: from as IsoDate, to: to as IsoDate, until, reason });
    else await this.lateEntries.grant(onAuthority(actor), { employmentId, skpId: skpId as Uuid, part: reopens === 'monthly' ? 'monthly' : 'annual', months, until, reason });
  }
}

/** The file carries the approval of the superadmin and the head (BK 10(3), 11): the officer enters on their authority. The audit names the officer. */
function onAuthority(actor: Actor): Actor {
  return { ...actor, roles: [...actor.roles, { role: 'superadmin', unitId: null }] };
}

function decreed({ content, number }: RequestRow): Decreed {
  const { effectiveOn, decreeNumber, decreeDate, signatory } = content as Required<{ [Key in keyof RequestContent]: NonNullable<RequestContent[Key]> }>;
  return { effectiveOn, decree: { number: decreeNumber, date: decreeDate, fileId: null }, signatory, reason: `Permohonan ${number}` };
}

function eventOf({ effectiveOn, decree, signatory }: Decreed) {
  return {
    effectiveOn, spmtOn: null, decreeNumber: decree.number, decreeDate: decree.date, signatory, fileId: null, note: null, rank: null, until: null, sharePercent: null, releasesPost: false,
  };
}
