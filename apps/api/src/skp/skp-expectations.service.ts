import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { SkpResult, SkpResultInput } from '@ekinerja/contracts/skp';
import type { ExpectationPlace, GiveExpectationRequest, GivenExpectation, WaitingExpectation } from '@ekinerja/contracts/skp-cascade';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { SkpCascadeRepository, type Expectation } from './skp-cascade.repository.js';
import { SkpChangesRepository } from './skp-changes.repository.js';
import { SkpContentRepository } from './skp-content.repository.js';
import { SkpCreationService } from './skp-creation.service.js';
import { SkpJournal } from './skp-journal.service.js';
import { SkpSideService } from './skp-side.service.js';
import { SkpViewService } from './skp-view.service.js';
import { SkpRepository, type SkpRow } from './skp.repository.js';

/**
 * What a superior expects for one of the own results (TL 6(2)) becomes a draft of the subordinate: a result in the
 * draft SKP, or in a change of the one in force. The subordinate still signs it; nothing binds before.
 */
@Injectable()
export class SkpExpectationsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly cascade: SkpCascadeRepository,
    private readonly skps: SkpRepository,
    private readonly content: SkpContentRepository,
    private readonly changes: SkpChangesRepository,
    private readonly creation: SkpCreationService,
    private readonly view: SkpViewService,
    private readonly side: SkpSideService,
    private readonly journal: SkpJournal,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
  ) {}

  async give(actor: Actor, { superiorResultId, employmentIds, title, kind = 'output', indicator }: GiveExpectationRequest): Promise<GivenExpectation[]> {
    return this.db.transaction(async () => {
      const above = await this.ownResult(actor, superiorResultId);
      const subordinates = new Set(await this.organisation.subordinatesOn(actor.employmentId as Uuid, actor.today));
      const stranger = employmentIds.find((id) => !subordinates.has(id));
      if (stranger) {
        await this.organisation.requireReadable(actor, stranger);
        throw new DomainError('not-yours-to-decide');
      }
      const given: GivenExpectation[] = [];
      for (const employmentId of employmentIds) {
        const one: Expectation = {
          id: randomUUID(), superiorResultId, employmentId, year: above.year, title, kind, place: 'waits',
          indicators: [{ aspect: 'quantity', indicator: '', target: '', unit: '', ...indicator }],
        };
        one.place = await this.carry(actor, one);
        await this.cascade.addExpectation(one, actor.personName ?? actor.username, this.clock.now());
        given.push({ id: one.id, employmentId, place: one.place });
      }
      await this.audit.record({ actor, action: 'skp.expectation-given', subjectType: 'skp', subjectId: above.id, after: { superiorResultId, title, given } });
      return given;
    });
  }

  waiting(actor: Actor, year: number): Promise<WaitingExpectation[]> {
    return actor.employmentId === null ? Promise.resolve([]) : this.cascade.waitingFor(actor.employmentId, year);
  }

  /** The owner takes one that waited into the SKP, now that it can be written again. */
  async take(actor: Actor, id: Uuid): Promise<GivenExpectation> {
    return this.db.transaction(async () => {
      const one = await this.cascade.lockExpectation(id);
      if (!one || one.employmentId !== actor.employmentId) throw new DomainError('not-found');
      if (one.place !== 'waits') throw new DomainError('duplicate', { title: one.title });
      const place = await this.carry(actor, one);
      if (place === 'waits') throw new DomainError('state-refused', { status: 'submitted', action: 'save' });
      await this.cascade.place(id, place);
      return { id, employmentId: one.employmentId, place };
    });
  }

  /** The giver takes back one that still waits. */
  async drop(actor: Actor, id: Uuid): Promise<void> {
    await this.db.transaction(async () => {
      const one = await this.cascade.lockExpectation(id);
      if (!one || one.ownerEmploymentId !== actor.employmentId) throw new DomainError('not-found');
      if (one.place !== 'waits') throw new DomainError('state-refused', { status: one.place, action: 'drop' });
      await this.cascade.drop(id, this.clock.now());
      await this.audit.record({ actor, action: 'skp.expectation-dropped', subjectType: 'employment', subjectId: one.employmentId, before: { title: one.title } });
    });
  }

  /** Links a loose result of a subordinate's draft to one of the caller's: begun before the superior's SKP stood, linked later. */
  async link(actor: Actor, resultId: Uuid, superiorResultId: Uuid): Promise<void> {
    await this.db.transaction(async () => {
      await this.ownResult(actor, superiorResultId);
      const skpId = await this.content.skpOfResult(resultId);
      if (!skpId) throw new DomainError('not-found');
      const { row, as } = await this.side.lockAs(actor, skpId, ['evaluator']);
      if (row.status !== 'draft' && row.status !== 'returned') throw new DomainError('state-refused', { status: row.status, action: 'save' });
      const before = await this.view.contentOf(row);
      await this.content.link(resultId, superiorResultId);
      await this.skps.step(row.id, { status: row.status });
      await this.journal.wrote(actor, row, as, before, await this.view.contentOf(row));
    });
  }

  private async ownResult(actor: Actor, resultId: Uuid): Promise<SkpRow> {
    const skpId = await this.content.skpOfResult(resultId);
    const row = skpId ? await this.skps.find(skpId) : null;
    if (!row || row.employmentId !== actor.employmentId) throw new DomainError('not-found');
    return row;
  }

  private async carry(actor: Actor, one: Expectation): Promise<ExpectationPlace> {
    const found = await this.skps.ofOwner(one.employmentId, one.year);
    const current = found.find(({ periodFrom, periodTo }) => periodFrom <= actor.today && actor.today <= periodTo) ?? found[0] ?? (await this.creation.draftFor(actor, one.employmentId, one.year));
    const row = current && (await this.skps.lock(current.id));
    if (!row) return 'waits';
    if (row.status === 'draft' || row.status === 'returned') return this.intoDraft(actor, row, one);
    return row.status === 'determined' ? this.intoChange(actor, row, one) : 'waits';
  }

  private async intoDraft(actor: Actor, row: SkpRow, one: Expectation): Promise<ExpectationPlace> {
    const before = await this.view.contentOf(row);
    await this.content.append(row.id, resultOf(one));
    await this.skps.step(row.id, { status: row.status });
    await this.journal.wrote(actor, row, actor.employmentId === row.employmentId ? 'owner' : 'evaluator', before, await this.view.contentOf(row));
    return 'draft';
  }

  /** TL 13(2): an SKP in force develops by assignments; the change waits for its owner to report it. */
  private async intoChange(actor: Actor, row: SkpRow, one: Expectation): Promise<ExpectationPlace> {
    const open = await this.changes.open(row.id);
    if (open?.status === 'submitted') return 'waits';
    const id = open?.id ?? (await this.changes.start(row.id, one.title, [], await this.view.contentOf(row), this.clock.now()));
    const change = id && (await this.changes.lock(id));
    if (!change) return 'waits';
    const titles = new Map((await this.content.titles([one.superiorResultId])).map((above) => [above.id, above.title]));
    const result: SkpResult = {
      ...resultOf(one), linkLater: false, assignment: null, objectiveId: null, objectiveTitle: null, points: [], attainment: null,
      superiorResultTitle: titles.get(one.superiorResultId) ?? null,
      indicators: one.indicators.map((indicator) => ({ approach: 'quantitative', direction: 'bigger', targetTo: '', ...indicator })),
    };
    await this.changes.write(change.id, { ...change.content, results: [...change.content.results, result] });
    await this.skps.step(row.id, { status: row.status });
    await this.journal.did(actor, row, 'evaluator', 'change-started', { reason: one.title });
    return 'change';
  }
}

function resultOf({ id, title, kind, superiorResultId, indicators }: Expectation): SkpResultInput {
  return { id, task: 'main', kind, title, superiorResultId, indicators };
}
