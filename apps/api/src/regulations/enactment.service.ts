import { Injectable } from '@nestjs/common';
import { EMPLOYEE_KINDS, type DocumentKind, type IsoDate, type Uuid } from '@ekinerja/contracts/basics';
import type { ProposeDraftRequest, ReasonRequest, RegulationDraft, RevisionKind } from '@ekinerja/contracts/regulations';
import { FORMAT_VERSION } from '@ekinerja/regulations/enacted';
import type { Law, ResolvedNode } from '@ekinerja/regulations/law';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { requireVersion } from '../platform/http/versions.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { checkDraft, type CheckedDraft } from './draft-check.js';
import { isProposer } from './draft-views.js';
import { DraftsRepository, type DraftRow } from './drafts.repository.js';
import { DraftsService, isEditorial, requireSound, textOf } from './drafts.service.js';
import { EnactedLaw, resolvedOf, textHash } from './enacted-law.js';
import { RegulationsRepository } from './regulations.repository.js';
import { RegulationsService } from './regulations.service.js';

/** From draft to law: one superadmin sends it with a date and a reason, another confirms. What is enacted never changes. */
@Injectable()
export class EnactmentService {
  constructor(
    private readonly db: Database,
    private readonly drafts: DraftsRepository,
    private readonly views: DraftsService,
    private readonly repository: RegulationsRepository,
    private readonly regulations: RegulationsService,
    private readonly outbox: Outbox,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async propose(actor: Actor, id: Uuid, seen: number | null, { from, revision, reason }: ProposeDraftRequest): Promise<RegulationDraft> {
    return this.step(actor, id, seen, 'draft', async (row) => {
      const enacted = await this.regulations.enacted();
      requireEnactable(requireSound(checkDraft(textOf(row), enacted, from)), { from, revision }, enacted);
      await this.drafts.propose(id, { from, revision, reason }, actor.accountId, this.clock.now());
      await this.record(actor, 'regulation-draft.proposed', row, { from, revision }, reason);
    });
  }

  /** @throws DomainError `second-person-required` for who sent it */
  async refuse(actor: Actor, id: Uuid, seen: number | null, { reason }: ReasonRequest): Promise<RegulationDraft> {
    return this.step(actor, id, seen, 'proposed', async (row) => {
      if (isProposer(row, actor)) throw new DomainError('second-person-required', { by: row.proposedBy });
      await this.drafts.refuse(id, { by: actor.personName ?? actor.username, at: this.clock.now().toISOString(), reason });
      await this.record(actor, 'regulation-draft.refused', row, { proposedBy: row.proposedBy }, reason);
    });
  }

  async withdraw(actor: Actor, id: Uuid, seen: number | null, { reason }: ReasonRequest): Promise<RegulationDraft> {
    return this.step(actor, id, seen, null, async (row) => {
      await this.drafts.end(id, 'withdrawn', { by: actor.accountId, at: this.clock.now(), reason });
      await this.record(actor, 'regulation-draft.withdrawn', row, { status: 'withdrawn' }, reason);
    });
  }

  /** @throws DomainError `second-person-required` for who sent it; `document-has-errors` when the law has moved on since */
  async confirm(actor: Actor, id: Uuid, seen: number | null, { reason }: ReasonRequest): Promise<RegulationDraft> {
    return this.step(actor, id, seen, 'proposed', async (row) => {
      if (isProposer(row, actor)) throw new DomainError('second-person-required', { by: row.proposedBy });
      await this.repository.lockEnactments();
      const enacted = EnactedLaw.of(await this.repository.enacted());
      const proposal = row.proposal!;
      const checked = requireSound(checkDraft(textOf(row), enacted, proposal.from));
      requireEnactable(checked, proposal, enacted);
      await this.enact(actor, row, checked, reason);
      await this.drafts.end(id, 'enacted', { by: actor.accountId, at: this.clock.now(), reason });
    });
  }

  private async enact(actor: Actor, row: DraftRow, checked: CheckedDraft, reason: string): Promise<void> {
    const { document, id, revision, law, holds } = checked;
    const proposal = row.proposal!;
    const { kind, inForce } = document;
    const resolved = frozenValues(law, kind, inForce.from);
    await this.repository.insert(
      {
        id, revision, revisionKind: proposal.revision, kind, national: false, title: document.title, sourceText: row.text, sourceHash: textHash(row.text),
        formatVersion: FORMAT_VERSION, inForceFrom: inForce.from, inForceTo: inForce.to, resolved,
        proposedBy: row.proposedByAccount!, proposedReason: proposal.reason, enactedBy: actor.accountId, enactedReason: reason,
      },
      this.clock.now(),
    );
    const after = { draftId: row.id, kind, from: inForce.from, revision, revisionKind: proposal.revision, sha256: textHash(row.text), proposedBy: row.proposedBy };
    await this.audit.record({ actor, action: 'regulation.enacted', subjectType: 'regulation', subjectId: id, after, reason });
    await this.regulations.forget();
    // An editorial revision pays nobody another amount.
    if (proposal.revision !== 'editorial') await this.outbox.announce('regulation.enacted', { id: document.id, kind, from: holds.from, to: holds.to });
  }

  /** One change of one draft: its row locked, in the state that allows it, as the caller saw it. */
  private async step(actor: Actor, id: Uuid, seen: number | null, status: DraftRow['status'] | null, work: (row: DraftRow) => Promise<void>): Promise<RegulationDraft> {
    return this.db.transaction(async () => {
      const row = await this.drafts.lock(id);
      if (!row) throw new DomainError('not-found');
      if (seen === null || seen !== row.version) requireVersion(seen, row, await this.views.get(actor, id));
      const open = row.status === 'draft' || row.status === 'proposed';
      if (status === null ? !open : row.status !== status) throw new DomainError('state-refused', { status: row.status });
      await work(row);
      return this.views.get(actor, id);
    });
  }

  private async record(actor: Actor, action: string, row: DraftRow, after: object, reason: string): Promise<void> {
    const before = { status: row.status, version: row.version, title: row.title };
    await this.audit.record({ actor, action, subjectType: 'regulation-draft', subjectId: row.id, before, after, reason });
  }
}

/** @throws DomainError `rule-refused` */
function requireEnactable(checked: CheckedDraft, { from, revision }: { from: IsoDate; revision: RevisionKind }, enacted: EnactedLaw): void {
  const refuse = (rule: { code: string }, params: Record<string, string | number> = {}) => new DomainError('rule-refused', { from, ...params }, { rule });
  const { document, id } = checked;
  if (checked.casesFailed > 0) throw refuse({ code: 'regulation.cases-failed' }, { count: checked.casesFailed });
  if (checked.revision === 0) {
    if (revision !== 'new') throw refuse({ code: 'regulation.nothing-to-revise' }, { id });
    const same = enacted.rows.find((row) => !row.national && row.kind === document.kind && enacted.holds(row)?.from === from);
    if (same) throw refuse({ code: 'regulation.same-start' }, { id: same.id });
    return;
  }
  if (revision === 'new') throw refuse({ code: 'regulation.id-taken' }, { id });
  if (revision === 'editorial' && !isEditorial(checked, enacted)) throw refuse({ code: 'regulation.values-differ' }, { id });
}

/** Every value with its article, for each kind of employee, the national text under it included. */
function frozenValues(law: Law, kind: DocumentKind, date: IsoDate) {
  return EMPLOYEE_KINDS.map((employeeKind) => {
    const found = resolvedOf(law.on(date, { employeeKind }), kind);
    return { employeeKind, id: found?.id ?? null, hash: found?.hash ?? null, values: found ? leaves(found.tree()) : [] };
  });
}

function leaves(nodes: readonly ResolvedNode[]): { path: string; value: unknown; cite: unknown; inheritedFrom: string | null }[] {
  return nodes.flatMap(({ path, value, cite, inheritedFrom, children }) => [...(value === null ? [] : [{ path, value, cite, inheritedFrom }]), ...leaves(children)]);
}
