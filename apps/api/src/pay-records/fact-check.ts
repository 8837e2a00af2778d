/** Reads every row of the workbook of pay facts, names each bad cell, and says what applying would do. Pure but for what it is given. */
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { BankAccountInput, FactProblem, PayRecordCodes, PayRecordInput, PayRecordKind, SalaryFact } from '@ekinerja/contracts/pay-records';
import { PAY_RECORD_LIMITS } from '@ekinerja/contracts/pay-records';
import { lastDay, monthOf } from '@ekinerja/regulations/dates';
import type { RawCell } from '../platform/spreadsheet/raw-cell.js';
import { readDay, readMonth, readNip } from '../platform/spreadsheet/read-cells.js';
import { readAccountNumber, readClock, readDecimal, readRupiah, readText, readWhole } from './fact-cells.js';
import { FACT_SHEET_TITLES, RECORD_KIND_WORDS } from './fact-columns.js';
import type { EmploymentSpan } from './fact-import.repository.js';
import type { FactRow } from './fact-reader.js';
import { checkRecord, isPtkp } from './record-check.js';

export type ImportedSalary = SalaryFact & { employmentId: Uuid; month: IsoMonth };
export interface FactContent {
  records: PayRecordInput[];
  salaries: ImportedSalary[];
  accounts: BankAccountInput[];
}
export interface Known {
  people: ReadonlyMap<string, readonly EmploymentSpan[]>;
  units: ReadonlyMap<string, { id: Uuid; skpdId: Uuid | null }>;
  codes: (from: IsoDate, to: IsoDate | null) => PayRecordCodes['codes'];
  /** Employments with pay in the month: whose SKPD is known. */
  hasSkpd: (employmentId: Uuid, month: IsoMonth) => boolean;
  standing: readonly PayRecordInput[];
  salaries: (employmentId: Uuid, month: IsoMonth) => SalaryFact | null;
  accounts: ReadonlyMap<Uuid, readonly { bank: string; number: string; waiting: boolean }[]>;
}
type Counts = { sheet: string; rows: number; fresh: number; changed: number; unchanged: number };

const NO_DAY: IsoDate = '1900-01-01';
const KIND_OF = new Map((Object.entries(RECORD_KIND_WORDS) as [PayRecordKind, string][]).map(([kind, word]) => [word.toLowerCase(), kind]));
const text = (cell: RawCell) => readText(cell, PAY_RECORD_LIMITS.text);

export function nipsOf(rows: readonly FactRow[]): string[] {
  return [...new Set(rows.flatMap((row) => {
    const nip = readNip(row.cell('nip'));
    return 'value' in nip ? [nip.value] : [];
  }))];
}

export function checkFacts(rows: readonly FactRow[], known: Known): { content: FactContent; counts: Counts[] } {
  const content: FactContent = { records: [], salaries: [], accounts: [] };
  const counts = new Map(Object.entries(FACT_SHEET_TITLES).map(([key, sheet]) => [key, { sheet, rows: 0, fresh: 0, changed: 0, unchanged: 0 }]));
  const seen = new Map<string, number>();
  const standing = new Map(known.standing.map((record) => [keyOf(record), record]));
  for (const row of rows) {
    const own = counts.get(row.sheet)!;
    own.rows += 1;
    const once = (key: string, column: string) => {
      const first = seen.get(key);
      if (first !== undefined) row.refuse(column, 'duplicate-row', { first });
      else seen.set(key, row.row);
      return first === undefined;
    };
    if (row.sheet === 'records') {
      const record = readRecord(row, known);
      if (!record || !once(`r ${keyOf(record)}`, 'from')) continue;
      const before = standing.get(keyOf(record));
      if (!before) own.fresh += 1;
      else if (same(before, record)) {
        own.unchanged += 1;
        continue;
      } else {
        row.refuse('from', 'already-recorded');
        continue;
      }
      content.records.push(record);
    } else if (row.sheet === 'salaries') {
      const salary = readSalary(row, known);
      if (!salary || !once(`s ${salary.employmentId} ${salary.month}`, 'nip')) continue;
      const { employmentId, month, ...fact } = salary;
      const before = known.salaries(employmentId, month);
      if (before && same(before, fact)) own.unchanged += 1;
      else {
        own[before ? 'changed' : 'fresh'] += 1;
        content.salaries.push(salary);
      }
    } else {
      const account = readAccount(row, known);
      if (!account || !once(`a ${account.employmentId}`, 'nip')) continue;
      const others = known.accounts.get(account.employmentId) ?? [];
      if (others.some(({ bank, number, waiting }) => !waiting && bank === account.bank && number === account.number)) own.unchanged += 1;
      else if (others.some(({ waiting }) => waiting)) row.refuse('number', 'account-waiting');
      else {
        own[others.length > 0 ? 'changed' : 'fresh'] += 1;
        content.accounts.push(account);
      }
    }
  }
  return { content, counts: [...counts.values()].filter(({ rows: n }) => n > 0) };
}

