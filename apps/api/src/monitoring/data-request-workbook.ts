import ExcelJS from 'exceljs';
import type { DataRequest, DataSubject } from '@ekinerja/contracts/oversight';

const HEADINGS: Record<DataSubject, string[]> = {
  staffing: ['NIP', 'Nama', 'Jenis pegawai', 'Jabatan', 'Kelas jabatan', 'Unit', 'Sejak'],
  performance: ['NIP', 'Nama', 'Bulan', 'Evaluasi', 'Predikat', 'Nilai'],
  'daily-activities': ['NIP', 'Nama', 'Tanggal', 'Menit', 'Kegiatan', 'Jumlah', 'Satuan', 'Keadaan'],
};
const WORDS: Record<string, string> = {
  submitted: 'menunggu', accepted: 'diterima', refused: 'ditolak', periodic: 'periodik', annual: 'tahunan', 'sangat-baik': 'Sangat Baik', baik: 'Baik',
  'butuh-perbaikan': 'Butuh Perbaikan', kurang: 'Kurang', 'sangat-kurang': 'Sangat Kurang', pns: 'PNS', cpns: 'CPNS', pppk: 'PPPK', 'pppk-part-time': 'PPPK paruh waktu', 'non-asn': 'non-ASN',
};

/** What is handed over, under the number and purpose of its request; all cells are text. */
export async function dataRequestWorkbook(request: DataRequest, rows: string[][]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const cover = workbook.addWorksheet('Permintaan');
  cover.getColumn(1).width = 28;
  cover.getColumn(2).width = 90;
  const lines: [string, string][] = [
    ['Nomor permintaan', request.number], ['Peminta', request.party], ['Keperluan', request.purpose], ['Perangkat daerah', request.skpdName],
    ['Pegawai', request.people ? request.people.map(({ personName }) => personName).join(', ') : 'Semua pegawai perangkat daerah'],
    ['Bulan', `${request.from} s.d. ${request.to}`], ['Surat', `${request.letterNumber}, ${request.letterDate}`], ['Disetujui oleh', `${request.decidedBy ?? ''}: ${request.answer ?? ''}`],
    ...request.coordinations.map(({ with: office, official, heldOn }): [string, string] => [office === 'agency-head' ? 'Koordinasi, kepala BKPSDM' : 'Koordinasi, pimpinan unit', `${official}, ${heldOn}`]),
  ];
  for (const line of lines) cover.addRow(line);
  const sheet = workbook.addWorksheet('Data', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.getColumn(1).numFmt = '@';
  HEADINGS[request.subject].forEach((_, index) => (sheet.getColumn(index + 1).width = index === 4 ? 60 : 24));
  sheet.addRow(HEADINGS[request.subject]).font = { bold: true };
  for (const row of rows) sheet.addRow(row.map((cell) => WORDS[cell] ?? cell));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
