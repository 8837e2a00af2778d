import { Injectable } from '@nestjs/common';
import { EMPLOYEE_KINDS, type IsoDate, type Page, type Uuid } from '@ekinerja/contracts/basics';
import type { UnitItem } from '@ekinerja/contracts/organisation';
import type { PersonSnapshot } from '@ekinerja/contracts/skp';
import { deriveEvaluator, deriveEvaluatorSuperior, type EvaluatorAnswer } from '@ekinerja/regulations/evaluator';
import type { LawSet } from '@ekinerja/regulations/law';
import { linesDown, subordinatesOf, type LinesDown } from '@ekinerja/regulations/subordinates';
import { reaches, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { partOf } from '../platform/database/search.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { OrganisationRepository } from './organisation.repository.js';
import { SnapshotCache } from './snapshot-cache.js';
import type { OrganisationSnapshot } from './snapshot.js';

export type { DefinitivePost, OrganisationSnapshot, SnapshotEmployment } from './snapshot.js';

/** What has been derived so far on one state of organisation and law. */
interface Lines {
  down: LinesDown;
  evaluators: Map<Uuid, EvaluatorAnswer>;
  subordinates: Map<Uuid, Uuid[]>;
}

/** The law of a date for each person: a regulation may speak of some employee kinds only. */
interface Laws {
  /** Hashes of the performance rules of all kinds. */
  key: string;
  all: LawSet[];
  of(employmentId: Uuid): LawSet;
}

/** Who holds what and who evaluates whom, on any date. Nothing here is stored: it follows from dated posts. */
@Injectable()
export class OrganisationService {
  /** By the posts of a state (shared by all its days), then by the performance rules. */
  private readonly lines = new WeakMap<OrganisationSnapshot['posts'], Map<string, Lines>>();

  constructor(
    private readonly cache: SnapshotCache,
    private readonly repository: OrganisationRepository,
    private readonly regulations: RegulationsService,
    private readonly clock: Clock,
  ) {}

  /** The organisation as it stands on a date. */
  async onDate(date: IsoDate): Promise<OrganisationSnapshot> {
    return this.cache.onDate(date);
  }

  /** After a change of units, posts, people or assignments by this process. */
  recheck(): void {
    this.cache.recheck();
  }

  async evaluatorOn(employmentId: Uuid, date: IsoDate): Promise<EvaluatorAnswer> {
    const { snapshot, laws } = await this.at(date);
    return this.derived(employmentId, snapshot, laws);
  }

  /** The evaluator's own superior: decides disputes and objections. */
  async evaluatorSuperiorOn(employmentId: Uuid, date: IsoDate): Promise<EvaluatorAnswer> {
    const { snapshot, laws } = await this.at(date);
    return deriveEvaluatorSuperior(employmentId, snapshot, laws.of(employmentId));
  }

  /** Everybody whose derived evaluator is that person on that date. */
  async subordinatesOn(evaluatorEmploymentId: Uuid, date: IsoDate): Promise<Uuid[]> {
    const { snapshot, laws } = await this.at(date);
    const { subordinates, down } = this.linesOf(snapshot, laws);
    const known = subordinates.get(evaluatorEmploymentId);
    if (known) return known;
    const list = subordinatesOf(evaluatorEmploymentId, snapshot, down, laws.all, (id) => this.derived(id, snapshot, laws));
    subordinates.set(evaluatorEmploymentId, list);
    return list;
  }

  /**
   * Whether an actor may see a person's rows today: the person, their evaluator and that one's superior, who runs
   * their SKPD, and who sees everything by office. Who pays it sees what it pays (`pay-run-scope.ts`), not the work (KS 26(2)).
   */
  async mayRead(actor: Actor, employmentId: Uuid): Promise<boolean> {
    if (actor.employmentId === employmentId) return true;
    const snapshot = await this.onDate(actor.today);
    const { personId, skpdId } = await this.origin(snapshot, employmentId);
    if (personId === null) return false;
    if (personId === actor.personId) return true;
    if (actor.roles.some(({ role }) => role === 'superadmin' || role === 'auditor' || role === 'regent' || role === 'staffing-manager')) return true;
    if (skpdId !== null && (['unit-admin', 'unit-head'] as const).some((role) => reaches(actor, role, skpdId))) return true;
    if (actor.employmentId === null) return false;
    if ((await this.evaluatorOn(employmentId, actor.today)).evaluator?.employmentId === actor.employmentId) return true;
    return (await this.evaluatorSuperiorOn(employmentId, actor.today)).evaluator?.employmentId === actor.employmentId;
  }

  /** @throws DomainError `not-found`, so that nobody learns of rows they may not see. */
  async requireReadable(actor: Actor, employmentId: Uuid): Promise<void> {
    if (!(await this.mayRead(actor, employmentId))) throw new DomainError('not-found');
  }

  /**
   * A person as signed on a paper of that date.
   * @throws DomainError `not-found` when the employment does not hold that day.
   */
  async snapshotOf(employmentId: Uuid, date: IsoDate): Promise<PersonSnapshot> {
    const snapshot = await this.onDate(date);
    const employment = snapshot.employments.get(employmentId);
    if (!employment) throw new DomainError('not-found');
    const post = snapshot.definitivePost(employmentId);
    const { name, nip, rank } = employment;
    return { name, nip, rank, postName: post?.postName ?? null, unitName: post?.unitName ?? null };
  }

  async listUnits(query: { q?: string; skpdOnly?: boolean; cursor?: string; limit?: number }): Promise<Page<UnitItem>> {
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'text', 'uuid');
    const pattern = partOf(query.q);
    const rows = await this.repository.listUnits(this.clock.today(), pattern, query.skpdOnly ?? false, after, limit + 1);
    return pageOf(rows, limit, (unit) => [unit.name, unit.id]);
  }

  private async at(date: IsoDate): Promise<{ snapshot: OrganisationSnapshot; laws: Laws }> {
    const law = await this.regulations.law();
    const byKind = new Map(EMPLOYEE_KINDS.map((kind) => [kind, law.on(date, { employeeKind: kind })]));
    const hashes = [...byKind.values()].map(performanceHash);
    if (hashes.includes(null)) throw new DomainError('not-found', { date });
    const snapshot = await this.onDate(date);
    const of = (employmentId: Uuid) => byKind.get(snapshot.employments.get(employmentId)?.kind ?? 'pns') as LawSet;
    return { snapshot, laws: { key: hashes.join(' '), all: [...byKind.values()], of } };
  }

  private linesOf(snapshot: OrganisationSnapshot, laws: Laws): Lines {
    const byLaw = this.lines.get(snapshot.posts) ?? new Map<string, Lines>();
    this.lines.set(snapshot.posts, byLaw);
    const lines = byLaw.get(laws.key) ?? { down: linesDown(snapshot), evaluators: new Map(), subordinates: new Map() };
    byLaw.set(laws.key, lines);
    return lines;
  }

  private derived(employmentId: Uuid, snapshot: OrganisationSnapshot, laws: Laws): EvaluatorAnswer {
    const { evaluators } = this.linesOf(snapshot, laws);
    const answer = evaluators.get(employmentId) ?? deriveEvaluator(employmentId, snapshot, laws.of(employmentId));
    evaluators.set(employmentId, answer);
    return answer;
  }

  /** Somebody who has left, or has no post today, stays with the SKPD that had them last. */
  private async origin(snapshot: OrganisationSnapshot, employmentId: Uuid): Promise<{ personId: Uuid | null; skpdId: Uuid | null }> {
    const employment = snapshot.employments.get(employmentId);
    const post = snapshot.definitivePost(employmentId);
    if (employment && post) return { personId: employment.personId, skpdId: post.skpdId };
    return (await this.repository.origin(employmentId, snapshot.date)) ?? { personId: null, skpdId: null };
  }
}

/** Null when no performance document is in force. */
function performanceHash(law: LawSet): string | null {
  return law.references.find((reference) => reference.kind === 'performance')?.hash ?? null;
}
