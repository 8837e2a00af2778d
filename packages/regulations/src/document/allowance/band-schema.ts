/** Bands of minutes and windows of the clock, with what each costs. */
import { about, choice, flag, integer, list, optional, percent, reads, section, text, time } from '../schema.js';
import { DAY_NAMES } from '../calendar-schema.js';

export const band = reads(
  section('Rentang', {
    code: text('Kode'),
    from: integer('Mulai menit', { min: 1 }),
    to: optional(integer('Sampai sebelum menit', { min: 2 })),
    percent: percent('Potongan (%)'),
  }),
  '{code}: mulai menit {from}[ sampai sebelum menit {to}] dipotong {percent}%',
);

export const clockBand = reads(
  section('Jendela jam', {
    code: text('Kode'),
    from: about(time('Mulai jam'), 'Termasuk.'),
    to: about(time('Sampai sebelum jam'), 'Tidak termasuk.'),
    percent: percent('Potongan (%)'),
    days: optional(
      about(list('Hanya hari', choice('Hari', DAY_NAMES), 1), 'Jam pulang Jumat berbeda: `[fri]`. Bawaan: semua hari.'),
    ),
    ramadan: optional(
      about(flag('Hanya pada Ramadan'), '`true`: hanya pada Ramadan; `false`: hanya di luar Ramadan.'),
    ),
  }),
  '{code}: pukul {from} sampai sebelum {to} dipotong {percent}%',
);
