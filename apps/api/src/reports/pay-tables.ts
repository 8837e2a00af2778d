/** Papers to the treasurer as tables: headings, rows, sums. One builder a paper; PDF and workbook are set from the same table. Pure. */
import type { PayPaper } from '@ekinerja/contracts/pay-papers';
import type { PaperColumn } from '@ekinerja/regulations/pay-papers';
import type { PaySheet, SheetRow } from '../tpp/pay-sheet.service.js';

export type PaperCell = string | number;
export interface PaperColumnView {
  title: string;
  /** Amounts are set to the right and summed. */
  money: boolean;
  width: number;
  cell: (row: SheetRow, index: number) => PaperCell;
}
export interface PayTable {
  title: string;
  columns: PaperColumnView[];
  rows: SheetRow[];
}

export const PAPER_TITLES: Record<PayPaper, string> = {
  'payment-list': 'Daftar Pembayaran Tambahan Penghasilan Pegawai',
  'bank-list': 'Daftar Transfer Bank Tambahan Penghasilan Pegawai',
  'tax-list': 'Daftar Pemotongan PPh Pasal 21 atas Tambahan Penghasilan Pegawai',
  'insurance-list': 'Daftar Iuran Jaminan Kesehatan atas Tambahan Penghasilan Pegawai',
  statement: 'Surat Pernyataan Tanggung Jawab Mutlak',
};

const text = (title: string, width: number, cell: PaperColumnView['cell']): PaperColumnView => ({ title, width, money: false, cell });
const money = (title: string, of: (row: SheetRow) => number): PaperColumnView => ({ title, width: 15, money: true, cell: of });

const NUMBER = text('No', 5, (_row, index) => String(index + 1));
const NAME = text('Nama / NIP', 34, (row) => `${row.name}\n${row.nip ?? '–'}`);

const COLUMNS: Record<Exclude<PaperColumn, 'criteria'>, PaperColumnView> = {
  name: NAME,
  rank: text('Gol.', 8, (row) => row.rank ?? '–'),
  post: text('Jabatan', 34, (row) => row.postName),
  class: text('Kelas', 7, (row) => row.class),
  account: text('Rekening', 22, (row) => row.account?.number ?? '–'),
  bank: text('Bank', 16, (row) => row.account?.bank ?? '–'),
  gross: money('Besaran TPP', (row) => row.amounts.gross),
  discipline: money('Potongan disiplin', (row) => row.amounts.discipline),
  performance: money('Potongan kinerja', (row) => row.amounts.performance),
  leave: money('Potongan cuti', (row) => row.amounts.leave),
  punishment: money('Potongan hukuman', (row) => row.amounts.punishment),
  compliance: money('Potongan kepatuhan', (row) => row.amounts.compliance),
  held: money('Ditahan', (row) => row.amounts.held),
  'other-cuts': money('Potongan TPP lain', (row) => row.amounts.otherCuts),
  realised: money('TPP sesudah potongan', (row) => row.amounts.realised),
  'tax-allowance': money('Tunjangan PPh', (row) => row.amounts.taxAllowance),
  'insurance-allowance': money('Tunjangan BPJS', (row) => row.amounts.insuranceAllowance),
  adjustments: money('Penyesuaian', (row) => row.amounts.adjustments),
  payable: money('Jumlah kotor', (row) => row.amounts.payable),
  tax: money('PPh 21', (row) => row.amounts.tax),
  insurance: money('BPJS pegawai', (row) => row.amounts.insurance),
  'insurance-employer': money('BPJS pemberi kerja', (row) => row.amounts.insuranceEmployer),
  zakat: money('Zakat', (row) => row.amounts.zakat),
  other: money('Potongan lain', (row) => row.amounts.other),
  net: money('Jumlah diterima', (row) => row.amounts.net),
  sign: text('Tanda tangan', 16, (_row, index) => `${index + 1}.`),
};
/** Columns that stay even when nobody has an amount there. */
const ALWAYS: readonly PaperColumn[] = ['gross', 'discipline', 'performance', 'payable', 'net'];

