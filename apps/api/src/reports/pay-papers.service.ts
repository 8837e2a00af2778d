import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { PaperFormat, PayPaper, PayrollExport, PayrollRow } from '@ekinerja/contracts/pay-papers';
import { AuditService } from '../audit/audit.service.js';
import { GovernmentService } from '../government/government.service.js';
import type { Actor } from '../platform/access/actor.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { PaySheetService, type PaySheet, type SheetRow } from '../tpp/pay-sheet.service.js';
import { fileWord } from './indonesian.js';
import { payPaper } from './pay-paper.js';
import { PAPER_TITLES, shares } from './pay-tables.js';
import { payWorkbook } from './pay-workbook.js';
import { PDF, ReportsService, XLSX, type ReportFile } from './reports.service.js';
import { TypstService } from './typst.service.js';

const FILE_WORDS: Record<PayPaper, string> = {
  'payment-list': 'daftar-pembayaran', 'bank-list': 'daftar-bank', 'tax-list': 'daftar-pph21', 'insurance-list': 'daftar-bpjs',
  'percentage-recap': 'rekap-persentase', 'rank-recap': 'rekap-golongan', statement: 'sptjm',
};
/** Which criterion goes into which field of the bridge; another code counts as other objective grounds. */
const FIELDS = { BK: 'BEBAN_KERJA', PK: 'PRESTASI_KERJA', KK: 'KONDISI_KERJA', TB: 'TEMPAT_BERTUGAS', KP: 'KELANGKAAN', POL: 'PERTIMBANGAN_LAIN' } as const;

/** Papers to the treasurer and the rows for the payroll system, from the slips of one SKPD's month. */
@Injectable()
export class PayPapersService {
  constructor(
    private readonly sheets: PaySheetService,
    private readonly reports: ReportsService,
    private readonly government: GovernmentService,
    private readonly typst: TypstService,
    private readonly audit: AuditService,
  ) {}

  async paper(actor: Actor, runId: Uuid, skpdId: Uuid, paper: PayPaper, format: PaperFormat): Promise<ReportFile> {
    return this.paperOf(actor, await this.sheet(actor, runId, skpdId), paper, format);
  }

  sheet(actor: Actor, runId: Uuid, skpdId: Uuid): Promise<PaySheet> {
    return this.sheets.sheet(actor, runId, skpdId);
  }

  /** A paper of a sheet that has been read: all of an SKPD rest on the same one. */
  async paperOf(actor: Actor, sheet: PaySheet, paper: PayPaper, format: PaperFormat): Promise<ReportFile> {
    const { runId, skpdId } = sheet;
    await this.audit.logRead(actor, `pay-paper.${paper}`, 'pay-run-unit', `${runId}/${skpdId}`);
    const { name: government } = await this.government.profile();
    const base = `${FILE_WORDS[paper]}-${sheet.month}-${fileWord(sheet.skpdName)}`;
    const draft = sheet.status !== 'closed' ? 'draf-' : '';
    if (format === 'xlsx') return { name: `${draft}${base}.xlsx`, mediaType: XLSX, content: await payWorkbook(paper, sheet, government) };
    if (sheet.status !== 'closed' || !sheet.closedOn) {
      return { name: `${draft}${base}.pdf`, mediaType: PDF, content: (await this.typst.set('pay-paper', payPaper(paper, sheet, government, null))).content };
    }
    // Accounts may change after the close; a list with new accounts is a new paper, and the old one says so.
    const version = paper === 'bank-list' ? `rekening ${accountsMark(sheet)}` : undefined;
    return this.reports.issuedOnce(
      actor,
      {
        kind: paper, subjectType: 'pay-run-unit', subjectId: `${runId}/${skpdId}`, unitId: skpdId, series: 'TPP', year: Number(sheet.closedOn.slice(0, 4)),
        title: `${PAPER_TITLES[paper]} ${sheet.month} – ${sheet.skpdName}`, version, fileName: `${base}.pdf`, template: 'pay-paper',
      },
      (seal) => payPaper(paper, sheet, government, seal),
    );
  }

