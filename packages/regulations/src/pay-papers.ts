/** The columns of a pay list and what each slip puts under them: sums of the slip's own lines, so that every amount traces to it (BK 7(4)). */
import type { Rupiah } from '@ekinerja/contracts/basics';
import type { SlipLine } from './allowance.js';
import { cutKind, type CutKind } from './allowance/cut-kinds.js';
import type { LawSet } from './law.js';
import { type PaperColumn } from './document/allowance/papers-schema.js';

export { PAPER_COLUMNS, type PaperColumn } from './document/allowance/papers-schema.js';

const USUAL_COLUMNS: readonly PaperColumn[] = [
  'name', 'rank', 'post', 'class', 'gross', 'discipline', 'performance', 'leave', 'punishment', 'compliance', 'held', 'other-cuts', 'adjustments',
  'tax-allowance', 'insurance-allowance', 'payable', 'tax', 'insurance', 'insurance-employer', 'zakat', 'other', 'net', 'sign',
];
const USUAL_SIGNATURES = [
  { lead: 'Mengetahui,', who: 'head' as const, title: undefined },
  { lead: 'Dibayar oleh,', who: 'treasurer' as const, title: undefined },
];
/** Points of the letter by which the head answers for the list; a document may put its own in their place. */
const USUAL_STATEMENT = [
  'Perhitungan dalam daftar pembayaran ini telah dihitung dengan benar berdasarkan data presensi dan penilaian kinerja pegawai.',
  'Apabila di kemudian hari terdapat kelebihan atas pembayaran tersebut, kami bersedia menyetorkannya ke kas daerah.',
  'Bukti-bukti yang mendasari daftar ini disimpan sesuai ketentuan untuk kelengkapan administrasi dan keperluan pemeriksaan.',
];

export interface PaperLayout {
  columns: readonly PaperColumn[];
  accounts: Readonly<Record<string, string | undefined>>;
  signatures: readonly { lead: string; who: 'head' | 'treasurer' | 'maker'; title?: string | undefined }[];
  statement: readonly string[];
}

/** How the papers of a month look: as the document says, else the usual form. */
export function paperLayout(law: LawSet): PaperLayout {
  const papers = law.allowance.rules.papers;
  return {
    columns: papers?.columns ?? USUAL_COLUMNS,
    accounts: papers?.accounts ?? {},
    signatures: papers?.signatures ?? USUAL_SIGNATURES,
    statement: papers?.statement ?? USUAL_STATEMENT,
  };
}

/** Positive sums by column; cuts and deductions as what they take. */
export interface PaperAmounts {
  criteria: { name: string; amount: Rupiah }[];
  gross: Rupiah;
  discipline: Rupiah;
  performance: Rupiah;
  leave: Rupiah;
  punishment: Rupiah;
  compliance: Rupiah;
  held: Rupiah;
  /** Limits, the difference to a professional allowance, rounding. */
  otherCuts: Rupiah;
  realised: Rupiah;
  taxAllowance: Rupiah;
  insuranceAllowance: Rupiah;
  adjustments: Rupiah;
  payable: Rupiah;
  tax: Rupiah;
  insurance: Rupiah;
  insuranceEmployer: Rupiah;
  zakat: Rupiah;
  other: Rupiah;
  net: Rupiah;
}

/** One slip's amounts, column by column; they add up to its net. */
export function paperAmounts(lines: readonly SlipLine[]): PaperAmounts {
  const sum = (section: SlipLine['section'], wanted: (code: string) => boolean) =>
    lines.reduce((total, line) => (line.section === section && wanted(line.code) ? total + (line.amount ?? 0) : total), 0);
  const of = (section: SlipLine['section'], ...codes: string[]) => sum(section, (code) => codes.includes(code));
  const gross = sum('gross', () => true);
  const cuts = -sum('cut', () => true);
  const cut = (kind: CutKind) => 0 - sum('cut', (code) => cutKind(code) === kind);
  const adjustments = sum('adjustment', () => true);
  const taxAllowance = of('deduction', 'tax-allowance');
  const insuranceAllowance = of('deduction', 'insurance-employer');
  const tax = -sum('deduction', (code) => code.startsWith('tax-') && code !== 'tax-allowance');
  const insurance = -of('deduction', 'insurance');
  const insuranceEmployer = -of('deduction', 'insurance-employer-cut');
  const zakat = -of('deduction', 'zakat');
  const deducted = -sum('deduction', () => true);
  const payable = gross - cuts + adjustments + taxAllowance + insuranceAllowance;
  return {
    criteria: lines.flatMap(({ section, code, inputs, amount }) =>
      section === 'gross' && code === 'criterion' ? [{ name: String(inputs.name), amount: amount ?? 0 }] : [],
    ),
    gross,
    discipline: cut('discipline'), performance: cut('performance'), leave: cut('leave'), punishment: cut('punishment'),
    compliance: cut('compliance'), held: cut('held'), otherCuts: cut('other'),
    realised: gross - cuts,
    taxAllowance, insuranceAllowance, adjustments, payable, tax, insurance, insuranceEmployer, zakat,
    // Whatever else is taken or rounded, so that the columns always make up the net.
    other: deducted + taxAllowance + insuranceAllowance - tax - insurance - insuranceEmployer - zakat,
    net: gross - cuts + adjustments - deducted,
  };
}
