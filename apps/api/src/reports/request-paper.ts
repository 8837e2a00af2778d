import type { RequestDetail } from '@ekinerja/contracts/service-requests';
import type { PersonSnapshot } from '@ekinerja/contracts/skp';
import { head, NOBODY, people, sign, at, type Block, type Common } from './evaluation-paper.js';
import { dateText } from './indonesian.js';

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
export function requestChanges(request: RequestDetail, owner: PersonSnapshot & { class: string | null }, wanted: { post: string | null; evaluator: string | null; evaluatorNow: string | null }, common: Common): object {
  const { content } = request;
  const rows = [
    ['Jabatan', owner.postName ?? '–', wanted.post], ['Kelas jabatan', owner.class ?? '–', content.class], ['Pejabat penilai', wanted.evaluatorNow ?? '–', wanted.evaluator],
  ].map(([what, now, next], index) => [String(index + 1), what!, now!, next ?? 'tetap']);
  return {
    ...head(common, 'Daftar Perubahan', owner.name),
    period: `Berkas ${request.number}, berlaku ${dateText(content.effectiveOn)}`,
    landscape: false,
    ...people([['Pegawai', owner]]),
    blocks: [
      { title: 'Perubahan yang dimohonkan', kind: 'table', widths: [0, 2, 3, 3], columns: ['No', 'Data', 'Sekarang', 'Menjadi'], rows },
      { title: 'Dasar', kind: 'facts', rows: [['Keputusan', `${content.decreeNumber}, ${dateText(content.decreeDate)}, ${content.signatory}`]] },
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

function contentRows({ content, reason }: RequestDetail): string[][] {
  return [
    ['Alasan', reason], ['Berlaku', dateText(content.effectiveOn)], ['Keputusan', `${content.decreeNumber}, ${dateText(content.decreeDate)}, ${content.signatory}`],
    ...(content.class ? [['Kelas jabatan', content.class]] : []),
    ...(content.reopens ? [['Yang dibuka kembali', REOPENS[content.reopens]]] : []),
    ...(content.from && content.to ? [['Masa', `${dateText(content.from)} – ${dateText(content.to)}`]] : []),
    ...(content.until ? [['Dibuka sampai', dateText(content.until)]] : []),
  ];
}
