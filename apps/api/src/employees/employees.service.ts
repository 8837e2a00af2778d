import { Injectable, type StreamableFile } from '@nestjs/common';
import type { IsoDate, Page, Uuid } from '@ekinerja/contracts/basics';
import type { EmployeeDetail, EmployeeItem, ListEmployeesQuery } from '@ekinerja/contracts/employees';
import type { EvaluatorAnswerView } from '@ekinerja/contracts/organisation';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { reach, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { partOfPerson } from '../platform/database/search.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { listSheet, listWorkbook } from '../platform/spreadsheet/list-workbook.js';
import { EMPLOYEE_COLUMNS } from './employee-columns.js';
import { EmployeesRepository, type EmployeeByNip, type EmployeeRow, type EmployeeScope } from './employees.repository.js';

export type { EmployeeByNip } from './employees.repository.js';

/** More people than any government has. */
const PEOPLE_OF_A_WORKBOOK = 200_000;

/** People as employees: who may see whom, their posts, and who evaluates them. */
@Injectable()
export class EmployeesService {
  constructor(
    private readonly repository: EmployeesRepository,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: ListEmployeesQuery): Promise<Page<EmployeeItem>> {
    const limit = pageLimit(query.limit);
    const rows = await this.repository.list(actor.today, await this.scopeOf(actor), {
      pattern: partOfPerson(query.q),
      skpdId: query.skpdId ?? null,
      after: readCursor(query.cursor, 'text', 'uuid'),
      limit: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => [row.sortName, row.employmentId]);
    return { ...page, items: page.items.map(itemOf) };
  }

  /** The same list whole; whose data leaves is noted in the audit. */
  async workbook(actor: Actor, { q, skpdId }: ListEmployeesQuery): Promise<StreamableFile> {
    const rows = await this.repository.list(actor.today, await this.scopeOf(actor), { pattern: partOfPerson(q), skpdId: skpdId ?? null, after: null, limit: PEOPLE_OF_A_WORKBOOK });
    await this.audit.record({ actor, action: 'employees.exported', subjectType: 'employees', subjectId: skpdId ?? 'all', after: { q: q ?? null, rows: rows.length } });
    return listWorkbook('pegawai.xlsx', [listSheet({ name: 'Pegawai', title: `Pegawai per ${actor.today}`, columns: EMPLOYEE_COLUMNS, rows: rows.map(itemOf) })]);
  }

  /** @throws DomainError `not-found` for a person the actor may not see. */
  async detail(actor: Actor, employmentId: Uuid): Promise<EmployeeDetail> {
    await this.organisation.requireReadable(actor, employmentId);
    const subordinateIds = await this.organisation.subordinatesOn(employmentId, actor.today);
    const rows = await this.repository.byIds([employmentId, ...subordinateIds], actor.today);
    const own = rows.find((row) => row.employmentId === employmentId);
    if (!own) throw new DomainError('not-found');
    if (own.personId !== actor.personId) await this.audit.logRead(actor, 'employee', 'employment', employmentId);
    return {
      ...itemOf(own),
      validFrom: own.validFrom,
      validTo: own.validTo,
      posts: await this.repository.postsHeld(employmentId, actor.today),
      subordinates: rows.filter((row) => row !== own).map(itemOf),
    };
  }

  /** Who evaluates a person on a date, with the whole chain that was walked. */
  async evaluator(actor: Actor, employmentId: Uuid, date: IsoDate = this.clock.today()): Promise<EvaluatorAnswerView> {
    await this.organisation.requireReadable(actor, employmentId);
    const own = await this.organisation.evaluatorOn(employmentId, date);
    const superior = await this.organisation.evaluatorSuperiorOn(employmentId, date);
    return { date, evaluator: own.evaluator, chain: own.chain, superior: superior.evaluator, superiorChain: superior.chain };
  }

  /** Employments by the NIP in force on a date; a NIP nobody has is missing from the map. */
  async byNip(nips: string[], date: IsoDate): Promise<Map<string, EmployeeByNip>> {
    const rows = await this.repository.byNip([...new Set(nips)], date);
    return new Map(rows.map((row) => [row.nip, row]));
  }

  /** Superadmin, auditor, staffing manager and sector administrator everywhere, unit admin and unit head in their SKPD, an evaluator the own subordinates. */
  private async scopeOf(actor: Actor): Promise<EmployeeScope> {
    const skpdIds = reach(actor, ['superadmin', 'auditor', 'staffing-manager', 'sector-admin', 'unit-admin', 'unit-head']);
    const employmentIds = actor.employmentId ? await this.organisation.subordinatesOn(actor.employmentId, actor.today) : [];
    return { everybody: skpdIds === null, skpdIds: skpdIds ?? [], employmentIds };
  }
}

function itemOf(row: EmployeeRow): EmployeeItem {
  const { employmentId, personId, name, nip, kind, rank, postName, unitName, skpdId, skpdName } = row;
  return { employmentId, personId, name, nip, kind, rank, postName, class: row.class, unitName, skpdId, skpdName };
}
