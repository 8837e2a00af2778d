import { Injectable } from '@nestjs/common';
import type { DerivationStep, Predicate, Uuid } from '@ekinerja/contracts/basics';
import { EVALUATION_IMPORT_LIMITS, type EvaluationImportAnswer, type EvaluationImportProblem } from '@ekinerja/contracts/evaluation-imports';
import type { EvaluatorPerson } from '@ekinerja/contracts/organisation';
import { endOfDay, lastDay } from '@ekinerja/regulations/dates';
import { evaluate } from '@ekinerja/regulations/evaluation';
import type { LawSet } from '@ekinerja/regulations/law';
import { isRefusal } from '@ekinerja/regulations/refusal';
import ExcelJS from 'exceljs';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { PeriodsService } from '../periods/periods.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Upload } from '../platform/http/upload.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { TooManyRows, UnreadableFile } from '../platform/spreadsheet/unreadable-file.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { SkpService } from '../skp/skp.service.js';
import { NationalHeadingsService } from '../staffing-records/national-headings.service.js';
import { EVALUATION_COLUMNS, EVALUATION_EXAMPLES, EVALUATION_SHEET, type EvaluationColumn } from './evaluation-import-columns.js';
import { readResults, type EarlierResult, type ReadResults } from './evaluation-import-reader.js';
import { EvaluationImportRepository, type PersonSpan } from './evaluation-import.repository.js';
import type { EvaluationWrite } from './evaluations.repository.js';
import { RatingLineService } from './rating-line.service.js';

const ROWS_AT_ONCE = 500;

interface Known {
  byNip: Map<string, PersonSpan[]>;
  bySource: Map<string, PersonSpan[]>;
}
/** Answers with why a result is not taken; null when it is. */
type Wrong = (column: EvaluationColumn, reason: string) => null;

/**
 * Results that were determined before this system, for a regency that begins in mid-year: the months before, and the
 * years before. They are taken as they were determined; only what contradicts itself, the organisation of its month or
 * what is on record is refused, and then nothing comes in.
 */
