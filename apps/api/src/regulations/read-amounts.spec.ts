import { pastedCells, readAmounts, readRupiah } from './read-amounts.js';

const pasted = (text: string) => readAmounts(pastedCells(text));

it.each([
  ['2808000', '2808000'], ['2.808.000', '2808000'], ['Rp2.808.000,50', '2808000.50'], ['Rp 2.808.000,-', '2808000'], ['2,808,000', '2808000'],
  ['2,808,000.5', '2808000.5'], ['462.000', '462000'], ['1234,75', '1234.75'],
])('reads %s', (text, amount) => expect(readRupiah(text)).toBe(amount));

it.each(['', 'dua juta', '-5', '1.2.3', '12.34.567', '1e6', '99999999999999'])('does not read "%s"', (text) => expect(readRupiah(text)).toBeNull());

it('takes two columns with or without headings, classes as text', () => {
  const rows = [{ class: '9', amount: '2808000' }, { class: '11.A', amount: '3900000' }];
  expect(pasted('Kelas\tRupiah\n9\t2.808.000\n\n11.A\t3.900.000\n')).toEqual({ rows, problems: [] });
  expect(pasted('Kelas jabatan\tBesaran TPP (Rp)\n9\t2.808.000\n11.A\t3.900.000')).toEqual({ rows, problems: [] });
  expect(pasted('9;2808000\n11.A;3900000')).toEqual({ rows, problems: [] });
  expect(pasted('9  Rp 2.808.000\n11.A 3900000')).toEqual({ rows, problems: [] });
});

it('names each row that it cannot take', () => {
  const { rows, problems } = pasted('9\t2808000\n9\t1\n\t5000\n10\t\n11\tbanyak');
  expect(rows).toEqual([{ class: '9', amount: '2808000' }]);
  expect(problems).toEqual([
    { row: 2, reason: 'class-twice', value: '9' }, { row: 3, reason: 'class-missing', value: '5000' },
    { row: 4, reason: 'amount-missing', value: '10' }, { row: 5, reason: 'amount-unreadable', value: 'banyak' },
  ]);
  // A first row that is no heading is not passed over in silence.
  expect(pasted('7\tdua juta\n9\t2808000').problems).toEqual([{ row: 1, reason: 'amount-unreadable', value: 'dua juta' }]);
  expect(pasted('  ').problems).toEqual([{ row: 1, reason: 'no-rows', value: '' }]);
});
