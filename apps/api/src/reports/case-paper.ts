import type { CaseAction, CaseKind, CaseStatus } from '@ekinerja/contracts/follow-up';
import type { CaseRecord, StepRecord } from '../follow-up/case-record.service.js';
import type { EvaluationRecord } from '../evaluations/evaluation-record.service.js';
import { head, NOBODY, people, sign, type Block, type Common } from './evaluation-paper.js';
import { dateText, monthText, PREDICATE_WORDS } from './indonesian.js';

export const CASE_NAMES: Record<CaseKind, string> = {
  sanction: 'sanksi atas hasil evaluasi',
  evaluator: 'pejabat penilai tidak menilai',
  'non-reporting': 'sengaja tidak melaporkan kegiatan',
};
const STATEMENTS: Record<CaseKind, string> = {
  sanction: 'Pernyataan Kesempatan Memperbaiki Kinerja',
  evaluator: 'Pernyataan Perkara Pejabat Penilai yang Tidak Menilai',
  'non-reporting': 'Pernyataan Tidak Melaporkan Kegiatan',
};
const DECISIONS: Record<CaseAction, string> = {
  exclude: 'Keputusan Keadaan Kahar',
  improved: 'Berita Acara Kinerja Membaik',
  'not-improved': 'Berita Acara Kinerja Tidak Membaik',
  'tested-fit': 'Hasil Uji Kompetensi',
  'tested-unfit': 'Hasil Uji Kompetensi',
  keep: 'Keputusan Tetap pada Jabatan',
  move: 'Keputusan Pemindahan Jabatan',
  lower: 'Keputusan Penempatan pada Jabatan Lebih Rendah',
  temporary: 'Keputusan Penempatan Sementara',
  dismiss: 'Keputusan Pemberhentian dengan Hormat',
  coach: 'Berita Acara Pembinaan',
  deduct: 'Keputusan Pemotongan TPP',
  end: 'Keputusan Akhir Perkara',
  withdraw: 'Pencabutan Perkara',
};
const AHEAD: Record<CaseAction, string> = {
  exclude: 'Penilaian tidak dipakai bila terjadi keadaan kahar',
  improved: 'Kinerja membaik: perkara berakhir',
  'not-improved': 'Kinerja tidak membaik: mengikuti uji kompetensi kembali',
  'tested-fit': 'Hasil uji memenuhi standar kompetensi jabatan',
  'tested-unfit': 'Hasil uji tidak memenuhi standar kompetensi jabatan',
  keep: 'Tetap pada jabatannya',
  move: 'Dipindahkan pada jabatan lain yang sesuai kompetensi',
  lower: 'Ditempatkan pada jabatan yang lebih rendah',
  temporary: 'Penempatan sementara bila jabatan yang sesuai belum lowong',
  dismiss: 'Diberhentikan dengan hormat bila tetap tidak ada jabatan yang lowong',
  coach: 'Pembinaan oleh pejabat penilai',
  deduct: 'Pemotongan TPP',
  end: 'Perkara diakhiri dengan keputusan yang tercatat',
  withdraw: 'Perkara dicabut',
};
const RESULTS: Partial<Record<CaseAction, string>> = {
  'tested-fit': 'Memenuhi standar kompetensi jabatan',
  'tested-unfit': 'Tidak memenuhi standar kompetensi jabatan',
};
const STATUSES: Partial<Record<CaseStatus, string>> = {
  improving: 'kesempatan memperbaiki kinerja',
  temporary: 'penempatan sementara',
};

export function paperTitle(record: CaseRecord, at: StepRecord): string {
  return at.step.action === 'opened' ? STATEMENTS[record.one.kind] : DECISIONS[at.step.action];
}

/** One step of a case on paper: what opened it with the plan of improvement, a coaching, a test, a decision (TL 32–34, BN 14(3), KS 31). */
export function stepPaper(
  record: CaseRecord,
  at: StepRecord,
  evaluation: EvaluationRecord | null,
  common: Common,
): object {
  const { one, owner, ppk } = record;
  const { step } = at;
  const opens = step.action === 'opened';
  const decree = step.document;
  return {
    ...head({ ...common, printedOn: at.on }, paperTitle(record, at), owner.name),
    period: `Perkara ${CASE_NAMES[one.kind]} – ${dateText(at.on)}`,
    landscape: false,
    ...people([['Pegawai', owner]]),
    blocks: [
      {
        title: 'Dasar',
        kind: 'facts',
        rows: [...groundRows(record), ...(step.cite ? [['Ketentuan', step.cite.ref]] : [])],
      },
      ...(step.paper === 'test'
        ? [
            {
              title: 'Hasil uji',
              kind: 'facts' as const,
              rows: [['Hasil', RESULTS[step.action as CaseAction] ?? '–']],
            },
          ]
        : []),
      { title: opens ? 'Pertimbangan' : 'Uraian', kind: 'text', lines: step.note.split('\n') },
      ...(decree
        ? [
            {
              title: 'Surat keputusan',
              kind: 'facts' as const,
              rows: [
                ['Nomor', decree.number],
                ['Tanggal', dateText(decree.date)],
                ['Penanda tangan', decree.signatory],
              ],
            },
          ]
        : []),
      ...(opens && evaluation ? planBlocks(evaluation) : []),
      ...(at.until
        ? [
            {
              title: 'Masa',
              kind: 'facts' as const,
              rows: [[sentence(STATUSES[step.status] ?? 'masa'), `sampai dengan ${dateText(at.until)}`]],
            },
          ]
        : []),
      ...(at.ahead.length > 0
        ? [
            {
              title: step.paper === 'test' ? 'Rekomendasi yang terbuka' : 'Yang dapat mengikuti',
              kind: 'table' as const,
              widths: [0, 5, 3],
              columns: ['No', 'Langkah', 'Ketentuan'],
              rows: at.ahead.map(({ action, cite }, index) => [String(index + 1), AHEAD[action], cite.ref]),
            },
          ]
        : []),
      ...(one.kind === 'sanction' && ppk
        ? [
            {
              title: 'Disampaikan kepada',
              kind: 'text' as const,
              lines: [`Pejabat Pembina Kepegawaian: ${ppk}`],
            },
          ]
        : []),
    ] satisfies Block[],
    signatures: [
      sign('Pegawai yang bersangkutan,', owner),
      sign(
        opens ? 'Yang membuka perkara,' : step.paper === 'coaching' ? 'Pejabat penilai,' : 'Yang menetapkan,',
        { ...NOBODY, name: decree?.signatory ?? step.by },
      ),
    ],
    signed: [`Dicatat: ${step.by}, ${dateText(at.on)}`],
  };
}

