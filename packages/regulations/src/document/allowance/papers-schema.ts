/** The papers that go to the treasurer: columns, account codes, signatures, the responsibility letter. */
import { about, choice, list, optional, record, section, text, type Infer } from '../schema.js';

export const PAPER_COLUMNS = [
  'name', 'rank', 'post', 'class', 'account', 'percent-discipline', 'percent-performance', 'percent-total', 'bands', 'gross', 'criteria', 'discipline', 'performance', 'leave', 'punishment', 'compliance', 'held', 'other-cuts',
  'realised', 'tax-allowance', 'insurance-allowance', 'previous-cuts', 'adjustments', 'payable', 'tax', 'insurance', 'insurance-employer', 'zakat', 'other', 'net', 'bank', 'sign',
] as const;
export type PaperColumn = (typeof PAPER_COLUMNS)[number];

export const papersSchema = about(
  section('Kertas pembayaran', {
    columns: optional(
      about(
        list('Kolom daftar pembayaran', choice('Kolom', PAPER_COLUMNS), 3),
        'Urutan kolom pada daftar pembayaran; `criteria` menjadi satu kolom tiap kriteria, `account` nomor rekening pegawai, `bands` satu kolom tiap rentang terlambat dan pulang cepat serta hari tidak masuk, `percent-…` persen yang dibayar. `previous-cuts` memisahkan potongan atas bulan lalu dari `adjustments`.',
      ),
    ),
    accounts: optional(
      about(
        record('Kode rekening belanja', 'text', text('Kode rekening')),
        'Menurut kode kriteria; `insurance` bagi iuran pemberi kerja, `tax` bagi tunjangan pajak. Tambahkan `:pppk` bagi PPPK, misalnya `BK:pppk`.',
      ),
    ),
    signatures: optional(
      about(
        list(
          'Tanda tangan',
          section('Tanda tangan', {
            lead: about(text('Kalimat di atasnya'), 'Misalnya `Mengetahui,`.'),
            who: choice('Siapa', ['head', 'treasurer', 'maker']),
            title: optional(about(text('Jabatan'), 'Menggantikan nama jabatan, misalnya `Pengguna Anggaran`.')),
          }),
          1,
        ),
        'Dari kiri ke kanan; `maker` pembuat daftar (admin SKPD).',
      ),
    ),
    statement: optional(
      about(list('Isi SPTJM', text('Kalimat'), 1), 'Butir surat pernyataan tanggung jawab mutlak, berurutan.'),
    ),
  }),
  'Tata letak kertas bagi bendahara; tanpa bagian ini dipakai bentuk bawaan.',
);
export type PapersRules = Infer<typeof papersSchema>;
