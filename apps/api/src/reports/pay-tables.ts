/** Papers to the treasurer as tables: headings, rows, sums. One builder a paper; PDF and workbook are set from the same table. Pure. */
import type { PayPaper } from '@ekinerja/contracts/pay-papers';
import { addedAmounts, type PaperAmounts, type PaperColumn } from '@ekinerja/regulations/pay-papers';
import type { PaySheet, SheetRow } from '../tpp/pay-sheet.service.js';
import { rankGroup, rankGroupOrder } from './rank-groups.js';

export type PaperCell = string | number | null;
/** Amounts and counts are set to the right and summed; percentages are set to the right. */
export type CellKind = 'text' | 'money' | 'count' | 'percent';
export interface PaperColumnView<Row = SheetRow> {
  title: string;
  kind: CellKind;
  width: number;
  cell: (row: Row, index: number) => PaperCell;
}
export interface PayTable {
  title: string;
  columns: Omit<PaperColumnView, 'cell'>[];
  cells: PaperCell[][];
  /** People on it, which need not be its rows. */
  employees: number;
}
interface Paid {
  amounts: PaperAmounts;
}

export const PAPER_TITLES: Record<PayPaper, string> = {
  'payment-list': 'Daftar Pembayaran Tambahan Penghasilan Pegawai',
  'bank-list': 'Daftar Transfer Bank Tambahan Penghasilan Pegawai',
  'tax-list': 'Daftar Pemotongan PPh Pasal 21 atas Tambahan Penghasilan Pegawai',
  'insurance-list': 'Daftar Iuran Jaminan Kesehatan atas Tambahan Penghasilan Pegawai',
  'percentage-recap': 'Rekapitulasi Persentase Tambahan Penghasilan Pegawai',
  'rank-recap': 'Rekapitulasi Tambahan Penghasilan Pegawai Menurut Golongan',
  statement: 'Surat Pernyataan Tanggung Jawab Mutlak',
};
export const NAME_TITLE = 'Nama / NIP';

const text = <Row = SheetRow>(title: string, width: number, cell: PaperColumnView<Row>['cell']): PaperColumnView<Row> => ({ title, width, kind: 'text', cell });
const money = (title: string, of: (amounts: PaperAmounts) => number): PaperColumnView<Paid> => ({ title, width: 15, kind: 'money', cell: ({ amounts }) => of(amounts) });
const count = <Row = SheetRow>(title: string, width: number, of: (row: Row) => number): PaperColumnView<Row> => ({ title, width, kind: 'count', cell: of });
const percent = (title: string, of: (row: SheetRow) => number | null): PaperColumnView => ({ title, width: 10, kind: 'percent', cell: of });

const NUMBER = text<unknown>('No', 5, (_row, index) => String(index + 1));
const NAME = text(NAME_TITLE, 34, (row) => `${row.name}\n${row.nip ?? '–'}`);

const WORDS = {
  name: NAME,
  rank: text('Gol.', 8, (row) => row.rank ?? '–'),
  post: text('Jabatan', 34, (row) => row.postName),
  class: text('Kelas', 7, (row) => row.class),
  account: text('Rekening', 22, (row) => row.account?.number ?? '–'),
  bank: text('Bank', 16, (row) => row.account?.bank ?? '–'),
  sign: text('Tanda tangan', 16, (_row, index) => `${index + 1}.`),
  'percent-discipline': percent('Kehadiran (%)', ({ shares }) => shares.discipline),
  'percent-performance': percent('Kinerja (%)', ({ shares }) => shares.performance),
  'percent-total': percent('Jumlah (%)', ({ shares }) => shares.total),
} satisfies Partial<Record<PaperColumn, PaperColumnView>>;
const AMOUNTS = {
  gross: money('Besaran TPP', (a) => a.gross),
  discipline: money('Potongan disiplin', (a) => a.discipline),
  performance: money('Potongan kinerja', (a) => a.performance),
  leave: money('Potongan cuti', (a) => a.leave),
  punishment: money('Potongan hukuman', (a) => a.punishment),
  compliance: money('Potongan kepatuhan', (a) => a.compliance),
  held: money('Ditahan', (a) => a.held),
  'other-cuts': money('Potongan TPP lain', (a) => a.otherCuts),
  realised: money('TPP sesudah potongan', (a) => a.realised),
  'tax-allowance': money('Tunjangan PPh', (a) => a.taxAllowance),
  'insurance-allowance': money('Tunjangan BPJS', (a) => a.insuranceAllowance),
  'previous-cuts': money('Potongan bulan lalu', (a) => a.previousCuts),
  adjustments: money('Penyesuaian', (a) => a.adjustments),
  payable: money('Jumlah kotor', (a) => a.payable),
  tax: money('PPh 21', (a) => a.tax),
  insurance: money('BPJS pegawai', (a) => a.insurance),
  'insurance-employer': money('BPJS pemberi kerja', (a) => a.insuranceEmployer),
  zakat: money('Zakat', (a) => a.zakat),
  other: money('Potongan lain', (a) => a.other),
  net: money('Jumlah diterima', (a) => a.net),
} satisfies Partial<Record<PaperColumn, PaperColumnView<Paid>>>;
/** Where what is taken for earlier months stands apart, the adjustments are the rest. */
const OTHER_ADJUSTMENTS = money('Penyesuaian lain', (a) => a.adjustments + a.previousCuts);
/** Columns that stay even when nobody has an amount there. */
const ALWAYS: readonly PaperColumn[] = ['gross', 'discipline', 'performance', 'payable', 'net'];

