import ExcelJS from 'exceljs';
import { WORKBOOK_SHEETS, type WorkbookSheet } from '@ekinerja/contracts/imports';
import {
  ASSIGNMENT_KIND_WORDS, COLUMN_TITLES, EMPLOYEE_KIND_WORDS, EXAMPLE_TITLE_SUFFIX, LEGEND_TITLE, POST_KIND_WORDS, REQUIRED_COLUMNS, SHEET_TITLES, UNIT_KIND_WORDS,
} from './workbook-columns.js';

/** Rows of the example sheets; the import passes over those, so they may stay in the file. */
const EXAMPLES: { [Sheet in WorkbookSheet]: Partial<Record<keyof (typeof COLUMN_TITLES)[Sheet], string | number>>[] } = {
  units: [
    { code: '00', name: 'Pemerintah Kabupaten Contoh', kind: 'Pemerintah Daerah', skpd: 'tidak', from: '01-01-2024' },
    { code: '1.02', name: 'Dinas Kesehatan', kind: 'Dinas', parentCode: '00', skpd: 'ya', from: '01-01-2024' },
    { code: '1.02.01', name: 'Bidang Kesehatan Masyarakat', kind: 'Bidang', parentCode: '1.02', skpd: 'tidak', from: '01-01-2024' },
  ],
  posts: [
    { code: 'BUP', name: 'Bupati', unitCode: '00', kind: 'Bupati', leader: 'ya', seats: 1, from: '01-01-2024' },
    { code: 'J-0001', name: 'Kepala Dinas Kesehatan', unitCode: '1.02', kind: 'JPT', level: 'II.b', superiorCode: 'BUP', class: '14', leader: 'ya', seats: 1, from: '01-01-2024' },
    { code: 'J-0002', name: 'Kepala Bidang Kesehatan Masyarakat', unitCode: '1.02.01', kind: 'Administrator', level: 'III.b', superiorCode: 'J-0001', class: '11', leader: 'ya', seats: 1, from: '01-01-2024' },
    { code: 'J-0003', name: 'Pengelola Promosi Kesehatan', unitCode: '1.02.01', kind: 'Pelaksana', superiorCode: 'J-0002', class: '6', leader: 'tidak', seats: 4, from: '01-01-2024' },
  ],
  employees: [
    { code: 'KDH', name: 'Rahmad Contoh', kind: 'Non ASN', from: '01-03-2025' },
    { nip: '197001011998031901', name: 'Hasan Contoh', frontTitle: 'dr.', backTitle: 'M.Kes.', kind: 'PNS', rank: 'IV/c', birthDate: '01-01-1970', sex: 'L', from: '01-03-1998' },
    { nip: '199501012024212902', name: 'Rina Contoh', backTitle: 'A.Md.Kep.', kind: 'PPPK', rank: 'VII', birthDate: '01-01-1995', sex: 'P', from: '01-03-2024' },
  ],
  assignments: [
    { person: 'KDH', postCode: 'BUP', kind: 'Definitif', from: '01-03-2025' },
    { person: '197001011998031901', postCode: 'J-0001', kind: 'Definitif', from: '02-01-2024', decreeNumber: '800/12/2024', decreeDate: '02-01-2024' },
    { person: '197001011998031901', postCode: 'J-0002', kind: 'Plt', from: '01-06-2026', to: '31-08-2026', decreeNumber: '800/77/2026', decreeDate: '29-05-2026' },
    { person: '199501012024212902', postCode: 'J-0003', kind: 'Definitif', from: '01-03-2024' },
  ],
};

