import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EmployeeKind, IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { CreateSkpRequest, SkpPlan, SkpResult, TransferLetter } from '@ekinerja/contracts/skp';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import type { SkpForm } from '@ekinerja/contracts/skp-form';
import { addDays } from '@ekinerja/regulations/dates';
import type { LawSet } from '@ekinerja/regulations/law';
import { transferStart } from '@ekinerja/regulations/skp-flow';
import { skpForm, startingPlan } from '@ekinerja/regulations/skp-form';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { SkpContentRepository } from './skp-content.repository.js';
import { copiedPlan, copiedResults, wholePlan } from './skp-content.js';
import { skpDueDate } from './skp-due-date.js';
import { joined, type Period } from './skp-periods.js';
import { SkpTemplatesRepository } from './skp-templates.repository.js';
import { SkpViewService } from './skp-view.service.js';
import { SkpRepository, type SkpRow } from './skp.repository.js';

/** Beginning an SKP: for which span, from which letter, with what to start from. */
@Injectable()
export class SkpCreationService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly skps: SkpRepository,
    private readonly content: SkpContentRepository,
    private readonly templates: SkpTemplatesRepository,
    private readonly view: SkpViewService,
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
    private readonly audit: AuditService,
  ) {}

  async create(actor: Actor, { year, copySkpId, copyTemplateId, letter }: CreateSkpRequest): Promise<SkpDetail> {
    if (actor.employmentId === null) throw new DomainError('permission-denied');
    requireNearYear(year, actor.today);
    const row = await this.begin(actor, actor.employmentId, { year, copySkpId, copyTemplateId, letter });
    return this.view.detail(actor, row);
  }

  /** A draft for a subordinate, begun by what the superior expects; null where there is no post to have one for. */
  async draftFor(actor: Actor, owner: Uuid, year: number): Promise<SkpRow | null> {
    const posts = await this.skps.definitivePosts([owner], `${year}-01-01`, `${year}-12-31`);
    return posts.length === 0 ? null : this.begin(actor, owner, { year });
  }

  private async begin(actor: Actor, owner: Uuid, { year, copySkpId, copyTemplateId, letter }: CreateSkpRequest): Promise<SkpRow> {
    return this.db.transaction(async () => {
      const existing = await this.skps.ofOwner(owner, year);
      const snapshot = await this.organisation.onDate(actor.today);
      const kind = snapshot.employments.get(owner)?.kind;
      const span = await this.nextPeriod(owner, year, actor.today, existing);
      const period = await this.movedTo(span, year, kind, letter);
      await this.endEarlier(actor, existing, period.from);
      const law = await this.regulations.lawOn(period.from, kind);
      const form = skpForm(law, { employeeKind: kind ?? 'pns', postKind: snapshot.posts.get(period.postId)?.kind ?? 'pelaksana' });
      const start = await this.withPapers(owner, startingPlan(form), form);
      const copied = await this.copied(actor, copySkpId, copyTemplateId);
      const id = await this.skps.create(
        {
          employmentId: owner, postId: period.postId, unitId: period.unitId, year, periodFrom: period.from, periodTo: period.to, law: law.references,
          plan: copied ? copiedPlan(copied.plan, start, form) : start, dueOn: skpDueDate(period.from, law).date, letter: letter ?? null,
        },
        this.clock.now(),
      );
      if (copied) await this.content.replace(id, copiedResults(copied.results, randomUUID), this.clock.now());
      await this.audit.record({ actor, action: 'skp.created', subjectType: 'skp', subjectId: id, after: { year, ...period, letter, copySkpId, copyTemplateId } });
      return (await this.skps.find(id)) as SkpRow;
    });
  }

  /** A paper named in an earlier SKP is not typed again: the work agreement runs over several years (TL 7(2)). */
  private async withPapers(owner: Uuid, start: SkpPlan, form: SkpForm): Promise<SkpPlan> {
    const codes = form.sources?.list.filter(({ document }) => document).map(({ code }) => code) ?? [];
    if (!start.sources.some(({ code }) => codes.includes(code))) return start;
    const known = new Map((await this.templates.papers(owner, codes)).map((paper) => [paper.code, paper]));
    return { ...start, sources: start.sources.map((source) => known.get(source.code) ?? source) };
  }

  /** BN 9(2): after a transfer within the year the SKP begins with the month of the letter. */
  private async movedTo(span: Period, year: number, kind: EmployeeKind | undefined, letter: TransferLetter | undefined): Promise<Period> {
    const law: LawSet = await this.regulations.lawOn(span.from, kind);
    const onTransfer = span.from > `${year}-01-31`;
    if (!onTransfer) return span;
    const from = transferStart(letter?.date ?? span.from, law);
    const first = `${year}-01-01`;
    return { ...span, from: from < first ? first : from > span.to ? span.from : from };
  }

  private async endEarlier(actor: Actor, existing: SkpRow[], from: IsoDate): Promise<void> {
    for (const earlier of existing.filter((skp) => skp.periodFrom < from && skp.periodTo >= from)) {
      const periodTo = addDays(from, -1);
      await this.skps.endEarlier(earlier.id, periodTo);
      await this.audit.record({
        actor, action: 'skp.ended-earlier', subjectType: 'skp', subjectId: earlier.id, before: { periodTo: earlier.periodTo }, after: { periodTo },
      });
    }
  }

  private async copied(actor: Actor, skpId: Uuid | undefined, templateId: Uuid | undefined): Promise<{ results: SkpResult[]; plan: SkpPlan } | null> {
    if (templateId) {
      const template = await this.templates.find(templateId);
      if (!template || template.skpdId !== actor.skpdId) throw new DomainError('not-found');
      return template.content;
    }
    if (!skpId) return null;
    const row = await this.skps.find(skpId);
    if (!row || row.employmentId !== actor.employmentId) throw new DomainError('not-found');
    return { results: await this.content.results(row.id), plan: wholePlan(row.plan) };
  }

  /**
   * The span the next SKP of the year is for: from the later of 1 January and the start of the definitive post, to
   * 31 December or its end. The post of today first, then earlier ones that have none.
   */
  private async nextPeriod(owner: Uuid, year: number, today: IsoDate, existing: SkpRow[]): Promise<Period> {
    const posts = joined(await this.skps.definitivePosts([owner], `${year}-01-01`, `${year}-12-31`));
    if (posts.length === 0) throw new DomainError('rule-refused', { year }, { rule: { code: 'skp.no-post' } });
    const current = posts.find((post) => post.from <= today && today <= post.to);
    const order = current ? [current, ...posts.filter((post) => post !== current)] : posts;
    const free = order.find((post) => !existing.some((skp) => skp.postId === post.postId && skp.periodFrom <= post.to && skp.periodTo >= post.from));
    if (!free) throw new DomainError('duplicate', { year });
    return free;
  }
}

/** The SKP of the coming year is drawn up before it begins; a later one is a slip of the hand. */
function requireNearYear(year: number, today: IsoDate): void {
  const last = Number(today.slice(0, 4)) + 1;
  if (year > last) throw new DomainError('validation-failed', {}, { fields: [{ field: 'year', rule: 'max', params: { max: last } }] });
}
