/** Tax (16), health insurance (17), zakat (18), their order (19). */
import {
  about,
  choice,
  date,
  decimal,
  flag,
  integer,
  list,
  optional,
  percent,
  reads,
  record,
  section,
  text,
  variant,
} from '../schema.js';
import { whoSchema } from './who-schema.js';

const MODES = ['half-up', 'down', 'up'] as const;
const mode = optional(about(choice('Pembulatan', MODES), 'Ke rupiah penuh; bawaan `half-up`.'));
const bearer = about(
  choice('Ditanggung', ['employee', 'government', 'gross-up']),
  '`employee`: dipotong; `government`: tunjangan pajak sebesar pajak ditambahkan dan dipotong lagi; `gross-up`: tunjangan pajak ikut dikenai pajak, dicari tepat sampai rupiah.',
);

const on = about(
  choice('Atas', ['salary-and-allowance', 'allowance']),
  '`salary-and-allowance`: tarif atas gaji dan TPP sebulan, dikurangi pajak yang sudah dipotong pada gaji; `allowance`: atas TPP saja.',
);

const monthlyOn = about(
  choice('Atas', ['salary-and-allowance', 'allowance-at-joint-rate', 'allowance']),
  '`salary-and-allowance`: tarif atas gaji dan TPP sebulan, dikurangi pajak yang sudah dipotong pada gaji; `allowance-at-joint-rate`: tarif dicari menurut gaji dan TPP, dikenakan atas TPP saja; `allowance`: atas TPP saja.',
);

const employerInsurance = optional(
  about(flag('Iuran pemberi kerja termasuk penghasilan bruto'), 'Bawaan: tidak.'),
);

export const taxSchema = variant('Pajak', 'method', {
  none: section('Tidak dipotong', {}),
  final: section('Final menurut golongan', {
    rates: list(
      'Tarif',
      section('Tarif', {
        who: about(whoSchema, 'Tarif pertama yang cocok; golongan lewat `ranks`.'),
        percent: percent('Tarif (%)'),
      }),
      1,
    ),
    of: optional(
      about(
        choice('Dari', ['paid', 'remaining']),
        '`paid` (bawaan): TPP yang dibayar; `remaining`: sesudah potongan sebelumnya.',
      ),
    ),
    bearer,
    mode,
    employerInsurance,
  }),
  ter: about(
    section('Tarif efektif bulanan', {
      on: monthlyOn,
      bearer,
      mode,
      employerInsurance,
      december: optional(
        about(
          section('Masa pajak terakhir', {
            method: choice('Cara', ['pasal-17']),
            overpaid: about(
              choice('Lebih bayar', ['carry', 'refund']),
              '`carry`: pajak 0 dan kelebihannya disebut pada slip; `refund`: dikembalikan pada slip ini.',
            ),
          }),
          'Pembayaran bulan Desember dihitung ulang setahun; tanpa bagian ini Desember memakai tarif bulanan.',
        ),
      ),
    }),
    'PP 58 Tahun 2023. Membutuhkan fakta `salary`; tanpa itu tidak ada baris pajak dan slip menyebutkannya.',
  ),
  annualised: about(
    section('Pasal 17 yang disetahunkan', { on, bearer, mode, employerInsurance }),
    'Sebelum 2024: penghasilan sebulan dikali 12, dikurangi biaya jabatan, iuran pensiun, PTKP; pajaknya dibagi 12. Lapisan tarif dan PTKP tahun itu ditulis di `taxTables`. Membutuhkan fakta `salary`.',
  ),
});

const upTo = optional(
  about(integer('Sampai dengan rupiah', { min: 0 }), 'Termasuk; baris terakhir tanpa batas.'),
);

const layer = reads(
  section('Tarif', { upTo, percent: percent('Tarif (%)') }),
  '{percent}%[ sampai dengan {upTo} rupiah]',
);

/** Tables of national tax law; a policy inherits them. */
export const taxTablesSchema = section('Tabel pajak', {
  from: date('Berlaku mulai'),
  categories: record('Kategori TER', 'text', list('Status PTKP', text('Status'), 1)),
  monthly: record('Tarif efektif bulanan', 'text', list('Tarif', layer, 1)),
  ptkp: record('PTKP setahun', 'text', integer('Rupiah', { min: 0 })),
  progressive: list('Tarif Pasal 17', layer, 1),
  officeCost: section('Biaya jabatan', {
    percent: percent('Persen dari bruto'),
    monthlyMaximum: integer('Paling banyak sebulan', { min: 0 }),
  }),
  roundTaxableTo: integer('Penghasilan kena pajak dibulatkan ke bawah ke', { min: 1 }),
});

export const insuranceSchema = about(
  section('Jaminan kesehatan', {
    employee: percent('Iuran pegawai (%)'),
    employer: percent('Iuran pemberi kerja (%)'),
    of: about(
      choice('TPP yang dihitung', ['nominal', 'realised']),
      '`nominal`: TPP penuh; `realised`: TPP yang dibayar.',
    ),
    with: about(
      choice('Bersama gaji', ['salary', 'allowance-only']),
      '`salary`: dasar = gaji + TPP dengan batas, dikurangi yang sudah dipotong pada gaji (membutuhkan fakta `salary`); `allowance-only`: atas TPP saja.',
    ),
    ceiling: optional(integer('Dasar paling tinggi', { min: 0 })),
    floor: optional(integer('Dasar paling rendah', { min: 0 })),
    fourTimes: optional(
      about(
        flag('Iuran pemberi kerja = kelipatan iuran pegawai yang sudah dibulatkan'),
        '4% dihitung 4 × iuran 1% yang sudah dibulatkan.',
      ),
    ),
    mode,
  }),
  'Iuran pemberi kerja muncul sebagai tambahan dan potongan, jadi netral.',
);

export const zakatSchema = about(
  section('Zakat', {
    percent: percent('Persen'),
    of: optional(
      about(
        choice('Dari', ['paid', 'remaining']),
        '`remaining` (bawaan): sesudah potongan sebelumnya menurut urutan.',
      ),
    ),
    nisab: optional(
      about(
        section('Batas nisab', {
          amount: integer('Rupiah sebulan', { min: 0 }),
          with: choice('Penghasilan', ['salary', 'allowance-only']),
        }),
        'Hanya dipotong bila penghasilan sebulan (`salary`: gaji `salary.gross` dan TPP; `allowance-only`: TPP yang dibayar) paling sedikit sekian.',
      ),
    ),
    who: optional(whoSchema),
    mode,
  }),
  'Hanya bagi yang menyatakan bersedia: fakta `zakat`.',
);

export const otherDeductionsSchema = about(
  record(
    'Potongan lain',
    'text',
    section('Potongan', {
      name: text('Nama'),
      amount: optional(decimal('Rupiah', { min: '0' })),
      percent: optional(percent('Persen dari yang dibayar')),
      of: optional(
        about(
          choice('Persen dari', ['paid', 'remaining']),
          '`paid` (bawaan): TPP yang dibayar; `remaining`: sesudah potongan sebelumnya.',
        ),
      ),
      who: optional(about(whoSchema, 'Tanpa ini, hanya lewat fakta `otherDeductions`.')),
    }),
  ),
  'Iuran wajib dan potongan tetap; rupiah pada fakta mengalahkan rupiah di sini.',
);

export const deductionOrderSchema = about(
  list('Urutan potongan', choice('Potongan', ['tax', 'insurance', 'zakat', 'other']), 1),
  'Bawaan: tax, insurance, zakat, other.',
);
