import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import { SKP_LIMITS } from '@ekinerja/contracts/skp';
import type { SkpImportAnswer, SkpImportProblem } from '@ekinerja/contracts/skp-year';
import { endOfDay } from '@ekinerja/regulations/dates';
import { skpForm, startingPlan } from '@ekinerja/regulations/skp-form';
import ExcelJS from 'exceljs';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { reaches, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Upload } from '../platform/http/upload.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { TooManyRows, UnreadableFile } from '../platform/spreadsheet/unreadable-file.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { contentHash, wholePlan } from './skp-content.js';
import { SkpContentRepository } from './skp-content.repository.js';
import { skpDueDate } from './skp-due-date.js';
import { SKP_COLUMNS, SKP_EXAMPLES, SKP_SHEET } from './skp-import-columns.js';
import { readSkps, type ImportedSkp, type ReadSkps } from './skp-import-reader.js';
import { joined, type Period } from './skp-periods.js';
import { SkpJournal } from './skp-journal.service.js';
import { SkpRecordsRepository } from './skp-records.repository.js';
import { SkpRepository, type SkpRow } from './skp.repository.js';

/** An SKP that is to be written: whose, over which time, and over which draft. */
export interface PlannedSkp {
  imported: Pick<ImportedSkp, 'results' | 'determined'>;
  employmentId: Uuid;
  span: Period;
  standing: SkpRow | null;
}