function readRecord(row: FactRow, known: Known): PayRecordInput | null {
  const word = row.required('kind', text);
  const kind = word === null ? null : (KIND_OF.get(word.toLowerCase()) ?? (word in RECORD_KIND_WORDS ? (word as PayRecordKind) : row.refuse('kind', 'unknown-kind', { known: Object.values(RECORD_KIND_WORDS).join(', ') })));
  const from = row.required('from', (cell) => readDay(cell));
  const to = row.read('to', (cell) => readDay(cell));
  const day = from ?? NO_DAY;
  const employmentId = row.cell('nip').kind === 'empty' ? null : personOf(row, known, day);
  const unitCode = row.read('unitCode', text);
  const unit = unitCode === null ? null : (known.units.get(unitCode) ?? row.refuse('unitCode', 'unknown-unit'));
  const record: PayRecordInput = {
    kind: kind ?? 'leave', employmentId, unitId: unit?.id ?? null, from: day, to,
    code: row.read('code', text), amount: row.read('amount', readRupiah), value: row.read('value', readDecimal),
    checkIn: row.read('checkIn', readClock), checkOut: row.read('checkOut', readClock), breakMinutes: row.read('breakMinutes', readWhole), child: row.read('child', readWhole),
    cause: row.read('cause', text), class: row.read('class', text), documentNumber: row.read('documentNumber', text), documentDate: row.read('documentDate', (cell) => readDay(cell)),
    reason: row.required('reason', (cell) => readText(cell, PAY_RECORD_LIMITS.reason.max)) ?? '',
  };
  if (row.bad || !kind || !from) return null;
  if (employmentId && !known.hasSkpd(employmentId, monthOf(from))) return row.refuse('nip', 'no-post');
  if (unit && !unit.skpdId) return row.refuse('unitCode', 'unit-without-skpd');
  for (const { field, rule, params } of checkRecord(record, known.codes(from, to))) {
    row.refuse(field === 'employmentId' ? 'nip' : field === 'unitId' ? 'unitCode' : field, `record-${rule}`, plainParams(params));
  }
  return row.bad ? null : record;
}

function readSalary(row: FactRow, known: Known): ImportedSalary | null {
  const month = row.required('month', readMonth);
  const employmentId = personOf(row, known, month ? lastDay(month) : NO_DAY, month ?? undefined);
  const ptkp = row.required('ptkp', text)?.toUpperCase().replaceAll(/\s/g, '') ?? '';
  if (ptkp !== '' && !isPtkp(ptkp)) row.refuse('ptkp', 'unknown-ptkp');
  const amount = (column: string) => row.read(column, readRupiah);
  const fact = {
    gross: row.required('gross', readRupiah) ?? 0, basic: amount('basic'), ptkp, taxWithheld: row.required('taxWithheld', readRupiah) ?? 0, insuranceBase: amount('insuranceBase'),
    insuranceEmployee: amount('insuranceEmployee'), insuranceEmployer: amount('insuranceEmployer'), pension: amount('pension'),
  };
  if (fact.taxWithheld > fact.gross) row.refuse('taxWithheld', 'more-than-gross');
  return row.bad || !employmentId || !month ? null : { ...fact, employmentId, month };
}

function readAccount(row: FactRow, known: Known): BankAccountInput | null {
  const from = row.required('from', (cell) => readDay(cell));
  const employmentId = personOf(row, known, from ?? NO_DAY);
  const account = {
    bank: row.required('bank', text) ?? '', number: row.required('number', readAccountNumber) ?? '', holder: row.required('holder', text) ?? '',
    reason: row.read('reason', text) ?? 'Impor rekening',
  };
  return row.bad || !employmentId || !from ? null : { ...account, employmentId, from };
}

function personOf(row: FactRow, known: Known, day: IsoDate, month?: IsoMonth): Uuid | null {
  const nip = row.required('nip', readNip);
  if (nip === null) return null;
  const spans = known.people.get(nip) ?? [];
  if (spans.length === 0) return row.refuse('nip', 'unknown-nip');
  // A day that could not be read is named already.
  if (day === NO_DAY) return spans[0]!.employmentId;
  const first = month ? `${month}-01` : day;
  const found = spans.find((span) => span.from <= day && (span.to === null || span.to >= first));
  return found?.employmentId ?? row.refuse('nip', 'not-in-service');
}

function keyOf({ kind, employmentId, unitId, from, code }: PayRecordInput): string {
  return [kind, employmentId ?? unitId, from, code ?? ''].join(' ');
}

function same(a: object, b: object): boolean {
  const ordered = (value: object) => JSON.stringify(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)));
  return ordered(a) === ordered(b);
}

function plainParams(params: Record<string, string | number | boolean | null> | undefined): FactProblem['params'] {
  return Object.fromEntries(Object.entries(params ?? {}).flatMap(([key, value]) => (typeof value === 'string' || typeof value === 'number' ? [[key, value]] : [])));
}
