import { PARALLEL_LIMITS, type ParallelLine, type ParallelRun } from '@ekinerja/contracts/parallel-run';
import { shown, type RawCell } from '../platform/spreadsheet/raw-cell.js';
import { readNip } from '../platform/spreadsheet/read-cells.js';
import { readSheets, type SheetRow } from '../platform/spreadsheet/read-sheets.js';
import { TooManyRows } from '../platform/spreadsheet/unreadable-file.js';

/** What paid lists call their columns, among them the fields of the payroll bridge. */
const HEADINGS: Record<ParallelLine | 'nip' | 'name', readonly string[]> = {
  nip: ['nip'],
  name: ['nama', 'namapegawai'],
  gross: ['kotor', 'bruto', 'tppbruto', 'jumlahtpp', 'jmltpp', 'besarantpp'],
  payable: ['dibayarkan', 'tppdibayarkan', 'tppsetelahpotongan', 'realisasi'],
  tax: ['potpph', 'pph', 'pph21', 'pajak', 'potonganpph21'],
  insurance: ['potbpjs', 'bpjs', 'iuranbpjs', 'potonganbpjs', 'iwp1'],
  other: ['potlain', 'potonganlain', 'lainlain'],
  net: ['bersih', 'netto', 'tppbersih', 'diterima', 'jumlahditerima', 'jumlahbersih'],
};

export interface PaidRow {
  nip: string;
  name: string;
  amounts: Partial<Record<ParallelLine, number>>;
}
export interface PaidList {
  lines: ParallelLine[];
  rows: PaidRow[];
  problems: ParallelRun['problems'];
}

/** The paid list of another system: the first sheet that has a column NIP and at least one amount. @throws UnreadableFile, TooManyRows */
export async function readPaidList(content: Buffer): Promise<PaidList> {
  const list: PaidList = { lines: [], rows: [], problems: [] };
  let found = false;
  await readSheets(content, () => {
    if (found) return null;
    let columns: Map<string, number> | null = null;
    return (row) => {
      if (columns === null) {
        columns = headings(row);
        if (columns === null) return true;
        found = true;
        list.lines = (Object.keys(HEADINGS) as (keyof typeof HEADINGS)[]).filter((name): name is ParallelLine => name !== 'nip' && name !== 'name' && columns!.has(name));
        return true;
      }
      take(list, row, columns);
      return true;
    };
  });
  return list;
}

function headings(row: SheetRow): Map<string, number> | null {
  const texts = row.texts().map((text) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
  const columns = new Map<string, number>();
  for (const [name, words] of Object.entries(HEADINGS)) {
    const at = texts.findIndex((text) => words.includes(text));
    if (at >= 0) columns.set(name, at);
  }
  const amounts = [...columns.keys()].filter((name) => name !== 'nip' && name !== 'name');
  return columns.has('nip') && amounts.length > 0 ? columns : null;
}

function take(list: PaidList, row: SheetRow, columns: ReadonlyMap<string, number>): void {
  const cells = [...columns.values()].map((at) => row.at(at));
  if (cells.every(({ kind }) => kind === 'empty')) return;
  const nip = readNip(row.at(columns.get('nip')!));
  // A line of sums names nobody.
  if ('problem' in nip && nip.problem === 'nip-missing') return;
  if (list.rows.length >= PARALLEL_LIMITS.rows) throw new TooManyRows();
  const refuse = (column: string, problem: string, cell: RawCell) => list.problems.push({ row: row.number, column, problem, value: shown(cell) });
  if ('problem' in nip) return void refuse('nip', nip.problem, row.at(columns.get('nip')!));
  const amounts: PaidRow['amounts'] = {};
  for (const line of list.lines) {
    const cell = row.at(columns.get(line)!);
    const amount = rupiah(cell);
    if (amount === null) return void refuse(line, 'amount-malformed', cell);
    amounts[line] = amount;
  }
  const name = columns.has('name') ? shown(row.at(columns.get('name')!)) : '';
  list.rows.push({ nip: nip.value, name, amounts });
}

/** Whole rupiah, as a number or as `Rp1.234.567`; nothing stands for 0. */
function rupiah(cell: RawCell): number | null {
  if (cell.kind === 'empty') return 0;
  if (cell.kind === 'number') return Number.isSafeInteger(Math.round(cell.value)) ? Math.round(cell.value) : null;
  if (cell.kind !== 'text') return null;
  const text = cell.text.replaceAll(/\s|^Rp\.?/gi, '').replace(/,(00|-)$/, '').replace(/^-$/, '0');
  return /^-?\d{1,3}(\.\d{3})*$|^-?\d{1,15}$/.test(text) ? Number(text.replaceAll('.', '')) : null;
}
