import { Injectable } from '@nestjs/common';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { SaveSkpRequest, SkpCapacity, SkpContent, SkpResult } from '@ekinerja/contracts/skp';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import type { SkpFinding } from '@ekinerja/contracts/skp-form';
import type { SkpChangeDetail, SkpChangeSummary, StartChangeRequest } from '@ekinerja/contracts/skp-record';
import { compareSkp } from '@ekinerja/regulations/skp-compare';
import { checkSkp, stops } from '@ekinerja/regulations/skp-checks';
import { changeDue } from '@ekinerja/regulations/skp-flow';
import { flowCite, flowRules, skpForm } from '@ekinerja/regulations/skp-form';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import type { PageQuery } from '../platform/http/page.query.js';
import { requireVersion } from '../platform/http/versions.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { changeSummary, SkpChangesRepository, type ChangeRow } from './skp-changes.repository.js';
import { SkpContentRepository } from './skp-content.repository.js';
import { contentHash } from './skp-content.js';
import { SkpDraftingService } from './skp-drafting.service.js';
import { SkpJournal } from './skp-journal.service.js';
import { SkpRecordsRepository } from './skp-records.repository.js';
import { SkpSideService } from './skp-side.service.js';
import { SkpStepService } from './skp-step.service.js';
import { SkpViewService } from './skp-view.service.js';
import { SkpRepository, type SkpRow } from './skp.repository.js';

