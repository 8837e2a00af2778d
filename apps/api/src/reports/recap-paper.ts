import { amountText, dateParts, dateText, monthText } from './indonesian.js';
import { exclusionText } from './exclusion-words.js';
import { widest } from './widest.js';
import type { Recap, RecapRow, Signatory } from '../tpp/pay-recap.service.js';

export const RECAP_TITLE = 'Rekapitulasi Tambahan Penghasilan Pegawai';

/** What a closed recap bears and a draft does not. */
export interface Seal {
  number: string;
  verifyUrl: string;
  qr: string;
}

/** The amounts of a row in printing order: the first, less the cuts, with the adjustment, less tax and contributions, comes to the last. */
export const RECAP_AMOUNTS = [
  { title: 'Besaran TPP', of: (row) => row.gross },
  { title: 'Potongan disiplin', of: (row) => row.disciplineCut },
  { title: 'Potongan kinerja', of: (row) => row.performanceCut },
  { title: 'Potongan lain', of: (row) => row.otherCuts },
  { title: 'Penyesuaian', of: (row) => row.adjustments },
  { title: 'Pajak & iuran', of: (row) => row.deductions },
  { title: 'Jumlah diterima', of: (row) => row.net },
] as const satisfies readonly { title: string; of: (row: Pick<RecapRow, 'gross' | 'disciplineCut' | 'performanceCut' | 'otherCuts' | 'adjustments' | 'deductions' | 'net'>) => number }[];
/** What the two gathered columns hold, below the table of every recap. */
export const RECAP_NOTE =
  'Potongan lain: cuti, hukuman disiplin, kepatuhan, yang ditahan, dan batas. Pajak & iuran: PPh 21, jaminan kesehatan, zakat, dan iuran lain, dikurangi yang ditanggung pemberi kerja. ' +
  'Jumlah diterima = besaran − potongan + penyesuaian − pajak & iuran.';

const NOBODY: Signatory = { name: '………………………………', nip: null, rank: null, title: '' };

/** The recap as the template prints it: finished texts only. */
export function recapPaper(recap: Recap, government: string, seal: Seal | null): object {
  const rows = recap.rows.map((row, index) => ({
    no: String(index + 1),
    name: row.name,
    nip: row.nip ?? '–',
    post: row.postName,
    class: row.class,
    amounts: RECAP_AMOUNTS.map(({ of }) => amountText(of(row))),
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
    headings: RECAP_AMOUNTS.map(({ title }) => title),
    widest: {
      no: widest(rows.map(({ no }) => no)),
      class: widest(rows.map((row) => row.class)),
      amounts: RECAP_AMOUNTS.map((_, at) => widest(rows.map(({ amounts }) => amounts[at]!))),
    },
    note: RECAP_NOTE,
    excluded: recap.excluded.map((person, index) => ({ no: String(index + 1), name: person.name, nip: person.nip ?? '–', reason: exclusionText(person.exclusion) })),
    totals: {
      employees: String(recap.totals.employees),
      sums: RECAP_AMOUNTS.map(({ of }) => amountText(of({ ...recap, ...recap.totals }))),
    },
    references: recap.references.map(({ title, hash }) => `${title} (sidik ${hash.slice(0, 12)})`),
    example: recap.references.some(({ example }) => example),
    head: recap.head ?? { ...NOBODY, title: 'Kepala Satuan Kerja Perangkat Daerah' },
    treasurer: recap.treasurer ?? { ...NOBODY, title: 'Bendahara Pengeluaran' },
  };
}
