/** Who a rule is for, and of what amount a percentage is taken. */
import { EMPLOYEE_KINDS, POST_KINDS, UNIT_KINDS } from '@ekinerja/contracts/basics';
import { about, choice, list, marked, optional, percent, section, text, type Infer } from '../schema.js';

const facets = {
  employeeKinds: optional(list('Jenis pegawai', choice('Jenis pegawai', EMPLOYEE_KINDS), 1)),
  postKinds: optional(list('Jenis jabatan', choice('Jenis jabatan', POST_KINDS), 1)),
  posts: optional(list('Kode jabatan', text('Kode jabatan'), 1)),
  classes: optional(list('Kelas jabatan', text('Kelas jabatan'), 1)),
  unitKinds: optional(list('Jenis unit', choice('Jenis unit', UNIT_KINDS), 1)),
  units: optional(list('Kode unit', text('Kode unit'), 1)),
  ranks: optional(
    about(
      list('Golongan', text('Golongan'), 1),
      'Golongan ruang (`III/b`) atau golongan saja (`III`, juga golongan PPPK `IX`).',
    ),
  ),
  groups: optional(
    about(
      list('Kelompok', text('Kelompok'), 1),
      'Nama kelompok bebas yang ditetapkan daerah, misalnya `bendahara`, `tugas-belajar`, `guru-sertifikasi`; cocok dengan fakta `groups`.',
    ),
  ),
};

/** Every list that is written must hold for the person; within a list one entry is enough. */
export const whoSchema = about(
  section('Bagi siapa', { ...facets, except: optional(section('Kecuali', facets)) }),
  'Semua daftar yang ditulis harus cocok; di dalam satu daftar cukup satu yang cocok. `except` mengecualikan.',
);
export type Who = Infer<typeof whoSchema>;

/** What a percentage is taken of. */
export const basisFields = {
  of: optional(
    about(
      choice('Dihitung dari', ['whole', 'realised']),
      '`whole`: jumlah penuh sebelum potongan (bawaan); `realised`: yang masih dibayar sesudah langkah-langkah sebelumnya.',
    ),
  ),
  parts: optional(list('Hanya bagian', text('Bagian'), 1)),
  criteria: optional(list('Hanya kriteria', text('Kode kriteria'), 1)),
};
export const basisSchema = section('Dasar', basisFields);
export type Basis = Infer<typeof basisSchema>;

/** Steps of a value: the highest `from` that the value reaches holds. */
export const stepSchema = section('Langkah', {
  from: about(percent('Mulai nilai'), 'Nilai mulai (termasuk); langkah tertinggi yang dicapai yang berlaku.'),
  percent: optional(percent('Dibayar (%)')),
  proportional: optional(
    about(marked('Sebanding'), 'Sebagai ganti `percent`: dibayar sebesar capaiannya, paling banyak 100%.'),
  ),
});
export type Step = Infer<typeof stepSchema>;
