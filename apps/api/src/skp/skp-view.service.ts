import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { EvaluatorPerson } from '@ekinerja/contracts/organisation';
import type { SkpCapacity, SkpContent, SkpItem, SkpResultInput } from '@ekinerja/contracts/skp';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import type { SkpDialogue, SkpSignature } from '@ekinerja/contracts/skp-record';
import { localDate } from '@ekinerja/regulations/dates';
import type { LawSet } from '@ekinerja/regulations/law';
import { checkSkp } from '@ekinerja/regulations/skp-checks';
import { skpActions, skpWay, type SkpWay } from '@ekinerja/regulations/skp-flow';
import { skpForm } from '@ekinerja/regulations/skp-form';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { changeSummary, SkpChangesRepository } from './skp-changes.repository.js';
import { SkpContentRepository } from './skp-content.repository.js';
import { contentHash, wholePlan } from './skp-content.js';
import { skpDueDate } from './skp-due-date.js';
import { SkpRecordsRepository } from './skp-records.repository.js';
import { SkpSideService } from './skp-side.service.js';
import { SkpRepository, type SkpRow } from './skp.repository.js';

/** Steps that have a page of their own, not a button of the flow. */
const NOT_A_BUTTON = new Set<string>(['settle', 'amend']);

/** An SKP as that person sees it now. */
@Injectable()
export class SkpViewService {
  constructor(
    private readonly skps: SkpRepository,
    private readonly content: SkpContentRepository,
    private readonly records: SkpRecordsRepository,
    private readonly changes: SkpChangesRepository,
    private readonly side: SkpSideService,
    private readonly regulations: RegulationsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async mine(actor: Actor, year: number | undefined): Promise<SkpItem[]> {
    if (actor.employmentId === null) return [];
    return this.items(await this.skps.ofOwner(actor.employmentId, year ?? null), actor.today);
  }

  async get(actor: Actor, id: Uuid): Promise<SkpDetail> {
    const row = await this.side.readable(actor, id);
    if (row.employmentId !== actor.employmentId) await this.audit.logRead(actor, 'skp.detail', 'skp', id);
    return this.detail(actor, row);
  }

  /** As part of a report that was handed to the reader: whoever calls has checked that. */
  async attached(actor: Actor, id: Uuid): Promise<SkpDetail> {
    const row = await this.skps.find(id);
    if (!row) throw new DomainError('not-found');
    return this.detail(actor, row);
  }

  lawOf(row: Pick<SkpRow, 'periodFrom' | 'kind'>): Promise<LawSet> {
    return this.regulations.lawOn(row.periodFrom, row.kind);
  }

  async contentOf(row: SkpRow): Promise<SkpContent> {
    return { results: await this.content.results(row.id), plan: wholePlan(row.plan) };
  }

  /** The whole SKP as that person sees it now: what they may do, what still lacks, what may be leaned on. */
  async detail(actor: Actor, row: SkpRow): Promise<SkpDetail> {
    const [item] = await this.items([row], actor.today);
    const law = await this.lawOf(row);
    const who = { employeeKind: row.kind, postKind: row.postKind };
    const due = skpDueDate(row.periodFrom, law);
    const today = await this.side.evaluatorOf(actor, row);
    const content = await this.contentOf(row);
    const superiorResults = await this.superiorResults(row, today.evaluator);
    const objectives = await this.content.objectivesOf(row.unitId, row.year);
    const postPoints = row.postKind === 'fungsional' ? await this.content.pointsOf(row.postId) : [];
    const signatures = await this.records.signatures(row.id);
    const dialogues = await this.records.dialogues(row.id);
    const documents = await this.records.documents(row.id);
    const change = await this.changes.open(row.id);
    const hash = contentHash(content);
    const way = wayOf(law, row, signatures, hash);
    const held = await this.side.capacities(actor, row);
    const undecided = row.status !== 'determined' && row.status !== 'closed';
    return {
      ...(item as SkpItem),
      postKind: row.postKind,
      dueDate: due.date,
      dueCite: due.cite,
      owner: row.ownerSnapshot ?? { name: row.personName, nip: row.nip, rank: null, postName: row.postName, unitName: row.unitName },
      evaluator: row.evaluatorSnapshot?.evaluator ?? today.evaluator,
      ...content,
      form: skpForm(law, who),
      superiorResults,
      objectives,
      postPoints,
      returnReason: row.returnReason,
      notes: row.notes,
      submittedAt: row.submittedAt?.toISOString() ?? null,
      determinedAt: row.determinedAt?.toISOString() ?? null,
      signatures,
      dialogues,
      documents,
      findings: undecided
        ? checkSkp({ ...content, documents, superiorHasSkp: superiorResults.length > 0, unitHasObjectives: objectives.length > 0, postHasPoints: postPoints.length > 0, discussed: discussed(content.results, dialogues) }, law, who)
        : [],
      change: change && changeSummary(change, this.clock.now(), skpForm(law, who).flow.change.window),
      letter: row.letter,
      disputeSettled: way.settled,
      dispute: row.dispute && {
        reason: row.dispute.reason, byName: row.dispute.refusedBy.personName, at: row.dispute.refusedAt, outcome: row.dispute.outcome, decision: row.dispute.decision,
      },
      contentHash: hash,
      actions: actions(row, held, way, skpForm(law, who).flow.writers, change !== null, content.results.some(({ attainment }) => attainment === null)),
    };
  }

  /** Results of the evaluator's determined SKP over the same days (BN 7: drawn up on the superior's SKP). */
  async superiorResults(row: SkpRow, evaluator: EvaluatorPerson | null): Promise<{ id: Uuid; title: string }[]> {
    return evaluator ? this.content.determinedResults(evaluator.employmentId, row.periodFrom, row.periodTo) : [];
  }

  async items(rows: SkpRow[], today: IsoDate): Promise<SkpItem[]> {
    const items: SkpItem[] = [];
    for (const row of rows) {
      const law = await this.lawOf(row);
      const settledOn = row.determinedAt ? localDate(row.determinedAt, law.timeZone) : today;
      const { id, employmentId, personName, nip, postName, unitName, year, periodFrom, periodTo, status, version } = row;
      // TL 13(1), BN 9(1): late when determined after the day, or still not determined past it.
      const late = settledOn > skpDueDate(row.periodFrom, law).date;
      items.push({ id, employmentId, personName, nip, postName, unitName, year, periodFrom, periodTo, status, late, version });
    }
    return items;
  }
}

/** Where this SKP stands on the way of its law: agreements count for the words as they are, since it was handed in. */
export function wayOf(law: LawSet, row: SkpRow, signatures: SkpSignature[], hash: string): SkpWay {
  const since = row.submittedAt?.toISOString() ?? '';
  const agreedBy = signatures
    .filter(({ act, contentHash: signed, signedAt }) => act === 'agree' && signed === hash && signedAt >= since)
    .map(({ capacity }) => capacity);
  return skpWay(law, { agreedBy, settled: row.dispute?.outcome != null });
}

/** KS 8(2), TL 6(2): every main result has been talked about; a dialogue that names none was about all. */
export function discussed(results: SkpResultInput[], dialogues: SkpDialogue[]): boolean {
  if (dialogues.some(({ resultIds }) => resultIds.length === 0)) return true;
  const named = new Set(dialogues.flatMap(({ resultIds }) => resultIds));
  return dialogues.length > 0 && results.every(({ id, task }) => task !== 'main' || named.has(id));
}

function actions(row: SkpRow, held: SkpCapacity[], way: SkpWay, writers: readonly SkpCapacity[], changing: boolean, owes: boolean): string[] {
  const open = row.status === 'draft' || row.status === 'returned';
  const part = held.some((capacity) => capacity !== 'unit-admin' && capacity !== 'evaluator-superior');
  const found = new Set<string>();
  if (open && held.some((capacity) => writers.includes(capacity))) found.add('save');
  for (const capacity of held) for (const action of skpActions(row.status, capacity, way)) if (!NOT_A_BUTTON.has(action)) found.add(action);
  if (row.status === 'disputed' && held.includes('evaluator-superior')) found.add('settle');
  if (held.includes('evaluator') && ['submitted', 'reviewed', 'agreed'].includes(row.status)) found.add('verify');
  if (part && row.status !== 'closed') found.add('dialogue').add('document');
  // BN 9(2): the former SKP takes its results so far.
  if (row.status === 'closed' && owes && held.some((one) => one === 'owner' || one === 'evaluator' || one === 'unit-admin')) found.add('attain');
  if (row.status === 'determined' && !changing && (held.includes('owner') || held.includes('evaluator'))) found.add('change');
  return [...found];
}

