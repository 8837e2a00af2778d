import type { Citation, DecimalString, EmployeeKind, IsoDate, IsoInstant, IsoMonth, LawReference, Page, Predicate, Rupiah, Uuid } from './basics.js';
import type { PresenceDayView } from './attendance.js';

/** `supplementary`: who was left out of the regular run; `back-pay`: corrections and released holds alone; `special`: THR, 13th month, by the policy's `runs`. */
export const RUN_KINDS = ['regular', 'supplementary', 'back-pay', 'special'] as const;
export type RunKind = (typeof RUN_KINDS)[number];
/** `signed`: by the head of the SKPD, before the close; `verified`: checked by the agency. */
export const RUN_UNIT_STATUSES = ['draft', 'checked', 'signed', 'verified', 'closed', 'void'] as const;
export type RunUnitStatus = (typeof RUN_UNIT_STATUSES)[number];
export const RUN_STEPS = ['check', 'sign', 'verify', 'reopen', 'return', 'close'] as const;
export type RunStep = (typeof RUN_STEPS)[number];
/** Which steps the close waits for, by the allowance document's `approval`. */
export interface RunWay {
  headSignature: boolean;
  agencyCheck: boolean;
}
/** Who took a step of the list, and when. */
export interface RunStepMark {
  by: string;
  at: IsoInstant;
}
export const PAY_RUN_LIMITS = { reason: { min: 10, max: 1000 } } as const;

export interface OpenPayRunRequest {
  month: IsoMonth;
  /** Left out: regular. */
  kind?: RunKind;
  /** Key of the policy's special payment. */
  code?: string;
}

/** A special payment that the policy of a month rules: THR, 13th month. */
export interface SpecialPayment {
  code: string;
  name: string;
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
  /** The day from which the month may be closed. */
  closableFrom: IsoDate;
  paymentMonth: IsoMonth;
  kind: RunKind;
  /** Key and name of the policy's special payment; null for the other kinds. */
  special: SpecialPayment | null;
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
  /** The head of the SKPD, or who acted for them that day; `paper`: signed on paper, whose scan is kept. */
  headSigned: (RunStepMark & { post: string; method: 'account' | 'paper' }) | null;
  agencyChecked: RunStepMark | null;
  /** The step that the close still waits for once the list is checked; null: none. */
  waitsFor: keyof RunWay | null;
  /** Sent back by the head or the agency, with the reason; gone once checked again. */
  returned: (RunStepMark & { reason: string }) | null;
  closedBy: string | null;
  closedAt: IsoInstant | null;
  recapSignedAt: IsoDate | null;
  handedOverAt: IsoDate | null;
}

/** The month whose run waits to be opened: the one after the last, once it is over by the law; null when none waits. */
export interface NextPayRun {
  month: IsoMonth | null;
}

export interface PayRunView extends PayRunItem {
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
  kind: RunKind;
  special: PayRunItem['special'];
  sequence: number;
  /** What the close waits for by the law of that month, and the steps open now, whoever takes them. */
  way: RunWay;
  steps: RunStep[];
  /** Somebody has asked to take this closed month back; another one must agree. */
  voidAsked: { reason: string; by: string; byAccountId: Uuid; at: IsoInstant } | null;
  /** Ceiling of the SKPD in the budget year of the payment month; null: none is set. */
  budget: BudgetState | null;
  people: PayRunPerson[];
  /** Entries still open: shown, never blocking. */
  openEntries: number;
  /** Objections still open of people on the list: shown, never blocking; a changed result is settled later. */
  openObjections: OpenObjection[];
}

export interface OpenObjection {
  employmentId: Uuid;
  name: string;
  /** Month of the evaluation objected to. */
  month: IsoMonth;
  filedAt: IsoInstant;
  decideDueAt: IsoInstant | null;
}

export const WAIVER_KINDS = [...BLOCKER_KINDS, 'deferred'] as const;
/** `deferred`: left to a supplementary run. */
export type WaiverKind = (typeof WAIVER_KINDS)[number];
export interface WaiveRequest {
  employmentId: Uuid;
  kind: WaiverKind;
  reason: string;
}
export interface VoidRequest {
  reason: string;
}
export interface ReturnRequest {
  reason: string;
}
export interface BudgetState {
  year: number;
  ceiling: Rupiah;
  /** Closed in that budget year by other runs, without what is void. */
  spent: Rupiah;
  /** What this list adds: gross less cuts, adjustments, and the employer's insurance. */
  run: Rupiah;
  /** Below zero: the list exceeds the ceiling. A warning, never a refusal. */
  left: Rupiah;
}
export interface BudgetCeiling {
  skpdId: Uuid;
  skpdName: string;
  year: number;
  amount: Rupiah | null;
  document: string | null;
  spent: Rupiah;
  version: number;
}
export interface BudgetCeilingInput {
  amount: Rupiah;
  document: string;
}
/** Who takes care of an open correction: the next run, a run of arrears (another budget year, or somebody who has left), or nobody: a claim. */
export const CORRECTION_WAYS = ['next-run', 'back-pay', 'claim'] as const;
export type CorrectionWay = (typeof CORRECTION_WAYS)[number];
/** A correction of a closed month that no slip has paid or recovered yet. */
export interface Correction {
  id: Uuid;
  employmentId: Uuid;
  name: string;
  nip: string | null;
  skpdName: string;
  month: IsoMonth;
  /** Negative: to be recovered. */
  amount: Rupiah;
  cause: string;
  /** What a slip has left of a larger one. */
  rest: boolean;
  way: CorrectionWay;
}
export type CorrectionsPage = Page<Correction>;
/** What was paid too much and no later run recovers: of somebody who has left, or out of an earlier year's budget. */
export interface PayClaim {
  id: Uuid;
  employmentId: Uuid;
  name: string;
  nip: string | null;
  skpdName: string;
  month: IsoMonth;
  amount: Rupiah;
  cause: string;
  /** Null: still in service. */
  leftOn: IsoDate | null;
  settledOn: IsoDate | null;
  receipt: string | null;
}
export interface SettleClaimRequest {
  receipt: string;
  date: IsoDate;
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
  kind: RunKind;
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
  /** Against the month before, the greatest difference first; null without a slip of that month. */
  comparison: { month: IsoMonth; difference: Rupiah; lines: { title: string; section: SlipLineView['section']; before: Rupiah; after: Rupiah }[] } | null;
  /** What is still missing, for an estimate. */
  missing: BlockerKind[];
}

export interface PayslipItem {
  id: Uuid;
  month: IsoMonth;
  paymentMonth: IsoMonth;
  kind: RunKind;
  /** Name of the policy's special payment. */
  special: string | null;
  sequence: number;
  skpdName: string;
  class: string;
  totals: Omit<PayTotals, 'employees'>;
}
