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
  marked,
  optional,
  percent,
  record,
  section,
  text,
} from '../schema.js';
import { band, clockBand } from './band-schema.js';
import { presenceFields } from './presence-schema.js';
import { basisFields } from './who-schema.js';

export const disciplineTableSchema = section('Tabel disiplin', {
  unit: optional(
    about(
      choice('Satuan angka', ['percent', 'rupiah']),
      '`percent` (bawaan): persen dari dasar tabel; `rupiah`: angka pada tabel adalah rupiah per kali atau per hari.',
    ),
  ),
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
        percent: optional(percent('Potongan per hari itu (%)')),
        absentDays: optional(
          about(
            marked('Dihitung hari tidak masuk'),
            'Sebagai ganti `percent`: setiap `minutes` menit menambah satu hari tidak masuk.',
          ),
        ),
        partial: optional(flag('Sisa menit ikut dihitung sebanding')),
      }),
      'Menit terlambat dan pulang cepat sebulan dijumlahkan; setiap `minutes` menit dipotong `percent`.',
    ),
  ),
  accumulatedSteps: optional(
    about(
      list(
        'Menit terkumpul sebulan, bertingkat',
        section('Langkah', { from: integer('Mulai menit', { min: 1 }), percent: percent('Potongan (%)') }),
        1,
      ),
      'Potongan sekaligus menurut jumlah menit terlambat dan pulang cepat sebulan; langkah tertinggi yang dicapai.',
    ),
  ),
  minuteRate: optional(
    about(
      section('Tarif semenit', { percent: percent('Persen dari TPP semenit') }),
      'Potongan = persen × menit terlambat dan pulang cepat ÷ menit kerja bulan itu × dasar tabel (kekurangan jam kerja).',
    ),
  ),
  allowedMinutes: optional(
    about(
      integer('Dimaafkan sebulan (menit)', { min: 1 }),
      'Bagi `accumulated` dan `minuteRate`: sekian menit pertama sebulan tidak dihitung.',
    ),
  ),
  accumulates: optional(
    about(
      choice('Menit yang dijumlahkan', ['late', 'early', 'both']),
      'Bagi `accumulated`, `accumulatedSteps`, dan `minuteRate`: hanya terlambat, hanya pulang cepat, atau keduanya (bawaan).',
    ),
  ),
  occurrenceSteps: optional(
    about(
      section('Menurut berapa kali sebulan', {
        of: choice('Yang dihitung', ['late', 'early', 'both']),
        steps: list(
          'Langkah',
          section('Langkah', { from: integer('Mulai kali', { min: 1 }), percent: percent('Potongan (%)') }),
          1,
        ),
      }),
      'Potongan sekaligus menurut berapa kali terlambat atau pulang cepat sebulan (tidak merekam ikut dihitung), di samping rentang menit; langkah tertinggi yang dicapai.',
    ),
  ),
  tolerance: optional(
    about(
      section('Terlambat yang dimaafkan', {
        minutes: integer('Paling lama (menit)', { min: 1 }),
        times: integer('Berapa kali sebulan', { min: 1 }),
      }),
      'Keterlambatan sampai sekian menit, sekian kali yang pertama dalam sebulan, tidak dipotong.',
    ),
  ),
  permitted: optional(
    about(
      section('Terlambat atau pulang cepat dengan izin', {
        percent: optional(
          about(percent('Dari potongan biasa (%)'), '`50`: separuh potongan biasa; `0`: tidak dipotong.'),
        ),
        late: optional(
          about(list('Terlambat dengan izin', band), 'Rentang menit sendiri, sebagai ganti `percent`.'),
        ),
        early: optional(list('Pulang cepat dengan izin', band)),
        times: optional(
          about(
            integer('Berapa kali sebulan', { min: 1 }),
            'Hanya sekian kali yang pertama; selebihnya dipotong biasa. Bawaan: tanpa batas.',
          ),
        ),
        counted: optional(
          about(
            flag('Menitnya ikut dijumlahkan'),
            'Bagi `accumulated`, `accumulatedSteps`, `minuteRate`, `occurrenceSteps`. Bawaan: tidak.',
          ),
        ),
      }),
      'Hari dengan izin atasan (fakta `permit` pada hari itu) dipotong lebih ringan. Tulis `percent`, atau `late` dan `early`.',
    ),
  ),
  missingMinutes: optional(
    about(
      integer('Tidak merekam dihitung (menit)', { min: 1 }),
      'Bagi `accumulated`, `accumulatedSteps`, `minuteRate`: setiap kali tidak merekam masuk atau pulang menambah sekian menit. Bawaan: tidak menambah.',
    ),
  ),
  holdFrom: optional(
    about(
      section('Penundaan karena menit terkumpul', {
        minutes: integer('Mulai menit sebulan', { min: 1 }),
        name: text('Sebab'),
      }),
      'Pembayaran bulan itu ditahan seluruhnya bila menit terlambat dan pulang cepat sebulan mencapai sekian; dibayar kemudian.',
    ),
  ),
  dayMaximum: optional(
    about(
      percent('Potongan sehari paling banyak (%)'),
      'Terlambat, pulang cepat, dan tidak merekam pada satu hari bersama-sama dipotong paling banyak sekian.',
    ),
  ),
  compensation: optional(
    about(
      section('Mengganti waktu terlambat', { minutes: integer('Paling lama terlambat (menit)', { min: 1 }) }),
      'Terlambat paling lama sekian menit tidak dipotong bila pada hari itu pulang sesudah jam pulang paling sedikit selama terlambatnya.',
    ),
  ),
  ratio: optional(
    about(
      section('Rasio kehadiran', {
        countsAsPresent: list('Keterangan yang dianggap hadir', choice('Keterangan', PRESENCE_STATUSES)),
        by: optional(
          about(
            choice('Menurut', ['days', 'minutes']),
            '`days` (bawaan); `minutes`: jam kerja yang dijalani ÷ jam kerja bulan itu, termasuk menit terlambat dan pulang cepat.',
          ),
        ),
      }),
      'Dibayar hari hadir ÷ hari kerja; menggantikan `absentDay` dan `statuses`. Rentang `late` dan `early` tetap berlaku bila ditulis; tulis `[]` bila tidak.',
    ),
  ),
  ...presenceFields,
  pointsDivisor: optional(
    about(
      decimal('Pembagi poin', { min: '0.0001' }),
      'Angka pada tabel adalah poin: jumlah poin ÷ pembagi = persen potongan.',
    ),
  ),
});
