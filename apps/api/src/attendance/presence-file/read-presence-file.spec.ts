import ExcelJS from 'exceljs';
import { EMPTY, textCell } from '../../platform/spreadsheet/raw-cell.js';
import { readDay, readNip } from '../../platform/spreadsheet/read-cells.js';
import { readStatus, readTime } from './cells.js';
import { readPresenceFile } from './read-presence-file.js';

const NIP = '199003052015032004';

describe('reading presence files (BK-7.1)', () => {
  it.each([
    ['semicolons, BOM, Indonesian, other order', `\uFEFFTanggal;NIP;Status;Jam Pulang;Jam Masuk\n05-10-2026;'${NIP};Hadir;16.00;07.30\n`],
    ['commas, English, quotes', `nip,date,check-in,check-out,status\n"${NIP}",2026-10-05,07:30,16:00,Present\n`],
    ['tabs, title rows above', `Dinas Kesehatan\n\nNIP\tTanggal\tJam Masuk\tJam Pulang\tStatus\n1990 0305 201503 2004\t5/10/2026\t07:30:59\t16:00\tH\n`],
  ])('reads text with %s', async (_, text) => {
    const [sheet] = await readPresenceFile(Buffer.from(text));
    const { nip, date, checkIn, checkOut, status } = sheet!.rows[0]!.cells;
    expect([readNip(nip!), readDay(date!), readTime(checkIn!), readTime(checkOut!), readStatus(status!, true)]).toEqual([
      { value: NIP }, { value: '2026-10-05' }, { value: '07:30' }, { value: '16:00' }, { value: 'present' },
    ]);
  });

  it('reads a workbook with real dates, fractions of a day and several sheets', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('Petunjuk').addRow(['Isi lembar berikut']);
    for (const name of ['A', 'B']) {
      const sheet = workbook.addWorksheet(name);
      sheet.addRow(['NIP', 'Tanggal', 'Jam Masuk', 'Jam Pulang', 'Status']);
      sheet.addRow([NIP, new Date('2026-10-05T00:00:00Z'), 0.3125, new Date('1899-12-30T16:00:00Z'), 'Dinas Luar']);
      sheet.getCell('B2').numFmt = 'dd-mm-yyyy';
      sheet.getCell('D2').numFmt = 'hh:mm';
    }
    const sheets = await readPresenceFile(Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(sheets.map((sheet) => [sheet.name, sheet.rows.length])).toEqual([['A', 1], ['B', 1]]);
    const { date, checkIn, checkOut, status } = sheets[0]!.rows[0]!.cells;
    expect([readDay(date!), readTime(checkIn!), readTime(checkOut!), readStatus(status!, true)]).toEqual([
      { value: '2026-10-05' }, { value: '07:30' }, { value: '16:00' }, { value: 'official-travel' },
    ]);
  });

  it('refuses what is no workbook and no text', async () => {
    await expect(readPresenceFile(Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]))).rejects.toThrow();
    await expect(readPresenceFile(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).rejects.toThrow();
  });

  it('an NIP kept as a number has lost its last digits', () => {
    expect(readNip({ kind: 'number', value: 199003052015032000 })).toEqual({ problem: 'nip-as-number' });
    expect(readNip(textCell('1,99003E+17'))).toEqual({ problem: 'nip-as-number' });
    expect(readNip(textCell('19900305201503200'))).toEqual({ problem: 'nip-malformed' });
    expect(readNip(EMPTY)).toEqual({ problem: 'nip-missing' });
  });

  it('days and times that do not exist are refused', () => {
    expect(readDay(textCell('31-02-2026'))).toEqual({ problem: 'date-malformed' });
    expect(readDay({ kind: 'number', value: 46300 })).toEqual({ value: '2026-10-05' });
    expect(readTime(textCell('25:10'))).toEqual({ problem: 'time-malformed' });
    expect(readTime(textCell('-'))).toEqual({ value: null });
  });

  it.each([
    ['Hadir', 'present'], ['TK', 'absent'], ['Alpa', 'absent'], ['SAKIT', 'sick'], ['Cuti Tahunan', 'leave-annual'],
    ['Cuti Alasan Penting', 'leave-important'], ['Cuti Besar', 'leave-large'], ['Cuti Melahirkan', 'leave-maternity'],
    ['Dinas Luar', 'official-travel'], ['Diklat', 'training'], ['Tugas Belajar', 'study'], ['Gangguan Alat', 'device-failure'],
  ])('%s means %s', (word, status) => expect(readStatus(textCell(word), false)).toEqual({ value: status }));
});
