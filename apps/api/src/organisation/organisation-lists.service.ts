import { Injectable, type StreamableFile } from '@nestjs/common';
import type { AssignmentItem } from '@ekinerja/contracts/assignments';
import type { AssignmentKind, IsoDate, Page, Uuid } from '@ekinerja/contracts/basics';
import { AuditService } from '../audit/audit.service.js';
import { reach, type Actor } from '../platform/access/actor.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import { partOfPerson } from '../platform/database/search.js';
import { listSheet, listWorkbook } from '../platform/spreadsheet/list-workbook.js';
import { AssignmentListsRepository } from './assignment-lists.repository.js';
import { EvaluatorActsService } from './evaluator-acts.service.js';
import { ASSIGNMENT_COLUMNS, AUTHORITY_COLUMNS, DELEGATION_COLUMNS, OVERRIDE_COLUMNS, UNIT_COLUMNS } from './organisation-columns.js';
import { UnitsRepository } from './units.repository.js';

const READERS = ['superadmin', 'auditor', 'staffing-manager', 'unit-admin', 'unit-head'] as const;
/** More rows than any government has; a workbook is one file. */
const ROWS_OF_A_WORKBOOK = 200_000;

export interface ListAssignments {
  q?: string;
  skpdId?: Uuid;
  kind?: AssignmentKind;
  withoutDecree?: boolean;
  date?: IsoDate;
  cursor?: string;
  limit?: number;
}

/** Assignments as a list, and every list of the organisation as a workbook; an export is noted in the audit. */
@Injectable()
export class OrganisationListsService {
  constructor(
    private readonly assignments: AssignmentListsRepository,
    private readonly units: UnitsRepository,
    private readonly acts: EvaluatorActsService,
    private readonly audit: AuditService,
  ) {}

  async list(actor: Actor, query: ListAssignments): Promise<Page<AssignmentItem>> {
    const limit = pageLimit(query.limit);
    const rows = await this.assignments.list(query.date ?? actor.today, { ...filterOf(actor, query), limit: limit + 1 });
    const page = pageOf(rows, limit, (row) => [row.sortName, row.id]);
    return { ...page, items: page.items.map(({ sortName: _sortName, ...item }) => item) };
  }

  async assignmentsWorkbook(actor: Actor, query: ListAssignments): Promise<StreamableFile> {
    const date = query.date ?? actor.today;
    const rows = await this.assignments.list(date, { ...filterOf(actor, query), after: null, limit: ROWS_OF_A_WORKBOOK });
    await this.exported(actor, 'assignments', query);
    return listWorkbook('penugasan.xlsx', [listSheet({ name: 'Penugasan', title: `Penugasan per ${date}`, columns: ASSIGNMENT_COLUMNS, rows })]);
  }

  async unitsWorkbook(actor: Actor, date: IsoDate = actor.today): Promise<StreamableFile> {
    const rows = await this.units.all(date, reach(actor, READERS));
    await this.exported(actor, 'units', { date });
    return listWorkbook('unit.xlsx', [listSheet({ name: 'Unit', title: `Unit per ${date}`, columns: UNIT_COLUMNS, rows })]);
  }

  async actsWorkbook(actor: Actor): Promise<StreamableFile> {
    const title = (what: string) => `${what} per ${actor.today}`;
    await this.exported(actor, 'evaluator-acts', {});
    return listWorkbook('penilai-khusus.xlsx', [
      listSheet({ name: 'Pendelegasian', title: title('Pendelegasian'), columns: DELEGATION_COLUMNS, rows: await this.acts.delegations(actor) }),
      listSheet({ name: 'Penetapan khusus', title: title('Penetapan khusus'), columns: OVERRIDE_COLUMNS, rows: await this.acts.overrides(actor) }),
      listSheet({ name: 'PPK dan PyB', title: title('PPK dan PyB'), columns: AUTHORITY_COLUMNS, rows: await this.acts.authorities() }),
    ]);
  }

  private async exported(actor: Actor, what: string, query: object): Promise<void> {
    await this.audit.record({ actor, action: `${what}.exported`, subjectType: what, subjectId: 'all', after: { ...query } });
  }
}

function filterOf(actor: Actor, { q, skpdId, kind, withoutDecree, cursor }: ListAssignments) {
  const held = reach(actor, READERS);
  const skpdIds = skpdId === undefined ? held : held === null || held.includes(skpdId) ? [skpdId] : [];
  const pattern = partOfPerson(q);
  return { skpdIds, kind: kind ?? null, withoutDecree: withoutDecree ?? false, pattern, after: readCursor(cursor, 'text', 'uuid') };
}
