import type { SlipOfUnit } from '../tpp/payslips.service.js';
import { citationText } from './exclusion-words.js';
import { amountText, dateParts, dateText, monthText } from './indonesian.js';
import type { Seal } from './recap-paper.js';

export const SLIP_TITLE = 'Slip Tambahan Penghasilan Pegawai';

/** The slip as the template prints it. */
export function slipPaper(slip: SlipOfUnit, government: string, closedOn: string, seal: Seal): object {
  const { totals } = slip;
  return {
    title: SLIP_TITLE,
    government: `Pemerintah ${government}`,
    skpdName: slip.skpdName,
    name: slip.name,
    month: monthText(slip.month),
    ...seal,
    documentDate: dateParts(closedOn),
    dateText: dateText(closedOn),
    person: [
      ['Nama', slip.name],
      ['NIP', slip.nip ?? '–'],
      ['Jabatan', slip.postName ?? '–'],
      ['Kelas jabatan', slip.class ?? '–'],
      ['Bulan kinerja', monthText(slip.month)],
      ['Bulan pembayaran', monthText(slip.paymentMonth)],
    ],
    lines: slip.lines.map((line) => ({
      title: line.title,
      explanation: line.explanation,
      cite: line.cite ? citationText(line.cite) : null,
      amount: line.amount === null ? '' : amountText(line.amount),
    })),
    sums: [
      ['Besaran TPP', amountText(totals.gross), false],
      ['Potongan', amountText(-totals.cuts), false],
      ['Iuran dan pajak', amountText(-totals.deductions), false],
      ['Penyesuaian bulan sebelumnya', amountText(totals.adjustments), false],
      ['Jumlah diterima', `Rp${amountText(totals.net)}`, true],
    ],
    references: slip.references.map(({ title, hash }) => `${title} (sidik ${hash.slice(0, 12)})`),
    example: slip.references.some(({ example }) => example),
  };
}
