/** The facts of one slip. Everything a policy may ask beyond the basic facts is optional: left out means "none". */
import type {
  DecimalString,
  EmployeeKind,
  IsoDate,
  IsoMonth,
  PostKind,
  Predicate,
  Rupiah,
  UnitKind,
} from '@ekinerja/contracts/basics';
import type { DayJudgement } from '../attendance.js';
import type { Shift } from '../roster.js';

export interface EvaluationFact {
  predicate: Predicate;
  score: DecimalString | null;
  /** A month of the period that was evaluated. */
  month: IsoMonth;
}
export interface ActivityFacts {
  acceptedCount: number;
  acceptedMinutes: number;
  daysWithEntry: number;
}
/** One leave as decided, also beyond the month: the law clips it. */
export interface LeaveFact {
  type: string;
  from: IsoDate;
  to: IsoDate;
  /** Order of the child, maternity leave. */
  child?: number;
  cause?: string;
  document?: boolean;
}
export interface PunishmentFact {
  /** Key of `punishments.levels`. */
  level: string;
  /** Day from which the decision holds. */
  from: IsoDate;
  /** Last day, where the level names no months. */
  to?: IsoDate;
}
export interface ComplianceFact {
  /** Key of `compliance`. */
  code: string;
  /** Days on which the duty is unmet; left out: the month. */
  from?: IsoDate;
  to?: IsoDate;
  /** How often, where the policy counts per time. */
  times?: number;
}
export interface AdditionFact {
  /** Key of `additions`. */
  code: string;
  /** The post held besides, or the class that the award names. */
  class?: string;
  postKind?: PostKind;
  postCode?: string;
  unitKind?: UnitKind;
  unitCode?: string;
  from?: IsoDate;
  to?: IsoDate;
  amount?: Rupiah;
  /** How often, where the policy pays per time. */
  times?: number;
}
/** Part of the month under another post, class, unit or employee kind; what is left out is as in the facts. */
export interface SegmentFact {
  from: IsoDate;
  to: IsoDate;
  class?: string;
  employeeKind?: EmployeeKind;
  postKind?: PostKind;
  postCode?: string;
  unitKind?: UnitKind;
  unitCode?: string;
  rank?: string;
  groups?: readonly string[];
  evaluation?: EvaluationFact | null;
  qualityScore?: DecimalString | null;
  activities?: ActivityFacts;
}
/** The payment month's salary, as imported: tax and insurance need it, and are left out without it. */
export interface SalaryFacts {
  /** All income of the payment month beside this slip. */
  gross: Rupiah;
  /** Of it, what other slips of the month have paid, and the tax on that: a tax on the allowance alone asks for them. */
  allowance?: Rupiah;
  allowanceTax?: Rupiah;
  basic?: Rupiah;
  /** Family status for tax, `K/1`. */
  ptkp: string;
  taxWithheld: Rupiah;
  /** Part of the insurance base that the salary gives; left out: `gross`. */
  insuranceBase?: Rupiah;
  /** Employee share already taken from salary; left out: computed from `insuranceBase`. */
  insuranceEmployee?: Rupiah;
  insuranceEmployer?: Rupiah;
  /** Pension contribution of the month. */
  pension?: Rupiah;
}
/** The earlier months of the tax year, for the last tax period; where the allowance alone is taxed, its slips alone. */
export interface TaxYearFacts {
  months: number;
  gross: Rupiah;
  pension: Rupiah;
  withheld: Rupiah;
}

export interface AllowanceFacts {
  /** Performance month. */
  month: IsoMonth;
  employeeKind: EmployeeKind;
  /** Class as text, `9` or `11.A`. */
  class: string;
  postKind: PostKind;
  unitKind: UnitKind;
  /** Days of the month that the person belongs to this slip. */
  from: IsoDate;
  to: IsoDate;
  /** Null: no presence row at all; must be waived before closing. */
  presence: readonly DayJudgement[] | null;
  presenceWaived: boolean;
  evaluation: EvaluationFact | null;
  evaluationWaived: boolean;
  /** Monthly quality score, where the law has one (BK 5). */
  qualityScore: DecimalString | null;
  activities: ActivityFacts;
  /** Corrections of closed months; `due` names the whole of one that is taken in part. */
  adjustments: readonly { id: string; amount: Rupiah; month: IsoMonth; cause: string; due?: Rupiah }[];

  /** Shifts of the person, in place of the unit's week. */
  roster?: readonly Shift[];
  postCode?: string;
  unitCode?: string;
  /** `III/b`, or the grade of a PPPK, `IX`. */
  rank?: string;
  groups?: readonly string[];
  /** Earlier evaluations, for a predicate that pays later. */
  evaluations?: readonly EvaluationFact[];
  unitScore?: DecimalString | null;
  staffAverage?: DecimalString | null;
  /** Points by item, Σ at most what the policy says. */
  points?: Readonly<Record<string, DecimalString>>;
  /** Values fixed outside, by the name that the policy asks for. */
  measured?: Readonly<Record<string, DecimalString>>;
  /** Day on which the month's report was handed in. */
  submittedOn?: IsoDate | null;
  /** Events missed: apel, upacara, senam. */
  events?: readonly { date: IsoDate; event: string }[];
  leaves?: readonly LeaveFact[];
  punishments?: readonly PunishmentFact[];
  compliance?: readonly ComplianceFact[];
  additions?: readonly AdditionFact[];
  segments?: readonly SegmentFact[];
  /** Professional allowances of the month, by key of `profession`. */
  profession?: readonly { code: string; amount: Rupiah }[];
  /** Payment is held for this reason. */
  hold?: string | null;
  /** Amounts held in earlier months and paid now. */
  released?: readonly { id: string; month: IsoMonth; amount: Rupiah; cause: string }[];
  /** Paid for this month already, by key of `runs`. */
  advances?: readonly { run: string; amount: Rupiah }[];
  /** Left out: by the policy. */
  paymentMonth?: IsoMonth;
  /** Key of `runs`: supplementary, THR, 13th. */
  run?: string | null;
  salary?: SalaryFacts | null;
  taxYear?: TaxYearFacts | null;
  zakat?: { optIn: boolean; percent?: DecimalString } | null;
  otherDeductions?: readonly { code: string; amount?: Rupiah }[];
}
