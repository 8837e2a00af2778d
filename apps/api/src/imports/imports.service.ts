import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { WorkbookImport } from '@ekinerja/contracts/imports';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Upload } from '../platform/http/upload.js';
import { WorkQueue } from '../platform/jobs/work-queue.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { FileStorage } from '../platform/storage/file-storage.js';
import { WorkbookImportRepository, type Asker, type ImportRecord } from './workbook-import.repository.js';
import { WorkbookWorkService } from './workbook-work.service.js';

// The workbook as a format, for whoever writes one of any size.
export * from './workbook-columns.js';

const CHECK = 'imports.check';
const APPLY = 'imports.apply';
const LISTED = 20;
const ATTEMPTS = 5;

/** The agency's own data from one workbook: taken in, checked whole in the background, applied when somebody says so. */
@Injectable()
export class ImportsService implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly db: Database,
    private readonly repository: WorkbookImportRepository,
    private readonly work: WorkbookWorkService,
    private readonly queue: WorkQueue,
    private readonly files: FileStorage,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.queue.define<{ id: Uuid }>(CHECK, ({ id }) => this.work.check(id));
    this.queue.define<{ id: Uuid }>(APPLY, ({ id }) => this.work.apply(id));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.resume();
  }

  /** Work whose process died goes on here; the queue alone would wait hours before it believes so. */
  @Cron('*/20 * * * * *')
  async resume(): Promise<void> {
    for (const id of await this.work.abandoned()) {
      const record = await this.repository.find(id);
      if (record?.status === 'checking') await this.add(CHECK, id);
      else if (record?.status === 'applying') await this.add(APPLY, id);
    }
  }

  async upload(actor: Actor, file: Upload): Promise<WorkbookImport> {
    const workbook = file.content.length > 4 && file.content.readUInt32LE(0) === 0x04034b50;
    if (!workbook) throw new DomainError('file-unreadable');
    return this.db.transaction(async () => {
      const stored = await this.files.store({ ...file, storedBy: actor.accountId });
      const id = await this.repository.insert({ fileName: file.name, fileId: stored.id, at: this.clock.now(), by: actor.accountId, actor: askerOf(actor) });
      await this.repository.supersedeOthers(id);
      await this.audit.record({
        actor, action: 'workbook.uploaded', subjectType: 'workbook-import', subjectId: id, after: { file: file.name, sha256: stored.sha256, bytes: stored.bytes },
      });
      await this.add(CHECK, id);
      return this.get(id);
    });
  }

  /** The newest first, without their problems. */
  async list(): Promise<WorkbookImport[]> {
    return (await this.repository.list(LISTED)).map(view);
  }

  async get(id: Uuid): Promise<WorkbookImport> {
    const record = await this.repository.find(id);
    if (!record) throw new DomainError('not-found');
    return view(record);
  }

  /** @throws DomainError `import-has-errors`, `import-already-applied`, `import-superseded`, `state-refused` while it is at work */
  async apply(actor: Actor, id: Uuid): Promise<WorkbookImport> {
    return this.db.transaction(async () => {
      const found = await this.repository.lock(id);
      if (!found) throw new DomainError('not-found');
      const { status } = found;
      const { counts } = (await this.repository.find(id))!;
      if (status === 'applied') throw new DomainError('import-already-applied');
      if (status === 'superseded') throw new DomainError('import-superseded');
      if (status === 'invalid') throw new DomainError('import-has-errors');
      if (status !== 'ready' && !(status === 'failed' && counts)) throw new DomainError('state-refused', { status });
      await this.repository.begin(id, 'applying', askerOf(actor));
      await this.add(APPLY, id);
      return this.get(id);
    });
  }

  private async add(task: string, id: Uuid): Promise<void> {
    await this.queue.add(task, { id }, { key: `${task}:${id}`, attempts: ATTEMPTS });
  }
}

function askerOf({ accountId, username, personId, personName, sessionId, requestId, ip }: Actor): Asker {
  return { accountId, username, personId, personName, sessionId, requestId, ip };
}

function view({ id, fileName, status, stage, percent, uploadedAt, uploadedBy, appliedAt, counts, problems, problemCount, warnings, warningCount }: ImportRecord): WorkbookImport {
  return {
    id, fileName, status, stage, percent, uploadedAt: uploadedAt.toISOString(), uploadedBy, appliedAt: appliedAt?.toISOString() ?? null, counts,
    problems, problemCount, warnings, warningCount,
  };
}
