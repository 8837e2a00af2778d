import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { SaveSkpRequest, SkpResultInput } from '@ekinerja/contracts/skp';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import { isRefusal } from '@ekinerja/regulations/refusal';
import { flowCite, flowRules } from '@ekinerja/regulations/skp-form';
import { stops } from '@ekinerja/regulations/skp-checks';
import { applySkp } from '@ekinerja/regulations/skp-flow';
import { RolesService } from '../auth/roles.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { requireVersion } from '../platform/http/versions.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { LateEntryService } from './late-entry.service.js';
import { SkpContentRepository } from './skp-content.repository.js';
import { contentHash } from './skp-content.js';
import { SkpJournal } from './skp-journal.service.js';
import { SkpSideService } from './skp-side.service.js';
import { SkpViewService, wayOf } from './skp-view.service.js';
import { SkpRepository, type SkpRow } from './skp.repository.js';

/** Writing an SKP: by its owner, and with those whom the regulation lets write along (KS 23(1), BN 6(2)). */
@Injectable()
export class SkpDraftingService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly skps: SkpRepository,
    private readonly content: SkpContentRepository,
    private readonly view: SkpViewService,
    private readonly side: SkpSideService,
    private readonly journal: SkpJournal,
    private readonly organisation: OrganisationService,
    private readonly roles: RolesService,
    private readonly lateEntries: LateEntryService,
  ) {}

  async save(actor: Actor, id: Uuid, seen: number | null, { results, plan }: SaveSkpRequest): Promise<SkpDetail> {
    return this.db.transaction(async () => {
      const known = await this.side.readable(actor, id);
      const law = await this.view.lawOf(known);
      const { row, as } = await this.side.lockAs(actor, id, ['owner', 'evaluator', 'performance-manager', 'evaluator-superior', 'unit-admin']);
      if (!(flowRules(law).writers as readonly string[]).includes(as)) {
        throw new DomainError('permission-denied', {}, { rule: { code: 'skp.not-a-writer', cite: flowCite(law, 'writers') } });
      }
      requireVersion(seen, row, await this.view.detail(actor, row));
      if (row.status !== 'draft' && row.status !== 'returned') throw new DomainError('state-refused', { status: row.status, action: 'save' });
      await this.lateEntries.requireWriting(row, actor.today);
      const before = await this.view.contentOf(row);
      await this.requireOwnSuperior(actor, row, results, before.results);
      await this.content.replace(id, results, this.clock.now());
      await this.skps.step(id, { status: row.status, plan: plan ?? before.plan });
      const after = (await this.skps.find(id)) as SkpRow;
      await this.journal.wrote(actor, after, as, before, await this.view.contentOf(after));
      return this.view.detail(actor, after);
    });
  }

  /** Hands the SKP in, signed by its owner as they are today (TL 13(3)). */
  async submit(actor: Actor, id: Uuid, seen: number | null): Promise<SkpDetail> {
    return this.db.transaction(async () => {
      const { row, as } = await this.side.lockAs(actor, id, ['owner']);
      const shown = await this.view.detail(actor, row);
      requireVersion(seen, row, shown);
      const law = await this.view.lawOf(row);
      const status = applySkp(row.status, 'submit', 'owner', wayOf(law, row, shown.signatures, shown.contentHash));
      if (isRefusal(status)) throw new DomainError('state-refused', { status: row.status, action: 'submit' });
      await this.lateEntries.requireWriting(row, actor.today);
      const [finding] = stops(shown.findings);
      if (finding) throw refusedByRule(finding);
      if (!shown.evaluator) throw new DomainError('no-evaluator');
      const ownerSnapshot = await this.organisation.snapshotOf(row.employmentId, actor.today);
      await this.skps.step(id, { status, submittedAt: this.clock.now(), ownerSnapshot, returnReason: null, notes: [] });
      await this.journal.sign(actor, row, shown, 'submit', as);
      // Where it is reviewed first, the evaluator is told after the review; nobody reviews their own.
      const next = shown.form.flow.review ? await this.roles.holders('performance-manager', row.skpdId) : [shown.evaluator.employmentId];
      await this.journal.waitsFor(row, next.filter((employmentId) => employmentId !== row.employmentId));
      await this.journal.did(actor, row, as, 'submitted', { after: { status, owner: ownerSnapshot, contentHash: contentHash(shown) } });
      return this.shown(actor, id);
    });
  }

  /** Takes it back before the evaluator has decided. */
  async withdraw(actor: Actor, id: Uuid, seen: number | null): Promise<SkpDetail> {
    return this.db.transaction(async () => {
      const { row, as } = await this.side.lockAs(actor, id, ['owner']);
      const shown = await this.view.detail(actor, row);
      requireVersion(seen, row, shown);
      const status = applySkp(row.status, 'withdraw', 'owner', wayOf(await this.view.lawOf(row), row, shown.signatures, shown.contentHash));
      if (isRefusal(status)) throw new DomainError('state-refused', { status: row.status, action: 'withdraw' });
      await this.skps.step(id, { status, submittedAt: null, ownerSnapshot: null });
      await this.journal.did(actor, row, as, 'withdrawn', { after: { status } });
      return this.shown(actor, id);
    });
  }

  /** A result leans on one of the evaluator's, or on what it leaned on before. */
  async requireOwnSuperior(actor: Actor, row: SkpRow, results: SkpResultInput[], before: SkpResultInput[]): Promise<void> {
    const { evaluator } = await this.side.evaluatorOf(actor, row);
    const known = new Set([
      ...(await this.view.superiorResults(row, evaluator)).map((result) => result.id),
      // What was leaned on before stays, also when the superior's SKP has changed since.
      ...before.map((result) => result.superiorResultId),
    ]);
    const stranger = results.find((result) => result.superiorResultId !== null && !known.has(result.superiorResultId));
    if (stranger) throw new DomainError('rule-refused', { title: stranger.title }, { rule: { code: 'skp.superior-result' } });
    await this.requireOwnBasis(row, results, before);
  }

  /** Objectives of the own unit and those above it, points of the own post; what stood before stays. */
  private async requireOwnBasis(row: SkpRow, results: SkpResultInput[], before: SkpResultInput[]): Promise<void> {
    const objectives = new Set([...(await this.content.objectivesOf(row.unitId, row.year)).map(({ id }) => id), ...before.map(({ objectiveId }) => objectiveId)]);
    const points = new Set([...(await this.content.pointsOf(row.postId)).map(({ code }) => code), ...before.flatMap((result) => result.points ?? []).map(({ code }) => code)]);
    for (const { title, objectiveId, points: carried = [] } of results) {
      if (objectiveId && !objectives.has(objectiveId)) throw new DomainError('rule-refused', { title }, { rule: { code: 'skp.foreign-objective' } });
      if (carried.some(({ code }) => !points.has(code))) throw new DomainError('rule-refused', { title }, { rule: { code: 'skp.foreign-point' } });
    }
  }

  private async shown(actor: Actor, id: Uuid): Promise<SkpDetail> {
    return this.view.detail(actor, (await this.skps.find(id)) as SkpRow);
  }
}
