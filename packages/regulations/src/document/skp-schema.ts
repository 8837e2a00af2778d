/** What an SKP holds and the way it goes until it binds. Silence asks nothing: an absent section is no demand. */
import { EMPLOYEE_KINDS, POST_KINDS } from '@ekinerja/contracts/basics';
import { INDICATOR_ASPECTS, REPORT_RHYTHMS, RESULT_KINDS, TARGET_APPROACHES } from '@ekinerja/contracts/skp';
import { CASCADE_BASES } from '@ekinerja/contracts/skp-form';
import { PLAN_LEVELS } from '@ekinerja/contracts/plans';
import { about, choice, flag, integer, list, optional, section, text, marked } from './schema.js';
import { windowSchema } from './window-schema.js';

const aspect = choice('Aspek', INDICATOR_ASPECTS);
const evidence = choice('Bukti', ['progress', 'final']);
const named = { code: text('Kode'), name: text('Sebutan') };

export const skpPlanSchema = section('Isi SKP', {
  layout: about(
    choice('Formulir', ['results', 'activities']),
    '`results` hasil kerja dengan perilaku dan lampiran; `activities` kegiatan tugas jabatan dengan kolom kuantitas, kualitas, waktu, biaya.',
  ),
  sources: optional(
    section('Acuan penyusunan', {
      list: list(
        'Acuan',
        section('Acuan', {
          ...named,
          only: optional(list('Hanya bagi', choice('Jenis pegawai', EMPLOYEE_KINDS), 1)),
          document: optional(flag('Nomor dan tanggalnya harus disebut')),
        }),
        1,
      ),
      required: about(
        choice('Yang harus dicatat', ['all', 'one']),
        '`all` semua acuan yang berlaku bagi pegawai itu; `one` paling sedikit satu.',
      ),
      byPost: optional(
        about(
          list(
            'Dasar menurut jenis jabatan',
            section('Dasar', {
              postKinds: list('Jenis jabatan', choice('Jenis jabatan', POST_KINDS), 1),
              codes: list('Acuan', text('Kode acuan'), 1),
            }),
          ),
          'Acuan yang harus tercatat bagi jabatan itu, di samping `required`.',
        ),
      ),
    }),
  ),
  results: section('Hasil kerja', {
    kinds: optional(list('Jenis hasil', choice('Jenis hasil', RESULT_KINDS), 1)),
    aspects: list('Aspek indikator dan target', aspect, 1),
    required: optional(list('Aspek yang wajib pada setiap hasil', aspect, 1)),
    timeTarget: optional(flag('Target waktu wajib pada setiap hasil')),
    numeric: optional(list('Aspek yang targetnya berupa angka', aspect, 1)),
    approaches: list('Pendekatan', choice('Pendekatan', TARGET_APPROACHES), 1),
    indicators: integer('Indikator dan target paling sedikit', { min: 0, max: 20 }),
    words: optional(integer('Kata paling sedikit pada uraian', { min: 1, max: 20 })),
    main: flag('Harus memuat kinerja utama'),
    superior: choice('Dikaitkan dengan hasil kerja atasan', ['required', 'optional']),
    criteria: optional(
      about(
        list('Kriteria indikator', section('Kriteria', named), 1),
        'Diperiksa satu per satu oleh yang mereviu.',
      ),
    ),
  }),
  cascade: optional(
    about(
      list(
        'Penjabaran menurut jenis jabatan',
        section('Penjabaran', {
          postKinds: list('Jenis jabatan', choice('Jenis jabatan', POST_KINDS), 1),
          from: about(
            list('Dari', choice('Dasar', CASCADE_BASES), 1),
            '`objectives` sasaran unit pada perjanjian kinerja, `superior` hasil kerja atasan, `points` butir kegiatan jabatan fungsional; sasaran dan atasan cukup salah satu.',
          ),
        }),
        1,
      ),
      'Jabatan yang tidak disebut menjabarkan hasil kerja atasan.',
    ),
  ),
  additional: optional(
    section('Kinerja tambahan', {
      decision: choice('Surat keputusan', ['required', 'optional']),
      conditions: optional(
        about(
          list(
            'Karakteristik',
            section('Karakteristik', { ...named, needs: choice('Dipenuhi', ['all', 'any']) }),
            1,
          ),
          '`all` masing-masing; `any` cukup satu dari yang bertanda sama.',
        ),
      ),
    }),
  ),
  behaviour: optional(
    section('Perilaku kerja yang diharapkan', {
      rated: choice('Disusun menurut', ['aspects', 'values']),
      aspects: optional(list('Unsur', section('Unsur', named), 1)),
      values: optional(
        list(
          'Nilai dasar',
          section('Nilai dasar', {
            ...named,
            standards: list('Standar perilaku', text('Standar'), 1),
            aspect: optional(text('Mewujudkan unsur')),
          }),
          1,
        ),
      ),
      special: flag('Pimpinan dapat menambah ekspektasi khusus'),
    }),
  ),
  resources: optional(
    section('Dukungan sumber daya', {
      kinds: list('Jenis', section('Jenis', named), 1),
      required: flag('Harus diisi'),
    }),
  ),
  accountability: optional(
    section('Skema pertanggungjawaban', {
      rhythms: list('Jadwal pelaporan', choice('Jadwal', REPORT_RHYTHMS), 1),
      evidence: list('Bukti yang diharapkan', evidence, 1),
      required: flag('Harus diisi'),
    }),
  ),
  consequences: optional(
    section('Konsekuensi', {
      kinds: list('Jenis', choice('Jenis', ['positive', 'negative']), 1),
    }),
  ),
});