@Injectable()
export class EvaluationImportService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly results: EvaluationImportRepository,
    private readonly lines: RatingLineService,
    private readonly skp: SkpService,
    private readonly organisation: OrganisationService,
    private readonly periods: PeriodsService,
    private readonly regulations: RegulationsService,
    private readonly audit: AuditService,
    private readonly headings: NationalHeadingsService,
  ) {}

  async load(actor: Actor, { apply, leaveUnknown }: { apply: boolean; leaveUnknown: boolean }, upload: Upload): Promise<EvaluationImportAnswer> {
    const read = await this.read(upload.content);
    return this.db.transaction(async () => {
      const { writes, unchanged, unknown, problems } = await this.plan(actor, read, upload.name, leaveUnknown);
      const left = { unknown, acting: read.acting, unfinished: read.unrated };
      const answer = { rows: read.rows, fresh: writes.length, unchanged, left, headings: read.headings, problems };
      if (!apply || problems.length > 0) return { ...answer, applied: false };
      const note = `Ditetapkan sebelum sistem ini; diambil dari ${upload.name}`;
      for (let at = 0; at < writes.length; at += ROWS_AT_ONCE) await this.results.insert(writes.slice(at, at + ROWS_AT_ONCE), note);
      await this.audit.record({ actor, action: 'evaluation.imported', subjectType: 'evaluation-import', subjectId: upload.name, after: { file: upload.name, fresh: writes.length, unchanged } });
      return { ...answer, applied: true };
    });
  }

  async template(): Promise<Buffer> {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet(EVALUATION_SHEET);
    sheet.columns = Object.entries(EVALUATION_COLUMNS).map(([key, header]) => ({ key, header, width: 22, style: { numFmt: '@' } }));
    sheet.getRow(1).font = { bold: true };
    sheet.views = [{ state: 'frozen', ySplit: 1 }];
    sheet.addRows(EVALUATION_EXAMPLES);
    return Buffer.from(await workbook.xlsx.writeBuffer());
  }

  private async read(content: Buffer): Promise<ReadResults> {
    try {
      return await readResults(content, (await this.headings.of('results')).columns);
    } catch (error) {
      if (error instanceof TooManyRows) throw new DomainError('file-unreadable', { reason: 'too-many-rows', most: EVALUATION_IMPORT_LIMITS.rows });
      if (error instanceof UnreadableFile) throw new DomainError('file-unreadable', { reason: 'xlsx' });
      throw error;
    }
  }

  private async plan(
    actor: Actor, read: ReadResults, file: string, leaveUnknown: boolean,
  ): Promise<{ writes: EvaluationWrite[]; unchanged: number; unknown: number; problems: EvaluationImportProblem[] }> {
    const problems = [...read.problems];
    const given = (values: (string | null)[]) => [...new Set(values.filter((value) => value !== null))];
    const known = await this.results.spansOf(given(read.results.flatMap(({ nip, evaluatorNip }) => [nip, evaluatorNip])), given(read.results.map(({ sourceId }) => sourceId)));
    const standing = await this.results.standing([...known.byNip.values(), ...known.bySource.values()].flat().map(({ employmentId }) => employmentId));
    let unknown = 0;
    const seen = new Set<string>();
    const writes: EvaluationWrite[] = [];
    let unchanged = 0;
    for (const result of read.results) {
      if (leaveUnknown && whose(result, known) === undefined) {
        unknown += 1;
        continue;
      }
      const wrong: Wrong = (column, reason) => {
        const value = column === 'month' ? result.month : column === 'evaluatorNip' ? result.evaluatorNip : column === 'nip' ? (result.nip ?? result.sourceId) : column === 'predicate' ? result.predicate : null;
        problems.push({ row: result.row, column: EVALUATION_COLUMNS[column], reason, value: value ?? '' });
        return null;
      };
      const write = await this.planned(actor, result, known, file, wrong);
      if (!write) continue;
      const key = `${write.employmentId} ${write.kind} ${write.month}`;
      if (seen.has(key)) wrong('month', 'twice-in-file');
      seen.add(key);
      const before = standing.get(key);
      if (before === write.predicate) unchanged += 1;
      else if (before) wrong('predicate', 'already-evaluated');
      else writes.push(write);
    }
    await this.requireOpen(writes, problems, read.results);
    await this.bindSkps(writes);
    return { writes, unchanged, unknown, problems };
  }

  private async planned(actor: Actor, result: EarlierResult, known: Known, file: string, wrong: Wrong): Promise<EvaluationWrite | null> {
    const { kind, month, work, behaviour, determined } = result;
    const day = lastDay(month);
    if (day >= actor.today) return wrong('month', 'month-not-over');
    if (determined && determined > actor.today) return wrong('determined', 'date-in-future');
    const spans = whose(result, known);
    const person = servingOn(spans, day);
    if (!person) return wrong('nip', spans ? 'not-in-service' : 'unknown-nip');
    const other = result.sourceId !== null && known.bySource.get(result.sourceId)?.some(({ employmentId }) => employmentId !== person.employmentId);
    if (other) return wrong('nip', 'id-of-another');
    const evaluator = await this.evaluatorOf(actor, result, person.employmentId, known, wrong);
    if (!evaluator) return null;
    const law = await this.regulations.lawOn(day, person.kind);
    const judged = judgedBefore(result, law, file, wrong);
    if (!judged) return null;
    const quality = law.performance.rules.evaluation.monthlyQuality !== undefined && kind === 'periodic';
    return {
      employmentId: person.employmentId, kind, month, skpId: null, method: law.performance.rules.evaluation.method,
      inputs: { ...(work ? { workRating: work } : {}), ...(behaviour ? { behaviourRating: behaviour } : {}), ...(quality && result.score ? { qualityScore: result.score } : {}) },
      predicate: judged.predicate, derivation: judged.derivation, score: quality ? null : result.score, qualityScore: quality ? result.score : null,
      note: null, recommendation: null, law: law.references,
      evaluator: { person: evaluator, signedAs: await this.organisation.snapshotOf(evaluator.employmentId, day), chain: [] },
      decidedBy: null, determinedAt: endOfDay(determined ?? day, this.clock.timeZone), origin: 'imported',
    };
  }

  /** As the file names them; else whoever evaluated the person that month. */
  private async evaluatorOf(actor: Actor, { evaluatorNip, month }: EarlierResult, employmentId: Uuid, known: Known, wrong: Wrong): Promise<EvaluatorPerson | null> {
    const day = lastDay(month);
    if (!evaluatorNip) return (await this.lines.evaluatorFor(employmentId, month, actor.today)).evaluator ?? wrong('evaluatorNip', 'no-evaluator');
    const found = servingOn(known.byNip.get(evaluatorNip), day);
    const org = await this.organisation.onDate(day);
    const employment = found && org.employments.get(found.employmentId);
    const post = found && org.definitivePost(found.employmentId);
    if (!employment || !post || employment.id === employmentId) return wrong('evaluatorNip', 'evaluator-unknown');
    const { id, personId, name, nip } = employment;
    return { employmentId: id, personId, personName: name, nip, postId: post.postId, postName: post.postName, capacity: 'definitive' };
  }

  /** A month that was closed here has its slips: no result comes in behind them. */
  private async requireOpen(writes: EvaluationWrite[], problems: EvaluationImportProblem[], results: EarlierResult[]): Promise<void> {
    for (const month of [...new Set(writes.map((write) => write.month))].sort()) {
      const people = writes.filter((write) => write.month === month).map(({ employmentId }) => employmentId);
      for (const skpdId of [...new Set((await this.periods.skpdsOfMonth(month, people)).values())].sort()) {
        try {
          await this.periods.writing(skpdId, month);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          const row = results.find((result) => result.month === month)?.row ?? 1;
          problems.push({ row, column: EVALUATION_COLUMNS.month, reason: 'month-closed', value: month });
        }
      }
    }
  }

  private async bindSkps(writes: EvaluationWrite[]): Promise<void> {
    for (const month of new Set(writes.map((write) => write.month))) {
      const own = writes.filter((write) => write.month === month);
      const skps = await this.skp.coveringOf(own.map(({ employmentId }) => employmentId), lastDay(month));
      for (const write of own) {
        const skp = skps.get(write.employmentId);
        if (skp && (skp.status === 'determined' || skp.status === 'closed')) write.skpId = skp.id;
      }
    }
  }
}

