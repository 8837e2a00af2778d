/** Facts of the questions about evaluation, as data. */
import { ORGANISATION_PREDICATES, POST_KINDS, PREDICATES, RATINGS } from '@ekinerja/contracts/basics';
import {
  about,
  choice,
  decimal,
  flag,
  integer,
  list,
  optional,
  record,
  section,
  text,
  type Infer,
} from '../document/schema.js';

const aspects = section('Aspek', {
  output: decimal('Kuantitas'),
  quality: decimal('Kualitas'),
  time: about(decimal('Waktu'), 'Bulan; realisasi 0 berarti tidak dikerjakan.'),
  cost: optional(decimal('Biaya')),
});
const plan = section('Rencana kinerja', {
  name: optional(text('Nama')),
  group: optional(about(text('Kelompok'), 'Pimpinan: `perjanjian-kinerja` atau `rencana-aksi`.')),
  intervenes: optional(
    about(integer('Hasil pimpinan yang diintervensi', { min: 1 }), 'Hanya bagi rencana yang tidak langsung.'),
  ),
  indicators: list(
    'Indikator',
    section('Indikator', {
      target: optional(decimal('Target')),
      targetFrom: optional(about(decimal('Target mulai'), 'Target rentang, bersama `targetTo`.')),
      targetTo: optional(decimal('Target sampai')),
      realised: decimal('Realisasi'),
      smallerIsBetter: optional(flag('Makin kecil makin baik')),
      atMaximum: optional(flag('Target itu yang tertinggi yang mungkin')),
    }),
    1,
  ),
});

export const workFactsSchema = section('Nilai SKP', {
  activities: optional(
    about(
      list(
        'Kegiatan',
        section('Kegiatan', { name: optional(text('Nama')), target: aspects, realised: aspects }),
      ),
      'Rumus Perka BKN 1/2013.',
    ),
  ),
  additionalTasks: optional(integer('Tugas tambahan', { min: 0 })),
  creativity: optional(list('Kreativitas', choice('Manfaat bagi', ['unit', 'organisation', 'state']))),
  leader: optional(about(flag('JPT atau pimpinan unit mandiri'), 'PermenPANRB 8/2021.')),
  plans: optional(about(list('Rencana kinerja utama', plan), 'PermenPANRB 8/2021.')),
  additional: optional(list('Kinerja tambahan', plan)),
});
export type WrittenWork = Infer<typeof workFactsSchema>;

const ASPECTS = ['quantity', 'quality', 'time', 'cost'] as const;

export const realisationFactsSchema = section('Realisasi satu indikator', {
  result: optional(about(text('Hasil kerja'), 'Indikator dengan hasil kerja yang sama dinilai bersama.')),
  task: optional(choice('Jenis tugas', ['main', 'additional'])),
  aspect: optional(about(choice('Aspek', ASPECTS), 'Bawaan `quantity`.')),
  target: about(text('Target'), 'Seperti tertulis dalam SKP: `12`, `1.234,5`, `95 %`, atau kata-kata.'),
  targetTo: optional(about(text('Target sampai'), 'Batas atas rentang.')),
  unit: optional(about(text('Satuan'), 'Bawaan `laporan`.')),
  direction: optional(about(choice('Arah', ['bigger', 'smaller', 'range']), 'Bawaan `bigger`: makin besar makin baik.')),
  realised: optional(about(text('Realisasi'), 'Seperti ditulis; tanpa ini: belum diisi.')),
  gathered: optional(
    about(
      list('Hasil kegiatan yang diterima', section('Keluaran', { unit: text('Satuan'), quantity: decimal('Jumlah') })),
      'Dari sini sistem mengusulkan realisasi.',
    ),
  ),
});
export type WrittenIndicator = Infer<typeof realisationFactsSchema>;

export const measuredScoreFactsSchema = section('Nilai SKP dari realisasi', {
  postKind: optional(choice('Jenis jabatan', POST_KINDS)),
  indicators: list('Indikator', realisationFactsSchema),
});
export type WrittenMeasurement = Infer<typeof measuredScoreFactsSchema>;

export const behaviourFactsSchema = section('Nilai perilaku', {
  postKind: optional(choice('Jenis jabatan', POST_KINDS)),
  groups: optional(list('Kelompok', text('Kelompok'))),
  scores: record('Nilai menurut unsur', 'text', decimal('Nilai')),
});
export type WrittenBehaviour = Infer<typeof behaviourFactsSchema>;

export const halvesFactsSchema = section('Dua periode', {
  first: decimal('Nilai periode I'),
  second: decimal('Nilai periode II'),
});

export const evaluationFactsSchema = section('Evaluasi', {
  workRating: optional(choice('Hasil kerja', RATINGS)),
  behaviourRating: optional(choice('Perilaku kerja', RATINGS)),
  workScore: optional(decimal('Nilai SKP')),
  behaviourScore: optional(decimal('Nilai perilaku')),
  newIdea: optional(flag('Ada ide atau cara baru')),
  newIdeaText: optional(text('Ide itu')),
});

export const distributionFactsSchema = section('Distribusi', {
  organisation: choice('Capaian organisasi', ORGANISATION_PREDICATES),
  counts: record('Jumlah pegawai menurut predikat', PREDICATES, integer('Pegawai', { min: 0 })),
});

export const terFactsSchema = section('Tarif efektif', {
  status: text('Status PTKP'),
  gross: list('Bruto sebulan', integer('Rupiah')),
});
