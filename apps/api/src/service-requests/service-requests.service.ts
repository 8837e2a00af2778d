import { Injectable, type StreamableFile } from '@nestjs/common';
import type { IsoDate, Page, Uuid } from '@ekinerja/contracts/basics';
import type {
  AgendaItem, LateEntryChoice, RequestActor, RequestChoice, RequestChoiceKind, RequestDetail, RequestForm, RequestItem, RequestQueue, RequestStatus, RequestTasks,
} from '@ekinerja/contracts/service-requests';
import { requestForm, requestKind } from '@ekinerja/regulations/service-requests';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { reach, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { partOf, partOfPerson } from '../platform/database/search.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import type { PageQuery } from '../platform/http/page.query.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { listSheet, listWorkbook } from '../platform/spreadsheet/list-workbook.js';
import { FileStorage } from '../platform/storage/file-storage.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { LateEntryService } from '../skp/late-entry.service.js';
import { AgendaRepository, type AgendaRow } from './agenda.repository.js';
import { RequestChoicesRepository } from './request-choices.repository.js';
import { RequestContentService } from './request-content.service.js';
import { RequestViewService } from './request-view.service.js';
import { RequestsRepository } from './requests.repository.js';

const DAY_MS = 86_400_000;
/** An agenda book of a year fits one workbook. */
const WORKBOOK_ROWS = 20_000;
const STATUS_WORDS: Record<RequestStatus, string> = { filed: 'Berjalan', returned: 'Di tangan pemohon', refused: 'Ditolak', withdrawn: 'Ditarik', done: 'Selesai' };

export interface AgendaFilter {
  book?: string;
  year?: number;
  q?: string;
}

/** Reading at the service desk: kinds, lists, queues, agenda books and single files (BK 8–15). */
@Injectable()
export class ServiceRequestsService {
  constructor(
    private readonly clock: Clock,
    private readonly requests: RequestsRepository,
    private readonly agendas: AgendaRepository,
    private readonly choicesOf: RequestChoicesRepository,
    private readonly view: RequestViewService,
    private readonly contents: RequestContentService,
    private readonly lateEntries: LateEntryService,
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
    private readonly files: FileStorage,
    private readonly audit: AuditService,
  ) {}

  async form(actor: Actor): Promise<RequestForm> {
    return requestForm(await this.regulations.lawOn(actor.today));
  }

  get(actor: Actor, id: Uuid): Promise<RequestDetail> {
    return this.view.shown(actor, id);
  }

  async download(actor: Actor, id: Uuid, code: string): Promise<{ name: string; mediaType: string; content: Buffer }> {
    const row = await this.view.readable(actor, id);
    const file = (await this.requests.files(id)).find((one) => one.code === code);
    const stored = file && (await this.files.read(file.fileId));
    if (!stored) throw new DomainError('not-found');
    await this.audit.logRead(actor, 'service-request.file', 'employment', row.employmentId);
    return { name: stored.file.name, mediaType: stored.file.mediaType, content: stored.content };
  }

  /** Those that wait for the reader stand first. */
  async list(actor: Actor, query: PageQuery & { status?: RequestStatus; kind?: string; step?: string; mine?: boolean; reported?: boolean; q?: string }): Promise<Page<RequestItem>> {
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'number', 'instant', 'uuid') as [number, string, Uuid] | null;
    const rows = await this.requests.list({
      skpdIds: this.view.atDesk(actor) ? null : (reach(actor, ['unit-admin', 'unit-head']) ?? []), employmentId: actor.employmentId, accountId: actor.accountId,
      roles: actor.roles.map(({ role }) => role), status: query.status ?? null, kind: query.kind ?? null, step: query.step ?? null, mine: query.mine ?? false, reported: query.reported ?? false, q: query.q ?? null,
      after: after && { mine: after[0], at: after[1], id: after[2] }, limit: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => [row.mine ? 1 : 0, row.filedAt.toISOString(), row.id]);
    const items: RequestItem[] = [];
    for (const row of page.items) items.push(this.view.item(actor, row, requestKind(await this.view.lawOf(row), row.kind)));
    return { ...page, items };
  }

  async queue(actor: Actor): Promise<RequestQueue> {
    const waiting = await this.requests.waiting();
    const steps = new Map<string, { code: string; name: string; by: RequestActor }>();
    for (const kind of (await this.form(actor)).kinds) for (const { code, name, by } of kind.steps) steps.set(code, { code, name, by });
    return {
      steps: [...steps.values()].map((step) => {
        const here = waiting.find(({ code }) => code === step.code);
        return { ...step, waiting: here?.count ?? 0, oldestDays: here ? Math.floor((this.clock.now().getTime() - here.oldest.getTime()) / DAY_MS) : null };
      }),
    };
  }

  tasks(actor: Actor): Promise<RequestTasks> {
    return this.requests.tasks(actor.roles.map(({ role }) => role), actor.employmentId, actor.accountId);
  }

  async agenda(actor: Actor, query: PageQuery & AgendaFilter): Promise<Page<AgendaItem>> {
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'instant', 'uuid', 'text') as [string, Uuid, string] | null;
    const rows = await this.agendas.list({ ...this.agendaFilter(actor, query), after: after && { at: after[0], id: after[1], book: after[2] }, limit: limit + 1 });
    const page = pageOf(rows, limit, (row) => [row.at.toISOString(), row.requestId, row.book]);
    return { ...page, items: await this.agendaItems(page.items) };
  }

  async agendaWorkbook(actor: Actor, query: AgendaFilter): Promise<StreamableFile> {
    const filter = this.agendaFilter(actor, query);
    const items = await this.agendaItems(await this.agendas.list({ ...filter, after: null, limit: WORKBOOK_ROWS }));
    await this.audit.logReadOf(actor, items.map(({ employmentId }) => employmentId));
    const column = (heading: string, width: number, value: (row: AgendaItem) => string | null) => ({ heading, width, value });
    return listWorkbook(`agenda-${filter.year}.xlsx`, [
      listSheet<AgendaItem>({
        name: `Agenda ${filter.year}`, title: `Buku agenda permohonan ${filter.year}`, rows: items.reverse(),
        columns: [
          column('Buku', 24, (row) => row.bookName), column('Nomor agenda', 18, (row) => row.number), column('Tanggal', 12, (row) => dayOf(row.at, this.clock.timeZone)),
          column('Dicatat oleh', 28, (row) => row.by), column('Nomor berkas', 20, (row) => row.requestNumber), column('Jenis', 36, (row) => row.kindName), column('NIP', 22, (row) => row.nip),
          column('Pegawai', 32, (row) => row.personName), column('Perangkat daerah', 36, (row) => row.unitName), column('Keadaan', 18, (row) => STATUS_WORDS[row.status]),
          column('Tempat arsip', 24, (row) => row.archivePlace),
        ],
      }),
    ]);
  }

  /** Whom and what a file can name: the people of the admin's SKPDs, officials as evaluators, people of the own SKPD as its admin, posts. */
  async choices(actor: Actor, what: RequestChoiceKind, q: string, on: IsoDate | null): Promise<RequestChoice[]> {
    const date = on ?? actor.today;
    if (what === 'post') return this.choicesOf.posts(partOf(q), date);
    const ruled = reach(actor, ['unit-admin']) ?? [];
    const own = actor.employmentId && (await this.organisation.onDate(actor.today)).definitivePost(actor.employmentId)?.skpdId;
    return this.choicesOf.people({
      pattern: partOfPerson(q), date: actor.today, not: what === 'admin' ? null : actor.employmentId, officials: what === 'evaluator', withAccount: what === 'admin',
      skpdIds: what === 'evaluator' ? null : what === 'person' ? ruled : [...ruled, ...(own ? [own] : [])],
    });
  }

  classes(actor: Actor): Promise<string[]> {
    return this.contents.classes(actor.today);
  }

  /** What of the caller's own SKPs stands closed and can be opened again by a late entry. */
  async lateEntry(actor: Actor): Promise<LateEntryChoice[]> {
    return actor.employmentId === null ? [] : this.lateEntries.choices(actor.employmentId, actor.today);
  }

  private agendaFilter(actor: Actor, { book, year, q }: AgendaFilter) {
    return { book: book ?? null, year: year ?? Number(actor.today.slice(0, 4)), q: q ?? null };
  }

  private async agendaItems(rows: AgendaRow[]): Promise<AgendaItem[]> {
    const items: AgendaItem[] = [];
    for (const { filedOn, kind: code, year: _, ...row } of rows) {
      const kind = requestKind(await this.regulations.lawOn(filedOn), code);
      items.push({ ...row, at: row.at.toISOString(), kindName: kind?.name ?? code, bookName: kind?.steps.find((step) => step.code === row.book)?.name ?? row.book });
    }
    return items;
  }
}

function dayOf(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(instant));
}
