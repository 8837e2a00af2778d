import { setImmediate } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { EMPLOYEE_KINDS, type Uuid } from '@ekinerja/contracts/basics';
import type { LawSet } from '@ekinerja/regulations/law';
import { AuditService, type AuditEntry } from '../audit/audit.service.js';
import { AccountsService } from '../auth/accounts.service.js';
import { FirstCodesService } from '../auth/first-codes.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { FileStorage } from '../platform/storage/file-storage.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { checkAssignments } from './check-assignments.js';
import { checkPeople } from './check-people.js';
import { checkPosts, checkUnits } from './check-structure.js';
import { Directory } from './directory.js';
import { Findings } from './findings.js';
import { ImportDesks, type ImportDesk } from './import-desk.js';
import { planOf, type Plan } from './plan.js';
import { StandingRepository } from './standing.repository.js';
import { WorkbookApplyRepository } from './workbook-apply.repository.js';
import { WorkbookImportRepository, type Asker, type ImportRecord } from './workbook-import.repository.js';
import { readWorkbook } from './workbook-reader.js';
import type { Workbook } from './workbook-rows.js';

/** Two workbooks never write at the same time. */
const WRITE_LOCK = 7_310_650;
const CHUNK = 2000;

/** The queued part of an import: reading, checking and writing. Each may begin again after a crash, from the stored file. */
@Injectable()
export class WorkbookWorkService {
  private readonly logger = new Logger('WorkbookImport');

