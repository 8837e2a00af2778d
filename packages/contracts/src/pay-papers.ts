/** The papers of a closed SKPD-month that go to the treasurer, and the set of fields that payroll systems take over. */
import type { IsoDate, IsoMonth, Rupiah } from './basics.js';

export const PAY_PAPERS = ['payment-list', 'bank-list', 'tax-list', 'insurance-list', 'percentage-recap', 'rank-recap', 'statement'] as const;
export type PayPaper = (typeof PAY_PAPERS)[number];
export const PAPER_FORMATS = ['pdf', 'xlsx'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];

/** One row of the payroll bridge, by the field names that regional payroll systems use. */
export interface PayrollRow {
  NIP: string;
  NAMA: string;
  /** Performance month, `MMYYYY`. */
  PERIODE_TPP: string;
  TGL_BAYAR: IsoDate | null;
  KD_SKPD: string;
  KD_SATKER: string;
  JML_TPP: Rupiah;
  BEBAN_KERJA: Rupiah;
  PRESTASI_KERJA: Rupiah;
  KONDISI_KERJA: Rupiah;
  TEMPAT_BERTUGAS: Rupiah;
  KELANGKAAN: Rupiah;
  PERTIMBANGAN_LAIN: Rupiah;
  TJ_PPH: Rupiah;
  TJ_BPJS: Rupiah;
  KOTOR: Rupiah;
  POT_PPH: Rupiah;
  POT_BPJS: Rupiah;
  POT_IWP1: Rupiah;
  POT_LAIN: Rupiah;
  JLH_POT: Rupiah;
  BERSIH: Rupiah;
  ADDUSER: string;
  STATUS: 'FINAL';
}
export interface PayrollExport {
  month: IsoMonth;
  paymentMonth: IsoMonth;
  skpdName: string;
  rows: PayrollRow[];
  totals: { employees: number; gross: Rupiah; deductions: Rupiah; net: Rupiah };
}
