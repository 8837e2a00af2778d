/** Dated facts that the allowance rests on, each with its paper: leave, travel, punishments, holds, shifts … */
import type { ClockTime, DecimalString, IsoDate, IsoInstant, IsoMonth, Page, Rupiah, Uuid } from './basics.js';

export const PAY_RECORD_KINDS = [
  'leave', 'sick', 'travel', 'training', 'device-failure', 'manual-presence', 'permission', 'shift', 'missed-event',
  'punishment', 'compliance', 'hold', 'group', 'addition', 'profession', 'zakat', 'deduction',
  'unit-score', 'measured', 'points', 'report-submitted',
] as const;
export type PayRecordKind = (typeof PAY_RECORD_KINDS)[number];

export const PAY_RECORD_STATUSES = ['waiting', 'in-force', 'refused', 'revoked'] as const;
export type PayRecordStatus = (typeof PAY_RECORD_STATUSES)[number];

/** What a record may say beside whom and when. */
export const PAY_RECORD_FIELDS = ['code', 'amount', 'value', 'checkIn', 'checkOut', 'breakMinutes', 'child', 'cause', 'class'] as const;
export type PayRecordField = (typeof PAY_RECORD_FIELDS)[number];

export interface PayRecordShape {
  /** Whom it is about. */
  target: 'person' | 'unit' | 'either';
  /** `day`: one day; `days`: first and last day; `open`: the last day may be left out. */
  span: 'day' | 'days' | 'open';
  required: readonly PayRecordField[];
  optional: readonly PayRecordField[];
  /** Holds only when a second person has agreed. */
  approval: boolean;
  /** A paper with a number is asked for. */
  document: boolean;
  /** A unit admin records it for the own SKPD; the others are the agency's. */
  byUnit: boolean;
}

/** One line a kind: the form, the import sheet and the check are made from it. */
export const PAY_RECORD_SHAPES: Record<PayRecordKind, PayRecordShape> = {
  leave: { target: 'person', span: 'days', required: ['code'], optional: ['child', 'cause'], approval: false, document: true, byUnit: true },
  sick: { target: 'person', span: 'days', required: [], optional: ['cause'], approval: false, document: false, byUnit: true },
  travel: { target: 'person', span: 'days', required: [], optional: [], approval: false, document: true, byUnit: true },
  training: { target: 'person', span: 'days', required: [], optional: [], approval: false, document: true, byUnit: true },
  'device-failure': { target: 'either', span: 'days', required: [], optional: [], approval: true, document: true, byUnit: true },
  'manual-presence': { target: 'person', span: 'day', required: ['checkIn', 'checkOut'], optional: [], approval: true, document: false, byUnit: true },
  permission: { target: 'person', span: 'day', required: [], optional: [], approval: false, document: false, byUnit: true },
  shift: { target: 'person', span: 'day', required: ['checkIn', 'checkOut'], optional: ['breakMinutes'], approval: false, document: false, byUnit: true },
  'missed-event': { target: 'person', span: 'day', required: ['code'], optional: ['value'], approval: false, document: false, byUnit: true },
  punishment: { target: 'person', span: 'open', required: ['code'], optional: [], approval: false, document: true, byUnit: false },
  compliance: { target: 'either', span: 'open', required: ['code'], optional: ['value'], approval: false, document: false, byUnit: false },
  hold: { target: 'person', span: 'open', required: [], optional: [], approval: false, document: false, byUnit: false },
  group: { target: 'person', span: 'open', required: ['code'], optional: [], approval: false, document: true, byUnit: false },
  addition: { target: 'person', span: 'open', required: ['code'], optional: ['class', 'amount', 'value'], approval: false, document: true, byUnit: false },
  profession: { target: 'person', span: 'open', required: ['code', 'amount'], optional: [], approval: false, document: false, byUnit: false },
  zakat: { target: 'person', span: 'open', required: [], optional: ['value'], approval: false, document: true, byUnit: true },
  deduction: { target: 'person', span: 'open', required: ['code'], optional: ['amount'], approval: false, document: false, byUnit: false },
  'unit-score': { target: 'unit', span: 'days', required: ['value'], optional: [], approval: false, document: true, byUnit: false },
  measured: { target: 'either', span: 'days', required: ['code', 'value'], optional: [], approval: false, document: false, byUnit: false },
  points: { target: 'person', span: 'days', required: ['code', 'value'], optional: [], approval: false, document: false, byUnit: false },
  'report-submitted': { target: 'person', span: 'day', required: [], optional: [], approval: false, document: false, byUnit: true },
};

