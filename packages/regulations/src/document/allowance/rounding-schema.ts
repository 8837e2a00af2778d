/** Rounding (dimension 20): unit, mode, stage, bearer of the remainder, and rounding on the way. */
import { about, choice, integer, optional, record, section } from '../schema.js';

const MODES = ['half-up', 'half-down', 'down', 'up'] as const;
/** Intermediate values that a pay sheet may round before it goes on. */
export const ROUNDING_STEPS = ['base', 'criterion', 'part', 'cut', 'addition'] as const;

export const roundingSchema = section('Pembulatan', {
  unit: integer('Kelipatan rupiah', { min: 1, max: 10000 }),
  mode: about(choice('Cara', MODES), '`half-up`: setengah ke atas; `half-down`: setengah ke bawah (yang dibulatkan jumlah potongannya); `down`: ke bawah; `up`: ke atas.'),
  stage: about(
    choice('Tahap', ['part', 'criterion', 'total', 'net']),
    '`part`: tiap bagian dari tiap kriteria; `criterion`: tiap kriteria; `total`: jumlah TPP; `net`: jumlah yang diterima sesudah pajak dan potongan (sebelumnya ke rupiah penuh).',
  ),
  // Left out: at stage `criterion` the sum of the rounded criteria stands, at `total` the largest remainder bears.
  remainder: optional(
    about(
      choice('Selisih pembulatan ditanggung', ['first', 'last', 'line']),
      'Tanpa ini: pada tahap `part` dan `criterion` jumlah yang sudah dibulatkan berlaku; pada `total` sisa terbesar menanggung.',
    ),
  ),
  on: optional(
    about(
      record(
        'Dibulatkan lebih dahulu',
        ROUNDING_STEPS,
        section('Pembulatan', {
          unit: integer('Kelipatan rupiah', { min: 1, max: 10000 }),
          mode: choice('Cara', MODES),
          remainder: optional(
            about(
              choice('Selisih ditanggung', ['first', 'last']),
              'Hanya bagi `criterion`: jumlah kriteria dibulatkan, dan kriteria pertama atau terakhir menanggung selisihnya (prestasi kerja = pagu − beban kerja).',
            ),
          ),
        }),
      ),
      'Nilai antara yang pada daftar pembayaran dibulatkan sebelum dipakai lagi: besaran dasar, kriteria penuh, bagian yang dibayar, tiap potongan, tambahan. Tanpa ini semua pecahan dihitung tepat.',
    ),
  ),
  percent: optional(
    about(
      section('Persentase', {
        digits: integer('Angka di belakang koma', { min: 0, max: 6 }),
        mode: choice('Cara', MODES),
      }),
      'Capaian tiap bagian (persen) dibulatkan sebelum dikalikan.',
    ),
  ),
});
