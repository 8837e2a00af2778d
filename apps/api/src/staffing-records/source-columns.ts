/** Field names of SIASN `data-utama` and the codes in it (national-rules 5.1–5.6). */
import type { EmployeeKind } from '@ekinerja/contracts/basics';

/** Our column, and the names of the source for it; the first is shown where a cell is refused. */
export const SOURCE_COLUMNS = {
  id: ['id', 'pnsId'],
  nip: ['nipBaru', 'nip'],
  name: ['nama', 'namaLengkap'],
  frontTitle: ['gelarDepan'],
  backTitle: ['gelarBelakang'],
  birthPlace: ['tempatLahir', 'tempatLahirNama'],
  birthDate: ['tglLahir'],
  sex: ['jenisKelamin'],
  education: ['pendidikanTerakhirNama'],
  email: ['email', 'emailGov'],
  phone: ['noHp'],
  kind: ['statusPegawai', 'jenisPegawaiNama'],
  rank: ['golRuangAkhir'],
  rankId: ['golRuangAkhirId'],
  rankSince: ['tmtGolAkhir'],
  post: ['jabatanNama'],
  postSince: ['tmtJabatan'],
  unit: ['unorNama'],
  skpd: ['unorIndukNama'],
  class: ['kelas_jabatan'],
} as const satisfies Record<string, readonly string[]>;
export type SourceColumn = keyof typeof SOURCE_COLUMNS;

export const SEX_OF_SOURCE: Record<string, 'male' | 'female'> = { m: 'male', l: 'male', '1': 'male', pria: 'male', 'laki-laki': 'male', f: 'female', p: 'female', w: 'female', '2': 'female', wanita: 'female', perempuan: 'female' };

/** The longer word first: a CPNS is no PNS yet. */
export const KIND_OF_SOURCE: readonly [word: string, kind: EmployeeKind][] = [
  ['cpns', 'cpns'], ['calon pegawai', 'cpns'], ['paruh waktu', 'pppk-part-time'], ['pppk', 'pppk'], ['perjanjian kerja', 'pppk'], ['pns', 'pns'], ['pegawai negeri', 'pns'],
];

/** `golRuangAkhirId`: 11 is I/a … 45 is IV/e. */
export const RANK_OF_ID: Record<string, string> = Object.fromEntries(
  ['I', 'II', 'III', 'IV'].flatMap((group, index) => ['a', 'b', 'c', 'd', 'e'].slice(0, group === 'IV' ? 5 : 4).map((letter, n) => [`${index + 1}${n + 1}`, `${group}/${letter}`])),
);

export function plainHeading(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
