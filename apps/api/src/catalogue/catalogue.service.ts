import { Injectable } from '@nestjs/common';
import type {
  CatalogueContent, CatalogueImportAnswer, CatalogueItem, CatalogueVersion, FreeEntry, OwnCatalogue, SaveCatalogueItemRequest,
} from '@ekinerja/contracts/catalogue';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import { addDays } from '@ekinerja/regulations/dates';
import { randomUUID } from 'node:crypto';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { reach, reaches, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import { requireVersion } from '../platform/http/versions.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { catalogueWorkbook, readCatalogue } from './catalogue-workbook.js';
import type { CatalogueQuery } from './catalogue.dto.js';
import { CatalogueRepository, type ItemRow, type UsedItemRow } from './catalogue.repository.js';

const READERS = ['superadmin', 'auditor', 'unit-admin', 'unit-head'] as const;
/** Use is measured over a quarter. */
const USED_DAYS = 90;
/** Free entries of a month and their most frequent wordings. */
const FREE_DAYS = 31;
const FREE_ROWS = 100;

/** KS 16(a): the unit admin's reference list of activities with units of output and minutes. */
@Injectable()
export class CatalogueService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly items: CatalogueRepository,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
  ) {}

  async own(actor: Actor): Promise<OwnCatalogue> {
    if (actor.employmentId === null || actor.skpdId === null) return { items: [], outputUnits: [] };
    const post = (await this.organisation.onDate(actor.today)).definitivePost(actor.employmentId);
    const items = await this.items.own({
      skpdId: actor.skpdId, postName: post?.postName ?? null, employmentId: actor.employmentId, since: addDays(actor.today, -USED_DAYS),
    });
    return { items, outputUnits: [...new Set(items.map(({ outputUnit }) => outputUnit))].sort() };
  }

  /** Whether an entry of that SKPD by a holder of one of those posts may newly name the item: as the form offers it. */
  async offers(itemId: Uuid, skpdId: Uuid, postNames: string[]): Promise<boolean> {
    return this.items.offers(itemId, skpdId, postNames);
  }

  async list(actor: Actor, query: CatalogueQuery): Promise<Page<CatalogueItem>> {
    this.requireReader(actor, query.skpdId);
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'text', 'uuid');
    const rows = await this.items.list({
      skpdId: query.skpdId, search: query.search?.trim() || null, since: addDays(actor.today, -USED_DAYS), after: after && { code: after[0], id: after[1] }, limit: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => [row.code, row.id]);
    return { items: page.items.map(view), nextCursor: page.nextCursor };
  }

  /** Creates under the given id or edits; each state is kept as a version. */
  async save(actor: Actor, id: Uuid, seen: number | null, { skpdId, ...body }: SaveCatalogueItemRequest): Promise<CatalogueItem> {
    const content = tidy(body);
    return this.db.transaction(async () => {
      const row = await this.items.lock(id);
      if (!reaches(actor, 'unit-admin', row?.skpdId ?? skpdId)) throw new DomainError('not-found');
      if (!row) return this.create(actor, id, seen, skpdId, content);
      if (same(row, content) && (seen === null || row.version > seen)) return view(unused(row));
      requireVersion(seen, row, view(unused(row)));
      return this.change(actor, row, content);
    });
  }

  async versions(actor: Actor, id: Uuid): Promise<CatalogueVersion[]> {
    const row = await this.items.lock(id);
    if (!row) throw new DomainError('not-found');
    this.requireReader(actor, row.skpdId);
    return (await this.items.versions(id)).map((one) => ({ ...one, at: one.at.toISOString() }));
  }

  async workbook(actor: Actor, skpdId: Uuid): Promise<Buffer> {
    this.requireReader(actor, skpdId);
    const rows = [...(await this.db.transaction(() => this.items.lockAll(skpdId))).values()];
    await this.audit.logRead(actor, 'catalogue.export', 'unit', skpdId);
    return catalogueWorkbook(rows.sort((a, b) => a.code.localeCompare(b.code)));
  }

  /** Whole or not at all: every bad cell is named, and nothing is written while there is one. What the file leaves out stays. */
  async take(actor: Actor, skpdId: Uuid, file: Buffer, check: boolean): Promise<CatalogueImportAnswer> {
    if (!reaches(actor, 'unit-admin', skpdId)) throw new DomainError('not-found');
    const { rows, problems } = await readCatalogue(file);
    return this.db.transaction(async () => {
      const known = await this.items.lockAll(skpdId);
      const answer: CatalogueImportAnswer = { rows: rows.length, added: 0, changed: 0, same: 0, problems, written: problems.length === 0 && !check };
      for (const content of rows) {
        const row = known.get(content.code.toLowerCase());
        const kind = !row ? 'added' : same(row, content) ? 'same' : 'changed';
        answer[kind] += 1;
        if (!answer.written || kind === 'same') continue;
        if (row) await this.change(actor, row, content);
        else await this.create(actor, randomUUID(), null, skpdId, content);
      }
      return answer;
    });
  }

  async freeEntries(actor: Actor, skpdId: Uuid): Promise<FreeEntry[]> {
    this.requireReader(actor, skpdId);
    return this.items.freeEntries(skpdId, addDays(actor.today, -FREE_DAYS), FREE_ROWS);
  }

  async dismiss(actor: Actor, skpdId: Uuid, key: string): Promise<void> {
    if (!reaches(actor, 'unit-admin', skpdId)) throw new DomainError('not-found');
    await this.db.transaction(async () => {
      if (!(await this.items.dismiss(skpdId, key, this.clock.now()))) return;
      await this.audit.record({ actor, action: 'catalogue.free-entry-dismissed', subjectType: 'unit', subjectId: skpdId, after: { key } });
    });
  }

  private async create(actor: Actor, id: Uuid, seen: number | null, skpdId: Uuid, content: CatalogueContent): Promise<CatalogueItem> {
    if (seen !== null) throw new DomainError('not-found');
    if (!(await this.items.add(id, skpdId, content, this.clock.now(), nameOf(actor)))) throw new DomainError('duplicate', { field: 'code' });
    await this.audit.record({ actor, action: 'catalogue.added', subjectType: 'catalogue-item', subjectId: id, after: content });
    return view(unused((await this.items.lock(id)) as ItemRow));
  }

  private async change(actor: Actor, row: ItemRow, content: CatalogueContent): Promise<CatalogueItem> {
    if (!(await this.items.change(row.id, row.version + 1, content, this.clock.now(), nameOf(actor)))) throw new DomainError('duplicate', { field: 'code' });
    await this.audit.record({ actor, action: 'catalogue.changed', subjectType: 'catalogue-item', subjectId: row.id, before: contentOf(row), after: content });
    return view(unused((await this.items.lock(row.id)) as ItemRow));
  }

  private requireReader(actor: Actor, skpdId: Uuid): void {
    const scope = reach(actor, READERS);
    if (scope !== null && !scope.includes(skpdId)) throw new DomainError('not-found');
  }
}

function nameOf(actor: Actor): string {
  return actor.personName ?? actor.username;
}

function contentOf({ code, title, outputUnit, normMinutes, posts, active }: CatalogueContent): CatalogueContent {
  return { code, title, outputUnit, normMinutes, posts, active };
}

function tidy(content: CatalogueContent): CatalogueContent {
  const posts = [...new Set(content.posts.map((name) => name.trim()).filter((name) => name !== ''))].sort();
  return { ...contentOf(content), code: content.code.trim(), title: content.title.trim(), outputUnit: content.outputUnit.trim(), posts };
}

function same(row: CatalogueContent, content: CatalogueContent): boolean {
  return JSON.stringify(contentOf(row)) === JSON.stringify(contentOf(content));
}

function unused(row: ItemRow): UsedItemRow {
  return { ...row, used: 0, measuredMinutes: null };
}

function view({ changedAt, ...row }: UsedItemRow): CatalogueItem {
  return { ...row, changedAt: changedAt.toISOString() };
}
