/** Leave tiers (dimension 8), discipline punishments (9), compliance cuts and holds (10), profession top-up (13). */
import {
  about,
  choice,
  date,
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

const numbered = optional(
  about(
    choice('Hari diurutkan', ['leave', 'month', 'year']),
    '`leave` (bawaan): sejak cuti itu mulai; `month` atau `year`: semua cuti dengan aturan ini dalam bulan atau tahun kalender dihitung bersama ("lebih dari 3 hari sebulan", "hari ke-13 setahun").',
  ),
);

const leaveMethod = variant('Cara', 'kind', {
  months: about(
    section('Bulan ke-n dibayar sekian', {
      steps: list(
        'Langkah',
        section('Langkah', {
          month: integer('Mulai bulan ke-', { min: 1 }),
          percent: percent('Dibayar (%)'),
        }),
        1,
      ),
      partial: about(
        choice('Bulan yang hanya sebagian cuti', ['whole', 'days']),
        '`whole`: seluruh bulan dibayar menurut langkah; `days`: hanya sebanding hari kerja cuti di bulan itu.',
      ),
    }),
    'Bulan cuti dihitung dari bulan mulai cuti (bulan ke-1).',
  ),
  days: about(
    section('Mulai hari ke-k dipotong per hari', {
      fromDay: about(
        integer('Mulai hari ke-', { min: 1 }),
        'Hari sebelum itu bebas: "bebas 3 hari" = `fromDay: 4`.',
      ),
      count: choice('Hari dihitung', ['duty', 'calendar']),
      numbered,
      percent: optional(percent('Potongan per hari (%)')),
      dayRate: optional(
        about(
          percent('Persen dari TPP sehari'),
          'Sebagai ganti `percent`: persen × dasar ÷ hari kerja (atau hari kalender) bulan itu; pada ruas yang dibayar sebanding hari: ÷ hari ruas itu, pada bulan yang dipendekkan: ÷ hari yang dinilai.',
        ),
      ),
    }),
    'Hari cuti diurutkan sejak cuti mulai, juga bila melewati bulan; yang dipotong hanya hari di bulan ini.',
  ),
  'day-steps': about(
    section('Per hari, bertingkat', {
      count: choice('Hari dihitung', ['duty', 'calendar']),
      numbered,
      steps: list(
        'Langkah',
        section('Langkah', {
          fromDay: integer('Mulai hari ke-', { min: 1 }),
          percent: percent('Potongan per hari (%)'),
        }),
        1,
      ),
    }),
    'Setiap hari dipotong menurut langkah urutannya: hari 1–3 0%, hari 4–14 1%, dan seterusnya.',
  ),
  'total-days': about(
    section('Sekaligus menurut jumlah hari', {
      count: choice('Hari dihitung', ['duty', 'calendar']),
      over: optional(
        about(
          choice('Jumlah hari', ['month', 'leave']),
          '`month` (bawaan): hari cuti dengan aturan ini dalam bulan itu; `leave`: hari cuti itu sejak mulai sampai akhir bulan ini.',
        ),
      ),
      steps: list(
        'Langkah',
        section('Langkah', {
          fromDay: integer('Mulai berapa hari', { min: 1 }),
          percent: percent('Potongan sebulan (%)'),
        }),
        1,
      ),
    }),
    'Satu potongan sebulan menurut jumlah hari: 1–5 hari tidak dipotong, 6–10 hari 25%, lebih dari 10 hari 50%.',
  ),
  free: section('Tidak dipotong', {}),
});

export const leaveSchema = about(
  list(
    'Cuti',
    section('Aturan cuti', {
      name: text('Nama'),
      types: about(
        list('Jenis cuti', text('Jenis'), 1),
        'Sama dengan `type` pada fakta `leaves`; boleh kode presensi (`leave-large`, `sick`) atau kode daerah.',
      ),
      child: optional(
        section('Anak ke-', {
          from: integer('Mulai', { min: 1 }),
          to: optional(integer('Sampai', { min: 1 })),
        }),
      ),
      causes: optional(list('Sebab', text('Sebab'), 1)),
      document: optional(
        about(flag('Ada surat'), 'Hanya bila ada (`true`) atau tidak ada (`false`) surat keterangan.'),
      ),
      who: optional(whoSchema),
      method: leaveMethod,
      ...basisFields,
    }),
  ),
  'Aturan pertama yang cocok dengan cuti itu yang berlaku. Tulis 0 pada `discipline.*.statuses` bagi keterangan yang diatur di sini, agar tidak terpotong dua kali.',
);

export const punishmentsSchema = section('Hukuman disiplin', {
  overlap: about(
    choice('Bila lebih dari satu berlaku', ['highest', 'sum']),
    '`highest`: yang terberat saja; `sum`: dijumlahkan, paling banyak 100%.',
  ),
  starts: about(
    choice('Mulai dipotong', ['same-month', 'next-month']),
    'Bulan keputusan berlaku, atau bulan sesudahnya; hukuman menurut tanggal pada faktanya ikut bergeser sebulan.',
  ),
  levels: record(
    'Tingkat',
    'text',
    section('Tingkat', {
      name: text('Nama'),
      percent: percent('Potongan (%)'),
      months: optional(
        about(
          integer('Selama bulan', { min: 1 }),
          'Tanpa ini: sampai tanggal `to` pada fakta; tanpa `to`, satu bulan.',
        ),
      ),
      ...basisFields,
    }),
  ),
});

export const complianceSchema = about(
  record(
    'Kepatuhan',
    'text',
    section('Kewajiban', {
      name: text('Nama'),
      percent: optional(percent('Potongan (%)')),
      counts: optional(
        about(
          choice('Dihitung sendiri', ['days-without-entry']),
          '`days-without-entry`: tanpa fakta `compliance`, sebanyak hari kerja yang dihadiri tetapi tidak bercatatan (fakta `daysWithEntry`). Bersama `per: time`.',
        ),
      ),
      steps: optional(
        about(
          list(
            'Menurut bulan ke-',
            section('Langkah', {
              month: integer('Mulai bulan ke-', { min: 1 }),
              percent: percent('Potongan (%)'),
            }),
            1,
          ),
          'Sebagai ganti `percent`: makin lama makin berat. Bulan ke-1 adalah bulan `from` pada fakta (tanpa itu bulan ini).',
        ),
      ),
      per: optional(
        about(
          choice('Dihitung', ['month', 'time']),
          '`month` (bawaan): sekali sebulan; `time`: dikali `times` pada fakta.',
        ),
      ),
      maximum: optional(percent('Paling banyak (%)')),
      from: optional(date('Berlaku mulai')),
      to: optional(date('Berlaku sampai')),
      hold: optional(
        about(
          flag('Ditahan sampai dipenuhi'),
          'Seluruh pembayaran ditahan (0 dibayar sekarang) dan dibayar kemudian lewat fakta `released`.',
        ),
      ),
      holdPercent: optional(
        about(
          percent('Yang ditahan (%)'),
          'Bersama `hold: true`: hanya sekian persen dari pembayaran bulan itu yang ditahan. Bawaan 100.',
        ),
      ),
      lapse: optional(
        about(
          integer('Hangus sesudah bulan', { min: 1 }),
          'Bersama `hold: true`: yang ditahan hanya dibayarkan bila kewajiban dipenuhi dalam sekian bulan sejak bulannya; sesudah itu hangus.',
        ),
      ),
      who: optional(whoSchema),
      ...basisFields,
    }),
  ),
  'Kewajiban yang belum dipenuhi, cocok dengan fakta `compliance`: LHKPN, TPTGR, DUPAK, aset, gratifikasi, catatan harian.',
);

export const professionSchema = about(
  record(
    'Tunjangan profesi',
    'text',
    section('Tunjangan profesi', {
      name: text('Nama'),
      then: about(
        choice('TPP', ['exclude', 'difference']),
        '`exclude`: TPP tidak dibayar; `difference`: dibayar selisih TPP di atas tunjangan itu, tidak kurang dari 0.',
      ),
      compare: optional(
        about(
          choice('Selisih dihitung terhadap', ['whole', 'realised']),
          'TPP penuh, atau TPP sesudah potongan (bawaan).',
        ),
      ),
      percent: optional(
        about(
          percent('Yang diperhitungkan (%)'),
          'Bersama `difference`: hanya sekian persen dari tunjangan itu yang mengurangi TPP. Bawaan 100.',
        ),
      ),
      criteria: optional(list('Hanya kriteria', text('Kode kriteria'), 1)),
    }),
  ),
  'TPG, sertifikasi, jasa pelayanan; cocok dengan fakta `profession`.',
);
