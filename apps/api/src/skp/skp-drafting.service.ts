import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { SkpDetail } from '@ekinerja/contracts/skp';
import { addDays } from '@ekinerja/regulations/dates';
import { isRefusal } from '@ekinerja/regulations/refusal';
import { applySkp } from '@ekinerja/regulations/skp-flow';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { requireVersion } from '../platform/http/versions.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { SkpContentRepository } from './skp-content.repository.js';
import { SkpViewService } from './skp-view.service.js';
import type { CreateSkpDto, SaveSkpDto } from './skp.dto.js';
import { SkpRepository, type SkpRow } from './skp.repository.js';

interface Period {
  postId: Uuid;
  unitId: Uuid;
  from: IsoDate;
  to: IsoDate;
}

/** The owner's part (KS 23(1), BN 6(2)): draw up, mend, hand in. A determined SKP binds and is not edited. */
@Injectable()
export class SkpDraftingService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly skps: SkpRepository,
    private readonly content: SkpContentRepository,
    private readonly view: SkpViewService,
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
    private readonly audit: AuditService,
  ) {}

  async create(actor: Actor, { year }: CreateSkpDto): Promise<SkpDetail> {
    const owner = actor.employmentId;
    if (owner === null) throw new DomainError('permission-denied');
    requireNearYear(year, actor.today);
    return this.db.transaction(async () => {
      const existing = await this.skps.ofOwner(owner, year);
      const period = await this.nextPeriod(owner, year, actor.today, existing);
      for (const earlier of existing.filter((skp) => skp.periodFrom < period.from && skp.periodTo >= period.from)) {
        const periodTo = addDays(period.from, -1);
        await this.skps.endEarlier(earlier.id, periodTo);
        await this.audit.record({
          actor, action: 'skp.ended-earlier', subjectType: 'skp', subjectId: earlier.id,
          before: { periodTo: earlier.periodTo }, after: { periodTo },
        });
      }
      const kind = (await this.organisation.onDate(actor.today)).employments.get(owner)?.kind;
      const law = await this.regulations.lawOn(period.from, kind);
      const id = await this.skps.create(
        { employmentId: owner, postId: period.postId, unitId: period.unitId, year, periodFrom: period.from, periodTo: period.to, law: law.references },
        this.clock.now(),
      );
      await this.audit.record({ actor, action: 'skp.created', subjectType: 'skp', subjectId: id, after: { year, ...period } });
      return this.shown(actor, id);
    });
  }

  async save(actor: Actor, id: Uuid, seen: number | null, { results }: SaveSkpDto): Promise<SkpDetail> {
    return this.db.transaction(async () => {
      const row = await this.lockOwn(actor, id);
      requireVersion(seen, row, await this.view.detail(actor, row));
      if (row.status !== 'draft' && row.status !== 'returned') throw new DomainError('state-refused', { status: row.status, action: 'save' });
      const before = await this.content.results(id);
      const { evaluator } = await this.organisation.evaluatorOn(row.employmentId, actor.today);
      const known = new Set([
        ...(await this.view.superiorResults(row, evaluator)).map((result) => result.id),
        // What was leaned on before stays, also when the superior's SKP has changed since.
        ...before.map((result) => result.superiorResultId),
      ]);
      const stranger = results.find((result) => result.superiorResultId !== null && !known.has(result.superiorResultId));
      if (stranger) throw new DomainError('rule-refused', { title: stranger.title }, { rule: { code: 'skp.superior-result' } });
      await this.content.replace(id, results, this.clock.now());
      await this.skps.step(id, { status: row.status });
      await this.audit.record({ actor, action: 'skp.saved', subjectType: 'skp', subjectId: id, before, after: await this.content.results(id) });
      return this.shown(actor, id);
    });
  }

  /** Hands the SKP in, signed by its owner as they are today (TL 13(3)). */
  async submit(actor: Actor, id: Uuid, seen: number | null): Promise<SkpDetail> {
    return this.db.transaction(async () => {
      const row = await this.lockOwn(actor, id);
      const shown = await this.view.detail(actor, row);
      requireVersion(seen, row, shown);
      const status = applySkp(row.status, 'submit', 'owner');
      if (isRefusal(status)) throw new DomainError('state-refused', { status: row.status, action: 'submit' });
      const [finding] = shown.findings;
      if (finding) throw new DomainError('rule-refused', finding.params, { rule: { code: finding.code, cite: finding.cite } });
      if (!shown.evaluator) throw new DomainError('no-evaluator');
      const ownerSnapshot = await this.organisation.snapshotOf(row.employmentId, actor.today);
      await this.skps.step(id, { status, submittedAt: this.clock.now(), ownerSnapshot, returnReason: null });
      await this.audit.record({
        actor, action: 'skp.submitted', subjectType: 'skp', subjectId: id, before: { status: row.status }, after: { status, owner: ownerSnapshot },
      });
      return this.shown(actor, id);
    });
  }

  /** Takes it back before the evaluator has decided. */
  async withdraw(actor: Actor, id: Uuid, seen: number | null): Promise<SkpDetail> {
    return this.db.transaction(async () => {
      const row = await this.lockOwn(actor, id);
      requireVersion(seen, row, await this.view.detail(actor, row));
      const status = applySkp(row.status, 'withdraw', 'owner');
      if (isRefusal(status)) throw new DomainError('state-refused', { status: row.status, action: 'withdraw' });
      await this.skps.step(id, { status, submittedAt: null, ownerSnapshot: null });
      await this.audit.record({ actor, action: 'skp.withdrawn', subjectType: 'skp', subjectId: id, before: { status: row.status }, after: { status } });
      return this.shown(actor, id);
    });
  }

  /**
   * The span the next SKP of the year is for: from the later of 1 January and the start of the definitive post, to
   * 31 December or its end. The post of today first, then earlier ones that have none.
   */
  private async nextPeriod(owner: Uuid, year: number, today: IsoDate, existing: SkpRow[]): Promise<Period> {
    const posts = joined(await this.skps.definitivePosts(owner, `${year}-01-01`, `${year}-12-31`));
    if (posts.length === 0) throw new DomainError('rule-refused', { year }, { rule: { code: 'skp.no-post' } });
    const current = posts.find((post) => post.from <= today && today <= post.to);
    const order = current ? [current, ...posts.filter((post) => post !== current)] : posts;
    const free = order.find((post) => !existing.some((skp) => skp.postId === post.postId && skp.periodFrom <= post.to && skp.periodTo >= post.from));
    if (!free) throw new DomainError('duplicate', { year });
    return free;
  }

  private async lockOwn(actor: Actor, id: Uuid): Promise<SkpRow> {
    const row = await this.skps.lock(id);
    if (!row) throw new DomainError('not-found');
    if (row.employmentId !== actor.employmentId) {
      await this.organisation.requireReadable(actor, row.employmentId);
      throw new DomainError('permission-denied');
    }
    return row;
  }

  private async shown(actor: Actor, id: Uuid): Promise<SkpDetail> {
    return this.view.detail(actor, (await this.skps.find(id)) as SkpRow);
  }
}

/** Assignments to the same post that follow each other without a gap are one span. */
function joined(posts: Period[]): Period[] {
  const spans: Period[] = [];
  for (const post of posts) {
    const last = spans[spans.length - 1];
    if (last && last.postId === post.postId && addDays(last.to, 1) === post.from) last.to = post.to;
    else spans.push({ ...post });
  }
  return spans;
}

/** The SKP of the coming year is drawn up before it begins; a later one is a slip of the hand. */
function requireNearYear(year: number, today: IsoDate): void {
  const last = Number(today.slice(0, 4)) + 1;
  if (year > last) throw new DomainError('validation-failed', {}, { fields: [{ field: 'year', rule: 'max', params: { max: last } }] });
}
