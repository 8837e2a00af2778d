import { Injectable } from '@nestjs/common';
import ExcelJS from 'exceljs';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import { PAY_RECORD_LIMITS, PAY_RECORD_SHAPES, type FactImport, type PayRecordCodes, type SalaryFact } from '@ekinerja/contracts/pay-records';
import { monthOf } from '@ekinerja/regulations/dates';
import { AuditService } from '../audit/audit.service.js';
import { PeriodsService } from '../periods/periods.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Upload } from '../platform/http/upload.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { readDay, readMonth } from '../platform/spreadsheet/read-cells.js';
import { TooManyRows, UnreadableFile } from '../platform/spreadsheet/unreadable-file.js';
import { FileStorage } from '../platform/storage/file-storage.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { BankAccountRepository } from './bank-account.repository.js';
import { checkFacts, nipsOf } from './fact-check.js';
import { FACT_COLUMNS, FACT_SHEET_TITLES, RECORD_KIND_WORDS, type FactSheetKey } from './fact-columns.js';
import { FactImportRepository, type FactImportRecord } from './fact-import.repository.js';
import { readFactWorkbook, type FactRow } from './fact-reader.js';
import { PayRecordRepository, type NewRecord } from './pay-record.repository.js';
import { PayRecordsService } from './pay-records.service.js';
import { codesOf, codesWithin } from './record-codes.js';
import { SalaryRepository } from './salary.repository.js';

