import { Injectable } from '@nestjs/common';
import { EMPLOYEE_KINDS, type EmployeeKind, type IsoDate, type Page, type Uuid } from '@ekinerja/contracts/basics';
import type { EvaluatorPerson } from '@ekinerja/contracts/organisation';
import type { MissingSkpItem, SkpDetail, SkpItem } from '@ekinerja/contracts/skp';
import { localDate } from '@ekinerja/regulations/dates';
import { skpActions } from '@ekinerja/regulations/skp-flow';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { reach, type Actor } from '../platform/access/actor.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { SkpContentRepository } from './skp-content.repository.js';
import { skpDueDate } from './skp-due-date.js';
import { skpFindings } from './skp-findings.js';
import type { MissingSkpQuery } from './skp.dto.js';
import { SkpRepository, type SkpRow } from './skp.repository.js';

/** SKPs as shown: to their owner, to those in the line, and who has none yet. */
@Injectable()
export class SkpViewService {
  constructor(
    private readonly skps: SkpRepository,
    private readonly content: SkpContentRepository,
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
    private readonly audit: AuditService,
  ) {}

  async mine(actor: Actor, year: number | undefined): Promise<SkpItem[]> {
    if (actor.employmentId === null) return [];
    return this.items(await this.skps.ofOwner(actor.employmentId, year ?? null), actor.today);
  }

  async get(actor: Actor, id: Uuid): Promise<SkpDetail> {
    const row = await this.skps.find(id);
    if (!row) throw new DomainError('not-found');
    await this.organisation.requireReadable(actor, row.employmentId);
    if (row.employmentId !== actor.employmentId) await this.audit.logRead(actor, 'skp.detail', 'skp', id);
    return this.detail(actor, row);
  }

  /** The whole SKP as that person sees it now: what they may do, what still lacks, what may be leaned on. */
  async detail(actor: Actor, row: SkpRow): Promise<SkpDetail> {
    const [item] = await this.items([row], actor.today);
    const due = skpDueDate(row.periodFrom, await this.regulations.lawOn(row.periodFrom, row.kind));
    const today = await this.organisation.evaluatorOn(row.employmentId, actor.today);
    const evaluator = row.evaluatorSnapshot?.evaluator ?? today.evaluator;
    const results = await this.content.results(row.id);
    const superiorResults = await this.superiorResults(row, today.evaluator);
    const open = row.status === 'draft' || row.status === 'returned';
    return {
      ...(item as SkpItem),
      dueDate: due.date,
      dueCite: due.cite,
      owner: row.ownerSnapshot ?? { name: row.personName, nip: row.nip, rank: null, postName: row.postName, unitName: row.unitName },
      evaluator,
      results,
      superiorResults,
      returnReason: row.returnReason,
      submittedAt: row.submittedAt?.toISOString() ?? null,
      determinedAt: row.determinedAt?.toISOString() ?? null,
      findings: open ? skpFindings(results, superiorResults.length > 0) : [],
      actions: this.actions(actor, row, today.evaluator),
    };
  }

  /** Results of the evaluator's determined SKP over the same days (BN 7: drawn up on the superior's SKP). */
  async superiorResults(row: SkpRow, evaluator: EvaluatorPerson | null): Promise<{ id: Uuid; title: string }[]> {
    return evaluator ? this.content.determinedResults(evaluator.employmentId, row.periodFrom, row.periodTo) : [];
  }

  async items(rows: SkpRow[], today: IsoDate): Promise<SkpItem[]> {
    const items: SkpItem[] = [];
    for (const row of rows) {
      const law = await this.regulations.lawOn(row.periodFrom, row.kind);
      const settledOn = row.determinedAt ? localDate(row.determinedAt, law.timeZone) : today;
      const { id, employmentId, personName, nip, postName, unitName, year, periodFrom, periodTo, status, version } = row;
      // TL 13(1), BN 9(1): late when determined after the day, or still not determined past it.
      const late = settledOn > skpDueDate(row.periodFrom, law).date;
      items.push({ id, employmentId, personName, nip, postName, unitName, year, periodFrom, periodTo, status, late, version });
    }
    return items;
  }

  /** Who has no determined SKP (BK 2(1), KS 23(1)), within the SKPDs the caller answers for. */
  async missing(actor: Actor, query: MissingSkpQuery): Promise<Page<MissingSkpItem>> {
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'text', 'uuid');
    const date = clamp(actor.today, `${query.year}-01-01`, `${query.year}-12-31`);
    const scope = reach(actor, ['superadmin', 'auditor', 'unit-admin', 'unit-head']);
    const skpdIds = query.skpdId === undefined ? scope : scope === null || scope.includes(query.skpdId) ? [query.skpdId] : [];
    await this.audit.logRead(actor, 'skp.missing', 'skp-year', String(query.year));
    const rows = await this.skps.missing({
      date,
      skpdIds,
      kinds: await this.kindsWithSkp(date),
      after: after && { name: after[0], id: after[1] },
      limit: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => [row.sortName, row.employmentId]);
    return { ...page, items: page.items.map(({ sortName: _, ...item }) => item) };
  }

  /** Kinds of employee that the law of the day obliges to have an SKP: "setiap ASN" (BK 2(1)), so never the regent. */
  private async kindsWithSkp(date: IsoDate): Promise<EmployeeKind[]> {
    const kinds: EmployeeKind[] = [];
    for (const kind of EMPLOYEE_KINDS) {
      const { rules } = (await this.regulations.lawOn(date, kind)).performance;
      if (kind !== 'non-asn' && (rules.covers?.includes(kind) ?? true)) kinds.push(kind);
    }
    return kinds;
  }

  private actions(actor: Actor, row: SkpRow, evaluator: EvaluatorPerson | null): string[] {
    if (actor.employmentId === null) return [];
    if (actor.employmentId === row.employmentId) {
      const edit = row.status === 'draft' || row.status === 'returned' ? ['save'] : [];
      return [...edit, ...skpActions(row.status, 'owner')];
    }
    // Closing follows the end of the period, not a button.
    return actor.employmentId === evaluator?.employmentId ? skpActions(row.status, 'evaluator').filter((action) => action !== 'close') : [];
  }
}

function clamp(date: IsoDate, from: IsoDate, to: IsoDate): IsoDate {
  return date < from ? from : date > to ? to : date;
}
