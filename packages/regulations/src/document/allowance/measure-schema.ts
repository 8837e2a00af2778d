/** Performance parts (dimensions 3 to 5): how each part is measured, in percent of its full amount. */
import { PREDICATES, PRESENCE_STATUSES } from '@ekinerja/contracts/basics';
import {
  about,
  choice,
  decimal,
  exactlyOne,
  flag,
  integer,
  list,
  marked,
  optional,
  percent,
  reads,
  record,
  section,
  text,
  variant,
} from '../schema.js';
import { basisFields, stepSchema, whoSchema } from './who-schema.js';

const steps = (label: string) =>
  about(
    list(label, stepSchema, 1),
    'Langkah tertinggi yang `from`-nya dicapai yang berlaku; di bawah langkah pertama 0%. `proportional: true` membayar sebanding capaian.',
  );

const lag = about(
  exactlyOne('Evaluasi periode lalu', {
    months: integer('Bulan sebelumnya', { min: 1, max: 12 }),
    quarters: integer('Triwulan sebelumnya', { min: 1, max: 4 }),
    semesters: integer('Semester sebelumnya', { min: 1, max: 4 }),
    years: integer('Tahun sebelumnya', { min: 1, max: 2 }),
  }),
  'Predikat periode sebelumnya yang membayar bulan ini; dicari di fakta `evaluations`.',
);

const target = exactlyOne('Sasaran menit', {
  monthly: integer('Tetap sebulan', { min: 1 }),
  perDay: integer('Per hari kerja', { min: 1 }),
  statutory: marked('Jam kerja menurut kalender, tanpa istirahat'),
});

const mode = about(
  choice('Cara', ['linear', 'all-or-nothing']),
  '`linear`: sebanding, paling banyak 100%; `all-or-nothing`: penuh bila mencapai `threshold`, selain itu 0.',
);
const threshold = about(percent('Ambang (%)'), 'Untuk `all-or-nothing`; bawaan 100.');

const highest = optional(
  about(percent('Capaian paling banyak (%)'), 'Bawaan 100; lebih dari 100 bila peraturan membayar capaian di atas sasaran.'),
);

const without = optional(
  about(
    percent('Bila nilainya belum ada (%)'),
    'Dibayar sekian bila evaluasi atau nilainya tidak ada (pegawai baru, belum dinilai triwulan lalu). Tanpa ini yang belum ada menghalangi penutupan.',
  ),
);

