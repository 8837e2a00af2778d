import type { StaffingField, StaffingPerson } from '@ekinerja/contracts/staffing-records';
import ExcelJS from 'exceljs';

const FIELD_WORDS: Record<StaffingField, string> = {
  name: 'Nama', frontTitle: 'Gelar depan', backTitle: 'Gelar belakang', birthPlace: 'Tempat lahir', birthDate: 'Tanggal lahir', sex: 'Jenis kelamin', education: 'Pendidikan',
  email: 'Surel', phone: 'Telepon', kind: 'Jenis pegawai', rank: 'Golongan', rankSince: 'TMT golongan', post: 'Jabatan', postSince: 'TMT jabatan', unit: 'Unit kerja',
  skpd: 'SKPD', class: 'Kelas jabatan',
};
const BASIS_WORDS = { import: 'sama dengan sumber', update: 'pemutakhiran', decision: 'pengesahan' } as const;

/** The staffing report: one row a person, one more for each further difference; text cells only, so nothing is a formula. */
export async function staffingWorkbook(people: StaffingPerson[], source: string): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Laporan kepegawaian', { views: [{ state: 'frozen', ySplit: 1 }] });
  [22, 34, 34, 34, 18, 20, 18, 30, 30].forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  sheet.addRow(['NIP', 'Nama', 'Jabatan', 'SKPD', 'Tervalidasi', 'Dasar', 'Data', 'Di E-Kinerja', `Di ${source}`]).font = { bold: true };
  for (const { nip, name, postName, skpdName, standing } of people) {
    const differences = standing.differences.length > 0 ? standing.differences : [null];
    for (const difference of differences) {
      sheet.addRow([
        nip ?? '', name, postName ?? '', skpdName ?? '', standing.validated ? 'ya' : standing.receivedAt === null ? `tidak ada di ${source}` : 'belum',
        standing.basis ? BASIS_WORDS[standing.basis] : '', difference ? FIELD_WORDS[difference.field] : '', difference?.held ?? '', difference?.source ?? '',
      ]);
    }
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
