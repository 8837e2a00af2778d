import { PREDICATES } from '@ekinerja/contracts/basics';
import type { PerformanceReport } from '@ekinerja/contracts/follow-up';
import type { OversightReport } from '@ekinerja/contracts/oversight';
import { head, NOBODY, sign, at, type Block, type Common } from './evaluation-paper.js';
import { dateText, monthText, PREDICATE_WORDS } from './indonesian.js';

const KINDS = { use: 'Pemanfaatan Data E-Kinerja', results: 'Hasil Monitoring dan Evaluasi', infrastructure: 'Infrastruktur Teknologi Informasi' } as const;
const RECEIVERS = { 'ekinerja-manager': 'Pengelola E-Kinerja', 'agency-head': 'Kepala perangkat daerah kepegawaian', regent: 'Bupati' } as const;
const TIERS = { superior: 'Atasan', pyb: 'Pejabat yang Berwenang', 'staffing-head': 'Kepala perangkat daerah kepegawaian' } as const;

const count = (value: number) => value.toLocaleString('id-ID');
const share = (part: number, whole: number) => (whole === 0 ? '0%' : `${(Math.round((part * 1000) / whole) / 10).toLocaleString('id-ID')}%`);

/** KS 24(3), 27(2), 28(2): the periodic report to the regent, its figures told in sentences. */
export function oversightPaper(report: OversightReport, common: Common): object {
  const { from, to } = report;
  return {
    ...head(common, `Laporan ${KINDS[report.kind]}`, report.period),
    period: from === to ? monthText(from) : `${monthText(from)} – ${monthText(to)}`,
    landscape: false,
    peopleHead: ['Disusun oleh', report.drawnBy],
    people: [['Pada', at(report.drawnAt, common.timeZone)], ['Disampaikan kepada', report.deliveries.map(({ receiver, deliveredOn }) => `${RECEIVERS[receiver]} (${dateText(deliveredOn)})`).join('; ') || '–']],
    blocks: [
      ...(report.kind === 'infrastructure' ? infrastructure(report) : sums(report.figures)),
      { title: 'Catatan dan saran', kind: 'text', lines: report.notes ? report.notes.split('\n') : ['–'] },
    ] satisfies Block[],
    signatures: [sign('Yang melaporkan,', { ...NOBODY, name: report.drawnBy })],
    signed: report.routeCite ? [`Jalur penyampaian: ${report.routeCite.ref}`] : [],
  };
}

function sums(figures: OversightReport['figures']): Block[] {
  return [
  {
    title: 'Ringkasan', kind: 'text',
    lines: [
      `Pada akhir periode tercatat ${count(figures.people)} pegawai, ${count(figures.planned)} di antaranya (${share(figures.planned, figures.people)}) memiliki SKP yang ditetapkan.`,
      `${count(figures.recorded)} pegawai (${share(figures.recorded, figures.people)}) mengirim ${count(figures.entries)} catatan harian; ${count(figures.accepted)} (${share(figures.accepted, figures.entries)}) diterima pejabat penilai.`,
      `${count(figures.evaluated)} evaluasi kinerja ditetapkan dalam periode ini.`,
      `TPP yang ditutup berjumlah Rp${count(figures.net)}.`,
      `Permintaan data: ${count(figures.requests.asked)} diajukan, ${count(figures.requests.given)} diberikan, ${count(figures.requests.refused)} ditolak; data orang lain dibuka atau diunduh ${count(figures.reads)} kali.`,
    ],
  },
  { title: 'Predikat kinerja', kind: 'curve', bars: [...PREDICATES].reverse().map((one) => [PREDICATE_WORDS[one], figures.predicates[one] ?? 0]) },
  ];
}

/** KS 28(2): it is the ICT agency's own paper that is passed on; figures of people have no place in it. */
function infrastructure({ hasFile }: OversightReport): Block[] {
  return [
    {
      title: 'Laporan infrastruktur', kind: 'text',
      lines: [
        'Laporan perangkat daerah yang membidangi teknologi informasi tentang ketersediaan dan keamanan infrastruktur E-Kinerja dalam periode ini.',
        hasFile ? 'Naskah laporannya tersimpan pada E-Kinerja dan menjadi lampiran dokumen ini.' : 'Laporan disampaikan sebagai catatan di bawah ini, tanpa naskah terpisah.',
      ],
    },
  ];
}

/** TL 27, 39: results of evaluation reported upwards, tier by tier. */
export function performanceReportPaper(report: PerformanceReport, common: Common): object {
  const counts = PREDICATES.map((one) => [PREDICATE_WORDS[one], report.items.filter(({ predicate }) => predicate === one).length] as const);
  return {
    ...head(common, 'Laporan Kinerja Pegawai', report.fromName),
    period: report.kind === 'annual' ? `Tahun ${report.month.slice(0, 4)}` : monthText(report.month),
    landscape: false,
    peopleHead: ['Pejabat yang melaporkan', report.fromName],
    people: [['Jabatan', report.fromPost ?? '–'], ['Disampaikan', at(report.sentAt, common.timeZone)], ['Pegawai yang dilaporkan', String(report.people)]],
    blocks: [
      { title: 'Sebaran predikat', kind: 'curve', bars: counts.toReversed() },
      {
        title: 'Hasil evaluasi kinerja', kind: 'table', widths: [0, 4, 3, 2, 3], columns: ['No', 'Nama', 'NIP', 'Predikat', 'Lampiran'],
        rows: report.items.map((item, index) => [
          String(index + 1), item.personName, item.nip ?? '–', PREDICATE_WORDS[item.predicate], `Dokumen evaluasi versi ${item.evaluationVersion}${item.skpId ? ', SKP' : ''}`,
        ]),
      },
      {
        title: 'Penyampaian', kind: 'table', widths: [3, 3, 3, 3], columns: ['Dari', 'Kepada', 'Sebagai', 'Pada'],
        rows: report.steps.map((step) => [step.fromName, step.toName ?? 'diterima', TIERS[step.tier], at(step.at, common.timeZone)]),
      },
    ] satisfies Block[],
    signatures: [sign('Yang melaporkan,', { ...NOBODY, name: report.fromName })],
    signed: report.cite ? [`Dasar: ${report.cite.ref}`] : [],
  };
}
