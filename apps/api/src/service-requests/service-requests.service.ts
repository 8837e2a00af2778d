import { Injectable } from '@nestjs/common';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { FileRequest, RequestDetail, RequestForm, RequestItem, RequestQueue, RequestStatus, RequestStepRequest } from '@ekinerja/contracts/service-requests';
import type { LawSet } from '@ekinerja/regulations/law';
import { AuditService } from '../audit/audit.service.js';
import { DocumentsService } from '../documents/documents.service.js';
import { NotificationsService } from '../notifications/notifications.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { reach, reaches, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import type { PageQuery } from '../platform/http/page.query.js';
import type { Upload } from '../platform/http/upload.js';
import { requireVersion } from '../platform/http/versions.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { FileStorage } from '../platform/storage/file-storage.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { RequestEntryService } from './request-entry.service.js';
import { requestForm } from './request-form.js';
import { RequestsRepository, type RequestRow } from './requests.repository.js';

const DESK: readonly string[] = ['secretariat-officer', 'subsection-officer', 'superadmin', 'field-head', 'agency-head', 'auditor'];
const DAY_MS = 86_400_000;

/** The service desk: a file goes step by step as the regulation has it (BK 8–15). */
@Injectable()
export class ServiceRequestsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly requests: RequestsRepository,
    private readonly entry: RequestEntryService,
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
    private readonly documents: DocumentsService,
    private readonly files: FileStorage,
    private readonly notifications: NotificationsService,
    private readonly audit: AuditService,
  ) {}

  async form(actor: Actor): Promise<RequestForm> {
    return requestForm(await this.regulations.lawOn(actor.today));
  }

  /** A draft with its number; it goes on its way when it is handed in. */
  async file(actor: Actor, { kind, employmentId, reason, content }: FileRequest): Promise<RequestDetail> {
    return this.db.transaction(async () => {
      const law = await this.regulations.lawOn(actor.today);
      const found = requestForm(law).kinds.find(({ code }) => code === kind);
      if (!found) throw refusedByRule({ code: 'request.unknown', params: {} });
      const skpdId = (await this.organisation.onDate(actor.today)).definitivePost(employmentId)?.skpdId ?? null;
      const own = actor.employmentId === employmentId && found.filedBy.includes('owner');
      const byAdmin = skpdId !== null && reaches(actor, 'unit-admin', skpdId) && actor.employmentId !== employmentId && found.filedBy.includes('unit-admin');
      if (!own && !byAdmin) {
        if (actor.employmentId === employmentId || (await this.organisation.mayRead(actor, employmentId))) throw refusedByRule({ code: 'request.filer', params: {}, cite: found.cite });
        throw new DomainError('not-found');
      }
      if (skpdId === null) throw refusedByRule({ code: 'request.no-post', params: {} });
      if (content.reopens && !found.reopens.includes(content.reopens)) throw refusedByRule({ code: 'request.reopens', params: {}, cite: found.cite });
      const { number } = await this.documents.reserve('PLY', Number(actor.today.slice(0, 4)));
      const id = await this.requests.insert({ number, kind, employmentId, skpdId, reason, content, filedOn: actor.today, at: this.clock.now(), filedBy: actor.accountId, filedByName: nameOf(actor) });
      await this.audit.record({ actor, action: 'service-request.drafted', subjectType: 'service-request', subjectId: id, after: { kind, number, employmentId, content }, reason });
      return this.shown(actor, id);
    });
  }

  async attach(actor: Actor, id: Uuid, code: string, upload: Upload): Promise<RequestDetail> {
    return this.db.transaction(async () => {
      const { row, law } = await this.opened(actor, id);
      this.requireFiler(actor, row);
      if (row.status !== 'returned') throw new DomainError('state-refused', { status: row.status, action: 'attach' });
      if (!kindOf(row, law)?.attachments.some((one) => one.code === code)) throw new DomainError('not-found');
      if (!upload.content.subarray(0, 5).equals(Buffer.from('%PDF-')) && !['image/jpeg', 'image/png'].includes(upload.mediaType)) throw new DomainError('file-unreadable', { reason: 'not-a-paper' });
      const file = await this.files.store({ ...upload, storedBy: actor.accountId });
      await this.requests.attach(id, code, file.id);
      await this.audit.record({ actor, action: 'service-request.attached', subjectType: 'service-request', subjectId: id, after: { code, sha256: file.sha256 } });
      return this.shown(actor, id);
    });
  }

  /** Handed in, or handed in again where it was returned. */
  async submit(actor: Actor, id: Uuid, seen: number | null): Promise<RequestDetail> {
    return this.db.transaction(async () => {
      const { row, law } = await this.opened(actor, id);
      this.requireFiler(actor, row);
      requireVersion(seen, row, await this.shown(actor, id));
      if (row.status !== 'returned') throw new DomainError('state-refused', { status: row.status, action: 'submit' });
      const step = Math.max(0, row.step);
      await this.requests.move(id, { status: 'filed', step }, this.clock.now());
      await this.note(actor, row, { step: null, outcome: row.step < 0 ? 'filed' : 'refiled', note: row.reason, reference: null });
      await this.tellStep(actor, row, law, step);
      return this.shown(actor, id);
    });
  }

  async step(actor: Actor, id: Uuid, seen: number | null, { outcome, note, reference, complete }: RequestStepRequest): Promise<RequestDetail> {
    return this.db.transaction(async () => {
      const { row, law } = await this.opened(actor, id);
      requireVersion(seen, row, await this.shown(actor, id));
      const form = requestForm(law);
      const step = row.status === 'filed' ? form.steps[row.step] : undefined;
      const kind = kindOf(row, law);
      if (!step || !kind) throw new DomainError('state-refused', { status: row.status, action: outcome });
      if (!actor.roles.some(({ role }) => role === step.by)) throw new DomainError('not-yours-to-decide');
      // Nobody handles the file about themselves.
      if (row.employmentId === actor.employmentId) throw new DomainError('not-yours-to-decide');
      const at = this.clock.now();
      let missing: string[] = [];
      if (step.does === 'check') {
        const files = await this.requests.files(id);
        const ticked = (complete ?? []).filter((code) => files.some((file) => file.code === code));
        await this.requests.check(id, ticked);
        missing = kind.attachments.filter(({ code }) => !ticked.includes(code)).map(({ code }) => code);
        // BK 11(3): only a complete file goes on to be entered.
        if (outcome === 'forward' && missing.length > 0) throw refusedByRule({ code: 'request.incomplete', params: { count: missing.length }, cite: step.cite });
      }
      if ((step.does === 'agenda' || step.does === 'archive') && outcome === 'forward' && !reference) throw new DomainError('validation-failed', {}, { fields: [{ field: 'reference', rule: 'required' }] });
      if (outcome === 'refuse' && step.does !== 'approve') throw new DomainError('state-refused', { status: step.code, action: 'refuse' });
      if (outcome === 'return' && step.does !== 'check' && step.does !== 'approve') throw new DomainError('state-refused', { status: step.code, action: 'return' });
      if (outcome === 'forward' && step.does === 'enter') await this.entry.apply(actor, row, kind.effect);
      await this.note(actor, row, { step: row.step, outcome, note, reference });
      if (outcome === 'return') await this.requests.move(id, { status: 'returned', step: row.step, missing }, at);
      else if (outcome === 'refuse') await this.requests.move(id, { status: 'refused', step: row.step }, at);
      else {
        const last = row.step + 1 >= form.steps.length;
        await this.requests.move(id, { status: last ? 'done' : 'filed', step: row.step + (last ? 0 : 1), archivePlace: step.does === 'archive' ? reference : null }, at);
        if (!last) await this.tellStep(actor, row, law, row.step + 1);
        // BK 13: the unit admin is told that the change is made; by the setting the applicant as well.
        if (step.does === 'notify') await this.tellDone(actor, row);
      }
      if (outcome !== 'forward') await this.tellApplicant(row, `${step.code}:${outcome}`, step.name);
      await this.audit.record({ actor, action: `service-request.${outcome}`, subjectType: 'service-request', subjectId: id, before: { step: step.code }, after: { reference, missing }, reason: note });
      return this.shown(actor, id);
    });
  }

  async get(actor: Actor, id: Uuid): Promise<RequestDetail> {
    return this.shown(actor, id);
  }

  async download(actor: Actor, id: Uuid, code: string): Promise<{ name: string; mediaType: string; content: Buffer }> {
    const row = await this.readable(actor, id);
    const file = (await this.requests.files(id)).find((one) => one.code === code);
    const stored = file && (await this.files.read(file.fileId));
    if (!stored) throw new DomainError('not-found');
    await this.audit.logRead(actor, 'service-request.file', 'employment', row.employmentId);
    return { name: stored.file.name, mediaType: stored.file.mediaType, content: stored.content };
  }

  async list(actor: Actor, query: PageQuery & { status?: RequestStatus }): Promise<Page<RequestItem>> {
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'instant', 'uuid') as [string, Uuid] | null;
    const desk = this.atDesk(actor);
    const rows = await this.requests.list({
      skpdIds: desk ? null : (reach(actor, ['unit-admin', 'unit-head']) ?? []), employmentId: actor.employmentId, accountId: actor.accountId, status: query.status ?? null,
      after: after && { at: after[0], id: after[1] }, limit: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => [row.filedAt.toISOString(), row.id]);
    const items: RequestItem[] = [];
    for (const row of page.items) items.push(this.item(actor, row, await this.lawOf(row)));
    return { ...page, items };
  }

  async queue(actor: Actor): Promise<RequestQueue> {
    const waiting = await this.requests.waiting();
    const { steps } = await this.form(actor);
    return {
      steps: steps.map(({ code, name, by }, at) => {
        const here = waiting.find(({ step }) => step === at);
        return { code, name, by, waiting: here?.count ?? 0, oldestDays: here ? this.days(here.oldest) : null };
      }),
    };
  }

  private async note(actor: Actor, row: RequestRow, event: { step: number | null; outcome: 'filed' | 'refiled' | RequestStepRequest['outcome']; note: string; reference: string | null }): Promise<void> {
    await this.requests.addEvent(row.id, { ...event, at: this.clock.now(), accountId: actor.accountId, by: nameOf(actor) });
  }

  private async tellStep(actor: Actor, row: RequestRow, law: LawSet, at: number): Promise<void> {
    const step = requestForm(law).steps[at];
    if (!step) return;
    const version = row.version;
    await this.notifications.tellAccounts(await this.requests.holders(step.by, null, actor.today), { topic: 'request-waiting', key: `request:${row.id}:${step.code}:${version}`, params: { name: row.number }, path: `/pelayanan/${row.id}` });
    await this.tellApplicant(row, `${step.code}:${version}`, step.name);
  }

  private async tellApplicant(row: RequestRow, key: string, step: string): Promise<void> {
    await this.notifications.tellAccounts([row.filedBy], { topic: 'request-moved', key: `request:${row.id}:at:${key}`, params: { name: row.number, step }, path: `/pelayanan/${row.id}` });
  }

  private async tellDone(actor: Actor, row: RequestRow): Promise<void> {
    const admins = await this.requests.holders('unit-admin', row.skpdId, actor.today);
    await this.notifications.tellAccounts([...new Set([...admins, row.filedBy])], { topic: 'request-done', key: `request:${row.id}:done`, params: { name: row.number }, path: `/pelayanan/${row.id}` });
  }

  private requireFiler(actor: Actor, row: RequestRow): void {
    if (row.filedBy !== actor.accountId) throw new DomainError('not-yours-to-decide');
  }

  private async opened(actor: Actor, id: Uuid): Promise<{ row: RequestRow; law: LawSet }> {
    await this.readable(actor, id);
    const row = (await this.requests.lock(id)) as RequestRow;
    return { row, law: await this.lawOf(row) };
  }

  private async readable(actor: Actor, id: Uuid): Promise<RequestRow> {
    const row = await this.requests.find(id);
    if (!row) throw new DomainError('not-found');
    const own = row.employmentId === actor.employmentId || row.filedBy === actor.accountId;
    const unit = reaches(actor, 'unit-admin', row.skpdId) || reaches(actor, 'unit-head', row.skpdId);
    if (!own && !unit && !(this.atDesk(actor) && row.step >= 0)) throw new DomainError('not-found');
    return row;
  }

  private atDesk(actor: Actor): boolean {
    return actor.roles.some(({ role }) => DESK.includes(role));
  }

  private lawOf(row: RequestRow): Promise<LawSet> {
    return this.regulations.lawOn(row.filedOn);
  }

  private days(since: Date): number {
    return Math.floor((this.clock.now().getTime() - since.getTime()) / DAY_MS);
  }

  private item(actor: Actor, row: RequestRow, law: LawSet): RequestItem {
    const step = row.status === 'filed' ? requestForm(law).steps[row.step] : undefined;
    const { id, number, kind, employmentId, personName, nip, unitName, status, version } = row;
    return {
      id, number, kind, employmentId, personName, nip, unitName, status, version, kindName: kindOf(row, law)?.name ?? kind, step: step?.code ?? null, stepName: step?.name ?? null,
      stepBy: step?.by ?? null, since: row.since.toISOString(), filedAt: row.filedAt.toISOString(), daysOpen: this.days(row.filedAt), daysHere: this.days(row.since),
      mine: step !== undefined && actor.roles.some(({ role }) => role === step.by),
    };
  }

  private async shown(actor: Actor, id: Uuid): Promise<RequestDetail> {
    const row = await this.readable(actor, id);
    const law = await this.lawOf(row);
    const form = requestForm(law);
    const kind = kindOf(row, law);
    const files = await this.requests.files(id);
    const step = row.status === 'filed' ? form.steps[row.step] : undefined;
    return {
      ...this.item(actor, row, law),
      reason: row.reason, content: row.content, effect: kind?.effect ?? 'record', filedBy: row.filedByName, missing: row.missing, archivePlace: row.archivePlace,
      attachments: (kind?.attachments ?? []).map((one) => {
        const file = files.find(({ code }) => code === one.code);
        return { ...one, fileId: file?.fileId ?? null, fileName: file?.fileName ?? null, checked: file?.complete ?? null };
      }),
      events: (await this.requests.events(id)).map((event) => {
        const of = event.step === null ? undefined : form.steps[event.step];
        return { ...event, step: of?.code ?? null, stepName: of?.name ?? 'Pengajuan', at: event.at.toISOString(), cite: of?.cite ?? null };
      }),
      does: step?.does ?? null, cite: step?.cite ?? kind?.cite ?? null, mayEdit: row.filedBy === actor.accountId && row.status === 'returned',
    };
  }
}

function kindOf(row: RequestRow, law: LawSet) {
  return requestForm(law).kinds.find(({ code }) => code === row.kind);
}

function nameOf(actor: Actor): string {
  return actor.personName ?? actor.username;
}
