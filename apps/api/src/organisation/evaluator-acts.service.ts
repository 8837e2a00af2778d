import { Injectable, type StreamableFile } from '@nestjs/common';
import type { EndRequest } from '@ekinerja/contracts/assignments';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type {
  CreateDelegationRequest, CreateOverrideRequest, DelegationView, NameAuthorityRequest, AuthorityView, OverrideView,
} from '@ekinerja/contracts/evaluator-acts';
import { addDays } from '@ekinerja/regulations/dates';
import { AuditService } from '../audit/audit.service.js';
import { reach, type Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import { requireVersion } from '../platform/http/versions.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { AssignmentsRepository } from './assignments.repository.js';
import { DecreesService } from './decrees.service.js';
import { EvaluatorActsRepository, type ActKind } from './evaluator-acts.repository.js';
import { OrganisationChangesService } from './organisation-changes.service.js';
import { OrganisationService } from './organisation.service.js';
import { PostsRepository } from './posts.repository.js';
import { UnitsRepository } from './units.repository.js';

const READERS = ['superadmin', 'auditor', 'staffing-manager', 'unit-admin', 'unit-head'] as const;

/** Recorded acts that bend the line: delegation by the PPK (BN 13(2)–(3)), an override, and who the authorities are. */
@Injectable()
export class EvaluatorActsService {
  constructor(
    private readonly db: Database,
    private readonly repository: EvaluatorActsRepository,
    private readonly people: AssignmentsRepository,
    private readonly posts: PostsRepository,
    private readonly units: UnitsRepository,
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
    private readonly changes: OrganisationChangesService,
    private readonly decrees: DecreesService,
    private readonly audit: AuditService,
  ) {}

  async delegations(actor: Actor): Promise<DelegationView[]> {
    return this.within(actor, await this.repository.list('delegation'), (row) => row.delegateEmploymentId);
  }

  async overrides(actor: Actor): Promise<OverrideView[]> {
    return this.within(actor, await this.repository.list('override'), (row) => row.employmentId);
  }

  async authorities(): Promise<AuthorityView[]> {
    return this.repository.list('authority');
  }

  /** The letter of an act that the reader may see. @throws DomainError `not-found` */
  async decree(actor: Actor, id: Uuid): Promise<StreamableFile> {
    const act = [...(await this.delegations(actor)), ...(await this.overrides(actor)), ...(await this.authorities())].find((one) => one.id === id);
    return this.decrees.stream(act?.decreeFileId ?? null);
  }

  async delegate(actor: Actor, request: CreateDelegationRequest): Promise<DelegationView> {
    return this.db.transaction(async () => {
      await this.requireTerm(request, request.delegateEmploymentId, request.decree.fileId);
      if (request.postId !== null && request.unitId !== null) throw refusedByRule({ code: 'delegation.one-scope', params: {} });
      if (request.postId !== null && !(await this.posts.find(request.postId))) throw new DomainError('not-found', { parameter: 'postId' });
      if (request.unitId !== null && !(await this.units.find(request.unitId))) throw new DomainError('not-found', { parameter: 'unitId' });
      await this.requireOfficial(request);
      const other = await this.repository.delegationTouching(request);
      if (other) throw refusedByRule({ code: 'delegation.taken', params: { person: other.delegateName, start: other.validFrom, decree: other.decreeNumber ?? '' } });
      const id = await this.repository.insertDelegation(request);
      return this.done(actor, 'delegation', 'delegation.granted', id, request.validFrom, request.reason);
    });
  }

  async override(actor: Actor, request: CreateOverrideRequest): Promise<OverrideView> {
    return this.db.transaction(async () => {
      await this.requireTerm(request, request.employmentId, request.decree.fileId);
      await this.requireTerm(request, request.evaluatorEmploymentId, null);
      const snapshot = await this.organisation.onDate(request.validFrom);
      const persons = [request.employmentId, request.evaluatorEmploymentId].map((id) => snapshot.employments.get(id)?.personId ?? id);
      if (persons[0] === persons[1]) throw refusedByRule({ code: 'override.self', params: {} });
      const other = await this.repository.overrideTouching(request);
      if (other) throw refusedByRule({ code: 'override.taken', params: { person: other.personName, evaluator: other.evaluatorName, start: other.validFrom } });
      const id = await this.repository.insertOverride(request);
      return this.done(actor, 'override', 'override.granted', id, request.validFrom, request.reason);
    });
  }

  async nameAuthority(actor: Actor, request: NameAuthorityRequest): Promise<AuthorityView> {
    return this.db.transaction(async () => {
      await this.requireTerm(request, request.employmentId, request.decree.fileId);
      const other = await this.repository.authorityTouching(request.kind, request.validFrom, request.validTo);
      if (other) throw refusedByRule({ code: 'authority.taken', params: { person: other.personName, start: other.validFrom } });
      const id = await this.repository.insertAuthority(request);
      return this.done(actor, 'authority', 'authority.named', id, request.validFrom, request.reason);
    });
  }

  async end<K extends Exclude<ActKind, 'leader'>>(actor: Actor, kind: K, id: Uuid, seen: number | null, request: EndRequest) {
    return this.db.transaction(async () => {
      const before = await this.repository.lock(kind, id);
      if (!before) throw new DomainError('not-found');
      requireVersion(seen, before);
      if (request.lastDay < before.validFrom) throw refusedByRule({ code: 'assignment.end-before-start', params: { start: before.validFrom } });
      if (before.validTo !== null && request.lastDay > before.validTo) throw refusedByRule({ code: 'assignment.ended-already', params: { end: before.validTo } });
      await this.repository.end(kind, id, request);
      return this.done(actor, kind, `${kind}.ended`, id, addDays(request.lastDay, 1), request.reason, before);
    });
  }

  private async requireTerm({ validFrom, validTo }: { validFrom: IsoDate; validTo: IsoDate | null }, employmentId: Uuid, fileId: Uuid | null): Promise<void> {
    if (validTo !== null && validTo < validFrom) throw refusedByRule({ code: 'assignment.end-before-start', params: { start: validFrom } });
    const employment = await this.people.lockEmployment(employmentId);
    if (!employment) throw new DomainError('not-found', { parameter: 'employmentId' });
    const params = { person: employment.name, start: employment.from, end: employment.to ?? '' };
    if (validFrom < employment.from) throw refusedByRule({ code: 'assignment.before-service', params });
    if (employment.to !== null && validFrom > employment.to) throw refusedByRule({ code: 'assignment.after-service', params });
    if (fileId !== null && !(await this.people.fileExists(fileId))) throw new DomainError('not-found', { parameter: 'fileId' });
  }

  /** Delegation makes a functional official, or names a supervisory one; an executor signs nobody's SKP (BN 13(2)–(3)). */
  private async requireOfficial({ delegateEmploymentId, validFrom }: CreateDelegationRequest): Promise<void> {
    const snapshot = await this.organisation.onDate(validFrom);
    const post = snapshot.definitivePost(delegateEmploymentId);
    if (post && post.postKind !== 'pelaksana') return;
    const law = await this.regulations.lawOn(validFrom, snapshot.employments.get(delegateEmploymentId)?.kind ?? 'pns');
    throw refusedByRule({ code: 'delegation.executor', params: { post: post?.postName ?? '–' }, cite: law.performance.cite('evaluator.delegates') });
  }

  private async within<T>(actor: Actor, rows: T[], of: (row: T) => Uuid): Promise<T[]> {
    const held = reach(actor, READERS);
    if (held === null) return rows;
    const snapshot = await this.organisation.onDate(actor.today);
    return rows.filter((row) => held.includes(snapshot.definitivePost(of(row))?.skpdId ?? ''));
  }

  private async done<K extends ActKind>(actor: Actor, kind: K, action: string, id: Uuid, from: IsoDate, reason: string, before: object | null = null) {
    const after = await this.repository.find(kind, id);
    if (!after) throw new DomainError('not-found');
    await this.audit.record({ actor, action, subjectType: kind, subjectId: id, before, after, reason });
    await this.changes.announce([], from);
    return after;
  }
}
