/** Continuous feedback, progress and coaching. A regulation that is silent knows none of it. */
import { COACHING_KINDS, FEEDBACK_GIVERS, FEEDBACK_RHYTHMS, FEEDBACK_WAYS } from '@ekinerja/contracts/feedback';
import { about, choice, integer, list, optional, section, text } from './schema.js';

export const feedbackSchema = section('Umpan balik berkelanjutan', {
  givers: list('Pemberi', choice('Pemberi', FEEDBACK_GIVERS), 1),
  ways: about(
    list('Cara', choice('Cara', FEEDBACK_WAYS), 1),
    '`direct` dalam percakapan, lalu dicatat; `indirect` ditulis di aplikasi.',
  ),
  periodic: section('Berkala', {
    every: about(
      choice('Setiap', FEEDBACK_RHYTHMS),
      'Berlaku sampai pimpinan dan pegawai menyepakati jadwal sendiri.',
    ),
    graceDays: about(
      integer('Hari kelonggaran sesudah masanya berakhir', { min: 0, max: 60 }),
      'Sesudah itu tercatat terlambat.',
    ),
  }),
  progress: optional(
    section('Kemajuan kinerja', {
      praise: list('Bila maju', choice('Tindakan', ['appreciation', 'assignment']), 1),
      measures: list('Bila tidak maju', choice('Tindakan', ['expectations', 'resources', 'coaching']), 1),
      takeOver: about(
        choice('Pengambilalihan hasil kerja', ['after-measure', 'never']),
        '`after-measure`: hanya sesudah tindakan di atas dijalankan dan pegawai tetap tidak maju.',
      ),
    }),
  ),
  coaching: list('Bentuk pembinaan', choice('Bentuk', COACHING_KINDS), 1),
  phrases: optional(about(list('Kalimat yang ditawarkan', text('Kalimat'), 1), 'Boleh diubah sebelum dikirim.')),
});

/** BK 6(1): apart, since a regulation may oblige to coach and say nothing of feedback. */
export const coachingSchema = section('Pembinaan', {
  every: about(
    choice('Setiap bawahan dibina paling sedikit sekali', FEEDBACK_RHYTHMS),
    'Yang belum membina didaftar. Tidak ditulis: bila diperlukan saja.',
  ),
});
