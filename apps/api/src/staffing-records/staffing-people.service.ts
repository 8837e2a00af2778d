import { Injectable } from '@nestjs/common';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type {
  ListStaffingPeopleQuery, ListStaffingUpdatesQuery, StaffingPerson, StaffingPersonDetail, StaffingSummary, StaffingUpdate,
} from '@ekinerja/contracts/staffing-records';
import { AuditService } from '../audit/audit.service.js';
import { reach, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { partOfPerson } from '../platform/database/search.js';
import { Database } from '../platform/database/database.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { StaffingMatchService } from './staffing-match.service.js';
import { StaffingPeopleRepository } from './staffing-people.repository.js';
import { STAFFING_READERS, view } from './staffing-updates.service.js';
import { StaffingUpdatesRepository } from './staffing-updates.repository.js';
import { staffingWorkbook } from './staffing-workbook.js';

const SHOWN = 100;
const EXPORT_ROWS = 200_000;
type PersonRow = StaffingPerson & { sortName: string; personId: Uuid };

/** Who is validated and who differs: for those who keep staffing data, and as the staffing report across units (KS 1 angka 22). */
@Injectable()
export class StaffingPeopleService {
  constructor(
    private readonly db: Database,
    private readonly people: StaffingPeopleRepository,
    private readonly updates: StaffingUpdatesRepository,
    private readonly match: StaffingMatchService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async summary(actor: Actor): Promise<StaffingSummary> {
    const counts = await this.people.counts(actor.today, scopeOf(actor));
    return { ...counts, unvalidated: counts.employees - counts.validated, rule: await this.match.rule() };
  }

  async page(actor: Actor, query: ListStaffingPeopleQuery): Promise<Page<StaffingPerson>> {
    const limit = pageLimit(query.limit);
    const rows = await this.rows(actor, query, readCursor(query.cursor, 'text', 'uuid'), limit + 1);
    const page = pageOf(rows, limit, (row) => [row.sortName, row.employmentId]);
    return { ...page, items: page.items.map(plain) };
  }

  /** The staffing report with the same filters, one row a difference. */
  async workbook(actor: Actor, query: ListStaffingPeopleQuery): Promise<Buffer> {
    const rows = await this.rows(actor, query, null, EXPORT_ROWS);
    await this.audit.logReadOf(actor, rows.map(({ employmentId }) => employmentId));
    return staffingWorkbook(rows.map(plain), (await this.match.rule()).source);
  }

  /** @throws DomainError `not-found` */
  async detail(actor: Actor, employmentId: Uuid): Promise<StaffingPersonDetail> {
    const row = await this.one(actor, employmentId);
    const [held] = await this.people.held([employmentId], actor.today);
    const updates = await this.updates.list(actor.today, { skpdIds: null }, { employmentId, limit: SHOWN });
    return {
      ...plain(row), rule: await this.match.rule(), held: held!.data, source: (await this.people.matches([employmentId])).get(employmentId)?.source ?? {},
      updates: updates.map((update) => view(update, actor)),
    };
  }

  async updatesPage(actor: Actor, query: ListStaffingUpdatesQuery): Promise<Page<StaffingUpdate>> {
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'instant', 'uuid');
    const rows = await this.updates.list(actor.today, scopeOf(actor), { status: query.status, after, limit: limit + 1 });
    const page = pageOf(rows, limit, (row) => [row.submittedAt, row.id]);
    return { ...page, items: page.items.map((row) => view(row, actor)) };
  }

  /**
   * An officer legalises a person's data as true to fact though the national records say otherwise, with a reason.
   * @throws DomainError `not-found`, `not-yours-to-decide` for oneself
   */
  async validate(actor: Actor, employmentId: Uuid, reason: string): Promise<StaffingPersonDetail> {
    await this.db.transaction(async () => {
      const row = await this.one(actor, employmentId);
      if (row.personId === actor.personId) throw new DomainError('not-yours-to-decide');
      const differences = await this.match.differencesAfter(employmentId, {});
      await this.people.write([{ employmentId, differences, validated: true, basis: 'decision', goesOn: false, note: reason.trim() }], actor.accountId, this.clock.now(), null);
      await this.audit.record({
        actor, action: 'staffing-record.validated', subjectType: 'employment', subjectId: employmentId, reason: reason.trim(), before: row.standing, after: { differences },
      });
    });
    return this.detail(actor, employmentId);
  }

  private async one(actor: Actor, employmentId: Uuid): Promise<PersonRow> {
    const [row] = await this.people.list(actor.today, scopeOf(actor), { state: null, skpdId: null, pattern: null, employmentId, after: null, limit: 1 });
    if (!row) throw new DomainError('not-found');
    return row;
  }

  private rows(actor: Actor, query: ListStaffingPeopleQuery, after: [string, Uuid] | null, limit: number): Promise<PersonRow[]> {
    const pattern = partOfPerson(query.q);
    return this.people.list(actor.today, scopeOf(actor), { state: query.state ?? null, skpdId: query.skpdId ?? null, pattern, employmentId: null, after, limit });
  }
}

function scopeOf(actor: Actor): { skpdIds: Uuid[] | null } {
  return { skpdIds: reach(actor, STAFFING_READERS) };
}

function plain({ sortName: _sort, personId: _person, ...row }: PersonRow): StaffingPerson {
  return row;
}
