/** Presence over longer than a day: hours of a week, events attended, days too short or too few. */
import { PRESENCE_STATUSES } from '@ekinerja/contracts/basics';
import { about, choice, decimal, flag, integer, list, optional, percent, section, text } from '../schema.js';
import { DAY_NAMES } from '../calendar-schema.js';

export const presenceFields = {
  weekly: optional(
    about(
      section('Kekurangan jam kerja sepekan', {
        steps: optional(
          list(
            'Menurut kekurangan sepekan',
            section('Langkah', { from: integer('Mulai menit', { min: 1 }), percent: percent('Potongan (%)') }),
            1,
          ),
        ),
        minutes: optional(
          about(integer('Setiap sekian menit', { min: 1 }), 'Sebagai ganti `steps`, bersama `percent`: setiap sekian menit penuh.'),
        ),
        percent: optional(percent('Potongan (%)')),
        madeUp: optional(
          about(
            flag('Ditutup kelebihan jam pekan itu'),
            'Menit sesudah jam pulang pada pekan yang sama menutup kekurangannya; pekan lain tidak.',
          ),
        ),
        absent: optional(
          about(flag('Hari tidak masuk dihitung kekurangan'), 'Sebanyak jam kerja hari itu; tulis `absentDay: 0` bila tidak dipotong pula per hari.'),
        ),
      }),
      'Jam kerja dihitung sepekan (Senin–Minggu): menit terlambat dan pulang cepat tiap pekan dijumlahkan, lalu dipotong `steps`, atau `percent` setiap `minutes` menit. Pekan yang melewati bulan hanya hari bulan ini. Tulis `late: []` dan `early: []` bila tidak dipotong pula per hari.',
    ),
  ),
  absentFrom: optional(
    about(
      section('Dihitung tidak masuk', { minutes: integer('Mulai menit', { min: 1 }) }),
      'Hari yang terlambat dan pulang cepatnya bersama-sama mencapai sekian menit dihitung tidak masuk, kecuali dengan izin (`permitted`).',
    ),
  ),
  eventRatio: optional(
    about(
      list(
        'Rasio kegiatan bersama',
        section('Kegiatan', {
          event: text('Kegiatan'),
          days: list('Diadakan tiap hari', choice('Hari', DAY_NAMES), 1),
        }),
        1,
      ),
      'Dibayar berapa kali diikuti ÷ berapa kali diadakan (hari kerja yang jatuh pada `days`): yang tidak diikuti ada di fakta `events`, dan hari tidak masuk ikut dihitung tidak mengikuti. Hari cuti, sakit, dan dinas tidak dihitung. Kegiatan yang ditulis di sini tidak ditulis pula di `events`.',
    ),
  ),
  presenceSteps: optional(
    about(
      section('Kehadiran paling sedikit', {
        countsAsPresent: optional(list('Keterangan yang dianggap hadir', choice('Keterangan', PRESENCE_STATUSES), 1)),
        steps: list(
          'Langkah',
          section('Langkah', { below: decimal('Kurang dari (%)', { min: '0.0001' }), percent: percent('Potongan (%)') }),
          1,
        ),
      }),
      'Potongan sekaligus bila hari hadir ÷ hari kerja kurang dari sekian persen ("hadir kurang dari separuh tidak dibayar"), di samping potongan lain; langkah terendah yang tidak dicapai.',
    ),
  ),
};
