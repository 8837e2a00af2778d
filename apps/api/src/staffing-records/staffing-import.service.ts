import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { STAFFING_LIMITS, type StaffingImport } from '@ekinerja/contracts/staffing-records';
import { AuditService, systemActor } from '../audit/audit.service.js';
import { EmployeesService } from '../employees/employees.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Upload } from '../platform/http/upload.js';
import { WorkQueue } from '../platform/jobs/work-queue.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { TooManyRows, UnreadableFile } from '../platform/spreadsheet/unreadable-file.js';
import { FileStorage } from '../platform/storage/file-storage.js';
import { readSourceFile, type SourceFile } from './source-file.js';
import { StaffingImportsRepository, type ImportReport } from './staffing-imports.repository.js';
import { StaffingMatchService, type SourceRecord } from './staffing-match.service.js';

const TASK = 'staffing-records.import';
const ATTEMPTS = 3;
const [READING, COMPARING] = [10, 50];

/**
 * Files of the national staffing records. They change nothing that is held: they are what it is compared with, taken over
 * whole or, with one bad cell, not at all. A hundred thousand rows are read and compared behind the request.
 */
@Injectable()
export class StaffingImportService implements OnModuleInit {
  private readonly logger = new Logger('StaffingImport');

  constructor(
    private readonly db: Database,
    private readonly repository: StaffingImportsRepository,
    private readonly match: StaffingMatchService,
    private readonly employees: EmployeesService,
    private readonly files: FileStorage,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly queue: WorkQueue,
  ) {}

  onModuleInit(): void {
    this.queue.define<{ id: Uuid }>(TASK, ({ id }) => this.work(id));
  }

  list(): Promise<StaffingImport[]> {
    return this.repository.list(null);
  }

  /** @throws DomainError `not-found` */
  async get(id: Uuid): Promise<StaffingImport> {
    const [row] = await this.repository.list(id);
    if (!row) throw new DomainError('not-found');
    return row;
  }

  /** Kept and put to work; whoever asks again sees how far it is. */
  async receive(actor: Actor, upload: Upload): Promise<StaffingImport> {
    const { source } = await this.match.rule();
    return this.db.transaction(async () => {
      const stored = await this.files.store({ ...upload, storedBy: actor.accountId });
      const id = await this.repository.insert({ fileName: upload.name, fileId: stored.id, source, at: this.clock.now(), by: actor.accountId });
      await this.audit.record({ actor, action: 'staffing-import.received', subjectType: 'staffing-import', subjectId: id, after: { fileName: upload.name, sha256: stored.sha256, source } });
      await this.queue.add(TASK, { id }, { key: `${TASK}:${id}`, queue: TASK, attempts: ATTEMPTS });
      return this.get(id);
    });
  }

  /** Begins again after a crash, from the stored file; a second time it finds nothing to do. */
  private async work(id: Uuid): Promise<void> {
    const fileId = await this.repository.openFile(id);
    if (fileId === null) return;
    try {
      await this.repository.at(id, 'reading', READING);
      const stored = await this.files.read(fileId);
      if (!stored) throw new Error(`file ${fileId} is gone`);
      const file = await read(stored.content);
      await this.repository.at(id, 'comparing', COMPARING);
      await this.db.transaction(() => this.compare(id, file));
    } catch (error) {
      this.logger.error(`${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      await this.repository.at(id, 'failed', 100);
    }
  }

  private async compare(id: Uuid, file: SourceFile): Promise<void> {
    const by = await this.repository.lockOpen(id);
    if (by === null) return;
    const { records, unknown } = await this.assign(file, this.clock.today());
    const invalid = file.problems.length > 0;
    const report: ImportReport = {
      status: invalid ? 'invalid' : 'applied', rows: file.rows.length, matched: records.length, problems: file.problems.slice(0, STAFFING_LIMITS.problemsShown),
      problemCount: file.problems.length, unknown: unknown.slice(0, STAFFING_LIMITS.problemsShown), unknownCount: unknown.length,
    };
    const differing = invalid ? 0 : await this.match.receive(records, id, by);
    await this.repository.finish(id, report, differing);
    const { status, rows, matched, unknownCount, problemCount } = report;
    await this.audit.record({
      actor: systemActor(TASK), action: 'staffing-import.compared', subjectType: 'staffing-import', subjectId: id, after: { status, rows, matched, differing, unknownCount, problemCount },
    });
  }

  private async assign(file: SourceFile, today: IsoDate): Promise<{ records: SourceRecord[]; unknown: StaffingImport['unknown'] }> {
    const byNip = await this.employees.byNip(file.rows.map(({ nip }) => nip), today);
    const records: SourceRecord[] = [];
    const unknown: StaffingImport['unknown'] = [];
    const taken = new Set<Uuid>();
    for (const { row, nip, sourceId, data } of file.rows) {
      const employment = byNip.get(nip);
      if (!employment) unknown.push({ row, nip, name: data.name ?? null });
      else if (!taken.has(employment.employmentId)) records.push({ employmentId: employment.employmentId, sourceId, data });
      if (employment) taken.add(employment.employmentId);
    }
    return { records, unknown };
  }
}

/** A file that cannot be read at all is a problem of the whole file, told like that of a cell. */
async function read(content: Buffer): Promise<SourceFile> {
  const whole = (reason: string): SourceFile => ({ rows: [], problems: [{ sheet: null, row: 0, column: '', value: '', reason, params: { rows: STAFFING_LIMITS.importRows } }] });
  try {
    return await readSourceFile(content);
  } catch (error) {
    if (error instanceof TooManyRows) return whole('too-many-rows');
    if (error instanceof UnreadableFile) return whole('unreadable');
    throw error;
  }
}
