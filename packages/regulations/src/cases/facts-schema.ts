/** The facts of a `slip` case, as data: what its author may write, with units. JSON Schema and docs come from here. */
import {
  EMPLOYEE_KINDS,
  POST_KINDS,
  PREDICATES,
  PRESENCE_STATUSES,
  UNIT_KINDS,
} from '@ekinerja/contracts/basics';
import {
  about,
  choice,
  date,
  decimal,
  flag,
  integer,
  list,
  optional,
  record,
  section,
  text,
  time,
  type Infer,
} from '../document/schema.js';

const rupiah = (label: string) => integer(label);
const month = (label: string) => about(text(label), 'Bulan `YYYY-MM`.');

const standing = {
  class: optional(about(text('Kelas jabatan'), 'Teks, bawaan `"9"`.')),
  employeeKind: optional(about(choice('Jenis pegawai', EMPLOYEE_KINDS), 'Bawaan `pns`.')),
  postKind: optional(about(choice('Jenis jabatan', POST_KINDS), 'Bawaan `pelaksana`.')),
  postCode: optional(text('Kode jabatan')),
  unitKind: optional(about(choice('Jenis unit', UNIT_KINDS), 'Bawaan `dinas`; menentukan pola hari kerja.')),
  unitCode: optional(text('Kode unit')),
  rank: optional(about(text('Golongan ruang'), '`III/b`; PPPK `IX`.')),
  groups: optional(about(list('Kelompok', text('Kelompok')), 'Nama kelompok yang dipakai kebijakan.')),
};
const evaluation = section('Evaluasi', {
  month: month('Bulan evaluasi'),
  predicate: choice('Predikat', PREDICATES),
  score: optional(decimal('Nilai')),
});
const activity = {
  acceptedMinutes: optional(about(integer('Menit kegiatan disetujui', { min: 0 }), 'Bawaan 0.')),
  acceptedCount: optional(about(integer('Kegiatan disetujui', { min: 0 }), 'Bawaan 0.')),
  daysWithEntry: optional(about(integer('Hari dengan catatan', { min: 0 }), 'Bawaan 0.')),
};
const judged = {
  predicate: optional(choice('Predikat bulan ini', PREDICATES)),
  score: optional(about(decimal('Nilai evaluasi bulan ini'), 'Ditulis bersama `predicate`.')),
  qualityScore: optional(decimal('Nilai kualitas bulanan')),
};
const dated = section('Penyesuaian', {
  id: text('Id'),
  month: month('Bulan yang dikoreksi'),
  amount: about(rupiah('Rupiah'), 'Boleh negatif.'),
  cause: text('Sebab'),
});

const correction = section('Penyesuaian', {
  id: text('Id'),
  month: month('Bulan yang dikoreksi'),
  amount: about(rupiah('Rupiah'), 'Boleh negatif.'),
  cause: text('Sebab'),
  due: optional(about(rupiah('Seluruhnya'), 'Bila hanya sebagian dapat dipotong sekarang.')),
});

export const dayFacts = section('Hari', {
  date: optional(date('Tanggal')),
  days: optional(
    about(
      integer('Berapa hari', { min: 1 }),
      'Sebagai ganti `date`, bila daftar pembayaran hanya menyebut jumlah (TL1 3 kali, alpa 2 hari): sekian hari kerja pertama yang belum disebut.',
    ),
  ),
  late: optional(integer('Menit terlambat', { min: 0 })),
  early: optional(integer('Menit pulang cepat', { min: 0 })),
  stayed: optional(
    about(integer('Menit sesudah jam pulang', { min: 0 }), 'Bagi `compensation`; juga lewat `checkOut`.'),
  ),
  checkIn: optional(about(time('Jam masuk'), 'Sebagai ganti `late`.')),
  checkOut: optional(about(time('Jam pulang'), 'Sebagai ganti `early`.')),
  noCheckIn: optional(flag('Tidak merekam masuk')),
  noCheckOut: optional(flag('Tidak merekam pulang')),
  permit: optional(
    about(flag('Dengan izin atasan'), 'Terlambat, pulang cepat, atau tidak merekam dengan izin; bagi `discipline.*.permitted`.'),
  ),
  status: optional(choice('Keterangan', PRESENCE_STATUSES)),
  missing: optional(about(flag('Tanpa baris presensi'), 'Dihitung tidak masuk.')),
});

