/** Words of tax, insurance, zakat and other deductions. */
import { number, rupiah } from './numbers.js';
import type { Words } from './words.js';

const taken = (inputs: Readonly<Record<string, string | number>>) =>
  inputs.taken === undefined ? '' : `, dikurangi ${rupiah(inputs.taken)} yang sudah dipotong`;

export const DEDUCTION_WORDS: Record<string, Words> = {
  'tax-final': ({ inputs, amount }) => ({
    title: 'PPh Pasal 21 final',
    explanation: `${number(inputs.pct)}% dari ${rupiah(inputs.base ?? 0)} = ${rupiah(amount ?? 0)}.`,
  }),
  'tax-ter': ({ inputs, amount }) => ({
    title: 'PPh Pasal 21',
    explanation: `Tarif efektif kategori ${inputs.cat} ${number(inputs.pct)}% dari ${rupiah(inputs.base ?? 0)}${inputs.joint === undefined ? '' : ` (tarif menurut gaji dan TPP ${rupiah(inputs.joint)})`}${taken(inputs)} = ${rupiah(amount ?? 0)}.`,
  }),
  'tax-year': ({ inputs, amount }) => ({
    title: 'PPh Pasal 21 masa terakhir',
    explanation: `Pasal 17 atas penghasilan kena pajak setahun ${rupiah(inputs.taxable ?? 0)}${taken(inputs)} = ${rupiah(amount ?? 0)}.`,
  }),
  'tax-annualised': ({ inputs, amount }) => ({
    title: 'PPh Pasal 21',
    explanation: `Pasal 17 atas penghasilan kena pajak yang disetahunkan ${rupiah(inputs.taxable ?? 0)}, dibagi 12${taken(inputs)} = ${rupiah(amount ?? 0)}.`,
  }),
  'tax-overpaid': ({ inputs, amount, result }) => ({
    title: 'PPh Pasal 21 lebih bayar',
    explanation: `Pasal 17 atas ${rupiah(inputs.taxable ?? 0)}${taken(inputs)} = ${rupiah(result ?? 0)}, lebih bayar; ${amount === null ? 'tidak dikembalikan pada slip ini' : 'dikembalikan pada slip ini'}.`,
  }),
  'tax-allowance': ({ amount }) => ({
    title: 'Tunjangan PPh Pasal 21',
    explanation: `Pajak ditanggung pemerintah daerah: ${rupiah(amount ?? 0)}.`,
  }),
  'tax-no-salary': () => ({
    title: 'Pajak belum dihitung',
    explanation: 'Gaji bulan pembayaran belum diimpor, maka tidak ada baris pajak.',
  }),
  'tax-no-year': () => ({
    title: 'Pajak setahun belum dihitung',
    explanation: 'Penghasilan dan pajak bulan-bulan sebelumnya belum diimpor, maka tidak ada baris pajak.',
  }),
  'tax-not-yet': ({ inputs }) => ({
    title: 'Pajak belum dihitung',
    explanation: `Tarif efektif bulanan berlaku mulai ${inputs.from}, maka tidak ada baris pajak.`,
  }),
  'tax-no-status': ({ inputs }) => ({
    title: 'Pajak belum dihitung',
    explanation: `Status PTKP "${inputs.status}" tidak dikenal, maka tidak ada baris pajak.`,
  }),
  'tax-no-rate': ({ inputs }) => ({
    title: 'Pajak belum dihitung',
    explanation: `Tidak ada tarif bagi golongan ${inputs.rank}, maka tidak ada baris pajak.`,
  }),
  insurance: ({ inputs, amount }) => ({
    title: `Jaminan kesehatan ${number(inputs.pct)}%`,
    explanation: `${number(inputs.pct)}% dari ${rupiah(inputs.base ?? 0)}${taken(inputs)} = ${rupiah(amount ?? 0)}.`,
  }),
  'insurance-employer': ({ inputs, amount }) => ({
    title: `Jaminan kesehatan ${number(inputs.pct)}% dari pemberi kerja`,
    explanation: `Iuran pemberi kerja ${rupiah(amount ?? 0)}.`,
  }),
  'insurance-employer-cut': ({ inputs, amount }) => ({
    title: `Setoran jaminan kesehatan ${number(inputs.pct)}%`,
    explanation: `Iuran pemberi kerja disetor: ${rupiah(amount ?? 0)}.`,
  }),
  'insurance-no-salary': () => ({
    title: 'Jaminan kesehatan belum dihitung',
    explanation: 'Gaji bulan pembayaran belum diimpor, maka tidak ada baris jaminan kesehatan.',
  }),
  zakat: ({ inputs, amount }) => ({
    title: 'Zakat',
    explanation: `${number(inputs.pct)}% dari ${rupiah(inputs.base ?? 0)}, atas pernyataan sendiri: ${rupiah(amount ?? 0)}.`,
  }),
  other: ({ inputs, amount }) => ({
    title: String(inputs.name),
    explanation: `Potongan ${rupiah(amount ?? 0)}${inputs.due === undefined ? '' : ` dari ${rupiah(inputs.due)}; selebihnya tidak ada yang dapat dipotong`}.`,
  }),
};
