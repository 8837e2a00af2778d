import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { AmendRequest, FileRequest, RequestDetail, RequestKind } from '@ekinerja/contracts/service-requests';
import { canWithdraw, requestKind, resumesAt } from '@ekinerja/regulations/service-requests';
import { AuditService } from '../audit/audit.service.js';
import { DocumentsService } from '../documents/documents.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Upload } from '../platform/http/upload.js';
import { requireVersion } from '../platform/http/versions.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { FileStorage } from '../platform/storage/file-storage.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { RequestContentService } from './request-content.service.js';
import { RequestNoticesService } from './request-notices.service.js';
import { nameOf, RequestViewService, type OpenRequest } from './request-view.service.js';
import { RequestsRepository } from './requests.repository.js';

/** The applicant's side of a file: drawn up, put right, handed in, taken back (BK 8). */
@Injectable()
export class RequestFilingService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly requests: RequestsRepository,
    private readonly view: RequestViewService,
    private readonly contents: RequestContentService,
    private readonly notices: RequestNoticesService,
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
    private readonly documents: DocumentsService,
    private readonly files: FileStorage,
    private readonly audit: AuditService,
  ) {}

  /** A draft with its number; it goes on its way when it is handed in. */
  async file(actor: Actor, { kind: code, employmentId, reason, content }: FileRequest): Promise<RequestDetail> {
    return this.db.transaction(async () => {
      const kind = requestKind(await this.regulations.lawOn(actor.today), code);
      if (!kind) throw refusedByRule({ code: 'request.unknown', params: {} });
      const skpdId = (await this.organisation.onDate(actor.today)).definitivePost(employmentId)?.skpdId ?? null;
      if (!this.view.mayFile(actor, kind, employmentId, skpdId)) {
        if (actor.employmentId === employmentId || (await this.organisation.mayRead(actor, employmentId))) throw refusedByRule({ code: 'request.filer', params: {}, cite: kind.cite });
        throw new DomainError('not-found');
      }
      if (skpdId === null) throw refusedByRule({ code: 'request.no-post', params: {} });
      await this.contents.requireUsable(kind, employmentId, skpdId, content, actor.today);
      const { number } = await this.documents.reserve('PLY', Number(actor.today.slice(0, 4)));
      const id = await this.requests.insert({ number, kind: code, employmentId, skpdId, reason, content, filedOn: actor.today, at: this.clock.now(), filedBy: actor.accountId, filedByName: nameOf(actor) });
      await this.audit.record({ actor, action: 'service-request.drafted', subjectType: 'service-request', subjectId: id, after: { kind: code, number, employmentId, content }, reason });
      return this.view.shown(actor, id);
    });
  }

  /** A draft or a returned file is put right; what was approved in another form is approved again. */
  async amend(actor: Actor, id: Uuid, seen: number | null, { reason, content }: AmendRequest): Promise<RequestDetail> {
    return this.db.transaction(async () => {
      const { row, kind } = await this.mine(actor, id, seen, 'amend');
      await this.contents.requireUsable(kind, row.employmentId, row.skpdId, content, actor.today);
      await this.requests.amend(id, reason, content);
      if (row.step >= 0) await this.note(actor, row.id, 'amended', reason);
      await this.audit.record({
        actor, action: 'service-request.amended', subjectType: 'service-request', subjectId: id, before: { reason: row.reason, content: row.content }, after: { reason, content },
      });
      return this.view.shown(actor, id);
    });
  }

  async attach(actor: Actor, id: Uuid, code: string, upload: Upload): Promise<RequestDetail> {
    return this.db.transaction(async () => {
      const { kind } = await this.mine(actor, id, undefined, 'attach');
      if (!kind.attachments.some((one) => one.code === code)) throw new DomainError('not-found');
      if (!upload.content.subarray(0, 5).equals(Buffer.from('%PDF-')) && !['image/jpeg', 'image/png'].includes(upload.mediaType)) throw new DomainError('file-unreadable', { reason: 'not-a-paper' });
      const file = await this.files.store({ ...upload, storedBy: actor.accountId });
      await this.requests.attach(id, code, file.id);
      await this.audit.record({ actor, action: 'service-request.attached', subjectType: 'service-request', subjectId: id, after: { code, sha256: file.sha256 } });
      return this.view.shown(actor, id);
    });
  }

  /** Handed in, or handed in again where it was returned: its content must still be usable on the day. */
  async submit(actor: Actor, id: Uuid, seen: number | null): Promise<RequestDetail> {
    return this.db.transaction(async () => {
      const { row, kind } = await this.mine(actor, id, seen, 'submit');
      await this.contents.requireUsable(kind, row.employmentId, row.skpdId, row.content, actor.today);
      const at = resumesAt(kind.steps, row.step, { content: row.contentChanged, attachments: row.attachmentsChanged });
      const step = kind.steps[at];
      if (!step) throw new DomainError('state-refused', { status: row.status, action: 'submit' });
      await this.requests.move(id, { status: 'filed', step: at, at: step }, this.clock.now());
      const outcome = row.step < 0 ? 'filed' : 'refiled';
      await this.note(actor, id, outcome, row.reason);
      await this.audit.record({ actor, action: `service-request.${outcome}`, subjectType: 'service-request', subjectId: id, before: { step: row.step }, after: { step: step.code } });
      await this.notices.waits(actor, row, kind, step);
      return this.view.shown(actor, id);
    });
  }

  /** Taken back by whoever may file it, until its change is entered. */
  async withdraw(actor: Actor, id: Uuid, seen: number | null, reason: string): Promise<RequestDetail> {
    return this.db.transaction(async () => {
      const { row, kind, step } = await this.open(actor, id, seen);
      if (row.status !== 'returned' && !(row.status === 'filed' && canWithdraw(kind.steps, row.step))) throw new DomainError('state-refused', { status: row.status, action: 'withdraw' });
      await this.requests.move(id, { status: 'withdrawn', step: row.step, at: null }, this.clock.now());
      await this.note(actor, id, 'withdrawn', reason);
      await this.audit.record({ actor, action: 'service-request.withdrawn', subjectType: 'service-request', subjectId: id, before: { status: row.status, step: step?.code ?? null }, reason });
      return this.view.shown(actor, id);
    });
  }

  private async mine(actor: Actor, id: Uuid, seen: number | null | undefined, action: string): Promise<OpenRequest & { kind: RequestKind }> {
    const open = await this.open(actor, id, seen);
    if (open.row.status !== 'returned') throw new DomainError('state-refused', { status: open.row.status, action });
    return open;
  }

  private async open(actor: Actor, id: Uuid, seen: number | null | undefined): Promise<OpenRequest> {
    const open = await this.view.opened(actor, id);
    if (!this.view.mayFile(actor, open.kind, open.row.employmentId, open.row.skpdId)) throw new DomainError('not-yours-to-decide');
    if (seen !== undefined) requireVersion(seen, open.row, await this.view.shown(actor, id));
    return open;
  }

  private async note(actor: Actor, id: Uuid, outcome: 'filed' | 'refiled' | 'amended' | 'withdrawn', note: string): Promise<void> {
    await this.requests.addEvent(id, { step: null, outcome, does: null, note, reference: null, at: this.clock.now(), accountId: actor.accountId, by: nameOf(actor) });
  }
}