export function payTable(paper: Exclude<PayPaper, 'statement'>, sheet: PaySheet): PayTable {
  const title = PAPER_TITLES[paper];
  const { rows } = sheet;
  switch (paper) {
    case 'payment-list':
      return tableOf(title, [NUMBER, ...sheet.layout.columns.flatMap((column) => columnsOf(column, sheet))], rows);
    case 'bank-list':
      return tableOf(
        title,
        [NUMBER, NAME, WORDS.bank, WORDS.account, text('Atas nama', 28, (row) => row.account?.holder ?? '–'), money('Jumlah bersih', (a) => a.net), text('Dikreditkan bank', 16, () => '')],
        rows.filter(({ amounts }) => amounts.net > 0),
      );
    case 'tax-list':
      return tableOf(
        title,
        [
          NUMBER, NAME, WORDS.rank, text('Status PTKP', 10, (row) => row.ptkp ?? 'belum ada data gaji'),
          money('TPP dikenai pajak', (a) => a.realised + a.adjustments), AMOUNTS['tax-allowance'], money('PPh 21 dipotong', (a) => a.tax),
        ],
        rows,
      );
    case 'insurance-list':
      return tableOf(
        title,
        [
          NUMBER, NAME, WORDS.rank, money('TPP sesudah potongan dan penyesuaian', (a) => a.realised + a.adjustments), AMOUNTS.insurance, AMOUNTS['insurance-employer'],
          money('Jumlah iuran', (a) => a.insurance + a.insuranceEmployer),
        ],
        rows,
      );
    case 'percentage-recap':
      return tableOf(
        title,
        [NUMBER, NAME, WORDS.rank, WORDS.post, ...bandColumns(sheet), WORDS['percent-discipline'], WORDS['percent-performance'], WORDS['percent-total'], text('Keterangan', 16, () => '')],
        rows,
      );
    case 'rank-recap':
      return rankRecap(title, sheet);
  }
}

/** One row a rank group; its columns are the amounts of the payment list. */
function rankRecap(title: string, sheet: PaySheet): PayTable {
  const groups = new Map<string, SheetRow[]>();
  for (const row of sheet.rows) groups.set(rankGroup(row), [...(groups.get(rankGroup(row)) ?? []), row]);
  const rows = [...groups]
    .sort(([a], [b]) => rankGroupOrder(a) - rankGroupOrder(b))
    .map(([name, people]) => ({ name, people: people.length, amounts: addedAmounts(people.map(({ amounts }) => amounts)) }));
  type GroupRow = (typeof rows)[number];
  const amounts = sheet.layout.columns.flatMap((column) => amountColumns(column, sheet));
  const table = tableOf<GroupRow>(title, [NUMBER, text('Golongan', 20, (row: GroupRow) => row.name), count('Pegawai', 9, (row: GroupRow) => row.people), ...amounts], rows);
  return { ...table, employees: sheet.rows.length };
}

function tableOf<Row>(title: string, columns: readonly PaperColumnView<Row>[], rows: readonly Row[]): PayTable {
  return {
    title, employees: rows.length,
    columns: columns.map(({ title: heading, kind, width }) => ({ title: heading, kind, width })),
    cells: rows.map((row, index) => columns.map(({ cell }) => cell(row, index))),
  };
}

function columnsOf(column: PaperColumn, sheet: PaySheet): PaperColumnView[] {
  if (column === 'bands') return bandColumns(sheet);
  return column in WORDS ? [WORDS[column as keyof typeof WORDS]] : amountColumns(column, sheet);
}

function amountColumns(column: PaperColumn, { rows, criteria, layout }: PaySheet): PaperColumnView<Paid>[] {
  if (column === 'criteria') {
    return criteria.map(({ name }) => money(name, (a) => a.criteria.reduce((sum, one) => (one.name === name ? sum + one.amount : sum), 0)));
  }
  if (!(column in AMOUNTS)) return [];
  const apart = column === 'adjustments' && layout.columns.includes('previous-cuts');
  const view = apart ? OTHER_ADJUSTMENTS : AMOUNTS[column as keyof typeof AMOUNTS];
  return !ALWAYS.includes(column) && rows.every((row, index) => view.cell(row, index) === 0) ? [] : [view];
}

/** How many times each band was met, and the days absent. */
function bandColumns({ bands }: PaySheet): PaperColumnView[] {
  return [...bands.map((code) => count(code, 6, ({ shares }) => shares.bands[code] ?? 0)), count('Tidak masuk (hari)', 8, ({ shares }) => shares.absent)];
}

export function sumsOf({ columns, cells }: PayTable): (number | null)[] {
  return columns.map(({ kind }, at) => (kind === 'money' || kind === 'count' ? cells.reduce((sum, row) => sum + Number(row[at]), 0) : null));
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
