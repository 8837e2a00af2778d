import {
  EMPLOYEE_KINDS,
  POST_KINDS,
  PREDICATES,
  PRESENCE_STATUSES,
  UNIT_KINDS,
} from '@ekinerja/contracts/basics';
import {
  choice,
  flag,
  integer,
  list,
  optional,
  percent,
  record,
  section,
  text,
  variant,
  type Infer,
} from './schema.js';

const band = section('Rentang', {
  code: text('Kode'),
  from: integer('Mulai menit', { min: 1 }),
  to: optional(integer('Sampai sebelum menit', { min: 2 })),
  percent: percent('Potongan (%)'),
});

const disciplineTable = section('Tabel disiplin', {
  late: list('Terlambat', band, 1),
  early: list('Pulang cepat', band, 1),
  absentDay: percent('Tidak masuk, per hari (%)'),
  cap: percent('Potongan paling banyak (%)'),
  statuses: record('Potongan per hari menurut keterangan (%)', PRESENCE_STATUSES, percent('Potongan (%)')),
});

const measure = variant('Ukuran', 'kind', {
  discipline: section('Disiplin', { table: text('Tabel') }),
  predicate: section('Predikat', {
    steps: record('Dibayar menurut predikat (%)', PREDICATES, percent('Dibayar (%)')),
  }),
  score: section('Nilai kualitas bulanan', { maximum: integer('Nilai penuh', { min: 1 }) }),
  minutes: section('Menit kegiatan yang disetujui', { target: integer('Sasaran menit sebulan', { min: 1 }) }),
});

export const allowanceSchema = section('Tambahan penghasilan', {
  entitled: section('Penerima', {
    kinds: list('Jenis pegawai', choice('Jenis pegawai', EMPLOYEE_KINDS), 1),
    posts: list('Jenis jabatan', choice('Jenis jabatan', POST_KINDS), 1),
  }),
  transfer: section('Pindah dan pegawai baru', {
    ruleDay: choice('Hari penentu', ['first-day', 'last-day']),
    joiner: choice('Pegawai yang masuk sesudah hari penentu', ['next-month', 'same-month']),
  }),
  payment: section('Pembayaran', {
    monthOffset: integer('Dibayar sekian bulan sesudahnya', { min: 0, max: 3 }),
  }),
  criteria: list(
    'Kriteria',
    section('Kriteria', {
      code: text('Kode'),
      name: text('Nama'),
      percent: percent('Persen dari besaran dasar'),
      flat: optional(flag('Tidak dipengaruhi kinerja dan disiplin')),
    }),
    1,
  ),
  performance: list(
    'Bagian',
    section('Bagian', {
      part: text('Bagian'),
      share: percent('Bobot (%)'),
      measure,
    }),
    1,
  ),
  discipline: record('Tabel disiplin', 'text', disciplineTable),
  personFactors: record('Faktor jenis pegawai (%)', EMPLOYEE_KINDS, percent('Dibayar (%)')),
  unitFactors: optional(record('Faktor jenis unit (%)', UNIT_KINDS, percent('Dibayar (%)'))),
  rounding: section('Pembulatan', {
    unit: integer('Kelipatan rupiah', { min: 1, max: 10000 }),
    mode: choice('Cara', ['half-up', 'down', 'up']),
    stage: choice('Tahap', ['criterion', 'total']),
    // Left out: at stage `criterion` the sum of the rounded criteria stands, at `total` the largest remainder bears.
    remainder: optional(choice('Selisih pembulatan ditanggung', ['first', 'last', 'line'])),
  }),
});
export type AllowanceRules = Infer<typeof allowanceSchema>;