export const skpFlowSchema = section('Alur SKP', {
  writers: list('Yang menyusun', choice('Penyusun', ['owner', 'evaluator', 'performance-manager']), 1),
  review: optional(choice('Direviu oleh', ['performance-manager'])),
  agreement: optional(list('Disepakati oleh', choice('Pihak', ['owner', 'evaluator']), 1)),
  verification: optional(flag('Diverifikasi pejabat penilai terhadap data dan dokumen')),
  dialogue: about(
    choice('Dialog atau pembahasan', ['required', 'recorded']),
    '`required` tercatat sebelum disepakati atau ditetapkan; `recorded` boleh dicatat.',
  ),
  dispute: optional(choice('Bila tidak disetujui, diputus oleh', ['evaluator-superior'])),
  change: section('Perubahan dalam tahun berjalan', {
    documents: choice('Salinan dokumen pendukung', ['required', 'optional']),
    within: optional(windowSchema('Diputus pejabat penilai dalam')),
    resources: optional(flag('Ekspektasi dapat disesuaikan bila sumber daya tidak ada')),
  }),
  transfer: section('Perpindahan', {
    starts: about(
      choice('SKP baru mulai', ['month-of-letter', 'day-of-letter']),
      '`month-of-letter` tanggal 1 bulan SPMT atau SPMJ.',
    ),
    nextAfterDay: optional(integer('Sesudah tanggal ini, bulan berikutnya', { min: 1, max: 31 })),
  }),
  documents: optional(
    about(
      list(
        'Salinan dokumen pendukung disampaikan',
        choice('Saat', ['start-of-year', 'transfer']),
        1,
      ),
      'Yang belum disampaikan didaftar.',
    ),
  ),
  initial: optional(
    about(
      section('Penginputan awal', { months: integer('Bulan sejak diundangkan', { min: 1, max: 12 }) }),
      'Tanggal yang sama pada bulan itu; pegawai baru sejak dapat masuk pertama kali.',
    ),
  ),
});

/** What follows once the SKP is determined. Silence demands nothing; all of it is offered everywhere. */
export const workPlansSchema = section('Rincian dan jadwal kerja', {
  breakdown: optional(
    section('Rincian target tahunan', {
      levels: about(
        list('Sampai dengan', choice('Tingkat', PLAN_LEVELS), 1),
        '`[month]` bulan; `[month, week, day]` bulan, minggu, dan hari. Yang tidak genap dengan target tahunan ditampilkan.',
      ),
      closes: optional(
        about(
          marked('Bulan yang lewat tertutup'),
          'Rincian bulan yang sudah lewat tidak dapat diisi lagi, kecuali dibuka dengan permohonan keterlambatan; paling cepat sejak akhir bulan SKP ditetapkan.',
        ),
      ),
    }),
  ),
  timeline: optional(
    about(
      section('Jadwal rencana kinerja', { months: integer('Bulan', { min: 1, max: 12 }) }),
      'Setiap langkah memuat durasi, bulan pelaksanaan, tipe aktivitas, dan pola penugasan; yang belum menyusun didaftar.',
    ),
  ),
  actions: optional(about(flag('Rencana aksi dari setiap hasil kerja'), 'Yang belum menyusun didaftar.')),
  verification: optional(flag('Diverifikasi pejabat penilai')),
});