const MEANINGS: { [Sheet in WorkbookSheet]: Record<keyof (typeof COLUMN_TITLES)[Sheet], string> } = {
  units: {
    code: 'Kode unit, bebas asalkan tidak berubah; dengan kode inilah baris dikenali pada impor berikutnya.',
    name: 'Nama unit.',
    kind: `Salah satu dari: ${Object.values(UNIT_KIND_WORDS).join(', ')}.`,
    parentCode: 'Kode unit di atasnya; kosong hanya untuk pemerintah daerah.',
    skpd: 'ya bila unit ini SKPD; unit di bawahnya tidak. Setiap unit berada di bawah satu SKPD.',
    from: 'Hari pertama unit berlaku (hh-bb-tttt).',
    to: 'Hari terakhir; kosong bila masih berlaku.',
  },
  posts: {
    code: 'Kode jabatan, bebas asalkan tidak berubah.',
    name: 'Nama jabatan.',
    unitCode: 'Kode unit tempat jabatan ini.',
    kind: `Salah satu dari: ${Object.values(POST_KIND_WORDS).join(', ')}.`,
    level: 'Eselon atau jenjang, misalnya III.b atau Ahli Muda.',
    superiorCode: 'Kode jabatan atasan langsung. Dari sinilah pejabat penilai ditentukan.',
    class: 'Kelas jabatan menurut Keputusan Bupati.',
    classFrom: 'Hari pertama kelas ini; kosong berarti sejak jabatan berlaku, atau sejak hari impor bila kelasnya berubah.',
    leader: 'ya bila pemegangnya memimpin unit.',
    seats: 'Jumlah orang yang dapat memegang jabatan ini sekaligus; kosong berarti 1.',
    standingDelegate: 'ya bila pemegangnya menerima pendelegasian tetap sebagai penilai, misalnya kepala sekolah.',
    from: 'Hari pertama jabatan berlaku (hh-bb-tttt).',
    to: 'Hari terakhir; kosong bila masih berlaku.',
  },
  employees: {
    nip: 'NIP atau NI PPPK, 18 angka, disimpan sebagai TEKS. Sebagai angka, Excel membuang tiga angka terakhir.',
    code: 'Pengganti NIP bagi yang tidak memilikinya, misalnya bupati.',
    name: 'Nama tanpa gelar.',
    frontTitle: 'Gelar depan.',
    backTitle: 'Gelar belakang.',
    kind: `Salah satu dari: ${Object.values(EMPLOYEE_KIND_WORDS).join(', ')}.`,
    kindFrom: 'Hari pertama jenis ini, misalnya TMT PNS; kosong berarti sejak TMT, atau sejak hari impor bila jenisnya berubah. Masa sebelumnya tetap seperti semula.',
    rank: 'Golongan ruang PNS (III/a) atau golongan PPPK (IX).',
    rankFrom: 'Hari pertama golongan ini; kosong berarti sejak TMT, atau sejak hari impor bila golongannya berubah.',
    birthDate: 'Tanggal lahir (hh-bb-tttt). Bila berbeda dari NIP hanya diberi peringatan.',
    sex: 'L atau P.',
    from: 'Hari pertama sebagai pegawai (TMT).',
    to: 'Hari terakhir sebagai pegawai; kosong bila masih bekerja.',
  },
  assignments: {
    person: 'NIP atau kode pegawai.',
    postCode: 'Kode jabatan yang dipegang.',
    kind: `Salah satu dari: ${Object.values(ASSIGNMENT_KIND_WORDS).join(', ')}.`,
    from: 'Hari pertama penugasan (hh-bb-tttt).',
    to: 'Hari terakhir; kosong bila masih berlaku. Isi bila pegawai pindah, sebelum menulis penugasan barunya.',
    decreeNumber: 'Nomor surat keputusan.',
    decreeDate: 'Tanggal surat keputusan.',
  },
};

/** The empty workbook to fill in: four sheets with titles, the same four with examples, and what every column means. */
export async function workbookTemplate(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const sheet of WORKBOOK_SHEETS) sheetOf(workbook, sheet, SHEET_TITLES[sheet], []);
  addLegend(workbook);
  for (const sheet of WORKBOOK_SHEETS) sheetOf(workbook, sheet, `${SHEET_TITLES[sheet]}${EXAMPLE_TITLE_SUFFIX}`, EXAMPLES[sheet]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function sheetOf(workbook: ExcelJS.Workbook, sheet: WorkbookSheet, name: string, rows: object[]): void {
  const example = rows.length > 0;
  const worksheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }], ...(example ? { properties: { tabColor: { argb: 'FFB0B0B0' } } } : {}) });
  worksheet.columns = Object.entries<string>(COLUMN_TITLES[sheet]).map(([key, header]) => ({
    // Text throughout: a NIP stays a NIP, `1.10` stays a code, and a typed day is read as it is written.
    key, header, width: Math.max(14, header.length + 4), style: { numFmt: '@' },
  }));
  worksheet.getRow(1).font = { bold: true };
  for (const row of rows) worksheet.addRow(row).font = { italic: true, color: { argb: 'FF707070' } };
}

function addLegend(workbook: ExcelJS.Workbook): void {
  const worksheet = workbook.addWorksheet(LEGEND_TITLE);
  worksheet.columns = [{ header: 'Lembar', width: 14 }, { header: 'Kolom', width: 26 }, { header: 'Wajib', width: 8 }, { header: 'Isi', width: 100 }];
  worksheet.getRow(1).font = { bold: true };
  for (const sheet of WORKBOOK_SHEETS) {
    const titles: Record<string, string> = COLUMN_TITLES[sheet];
    const required: readonly string[] = REQUIRED_COLUMNS[sheet];
    for (const [column, meaning] of Object.entries<string>(MEANINGS[sheet])) {
      worksheet.addRow([SHEET_TITLES[sheet], titles[column], required.includes(column) ? 'ya' : '', meaning]);
    }
  }
  worksheet.addRow([]);
  worksheet.addRow(['', '', '', `Isilah lembar ${Object.values(SHEET_TITLES).join(', ')}. Lembar${EXAMPLE_TITLE_SUFFIX} dan lembar ini dilewati.`]);
}