  constructor(
    private readonly db: Database,
    private readonly desks: ImportDesks,
    private readonly imports: WorkbookImportRepository,
    private readonly standing: StandingRepository,
    private readonly writes: WorkbookApplyRepository,
    private readonly files: FileStorage,
    private readonly regulations: RegulationsService,
    private readonly organisation: OrganisationService,
    private readonly accounts: AccountsService,
    private readonly codes: FirstCodesService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async check(id: Uuid): Promise<void> {
    await this.at(id, ['queued', 'checking'], async (record, desk) => {
      await this.imports.begin(id, 'checking');
      const findings = new Findings();
      const workbook = await this.read(record, findings, desk, 70);
      await desk.progress('checking', 75);
      const plan = await this.judge(workbook, findings);
      await this.imports.finish(id, { status: plan ? 'ready' : 'invalid', counts: plan?.counts ?? null, ...findings.report() });
    });
  }

  /** Everything or nothing: the file is read and judged again, by what stands at this moment. */
  async apply(id: Uuid): Promise<void> {
    await this.at(id, ['applying'], async (record, desk) => {
      const findings = new Findings();
      const workbook = await this.read(record, findings, desk, 30);
      await this.db.transaction(async () => {
        await this.db.query(`SET LOCAL idle_in_transaction_session_timeout = 0`);
        await this.db.query(`SELECT pg_advisory_xact_lock($1)`, [WRITE_LOCK]);
        await desk.progress('checking', 35);
        const plan = await this.judge(workbook, findings);
        if (plan) await this.write(record, plan, desk);
        await this.imports.finish(id, { status: plan ? 'applied' : 'invalid', counts: plan?.counts ?? null, ...findings.report() }, plan ? this.clock.now() : null);
      });
      this.organisation.recheck();
    });
  }

  /** What a worker that is gone left in the middle. */
  async abandoned(): Promise<Uuid[]> {
    const left: Uuid[] = [];
    for (const id of await this.imports.unfinished()) {
      if (await this.desks.hold(id, () => Promise.resolve())) left.push(id);
    }
    return left;
  }

  private async at(id: Uuid, statuses: ImportRecord['status'][], work: (record: ImportRecord, desk: ImportDesk) => Promise<void>): Promise<void> {
    await this.desks.hold(id, async (desk) => {
      const record = await this.imports.find(id);
      if (!record || !statuses.includes(record.status)) return;
      try {
        await work(record, desk);
      } catch (error) {
        this.logger.error(`${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        await this.imports.fail(id);
      }
    });
  }

  private async read(record: ImportRecord, findings: Findings, desk: ImportDesk, share: number): Promise<Workbook> {
    await desk.progress('reading', 1);
    const stored = await this.files.read(record.fileId);
    if (!stored) throw new Error(`file ${record.fileId} is gone`);
    return readWorkbook(stored.content, findings, (part) => desk.progress('reading', part * share));
  }

  /** @returns what to write; null when something is wrong, all of it in the findings. */
  private async judge(workbook: Workbook, findings: Findings): Promise<Plan | null> {
    const directory = new Directory(workbook, await this.standing.load());
    const law = { classes: await this.payableClasses() };
    // With a pause after each, since requests are served in this process too.
    for (const check of [checkUnits, (...at: [Directory, Findings]) => checkPosts(...at, law), checkPeople]) {
      check(directory, findings);
      await setImmediate();
    }
    const holdings = checkAssignments(directory, findings);
    await setImmediate();
    findings.sort();
    return findings.problemCount > 0 ? null : planOf(directory, holdings, this.clock.today());
  }

  private async payableClasses(): Promise<ReadonlySet<string> | null> {
    const law = await this.regulations.law();
    const classes = EMPLOYEE_KINDS.flatMap((employeeKind) => classesOf(law.on(this.clock.today(), { employeeKind })));
    return classes.length > 0 ? new Set(classes) : null;
  }

  private async write(record: ImportRecord, plan: Plan, desk: ImportDesk): Promise<void> {
    const actor = actorOf(record.actor);
    await desk.progress('units', 45);
    await this.writes.units(plan.units);
    await desk.progress('posts', 48);
    await this.writes.posts(plan.posts, plan.classes);
    await desk.progress('employees', 52);
    await this.writes.employees(plan.employees, plan.kinds, plan.ranks);
    await desk.progress('assignments', 62);
    await this.writes.assignments(plan.assignments);
    const passwordHash = plan.accounts.length > 0 ? await this.codes.unusableHash() : '';
    for (let start = 0; start < plan.accounts.length; start += CHUNK) {
      await desk.progress('accounts', 68 + (start / plan.accounts.length) * 12);
      await this.accounts.createMany(actor, plan.accounts.slice(start, start + CHUNK).map((account) => ({ ...account, passwordHash, mustChange: true })));
    }
    const deeds = deedsOf(record, plan);
    for (let start = 0; start < deeds.length; start += CHUNK) {
      await desk.progress('audit', 80 + (start / deeds.length) * 19);
      await this.audit.recordAll(deeds.slice(start, start + CHUNK).map((deed) => ({ actor, ...deed })));
    }
  }
}

function classesOf(law: LawSet): string[] {
  return law.references.some(({ kind }) => kind === 'amounts') ? Object.keys(law.amounts.rules.classes) : [];
}

type Deed = Omit<AuditEntry, 'actor'>;

/** The import as a whole, each assignment it brought, and whatever it changed with its former values. */
function deedsOf(record: ImportRecord, plan: Plan): Deed[] {
  const changed = (subjectType: string, changes: { before: { id: Uuid }; after: { id: Uuid } }[]): Deed[] =>
    changes.map(({ before, after }) => ({ action: `${subjectType}.imported`, subjectType, subjectId: after.id, before, after }));
  const dated = (subjectType: string, action: string, values: Plan['classes']): Deed[] =>
    values.filter(({ after }) => after !== null).map(({ id, value, from }) => ({ action, subjectType, subjectId: id, after: { value, from } }));
  return [
    { action: 'workbook.applied', subjectType: 'workbook-import', subjectId: record.id, after: { file: record.fileName, fileId: record.fileId, ...plan.counts } },
    ...changed('unit', plan.units.changed),
    ...changed('post', plan.posts.changed),
    ...dated('post', 'post.class-imported', plan.classes),
    ...changed('employment', plan.employees.changed),
    ...dated('employment', 'employment.kind-imported', plan.kinds),
    ...dated('employment', 'employment.rank-imported', plan.ranks),
    ...changed('assignment', plan.assignments.changed),
    ...plan.assignments.fresh.map((after) => ({ action: 'assignment.imported', subjectType: 'assignment', subjectId: after.id, after })),
  ];
}

function actorOf(asker: Asker): Actor {
  return { ...asker, employmentId: null, skpdId: null, roles: [], permissions: new Set(), mustChangePassword: false, today: '' };
}
