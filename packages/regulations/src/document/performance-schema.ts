import {
  ASSIGNMENT_KINDS,
  EMPLOYEE_KINDS,
  ORGANISATION_PREDICATES,
  POST_KINDS,
  PREDICATES,
  PRESENCE_STATUSES,
  RATINGS,
} from '@ekinerja/contracts/basics';
import { RHYTHMS } from '../documentation.js';
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
import { monitoringSchema } from './monitoring-schema.js';
import { coachingSchema, feedbackSchema } from './feedback-schema.js';
import { followUpSchema } from './follow-up-schema.js';
import { objectionSchema } from './objection-schema.js';
import { serviceRequestsSchema } from './service-requests-schema.js';
import { skpFlowSchema, skpPlanSchema, workPlansSchema } from './skp-schema.js';
import { behaviourSchema, halvesSchema, workScoreSchema } from './work-score-schema.js';
import { windowSchema } from './window-schema.js';

const ratingToPredicate = record('Perilaku kerja', RATINGS, choice('Predikat', PREDICATES));

const activities = section('Kegiatan harian', {
  // Silent: daily.
  rhythm: optional(
    about(
      choice('Periode pendokumentasian', RHYTHMS),
      'Satu catatan cukup untuk setiap periode; tidak boleh lebih panjang daripada `evaluation.period`. Tidak ditulis: harian.',
    ),
  ),
  minimumPerWorkingDay: integer('Catatan minimal setiap hari kerja', { min: 0, max: 20 }),
  kindRequired: flag('Tugas utama atau tambahan harus dinyatakan'),
  entry: section('Pengisian', {
    open: windowSchema('Boleh diisi sampai'),
    graceHours: optional(
      about(
        integer('Kelonggaran setelah batas (jam)', { min: 0, max: 240 }),
        'Bagi catatan yang dibuat tanpa sinyal: dihitung sampai diterima peladen. Tidak ditulis: tanpa kelonggaran.',
      ),
    ),
    // Silent: own-skp, the one basis there is.
    result: optional(choice('Hasil kerja yang didukung', ['own-skp'])),
    future: flag('Boleh untuk hari yang akan datang'),
    onLeave: flag('Boleh pada hari cuti'),
    maxMinutes: integer('Lama terpanjang satu catatan (menit)', { min: 1, max: 1440 }),
  }),
  absences: section('Hari yang tidak menuntut catatan', {
    leave: about(
      list('Cuti dan sakit', choice('Keterangan presensi', PRESENCE_STATUSES)),
      'Tidak ada pekerjaan untuk dicatat: hari itu tidak kurang, dan pengisian ditolak bila `entry.onLeave: false`.',
    ),
    away: about(
      list('Dinas di luar', choice('Keterangan presensi', PRESENCE_STATUSES)),
      'Boleh diisi, tetapi tidak dihitung kurang bila kosong.',
    ),
  }),
  approval: section('Persetujuan', {
    within: optional(windowSchema('Batas waktu persetujuan')),
    lapse: section('Bila lewat batas waktu', {
      then: choice('Akibat', ['flag', 'approve']),
      when: choice('Pemicu', ['notOpened', 'undecided']),
    }),
    refusal: section('Penolakan', { reason: choice('Alasan', ['required', 'optional']) }),
  }),
  // The channels stand open under every regulation; one that names them gives its article.
  suggestions: optional(
    section('Saran dan bantuan atas catatan', {
      help: optional(flag('Pegawai meminta bantuan admin unit')),
      employee: optional(flag('Pegawai memberi saran kepada admin unit')),
      evaluator: optional(flag('Pejabat penilai memberi saran kepada pengelola E-Kinerja')),
      unit: optional(flag('Admin unit memberi saran kepada pimpinan unit')),
    }),
  ),
});

const evaluator = section('Pejabat penilai', {
  lowest: choice('Jabatan terendah', POST_KINDS),
  delegates: flag('Pejabat dengan pendelegasian'),
  holders: list('Urutan pemangku jabatan', choice('Penugasan', ASSIGNMENT_KINDS), 1),
  vacant: choice('Bila jabatan kosong', ['next-superior', 'nobody']),
});

const managers = section('Pengelola', {
  ekinerja: section('Pengelola E-Kinerja', {
    post: choice('Jabatan', POST_KINDS),
    field: text('Kata dalam nama bidangnya'),
    agency: text('Kata dalam nama perangkat daerahnya'),
  }),
});

const records = section('Data kepegawaian', {
  source: about(text('Nama sumber data kepegawaian'), 'Sebutan data kepegawaian nasional di layar, misalnya SAPK atau SIASN.'),
  unvalidated: about(
    choice('Pegawai yang datanya belum tervalidasi', ['may-work', 'may-not-work']),
    '`may-not-work`: hanya pegawai yang datanya tervalidasi terhadap sumber itu yang dapat mengisi SKP dan kegiatan. Bagian ini tidak ditulis: semua dapat bekerja.',
  ),
});

const retention = section('Masa simpan data pribadi', {
  auditValues: optional(about(integer('Isi jejak audit (tahun)', { min: 1, max: 100 }), 'Nilai semula dan menjadi dihapus; jejak dan sidiknya tinggal. Tidak ditulis: 10.')),
  readLog: optional(about(integer('Catatan pembacaan (tahun)', { min: 1, max: 100 }), 'Tidak ditulis: 5.')),
  sessions: optional(about(integer('Sesi yang berakhir (tahun)', { min: 1, max: 100 }), 'Tidak ditulis: 1.')),
  formerEmployees: optional(about(integer('Kontak dan data sumber pegawai yang sudah berhenti (tahun)', { min: 1, max: 100 }), 'Tidak ditulis: 5.')),
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
  period: choice('Periode', ['monthly', 'quarterly', 'semesterly', 'yearly']),
  due: windowSchema('Batas waktu evaluasi'),
  neglect: optional(
    about(
      windowSchema('Tidak menilai menjadi perkara disiplin sesudah'),
      'Dihitung sejak batas waktu evaluasi; terlambat saja hanya ditampilkan.',
    ),
  ),
  measurement: optional(
    about(
      list('Pengukuran realisasi', choice('Periode', ['monthly', 'quarterly', 'semesterly', 'yearly']), 1),
      'Boleh beberapa sekaligus. Tidak ditulis: bersama setiap evaluasi periodik, dan tahunan.',
    ),
  ),
  organisationFirst: optional(
    about(
      list('Capaian organisasi ditetapkan lebih dahulu bagi evaluasi', choice('Evaluasi', ['periodic', 'annual'])),
      'Evaluasi pegawai baru dapat ditetapkan sesudah capaian unitnya ditandatangani.',
    ),
  ),
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
  skp: section('SKP', {
    determinedBy: windowSchema('Ditetapkan paling lambat'),
    plan: optional(skpPlanSchema),
    flow: optional(skpFlowSchema),
  }),
  plans: optional(workPlansSchema),
  activities,
  evaluator,
  managers: optional(managers),
  records: optional(records),
  retention: optional(retention),
  evaluation,
  // Silent: no feedback of its own, nothing follows.
  feedback: optional(feedbackSchema),
  coaching: optional(coachingSchema),
  followUp: optional(followUpSchema),
  services: optional(serviceRequestsSchema),
  objection: optional(objectionSchema),
  monitoring: optional(monitoringSchema),
});
export type PerformanceRules = Infer<typeof performanceSchema>;