  /** The field set that payroll systems take over (allowance-rules 7.2): closed months only. */
  async payroll(actor: Actor, runId: Uuid, skpdId: Uuid): Promise<PayrollExport> {
    const sheet = await this.sheets.sheet(actor, runId, skpdId);
    if (sheet.status !== 'closed') throw new DomainError('state-refused', { status: sheet.status });
    await this.audit.logRead(actor, 'pay-paper.payroll', 'pay-run-unit', `${runId}/${skpdId}`);
    const breakdown = await this.sheets.breakdown(sheet);
    const rows = sheet.rows.map((row) => payrollRow(row, sheet, breakdown.get(row.employmentId)));
    return {
      month: sheet.month, paymentMonth: sheet.paymentMonth, skpdName: sheet.skpdName, rows,
      totals: rows.reduce((sum, row) => ({ employees: sum.employees + 1, gross: sum.gross + row.KOTOR, deductions: sum.deductions + row.JLH_POT, net: sum.net + row.BERSIH }), { employees: 0, gross: 0, deductions: 0, net: 0 }),
    };
  }

  async payrollCsv(actor: Actor, runId: Uuid, skpdId: Uuid): Promise<ReportFile> {
    const { rows, month, skpdName } = await this.payroll(actor, runId, skpdId);
    const [first] = rows;
    const keys = first ? (Object.keys(first) as (keyof PayrollRow)[]) : [];
    // A leading sign would be run as a formula by a spreadsheet.
    const cell = (value: string | number | null) => (typeof value === 'number' ? String(value) : `"${(value ?? '').replaceAll('"', '""').replace(/^([=+@-])/, "'$1")}"`);
    const content = Buffer.from(['﻿' + keys.join(';'), ...rows.map((row) => keys.map((key) => cell(row[key])).join(';'))].join('\r\n') + '\r\n', 'utf8');
    return { name: `jembatan-gaji-${month}-${fileWord(skpdName)}.csv`, mediaType: 'text/csv', content };
  }
}

/** The same for the same accounts of the same people; it tells no account. */
function accountsMark({ rows }: PaySheet): string {
  const accounts = rows.map(({ employmentId, account }) => [employmentId, account?.bank, account?.number, account?.holder]);
  return createHash('sha256').update(JSON.stringify(accounts)).digest('hex').slice(0, 12);
}

function payrollRow(row: SheetRow, sheet: PaySheet, cells: readonly { criterion: string; paid: number }[] | undefined): PayrollRow {
  const { amounts } = row;
  const parts = { BEBAN_KERJA: 0, PRESTASI_KERJA: 0, KONDISI_KERJA: 0, TEMPAT_BERTUGAS: 0, KELANGKAAN: 0, PERTIMBANGAN_LAIN: 0 };
  const add = (code: string, amount: number) => void (parts[FIELDS[code as keyof typeof FIELDS] ?? 'PERTIMBANGAN_LAIN'] += amount);
  const codes = amounts.criteria.map(({ name }) => sheet.criteria.find((criterion) => criterion.name === name)?.code ?? '');
  const spread = shares(amounts.criteria.map(({ amount }) => amount), amounts.realised);
  const exact = cells && cells.reduce((sum, { paid }) => sum + paid, 0) <= amounts.realised;
  if (exact) for (const { criterion, paid } of cells) add(criterion, paid);
  else codes.forEach((code, index) => add(code, spread[index] ?? 0));
  // Additions and what is not of a criterion; with it the parts make up the whole.
  add('POL', amounts.realised - Object.values(parts).reduce((sum, part) => sum + part, 0));
  const deductions = amounts.tax + amounts.insurance + amounts.insuranceEmployer + amounts.zakat + amounts.other;
  return {
    NIP: row.nip ?? '', NAMA: row.name, PERIODE_TPP: `${sheet.month.slice(5, 7)}${sheet.month.slice(0, 4)}`, TGL_BAYAR: sheet.handedOverOn satisfies IsoDate | null,
    KD_SKPD: sheet.skpdCode, KD_SATKER: sheet.skpdCode, JML_TPP: amounts.realised + amounts.adjustments, ...parts,
    TJ_PPH: amounts.taxAllowance, TJ_BPJS: amounts.insuranceAllowance, KOTOR: amounts.payable, POT_PPH: amounts.tax, POT_BPJS: amounts.insuranceEmployer, POT_IWP1: amounts.insurance,
    POT_LAIN: amounts.zakat + amounts.other, JLH_POT: deductions, BERSIH: amounts.net, ADDUSER: 'E-KINERJA', STATUS: 'FINAL',
  };
}
