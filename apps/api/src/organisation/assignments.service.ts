import { Injectable } from '@nestjs/common';
import type { AssignmentView, CorrectAssignmentRequest, EndRequest, MoveAssignmentRequest, OpenAssignmentRequest } from '@ekinerja/contracts/assignments';
import type { AssignmentKind, IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { addDays } from '@ekinerja/regulations/dates';
import { AuditService, type SystemActor } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { requireVersion } from '../platform/http/versions.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { AssignmentsRepository, type LockedPost, type Term } from './assignments.repository.js';
import { OrganisationChangesService } from './organisation-changes.service.js';

const ACTING: AssignmentKind[] = ['plt', 'plh', 'pj'];

/**
 * Who holds which post from when to when, by which letter. Other features open, end and move assignments here and
 * nowhere else. A letter may be older than its entry: what is open goes to the right superior, closed months stay.
 */
@Injectable()
export class AssignmentsService {
  constructor(
    private readonly db: Database,
    private readonly repository: AssignmentsRepository,
    private readonly changes: OrganisationChangesService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found` */
  async get(id: Uuid): Promise<AssignmentView> {
    return found(await this.repository.find(id));
  }

  /** The definitive post of a person on a day. */
  async definitiveOn(employmentId: Uuid, date: IsoDate): Promise<AssignmentView | null> {
    return (await this.repository.definitiveOf(employmentId, { from: date, to: date }, null))[0] ?? null;
  }

  /** @throws DomainError `rule-refused` naming the other assignment where the law allows one. */
  async open(actor: Actor | SystemActor, request: OpenAssignmentRequest): Promise<AssignmentView> {
    return this.db.transaction(async () => {
      const term = await this.termOf(request.validFrom, request.validTo, request.decree.fileId);
      const { employmentId, postId, kind } = request;
      await this.requireInService(employmentId, term);
      const post = await this.requireInForce(postId, term);
      const seat = await this.seatFor(employmentId, post, kind, term, null);
      const id = await this.repository.insert(employmentId, postId, kind, seat, { ...term, classOverride: request.classOverride, decree: request.decree });
      const opened = await this.get(id);
      await this.record(actor, 'assignment.opened', null, opened, request.reason);
      await this.changes.announce([employmentId], term.from);
      return opened;
    });
  }

  /** The old definitive post ends the day before the new one begins. Acting and additional ones go on. */
  async move(actor: Actor | SystemActor, request: MoveAssignmentRequest): Promise<AssignmentView> {
    return this.db.transaction(async () => {
      await this.repository.lockEmployment(request.employmentId);
      const [held, ...later] = await this.repository.definitiveOf(request.employmentId, { from: request.validFrom, to: null }, null);
      // One that begins on or after the day would be overwritten in silence: refused by name when opening.
      if (held && later.length === 0 && held.validFrom < request.validFrom) {
        await this.endAt(actor, held, addDays(request.validFrom, -1), request.reason);
      }
      return this.open(actor, { ...request, kind: 'definitive', validTo: null });
    });
  }

  async end(actor: Actor | SystemActor, id: Uuid, seen: number | null, { lastDay, reason }: EndRequest): Promise<AssignmentView> {
    return this.db.transaction(async () => {
      const held = found(await this.repository.lock(id));
      requireVersion(seen, held);
      if (lastDay < held.validFrom) throw refusedByRule({ code: 'assignment.end-before-start', params: { start: held.validFrom } });
      await this.endAt(actor, held, lastDay, reason);
      return this.get(id);
    });
  }

  /** Everything a person holds ends with a day (retirement, death, leaving); what had not begun by then never does. */
  async endAll(actor: Actor | SystemActor, employmentId: Uuid, lastDay: IsoDate, reason: string): Promise<AssignmentView[]> {
    return this.db.transaction(async () => {
      await this.repository.lockEmployment(employmentId);
      const held = await this.repository.after(employmentId, lastDay);
      for (const one of held) {
        if (one.validFrom > lastDay) await this.remove(actor, one, reason);
        else await this.endAt(actor, one, lastDay, reason);
      }
      return held;
    });
  }

  /** One that should never have been: out of the lines, kept on record whole with its reason. */
  async withdraw(actor: Actor | SystemActor, id: Uuid, reason: string): Promise<AssignmentView> {
    return this.db.transaction(async () => {
      const held = found(await this.repository.lock(id));
      await this.remove(actor, held, reason);
      return held;
    });
  }

  async correct(actor: Actor | SystemActor, id: Uuid, seen: number | null, request: CorrectAssignmentRequest): Promise<AssignmentView> {
    return this.db.transaction(async () => {
      const before = found(await this.repository.lock(id));
      requireVersion(seen, before);
      const term = await this.termOf(request.validFrom, request.validTo, request.decree.fileId);
      await this.requireInService(before.employmentId, term);
      const post = await this.requireInForce(before.postId, term);
      const seat = await this.seatFor(before.employmentId, post, before.kind, term, before);
      await this.repository.correct(id, seat, { ...term, classOverride: request.classOverride, decree: request.decree });
      const after = await this.get(id);
      await this.record(actor, 'assignment.corrected', before, after, request.reason);
      await this.changes.announce([before.employmentId], [before.validFrom, term.from].sort()[0] as IsoDate);
      return after;
    });
  }

  private async endAt(actor: Actor | SystemActor, held: AssignmentView, lastDay: IsoDate, reason: string): Promise<void> {
    if (held.validTo === lastDay) return;
    if (held.validTo !== null && lastDay > held.validTo) throw refusedByRule({ code: 'assignment.ended-already', params: { end: held.validTo } });
    await this.repository.end(held.id, lastDay);
    await this.record(actor, 'assignment.ended', held, { ...held, validTo: lastDay, version: held.version + 1 }, reason);
    await this.changes.announce([held.employmentId], addDays(lastDay, 1));
  }

  private async remove(actor: Actor | SystemActor, held: AssignmentView, reason: string): Promise<void> {
    await this.repository.remove(held.id, reason, this.clock.now());
    await this.record(actor, 'assignment.withdrawn', held, null, reason);
    await this.changes.announce([held.employmentId], held.validFrom);
  }

  private async termOf(from: IsoDate, to: IsoDate | null, fileId: Uuid | null): Promise<Term> {
    if (to !== null && to < from) throw refusedByRule({ code: 'assignment.end-before-start', params: { start: from } });
    if (fileId !== null && !(await this.repository.fileExists(fileId))) throw new DomainError('not-found', { parameter: 'fileId' });
    return { from, to };
  }

  private async requireInService(employmentId: Uuid, term: Term): Promise<void> {
    const employment = await this.repository.lockEmployment(employmentId);
    if (!employment) throw new DomainError('not-found', { parameter: 'employmentId' });
    if (covers(employment, term)) return;
    const params = { person: employment.name, start: employment.from, end: employment.to ?? '' };
    throw refusedByRule(term.from < employment.from ? { code: 'assignment.before-service', params } : { code: 'assignment.after-service', params });
  }

  private async requireInForce(postId: Uuid, term: Term): Promise<LockedPost> {
    const post = await this.repository.lockPost(postId);
    if (!post) throw new DomainError('not-found', { parameter: 'postId' });
    if (covers(post, term)) return post;
    const params = { post: post.name, start: post.from, end: post.to ?? '' };
    throw refusedByRule(term.from < post.from ? { code: 'assignment.before-post', params } : { code: 'assignment.after-post', params });
  }

  /** The seat that is free on all the days; the rows are locked, so the database's own constraint is only the last word. */
  private async seatFor(employmentId: Uuid, post: LockedPost, kind: AssignmentKind, term: Term, own: AssignmentView | null): Promise<number> {
    const except = own?.id ?? null;
    if (kind === 'additional') return 1;
    if (kind !== 'definitive') {
      const [acting] = await this.repository.inPost(post.id, ACTING, term, except);
      if (acting) throw taken('acting', acting);
      return 1;
    }
    const [other] = await this.repository.definitiveOf(employmentId, term, except);
    if (other) throw taken('person', other);
    const holders = await this.repository.inPost(post.id, ['definitive'], term, except);
    const used = new Set(holders.map(({ seat }) => seat));
    const seats = [...(own ? [own.seat] : []), ...Array.from({ length: post.seats }, (_, at) => at + 1)];
    const free = seats.find((seat) => !used.has(seat));
    if (free === undefined) throw taken('post', holders[0] as AssignmentView);
    return free;
  }

  private async record(actor: Actor | SystemActor, action: string, before: AssignmentView | null, after: AssignmentView | null, reason: string): Promise<void> {
    const subjectId = (after ?? before)?.id ?? '';
    await this.audit.record({ actor, action, subjectType: 'assignment', subjectId, before, after, reason });
  }
}

function found(row: AssignmentView | null): AssignmentView {
  if (!row) throw new DomainError('not-found');
  return row;
}

function covers(whole: Term, part: Term): boolean {
  return part.from >= whole.from && (whole.to === null || (part.to !== null && part.to <= whole.to));
}

/** With its end, and without one: two sentences. */
const TAKEN = {
  acting: [{ code: 'assignment.acting-taken' }, { code: 'assignment.acting-taken-open' }],
  person: [{ code: 'assignment.person-holds' }, { code: 'assignment.person-holds-open' }],
  post: [{ code: 'assignment.post-taken' }, { code: 'assignment.post-taken-open' }],
} as const;

function taken(what: keyof typeof TAKEN, other: AssignmentView): DomainError {
  const { personName: person, postName: post, kind, validFrom: start, validTo: end } = other;
  const [closed, open] = TAKEN[what];
  return refusedByRule({ ...(end === null ? open : closed), params: { person, post, kind, start, end: end ?? '' } });
}