/** The letter that reminds of a time that ends soon or has passed. */
export function reminderPaper(record: CaseRecord, common: Common): object {
  const { one, owner } = record;
  const given = record.steps.findLast(({ until }) => until !== null);
  const due = one.dueOn ?? common.printedOn;
  const what = STATUSES[one.status] ?? 'masa';
  return {
    ...head(common, `Pengingat Masa ${titled(what)}`, owner.name),
    period: `Perkara ${CASE_NAMES[one.kind]} – ${dateText(common.printedOn)}`,
    landscape: false,
    ...people([['Pegawai', owner]]),
    blocks: [
      { title: 'Dasar', kind: 'facts', rows: groundRows(record) },
      {
        title: 'Pengingat',
        kind: 'text',
        lines: [
          one.overdue
            ? `Masa ${what} sudah berakhir pada ${dateText(due)}; keputusannya belum ditetapkan.`
            : `Masa ${what} berakhir pada ${dateText(due)}.`,
        ],
      },
      {
        title: 'Yang mengikuti sesudahnya',
        kind: 'table',
        widths: [0, 5, 3],
        columns: ['No', 'Langkah', 'Ketentuan'],
        rows: (given?.ahead ?? []).map(({ action, cite }, index) => [
          String(index + 1),
          AHEAD[action],
          cite.ref,
        ]),
      },
    ] satisfies Block[],
    signatures: [sign('Diterima pegawai,', owner), sign('Yang mengingatkan,', NOBODY)],
    signed: [],
  };
}

function groundRows({ one, ladder, receivedOn }: CaseRecord): string[][] {
  const found = one.derivation[0]?.inputs ?? {};
  return [
    ...(one.predicate ? [['Predikat tahunan', PREDICATE_WORDS[one.predicate]]] : []),
    ...(ladder ? [['Golongan jabatan', ladder.name]] : []),
    ...(receivedOn ? [['Dokumen evaluasi diterima', dateText(receivedOn)]] : []),
    ...(one.month ? [['Bulan', monthText(one.month)]] : []),
    ...(typeof found.people === 'number' ? [['Bawahan yang tidak dinilai', `${found.people} orang`]] : []),
    ...(typeof found.days === 'number' ? [['Hari kerja tanpa kegiatan', `${found.days} hari`]] : []),
    ['Perkara dibuka', dateText(one.openedOn)],
  ];
}

/** The unfinished results of the year, to be put right; how and by when is agreed by hand and signed. */
function planBlocks({ lines, evaluation }: EvaluationRecord): Block[] {
  const behind = lines.filter(({ attainment }) => attainment === null || Number(attainment) < 100);
  const advice = [evaluation.note, evaluation.recommendation].filter((text): text is string => Boolean(text));
  return [
    ...(advice.length > 0
      ? [{ title: 'Catatan dan rekomendasi pejabat penilai', kind: 'text' as const, lines: advice }]
      : []),
    {
      title: 'Rencana perbaikan',
      kind: 'table',
      widths: [0, 4, 2, 2, 4, 2],
      columns: [
        'No',
        'Hasil kerja dan indikator',
        'Target',
        'Realisasi',
        'Perbaikan yang disepakati',
        'Tenggat',
      ],
      // Where the year was not measured in the system, the lines are written by hand as well.
      rows:
        lines.length === 0
          ? ['1', '2', '3', '4'].map((number) => [number, ' ', ' ', ' ', ' ', ' '])
          : (behind.length > 0 ? behind : lines).map((line, index) => [
              String(index + 1),
              `${line.resultTitle}: ${line.name}`,
              `${line.target} ${line.unit}`.trim(),
              line.confirmed ?? line.realised ?? '–',
              ' ',
              ' ',
            ]),
    },
  ];
}

const sentence = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
const titled = (text: string) => text.split(' ').map(sentence).join(' ');
