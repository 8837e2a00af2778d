/** The workbook of pay facts as a format: sheets, column titles, the words for every kind. */
import type { PayRecordKind } from '@ekinerja/contracts/pay-records';

export const FACT_SHEET_TITLES = { records: 'Catatan', salaries: 'Gaji', accounts: 'Rekening' } as const;
export type FactSheetKey = keyof typeof FACT_SHEET_TITLES;

export const FACT_COLUMNS = {
  records: {
    nip: 'NIP', unitCode: 'Kode Unit', kind: 'Jenis', from: 'Dari', to: 'Sampai', code: 'Kode', amount: 'Rupiah', value: 'Nilai', checkIn: 'Jam Masuk', checkOut: 'Jam Pulang',
    breakMinutes: 'Istirahat (menit)', child: 'Anak ke-', cause: 'Sebab', class: 'Kelas', documentNumber: 'Nomor Surat', documentDate: 'Tanggal Surat', reason: 'Alasan',
  },
  salaries: {
    nip: 'NIP', month: 'Bulan', gross: 'Bruto', basic: 'Gaji Pokok', ptkp: 'Status PTKP', taxWithheld: 'PPh Dipotong', insuranceBase: 'Dasar Jaminan Kesehatan',
    insuranceEmployee: 'Iuran Pegawai', insuranceEmployer: 'Iuran Pemberi Kerja', pension: 'Iuran Pensiun',
  },
  accounts: { nip: 'NIP', bank: 'Bank', number: 'Nomor Rekening', holder: 'Atas Nama', from: 'Berlaku Sejak', reason: 'Alasan' },
} as const;

export const FACT_REQUIRED: Record<FactSheetKey, readonly string[]> = {
  records: ['kind', 'from', 'reason'],
  salaries: ['nip', 'month', 'gross', 'ptkp', 'taxWithheld'],
  accounts: ['nip', 'bank', 'number', 'holder', 'from'],
};

export const RECORD_KIND_WORDS: Record<PayRecordKind, string> = {
  leave: 'Cuti',
  sick: 'Sakit',
  travel: 'Dinas Luar',
  training: 'Diklat',
  'device-failure': 'Gangguan Alat',
  'manual-presence': 'Presensi Manual',
  permission: 'Izin Terlambat atau Pulang Cepat',
  shift: 'Giliran Kerja',
  'missed-event': 'Tidak Ikut Kegiatan',
  punishment: 'Hukuman Disiplin',
  compliance: 'Kepatuhan',
  hold: 'Tahan Pembayaran',
  group: 'Kelompok',
  addition: 'Tambahan',
  profession: 'Tunjangan Profesi',
  zakat: 'Zakat',
  deduction: 'Potongan Lain',
  'unit-score': 'Nilai Unit',
  measured: 'Nilai Ditetapkan',
  points: 'Poin',
  'report-submitted': 'Laporan Disampaikan',
};
