/** A pay paper as the template prints it: finished texts only. */
import type { PayPaper } from '@ekinerja/contracts/pay-papers';
import type { Signatory } from '../tpp/pay-recap.service.js';
import type { PaySheet } from '../tpp/pay-sheet.service.js';
import { amountText, dateParts, dateText, monthText } from './indonesian.js';
import { accountSums, PAPER_TITLES, payTable, sumsOf, type CellKind, type PaperCell } from './pay-tables.js';
import type { Seal } from './recap-paper.js';
import { widest } from './widest.js';

const NOBODY: Signatory = { name: '………………………………', nip: null, rank: null, title: '' };
const TITLE_OF = { head: 'Kepala Satuan Kerja Perangkat Daerah', treasurer: 'Bendahara Pengeluaran', maker: 'Pembuat Daftar' } as const;

export function payPaper(paper: PayPaper, sheet: PaySheet, government: string, seal: Seal | null): object {
  const table = paper === 'statement' ? null : payTable(paper, sheet);
  const rows = table?.cells.map((row) => row.map((cell, at) => shown(cell, table.columns[at]!.kind))) ?? [];
  const sums = table ? sumsOf(table) : [];
  const totals = sheet.rows.reduce((sum, { amounts }) => ({ payable: sum.payable + amounts.payable, net: sum.net + amounts.net }), { payable: 0, net: 0 });
  return {
    title: PAPER_TITLES[paper],
    government: `Pemerintah ${government}`,
    skpdName: sheet.skpdName,
    run: runText(sheet),
    month: monthText(sheet.month),
    paymentMonth: monthText(sheet.paymentMonth),
    draft: seal === null,
    number: seal?.number ?? null,
    qr: seal?.qr ?? null,
    verifyUrl: seal?.verifyUrl ?? null,
    documentDate: sheet.closedOn ? dateParts(sheet.closedOn) : null,
    dateText: sheet.closedOn ? dateText(sheet.closedOn) : null,
    columns: table?.columns.map(({ title, kind, width }, column) => ({ title, money: kind !== 'text', width, widest: widest(rows.map((row) => row[column]!)) })) ?? [],
    rows,
    sums: sums.map((sum) => (sum === null ? '' : amountText(sum))),
    employees: String(table?.employees ?? sheet.rows.length),
    accounts: paper === 'payment-list' ? accountSums(sheet).map(({ account, name, amount }) => [account, name, amountText(amount)]) : [],
    statement: paper === 'statement' ? sheet.layout.statement : [],
    payable: amountText(totals.payable),
    net: amountText(totals.net),
    example: sheet.example,
    signatures: (paper === 'statement' ? [{ lead: 'Yang membuat pernyataan,', who: 'head' as const, title: undefined }] : sheet.layout.signatures).map(({ lead, who, title }) => ({
      lead, ...(sheet[who] ?? { ...NOBODY, title: TITLE_OF[who] }), ...(title ? { title } : {}),
    })),
  };
}

/** `TPP`, `TPP susulan`, `TPP ketiga belas`; the sequence where it is not the first. */
export function runText({ kind, special, sequence }: Pick<PaySheet, 'kind' | 'special' | 'sequence'>): string {
  const words = { regular: 'TPP', supplementary: 'TPP susulan', 'back-pay': 'Kekurangan TPP', special: special?.name ?? 'TPP' }[kind];
  return sequence > 1 ? `${words} (ke-${sequence})` : words;
}

/** `93,75` for a percentage. */
function shown(cell: PaperCell, kind: CellKind): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  return kind === 'percent' ? cell.toFixed(2).replace('.', ',') : amountText(cell);
}
