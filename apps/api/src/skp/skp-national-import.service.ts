import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { NATIONAL_COLUMNS, type NationalSkpAnswer } from '@ekinerja/contracts/national-files';
import { SKP_LIMITS } from '@ekinerja/contracts/skp';
import type { SkpImportProblem } from '@ekinerja/contracts/skp-year';
import ExcelJS from 'exceljs';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import type { Upload } from '../platform/http/upload.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { letters } from '../platform/spreadsheet/read-headings.js';
import { TooManyRows, UnreadableFile } from '../platform/spreadsheet/unreadable-file.js';
import { NationalHeadingsService } from '../staffing-records/national-headings.service.js';
import { SkpContentRepository } from './skp-content.repository.js';
import { SkpImportService, type PlannedSkp } from './skp-import.service.js';
import { NATIONAL_SKP_EXAMPLES, SKP_TITLES, type NationalSkpColumn } from './skp-national-columns.js';
import { readNationalSkps, type NationalSkp, type ReadNationalSkps } from './skp-national-reader.js';
import { joined, type Period } from './skp-periods.js';
import { SkpRepository, type SkpRow } from './skp.repository.js';

export interface NationalSkpRequest {
  year: number;
  apply: boolean;
  leaveUnknown: boolean;
  determinedOn: IsoDate | null;
}
type Planned = PlannedSkp & { skp: NationalSkp; evaluatorId: Uuid | null };
type Wrong = (column: NationalSkpColumn, reason: string, value: string) => null;

/** SKPs of the national application at the opening of this system: of all SKPDs, as they were determined, all or none. */
@Injectable()
export class SkpNationalImportService {
  constructor(
    private readonly db: Database,
    private readonly skps: SkpRepository,
    private readonly content: SkpContentRepository,
    private readonly imports: SkpImportService,
    private readonly organisation: OrganisationService,
    private readonly headings: NationalHeadingsService,
    private readonly audit: AuditService,
  ) {}

  async load(actor: Actor, request: NationalSkpRequest, upload: Upload): Promise<NationalSkpAnswer> {
    const { year } = request;
    const read = await this.read(upload.content);
    return this.db.transaction(async () => {
      const { plans, unchanged, unknown, problems } = await this.plan(actor, read, request);
      const left = { unknown, acting: read.acting, unfinished: 0 };
      const answer = { rows: read.rows, skps: plans.length, results: plans.reduce((sum, { skp }) => sum + skp.results.length, 0), unchanged, left, headings: read.headings, problems };
      if (!request.apply || problems.length > 0) return { ...answer, applied: false };
      const written = new Map<Uuid, NationalSkp>();
      for (const plan of fromAbove(plans)) {
        await this.link(plan, written);
        await this.imports.write(actor, year, plan);
        written.set(plan.employmentId, plan.skp);
      }
      await this.audit.record({ actor, action: 'skp.imported', subjectType: 'skp-import', subjectId: upload.name, after: { year, file: upload.name, skps: answer.skps, left } });
      return { ...answer, applied: true };
    });
  }

  async template(): Promise<Buffer> {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('SKP');
    sheet.columns = NATIONAL_COLUMNS.skp.map((key) => ({ key, header: SKP_TITLES[key], width: key === 'superior' || key === 'title' || key === 'indicator' ? 40 : 18, style: { numFmt: '@' } }));
    sheet.getRow(1).font = { bold: true };
    sheet.views = [{ state: 'frozen', ySplit: 1 }];
    sheet.addRows(NATIONAL_SKP_EXAMPLES);
    return Buffer.from(await workbook.xlsx.writeBuffer());
  }

  private async read(content: Buffer): Promise<ReadNationalSkps> {
    try {
      return await readNationalSkps(content, (await this.headings.of('skp')).columns, randomUUID);
    } catch (error) {
      if (error instanceof TooManyRows) throw new DomainError('file-unreadable', { reason: 'too-many-rows', most: SKP_LIMITS.importRows });
      if (error instanceof UnreadableFile) throw new DomainError('file-unreadable', { reason: 'xlsx' });
      throw error;
    }
  }

