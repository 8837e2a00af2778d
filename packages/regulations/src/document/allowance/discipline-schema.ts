/** Discipline tables (dimension 6 and 7): everything that a day or an event can cost, in percent of the table's base. */
import { PRESENCE_STATUSES } from '@ekinerja/contracts/basics';
import {
  about,
  choice,
  date,
  decimal,
  flag,
  integer,
  list,
  optional,
  percent,
  reads,
  record,
  section,
  text,
  time,
} from '../schema.js';
import { basisFields } from './who-schema.js';

const band = reads(
  section('Rentang', {
    code: text('Kode'),
    from: integer('Mulai menit', { min: 1 }),
    to: optional(integer('Sampai sebelum menit', { min: 2 })),
    percent: percent('Potongan (%)'),
  }),
  '{code}: mulai menit {from}[ sampai sebelum menit {to}] dipotong {percent}%',
);

const clockBand = reads(
  section('Jendela jam', {
    code: text('Kode'),
    from: about(time('Mulai jam'), 'Termasuk.'),
    to: about(time('Sampai sebelum jam'), 'Tidak termasuk.'),
    percent: percent('Potongan (%)'),
  }),
  '{code}: pukul {from} sampai sebelum {to} dipotong {percent}%',
);

export const disciplineTableSchema = section('Tabel disiplin', {
  late: about(
    list('Terlambat', band),
    'Rentang menit `[from, to)`, harus bersambung; rentang terakhir tanpa `to`. Kosong (`[]`) bila tidak dipakai.',
  ),
  early: list('Pulang cepat', band),
  absentDay: percent('Tidak masuk, per hari (%)'),
  cap: optional(
    about(
      percent('Potongan paling banyak (%)'),
      'Dari dasar tabel. Tulis `none` bila peraturan tidak membatasi: potongan lalu dapat melampaui bagian disiplin, tetapi tidak melampaui seluruh TPP.',
    ),
  ),
  statuses: about(
    record('Potongan per hari menurut keterangan (%)', PRESENCE_STATUSES, percent('Potongan (%)')),
    'Ditulis semua selain `present` dan `absent` (0 bila dianggap hadir), atau `{}` bila tidak satu pun dipotong.',
  ),
  noCheckIn: optional(about(percent('Tidak merekam masuk (%)'), 'Bawaan: rentang terlambat terakhir.')),
  noCheckOut: optional(about(percent('Tidak merekam pulang (%)'), 'Bawaan: rentang pulang cepat terakhir.')),
  noRecord: optional(
    about(
      choice('Tidak merekam masuk dan pulang', ['both', 'absent']),
      '`both` (bawaan): dihitung sebagai terlambat dan pulang cepat; `absent`: dihitung tidak masuk.',
    ),
  ),
  clock: optional(
    about(
      section('Jendela jam', {
        checkIn: list('Jam masuk', clockBand),
        checkOut: list('Jam pulang', clockBand),
      }),
      'Menggantikan rentang menit: jam rekaman masuk atau pulang jatuh di jendela mana.',
    ),
  ),
  events: optional(
    about(
      record('Kegiatan bersama, per kali tidak hadir (%)', 'text', percent('Potongan (%)')),
      'Apel, upacara, senam, dan lain-lain; cocok dengan fakta `events`.',
    ),
  ),
  dayRate: optional(
    about(
      section('Tarif sehari', {
        percent: percent('Persen dari TPP sehari'),
        days: optional(
          about(integer('Pembagi hari tetap', { min: 1 }), 'Bawaan: hari kerja bulan itu menurut pola unit.'),
        ),
      }),
      'Potongan hari tidak masuk = persen × (dasar tabel ÷ jumlah hari); menggantikan `absentDay`.',
    ),
  ),
  absentSteps: optional(
    about(
      list(
        'Menurut jumlah hari tidak masuk sebulan',
        section('Langkah', { from: integer('Mulai hari', { min: 1 }), percent: percent('Potongan (%)') }),
        1,
      ),
      'Potongan sekaligus menurut jumlah hari tidak masuk; menggantikan `absentDay`.',
    ),
  ),
  specialDates: optional(
    about(
      list(
        'Hari khusus',
        section('Hari khusus', {
          name: text('Nama'),
          dates: list('Tanggal', date('Tanggal'), 1),
          absent: percent('Tidak masuk (%)'),
          ...basisFields,
        }),
      ),
      'Tidak masuk pada tanggal ini (misalnya hari pertama sesudah Lebaran) dipotong `absent` sebagai ganti potongan biasa; `of` memilih dasarnya, bawaan dasar tabel.',
    ),
  ),
  consecutive: optional(
    about(
      list(
        'Tidak masuk berturut-turut',
        section('Berturut-turut', {
          days: integer('Mulai hari kerja berturut-turut', { min: 2 }),
          percent: percent('Potongan tambahan (%)'),
        }),
      ),
      'Setiap rangkaian hari kerja tidak masuk menambah potongan langkah tertinggi yang dicapainya.',
    ),
  ),
  accumulated: optional(
    about(
      section('Menit terkumpul', {
        minutes: integer('Menit yang disamakan satu hari', { min: 1 }),
        percent: percent('Potongan per hari itu (%)'),
        partial: optional(flag('Sisa menit ikut dihitung sebanding')),
      }),
      'Menit terlambat dan pulang cepat sebulan dijumlahkan; setiap `minutes` menit dipotong `percent`.',
    ),
  ),
  ratio: optional(
    about(
      section('Rasio kehadiran', {
        countsAsPresent: list('Keterangan yang dianggap hadir', choice('Keterangan', PRESENCE_STATUSES)),
      }),
      'Dibayar hari hadir ÷ hari kerja; menggantikan `absentDay` dan `statuses`.',
    ),
  ),
  pointsDivisor: optional(
    about(
      decimal('Pembagi poin', { min: '0.0001' }),
      'Angka pada tabel adalah poin: jumlah poin ÷ pembagi = persen potongan.',
    ),
  ),
});
