/** SKP as the national application prints and reports it: the form of PermenPANRB 6/2022 as a table, for one person or many. */
import type { NATIONAL_COLUMNS } from '@ekinerja/contracts/national-files';
import type { IndicatorAspect, ResultTask } from '@ekinerja/contracts/skp';

export type NationalSkpColumn = (typeof NATIONAL_COLUMNS.skp)[number];

/** In letters. */
export const KNOWN_SKP_HEADINGS: Record<string, NationalSkpColumn> = {
  nip: 'nip', nipbaru: 'nip', pnsdinilaiid: 'sourceId', idpns: 'sourceId', pnsid: 'sourceId', id: 'sourceId',
  periodeawal: 'from', periodeawalskp: 'from', skpstatus: 'status', status: 'status', statusskp: 'status',
  tanggalpenetapan: 'determined', tanggalpersetujuan: 'determined', ditetapkan: 'determined',
  ispltplh: 'acting', isskppltplhpjb: 'acting', jenis: 'task', jenisrhk: 'task', jeniskinerja: 'task', jenistugas: 'task', jenisrencanahasilkerja: 'task',
  rencanahasilkerjapimpinanyangdiintervensi: 'superior', rencanahasilkerjaatasanyangdiintervensi: 'superior', rhkpimpinanyangdiintervensi: 'superior', rhkatasan: 'superior', rhkpimpinan: 'superior',
  rencanahasilkerja: 'title', rhk: 'title', hasilkerja: 'title', rencanahasilkerjapegawai: 'title', aspek: 'aspect',
  indikatorkinerjaindividu: 'indicator', indikatorkinerja: 'indicator', indikator: 'indicator', iki: 'indicator', ukurankeberhasilanindikatorkinerjaindividu: 'indicator',
  target: 'target', targettahunan: 'target', targetkinerja: 'target', satuan: 'unit',
};
export const NEEDED: readonly NationalSkpColumn[] = ['title', 'aspect', 'indicator', 'target'];

/** What a problem calls the column. */
export const SKP_TITLES: Record<NationalSkpColumn, string> = {
  nip: 'NIP', sourceId: 'ID PNS', from: 'Periode awal', status: 'Status SKP', determined: 'Tanggal penetapan', acting: 'is_plt_plh', task: 'Jenis',
  superior: 'Rencana hasil kerja pimpinan yang diintervensi', title: 'Rencana hasil kerja', aspect: 'Aspek', indicator: 'Indikator kinerja individu', target: 'Target', unit: 'Satuan',
};

export const TASKS: Record<string, ResultTask> = {
  utama: 'main', autama: 'main', kinerjautama: 'main', akinerjautama: 'main', tambahan: 'additional', btambahan: 'additional', kinerjatambahan: 'additional', bkinerjatambahan: 'additional',
};
export const ASPECTS: Record<string, IndicatorAspect> = { kuantitas: 'quantity', kualitas: 'quality', waktu: 'time', kecepatan: 'time', waktukecepatan: 'time', biaya: 'cost' };
/** In force there. */
export const DETERMINED_WORDS: readonly string[] = ['persetujuan', 'disetujui', 'ditetapkan', 'penetapan', 'selesai', 'penilaian'];

const BOTH = { nip: '199003052015032004', sourceId: 'A8ACA7397AEB3912E040640A040269BB', from: '2026-01-01', status: 'Persetujuan', determined: '20-01-2026', acting: '0', task: 'Utama' };
export const NATIONAL_SKP_EXAMPLES: Record<NationalSkpColumn, string>[] = [
  { ...BOTH, superior: 'Meningkatnya perilaku hidup bersih', title: 'Laporan promosi kesehatan tersusun', aspect: 'Kuantitas', indicator: 'Jumlah laporan', target: '12 laporan', unit: '' },
  { ...BOTH, superior: '', title: '', aspect: 'Waktu', indicator: 'Waktu penyelesaian', target: '12 bulan', unit: '' },
];
