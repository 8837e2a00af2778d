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
import { roundingSchema } from './allowance/rounding-schema.js';
import {
  deductionOrderSchema,
  insuranceSchema,
  otherDeductionsSchema,
  taxSchema,
  taxTablesSchema,
  zakatSchema,
} from './allowance/tax-schema.js';
import { basisFields, whoSchema } from './allowance/who-schema.js';
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
        times: optional(
          about(
            list('Dikalikan', decimal('Indeks', { min: '0' }), 1),
            'Indeks desimal, semuanya dikalikan: ITPP, atau IKFD, IKK, IPPD.',
          ),
        ),
        timesTable: optional(
          about(text('Dikalikan tabel'), 'Tabel indeks pada dokumen besaran, misalnya indeks menurut kelas.'),
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
  performance: list('Bagian', partSchema, 1),
  performanceFor: optional(
    about(
      performanceForSchema,
      'Kelompok pertama yang cocok memakai bagian-bagian ini sebagai ganti `performance`: kepala unit, guru, dokter.',
    ),
  ),
  discipline: record('Tabel disiplin', 'text', disciplineTableSchema),
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
});
export type AllowanceRules = Infer<typeof allowanceSchema>;
