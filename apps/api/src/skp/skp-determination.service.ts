import { Injectable } from '@nestjs/common';
import type { IsoDate, Page, Uuid } from '@ekinerja/contracts/basics';
import type { EvaluatorPerson } from '@ekinerja/contracts/organisation';
import type { SkpContent, SkpItem } from '@ekinerja/contracts/skp';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import type { DetermineSkpRequest, SettleDisputeRequest, VerifySkpRequest } from '@ekinerja/contracts/skp-record';
import { flowCite, flowRules } from '@ekinerja/regulations/skp-form';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import type { PageQuery } from '../platform/http/page.query.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { contentHash } from './skp-content.js';
import { SkpDialogueService } from './skp-dialogue.service.js';
import { SkpJournal } from './skp-journal.service.js';
import { SkpListsRepository } from './skp-lists.repository.js';
import { SkpRecordsRepository } from './skp-records.repository.js';
import { SkpStepService, type OpenStep } from './skp-step.service.js';
import { SkpViewService } from './skp-view.service.js';
import { SkpRepository, type SkpRow } from './skp.repository.js';

const DISPUTES_SHOWN = 200;

/** The evaluator's part: an SKP is in force only once determined (BN 6(8), TL 13(3)); a refusal goes one level up (BN 6(9)). */
@Injectable()
export class SkpDeterminationService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly skps: SkpRepository,
    private readonly lists: SkpListsRepository,
    private readonly records: SkpRecordsRepository,
    private readonly view: SkpViewService,
    private readonly steps: SkpStepService,
    private readonly dialogues: SkpDialogueService,
    private readonly journal: SkpJournal,
    private readonly organisation: OrganisationService,
    private readonly outbox: Outbox,
  ) {}

  /** SKPs of today's subordinates that wait, oldest first. */
  async waiting(actor: Actor, query: PageQuery): Promise<Page<SkpItem>> {
    if (actor.employmentId === null) return { items: [], nextCursor: null };
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'instant', 'uuid') as [string, Uuid] | null;
    const subordinates = await this.organisation.subordinatesOn(actor.employmentId, actor.today);
    const rows = await this.skps.waiting(subordinates, ['submitted', 'reviewed', 'agreed'], after && { submittedAt: after[0], id: after[1] }, limit + 1);
    const page = pageOf(rows, limit, (row) => [(row.submittedAt as Date).toISOString(), row.id]);
    return { items: await this.view.items(page.items, actor.today), nextCursor: page.nextCursor };
  }

  /** Disputes that the caller decides as the evaluators' superior. */
  async disputes(actor: Actor): Promise<SkpItem[]> {
    if (actor.employmentId === null) return [];
    const rows = await this.lists.disputed(await this.peopleBelow(actor.employmentId, actor.today), DISPUTES_SHOWN);
    return this.view.items(rows, actor.today);
  }

  /** Determines: both persons, and the law of the SKP's first day, are kept as they are now. */
  async determine(actor: Actor, id: Uuid, seen: number | null, { dialogue }: DetermineSkpRequest): Promise<SkpDetail> {
    return this.db.transaction(async () => {
      if (dialogue) await this.dialogues.record(actor, id, dialogue);
      const step = await this.steps.open(actor, id, seen, 'determine', ['evaluator']);
      const { row, law, shown } = step;
      await this.dialogues.requireHeld(step);
      if (flowRules(law).verification && !shown.signatures.some(({ act, contentHash: hash }) => act === 'verify' && hash === shown.contentHash)) {
        throw new DomainError('rule-refused', {}, { rule: { code: 'skp.not-verified', cite: flowCite(law, 'verification') } });
      }
      const { evaluator, chain } = await this.organisation.evaluatorOn(row.employmentId, actor.today);
      await this.bind(actor, step, evaluator as EvaluatorPerson, chain, 'determined');
      await this.journal.sign(actor, row, shown, 'determine', 'evaluator');
      return this.steps.shown(actor, id);
    });
  }

  /** KS 17.a: the declared SKP is held against data and the signed documents, and that is put on record. */
  async verify(actor: Actor, id: Uuid, seen: number | null, { remarks, documentsChecked }: VerifySkpRequest): Promise<SkpDetail> {
    return this.db.transaction(async () => {
      const { row, shown } = await this.steps.look(actor, id, seen, ['evaluator']);
      if (!['submitted', 'reviewed', 'agreed'].includes(row.status)) throw new DomainError('state-refused', { status: row.status, action: 'verify' });
      if (!documentsChecked) throw new DomainError('rule-refused', {}, { rule: { code: 'skp.documents-unchecked' } });
      await this.journal.sign(actor, row, shown, 'verify', 'evaluator', remarks || null);
      await this.skps.step(id, { status: row.status });
      await this.journal.did(actor, row, 'evaluator', 'verified', { reason: remarks || null });
      return this.steps.shown(actor, id);
    });
  }

  /** BN 6(9): what the evaluator does not approve is decided by the evaluator's superior. */
  async refuse(actor: Actor, id: Uuid, seen: number | null, reason: string): Promise<SkpDetail> {
    return this.db.transaction(async () => {
      const { row, status } = await this.steps.open(actor, id, seen, 'refuse', ['evaluator']);
      const { evaluator } = await this.organisation.evaluatorOn(row.employmentId, actor.today);
      const above = (await this.organisation.evaluatorSuperiorOn(row.employmentId, actor.today)).evaluator;
      if (!above) throw new DomainError('no-evaluator');
      const dispute = { reason, refusedBy: evaluator as EvaluatorPerson, refusedAt: this.clock.now().toISOString(), outcome: null, decision: null };
      await this.skps.step(id, { status, dispute });
      await this.journal.waitsFor(row, [above.employmentId]);
      await this.journal.did(actor, row, 'evaluator', 'refused', { reason, after: { status, dispute } });
      return this.steps.shown(actor, id);
    });
  }

  /** The superior's decision is final: in force as written, or to be written as decided. */
  async settle(actor: Actor, id: Uuid, seen: number | null, { outcome, reason, notes = [] }: SettleDisputeRequest): Promise<SkpDetail> {
    return this.db.transaction(async () => {
      const step = await this.steps.open(actor, id, seen, outcome === 'determine' ? 'settle' : 'amend', ['evaluator-superior']);
      const { row, status, shown } = step;
      const dispute = row.dispute && { ...row.dispute, outcome, decision: reason };
      if (outcome === 'determine') {
        const { evaluator, chain } = await this.organisation.evaluatorSuperiorOn(row.employmentId, actor.today);
        await this.bind(actor, step, evaluator as EvaluatorPerson, chain, 'settled');
        await this.skps.step(id, { status, dispute });
      } else {
        await this.skps.step(id, { status, dispute, returnReason: reason, notes });
        await this.journal.did(actor, row, 'evaluator-superior', 'amended', { reason, after: { status, notes } });
      }
      await this.journal.sign(actor, row, shown, 'settle', 'evaluator-superior', reason, { outcome });
      return this.steps.shown(actor, id);
    });
  }

  /** Whose evaluators' superior somebody is: the people of the people they evaluate. */
  private async peopleBelow(employmentId: Uuid, today: IsoDate): Promise<Uuid[]> {
    const below: Uuid[] = [];
    for (const evaluator of await this.organisation.subordinatesOn(employmentId, today)) below.push(...(await this.organisation.subordinatesOn(evaluator, today)));
    return below;
  }

  /** Puts the content in force as its next version. */
  private async bind(actor: Actor, { row, status, law, shown }: OpenStep, evaluator: EvaluatorPerson, chain: unknown[], action: string): Promise<void> {
    const determinedAt = this.clock.now();
    const person = await this.organisation.snapshotOf(evaluator.employmentId, actor.today);
    const evaluatorSnapshot = { evaluator, person, chain } as NonNullable<SkpRow['evaluatorSnapshot']>;
    const contentNumber = row.contentNumber + 1;
    const content: SkpContent = { results: shown.results, plan: shown.plan };
    await this.skps.step(row.id, { status, determinedAt, evaluatorSnapshot, law: law.references, contentNumber, notes: [], returnReason: null });
    await this.records.addVersion(row.id, { number: contentNumber, cause: action, content, contentHash: contentHash(content), determinedAt });
    await this.journal.did(actor, row, action === 'settled' ? 'evaluator-superior' : 'evaluator', action, {
      after: { status, evaluator: evaluatorSnapshot, law: law.references, contentNumber },
    });
    await this.outbox.announce('skp.determined', { skpId: row.id, employmentId: row.employmentId, version: contentNumber });
  }
}