  private async plan(
    actor: Actor, read: ReadNationalSkps, { year, leaveUnknown, determinedOn }: NationalSkpRequest,
  ): Promise<{ plans: Planned[]; unchanged: number; unknown: number; problems: SkpImportProblem[] }> {
    const problems = [...read.problems];
    const people = await this.skps.nationalPeople(read.skps.flatMap(({ nip }) => nip ?? []), read.skps.flatMap(({ sourceId }) => sourceId ?? []));
    const whose = ({ nip, sourceId }: NationalSkp) => (nip === null ? undefined : people.byNip.get(nip)) ?? (sourceId === null ? undefined : people.bySource.get(sourceId));
    const ids = [...new Set(read.skps.flatMap((skp) => whose(skp) ?? []))];
    const posts = await this.skps.definitivePosts(ids, `${year}-01-01`, `${year}-12-31`);
    const spansOf = new Map<Uuid, ReturnType<typeof joined>>();
    for (const id of ids) spansOf.set(id, joined(posts.filter(({ employmentId }) => employmentId === id)));
    const standing = await this.skps.ofOwners(ids, year);
    const plans: Planned[] = [];
    let unchanged = 0;
    let unknown = 0;
    for (const skp of read.skps) {
      const wrong: Wrong = (column, reason, value) => (problems.push({ row: skp.row, column: SKP_TITLES[column], reason, value }), null);
      const employmentId = whose(skp);
      if (!employmentId) {
        if (leaveUnknown) unknown += 1;
        else wrong(skp.nip ? 'nip' : 'sourceId', 'unknown-nip', skp.nip ?? skp.sourceId ?? '');
        continue;
      }
      if (skp.sourceId && (people.bySource.get(skp.sourceId) ?? employmentId) !== employmentId) wrong('sourceId', 'id-of-another', skp.sourceId);
      const span = spanOf(skp, spansOf.get(employmentId) ?? [], year, actor.today, wrong);
      if (!span) continue;
      const known = standing.find((row) => row.employmentId === employmentId && row.periodFrom <= span.to && row.periodTo >= span.from) ?? null;
      if (known && (await this.same(known, skp))) {
        unchanged += 1;
        continue;
      }
      if (known && known.status !== 'draft' && known.status !== 'returned') wrong('nip', 'skp-not-open', skp.nip ?? skp.sourceId ?? '');
      if (plans.some((plan) => plan.employmentId === employmentId && plan.span.from === span.from)) wrong('nip', 'twice-in-file', skp.nip ?? skp.sourceId ?? '');
      const determined = await this.determinedOn(actor, skp, employmentId, span, determinedOn, wrong);
      const day = determined ?? (span.from > actor.today ? span.from : actor.today < span.to ? actor.today : span.to);
      const evaluatorId = (await this.organisation.evaluatorOn(employmentId, day)).evaluator?.employmentId ?? null;
      plans.push({ skp, imported: { results: skp.results, determined }, employmentId, span, standing: known, evaluatorId });
    }
    return { plans, unchanged, unknown, problems };
  }

  /** As the file has it, else the day that was said for all; null: it comes in as a draft. */
  private async determinedOn(actor: Actor, skp: NationalSkp, employmentId: Uuid, span: Period, forAll: IsoDate | null, wrong: Wrong): Promise<IsoDate | null> {
    if (skp.inForce === false) return null;
    const day = skp.determined ?? forAll;
    if (day === null) return skp.inForce ? wrong('determined', 'determined-missing', '') : null;
    if (day > actor.today) return wrong('determined', 'date-in-future', day);
    // Before the post was taken there was no evaluator of it yet.
    const on = day < span.from ? span.from : day;
    if (on > actor.today || !(await this.organisation.evaluatorOn(employmentId, on)).evaluator) return wrong('determined', 'no-evaluator', on);
    return on;
  }

  private async same(known: SkpRow, skp: NationalSkp): Promise<boolean> {
    const titles = (results: { title: string }[]) => results.map(({ title }) => letters(title)).sort().join('\n');
    return known.status === 'determined' && titles(await this.content.results(known.id)) === titles(skp.results);
  }

  /** To the result of the superior by its words, from this file or from what is on record; what is not found is linked later. */
  private async link({ skp, evaluatorId, span }: Planned, written: Map<Uuid, NationalSkp>): Promise<void> {
    if (skp.superiors.size === 0 || evaluatorId === null) return;
    const [above] = written.has(evaluatorId) ? [] : await this.skps.covering([evaluatorId], span.from);
    const results = written.get(evaluatorId)?.results ?? (above ? await this.content.results(above.id) : []);
    for (const result of skp.results) {
      const words = skp.superiors.get(result.id);
      const found = words && results.find(({ title }) => letters(title) === letters(words));
      if (found) Object.assign(result, { superiorResultId: found.id, linkLater: false });
    }
  }
}

/** The time in post that the file means: by its first day, else today's or the last of the year. */
function spanOf(skp: NationalSkp, spans: ReturnType<typeof joined>, year: number, today: IsoDate, wrong: Wrong): ReturnType<typeof joined>[number] | null {
  if (spans.length === 0) return wrong('nip', 'no-post-that-year', skp.nip ?? skp.sourceId ?? '');
  const { from } = skp;
  if (from === null) return spans.find((span) => span.from <= today && today <= span.to) ?? spans.at(-1)!;
  if (Number(from.slice(0, 4)) !== year) return wrong('from', 'other-year', from);
  return spans.find((span) => span.from <= from && from <= span.to) ?? spans.find((span) => span.from >= from) ?? wrong('from', 'no-post-then', from);
}

/** Whoever is above comes first, so that results below find theirs. */
function fromAbove(plans: Planned[]): Planned[] {
  const evaluatorOf = new Map(plans.map(({ employmentId, evaluatorId }) => [employmentId, evaluatorId]));
  const depth = (id: Uuid, seen: Set<Uuid>): number => {
    const above = evaluatorOf.get(id);
    if (!above || seen.has(id)) return 0;
    return evaluatorOf.has(above) ? 1 + depth(above, seen.add(id)) : 1;
  };
  const depths = new Map(plans.map(({ employmentId }) => [employmentId, depth(employmentId, new Set())]));
  return [...plans].sort((a, b) => depths.get(a.employmentId)! - depths.get(b.employmentId)!);
}
