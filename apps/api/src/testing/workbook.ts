import ExcelJS from 'exceljs';
import { WORKBOOK_SHEETS, type WorkbookSheet } from '@ekinerja/contracts/imports';
import { COLUMN_TITLES, SHEET_TITLES, type ColumnKey } from '../imports/workbook-columns.js';

type Cell = string | number | Date | null;
export type WorkbookRows = { [Sheet in WorkbookSheet]: Partial<Record<ColumnKey<Sheet>, Cell>>[] };

/** The agency's workbook with these rows. */
export async function workbookOf(rows: Partial<WorkbookRows>): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const sheet of WORKBOOK_SHEETS) {
    const worksheet = workbook.addWorksheet(SHEET_TITLES[sheet]);
    worksheet.columns = Object.entries<string>(COLUMN_TITLES[sheet]).map(([key, header]) => ({ key, header }));
    for (const row of rows[sheet] ?? []) worksheet.addRow(row);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** A small regency: one government, one dinas with a division, four posts, five people. */
export function smallRegency(): WorkbookRows {
  return {
    units: [
      { code: '00', name: 'Pemerintah Kabupaten', kind: 'Pemerintah Daerah', skpd: 'tidak', from: '01-01-2024' },
      { code: '3.01', name: 'Dinas Pertanian', kind: 'Dinas', parentCode: '00', skpd: 'ya', from: '01-01-2024' },
      { code: '3.01.1', name: 'Bidang Tanaman Pangan', kind: 'Bidang', parentCode: '3.01', skpd: 'tidak', from: '01-01-2024' },
    ],
    posts: [
      { code: 'B', name: 'Bupati', unitCode: '00', kind: 'Bupati', leader: 'ya', from: '01-01-2024' },
      { code: 'K', name: 'Kepala Dinas Pertanian', unitCode: '3.01', kind: 'JPT', superiorCode: 'B', class: 14, leader: 'ya', from: '01-01-2024' },
      { code: 'T', name: 'Kepala Bidang Tanaman Pangan', unitCode: '3.01.1', kind: 'Administrator', superiorCode: 'K', class: '11', leader: 'ya', from: '01-01-2024' },
      { code: 'P', name: 'Pengelola Data Pangan', unitCode: '3.01.1', kind: 'pelaksana', superiorCode: 'T', class: '6', seats: 2, from: '01-01-2024' },
    ],
    employees: [
      { code: 'BUPATI-DAERAH', name: 'Rahmad Saleh', kind: 'Non ASN', from: '01-03-2024' },
      { nip: "'197003121998031901", name: 'Hasan Basri', kind: 'PNS', rank: 'IV/c', birthDate: '12-03-1970', sex: 'L', from: '01-03-1998' },
      { nip: '19750615 200112 2 902', name: 'Nur Hayati', backTitle: 'S.P.', kind: 'PNS', rank: 'IV/a', birthDate: new Date('1975-06-15T00:00:00Z'), sex: 'P', from: '01-12-2001' },
      { nip: '199003052015031903', name: 'Siti Rahmah', kind: 'PNS', rank: 'III/b', birthDate: '05-03-1990', sex: 'P', from: '01-03-2015' },
      { nip: '199505052024211904', name: 'Budi Hartono', kind: 'PPPK', rank: 'VII', sex: 'L', from: '01-03-2024' },
    ],
    assignments: [
      { person: 'BUPATI-DAERAH', postCode: 'B', kind: 'Definitif', from: '01-03-2024' },
      { person: '197003121998031901', postCode: 'K', kind: 'Definitif', from: '02-01-2024', decreeNumber: '800/1/2024', decreeDate: '02-01-2024' },
      { person: '197506152001122902', postCode: 'T', kind: 'definitif', from: '02-01-2024' },
      { person: '199003052015031903', postCode: 'P', kind: 'Definitif', from: '02-01-2024' },
      { person: '199505052024211904', postCode: 'P', kind: 'Definitif', from: '01-03-2024' },
    ],
  };
}