/** Facts of pay from the agency's workbook: checked whole, shown with what they will change, then applied at once or not at all. */
@Injectable()
export class FactImportService {
  constructor(
    private readonly db: Database,
    private readonly imports: FactImportRepository,
    private readonly records: PayRecordRepository,
    private readonly writing: PayRecordsService,
    private readonly salaries: SalaryRepository,
    private readonly accounts: BankAccountRepository,
    private readonly periods: PeriodsService,
    private readonly regulations: RegulationsService,
    private readonly files: FileStorage,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<FactImport[]> {
    return (await this.imports.list()).map(view);
  }

  async get(id: Uuid): Promise<FactImport> {
    const record = await this.imports.find(id);
    if (!record) throw new DomainError('not-found');
    return view(record);
  }

  async upload(actor: Actor, file: Upload): Promise<FactImport> {
    const { rows, problems } = await this.read(file.content);
    const { content, counts } = checkFacts(rows, await this.known(rows));
    return this.db.transaction(async () => {
      const stored = await this.files.store({ ...file, storedBy: actor.accountId });
      const valid = problems.length === 0;
      problems.sort((a, b) => (a.sheet < b.sheet ? -1 : a.sheet > b.sheet ? 1 : a.row - b.row));
      const preview = { sheets: counts, problems: problems.slice(0, PAY_RECORD_LIMITS.problemsShown), problemCount: problems.length };
      const id = await this.imports.insert({
        fileName: file.name, fileId: stored.id, status: valid ? 'previewed' : 'invalid', at: this.clock.now(), by: actor.accountId, preview, content: valid ? content : null,
      });
      await this.audit.record({ actor, action: 'pay-facts.uploaded', subjectType: 'fact-import', subjectId: id, after: { file: file.name, sheets: counts, problems: problems.length } });
      return this.get(id);
    });
  }

  /** @throws DomainError `import-has-errors`, `import-already-applied`, `month-closed` */
  async apply(actor: Actor, id: Uuid): Promise<FactImport> {
    return this.db.transaction(async () => {
      const found = await this.imports.lockContent(id);
      if (!found) throw new DomainError('not-found');
      if (found.status === 'applied') throw new DomainError('import-already-applied', {});
      if (found.status === 'invalid' || !found.content) throw new DomainError('import-has-errors', {});
      const at = this.clock.now();
      const { records, salaries, accounts } = found.content;
      const fresh = await this.withSkpd(records, id);
      await this.writing.touch(fresh.filter(({ status }) => status === 'in-force'));
      await this.records.insertAll(fresh, at, actor.accountId);
      await this.salaries.upsert(salaries, at, actor.accountId, id);
      for (const account of accounts) await this.accounts.propose(account, at, actor.accountId, id);
      await this.imports.markApplied(id, at, actor.accountId);
      await this.audit.record({
        actor, action: 'pay-facts.applied', subjectType: 'fact-import', subjectId: id, after: { records: records.length, salaries: salaries.length, accounts: accounts.length },
      });
      return this.get(id);
    });
  }

  /** An empty workbook with the columns and the words that each kind asks for. */
  async template(today: IsoDate): Promise<Buffer> {
    const codes = codesOf(await this.regulations.lawOn(today));
    const workbook = new ExcelJS.Workbook();
    for (const key of Object.keys(FACT_SHEET_TITLES) as FactSheetKey[]) {
      const sheet = workbook.addWorksheet(FACT_SHEET_TITLES[key], { views: [{ state: 'frozen', ySplit: 1 }] });
      sheet.columns = Object.entries<string>(FACT_COLUMNS[key]).map(([column, header]) => ({ key: column, header, width: Math.max(14, header.length + 2), style: { numFmt: ['nip', 'number'].includes(column) ? '@' : 'General' } }));
      sheet.getRow(1).font = { bold: true };
    }
    const legend = workbook.addWorksheet('Petunjuk');
    legend.addRow(['Jenis', 'Untuk', 'Kolom yang diisi', 'Kode yang dikenal kebijakan']).font = { bold: true };
    [20, 14, 60, 80].forEach((width, index) => (legend.getColumn(index + 1).width = width));
    for (const [kind, shape] of Object.entries(PAY_RECORD_SHAPES) as [keyof typeof PAY_RECORD_SHAPES, (typeof PAY_RECORD_SHAPES)[keyof typeof PAY_RECORD_SHAPES]][]) {
      const columns = ['from', ...(shape.span === 'day' ? [] : ['to']), ...shape.required, ...shape.optional, ...(shape.document ? ['documentNumber'] : []), 'reason'];
      legend.addRow([
        RECORD_KIND_WORDS[kind], shape.target === 'unit' ? 'Kode Unit' : shape.target === 'person' ? 'NIP' : 'NIP atau Kode Unit',
        columns.map((column) => (FACT_COLUMNS.records as Record<string, string>)[column]).join(', '), (codes[kind] ?? []).map(({ code, name }) => (code === name ? code : `${code} (${name})`)).join('; '),
      ]);
    }
    return Buffer.from(await workbook.xlsx.writeBuffer());
  }

  private async withSkpd(records: readonly Omit<NewRecord, 'skpdId' | 'status' | 'importId' | 'source'>[], importId: Uuid): Promise<NewRecord[]> {
    const skpds = new Map<IsoMonth, Map<Uuid, Uuid>>();
    for (const month of new Set(records.map(({ from }) => monthOf(from)))) {
      const people = records.flatMap(({ employmentId, from }) => (employmentId && monthOf(from) === month ? [employmentId] : []));
      skpds.set(month, await this.periods.skpdsOfMonth(month, people));
    }
    const units = new Map([...(await this.imports.unitsByCode()).values()].map(({ id, skpdId }) => [id, skpdId]));
    return records.map((record) => {
      const skpdId = record.employmentId ? skpds.get(monthOf(record.from))?.get(record.employmentId) : units.get(record.unitId as Uuid);
      if (!skpdId) throw new DomainError('import-has-errors', {});
      return { ...record, skpdId, status: PAY_RECORD_SHAPES[record.kind].approval ? 'waiting' : 'in-force', importId, source: null };
    });
  }

  private async known(rows: readonly FactRow[]) {
    const people = await this.imports.spansOf(nipsOf(rows));
    const ids = [...new Set([...people.values()].flatMap((spans) => spans.map(({ employmentId }) => employmentId)))];
    const units = await this.imports.unitsByCode();
    const law = await this.regulations.law();
    const today = this.clock.today();
    const codes = new Map<string, PayRecordCodes['codes']>();
    const skpds = new Map<IsoMonth, Map<Uuid, Uuid>>();
    const salaries = new Map<IsoMonth, Map<Uuid, SalaryFact>>();
    for (const row of rows) {
      if (row.sheet === 'records') {
        const day = readDay(row.cell('from'));
        if ('value' in day && !skpds.has(monthOf(day.value))) skpds.set(monthOf(day.value), await this.periods.skpdsOfMonth(monthOf(day.value), ids));
      } else if (row.sheet === 'salaries') {
        const month = readMonth(row.cell('month'));
        if ('value' in month && !salaries.has(month.value)) salaries.set(month.value, await this.salaries.ofMonth(month.value, ids));
      }
    }
    return {
      people, units,
      codes: (from: IsoDate, to: IsoDate | null) => {
        const key = `${from} ${to}`;
        const known = codes.get(key) ?? codesWithin(law, from, to, today);
        codes.set(key, known);
        return known;
      },
      hasSkpd: (employmentId: Uuid, month: IsoMonth) => skpds.get(month)?.has(employmentId) ?? false,
      standing: await this.imports.standing(ids, [...units.values()].map(({ id }) => id)),
      salaries: (employmentId: Uuid, month: IsoMonth) => salaries.get(month)?.get(employmentId) ?? null,
      accounts: await this.imports.accountsOf(ids),
    };
  }

  private async read(content: Buffer) {
    try {
      return await readFactWorkbook(content);
    } catch (error) {
      if (error instanceof TooManyRows) throw new DomainError('file-too-large', { rows: PAY_RECORD_LIMITS.rows });
      if (error instanceof UnreadableFile) throw new DomainError('file-unreadable');
      throw error;
    }
  }
}

function view({ uploadedAt, appliedAt, preview, ...record }: FactImportRecord): FactImport {
  return { ...record, uploadedAt: uploadedAt.toISOString(), appliedAt: appliedAt?.toISOString() ?? null, ...preview };
}
