/** Additions (dimension 11), person factors (12) and unit factors (14) by group, transfers, special months (15). */
import { PRESENCE_STATUSES } from '@ekinerja/contracts/basics';
import {
  about,
  choice,
  decimal,
  flag,
  integer,
  list,
  optional,
  percent,
  record,
  section,
  text,
  variant,
} from '../schema.js';
import { basisFields, whoSchema } from './who-schema.js';

const method = variant('Cara', 'kind', {
  fixed: section('Jumlah tetap', { amount: decimal('Rupiah', { min: '0' }) }),
  given: about(section('Jumlah pada keputusan', {}), 'Rupiah dari `amount` pada fakta.'),
  'per-present-day': about(
    section('Per hari hadir', {
      amount: decimal('Rupiah per hari', { min: '0' }),
      countsAsPresent: optional(
        list('Keterangan yang dianggap hadir', choice('Keterangan', PRESENCE_STATUSES)),
      ),
    }),
    'Uang makan, transpor: rupiah × hari kerja yang dihadiri. Biasanya bersama `automatic: true`.',
  ),
  'per-time': about(
    section('Per kali', {
      amount: decimal('Rupiah per kali', { min: '0' }),
      maximumTimes: optional(integer('Paling banyak kali', { min: 1 })),
    }),
    'Piket, jaga, lembur, rapat: rupiah × `times` pada fakta (jam, kali, hari).',
  ),
  'percent-of-class': about(
    section('Persen dari besaran suatu kelas', {
      class: optional(text('Kelas')),
      percent: percent('Persen'),
    }),
    'Dari besaran dasar kelas itu (tanpa `class`: kelas pada fakta).',
  ),
  'percent-of-own': section('Persen dari TPP sendiri', { percent: percent('Persen'), ...basisFields }),
  acting: about(
    section('Persen dari TPP jabatan yang dirangkap', {
      percent: percent('Persen'),
      criteria: optional(list('Hanya kriteria', text('Kode kriteria'), 1)),
    }),
    'Plt: persen dari TPP penuh jabatan pada fakta (`class`, `postCode`, `unitCode`).',
  ),
  concurrent: about(
    section('Yang tertinggi penuh, ditambah persen yang lebih rendah', {
      percent: percent('Persen dari TPP yang lebih rendah'),
    }),
    'Rangkap jabatan menurut Kepmendagri 900-4700/2020: dibayar TPP yang lebih tinggi di antara jabatan sendiri dan yang dirangkap, ditambah persen dari yang lebih rendah. Baris ini adalah selisihnya di atas TPP sendiri.',
  ),
  'more-favourable': about(
    section('Yang lebih menguntungkan', { percent: percent('Persen dari TPP jabatan yang dirangkap') }),
    'Bila TPP jabatan yang dirangkap lebih besar dari TPP sendiri, selisihnya ditambahkan; selain itu tidak ada tambahan.',
  ),
});

export const additionsSchema = about(
  record(
    'Tambahan',
    'text',
    section('Tambahan', {
      name: text('Nama'),
      method,
      who: optional(
        about(
          whoSchema,
          'Ditulis bersama `automatic: true`: diberikan kepada siapa pun yang cocok, tanpa fakta.',
        ),
      ),
      automatic: optional(flag('Diberikan tanpa fakta')),
      minimum: optional(
        about(
          choice('Paling singkat', ['calendar-month', 'thirty-days']),
          '`calendar-month`: memangku sepanjang bulan itu; `thirty-days`: pada akhir bulan sudah 30 hari kalender.',
        ),
      ),
      prorate: optional(
        about(
          choice('Sebanding hari memangku', ['calendar-days', 'duty-days']),
          'Dikalikan hari `from`–`to` pada fakta yang jatuh di bulan ini ÷ hari bulan ini.',
        ),
      ),
      followsPerformance: optional(
        about(flag('Mengikuti capaian'), 'Dikalikan bagian TPP sendiri yang benar-benar dibayar.'),
      ),
      maximum: optional(decimal('Paling banyak (rupiah)', { min: '0' })),
    }),
  ),
  'Cocok dengan fakta `additions` menurut kodenya.',
);

export const factorsSchema = about(
  list(
    'Faktor',
    section('Faktor', {
      name: text('Nama'),
      who: whoSchema,
      percent: percent('Dibayar (%)'),
      criteria: optional(list('Hanya kriteria', text('Kode kriteria'), 1)),
    }),
  ),
  'Semua yang cocok dikalikan, di samping `personFactors` dan `unitFactors`: tugas belajar, unit tertentu, indeks fiskal.',
);

export const shortMonthsSchema = about(
  list(
    'Bulan yang dipendekkan',
    section('Bulan', {
      month: integer('Bulan', { min: 1, max: 12 }),
      untilDay: integer('Hari terakhir yang dinilai', { min: 1, max: 31 }),
      monthOffset: optional(integer('Dibayar sekian bulan sesudahnya', { min: 0, max: 3 })),
      targets: optional(
        about(
          record('Sasaran pengganti', 'text', integer('Sasaran', { min: 1 })),
          'Sasaran bagian menurut namanya (`part`): menit, jumlah kegiatan, atau hari. Sasaran per hari kerja mengikuti hari yang dipendekkan dengan sendirinya.',
        ),
      ),
    }),
  ),
  'Desember dibayar dalam tahun yang sama: hanya hari dan kegiatan sampai `untilDay` yang dinilai; jumlah sebulan tetap penuh. Bulan itu dapat ditutup sehari sesudah `untilDay`; presensi dan kegiatan sesudahnya tetap dapat diisi.',
);

export const runsSchema = about(
  record(
    'Pembayaran khusus',
    'text',
    section('Pembayaran', {
      name: text('Nama'),
      percent: percent('Dibayar (%)'),
      rates: optional(
        about(
          list('Persen menurut kelompok', section('Persen', { who: whoSchema, percent: percent('Dibayar (%)') }), 1),
          'Yang pertama cocok menggantikan `percent`.',
        ),
      ),
      criteria: optional(list('Hanya kriteria', text('Kode kriteria'), 1)),
      performance: optional(
        about(flag('Mengikuti kinerja dan potongan'), 'Bawaan: dibayar tanpa penilaian dan potongan.'),
      ),
      additions: optional(flag('Termasuk tambahan')),
      advance: optional(
        about(
          flag('Dibayar lebih dahulu'),
          'Dibayar sebelum bulan itu dinilai (TPP statis pada awal bulan, uang muka), dan dikurangkan dari pembayaran bulan itu: fakta `advances`.',
        ),
      ),
    }),
  ),
  'THR, gaji ketiga belas, susulan: dipilih dengan fakta `run`; persen dari TPP sebulan.',
);
