import type { SlipLine } from '@ekinerja/regulations/allowance';
import { paperAmounts, type PaperColumn } from '@ekinerja/regulations/pay-papers';
import type { PaySheet, SheetRow } from '../tpp/pay-sheet.service.js';
import { payPaper } from './pay-paper.js';
import { payTable, sumsOf } from './pay-tables.js';

const line = (section: 'gross' | 'cut' | 'adjustment' | 'deduction', code: string, amount: number): SlipLine => ({ section, code, amount, inputs: code === 'criterion' ? { name: 'TPP' } : {}, cite: '' });
const row = (name: string, kind: SheetRow['kind'], rank: string | null, discipline: number, adjustment: number): SheetRow => ({
  employmentId: name, name, nip: '199001012015012001', kind, rank, postName: 'Perawat', class: '9', account: null, ptkp: null,
  amounts: paperAmounts([line('gross', 'criterion', 1_000_000), line('cut', 'late', -discipline), line('adjustment', 'adjustment', adjustment), line('deduction', 'tax-ter', -5_000)]),
  shares: { discipline: 97.5, performance: null, total: 99, bands: { TL1: 2 }, absent: 1 },
});
const SHEET: PaySheet = {
  runId: 'a', skpdId: 'b', skpdName: 'Dinas Kesehatan', skpdCode: '1.02', month: '2026-10', paymentMonth: '2026-11', kind: 'regular', special: null, sequence: 1, status: 'draft',
  closedOn: null, handedOverOn: null, criteria: [{ code: 'TPP', name: 'TPP' }], bands: ['TL1', 'PSW1'], head: null, treasurer: null, maker: null, example: false,
  rows: [row('Siti', 'pns', 'III/b', 10_000, -40_000), row('Budi', 'pns', 'III/d', 0, 20_000), row('Ani', 'pns', 'IV/a', 0, 0), row('Dewi', 'pppk', 'IX', 30_000, 0), row('Eko', 'cpns', null, 0, 0)],
  layout: { columns: ['name', 'rank', 'gross', 'discipline', 'performance', 'previous-cuts', 'adjustments', 'payable', 'tax', 'net'] as PaperColumn[], accounts: {}, signatures: [], statement: [] },
};
const numbers = (paper: 'payment-list' | 'percentage-recap' | 'rank-recap', sheet = SHEET) => {
  const table = payTable(paper, sheet);
  return { ...table, at: (title: string) => table.cells.map((cells) => cells[table.columns.findIndex((column) => column.title === title)]) };
};

describe('pay papers as tables (BK-7.3, BK-7.4)', () => {
  it('what is taken for earlier months stands apart where the document asks for it, and each row still adds up', () => {
    const { at, columns } = numbers('payment-list');
    expect(columns.map(({ title }) => title)).toEqual(['No', 'Nama / NIP', 'Gol.', 'Besaran TPP', 'Potongan disiplin', 'Potongan kinerja', 'Potongan bulan lalu', 'Penyesuaian lain', 'Jumlah kotor', 'PPh 21', 'Jumlah diterima']);
    expect([at('Potongan bulan lalu'), at('Penyesuaian lain')]).toEqual([[40_000, 0, 0, 0, 0], [0, 20_000, 0, 0, 0]]);
    SHEET.rows.forEach((_, i) => {
      const of = (title: string) => Number(at(title)[i]);
      expect(of('Besaran TPP') - of('Potongan disiplin') - of('Potongan kinerja') - of('Potongan bulan lalu') + of('Penyesuaian lain')).toBe(of('Jumlah kotor'));
      expect(of('Jumlah kotor') - of('PPh 21')).toBe(of('Jumlah diterima'));
    });
  });

  it('the percentage recap counts each band and says percent with two decimals, a dash where nothing is measured so', () => {
    const { columns, at } = numbers('percentage-recap');
    expect(columns.map(({ title }) => title)).toEqual(['No', 'Nama / NIP', 'Gol.', 'Jabatan', 'TL1', 'PSW1', 'Tidak masuk (hari)', 'Kehadiran (%)', 'Kinerja (%)', 'Jumlah (%)', 'Keterangan']);
    expect([at('TL1')[0], at('PSW1')[0]]).toEqual([2, 0]);
    const printed = payPaper('percentage-recap', SHEET, 'Kabupaten Uji', null) as { rows: string[][]; sums: string[] };
    expect(printed.rows[0]!.slice(4)).toEqual(['2', '0', '1', '97,50', '–', '99,00', '']);
    // Counts are added up, percentages never.
    expect(printed.sums.slice(4)).toEqual(['10', '0', '5', '', '', '', '']);
  });

  it('the recap by rank has one row a group, the highest first, those on contract after them, and comes to the sums of the list', () => {
    const { at, cells, employees } = numbers('rank-recap');
    expect([at('Golongan'), at('Pegawai')]).toEqual([['Golongan IV', 'Golongan III', 'PPPK golongan IX', 'Tanpa golongan'], [1, 2, 1, 1]]);
    expect([cells.length, employees]).toEqual([4, 5]);
    expect(at('Jumlah diterima')[1]).toBe(990_000 - 45_000 + 1_020_000 - 5_000);
    const list = payTable('payment-list', SHEET);
    expect(sumsOf(payTable('rank-recap', SHEET)).slice(3)).toEqual(sumsOf(list).slice(3));
  });
});
