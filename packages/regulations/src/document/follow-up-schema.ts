/** What follows an evaluation: tiered reports, rewards, sanctions as dated steps. Everything is opened by a person. */
import { EMPLOYEE_KINDS, POST_KINDS, PREDICATES } from '@ekinerja/contracts/basics';
import { REWARD_POOLS } from '@ekinerja/contracts/follow-up';
import { about, choice, flag, integer, list, optional, section, text } from './schema.js';
import { windowSchema } from './window-schema.js';

export const followUpSchema = section('Tindak lanjut', {
  reporting: optional(
    section('Pelaporan berjenjang', {
      to: about(
        list('Tujuan akhir', choice('Tujuan', ['pyb', 'staffing-head']), 1),
        'Yang pertama ada pemangkunya; `staffing-head` pimpinan unit kerja yang membidangi kepegawaian.',
      ),
      within: windowSchema('Disampaikan paling lambat'),
    }),
  ),
  rewards: optional(
    list(
      'Penghargaan',
      section('Penghargaan', {
        pool: choice('Jenis', REWARD_POOLS),
        name: text('Sebutan'),
        byPpk: flag('Diberikan PPK'),
      }),
      1,
    ),
  ),
  sanctions: optional(
    list(
      'Sanksi',
      section('Tangga sanksi', {
        code: text('Kode'),
        name: text('Sebutan'),
        posts: list('Jenis jabatan', choice('Jenis jabatan', POST_KINDS), 1),
        kinds: list('Jenis pegawai', choice('Jenis pegawai', EMPLOYEE_KINDS), 1),
        predicates: list('Predikat tahunan', choice('Predikat', PREDICATES), 1),
        yearInPost: flag('Hanya yang setahun penuh pada jabatan itu'),
        improve: section('Kesempatan memperbaiki', { months: integer('Bulan', { min: 1, max: 24 }) }),
        improvement: optional(
          about(
            choice('Perbaikan paling rendah', PREDICATES),
            'Predikat paling rendah yang dibaca sebagai perbaikan; bawaan satu tingkat di atas predikat tahunan tangga ini. Penetap perkara tetap memutus.',
          ),
        ),
        forceMajeure: choice('Keadaan kahar', ['excluded', 'ignored']),
        fitEnds: about(
          flag('Lulus uji kompetensi mengakhiri perkara'),
          '`false`: sesudah uji, penempatan diputus menurut hasilnya.',
        ),
        temporary: optional(section('Penempatan sementara', { months: integer('Paling lama bulan', { min: 1, max: 60 }) })),
        dismissal: optional(choice('Sesudah penempatan sementara', ['honourable'])),
        remindDays: about(integer('Diingatkan sebelum berakhir (hari)', { min: 1, max: 120 }), 'Sebelum masa perbaikan atau penempatan sementara habis.'),
      }),
      1,
    ),
  ),
  evaluators: optional(choice('Pejabat penilai yang tidak menilai', ['discipline'])),
  nonReporting: optional(
    section('Dengan sengaja tidak melaporkan', {
      coaching: flag('Dibina pejabat penilai'),
      deduction: about(
        choice('Pemotongan TPP', ['together', 'after-coaching']),
        '`together`: bersama pembinaan; `after-coaching`: sesudah pembinaan tercatat.',
      ),
      obligation: about(
        text('Kewajiban pada kebijakan TPP'),
        'Kunci pada `compliance` dokumen TPP; besarnya diatur di sana.',
      ),
    }),
  ),
});
