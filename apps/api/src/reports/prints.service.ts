import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { Role } from '@ekinerja/contracts/access';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { PrintJob, PrintKind } from '@ekinerja/contracts/pay-prints';
import { lastDay } from '@ekinerja/regulations/dates';
import { AuditService } from '../audit/audit.service.js';
import { reaches, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Hold } from '../platform/jobs/hold.js';
import { WorkQueue } from '../platform/jobs/work-queue.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { FileStorage } from '../platform/storage/file-storage.js';
import { PayRunViewService, type PrintableUnit } from '../tpp/pay-run-view.service.js';
import { PDF, type ReportFile } from './reports.service.js';
import { askerOf, PrintPapersService, type PrintPart } from './print-papers.service.js';
import { PrintsRepository, type PrintRecord } from './prints.repository.js';
import { TypstService } from './typst.service.js';

const TASK = 'reports.print';
const ATTEMPTS = 3;
/** Who reads slips of an SKPD may print them; the monthly reports are the unit's own. */
const MAKERS: Record<PrintKind, readonly Role[]> = {
  slips: ['superadmin', 'unit-admin', 'treasurer'], 'month-reports': ['superadmin', 'unit-admin'], lists: ['superadmin', 'unit-admin', 'treasurer'],
};

/** Papers of many set in the background, several files side by side; what is set stays set when the process dies. */
@Injectable()
export class PrintsService implements OnModuleInit, OnApplicationBootstrap {
  private readonly logger = new Logger('Prints');

  constructor(
    private readonly db: Database,
    private readonly repository: PrintsRepository,
    private readonly papers: PrintPapersService,
    private readonly runs: PayRunViewService,
    private readonly files: FileStorage,
    private readonly typst: TypstService,
    private readonly queue: WorkQueue,
    private readonly hold: Hold,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.queue.define<{ id: Uuid }>(TASK, ({ id }) => this.work(id));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.resume();
  }

  /** Work whose process died goes on here. */
  @Cron('*/20 * * * * *')
  async resume(): Promise<void> {
    for (const id of await this.repository.unfinished()) if (await this.hold.run(holdOf(id), () => Promise.resolve())) await this.enqueue(id);
  }

  /** Asks for the papers of one SKPD, or of all (null); the same work under way is the answer to a second asking. */
  async ask(actor: Actor, runId: Uuid, skpdId: Uuid | null, kind: PrintKind): Promise<PrintJob> {
    const units = await this.unitsOf(runId, skpdId);
    if (skpdId) await this.requireMaker(actor, skpdId, kind);
    const printable = kind === 'month-reports' ? units.filter(({ month }) => this.clock.today() > lastDay(month)) : units.filter(({ status }) => status === 'closed');
    if (printable.length === 0) throw new DomainError('state-refused', { kind, printable: 0 });
    const id = await this.db.transaction(async () => {
      const { id: asked, fresh } = await this.repository.ask({ runId, skpdId, kind }, actor.accountId, this.clock.now());
      if (fresh) {
        await this.audit.record({ actor, action: 'pay-print.asked', subjectType: 'pay-run', subjectId: runId, after: { kind, skpdId } });
        await this.enqueue(asked);
      }
      return asked;
    });
    return (await this.jobsOf([(await this.repository.find(id))!], skpdId))[0]!;
  }

  async list(actor: Actor, runId: Uuid, skpdId: Uuid | null): Promise<PrintJob[]> {
    await this.unitsOf(runId, skpdId);
    const jobs = await this.jobsOf(await this.repository.list(runId, skpdId), skpdId);
    if (skpdId === null) return jobs;
    this.requireReader(actor, skpdId);
    return jobs.filter(({ kind }) => mayMake(actor, skpdId, kind));
  }

