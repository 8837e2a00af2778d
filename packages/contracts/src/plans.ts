/** What follows the annual plan: its breakdown into months, weeks and days, the twelve-month timeline, the action plan. */
import type { Citation, DecimalString, IsoDate, IsoInstant, IsoMonth, Uuid } from './basics.js';
import type { PersonSnapshot, SkpStatus } from './skp.js';

export const PLAN_LEVELS = ['month', 'week', 'day'] as const;
export type PlanLevel = (typeof PLAN_LEVELS)[number];
export const SPLIT_METHODS = ['even', 'working-days'] as const;
/** How a target is divided by the machine; by hand is always open. */
export type SplitMethod = (typeof SPLIT_METHODS)[number];
export const WORK_PLAN_STATUSES = ['draft', 'submitted', 'returned', 'verified'] as const;
export type WorkPlanStatus = (typeof WORK_PLAN_STATUSES)[number];
/** Type of activity in the timeline (TL 15(a)). */
export const STEP_KINDS = ['routine', 'periodic', 'project', 'incidental'] as const;
export type StepKind = (typeof STEP_KINDS)[number];
/** Assignment pattern in the timeline (TL 15(a)). */
export const STEP_PATTERNS = ['individual', 'team', 'cross-unit', 'cross-agency'] as const;
export type StepPattern = (typeof STEP_PATTERNS)[number];

export const PLAN_LIMITS = { step: 300, output: 200, steps: 120, targets: 12000, days: 366, reason: 2000 } as const;

/** Part of an indicator's annual target in one period: `2026-03`, `2026-03-W2` (second week of March), `2026-03-09`. */
export interface PlanTarget {
  resultId: Uuid;
  /** Place of the indicator within its result, from 0. */
  indicator: number;
  level: PlanLevel;
  period: string;
  quantity: DecimalString;
}
/** A step of the action plan: what is done for a result, when, how long, of which type and in which pattern. */
export interface PlanStepInput {
  /** Given by the client; stays the same over edits, so that entries of the day may point to it. */
  id: Uuid;
  resultId: Uuid;
  title: string;
  kind: StepKind | null;
  pattern: StepPattern | null;
  months: IsoMonth[];
  /** Duration in working days. */
  days: number | null;
  output: string;
}
export interface WorkPlanContent {
  targets: PlanTarget[];
  steps: PlanStepInput[];
}
export interface SaveWorkPlanRequest extends WorkPlanContent {}
export interface ReturnWorkPlanRequest {
  reason: string;
}

export interface PlanDemands {
  /** How deep the regulation divides the year's targets; empty: offered, not demanded. */
  levels: PlanLevel[];
  breakdown: Citation | null;
  timeline: Citation | null;
  actions: Citation | null;
  verification: Citation | null;
}
export interface PlanFinding {
  code: string;
  params: Record<string, string | number>;
  cite?: Citation;
  /** A `stop` keeps the plan from being handed in; a `hint` is shown to both. */
  severity: 'stop' | 'hint';
  resultId: Uuid | null;
}
/** A quantity of the annual plan that is divided. */
export interface PlanIndicator {
  indicator: number;
  text: string;
  unit: string;
  /** The year's target as a number. */
  target: DecimalString;
  /** What the months add up to. */
  divided: DecimalString;
  /** Target less the sum of months: zero when it reconciles. */
  difference: DecimalString;
}
/** An annual activity: a result of the SKP in force (BK 3(2)). */
export interface PlanResult {
  id: Uuid;
  title: string;
  task: 'main' | 'additional';
  /** Its quantities; the other indicators are standards that hold every month. */
  indicators: PlanIndicator[];
  /** Accepted output a month, by the entries of the day. */
  done: { month: IsoMonth; unit: string; quantity: DecimalString }[];
}
export interface WorkPlanView {
  skpId: Uuid;
  employmentId: Uuid;
  personName: string;
  year: number;
  periodFrom: IsoDate;
  periodTo: IsoDate;
  skpStatus: SkpStatus;
  version: number;
  /** Null: nothing written yet. */
  status: WorkPlanStatus | null;
  months: IsoMonth[];
  /** Months that are over and written no more, those apart that a late entry has opened again. */
  closedMonths: IsoMonth[];
  closedCite: Citation | null;
  /** Last day on which months opened again stand open; null where none is. */
  reopenedUntil: IsoDate | null;
  demands: PlanDemands;
  results: PlanResult[];
  targets: PlanTarget[];
  steps: PlanStepInput[];
  findings: PlanFinding[];
  /** The SKP has changed since the plan was handed in. */
  outdated: boolean;
  returnReason: string | null;
  submittedAt: IsoInstant | null;
  verifiedAt: IsoInstant | null;
  verifier: PersonSnapshot | null;
  actions: string[];
}

/** One period of a month's targets with what the entries of its days brought. */
export interface PlanPeriod {
  level: PlanLevel;
  period: string;
  from: IsoDate;
  to: IsoDate;
  target: DecimalString;
  done: DecimalString;
  /** Typed by the owner, not divided by working days. */
  byHand: boolean;
}
/** What the plan holds for one result in one month: what entries of the day may refer to. */
export interface PlanMonthLine {
  resultId: Uuid;
  resultTitle: string;
  task: 'main' | 'additional';
  indicator: number | null;
  indicatorText: string;
  unit: string;
  target: DecimalString | null;
  done: DecimalString;
  /** Entries of the month that wait, so that done may still grow. */
  waiting: number;
  periods: PlanPeriod[];
  steps: { id: Uuid; title: string }[];
}
export interface PlanMonth {
  employmentId: Uuid;
  personName: string;
  month: IsoMonth;
  status: WorkPlanStatus | null;
  levels: PlanLevel[];
  cite: Citation | null;
  lines: PlanMonthLine[];
}

/** Somebody whose SKP is determined and who lacks a breakdown, a timeline or an action plan. */
export interface MissingPlanItem {
  skpId: Uuid;
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  unitName: string;
  /** Nothing written, not handed in, or a result of the SKP in force without a step. */
  state: 'none' | 'draft' | 'incomplete';
  /** Which of what the law demands is lacking. */
  lacks: ('breakdown' | 'timeline' | 'actions')[];
}
export interface WaitingPlanItem {
  skpId: Uuid;
  employmentId: Uuid;
  personName: string;
  postName: string | null;
  year: number;
  submittedAt: IsoInstant;
}
