/** How an SKP becomes a number: the formula families of Perka BKN 1/2013 and PermenPANRB 8/2021, behaviour, halves. */
import { PREDICATES } from '@ekinerja/contracts/basics';
import { whoSchema } from './allowance/who-schema.js';
import {
  about,
  choice,
  decimal,
  integer,
  list,
  optional,
  percent,
  record,
  section,
  text,
  variant,
} from './schema.js';

const category = choice('Kategori', PREDICATES);
const from = about(decimal('Mulai', { min: '0' }), 'Termasuk; yang tertinggi yang dicapai berlaku.');

const combination = variant('Gabungan kategori', 'kind', {
  rules: about(
    section('Aturan', {
      rules: list(
        'Aturan',
        section('Aturan', {
          category,
          atLeast: optional(record('Paling sedikit sekian aspek', PREDICATES, integer('Aspek', { min: 0 }))),
          atMost: optional(record('Paling banyak sekian aspek', PREDICATES, integer('Aspek', { min: 0 }))),
        }),
        1,
      ),
    }),
    'Aturan pertama yang terpenuhi menentukan; satu aspek memakai kategorinya sendiri.',
  ),
  points: section('Poin', {
    points: record('Poin tiap kategori', PREDICATES, decimal('Poin', { min: '0' })),
    bands: list('Rentang jumlah poin', section('Rentang', { category, from }), 1),
  }),
});

const scale = about(
  list(
    'Ruas nilai',
    section('Ruas', {
      from: percent('Capaian mulai (%)'),
      to: percent('Capaian sampai (%)'),
      low: decimal('Nilai di awal', { min: '0' }),
      high: decimal('Nilai di akhir', { min: '0' }),
    }),
    1,
  ),
  'Nilai di dalam ruas = low + (high − low) ÷ (to − from) × (capaian − from); di atas ruas tertinggi nilai `high`-nya.',
);

export const workScoreSchema = variant('Nilai SKP', 'formula', {
  'perka-bkn-1-2013': about(
    section('Perka BKN 1/2013', {
      additionalTasks: list(
        'Tugas tambahan',
        section('Langkah', {
          from: integer('Mulai kegiatan', { min: 1 }),
          score: decimal('Nilai', { min: '0' }),
        }),
      ),
      creativity: record('Kreativitas', ['unit', 'organisation', 'state'], decimal('Nilai', { min: '0' })),
    }),
    'Kuantitas, kualitas, waktu, biaya dengan tepi efisiensi 24%; rata-rata kegiatan ditambah tugas tambahan dan kreativitas.',
  ),
  'permenpanrb-8-2021': about(
    section('PermenPANRB 8/2021', {
      attainment: about(
        choice('Capaian dibulatkan', ['half-up', 'down', 'exact']),
        'Ke persen penuh sebelum dibaca di tabel; `exact` tidak dibulatkan.',
      ),
      leaderScale: scale,
      leaderFull: about(
        decimal('Nilai bila tepat 100% dan target itu yang tertinggi', { min: '0' }),
        'Bagi indikator bertanda `atMaximum`.',
      ),
      leaderGroups: optional(
        about(
          record('Bobot kelompok kinerja utama pimpinan', 'text', percent('Bobot (%)')),
          'Perjanjian kinerja dan rencana aksi; kelompok yang tidak ada tidak ditimbang.',
        ),
      ),
      categories: about(
        list('Kategori aspek menurut capaian', section('Rentang', { category, from }), 1),
        'JA dan JF: kategori tiap aspek.',
      ),
      combination,
      scores: record('Nilai rencana kinerja menurut kategori', PREDICATES, decimal('Nilai', { min: '0' })),
      cascading: optional(
        about(
          record('Faktor bagi rencana tidak langsung (%)', ['1', '2', '3'], percent('Faktor (%)')),
          'Menurut jumlah hasil pimpinan yang diintervensi; `3` berarti tiga atau lebih.',
        ),
      ),
      additional: record('Nilai kinerja tambahan per rencana', PREDICATES, decimal('Nilai', { min: '0' })),
      maximum: decimal('Nilai tertinggi', { min: '1' }),
    }),
    'Capaian indikator: normal, makin kecil makin baik, atau target rentang.',
  ),
});

export const behaviourSchema = section('Perilaku kerja', {
  aspects: about(
    list(
      'Unsur',
      section('Unsur', {
        code: text('Kode'),
        name: text('Nama'),
        weight: optional(
          about(decimal('Bobot', { min: '0' }), 'Dibagi jumlah bobot unsur yang dikenakan; bawaan 1, jadi rata-rata biasa.'),
        ),
        only: optional(
          about(list('Hanya bagi', whoSchema, 1), 'Cukup satu yang cocok; tanpa ini bagi semua.'),
        ),
      }),
      1,
    ),
    'Nilai perilaku adalah rata-rata (menurut bobot) unsur yang dikenakan kepada pegawai itu.',
  ),
});

export const halvesSchema = about(
  section('Integrasi dua periode setahun', {
    first: percent('Bobot periode I (%)'),
    second: percent('Bobot periode II (%)'),
  }),
  'Tahun 2021: nilai Januari–Juni dan Juli–Desember.',
);
