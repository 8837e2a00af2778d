import type { Citation, DecimalString, DerivationStep, IsoDate, IsoInstant, IsoMonth, Uuid } from './basics.js';
import type { IndicatorAspect, ResultTask, TargetDirection } from './skp.js';

/** How often realisation is measured (BN 10(2)). */
export const MEASUREMENT_RHYTHMS = ['monthly', 'quarterly', 'semesterly', 'yearly'] as const;
export type MeasurementRhythm = (typeof MEASUREMENT_RHYTHMS)[number];
/** `none`: nothing is stored yet, the lines are the system's proposal. */
export const MEASUREMENT_STATUSES = ['none', 'draft', 'stated', 'confirmed'] as const;
export type MeasurementStatus = (typeof MEASUREMENT_STATUSES)[number];
export const MEASUREMENT_LIMITS = { realised: 120, source: 500, note: 1000, lines: 240, title: 500, letter: 120 } as const;

/** For whom something new was of use, as a letter says (Perka BKN 1/2013). */
export const CREATIVITY_LEVELS = ['unit', 'organisation', 'state'] as const;
export type CreativityLevel = (typeof CREATIVITY_LEVELS)[number];
export interface Creativity {
  level: CreativityLevel;
  /** What was new and of use. */
  title: string;
  letterNumber: string;
  letterDate: IsoDate;
}

/** One indicator: its target, what the accepted entries come to, what the employee states, what the evaluator confirms. */
export interface MeasurementLine {
  resultId: Uuid;
  resultTitle: string;
  task: ResultTask;
  /** Position among the indicators of its result. */
  indicator: number;
  aspect: IndicatorAspect;
  name: string;
  target: string;
  targetTo: string;
  unit: string;
  direction: TargetDirection;
  /** From the SKP's first day to the end of the period, accepted entries only. */
  gathered: { entries: number; evidence: number; minutes: number; proposal: DecimalString | null };
  realised: string | null;
  source: string;
  confirmed: string | null;
  note: string;
  /** Percent of the target, by what was confirmed, else by what was stated; may exceed 100 (BN 10(3)). */
  attainment: DecimalString | null;
}

export interface Measurement {
  id: Uuid | null;
  employmentId: Uuid;
  personName: string;
  skpId: Uuid;
  rhythm: MeasurementRhythm;
  /** Last month of the period. */
  month: IsoMonth;
  from: IsoDate;
  to: IsoDate;
  rhythms: MeasurementRhythm[];
  rhythmCite: Citation;
  status: MeasurementStatus;
  lines: MeasurementLine[];
  statedAt: IsoInstant | null;
  confirmedAt: IsoInstant | null;
  confirmedBy: string | null;
  /** The SKP's score by the law's formula, once confirmed; null where the law knows none. */
  score: DecimalString | null;
  derivation: DerivationStep[];
  creativity: Creativity | null;
  /** What the law's formula adds for it, by level; empty where it adds nothing for this period. */
  creativityScores: { level: CreativityLevel; score: DecimalString }[];
  creativityCite: Citation | null;
  /** Notes and recommendations of the evaluation before (TL 23(3), 25(3)). */
  previous: PreviousAdvice | null;
  /** First day on which it can be handed in: results are of the whole period. */
  opensOn: IsoDate;
  actions: string[];
  version: number;
}

/** What the evaluator wrote for this period in the one before. */
export interface PreviousAdvice {
  kind: 'periodic' | 'annual';
  month: IsoMonth;
  note: string | null;
  recommendation: string | null;
  evaluatorName: string;
}

export interface StateMeasurementRequest {
  rhythm: MeasurementRhythm;
  month: IsoMonth;
  lines: { resultId: Uuid; indicator: number; realised: string; source: string }[];
  /** True: hand in to the evaluator; false: keep as draft. */
  submit: boolean;
}
export interface ConfirmMeasurementRequest {
  lines: { resultId: Uuid; indicator: number; confirmed: string; note: string }[];
  creativity?: Creativity | null;
}
