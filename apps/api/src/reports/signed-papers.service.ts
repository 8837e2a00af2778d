import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { PayRunUnitView } from '@ekinerja/contracts/pay-runs';
import type { ElectronicSignRequest, SignedPaperKind, SignedPapers } from '@ekinerja/contracts/signed-papers';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Upload } from '../platform/http/upload.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { FileStorage } from '../platform/storage/file-storage.js';
import { shownFileType } from '../platform/storage/shown-file-type.js';
import { PayRunApprovalService } from '../tpp/pay-run-approval.service.js';
import { PayRunHandOverService } from '../tpp/pay-run-hand-over.service.js';
import { ElectronicSignatureService } from './electronic-signature.service.js';
import { ReportsService, type ReportFile } from './reports.service.js';
import { SignedPapersRepository } from './signed-papers.repository.js';

const SCANS = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'];

/** Signatures on an SKPD's month: paper with its scan, or the certified electronic service where it is connected. */
@Injectable()
export class SignedPapersService {
  constructor(
    private readonly db: Database,
    private readonly repository: SignedPapersRepository,
    private readonly approvals: PayRunApprovalService,
    private readonly handOver: PayRunHandOverService,
    private readonly reports: ReportsService,
    private readonly electronic: ElectronicSignatureService,
    private readonly files: FileStorage,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, runId: Uuid, skpdId: Uuid): Promise<SignedPapers> {
    await this.approvals.readable(actor, runId, skpdId);
    const papers = (await this.repository.of(runId, skpdId)).map(({ fileId: _, ...paper }) => paper);
    return { electronic: this.electronic.configured, papers };
  }

  async file(actor: Actor, runId: Uuid, skpdId: Uuid, paper: SignedPaperKind): Promise<ReportFile> {
    await this.approvals.readable(actor, runId, skpdId);
    const known = (await this.repository.of(runId, skpdId)).find((one) => one.paper === paper);
    const stored = known && (await this.files.read(known.fileId));
    if (!stored) throw new DomainError('not-found');
    await this.audit.logRead(actor, `signed-paper.${paper}`, 'pay-run-unit', `${runId}/${skpdId}`);
    return { name: stored.file.name, mediaType: stored.file.mediaType, content: stored.content };
  }

  /** The head signed on paper on a day; who keeps the scan records it, and the step is taken in the same breath. */
  async scan(actor: Actor, runId: Uuid, skpdId: Uuid, paper: SignedPaperKind, seen: number | null, date: IsoDate, upload: Upload): Promise<PayRunUnitView> {
    const mediaType = shownFileType(upload.content);
    if (!mediaType || !SCANS.includes(mediaType)) throw new DomainError('file-unreadable', { reason: 'not-a-scan' });
    return this.db.transaction(async () => {
      const head = await this.approvals.headFor(actor, runId, skpdId, date);
      const { id: fileId } = await this.files.store({ name: upload.name, mediaType, content: upload.content, storedBy: actor.accountId });
      const view = paper === 'list'
        ? await this.approvals.signedOnPaper(actor, runId, skpdId, seen, head, { fileId, date })
        : await this.handOver.record(actor, runId, skpdId, { step: 'signed', date }, seen);
      await this.repository.insert({ runId, skpdId }, { paper, method: 'paper', fileId, signedOn: date, name: head.name, post: head.post, reference: null }, actor.accountId, this.clock.now());
      await this.audit.record({ actor, action: 'signed-paper.kept', subjectType: 'pay-run-unit', subjectId: `${runId}/${skpdId}`, after: { paper, method: 'paper', date, signer: head.employmentId, fileId } });
      return view;
    });
  }

  /** The head, or who acts for them today, signs the issued recap with their certificate. */
  async sign(actor: Actor, runId: Uuid, skpdId: Uuid, seen: number | null, secret: ElectronicSignRequest): Promise<PayRunUnitView> {
    const head = await this.approvals.requireHead(actor, skpdId);
    if (!this.electronic.configured) throw new DomainError('not-connected', { source: 'esign' });
    const today = this.clock.today();
    await this.handOver.requireOpen(runId, skpdId, seen, today);
    const known = await this.repository.of(runId, skpdId);
    if (known.some(({ paper, method }) => paper === 'recap' && method === 'electronic')) throw new DomainError('state-refused', { step: 'signed', done: true });
    const recap = await this.reports.recapPdf(actor, runId, skpdId);
    // Outside the transaction: the service takes its time, and nobody shall wait for it.
    const { content, reference } = await this.electronic.sign(recap.content, secret);
    return this.db.transaction(async () => {
      const { id: fileId } = await this.files.store({ name: recap.name.replace(/\.pdf$/, '-bertanda-tangan.pdf'), mediaType: 'application/pdf', content, storedBy: actor.accountId });
      const view = await this.handOver.recordSignature(actor, runId, skpdId, seen, today);
      await this.repository.insert({ runId, skpdId }, { paper: 'recap', method: 'electronic', fileId, signedOn: today, name: head.name, post: head.post, reference }, actor.accountId, this.clock.now());
      await this.audit.record({ actor, action: 'signed-paper.kept', subjectType: 'pay-run-unit', subjectId: `${runId}/${skpdId}`, after: { paper: 'recap', method: 'electronic', date: today, signer: head.employmentId, fileId, reference } });
      return view;
    });
  }
}