  /** @throws DomainError `not-found` for whoever may not make that kind of paper of that SKPD */
  async file(actor: Actor, runId: Uuid, skpdId: Uuid, fileId: Uuid): Promise<ReportFile> {
    const known = await this.repository.file(runId, skpdId, fileId);
    if (!known || !mayMake(actor, skpdId, known.kind)) throw new DomainError('not-found');
    const stored = await this.files.read(known.storedId);
    if (!stored) throw new DomainError('not-found');
    await this.audit.logRead(actor, `pay-print.${known.kind}`, 'pay-run-unit', `${runId}/${skpdId}`);
    return { name: known.name, mediaType: PDF, content: stored.content };
  }

  private async enqueue(id: Uuid): Promise<void> {
    await this.queue.add(TASK, { id }, { key: `${TASK}:${id}`, attempts: ATTEMPTS });
  }

  private async work(id: Uuid): Promise<void> {
    await this.hold.run(holdOf(id), async () => {
      const record = await this.repository.find(id);
      if (record?.status !== 'queued' && record?.status !== 'running') return;
      try {
        await this.print(record);
      } catch (error) {
        this.logger.error(`${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        await this.repository.finish(id, 'failed', this.clock.now());
      }
    });
  }

  private async print({ id, runId, skpdId, kind, askedById, askedBy }: PrintRecord): Promise<void> {
    const all: { unit: PrintableUnit; parts: PrintPart[] }[] = [];
    for (const unit of await this.unitsOf(runId, skpdId)) {
      all.push({ unit, parts: await this.papers.partsOf(kind, askerOf({ id: askedById, name: askedBy }, unit.skpdId, this.clock.today()), unit) });
    }
    await this.repository.begin(id, all.reduce((sum, { parts }) => sum + parts.reduce((people, part) => people + part.people, 0), 0));
    const known = await this.repository.parts(id);
    const waiting = all.flatMap(({ unit, parts }) => parts.filter(({ part }) => !known.has(`${unit.skpdId} ${part}`)).map((part) => ({ unit, part })));
    // As many files at once as there are threads that set type, and one that reads the next one's facts.
    const next = async (): Promise<void> => {
      for (let one = waiting.shift(); one; one = waiting.shift()) {
        const { unit, part } = one;
        const file = await part.set();
        const storedId = file.storedId ?? (await this.files.store({ name: file.name, mediaType: file.mediaType, content: file.content, storedBy: askedById })).id;
        await this.repository.add(id, { skpdId: unit.skpdId, part: part.part, storedId, name: file.name, people: part.people, pages: file.pages });
      }
    };
    await Promise.all(Array.from({ length: this.typst.width + 1 }, next));
    await this.repository.finish(id, 'done', this.clock.now());
  }

  private async unitsOf(runId: Uuid, skpdId: Uuid | null): Promise<PrintableUnit[]> {
    const units = (await this.runs.printable(runId)).filter((unit) => skpdId === null || unit.skpdId === skpdId);
    if (units.length === 0) throw new DomainError('not-found');
    return units;
  }

  private async jobsOf(records: PrintRecord[], skpdId: Uuid | null): Promise<PrintJob[]> {
    const files = await this.repository.files(records.map(({ id }) => id), skpdId);
    return records.map(({ id, kind, status, done, total, askedBy, askedAt, finishedAt }) => {
      const own = files.filter(({ printId }) => printId === id).map(({ printId: _, ...file }) => file);
      return { id, kind, status, done, total, pages: own.reduce((sum, { pages }) => sum + pages, 0), askedBy, askedAt: askedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null, files: own };
    });
  }

  private requireReader(actor: Actor, skpdId: Uuid): void {
    if (!Object.values(MAKERS).some((roles) => roles.some((role) => reaches(actor, role, skpdId)))) throw new DomainError('not-found');
  }

  private async requireMaker(actor: Actor, skpdId: Uuid, kind: PrintKind): Promise<void> {
    this.requireReader(actor, skpdId);
    if (!mayMake(actor, skpdId, kind)) throw new DomainError('permission-denied');
  }
}

function mayMake(actor: Actor, skpdId: Uuid, kind: PrintKind): boolean {
  return MAKERS[kind].some((role) => reaches(actor, role, skpdId));
}

const holdOf = (id: Uuid): string => `pay-print:${id}`;
