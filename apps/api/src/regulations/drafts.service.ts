import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { DocumentProblemView, RegulationDraft, RegulationDraftItem, UploadDraftRequest } from '@ekinerja/contracts/regulations';
import { compareLaw, sameValues } from '@ekinerja/regulations/compare';
import type { RegulationDocument } from '@ekinerja/regulations/document';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { checkDraft, type CheckedDraft, type DraftText } from './draft-check.js';
import { draftItem } from './draft-views.js';
import { DraftsRepository, type DraftRow } from './drafts.repository.js';
import { lawId, resolvedOf, textHash, type EnactedLaw } from './enacted-law.js';
import { RegulationsRepository } from './regulations.repository.js';
import { RegulationsService } from './regulations.service.js';

/** Documents on their way: taken in whole or not at all, and read against what is in force. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly db: Database,
    private readonly drafts: DraftsRepository,
    private readonly enactments: RegulationsRepository,
    private readonly regulations: RegulationsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `document-has-errors` with every mistake and its line; nothing is stored then */
  async upload(actor: Actor, { fileName, text, cases }: UploadDraftRequest): Promise<RegulationDraft> {
    const checked = requireSound(checkDraft({ fileName, text, cases }, await this.regulations.enacted()));
    return this.db.transaction(async () => {
      const { document, problems, caseCount, casesFailed } = checked;
      const draft = {
        kind: document.kind, documentId: checked.id, title: document.title, fileName, text, caseText: cases, documentFrom: document.inForce.from,
        problems, caseCount, casesFailed,
      };
      const id = await this.drafts.insert(draft, actor.accountId, this.clock.now());
      await this.audit.record({
        actor, action: 'regulation-draft.uploaded', subjectType: 'regulation-draft', subjectId: id,
        after: { kind: document.kind, documentId: checked.id, title: document.title, sha256: textHash(text) },
      });
      return this.get(actor, id);
    });
  }

  /** The check alone, of a text that nobody stores. */
  check(draft: DraftText, enacted: EnactedLaw): ReturnType<typeof checkDraft> {
    return checkDraft(draft, enacted);
  }

  async list(actor: Actor): Promise<RegulationDraftItem[]> {
    return (await this.drafts.list()).map((row) => draftItem(row, actor));
  }

  async get(actor: Actor, id: Uuid): Promise<RegulationDraft> {
    const row = await this.drafts.find(id);
    if (!row) throw new DomainError('not-found');
    return this.viewOf(actor, row);
  }

  /** Documents of drafts, for questions about what they would do. @throws DomainError `not-found`, `document-has-errors` */
  async documentsOf(ids: readonly Uuid[], enacted: EnactedLaw): Promise<RegulationDocument[]> {
    const documents: RegulationDocument[] = [];
    for (const id of ids) {
      const row = await this.drafts.find(id);
      if (!row) throw new DomainError('not-found');
      documents.push(requireSound(checkDraft(textOf(row), enacted)).document);
    }
    return documents;
  }

  private async viewOf(actor: Actor, row: DraftRow): Promise<RegulationDraft> {
    const enacted = await this.regulations.enacted();
    const { decidedBy, decidedAt, decidedReason, refusal } = row;
    const view = {
      ...draftItem(row, actor), text: row.text, caseText: row.caseText, problems: row.problems, refusal,
      decided: decidedBy && decidedAt ? { by: decidedBy, at: decidedAt.toISOString(), reason: decidedReason } : null,
    };
    const nothing = { base: null, changes: [], revises: false, sameValues: false, holdsUntil: null, closedMonths: [] };
    // What became of an enacted one stands in the history; against the law of today it would differ in nothing.
    if (row.status === 'enacted' || row.status === 'withdrawn') return { ...view, ...nothing };
    const from = row.proposal?.from ?? row.documentFrom;
    const checked = checkDraft(textOf(row), enacted, from);
    if ('errors' in checked) return { ...view, ...nothing, problems: checked.errors };
    const base = resolvedOf(enacted.law.on(from), row.kind);
    return {
      ...view,
      base: base && { id: base.id, title: base.title },
      changes: compareLaw(enacted.law, checked.law, row.kind, from),
      revises: checked.revision > 0,
      sameValues: isEditorial(checked, enacted),
      holdsUntil: checked.holds.to,
      closedMonths: from > this.clock.today() ? [] : await this.enactments.closedMonths(from, checked.holds.to),
    };
  }
}

export function textOf({ fileName, text, caseText }: DraftRow): DraftText {
  return { fileName, text, cases: caseText };
}

/** @throws DomainError `document-has-errors` */
export function requireSound(checked: ReturnType<typeof checkDraft>): CheckedDraft {
  if (!('errors' in checked)) return checked;
  throw new DomainError('document-has-errors', { count: checked.errors.length }, { fields: checked.errors.map(field) });
}

function field({ path, line, column, message, severity }: DocumentProblemView) {
  return { field: path, rule: 'document', params: { line, column, message, severity } };
}

/** The same document in other words: every resolved value is equal from its first day on, whatever lies below it. */
export function isEditorial(checked: CheckedDraft, enacted: EnactedLaw): boolean {
  const { document, id, revision, law } = checked;
  const { from } = document.inForce;
  const last = enacted.rows.find((row) => row.id === id && row.revision === revision - 1);
  const held = last && enacted.holds(last);
  if (!held || held.from !== from || enacted.row(lawId(id, revision - 1))?.inForceTo !== document.inForce.to) return false;
  const turns = enacted.documents.filter((other) => other.kind === document.kind && other.inForce.from > from).map((other) => other.inForce.from);
  return sameValues(enacted.law, law, document.kind, [from, ...turns]);
}
