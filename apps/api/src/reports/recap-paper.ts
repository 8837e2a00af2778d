import { amountText, dateParts, dateText, monthText } from './indonesian.js';
import { exclusionText } from './exclusion-words.js';
import { widest } from './widest.js';
import type { Recap, Signatory } from '../tpp/pay-recap.service.js';

export const RECAP_TITLE = 'Rekapitulasi Tambahan Penghasilan Pegawai';

/** What a closed recap bears and a draft does not. */
export interface Seal {
  number: string;
  verifyUrl: string;
  qr: string;
}

const NOBODY: Signatory = { name: '………………………………', nip: null, rank: null, title: '' };

/** The recap as the template prints it: finished texts only. */
export function recapPaper(recap: Recap, government: string, seal: Seal | null): object {
  const rows = recap.rows.map((row, index) => ({
    no: String(index + 1),
    name: row.name,
    nip: row.nip ?? '–',
    post: row.postName,
    class: row.class,
    gross: amountText(row.gross),
    discipline: amountText(row.disciplineCut),
    performance: amountText(row.performanceCut),
    adjustments: amountText(row.adjustments),
    net: amountText(row.net),
  }));
  return {
    title: RECAP_TITLE,
    government: `Pemerintah ${government}`,
    skpdName: recap.skpdName,
    month: monthText(recap.month),
    paymentMonth: monthText(recap.paymentMonth),
    draft: seal === null,
    number: seal?.number ?? null,
    qr: seal?.qr ?? null,
    verifyUrl: seal?.verifyUrl ?? null,
    documentDate: recap.closedOn ? dateParts(recap.closedOn) : null,
    dateText: recap.closedOn ? dateText(recap.closedOn) : null,
    rows,
    widest: Object.fromEntries((['no', 'class', 'gross', 'discipline', 'performance', 'adjustments', 'net'] as const).map((column) => [column, widest(rows.map((row) => row[column]))])),
    excluded: recap.excluded.map((person, index) => ({ no: String(index + 1), name: person.name, nip: person.nip ?? '–', reason: exclusionText(person.exclusion) })),
    totals: {
      employees: String(recap.totals.employees),
      sums: [recap.totals.gross, recap.disciplineCut, recap.performanceCut, recap.totals.adjustments, recap.totals.net].map(amountText),
    },
    references: recap.references.map(({ title, hash }) => `${title} (sidik ${hash.slice(0, 12)})`),
    example: recap.references.some(({ example }) => example),
    head: recap.head ?? { ...NOBODY, title: 'Kepala Satuan Kerja Perangkat Daerah' },
    treasurer: recap.treasurer ?? { ...NOBODY, title: 'Bendahara Pengeluaran' },
  };
}
