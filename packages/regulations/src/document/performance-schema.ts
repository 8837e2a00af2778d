import {
  ASSIGNMENT_KINDS,
  EMPLOYEE_KINDS,
  ORGANISATION_PREDICATES,
  POST_KINDS,
  PREDICATES,
  RATINGS,
} from '@ekinerja/contracts/basics';
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
import { behaviourSchema, halvesSchema, workScoreSchema } from './work-score-schema.js';
import { windowSchema } from './window-schema.js';

const ratingToPredicate = record('Perilaku kerja', RATINGS, choice('Predikat', PREDICATES));

const activities = section('Kegiatan harian', {
  minimumPerWorkingDay: integer('Catatan minimal setiap hari kerja', { min: 0, max: 20 }),
  kindRequired: flag('Tugas utama atau tambahan harus dinyatakan'),
  entry: section('Pengisian', {
    open: windowSchema('Boleh diisi sampai'),
    future: flag('Boleh untuk hari yang akan datang'),
    onLeave: flag('Boleh pada hari cuti'),
    maxMinutes: integer('Lama terpanjang satu catatan (menit)', { min: 1, max: 1440 }),
  }),
  approval: section('Persetujuan', {
    within: optional(windowSchema('Batas waktu persetujuan')),
    lapse: section('Bila lewat batas waktu', {
      then: choice('Akibat', ['flag', 'approve']),
      when: choice('Pemicu', ['notOpened', 'undecided']),
    }),
    refusal: section('Penolakan', { reason: choice('Alasan', ['required', 'optional']) }),
  }),
});

const evaluator = section('Pejabat penilai', {
  lowest: choice('Jabatan terendah', POST_KINDS),
  delegates: flag('Pejabat dengan pendelegasian'),
  holders: list('Urutan pemangku jabatan', choice('Penugasan', ASSIGNMENT_KINDS), 1),
  vacant: choice('Bila jabatan kosong', ['next-superior', 'nobody']),
});

const distributionRule = section('Ketentuan', {
  of: list('Predikat', choice('Predikat', PREDICATES), 1),
  atMost: optional(percent('Paling banyak (%)')),
  atLeast: optional(percent('Paling sedikit (%)')),
  some: optional(flag('Harus ada')),
  largest: optional(flag('Sebagian besar')),
});

const evaluation = section('Evaluasi', {
  method: choice('Metode', ['quadrant', 'weighted']),
  period: choice('Periode', ['monthly', 'quarterly']),
  due: windowSchema('Batas waktu evaluasi'),
  quadrant: optional(record('Kuadran kinerja: hasil kerja', RATINGS, ratingToPredicate)),
  weighted: optional(
    section('Penilaian berbobot', {
      work: percent('Bobot SKP (%)'),
      behaviour: percent('Bobot perilaku (%)'),
      maximum: decimal('Nilai tertinggi', { min: '1' }),
      bands: list(
        'Rentang predikat',
        reads(
          section('Rentang', {
            predicate: choice('Predikat', PREDICATES),
            from: decimal('Nilai mulai', { min: '0' }),
            newIdea: optional(flag('Harus ada ide atau cara baru')),
          }),
          '{predicate} mulai nilai {from}',
        ),
        1,
      ),
      poorBehaviour: optional(
        section('Perilaku dinilai kurang', {
          averages: list('Bila rata-rata unsur', choice('Predikat', PREDICATES), 1),
        }),
      ),
    }),
  ),
  workScore: optional(workScoreSchema),
  behaviour: optional(behaviourSchema),
  halves: optional(halvesSchema),
  monthlyQuality: optional(
    section('Penilaian kualitas bulanan', {
      minimum: decimal('Nilai terendah'),
      maximum: decimal('Nilai tertinggi'),
      due: windowSchema('Batas waktu'),
    }),
  ),
  labels: record('Sebutan predikat', PREDICATES, text('Sebutan')),
  organisationRating: optional(
    record(
      'Capaian organisasi menjadi hasil kerja pimpinan',
      ORGANISATION_PREDICATES,
      choice('Hasil kerja', RATINGS),
    ),
  ),
  distribution: record('Pola distribusi', ORGANISATION_PREDICATES, list('Ketentuan', distributionRule)),
  distributionOfAll: optional(
    about(
      list('Distribusi tanpa melihat capaian organisasi', distributionRule),
      'PP 30 Tahun 2019: berlaku bagi semua unit, di samping `distribution`.',
    ),
  ),
});

export const performanceSchema = section('Kinerja', {
  // Silent: all kinds. Kinds left out fall to the national document (law.ts reads it before inheritance).
  covers: optional(list('Berlaku bagi', choice('Jenis pegawai', EMPLOYEE_KINDS), 1)),
  skp: section('SKP', { determinedBy: windowSchema('Ditetapkan paling lambat') }),
  activities,
  evaluator,
  evaluation,
  objection: optional(
    section('Keberatan', {
      file: windowSchema('Batas waktu pengajuan'),
      decide: optional(windowSchema('Batas waktu keputusan')),
    }),
  ),
});
export type PerformanceRules = Infer<typeof performanceSchema>;
