import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import type { AddSkpDocumentQuery } from '@ekinerja/contracts/skp-record';
import type { Actor } from '../platform/access/actor.js';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Upload } from '../platform/http/upload.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { FileStorage } from '../platform/storage/file-storage.js';
import { SkpJournal } from './skp-journal.service.js';
import { SkpRecordsRepository } from './skp-records.repository.js';
import { SkpSideService } from './skp-side.service.js';
import { SkpStepService } from './skp-step.service.js';

/** Papers that official bodies issue, by their first bytes: what a browser would run is not among them. */
const PAPERS: [start: Buffer, mediaType: string][] = [
  [Buffer.from('%PDF-'), 'application/pdf'],
  [Buffer.from([0xff, 0xd8, 0xff]), 'image/jpeg'],
  [Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'image/png'],
];

/** Supporting documents of an SKP: letters and decision letters with number, date and signatory (KS 1(7)–(8), 23(2)–(3)). */
@Injectable()
export class SkpDocumentsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly files: FileStorage,
    private readonly records: SkpRecordsRepository,
    private readonly side: SkpSideService,
    private readonly steps: SkpStepService,
    private readonly journal: SkpJournal,
    private readonly audit: AuditService,
  ) {}

  async add(actor: Actor, id: Uuid, document: AddSkpDocumentQuery, upload: Upload): Promise<SkpDetail> {
    const mediaType = PAPERS.find(([start]) => upload.content.subarray(0, start.length).equals(start))?.[1];
    if (!mediaType) throw new DomainError('file-unreadable', { reason: 'not-a-paper' });
    return this.db.transaction(async () => {
      const { row, as } = await this.side.lockAs(actor, id, ['owner', 'evaluator', 'performance-manager']);
      if (row.status === 'closed') throw new DomainError('state-refused', { status: row.status, action: 'document' });
      const file = await this.files.store({ name: upload.name, mediaType, content: upload.content, storedBy: actor.accountId });
      const { use, kind, number, date, signatory } = document;
      await this.records.addDocument(id, { use, kind, number, date, signatory }, file.id, this.clock.now());
      await this.journal.did(actor, row, as, 'document-added', { after: { ...document, sha256: file.sha256 } });
      return this.steps.shown(actor, id);
    });
  }

  async download(actor: Actor, id: Uuid, documentId: Uuid): Promise<{ name: string; mediaType: string; content: Buffer }> {
    const row = await this.side.readable(actor, id);
    const fileId = await this.records.fileOf(id, documentId);
    const stored = fileId && (await this.files.read(fileId));
    if (!stored) throw new DomainError('not-found');
    if (row.employmentId !== actor.employmentId) await this.audit.logRead(actor, 'skp.document', 'skp', id);
    return { name: stored.file.name, mediaType: stored.file.mediaType, content: stored.content };
  }
}