/** SKPs that a unit keeps in Excel: every bad cell is named, and all of them come in or none. */
@Injectable()
export class SkpImportService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly skps: SkpRepository,
    private readonly content: SkpContentRepository,
    private readonly records: SkpRecordsRepository,
    private readonly journal: SkpJournal,
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
    private readonly audit: AuditService,
  ) {}

  async load(actor: Actor, year: number, skpdId: Uuid, apply: boolean, upload: Upload): Promise<SkpImportAnswer> {
    if (!reaches(actor, 'unit-admin', skpdId) && !actor.roles.some(({ role }) => role === 'superadmin')) throw new DomainError('not-found');
    const read = await this.read(upload.content);
    return this.db.transaction(async () => {
      const { plans, problems } = await this.plan(actor, read, year, skpdId);
      const answer = { rows: read.rows, skps: plans.length, results: plans.reduce((sum, { imported }) => sum + imported.results.length, 0), problems };
      if (!apply || problems.length > 0) return { ...answer, applied: false };
      for (const plan of plans) await this.write(actor, year, plan);
      await this.audit.record({ actor, action: 'skp.imported', subjectType: 'unit', subjectId: skpdId, after: { year, file: upload.name, skps: answer.skps } });
      return { ...answer, applied: true };
    });
  }

  async template(): Promise<Buffer> {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet(SKP_SHEET);
    sheet.columns = Object.entries(SKP_COLUMNS).map(([key, header]) => ({ key, header, width: key === 'title' || key === 'indicator' ? 40 : 16, style: { numFmt: '@' } }));
    sheet.getRow(1).font = { bold: true };
    sheet.views = [{ state: 'frozen', ySplit: 1 }];
    sheet.addRows(SKP_EXAMPLES);
    return Buffer.from(await workbook.xlsx.writeBuffer());
  }

  private async read(content: Buffer): Promise<ReadSkps> {
    try {
      return await readSkps(content, randomUUID);
    } catch (error) {
      if (error instanceof TooManyRows) throw new DomainError('file-unreadable', { reason: 'too-many-rows', most: SKP_LIMITS.importRows });
      if (error instanceof UnreadableFile) throw new DomainError('file-unreadable', { reason: 'xlsx' });
      throw error;
    }
  }

  private async plan(actor: Actor, read: ReadSkps, year: number, skpdId: Uuid): Promise<{ plans: PlannedSkp[]; problems: SkpImportProblem[] }> {
    const { today } = actor;
    const problems = [...read.problems];
    const people = await this.skps.ofSkpd(skpdId, read.skps.map(({ nip }) => nip), today);
    const posts = await this.skps.definitivePosts([...people.values()], `${year}-01-01`, `${year}-12-31`);
    const standing = await this.skps.ofOwners([...people.values()], year);
    const plans: PlannedSkp[] = [];
    for (const imported of read.skps) {
      const wrong = (reason: string) => problems.push({ row: imported.row, column: SKP_COLUMNS.nip, reason, value: imported.nip });
      const employmentId = people.get(imported.nip);
      const spans = joined(posts.filter((post) => post.employmentId === employmentId));
      const span = spans.find(({ from, to }) => from <= today && today <= to) ?? spans.at(-1);
      if (!employmentId || !span) {
        wrong('not-of-this-unit');
        continue;
      }
      if (imported.determined) await this.requireDetermined(actor, imported, employmentId, problems);
      const known = standing.find((row) => row.employmentId === employmentId && row.periodFrom <= span.to && row.periodTo >= span.from) ?? null;
      if (known && known.status !== 'draft' && known.status !== 'returned') wrong('skp-not-open');
      plans.push({ imported, employmentId, span, standing: known });
    }
    return { plans, problems };
  }

  /** In the caller's transaction. */
  async write(actor: Actor, year: number, { imported, employmentId, span, standing }: PlannedSkp): Promise<void> {
    const snapshot = await this.organisation.onDate(actor.today);
    const kind = snapshot.employments.get(employmentId)?.kind;
    const law = await this.regulations.lawOn(span.from, kind);
    const form = skpForm(law, { employeeKind: kind ?? 'pns', postKind: snapshot.posts.get(span.postId)?.kind ?? 'pelaksana' });
    const id =
      standing?.id ??
      (await this.skps.create(
        {
          employmentId, postId: span.postId, unitId: span.unitId, year, periodFrom: span.from, periodTo: span.to, law: law.references,
          plan: startingPlan(form), dueOn: skpDueDate(span.from, law).date, letter: null,
        },
        this.clock.now(),
      ));
    await this.content.replace(id, imported.results, this.clock.now());
    if (imported.determined) await this.determined(actor, id, imported.determined);
    else if (standing) await this.skps.step(id, { status: standing.status });
  }

  /** What was determined before this system is taken over by the superadmin alone: it binds without the evaluator's own act. */
  private async requireDetermined(actor: Actor, { row, determined }: ImportedSkp, employmentId: Uuid, problems: SkpImportProblem[]): Promise<void> {
    const wrong = (reason: string) => problems.push({ row, column: SKP_COLUMNS.determined, reason, value: determined ?? '' });
    if (!actor.roles.some(({ role }) => role === 'superadmin')) wrong('determined-not-yours');
    else if (determined! > actor.today) wrong('date-in-future');
    else if (!(await this.organisation.evaluatorOn(employmentId, determined!)).evaluator) wrong('no-evaluator');
  }

  /** In force as its first version, under the evaluator of that day. */
  private async determined(actor: Actor, id: Uuid, day: string): Promise<void> {
    const row = (await this.skps.lock(id)) as SkpRow;
    const determinedAt = endOfDay(day, this.clock.timeZone);
    const { evaluator, chain } = await this.organisation.evaluatorOn(row.employmentId, day);
    const person = await this.organisation.snapshotOf(evaluator!.employmentId, day);
    const evaluatorSnapshot = { evaluator, person, chain } as NonNullable<SkpRow['evaluatorSnapshot']>;
    const ownerSnapshot = await this.organisation.snapshotOf(row.employmentId, day);
    const content = { results: await this.content.results(id), plan: wholePlan(row.plan) };
    const contentNumber = row.contentNumber + 1;
    await this.skps.step(id, { status: 'determined', submittedAt: determinedAt, determinedAt, ownerSnapshot, evaluatorSnapshot, contentNumber, notes: [], returnReason: null });
    await this.records.addVersion(id, { number: contentNumber, cause: 'imported', content, contentHash: contentHash(content), determinedAt });
    await this.journal.did(actor, row, null, 'imported', { after: { status: 'determined', determinedAt: day, evaluator: evaluatorSnapshot, contentNumber } });
  }
}