export const measureSchema = variant('Ukuran', 'kind', {
  discipline: section('Disiplin', { table: text('Tabel'), ...basisFields }),
  predicate: section('Predikat', {
    steps: record('Dibayar menurut predikat (%)', PREDICATES, percent('Dibayar (%)')),
    lag: optional(lag),
    without,
  }),
  score: about(
    section('Nilai, sebanding', {
      maximum: integer('Nilai penuh', { min: 1 }),
      highest,
      source: optional(
        about(
          choice('Nilai', ['quality', 'evaluation']),
          'Nilai kualitas bulanan (bawaan) atau nilai evaluasi (SKP).',
        ),
      ),
      lag: optional(lag),
      without,
    }),
    'Dibayar nilai ÷ nilai penuh, paling banyak 100%.',
  ),
  'score-steps': about(
    section('Nilai SKP menurut rentang', {
      steps: steps('Rentang nilai'),
      source: optional(
        about(
          choice('Nilai', ['evaluation', 'quality']),
          'Nilai evaluasi (bawaan) atau nilai kualitas bulanan.',
        ),
      ),
      lag: optional(lag),
      without,
    }),
    'Rentang nilai SKP menjadi persen dibayar.',
  ),
  minutes: section('Menit kegiatan yang disetujui', { target: integer('Sasaran menit sebulan', { min: 1 }) }),
  'work-minutes': about(
    section('Menit kegiatan terhadap sasaran', {
      target,
      ramadanPerDay: optional(integer('Sasaran per hari kerja pada Ramadan', { min: 1 })),
      mode,
      threshold: optional(threshold),
      highest,
      credits: optional(
        about(
          record('Menit tambahan per hari', PRESENCE_STATUSES, integer('Menit', { min: 0 })),
          'Hari dinas luar, pelatihan, cuti, dan lain-lain menambah menit sekian.',
        ),
      ),
      creditDays: optional(
        about(
          list('Keterangan yang dihitung penuh sehari', choice('Keterangan', PRESENCE_STATUSES), 1),
          'Menambah menit sebanyak sasaran sehari (`perDay`, atau jam kerja hari itu).',
        ),
      ),
      reduceTarget: optional(
        about(
          list('Keterangan yang mengurangi sasaran', choice('Keterangan', PRESENCE_STATUSES), 1),
          'Sasaran dikurangi sasaran hari itu, hasilnya tidak ditambah.',
        ),
      ),
      ceiling: optional(
        about(
          section('Batas menit menurut kehadiran', {
            perDay: optional(
              record('Mengurangi batas per hari', PRESENCE_STATUSES, integer('Menit', { min: 0 })),
            ),
            lateMinutes: optional(flag('Menit terlambat dan pulang cepat mengurangi batas')),
          }),
          'Menit yang diakui (dengan kredit) paling banyak sasaran dikurangi menit ketidakhadiran; sasarannya tetap. `absent` juga bagi hari tanpa presensi.',
        ),
      ),
      steps: optional(steps('Persen capaian menjadi persen dibayar')),
    }),
    'Menit yang disetujui (`acceptedMinutes`) dengan kredit, terhadap sasaran sebulan.',
  ),
  activities: section('Jumlah kegiatan yang disetujui', {
    target: exactlyOne('Sasaran', {
      monthly: integer('Sebulan', { min: 1 }),
      perDay: integer('Per hari kerja', { min: 1 }),
    }),
    mode,
    threshold: optional(threshold),
    highest,
  }),
  'log-days': section('Hari dengan catatan', {
    of: about(choice('Terhadap', ['working-days', 'fixed']), '`fixed`: jumlah hari pada `days`.'),
    days: optional(integer('Hari', { min: 1 })),
    creditDays: optional(
      list('Keterangan yang dianggap bercatatan', choice('Keterangan', PRESENCE_STATUSES), 1),
    ),
    mode,
    threshold: optional(threshold),
  }),
  'submission-date': about(
    section('Tanggal penyampaian laporan', {
      steps: list(
        'Langkah',
        section('Langkah', {
          untilDay: optional(
            about(
              integer('Sampai tanggal', { min: 1, max: 31 }),
              'Tanggal pada bulan sesudah bulan kinerja, termasuk.',
            ),
          ),
          untilWorkingDay: optional(
            about(
              integer('Sampai hari kerja ke-', { min: 1, max: 23 }),
              'Sebagai ganti `untilDay`: hari kerja ke-n bulan sesudah bulan kinerja, termasuk.',
            ),
          ),
          percent: percent('Dibayar (%)'),
        }),
        1,
      ),
    }),
    'Langkah pertama yang belum terlampaui; sesudah langkah terakhir 0%. Disampaikan dalam bulan kinerja = langkah pertama.',
  ),
  'unit-score': section('Nilai unit kerja', {
    maximum: decimal('Nilai penuh', { min: '0.0001' }),
    highest,
    steps: optional(steps('Nilai menjadi persen dibayar')),
    without,
  }),
  'staff-average': about(
    section('Rata-rata capaian bawahan', {
      maximum: optional(decimal('Nilai penuh', { min: '0.0001' })),
      highest,
      steps: optional(steps('Nilai menjadi persen dibayar')),
      without,
    }),
    'Bagi pimpinan: fakta `staffAverage`; `maximum` bawaan 100.',
  ),
  points: about(
    section('Poin', {
      items: list(
        'Unsur',
        section('Unsur', {
          code: text('Kode'),
          name: text('Nama'),
          maximum: decimal('Poin paling banyak', { min: '0' }),
        }),
        1,
      ),
      outOf: decimal('Dari poin', { min: '0.0001' }),
      highest,
      steps: optional(steps('Persen poin menjadi persen dibayar')),
      without,
    }),
    'Jumlah poin (tiap unsur paling banyak `maximum`) ÷ `outOf`.',
  ),
  given: about(
    section('Persen yang ditetapkan', {
      fact: text('Nama fakta'),
      maximum: optional(about(decimal('Nilai penuh', { min: '0.0001' }), 'Bawaan 100.')),
      highest,
      steps: optional(steps('Nilai menjadi persen dibayar')),
      without,
    }),
    'Angka yang ditetapkan pejabat atau aplikasi lain (serapan anggaran, nilai aplikasi pusat): fakta `measured.<nama>`.',
  ),
  full: section('Dibayar penuh', {}),
});

export const partSchema = reads(
  section('Bagian', {
    part: text('Bagian'),
    share: percent('Bobot (%)'),
    criteria: optional(
      about(
        list('Kriteria yang dikenai', text('Kode kriteria'), 1),
        'Bawaan: semua kriteria yang tidak `flat`. Bobot bagian-bagian yang mengenai satu kriteria harus berjumlah 100; kriteria yang tidak dikenai bagian mana pun dibayar penuh.',
      ),
    ),
    steps: optional(
      about(
        list('Capaian bagian menjadi persen dibayar', stepSchema, 1),
        'Diterapkan pada capaian bagian (0–100%) sesudah diukur.',
      ),
    ),
    measure: measureSchema,
  }),
  'Bagian {part} berbobot {share}%',
);

export const performanceForSchema = list(
  'Bagian bagi kelompok tertentu',
  section('Kelompok', { name: text('Nama'), who: whoSchema, parts: list('Bagian', partSchema, 1) }),
);
