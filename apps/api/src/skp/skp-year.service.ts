import { Injectable } from '@nestjs/common';
import type { EmployeeKind, IsoDate, Page, Uuid } from '@ekinerja/contracts/basics';
import type { SkpItem } from '@ekinerja/contracts/skp';
import type {
  InitialEntryItem, MissingDocumentItem, MissingSkpItem, SkpYearAnswer, SkpYearProgress, SkpYearRequest,
} from '@ekinerja/contracts/skp-year';
import { initialEntryDue, kindsWithSkp } from '@ekinerja/regulations/skp-flow';
import { flowRules, skpForm, startingPlan } from '@ekinerja/regulations/skp-form';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { reach, reaches, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { partOfPerson } from '../platform/database/search.js';
import { Database } from '../platform/database/database.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { skpDueDate } from './skp-due-date.js';
import { SkpListsRepository } from './skp-lists.repository.js';
import { joined, type Period } from './skp-periods.js';
import { SkpViewService } from './skp-view.service.js';
import { SkpYearRepository } from './skp-year.repository.js';
import type { MissingSkpQuery, SkpListQuery } from './skp.dto.js';
import { SkpRepository, type NewSkp } from './skp.repository.js';

const WATCHERS = ['superadmin', 'auditor', 'unit-admin', 'unit-head', 'performance-manager'] as const;

/** The year of a unit: who has none, who is late, what is missing; opening it and reminding. */
@Injectable()
export class SkpYearService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly skps: SkpRepository,
    private readonly lists: SkpListsRepository,
    private readonly years: SkpYearRepository,
    private readonly view: SkpViewService,
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /** All SKPs of a year; late ones (TL 13(1), BN 9(1)) by themselves. */
  async list(actor: Actor, query: SkpListQuery): Promise<Page<SkpItem>> {
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'text', 'uuid');
    const pattern = partOfPerson(query.q);
    await this.audit.logRead(actor, 'skp.list', 'skp-year', String(query.year));
    const rows = await this.lists.list({
      year: query.year, skpdIds: scopeOf(actor, query.skpdId), status: query.status ?? null, late: query.late === 'true', pattern, today: actor.today,
      timeZone: this.clock.timeZone, after: after && { name: after[0], id: after[1] }, limit: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => [row.sortName, row.id]);
    return { items: await this.view.items(page.items, actor.today), nextCursor: page.nextCursor };
  }

  /** Who has no determined SKP (BK 2(1), KS 23(1)), within the SKPDs the caller answers for. */
  async missing(actor: Actor, query: MissingSkpQuery): Promise<Page<MissingSkpItem>> {
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'text', 'uuid');
    const date = clamp(actor.today, `${query.year}-01-01`, `${query.year}-12-31`);
    await this.audit.logRead(actor, 'skp.missing', 'skp-year', String(query.year));
    const rows = await this.skps.missing({
      date,
      skpdIds: scopeOf(actor, query.skpdId),
      kinds: kindsWithSkp(await this.regulations.law(), date),
      after: after && { name: after[0], id: after[1] },
      limit: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => [row.sortName, row.employmentId]);
    return { ...page, items: page.items.map(({ sortName: _, ...item }) => item) };
  }

  /** KS 23(3): copies of supporting documents that have not reached the evaluator. */
  async missingDocuments(actor: Actor, query: MissingSkpQuery): Promise<Page<MissingDocumentItem>> {
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'text', 'uuid');
    const uses = flowRules(await this.regulations.lawOn(`${query.year}-01-01`)).documents ?? [];
    if (uses.length === 0) return { items: [], nextCursor: null };
    const rows = await this.lists.missingDocuments({
      year: query.year, skpdIds: scopeOf(actor, query.skpdId), uses, today: actor.today, after: after && { name: after[0], id: after[1] }, limit: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => [row.sortName, row.skpId]);
    return { ...page, items: page.items.map(({ sortName: _, ...item }) => item) };
  }

  /** KS 33: who has not made the initial entry; where the law asks for none the list is empty. */
  async initialEntries(actor: Actor, query: MissingSkpQuery): Promise<Page<InitialEntryItem>> {
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'text', 'uuid');
    const law = await this.regulations.lawOn(actor.today);
    const document = (await this.regulations.inForce(actor.today)).find(({ kind }) => kind === 'performance');
    if (!document || !flowRules(law).initial) return { items: [], nextCursor: null };
    const rows = await this.lists.initialEntries({
      promulgated: document.inForceFrom, skpdIds: scopeOf(actor, query.skpdId), kinds: kindsWithSkp(await this.regulations.law(), actor.today), today: actor.today,
      timeZone: this.clock.timeZone, after: after && { name: after[0], id: after[1] }, limit: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => [row.sortName, row.employmentId]);
    return {
      ...page,
      items: page.items.map(({ sortName: _, countsFrom, ...item }) => {
        const dueDate = initialEntryDue(countsFrom, law) as IsoDate;
        return { ...item, dueDate, overdue: actor.today > dueDate };
      }),
    };
  }

  async progress(actor: Actor, year: number, skpdId: Uuid): Promise<SkpYearProgress> {
    const [reachable] = scopeOf(actor, skpdId) ?? [skpdId];
    if (reachable === undefined) throw new DomainError('not-found');
    const date = clamp(actor.today, `${year}-01-01`, `${year}-12-31`);
    const state = await this.years.find(skpdId, year);
    const units = await this.lists.progress({
      year, date, skpdIds: [skpdId], kinds: kindsWithSkp(await this.regulations.law(), date), timeZone: this.clock.timeZone, today: actor.today,
    });
    return { year, openedAt: state?.openedAt?.toISOString() ?? null, remindedAt: state?.remindedAt?.toISOString() ?? null, units };
  }

  /** Opens the year for an SKPD: a draft for everybody who has none, with what the form starts from. */
  async open(actor: Actor, { year, skpdId }: SkpYearRequest): Promise<SkpYearAnswer> {
    requireAdmin(actor, skpdId);
    return this.db.transaction(async () => {
      await this.years.lock(skpdId, year);
      const date = clamp(actor.today, `${year}-01-01`, `${year}-12-31`);
      const people = await this.lists.without({ year, date, skpdId, kinds: kindsWithSkp(await this.regulations.law(), date) });
      const drafts = await this.draftsFor(people, year, date);
      await this.skps.createAll(drafts, this.clock.now());
      await this.years.mark(skpdId, year, 'opened_at', this.clock.now());
      await this.audit.record({ actor, action: 'skp-year.opened', subjectType: 'unit', subjectId: skpdId, after: { year, created: drafts.length } });
      return { created: drafts.length, reminded: 0 };
    });
  }

  /** Asks those who have not handed one in; once a day is told to them. */
  async remind(actor: Actor, { year, skpdId }: SkpYearRequest): Promise<SkpYearAnswer> {
    requireAdmin(actor, skpdId);
    return this.db.transaction(async () => {
      const date = clamp(actor.today, `${year}-01-01`, `${year}-12-31`);
      const employmentIds = await this.lists.unsent({ year, date, skpdId, kinds: kindsWithSkp(await this.regulations.law(), date) });
      const reminded = employmentIds.length;
      const due = skpDueDate(`${year}-01-01`, await this.regulations.lawOn(`${year}-01-01`));
      if (reminded > 0) await this.outbox.announce('skp.reminded', { employmentIds, year, date: due.date, on: actor.today });
      await this.years.mark(skpdId, year, 'reminded_at', this.clock.now());
      await this.audit.record({ actor, action: 'skp-year.reminded', subjectType: 'unit', subjectId: skpdId, after: { year, reminded } });
      return { created: 0, reminded };
    });
  }

  private async draftsFor(people: { employmentId: Uuid; kind: EmployeeKind }[], year: number, date: IsoDate): Promise<NewSkp[]> {
    const posts = await this.skps.definitivePosts(people.map(({ employmentId }) => employmentId), `${year}-01-01`, `${year}-12-31`);
    const held = new Map<Uuid, Period[]>();
    for (const post of posts) held.set(post.employmentId, [...(held.get(post.employmentId) ?? []), post]);
    const snapshot = await this.organisation.onDate(date);
    const drafts: NewSkp[] = [];
    for (const { employmentId, kind } of people) {
      const span = joined(held.get(employmentId) ?? []).find(({ from, to }) => from <= date && date <= to);
      if (!span) continue;
      const law = await this.regulations.lawOn(span.from, kind);
      const form = skpForm(law, { employeeKind: kind, postKind: snapshot.posts.get(span.postId)?.kind ?? 'pelaksana' });
      drafts.push({
        employmentId, postId: span.postId, unitId: span.unitId, year, periodFrom: span.from, periodTo: span.to, law: law.references,
        plan: startingPlan(form), dueOn: skpDueDate(span.from, law).date, letter: null,
      });
    }
    return drafts;
  }

}

function scopeOf(actor: Actor, skpdId: Uuid | undefined): Uuid[] | null {
  const scope = reach(actor, WATCHERS);
  return skpdId === undefined ? scope : scope === null || scope.includes(skpdId) ? [skpdId] : [];
}

function requireAdmin(actor: Actor, skpdId: Uuid): void {
  if (reaches(actor, 'unit-admin', skpdId) || actor.roles.some(({ role }) => role === 'superadmin')) return;
  throw new DomainError('not-found');
}

function clamp(date: IsoDate, from: IsoDate, to: IsoDate): IsoDate {
  return date < from ? from : date > to ? to : date;
}
