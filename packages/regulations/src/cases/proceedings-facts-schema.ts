/** Facts of the questions about plans, feedback, sanctions, requests and reports. */
import { EMPLOYEE_KINDS, POST_KINDS, PREDICATES } from '@ekinerja/contracts/basics';
import { FEEDBACK_GIVERS, FEEDBACK_RHYTHMS, FEEDBACK_WAYS, PROGRESS_MEASURES } from '@ekinerja/contracts/feedback';
import { CASE_ACTIONS, CASE_STATUSES } from '@ekinerja/contracts/follow-up';
import { COORDINATIONS, OVERSIGHT_KINDS, OVERSIGHT_RECEIVERS } from '@ekinerja/contracts/oversight';
import { about, choice, date, flag, integer, list, optional, section, text, type Schema } from '../document/schema.js';

export const PROCEEDINGS_FACTS: Readonly<Record<string, Schema<unknown>>> = {
  rule: section('Nilai dokumen', {
    path: about(text('Jalur'), 'Dengan jenisnya di depan, misalnya `performance.evaluation.period` atau `allowance.rounding`.'),
  }),
  feedback: section('Umpan balik', {
    giver: choice('Pemberi', FEEDBACK_GIVERS),
    way: optional(about(choice('Cara', FEEDBACK_WAYS), 'Bawaan `direct`.')),
  }),
  feedbackDue: section('Umpan balik berkala', {
    agreed: optional(choice('Jadwal yang disepakati', FEEDBACK_RHYTHMS)),
    since: date('Dipimpin sejak'),
    givenOn: optional(list('Diberikan tanggal', date('Tanggal'))),
    today: date('Hari ini'),
  }),
  progress: section('Kemajuan', {
    progress: flag('Maju'),
    earlier: optional(
      list(
        'Penandaan sebelumnya',
        section('Penandaan', {
          progress: flag('Maju'),
          measures: list(
            'Tindakan',
            section('Tindakan', { measure: choice('Tindakan', PROGRESS_MEASURES), done: flag('Sudah dijalankan') }),
          ),
        }),
      ),
    ),
  }),
  sanction: section('Sanksi', {
    postKind: choice('Jenis jabatan', POST_KINDS),
    employeeKind: optional(about(choice('Jenis pegawai', EMPLOYEE_KINDS), 'Bawaan `pns`.')),
    predicate: choice('Predikat tahunan', PREDICATES),
    wholeYearInPost: optional(about(flag('Setahun penuh pada jabatan itu'), 'Bawaan `true`.')),
  }),
  caseStep: section('Langkah perkara', {
    code: optional(about(text('Tangga sanksi'), 'Kode pada `followUp.sanctions`; tanpa ini perkara menurut `kind`.')),
    kind: optional(choice('Perkara', ['evaluator', 'non-reporting'])),
    status: choice('Keadaan', CASE_STATUSES),
    action: choice('Tindakan', CASE_ACTIONS),
    today: date('Hari ini'),
    dueOn: optional(date('Hari terakhir masa yang diberikan')),
    coached: optional(flag('Sudah dibina')),
    deducted: optional(flag('Sudah dipotong')),
    fit: optional(flag('Lulus uji kompetensi')),
  }),
  service: section('Permohonan', { kind: text('Jenis permohonan') }),
  oversight: section('Laporan pemantauan', {
    kind: choice('Laporan', OVERSIGHT_KINDS),
    year: optional(about(integer('Tahun'), 'Bawaan 2026.')),
    delivered: optional(list('Sudah diterima', choice('Penerima', OVERSIGHT_RECEIVERS))),
    receiver: optional(choice('Akan disampaikan kepada', OVERSIGHT_RECEIVERS)),
  }),
  disclosure: section('Pemberian data', { held: list('Sudah dikoordinasikan dengan', choice('Dengan', COORDINATIONS)) }),
};
