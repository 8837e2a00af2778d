import type { EmployeeKind, IsoInstant, IsoMonth, Rupiah, Uuid } from './basics.js';
import type { PayRunPerson, PayslipView } from './pay-runs.js';
import type { AmountRow } from './regulations.js';

export const SIMULATION_LIMITS = { name: { min: 3, max: 120 }, drafts: 4, amounts: 500, postClasses: 200, units: 200, people: 2000 } as const;

export const SIMULATION_STATUSES = ['queued', 'running', 'done', 'failed'] as const;
export type SimulationStatus = (typeof SIMULATION_STATUSES)[number];

/** What is supposed to be otherwise, and for whom; empty lists change nothing and leave nobody out. */
export interface SimulationQuestion {
  /** Documents that are drafts, as if they had been in force. */
  drafts: Uuid[];
  /** Other amounts for these classes. */
  amounts: AmountRow[];
  postClasses: { postId: Uuid; class: string }[];
  skpdIds: Uuid[];
  employeeKinds: EmployeeKind[];
  employmentIds: Uuid[];
}

export interface StartSimulationRequest extends SimulationQuestion {
  name: string;
  /** Null: the last month in which something was closed. */
  month: IsoMonth | null;
}

export interface SimulationTotals {
  people: number;
  gaining: number;
  losing: number;
  same: number;
  /** Something is missing on one of the sides; not in the sums. */
  uncalculated: number;
  before: Rupiah;
  after: Rupiah;
  difference: Rupiah;
}

export interface SimulationUnit extends SimulationTotals {
  skpdId: Uuid;
  skpdName: string;
}

export interface SimulationPerson {
  employmentId: Uuid;
  skpdId: Uuid;
  skpdName: string;
  name: string;
  nip: string | null;
  postName: string;
  class: string | null;
  /** What is received; null when it cannot be calculated. */
  before: Rupiah | null;
  after: Rupiah | null;
  difference: Rupiah | null;
  /** What is missing, as of a pay run. */
  missing: string[];
}

export interface SimulationItem {
  id: Uuid;
  name: string;
  month: IsoMonth;
  status: SimulationStatus;
  percent: number;
  /** Why it could not be done, in words; null otherwise. */
  failure: string | null;
  createdBy: string;
  createdAt: IsoInstant;
  finishedAt: IsoInstant | null;
  totals: SimulationTotals | null;
}

export interface Simulation extends SimulationItem {
  question: SimulationQuestion;
  documents: { id: string; title: string }[];
  /** By name of the unit. */
  units: SimulationUnit[];
  /** The twenty biggest changes each way. */
  up: SimulationPerson[];
  down: SimulationPerson[];
}

/** One side of a person's comparison, worked out anew with its lines. */
export interface SimulationSide {
  totals: PayslipView['totals'] | null;
  lines: PayslipView['lines'];
  exclusion: PayRunPerson['exclusion'];
  missing: string[];
}

export interface SimulationPersonDetail extends SimulationPerson {
  sides: { before: SimulationSide; after: SimulationSide };
  /** Facts of the month have moved since the simulation was made: the lines show today's, the sums those of then. */
  factsChanged: boolean;
}