export const PAY_RECORD_LIMITS = {
  text: 200,
  reason: { min: 5, max: 1000 },
  fileBytes: 10 * 1024 * 1024,
  importBytes: 20 * 1024 * 1024,
  rows: 200_000,
  problemsShown: 500,
} as const;

export interface PayRecordInput {
  kind: PayRecordKind;
  employmentId: Uuid | null;
  /** The SKPD, or a unit of it, for which it holds in one act. */
  unitId: Uuid | null;
  from: IsoDate;
  to: IsoDate | null;
  code: string | null;
  amount: Rupiah | null;
  value: DecimalString | null;
  checkIn: ClockTime | null;
  checkOut: ClockTime | null;
  breakMinutes: number | null;
  child: number | null;
  cause: string | null;
  class: string | null;
  documentNumber: string | null;
  documentDate: IsoDate | null;
  reason: string;
}

export interface PayRecord extends PayRecordInput {
  id: Uuid;
  name: string;
  nip: string | null;
  skpdName: string;
  status: PayRecordStatus;
  version: number;
  documentFileId: Uuid | null;
  recordedBy: string;
  recordedAt: IsoInstant;
  decidedBy: string | null;
  decidedAt: IsoInstant | null;
  decisionReason: string | null;
  imported: boolean;
}
export type PayRecordsPage = Page<PayRecord>;

export interface PayRecordDecision {
  decision: 'agree' | 'refuse';
  reason: string | null;
}
export interface PayRecordEnd {
  /** Last day on which it holds; null: it never held (revoked). */
  to: IsoDate | null;
  reason: string;
}

/** Codes that the law of today knows, by kind of record, with their names. */
export interface PayRecordCodes {
  codes: Partial<Record<PayRecordKind, { code: string; name: string }[]>>;
}

/** One month's salary of a person, as the salary list has it: tax and insurance of the allowance rest on it. */
export interface SalaryFact {
  gross: Rupiah;
  basic: Rupiah | null;
  /** Family status for tax, `K/1`. */
  ptkp: string;
  taxWithheld: Rupiah;
  insuranceBase: Rupiah | null;
  insuranceEmployee: Rupiah | null;
  insuranceEmployer: Rupiah | null;
  pension: Rupiah | null;
}
export interface SalaryRow extends SalaryFact {
  employmentId: Uuid;
  month: IsoMonth;
  name: string;
  nip: string | null;
  skpdName: string;
  version: number;
}
export type SalaryPage = Page<SalaryRow>;
export interface SalaryMonth {
  month: IsoMonth;
  people: number;
  withSalary: number;
  gross: Rupiah;
}

export const FACT_SHEETS = ['records', 'salaries', 'accounts'] as const;
export type FactSheet = (typeof FACT_SHEETS)[number];

export interface FactProblem {
  sheet: string;
  row: number;
  column: string;
  value: string;
  reason: string;
  params: Record<string, string | number>;
}
export interface FactImport {
  id: Uuid;
  fileName: string;
  status: 'invalid' | 'previewed' | 'applied';
  uploadedAt: IsoInstant;
  uploadedBy: string;
  appliedAt: IsoInstant | null;
  /** What applying does, by sheet. */
  sheets: { sheet: string; rows: number; fresh: number; changed: number; unchanged: number }[];
  problems: FactProblem[];
  problemCount: number;
}

export interface BankAccount {
  id: Uuid;
  employmentId: Uuid;
  name: string;
  nip: string | null;
  skpdName: string;
  bank: string;
  number: string;
  holder: string;
  from: IsoDate;
  status: 'waiting' | 'in-force' | 'refused' | 'replaced';
  version: number;
  proposedBy: string;
  proposedAt: IsoInstant;
  decidedBy: string | null;
  decidedAt: IsoInstant | null;
  reason: string;
}
export type BankAccountsPage = Page<BankAccount>;
export interface BankAccountInput {
  employmentId: Uuid;
  bank: string;
  number: string;
  holder: string;
  from: IsoDate;
  reason: string;
}
