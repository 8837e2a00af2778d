/** The columns by which earlier results are taken in: the agency's own headings, and the field names of the national application. */
import type { Predicate, Rating } from '@ekinerja/contracts/basics';
import { letters } from '../platform/spreadsheet/read-headings.js';

export const EVALUATION_SHEET = 'Penilaian';

export const EVALUATION_COLUMNS = {
  nip: 'NIP',
  kind: 'Jenis',
  month: 'Bulan',
  work: 'Hasil kerja',
  behaviour: 'Perilaku kerja',
  predicate: 'Predikat',
  score: 'Nilai',
  evaluatorNip: 'NIP penilai',
  determined: 'Tanggal penetapan',
} as const;
export type EvaluationColumn = keyof typeof EVALUATION_COLUMNS;

/** `recordId` is the person's id in a report of the national application, and the record's own in a file of its records. */
export type FileColumn = EvaluationColumn | 'lastMonth' | 'year' | 'sourceId' | 'recordId' | 'acting';

/** The national application's records and its report of ratings; of a field and its code either will do. `year` stands beside `lastMonth`, or alone for the whole year. */
export const KNOWN_HEADINGS: Record<string, FileColumn> = {
  nip: 'nip', nipbaru: 'nip', pnsdinilaiid: 'sourceId', idpns: 'sourceId', pnsid: 'sourceId', id: 'recordId', isskppltplhpjb: 'acting', ispltplh: 'acting',
  bulanselesaipenilaian: 'lastMonth', tahunselesaipenilaian: 'year', tahun: 'year', tahunskp: 'year',
  hasilkerja: 'work', hasilkinerja: 'work', ratinghasilkerja: 'work', hasilkinerjanilai: 'work',
  perilakukerja: 'behaviour', ratingperilakukerja: 'behaviour', ratingperilaku: 'behaviour', perilakukerjanilai: 'behaviour',
  predikat: 'predicate', predikatkinerja: 'predicate', kuadrankinerja: 'predicate', kuadrankinerjanilai: 'predicate', hasilakhir: 'predicate',
  nippenilai: 'evaluatorNip', nipnrppenilai: 'evaluatorNip', penilainipnrp: 'evaluatorNip', pegawaiatasannip: 'evaluatorNip', pegawaipenilainip: 'evaluatorNip',
  jenis: 'kind', bulan: 'month', nilai: 'score', tanggalpenetapan: 'determined', waktudinilai: 'determined',
};

export const KIND_WORDS: Record<string, 'periodic' | 'annual'> = { periodik: 'periodic', bulanan: 'periodic', tahunan: 'annual' };

const RATINGS: [Rating, string[]][] = [
  ['above', ['1', 'diatasekspektasi']], ['meets', ['2', 'sesuaiekspektasi', 'sesuai']], ['below', ['3', 'dibawahekspektasi']],
];
/** A code is the SIASN's; "Cukup" is what PP 30/2019 calls the third. */
const PREDICATES: [Predicate, string[]][] = [
  ['sangat-baik', ['1', 'sangatbaik']], ['baik', ['2', 'baik']], ['butuh-perbaikan', ['3', 'butuhperbaikan', 'cukup']],
  ['kurang', ['4', 'kurang', 'misconduct', 'kurangmisconduct']], ['sangat-kurang', ['5', 'sangatkurang']],
];

export const EVALUATION_EXAMPLES: Record<EvaluationColumn, string>[] = [
  { nip: '199003052015032004', kind: 'Bulanan', month: '2026-09', work: 'Sesuai ekspektasi', behaviour: 'Sesuai ekspektasi', predicate: 'Baik', score: '', evaluatorNip: '198002042005011003', determined: '02-10-2026' },
  { nip: '199003052015032004', kind: 'Tahunan', month: '2025-12', work: 'Di atas ekspektasi', behaviour: 'Sesuai ekspektasi', predicate: 'Baik', score: '', evaluatorNip: '', determined: '' },
];

export function ratingOf(text: string): Rating | null {
  return RATINGS.find(([, words]) => words.includes(letters(text)))?.[0] ?? null;
}

export function predicateOf(text: string): Predicate | null {
  return PREDICATES.find(([, words]) => words.includes(letters(text)))?.[0] ?? null;
}