export const slipFactsSchema = section('Fakta slip', {
  ...standing,
  month: optional(about(month('Bulan kinerja'), 'Bawaan: bulan pada `on`.')),
  from: optional(
    about(date('Mulai hari'), 'Hari pertama bulan yang menjadi milik slip ini; bawaan tanggal 1.'),
  ),
  to: optional(about(date('Sampai hari'), 'Bawaan hari terakhir bulan.')),
  presence: optional(
    about(
      list('Presensi', dayFacts),
      'Hanya hari yang tidak biasa; hari kerja yang tidak disebut hadir tepat waktu. `presence: none` = tidak ada data presensi sama sekali.',
    ),
  ),
  roster: optional(
    about(
      list(
        'Jadwal giliran',
        section('Giliran', {
          date: date('Tanggal mulai'),
          start: time('Masuk'),
          end: about(time('Pulang'), 'Tidak sesudah jam masuk: hari berikutnya.'),
          breakMinutes: optional(integer('Istirahat (menit)', { min: 0 })),
        }),
      ),
      'Satpol PP, perawat, petugas jaga: jam giliran hari itu sebagai ganti pola unit, juga pada hari libur. Hari tanpa giliran mengikuti pola unit, kecuali pegawai yang menurut kebijakan (`roster`) bekerja menurut giliran saja.',
    ),
  ),
  presenceWaived: optional(flag('Presensi dikesampingkan dengan alasan')),
  ...judged,
  evaluations: optional(
    about(list('Evaluasi bulan-bulan lain', evaluation), 'Bagi predikat yang membayar kemudian (`lag`).'),
  ),
  evaluationWaived: optional(flag('Evaluasi dikesampingkan dengan alasan')),
  ...activity,
  unitScore: optional(decimal('Nilai unit kerja')),
  staffAverage: optional(decimal('Rata-rata capaian bawahan')),
  points: optional(record('Poin menurut unsur', 'text', decimal('Poin'))),
  measured: optional(
    about(record('Nilai yang ditetapkan', 'text', decimal('Nilai')), 'Menurut nama pada ukuran `given`.'),
  ),
  submittedOn: optional(date('Laporan disampaikan tanggal')),
  events: optional(
    about(
      list(
        'Kegiatan bersama yang tidak diikuti',
        section('Kegiatan', {
          date: optional(date('Tanggal')),
          event: text('Kegiatan'),
          times: optional(about(integer('Kali', { min: 1 }), 'Bawaan 1; tanpa `date` pada hari pertama slip.')),
        }),
      ),
      '`apel`, `upacara`, `senam`, atau nama lain pada `discipline.*.events`.',
    ),
  ),
  leaves: optional(
    about(
      list(
        'Cuti',
        section('Cuti', {
          type: text('Jenis'),
          from: date('Mulai'),
          to: date('Sampai'),
          child: optional(integer('Anak ke-', { min: 1 })),
          cause: optional(text('Sebab')),
          document: optional(flag('Ada surat')),
        }),
      ),
      'Seluruh masa cuti menurut keputusan, juga di luar bulan ini; hukum yang memotong ke bulan. Tidak mengubah presensi.',
    ),
  ),
  punishments: optional(
    list(
      'Hukuman disiplin',
      section('Hukuman', {
        level: text('Tingkat'),
        from: date('Berlaku mulai'),
        to: optional(date('Sampai')),
      }),
    ),
  ),
  compliance: optional(
    list(
      'Kewajiban belum dipenuhi',
      section('Kewajiban', {
        code: text('Kode'),
        from: optional(date('Mulai')),
        to: optional(date('Sampai')),
        times: optional(integer('Kali', { min: 0 })),
      }),
    ),
  ),
  additions: optional(
    list(
      'Tambahan',
      section('Tambahan', {
        code: text('Kode'),
        class: optional(text('Kelas')),
        postKind: optional(choice('Jenis jabatan', POST_KINDS)),
        postCode: optional(text('Kode jabatan')),
        unitKind: optional(choice('Jenis unit', UNIT_KINDS)),
        unitCode: optional(text('Kode unit')),
        from: optional(date('Mulai')),
        to: optional(date('Sampai')),
        amount: optional(rupiah('Rupiah')),
        times: optional(about(integer('Kali', { min: 0 }), 'Bagi cara `per-time`; bawaan 1.')),
      }),
    ),
  ),
  segments: optional(
    about(
      list(
        'Ruas jabatan dalam bulan',
        section('Ruas', { from: date('Mulai'), to: date('Sampai'), ...standing, ...judged, ...activity }),
      ),
      'Yang tidak ditulis sama dengan fakta slip.',
    ),
  ),
  profession: optional(
    list('Tunjangan profesi', section('Tunjangan', { code: text('Kode'), amount: rupiah('Rupiah sebulan') })),
  ),
  hold: optional(about(text('Ditahan karena'), 'Pembayaran ditahan.')),
  released: optional(
    about(list('Dibayarkan dari yang tertahan', dated), 'Jumlah yang ditahan pada bulan lalu.'),
  ),
  advances: optional(
    about(
      list('Sudah dibayar lebih dahulu', section('Pembayaran', { run: text('Pembayaran khusus'), amount: rupiah('Rupiah') })),
      'Yang sudah dibayar bagi bulan ini dengan `runs.*.advance`; dikurangkan, paling banyak sebesar pembayarannya.',
    ),
  ),
  adjustments: optional(list('Penyesuaian bulan tertutup', correction)),
  paymentMonth: optional(about(month('Bulan pembayaran'), 'Bawaan menurut kebijakan.')),
  run: optional(about(text('Pembayaran khusus'), 'Kode pada `runs`: `thr`, `gaji-13`.')),
  salary: optional(
    about(
      section('Gaji bulan pembayaran', {
        gross: rupiah('Bruto selain TPP ini'),
        allowance: optional(about(rupiah('Di antaranya TPP lain yang dibayar bulan itu'), 'Bagi pajak atas TPP saja (`on: allowance`).')),
        allowanceTax: optional(rupiah('PPh atas TPP lain itu')),
        basic: optional(rupiah('Gaji pokok')),
        ptkp: about(text('Status PTKP'), '`TK/0` … `K/3`.'),
        taxWithheld: rupiah('PPh yang sudah dipotong'),
        insuranceBase: optional(about(rupiah('Dasar jaminan kesehatan dari gaji'), 'Bawaan `gross`.')),
        insuranceEmployee: optional(
          about(rupiah('Iuran pegawai yang sudah dipotong'), 'Bawaan dihitung dari dasar itu.'),
        ),
        insuranceEmployer: optional(rupiah('Iuran pemberi kerja yang sudah dibayar')),
        pension: optional(rupiah('Iuran pensiun sebulan')),
      }),
      'Tanpa ini tidak ada baris pajak TER dan jaminan kesehatan bersama gaji.',
    ),
  ),
  taxYear: optional(
    about(
      section('Bulan-bulan sebelumnya dalam tahun pajak', {
        months: integer('Jumlah bulan', { min: 0, max: 11 }),
        gross: rupiah('Bruto'),
        pension: rupiah('Iuran pensiun'),
        withheld: rupiah('PPh yang sudah dipotong'),
      }),
      'Bagi masa pajak terakhir.',
    ),
  ),
  zakat: optional(
    section('Zakat', {
      optIn: flag('Bersedia dipotong'),
      percent: optional(decimal('Persen', { min: '0' })),
    }),
  ),
  otherDeductions: optional(
    list('Potongan lain', section('Potongan', { code: text('Kode'), amount: optional(rupiah('Rupiah')) })),
  ),
});
type Read = Infer<typeof slipFactsSchema>;
export type WrittenDay = Infer<typeof dayFacts>;
/** `presence: none` is the one word beside a list. */
export type WrittenSlipFacts = Omit<Read, 'presence'> & { presence?: 'none' | WrittenDay[] };