/** A determined SKP develops in the year (TL 13(2)): the change is written beside it, reported, and accepted as a new version. */
@Injectable()
export class SkpChangesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly skps: SkpRepository,
    private readonly content: SkpContentRepository,
    private readonly changes: SkpChangesRepository,
    private readonly records: SkpRecordsRepository,
    private readonly view: SkpViewService,
    private readonly side: SkpSideService,
    private readonly steps: SkpStepService,
    private readonly drafting: SkpDraftingService,
    private readonly journal: SkpJournal,
    private readonly organisation: OrganisationService,
    private readonly outbox: Outbox,
  ) {}

  async start(actor: Actor, skpId: Uuid, { reason, resources = [] }: StartChangeRequest): Promise<SkpChangeDetail> {
    return this.db.transaction(async () => {
      const { row, as } = await this.side.lockAs(actor, skpId, ['owner', 'evaluator']);
      if (row.status !== 'determined') throw new DomainError('state-refused', { status: row.status, action: 'change' });
      const law = await this.view.lawOf(row);
      // TL 10(2): only where the regulation lets expectations follow the resources.
      if (resources.length > 0 && !flowRules(law).change.resources) throw new DomainError('rule-refused', {}, { rule: { code: 'skp.no-adjustment' } });
      const id = await this.changes.start(skpId, reason, resources, await this.view.contentOf(row), this.clock.now());
      if (id === null) throw new DomainError('duplicate', { skpId });
      await this.journal.did(actor, row, as, 'change-started', { reason, after: { resources } });
      return this.shown(actor, id);
    });
  }

  async get(actor: Actor, id: Uuid): Promise<SkpChangeDetail> {
    const change = await this.changes.find(id);
    if (!change) throw new DomainError('not-found');
    await this.side.readable(actor, change.skpId);
    return this.detail(actor, change);
  }

  async waiting(actor: Actor, query: PageQuery): Promise<Page<SkpChangeSummary & { skpId: Uuid; personName: string; year: number }>> {
    if (actor.employmentId === null) return { items: [], nextCursor: null };
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'instant', 'uuid') as [string, Uuid] | null;
    const people = await this.organisation.subordinatesOn(actor.employmentId, actor.today);
    const rows = await this.changes.waiting(people, after && { at: after[0], id: after[1] }, limit + 1);
    const page = pageOf(rows, limit, (row) => [(row.submittedAt as Date).toISOString(), row.id]);
    return {
      ...page,
      items: page.items.map((row) => ({ ...changeSummary(row, this.clock.now(), null), skpId: row.skpId, personName: row.personName, year: row.year })),
    };
  }

  async save(actor: Actor, id: Uuid, seen: number | null, { results, plan }: SaveSkpRequest): Promise<SkpChangeDetail> {
    return this.db.transaction(async () => {
      const { change, row, as } = await this.open(actor, id, seen, ['owner', 'evaluator'], ['draft', 'returned'], 'save');
      await this.drafting.requireOwnSuperior(actor, row, results, change.content.results);
      const above = await this.view.superiorResults(row, (await this.side.evaluatorOf(actor, row)).evaluator);
      const objectives = await this.content.objectivesOf(row.unitId, row.year);
      const titles = new Map([...above, ...objectives].map(({ id: one, title }) => [one, title]));
      const written: SkpContent = { results: results.map((result) => wholeResult(result, titles)), plan: plan ?? change.content.plan };
      await this.changes.write(id, written);
      await this.journal.wrote(actor, row, as, change.content, written);
      return this.shown(actor, id);
    });
  }

  /** KS 23(2): reported to the evaluator, with copies of the documents where the regulation says so; signed by the owner. */
  async submit(actor: Actor, id: Uuid, seen: number | null): Promise<SkpChangeDetail> {
    return this.db.transaction(async () => {
      const { change, row, as, shown } = await this.open(actor, id, seen, ['owner'], ['draft', 'returned'], 'submit');
      const law = await this.view.lawOf(row);
      const [finding] = stops(shown.findings);
      if (finding) throw refusedByRule(finding);
      if (shown.differences.length === 0) throw new DomainError('rule-refused', {}, { rule: { code: 'skp.nothing-changed' } });
      if (flowRules(law).change.documents === 'required' && shown.documents.length === 0) {
        throw new DomainError('rule-refused', {}, { rule: { code: 'skp.no-change-document', cite: flowCite(law, 'change') } });
      }
      const now = this.clock.now();
      await this.changes.submit(id, now, changeDue(now, law)?.dueAt ?? null);
      await this.journal.sign(actor, row, change.content, 'change', as, change.reason);
      await this.journal.waitsFor(row, [(await this.side.evaluatorOf(actor, row)).evaluator?.employmentId]);
      await this.journal.did(actor, row, as, 'change-submitted', { reason: change.reason, changes: shown.differences });
      return this.shown(actor, id);
    });
  }

  /** TL 13(3): every version is determined by the evaluator; from then on it is the one in force. */
  async accept(actor: Actor, id: Uuid, seen: number | null): Promise<SkpDetail> {
    return this.db.transaction(async () => {
      const { change, row, as, shown } = await this.open(actor, id, seen, ['evaluator'], ['submitted'], 'accept');
      const at = this.clock.now();
      await this.content.replace(row.id, change.content.results, at);
      const contentNumber = row.contentNumber + 1;
      await this.skps.step(row.id, { status: row.status, plan: change.content.plan, contentNumber });
      const content = await this.view.contentOf((await this.skps.find(row.id)) as SkpRow);
      await this.records.addVersion(row.id, { number: contentNumber, cause: change.reason, content, contentHash: contentHash(content), determinedAt: at });
      await this.changes.decide(id, 'accepted', null, at);
      await this.journal.sign(actor, row, content, 'accept-change', as);
      await this.journal.did(actor, row, as, 'change-accepted', { reason: change.reason, changes: shown.differences, after: { contentNumber } });
      await this.outbox.announce('skp.determined', { skpId: row.id, employmentId: row.employmentId, version: contentNumber });
      return this.steps.shown(actor, row.id);
    });
  }

  async returnToOwner(actor: Actor, id: Uuid, seen: number | null, reason: string): Promise<SkpChangeDetail> {
    return this.decideAs(actor, id, seen, ['evaluator'], ['submitted'], 'returned', reason);
  }

  async drop(actor: Actor, id: Uuid, seen: number | null): Promise<SkpChangeDetail> {
    return this.decideAs(actor, id, seen, ['owner', 'evaluator'], ['draft', 'returned'], 'dropped', null);
  }

  private async decideAs(
    actor: Actor, id: Uuid, seen: number | null, may: SkpCapacity[], from: ChangeRow['status'][], status: 'returned' | 'dropped', reason: string | null,
  ): Promise<SkpChangeDetail> {
    return this.db.transaction(async () => {
      const { row, as } = await this.open(actor, id, seen, may, from, status);
      await this.changes.decide(id, status, reason, this.clock.now());
      await this.journal.did(actor, row, as, `change-${status}`, { reason });
      return this.shown(actor, id);
    });
  }

  private async open(
    actor: Actor, id: Uuid, seen: number | null, may: SkpCapacity[], from: ChangeRow['status'][], action: string,
  ): Promise<{ change: ChangeRow; row: SkpRow; as: SkpCapacity; shown: SkpChangeDetail }> {
    const known = await this.changes.find(id);
    if (!known) throw new DomainError('not-found');
    const { row, as } = await this.side.lockAs(actor, known.skpId, may);
    const change = (await this.changes.lock(id)) as ChangeRow;
    const shown = await this.detail(actor, change);
    requireVersion(seen, change, shown);
    if (!from.includes(change.status) || row.status !== 'determined') throw new DomainError('state-refused', { status: change.status, action });
    return { change, row, as, shown };
  }

  private async shown(actor: Actor, id: Uuid): Promise<SkpChangeDetail> {
    return this.detail(actor, (await this.changes.find(id)) as ChangeRow);
  }

  private async detail(actor: Actor, change: ChangeRow): Promise<SkpChangeDetail> {
    const row = (await this.skps.find(change.skpId)) as SkpRow;
    const law = await this.view.lawOf(row);
    const who = { employeeKind: row.kind, postKind: row.postKind };
    const documents = await this.records.documents(row.id);
    const { evaluator } = await this.side.evaluatorOf(actor, row);
    const superiorHasSkp = (await this.view.superiorResults(row, evaluator)).length > 0;
    const unitHasObjectives = (await this.content.objectivesOf(row.unitId, row.year)).length > 0;
    const postHasPoints = row.postKind === 'fungsional' && (await this.content.pointsOf(row.postId)).length > 0;
    const open = change.status === 'draft' || change.status === 'returned';
    const findings: SkpFinding[] = open ? checkSkp({ ...change.content, documents, superiorHasSkp, unitHasObjectives, postHasPoints }, law, who) : [];
    return {
      ...changeSummary(change, this.clock.now(), skpForm(law, who).flow.change.window),
      skpId: row.id,
      ...change.content,
      findings,
      // What an accepted one changed is told by the versions.
      differences: open || change.status === 'submitted' ? compareSkp(await this.view.contentOf(row), change.content) : [],
      documents: documents.filter(({ use, uploadedAt }) => use === 'change' && uploadedAt >= change.startedAt.toISOString()),
      actions: actionsOn(change, await this.side.capacities(actor, row)),
    };
  }
}

function actionsOn({ status }: ChangeRow, held: SkpCapacity[]): string[] {
  const owner = held.includes('owner');
  const evaluator = held.includes('evaluator');
  if (status === 'submitted') return evaluator ? ['accept', 'return'] : [];
  if (status !== 'draft' && status !== 'returned') return [];
  return owner ? ['save', 'submit', 'drop', 'document'] : evaluator ? ['save', 'drop'] : [];
}

function wholeResult(result: SaveSkpRequest['results'][number], titles: Map<Uuid, string>): SkpResult {
  const { linkLater = false, assignment = null, objectiveId = null, points = [] } = result;
  return {
    ...result, linkLater, assignment, objectiveId, objectiveTitle: objectiveId === null ? null : (titles.get(objectiveId) ?? null), points, attainment: null,
    superiorResultTitle: result.superiorResultId === null ? null : (titles.get(result.superiorResultId) ?? null),
    indicators: result.indicators.map((indicator) => ({ approach: 'quantitative', direction: 'bigger', targetTo: '', ...indicator })),
  };
}