export function payTable(paper: Exclude<PayPaper, 'statement'>, sheet: PaySheet): PayTable {
  const title = PAPER_TITLES[paper];
  const { rows } = sheet;
  switch (paper) {
    case 'payment-list':
      return { title, rows, columns: [NUMBER, ...sheet.layout.columns.flatMap((column) => columnsOf(column, sheet))] };
    case 'bank-list':
      return {
        title, rows: rows.filter(({ amounts }) => amounts.net > 0),
        columns: [NUMBER, NAME, COLUMNS.bank, COLUMNS.account, text('Atas nama', 28, (row) => row.account?.holder ?? '–'), money('Jumlah bersih', (row) => row.amounts.net), text('Dikreditkan bank', 16, () => '')],
      };
    case 'tax-list':
      return {
        title, rows,
        columns: [
          NUMBER, NAME, COLUMNS.rank, text('Status PTKP', 10, (row) => row.ptkp ?? 'belum ada data gaji'),
          money('TPP dikenai pajak', (row) => row.amounts.realised + row.amounts.adjustments), COLUMNS['tax-allowance'], money('PPh 21 dipotong', (row) => row.amounts.tax),
        ],
      };
    case 'insurance-list':
      return {
        title, rows,
        columns: [NUMBER, NAME, COLUMNS.rank, money('TPP sesudah potongan dan penyesuaian', (row) => row.amounts.realised + row.amounts.adjustments), COLUMNS.insurance, COLUMNS['insurance-employer'], money('Jumlah iuran', (row) => row.amounts.insurance + row.amounts.insuranceEmployer)],
      };
  }
}

function columnsOf(column: PaperColumn, { rows, criteria }: PaySheet): PaperColumnView[] {
  if (column === 'criteria') {
    return criteria.map(({ name }) => money(name, (row) => row.amounts.criteria.reduce((sum, one) => (one.name === name ? sum + one.amount : sum), 0)));
  }
  const view = COLUMNS[column];
  const empty = view.money && !ALWAYS.includes(column) && rows.every((row, index) => view.cell(row, index) === 0);
  return empty ? [] : [view];
}

export function sumsOf({ columns, rows }: PayTable): (number | null)[] {
  return columns.map((column) => (column.money ? rows.reduce((sum, row, index) => sum + Number(column.cell(row, index)), 0) : null));
}

/** Expenditure by account code: each criterion, the employer's insurance and the tax allowance, PPPK apart. */
export function accountSums({ rows, layout, criteria }: PaySheet): { account: string; name: string; amount: number }[] {
  const sums = new Map<string, { account: string; name: string; amount: number }>();
  const add = (key: string, name: string, pppk: boolean, amount: number) => {
    const account = (pppk ? layout.accounts[`${key}:pppk`] : undefined) ?? layout.accounts[key];
    if (!account || amount === 0) return;
    const known = sums.get(account) ?? { account, name, amount: 0 };
    sums.set(account, { ...known, amount: known.amount + amount });
  };
  for (const { amounts, kind } of rows) {
    const pppk = kind.startsWith('pppk');
    for (const [index, part] of shares(amounts.criteria.map(({ amount }) => amount), amounts.realised + amounts.adjustments).entries()) {
      const criterion = criteria.find(({ name }) => name === amounts.criteria[index]?.name);
      if (criterion) add(criterion.code, criterion.name, pppk, part);
    }
    add('insurance', 'Iuran jaminan kesehatan (pemberi kerja)', pppk, amounts.insuranceAllowance);
    add('tax', 'Tunjangan PPh 21', pppk, amounts.taxAllowance);
  }
  return [...sums.values()].sort((a, b) => (a.account < b.account ? -1 : 1));
}

/** Splits a whole in the proportion of parts, to the rupiah: the largest remainders take what is left. */
export function shares(parts: readonly number[], whole: number): number[] {
  const of = parts.reduce((sum, part) => sum + part, 0);
  if (of === 0) return parts.map((_, index) => (index === 0 ? whole : 0));
  const exact = parts.map((part) => ({ floor: Number((BigInt(part) * BigInt(whole)) / BigInt(of)), rest: (BigInt(part) * BigInt(whole)) % BigInt(of) }));
  let left = whole - exact.reduce((sum, { floor }) => sum + floor, 0);
  const order = exact.map((one, index) => ({ ...one, index })).sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  const result = exact.map(({ floor }) => floor);
  for (const { index } of order) {
    if (left <= 0) break;
    result[index]! += 1;
    left -= 1;
  }
  return result;
}
