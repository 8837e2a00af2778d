import { EMPLOYEE_KINDS, POST_KINDS, UNIT_KINDS } from '@ekinerja/contracts/basics';
import {
  complianceSchema,
  leaveSchema,
  professionSchema,
  punishmentsSchema,
} from './allowance/absence-schema.js';
import {
  additionsSchema,
  factorsSchema,
  runsSchema,
  shortMonthsSchema,
} from './allowance/additions-schema.js';
import { disciplineTableSchema } from './allowance/discipline-schema.js';
import { measureSchema, partSchema, performanceForSchema } from './allowance/measure-schema.js';
import { papersSchema } from './allowance/papers-schema.js';
import { roundingSchema } from './allowance/rounding-schema.js';
import {
  deductionOrderSchema,
  insuranceSchema,
  otherDeductionsSchema,
  taxSchema,
  taxTablesSchema,
  zakatSchema,
} from './allowance/tax-schema.js';
import { basisFields, stepSchema, whoSchema } from './allowance/who-schema.js';
import {
  about,
  choice,
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
  type Infer,
} from './schema.js';

export const allowanceSchema = section('Tambahan penghasilan', {
  entitled: section('Penerima', {
    kinds: list('Jenis pegawai', choice('Jenis pegawai', EMPLOYEE_KINDS), 1),
    posts: list('Jenis jabatan', choice('Jenis jabatan', POST_KINDS), 1),
  }),
  transfer: section('Pindah dan pegawai baru', {
    ruleDay: about(
      choice('Hari penentu', ['first-day', 'last-day', 'day-15', 'next-month']),
      'Jabatan pada hari ini yang membayar sebulan: hari pertama, hari terakhir, tanggal 15, atau `next-month` (hari terakhir bulan sebelumnya: perubahan baru berlaku bulan depan).',
    ),
    joiner: choice('Pegawai yang masuk sesudah hari penentu', ['next-month', 'same-month']),
    wholeMonth: optional(
      about({ ...whoSchema, label: 'Tetap dibayar sebulan penuh' }, 'Bersama `prorate`: siapa yang tetap dibayar sebulan penuh walaupun masa kerjanya tidak penuh (meninggal, pensiun).'),
    ),
    prorate: optional(
      about(
        choice('Dibayar sebanding hari', ['calendar-days', 'duty-days']),
        'Bulan dibagi menurut hari: tiap ruas jabatan (fakta `segments`) dan masa kerja yang tidak penuh dibayar sebanding. Tanpa ini jabatan pada hari penentu membayar sebulan penuh.',
      ),
    ),
  }),
  base: optional(
    about(
      section('Besaran dasar', {
        from: about(
          list('Tabel besaran', text('Tabel'), 1),
          'Nama tabel pada dokumen besaran, yang pertama memuat pegawai itu dipakai; `classes` adalah tabel kelas jabatan.',
        ),
        pick: optional(
          about(
            choice('Bila beberapa tabel memuat', ['first', 'largest']),
            '`first` (bawaan): tabel pertama; `largest`: angka terbesar di antara tabel itu (TPP lama bila lebih besar).',
          ),
        ),
        times: optional(
          about(
            list('Dikalikan', decimal('Indeks', { min: '0' }), 1),
            'Indeks desimal, semuanya dikalikan: ITPP, atau IKFD, IKK, IPPD.',
          ),
        ),
        timesTable: optional(
          about(text('Dikalikan tabel'), 'Tabel indeks pada dokumen besaran, misalnya indeks menurut kelas.'),
        ),
        components: optional(
          about(
            list(
              'Dijumlahkan dari',
              section('Komponen', {
                name: text('Nama'),
                percent: optional(percent('Persen dari angka tabel')),
                percentTable: optional(text('Persen dari tabel')),
                who: optional(whoSchema),
              }),
              1,
            ),
            'Bila pagu adalah jumlah beberapa persen (menurut jabatan, menurut perangkat daerah): besaran dasar = angka × jumlah persen komponen; tiap komponen dibulatkan lebih dahulu bila `rounding.on.base` ditulis. `percentTable` adalah tabel persen pada dokumen besaran; pegawai yang tidak ada di tabel memakai `percent`, bawaan 0.',
          ),
        ),
        ofSalary: optional(
          about(flag('Angka tabel dikalikan gaji pokok'), 'Membutuhkan fakta `salary.basic`.'),
        ),
      }),
      'Tanpa bagian ini: tabel `classes` menurut kelas jabatan.',
    ),
  ),
  payment: section('Pembayaran', {
    monthOffset: integer('Dibayar sekian bulan sesudahnya', { min: 0, max: 3 }),
  }),
  criteria: list(
    'Kriteria',
    reads(
      section('Kriteria', {
        code: text('Kode'),
        name: text('Nama'),
        percent: percent('Persen dari besaran dasar'),
        rates: optional(
          about(
            list(
              'Persen menurut kelompok',
              section('Persen', { who: whoSchema, percent: percent('Persen dari besaran dasar') }),
              1,
            ),
            'Yang pertama cocok menggantikan `percent`.',
          ),
        ),
        percentTable: optional(
          about(
            text('Persen dari tabel'),
            'Tabel persen pada dokumen besaran (menurut jabatan, unit, kelas, …) yang menggantikan `percent`; pegawai yang tidak ada di tabel memakai `percent`.',
          ),
        ),
        table: optional(
          about(
            text('Tabel besaran kriteria ini'),
            'Rupiah kriteria diambil dari tabel ini sebagai ganti besaran dasar, lalu dikalikan `percent`.',
          ),
        ),
        who: optional(about(whoSchema, 'Hanya diberikan kepada yang cocok.')),
        flat: optional(flag('Tidak dipengaruhi kinerja dan disiplin')),
      }),
      '{name} ({code}) {percent}% dari besaran dasar',
    ),
    1,
  ),
  highestOnly: optional(
    about(
      section('Hanya yang terbesar', {
        criteria: optional(
          about(
            list('Di antara kriteria', list('Kelompok', text('Kode kriteria'), 2), 1),
            'Tiap baris sekelompok kriteria: `[[KK, TB, KP]]`.',
          ),
        ),
        additions: optional(
          about(
            list('Di antara tambahan', list('Kelompok', text('Kode tambahan'), 2), 1),
            'Tiap baris sekelompok tambahan: `[[bendahara, pokja]]`.',
          ),
        ),
      }),
      'Pegawai yang memenuhi beberapa dari satu kelompok hanya dibayar yang terbesar; yang lain tidak diberikan. Sama besar: yang lebih dahulu di dokumen.',
    ),
  ),
  performance: list('Bagian', partSchema, 1),
  performanceFor: optional(
    about(
      performanceForSchema,
      'Kelompok pertama yang cocok memakai bagian-bagian ini sebagai ganti `performance`: kepala unit, guru, dokter.',
    ),
  ),
  outcome: optional(
    about(
      section('Capaian seluruhnya menjadi persen dibayar', {
        steps: list('Langkah', stepSchema, 1),
        who: optional(whoSchema),
      }),
      'Jumlah capaian semua bagian (persen dari kriteria yang dinilai) dibaca di tabel ini, dan hasilnya yang dibayar: 91–100 dibayar 100%, 76–90 dibayar 85%, dan seterusnya. Sesudah bagian-bagian diukur, sebelum pengali. Tidak mengenai kriteria `flat`.',
    ),
  ),
  discipline: record('Tabel disiplin', 'text', disciplineTableSchema),
  roster: optional(
    about(
      section('Bekerja menurut giliran saja', {
        unitKinds: optional(list('Jenis unit', choice('Jenis unit', UNIT_KINDS), 1)),
        groups: optional(list('Kelompok', text('Kelompok'), 1)),
      }),
      'Pegawai di jenis unit itu atau dalam kelompok itu, yang punya jadwal giliran bulan itu: hari tanpa giliran bukan hari kerjanya. Bagi pegawai lain giliran hanya menggantikan jam kerja harinya; hari lain tetap menurut pola unit.',
    ),
  ),
  multipliers: optional(
    about(
      list(
        'Pengali',
        section('Pengali', {
          name: text('Nama'),
          measure: measureSchema,
          who: optional(whoSchema),
          parts: basisFields.parts,
          criteria: basisFields.criteria,
        }),
      ),
      'TPP yang sudah dinilai dikalikan capaian (%) ukuran ini, sesudah bagian-bagian: nilai unit, IP-ASN, serapan. Ukuran `discipline` ditulis di `cuts`.',
    ),
  ),
  cuts: optional(
    about(
      list(
        'Potongan disiplin di luar bagian',
        section('Potongan', {
          name: text('Nama'),
          table: text('Tabel'),
          who: optional(whoSchema),
          ...basisFields,
        }),
      ),
      'Potongan menurut tabel disiplin atas seluruh TPP (`whole`) atau atas TPP yang sudah dinilai (`realised`), sesudah bagian-bagian diukur.',
    ),
  ),
  limits: optional(
    about(
      list(
        'Batas yang dibayar',
        section('Batas', {
          who: optional(whoSchema),
          cuts: optional(percent('Potongan paling banyak (% dari TPP penuh)')),
          minimum: optional(decimal('Dibayar paling sedikit (rupiah)', { min: '0' })),
          maximum: optional(decimal('Dibayar paling banyak (rupiah)', { min: '0' })),
        }),
      ),
      'Yang pertama cocok berlaku, sesudah kinerja, disiplin, cuti, hukuman, dan kepatuhan, sebelum tunjangan profesi dan tambahan; rupiah sebanding bagian bulan. Paling sedikit tidak melebihi TPP penuh.',
    ),
  ),
  leave: optional(leaveSchema),
  punishments: optional(punishmentsSchema),
  profession: optional(professionSchema),
  compliance: optional(complianceSchema),
  additions: optional(additionsSchema),
  personFactors: record('Faktor jenis pegawai (%)', EMPLOYEE_KINDS, percent('Dibayar (%)')),
  unitFactors: optional(record('Faktor jenis unit (%)', UNIT_KINDS, percent('Dibayar (%)'))),
  factors: optional(factorsSchema),
  shortMonths: optional(shortMonthsSchema),
  runs: optional(runsSchema),
  rounding: roundingSchema,
  tax: optional(taxSchema),
  taxTables: optional(taxTablesSchema),
  insurance: optional(insuranceSchema),
  zakat: optional(zakatSchema),
  otherDeductions: optional(otherDeductionsSchema),
  deductionOrder: optional(deductionOrderSchema),
  papers: optional(papersSchema),
  approval: optional(
    about(
      section('Langkah sebelum bulan ditutup', {
        headSignature: optional(about(choice('Tanda tangan kepala SKPD', ['required', 'optional']), 'Daftar yang sudah diperiksa ditandatangani kepala SKPD, atau yang bertindak baginya pada hari itu, sebelum ditutup.')),
        agencyCheck: optional(about(choice('Pemeriksaan perangkat daerah kepegawaian', ['required', 'optional']), 'Diperiksa orang lain daripada yang memeriksa bagi SKPD, sebelum ditutup.')),
      }),
      'Tanpa bagian ini kedua langkah boleh, tetapi tidak wajib.',
    ),
  ),
});
export type AllowanceRules = Infer<typeof allowanceSchema>;
