import type { Citation, DecimalString, EmployeeKind, IsoDate, IsoInstant, IsoMonth, LawReference, Predicate, Rupiah, Uuid } from './basics.js';
import type { PresenceDayView } from './attendance.js';

export const RUN_KINDS = ['regular'] as const;
export type RunKind = (typeof RUN_KINDS)[number];
export const RUN_UNIT_STATUSES = ['draft', 'checked', 'closed'] as const;
export type RunUnitStatus = (typeof RUN_UNIT_STATUSES)[number];
export const PAY_RUN_LIMITS = { reason: { min: 10, max: 1000 } } as const;

export interface OpenPayRunRequest {
  month: IsoMonth;
}

export interface PayTotals {
  employees: number;
  gross: Rupiah;
  cuts: Rupiah;
  deductions: Rupiah;
  adjustments: Rupiah;
  net: Rupiah;
}

export interface PayRunItem {
  id: Uuid;
  month: IsoMonth;
  paymentMonth: IsoMonth;
  kind: RunKind;
  sequence: number;
  status: 'open' | 'closed';
  units: number;
  checked: number;
  closed: number;
  totals: PayTotals;
}

export interface PayRunUnitItem {
  skpdId: Uuid;
  skpdName: string;
  status: RunUnitStatus;
  version: number;
  blockers: number;
  totals: PayTotals;
  checkedBy: string | null;
  checkedAt: IsoInstant | null;
  closedBy: string | null;
  closedAt: IsoInstant | null;
  recapSignedAt: IsoDate | null;
  handedOverAt: IsoDate | null;
}

export interface PayRunView extends PayRunItem {
  /** The day from which the month may be closed. */
  closableFrom: IsoDate;
  presenceSynchronisedAt: IsoInstant | null;
  unitList: PayRunUnitItem[];
}

export const BLOCKER_KINDS = ['presence', 'evaluation', 'quality', 'class', 'amount'] as const;
export type BlockerKind = (typeof BLOCKER_KINDS)[number];

export interface PayRunPerson {
  employmentId: Uuid;
  name: string;
  nip: string | null;
  kind: EmployeeKind;
  postName: string | null;
  class: string | null;
  /** False: on the list with the reason why not paid here. */
  included: boolean;
  exclusion: { code: string; params: Record<string, string | number>; cite?: Citation } | null;
  blockers: { kind: BlockerKind; waived: boolean; waiveReason: string | null }[];
  totals: Omit<PayTotals, 'employees'> | null;
  payslipId: Uuid | null;
}

export interface PayRunUnitView extends PayRunUnitItem {
  runId: Uuid;
  month: IsoMonth;
  paymentMonth: IsoMonth;
  closableFrom: IsoDate;
  people: PayRunPerson[];
  /** Entries and objections still open: shown, never blocking. */
  openEntries: number;
}

export interface WaiveRequest {
  employmentId: Uuid;
  kind: BlockerKind;
  reason: string;
}
export interface HandOverRequest {
  step: 'signed' | 'handed-over';
  date: IsoDate;
}

export interface SlipLineView {
  section: 'gross' | 'cut' | 'deduction' | 'adjustment' | 'info';
  code: string;
  title: string;
  explanation: string;
  inputs: Record<string, string | number>;
  amount: Rupiah | null;
  result: string | null;
  cite: Citation | null;
}

export interface PayslipView {
  /** Null while the month is open: then it is an estimate and says so. */
  id: Uuid | null;
  estimate: boolean;
  month: IsoMonth;
  paymentMonth: IsoMonth;
  sequence: number;
  employmentId: Uuid;
  name: string;
  nip: string | null;
  postName: string | null;
  class: string | null;
  skpdName: string;
  /** The evaluation that the slip rests on (TL 31), also where it cuts nothing. */
  performance: { predicate: Predicate | null; score: DecimalString | null; qualityScore: DecimalString | null };
  lines: SlipLineView[];
  totals: Omit<PayTotals, 'employees'>;
  days: PresenceDayView[];
  references: (LawReference & { title: string; example: boolean })[];
  closedAt: IsoInstant | null;
  verifyCode: string | null;
  /** What is still missing, for an estimate. */
  missing: BlockerKind[];
}

export interface PayslipItem {
  id: Uuid;
  month: IsoMonth;
  paymentMonth: IsoMonth;
  sequence: number;
  skpdName: string;
  class: string;
  totals: Omit<PayTotals, 'employees'>;
}
