import { Injectable } from '@nestjs/common';
import type { EndRequest } from '@ekinerja/contracts/assignments';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { AuthorityKind, AuthorityOnDate, CreateLeaderRequest, LeadersOfPerson, LeaderView } from '@ekinerja/contracts/evaluator-acts';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import { requireVersion } from '../platform/http/versions.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { AssignmentsRepository } from './assignments.repository.js';
import { EvaluatorActsRepository } from './evaluator-acts.repository.js';
import { OrganisationService } from './organisation.service.js';

/** Who leads without evaluating (TL 1 angka 16), and who is PPK or PyB (TL 1 angka 9 and 10), on a date. */
@Injectable()
export class LeadersService {
  constructor(
    private readonly db: Database,
    private readonly repository: EvaluatorActsRepository,
    private readonly people: AssignmentsRepository,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
  ) {}

  /** For other features: everybody who may give this person feedback and assignments. No check of who asks. */
  async leadersOf(employmentId: Uuid, date: IsoDate): Promise<LeadersOfPerson> {
    const { evaluator } = await this.organisation.evaluatorOn(employmentId, date);
    return { date, evaluator, others: await this.repository.leadersOf(employmentId, date) };
  }

  /** Those led beside their evaluator on a day, by one leader or by all. No check of who asks. */
  async ledBeside(date: IsoDate, leaderId: Uuid | null = null): Promise<{ employmentId: Uuid; leaderId: Uuid }[]> {
    return this.repository.ledBeside(date, leaderId);
  }

  /** @throws DomainError `not-found` for a person the actor may not see. */
  async ofPerson(actor: Actor, employmentId: Uuid, date: IsoDate = actor.today): Promise<LeadersOfPerson> {
    await this.organisation.requireReadable(actor, employmentId);
    return this.leadersOf(employmentId, date);
  }

  async authorityOn(kind: AuthorityKind, date: IsoDate): Promise<AuthorityOnDate | null> {
    const recorded = await this.repository.authorityTouching(kind, date, date);
    if (recorded) return { kind, employmentId: recorded.employmentId, personName: recorded.personName, source: 'recorded' };
    if (kind === 'pyb') return null;
    const snapshot = await this.organisation.onDate(date);
    const post = [...snapshot.posts.values()].find((one) => one.kind === 'regent' && one.superiorPostId === null);
    const holder = post && snapshot.holders(post.id)[0];
    return holder ? { kind, employmentId: holder.employmentId, personName: holder.personName, source: 'regent' } : null;
  }

  async name(actor: Actor, request: CreateLeaderRequest): Promise<LeaderView> {
    return this.db.transaction(async () => {
      await this.require(request);
      const id = await this.repository.insertLeader(request);
      return this.done(actor, 'leader.named', id, null, request.reason);
    });
  }

  async end(actor: Actor, id: Uuid, seen: number | null, request: EndRequest): Promise<LeaderView> {
    return this.db.transaction(async () => {
      const before = await this.repository.lock('leader', id);
      if (!before) throw new DomainError('not-found');
      requireVersion(seen, before);
      if (request.lastDay < before.validFrom) throw refusedByRule({ code: 'assignment.end-before-start', params: { start: before.validFrom } });
      await this.repository.end('leader', id, request);
      return this.done(actor, 'leader.ended', id, before, request.reason);
    });
  }

  /** Ours by name in the records, others by name and office: one of the two. */
  private async require(request: CreateLeaderRequest): Promise<void> {
    const { employmentId, leaderEmploymentId, outsideName, outsideOffice, scope, validFrom, validTo } = request;
    if (validTo !== null && validTo < validFrom) throw refusedByRule({ code: 'assignment.end-before-start', params: { start: validFrom } });
    if (leaderEmploymentId === employmentId) throw refusedByRule({ code: 'leader.self', params: {} });
    const outside = scope === 'outside-government' || (scope === 'other-agency' && leaderEmploymentId === null);
    if (outside ? leaderEmploymentId !== null || !outsideName || !outsideOffice : leaderEmploymentId === null || outsideName !== null || outsideOffice !== null) {
      throw refusedByRule({ code: 'leader.who', params: {} });
    }
    for (const id of [employmentId, leaderEmploymentId]) {
      if (id !== null && !(await this.people.lockEmployment(id))) throw new DomainError('not-found', { parameter: 'employmentId' });
    }
  }

  private async done(actor: Actor, action: string, id: Uuid, before: LeaderView | null, reason: string): Promise<LeaderView> {
    const after = (await this.repository.find('leader', id)) as LeaderView;
    await this.audit.record({ actor, action, subjectType: 'leader', subjectId: id, before, after, reason });
    return after;
  }
}
