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
  /** What corrections of earlier months take: part of `adjustments`. */
  previousCuts: Rupiah;
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
    taxAllowance, insuranceAllowance, adjustments,
    previousCuts: lines.reduce((total, line) => (line.code === 'adjustment' && (line.amount ?? 0) < 0 ? total - (line.amount ?? 0) : total), 0),
    payable, tax, insurance, insuranceEmployer, zakat,
    // Whatever else is taken or rounded, so that the columns always make up the net.
    other: deducted + taxAllowance + insuranceAllowance - tax - insurance - insuranceEmployer - zakat,
    net: gross - cuts + adjustments - deducted,
  };
}

/** Column by column the sums of several slips, criteria by their names. */
export function addedAmounts(all: readonly PaperAmounts[]): PaperAmounts {
  const sum = paperAmounts([]);
  const criteria = new Map<string, Rupiah>();
  for (const { criteria: own, ...amounts } of all) {
    for (const { name, amount } of own) criteria.set(name, (criteria.get(name) ?? 0) + amount);
    for (const key of Object.keys(amounts) as (keyof typeof amounts)[]) sum[key] += amounts[key];
  }
  return { ...sum, criteria: [...criteria].map(([name, amount]) => ({ name, amount })) };
}

/** What a slip says in percent and in counts, beside its amounts. */
export interface PaperShares {
  /** Paid of the parts that presence measures, of all other parts, and of the whole: two decimals; null where nothing is measured so. */
  discipline: number | null;
  performance: number | null;
  total: number | null;
  /** How many times late or early, by the code of the band. */
  bands: Readonly<Record<string, number>>;
  absent: number;
}

/** Percent and counts of one slip; which part presence measures is the law's. A policy without such a part cuts the whole. */
export function paperShares(lines: readonly SlipLine[], law: LawSet): PaperShares {
  const byPresence = disciplineParts(law);
  const amounts = paperAmounts(lines);
  const base = (wanted: boolean) =>
    lines.reduce((total, { code, inputs, result }) => (code === 'part' && byPresence.has(String(inputs.part)) === wanted ? total + Number(result ?? 0) : total), 0);
  const bands: Record<string, number> = {};
  let absent = 0;
  for (const { section, code, inputs } of lines) {
    if (section !== 'cut') continue;
    const n = Number(inputs.n ?? 0);
    if (inputs.band !== undefined) bands[inputs.band] = (bands[inputs.band] ?? 0) + n;
    if (/^(absent|special-date)/.test(code)) absent += n;
  }
  return {
    discipline: percentLeft(byPresence.size > 0 ? base(true) : amounts.gross, amounts.discipline),
    performance: percentLeft(base(false), amounts.performance),
    total: percentLeft(amounts.gross, amounts.gross - amounts.realised),
    bands,
    absent,
  };
}

/** Codes of the bands of the tables that this law judges by, in the document's order. */
export function bandCodes(law: LawSet): string[] {
  const { cuts, discipline } = law.allowance.rules;
  const tables = [...partsOf(law).flatMap(({ measure }) => (measure.kind === 'discipline' ? [measure.table] : [])), ...(cuts ?? []).map(({ table }) => table)];
  const codes = [...new Set(tables)].flatMap((name) => {
    const { late = [], early = [], clock } = discipline[name] ?? {};
    return [...(clock?.checkIn ?? late), ...(clock?.checkOut ?? early)].map(({ code }) => code);
  });
  return [...new Set(codes)];
}

function partsOf(law: LawSet) {
  const { performance, performanceFor } = law.allowance.rules;
  return [...performance, ...(performanceFor ?? []).flatMap(({ parts }) => parts)];
}

function disciplineParts(law: LawSet): ReadonlySet<string> {
  return new Set(partsOf(law).flatMap(({ part, measure }) => (measure.kind === 'discipline' ? [part] : [])));
}

/** Percent of a base that is left, two decimals, never below zero. */
function percentLeft(base: Rupiah, taken: Rupiah): number | null {
  if (base <= 0) return null;
  return Math.round((Math.max(0, base - taken) * 10_000) / base) / 100;
}