/** By NIP; by the id of the national records where the file has no NIP, or one that is not on record. */
function whose({ nip, sourceId }: EarlierResult, { byNip, bySource }: Known): PersonSpan[] | undefined {
  return (nip === null ? undefined : byNip.get(nip)) ?? (sourceId === null ? undefined : bySource.get(sourceId));
}

function servingOn(spans: PersonSpan[] | undefined, day: string): PersonSpan | undefined {
  return spans?.find(({ from, to }) => from <= day && (to === null || to >= day));
}

/** By the two ratings where the law has the quadrant and the file has both; a predicate that says otherwise is a mistake in one of them. */
function judgedBefore({ work, behaviour, predicate }: EarlierResult, law: LawSet, file: string, wrong: Wrong): { predicate: Predicate; derivation: DerivationStep[] } | null {
  const taken = (result: Predicate): DerivationStep => ({ rule: 'evaluation.taken-over', inputs: { file }, result });
  if (law.performance.rules.evaluation.method === 'quadrant' && work && behaviour) {
    const found = evaluate(law, { workRating: work, behaviourRating: behaviour });
    if (isRefusal(found)) return wrong('predicate', 'predicate-missing');
    if (predicate && predicate !== found.predicate) return wrong('predicate', 'predicate-other');
    return { predicate: found.predicate, derivation: [taken(found.predicate), ...found.derivation] };
  }
  return predicate ? { predicate, derivation: [taken(predicate)] } : wrong('predicate', 'predicate-missing');
}
