import type { RequestDetail } from '@ekinerja/contracts/service-requests';
import type { PersonSnapshot } from '@ekinerja/contracts/skp';
import { head, NOBODY, people, sign, at, type Block, type Common } from './evaluation-paper.js';
import { dateText, monthText } from './indonesian.js';

const REOPENS = { annual: 'Kegiatan tahunan', monthly: 'Kegiatan bulanan', daily: 'Kegiatan harian' } as const;

/** BK 8(1)–(4): the covering letter, ready for the signature of the head of the SKPD. */
export function requestLetter(request: RequestDetail, owner: PersonSnapshot, leader: PersonSnapshot | null, common: Common): object {
  return {
    ...head(common, `Surat Permohonan ${request.kindName}`, owner.name),
    period: `Berkas ${request.number}`,
    landscape: false,
    ...people([['Yang dimohonkan', owner]]),
    blocks: [
      { title: 'Permohonan', kind: 'text', lines: ['Bersama ini kami ajukan permohonan di bawah ini, dengan lampiran sebagaimana disebut.', request.reason] },
      { title: 'Isi', kind: 'facts', rows: contentRows(request) },
      { title: 'Lampiran', kind: 'text', lines: request.attachments.map(({ name }, index) => `${index + 1}. ${name}`) },
    ] satisfies Block[],
    signatures: [sign('Pemohon,', { ...NOBODY, name: request.filedBy }), sign('Kepala perangkat daerah,', leader ?? NOBODY)],
    signed: [],
  };
}

/** BK 8(1): the list of changes, printed by the system: what stands now against what is asked for. */
export function requestChanges(request: RequestDetail, owner: PersonSnapshot & { class: string | null }, now: { evaluator: string | null; admin: string | null }, common: Common): object {
  const { content, names } = request;
  const rows = [
    ['Jabatan', owner.postName ?? '–', names.post], ['Kelas jabatan', owner.class ?? '–', content.class], ['Pejabat penilai', now.evaluator ?? '–', names.evaluator],
    ['Admin perangkat daerah', now.admin ?? '–', names.admin],
  ].map(([what, before, next], index) => [String(index + 1), what!, before!, next ?? 'tetap']);
  return {
    ...head(common, 'Daftar Perubahan', owner.name),
    period: `Berkas ${request.number}${content.effectiveOn ? `, berlaku ${dateText(content.effectiveOn)}` : ''}`,
    landscape: false,
    ...people([['Pegawai', owner]]),
    blocks: [
      { title: 'Perubahan yang dimohonkan', kind: 'table', widths: [0, 2, 3, 3], columns: ['No', 'Data', 'Sekarang', 'Menjadi'], rows },
      { title: 'Dasar', kind: 'facts', rows: decreeRow(content) },
    ] satisfies Block[],
    signatures: [sign('Pemohon,', { ...NOBODY, name: request.filedBy })],
    signed: [],
  };
}

/** The proof that the file was handed in: what lay in it, and where it stands. */
export function requestReceipt(request: RequestDetail, owner: PersonSnapshot, common: Common): object {
  const first = request.events[0];
  return {
    ...head(common, 'Tanda Terima Permohonan', owner.name),
    period: `Berkas ${request.number} – ${request.kindName}`,
    landscape: false,
    ...people([['Yang dimohonkan', owner]]),
    blocks: [
      { title: 'Berkas', kind: 'facts', rows: [['Diajukan', first ? `${at(first.at, common.timeZone)} oleh ${first.by}` : '–'], ...contentRows(request)] },
      {
        title: 'Lampiran yang diterima', kind: 'table', widths: [0, 5, 2], columns: ['No', 'Lampiran', 'Keterangan'],
        rows: request.attachments.map(({ name, fileId, checked }, index) => [String(index + 1), name, fileId === null ? 'Belum ada' : checked === null ? 'Ada' : checked ? 'Lengkap' : 'Belum lengkap']),
      },
      {
        title: 'Perjalanan berkas', kind: 'table', widths: [3, 3, 3, 2], columns: ['Langkah', 'Pada', 'Oleh', 'Nomor/tempat'],
        rows: request.events.map((event) => [event.stepName, at(event.at, common.timeZone), event.by, event.reference ?? '–']),
      },
    ] satisfies Block[],
    signatures: [sign('Yang mengajukan,', { ...NOBODY, name: request.filedBy }), sign('Petugas penerima,', NOBODY)],
    signed: [],
  };
}

/** BK 12(2), 14: what the sub-section officer reports to the superadmin, and that it was taken note of. */
export function requestReport(request: RequestDetail, owner: PersonSnapshot, common: Common): object {
  const reports = request.events.filter(({ report }) => report);
  return {
    ...head(common, 'Laporan Tindak Lanjut Permohonan', owner.name),
    period: `Berkas ${request.number} – ${request.kindName}`,
    landscape: false,
    ...people([['Yang dimohonkan', owner]]),
    blocks: [
      { title: 'Berkas', kind: 'facts', rows: contentRows(request) },
      ...reports.map((event): Block => ({
        title: event.stepName, kind: 'facts',
        rows: [
          ['Pada', at(event.at, common.timeZone)], ['Pelapor', event.by], ['Laporan', event.note],
          ['Diterima super admin', event.acknowledgedAt ? `${at(event.acknowledgedAt, common.timeZone)} oleh ${event.acknowledgedBy ?? ''}` : 'belum'],
        ],
      })),
      {
        title: 'Perjalanan berkas', kind: 'table', widths: [3, 3, 3, 2], columns: ['Langkah', 'Pada', 'Oleh', 'Nomor/tempat'],
        rows: request.events.map((event) => [event.stepName, at(event.at, common.timeZone), event.by, event.reference ?? '–']),
      },
    ] satisfies Block[],
    signatures: [sign('Pelaksana,', { ...NOBODY, name: reports.at(-1)?.by ?? '' }), sign('Super admin,', NOBODY)],
    signed: [],
  };
}

function decreeRow({ decreeNumber, decreeDate, signatory }: RequestDetail['content']): string[][] {
  return decreeNumber === null ? [] : [['Keputusan', [decreeNumber, decreeDate && dateText(decreeDate), signatory].filter(Boolean).join(', ')]];
}

function contentRows({ content, names, reason }: RequestDetail): string[][] {
  return [
    ['Alasan', reason], ...(content.effectiveOn ? [['Berlaku', dateText(content.effectiveOn)]] : []), ...decreeRow(content),
    ...(names.post ? [['Jabatan', names.post]] : []),
    ...(content.class ? [['Kelas jabatan', content.class]] : []),
    ...(names.evaluator ? [['Pejabat penilai', names.evaluator]] : []),
    ...(names.admin ? [['Admin perangkat daerah', names.admin]] : []),
    ...(names.skp ? [['SKP', names.skp]] : []),
    ...(content.months.length > 0 ? [['Bulan', content.months.map(monthText).join(', ')]] : []),
    ...(content.reopens ? [['Yang dibuka kembali', REOPENS[content.reopens]]] : []),
    ...(content.from && content.to ? [['Masa', `${dateText(content.from)} – ${dateText(content.to)}`]] : []),
    ...(content.until ? [['Dibuka sampai', dateText(content.until)]] : []),
  ];
}
