/** The questions whose facts are described: these are the ones meant for writers outside the package. */
import {
  EMPLOYEE_KINDS,
  ORGANISATION_PREDICATES,
  POST_KINDS,
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
  section,
  text,
  type Schema,
} from '../document/schema.js';
import { windowSchema } from '../document/window-schema.js';
import { PROCEEDINGS_FACTS } from './proceedings-facts-schema.js';
import { slipFactsSchema } from './facts-schema.js';
import {
  behaviourFactsSchema,
  distributionFactsSchema,
  evaluationFactsSchema,
  halvesFactsSchema,
  measuredScoreFactsSchema,
  realisationFactsSchema,
  terFactsSchema,
  workFactsSchema,
} from './score-facts-schema.js';

const month = text('Bulan `YYYY-MM`');
const instant = (label: string) => about(text(label), '`YYYY-MM-DD HH:MM` waktu setempat.');

export const FACT_SCHEMAS: Readonly<Record<string, Schema<unknown>>> = {
  slip: slipFactsSchema,
  blockers: slipFactsSchema,
  evaluation: evaluationFactsSchema,
  workScore: workFactsSchema,
  realisation: realisationFactsSchema,
  measuredScore: measuredScoreFactsSchema,
  behaviour: behaviourFactsSchema,
  halves: halvesFactsSchema,
  distribution: distributionFactsSchema,
  ter: terFactsSchema,
  yearTax: section('Pajak setahun', {
    status: text('Status PTKP'),
    gross: integer('Bruto setahun'),
    months: optional(integer('Bulan', { min: 1, max: 12 })),
    pension: optional(integer('Iuran pensiun setahun')),
  }),
  payment: section('Pembayaran', { month }),
  inclusion: section('Siapa yang dibayar', {
    employeeKind: choice('Jenis pegawai', EMPLOYEE_KINDS),
    postKind: about(
      optional(choice('Jenis jabatan', POST_KINDS)),
      '`null`: tanpa jabatan pada hari penentu.',
    ),
    month,
    employedFrom: date('Pegawai sejak'),
    employedTo: optional(date('Pegawai sampai')),
    assignmentOnRuleDay: flag('Memegang jabatan di SKPD ini pada hari penentu'),
  }),
  deadline: section('Batas waktu', { window: windowSchema('Jendela'), at: instant('Sejak') }),
  entry: section('Pengisian kegiatan', {
    date: date('Hari kerja yang dicatat'),
    today: date('Diisi pada'),
    minutes: optional(about(integer('Lama (menit)', { min: 0 }), 'Bawaan 60.')),
    kind: about(
      optional(choice('Tugas', ['main', 'additional'])),
      'Bawaan `main`; `null`: tidak dinyatakan.',
    ),
    leave: optional(list('Hari cuti', date('Hari'))),
    presence: optional(choice('Keterangan presensi hari itu', PRESENCE_STATUSES)),
    lateGranted: optional(flag('Izin mengisi terlambat')),
  }),
  approval: section('Persetujuan kegiatan', {
    submittedAt: instant('Disampaikan'),
    now: optional(instant('Sekarang')),
    status: optional(choice('Keadaan', ['draft', 'submitted', 'accepted', 'refused', 'withdrawn'])),
    seen: optional(flag('Penilai sudah membuka daftarnya')),
  }),
  objection: section('Keberatan', {
    step: choice('Langkah', ['file', 'decide']),
    receivedAt: instant('Diterima'),
    now: optional(about(instant('Sekarang'), 'Bila ditulis: `refused` bagi pengajuan, `tier` bagi keputusan.')),
  }),
  decision: section('Keputusan keberatan', {
    outcome: choice('Putusan', ['uphold', 'change']),
    heard: list('Sudah memberi penjelasan', choice('Pihak', ['evaluator', 'employee'])),
    recommendation: optional(text('Rekomendasi')),
  }),
  form: section('Formulir evaluasi', {
    month,
    employeeKind: optional(choice('Jenis pegawai', EMPLOYEE_KINDS)),
    handedInOn: optional(
      about(date('Hasil disampaikan'), 'Batas waktu berjalan sejak hari ini; bawaan hari terakhir periode.'),
    ),
  }),
  quality: section('Nilai kualitas bulanan', { score: decimal('Nilai') }),
  rating: section('Hasil kerja pimpinan', {
    organisation: choice('Capaian organisasi', ORGANISATION_PREDICATES),
  }),
  skpDeadline: section('Batas penetapan SKP', { year: integer('Tahun', { min: 2000 }) }),
  calendar: section('Kalender', {
    month,
    unitKind: optional(choice('Jenis unit', UNIT_KINDS)),
    day: optional(date('Hari')),
  }),
  missingDays: section('Hari tanpa catatan', {
    month,
    unitKind: optional(choice('Jenis unit', UNIT_KINDS)),
    entries: about(recordOfDays(), 'Jumlah catatan menurut tanggal.'),
    excused: optional(list('Hari yang dimaafkan', date('Hari'))),
    presence: optional(
      about(
        {
          label: 'Keterangan',
          node: { is: 'record', key: 'date', of: choice('Keterangan', PRESENCE_STATUSES) },
        },
        'Keterangan presensi menurut tanggal; yang dimaafkan ditentukan `activities.absences`.',
      ),
    ),
    until: date('Sampai'),
  }),
  ...PROCEEDINGS_FACTS,
};

function recordOfDays(): Schema<Partial<Record<string, number>>> {
  return { label: 'Catatan', node: { is: 'record', key: 'date', of: integer('Catatan', { min: 0 }) } };
}
