import type { Citation, IsoDate, IsoInstant, IsoMonth, Predicate, Rupiah, Uuid } from './basics.js';

/** What is reported upward: use of the data (KS 24(3)), results of monitoring (KS 27), the ICT agency's part (KS 28). */
export const OVERSIGHT_KINDS = ['use', 'results', 'infrastructure'] as const;
export type OversightKind = (typeof OVERSIGHT_KINDS)[number];

export const OVERSIGHT_RECEIVERS = ['ekinerja-manager', 'agency-head', 'regent'] as const;
export type OversightReceiver = (typeof OVERSIGHT_RECEIVERS)[number];

export const OVERSIGHT_LIMITS = { notes: 5000, medium: 300, party: 200, purpose: { min: 10, max: 2000 }, official: 150, answer: 2000, letter: 100, people: 200, fileBytes: 10 * 1024 * 1024 } as const;

/** The stages of performance management that run in a unit (TL 5(6)). */
export const STAGES = ['planning', 'execution', 'assessment', 'payment'] as const;
export type Stage = (typeof STAGES)[number];

export interface UnitStages {
  skpdId: Uuid;
  skpdName: string;
  /** Employees with a definitive post on the month's last day. */
  people: number;
  /** With a determined SKP that covers that day. */
  planned: number;
  /** With at least one entry handed in for the month. */
  recorded: number;
  accepted: number;
  waiting: number;
  overdue: number;
  evaluated: number;
  predicates: Partial<Record<Predicate, number>>;
  paid: boolean;
  /** Rupiah of the closed slips; null before the close. */
  net: Rupiah | null;
  running: Stage[];
}

export interface StagesAnswer {
  month: IsoMonth;
  units: UnitStages[];
}

export interface TrendMonth {
  month: IsoMonth;
  entries: number;
  accepted: number;
  refused: number;
  /** Entries that were decided by silence: the time of their evaluator ran out. */
  silent: number;
  /** Days away without a valid reason. */
  absentDays: number;
  evaluated: number;
  predicates: Partial<Record<Predicate, number>>;
  net: Rupiah;
}

/** What somebody may lack: `any` of them. */
export const COMPLIANCE_LACKS = ['any', 'plan', 'entries', 'decisions', 'evaluation'] as const;
export type ComplianceLack = (typeof COMPLIANCE_LACKS)[number];

/** Somebody and what is missing of them in a month. */
export interface ComplianceItem {
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  postName: string;
  skpdName: string;
  planned: boolean;
  entries: number;
  /** Entries of others that wait for this one's decision. */
  toDecide: number;
  overdue: number;
  /** For the latest evaluation period that is over with the month. */
  evaluated: boolean;
}

export interface OversightReport {
  id: Uuid;
  kind: OversightKind;
  /** `2026-Q3`, `2026-10`, `2026-S2`, `2026`. */
  period: string;
  from: IsoMonth;
  to: IsoMonth;
  notes: string;
  figures: OversightFigures;
  drawnAt: IsoInstant;
  drawnBy: string;
  deliveries: { receiver: OversightReceiver; deliveredOn: IsoDate; recordedBy: string }[];
  /** Who receives it next; null when all have. */
  next: OversightReceiver | null;
  routeCite: Citation | null;
  /** Where the results can be read: on the page of this system, or in an official medium (KS 29). */
  published: { on: IsoDate; medium: string | null } | null;
  hasFile: boolean;
  version: number;
}

/** Sums without persons, as they stood when the report was drawn up. */
export interface OversightFigures {
  people: number;
  planned: number;
  recorded: number;
  entries: number;
  accepted: number;
  evaluated: number;
  predicates: Partial<Record<Predicate, number>>;
  net: Rupiah;
  /** Requests for data: asked, given, refused. */
  requests: { asked: number; given: number; refused: number };
  /** Downloads of others' data in the period, from the read log. */
  reads: number;
}

export interface DrawReportRequest {
  kind: OversightKind;
  period: string;
  notes: string;
}
/** Figures as they stand now, with other notes; only while nobody has the report. */
export interface RedrawReportRequest {
  notes: string;
}
export interface DeliverReportRequest {
  receiver: OversightReceiver;
  deliveredOn: IsoDate;
}
export interface PublishReportRequest {
  /** Null: on the page of this system. */
  medium: string | null;
}

/** What anybody may read of a published report. */
export interface PublishedReport {
  period: string;
  kind: OversightKind;
  publishedOn: IsoDate;
  medium: string | null;
  figures: Omit<OversightFigures, 'reads' | 'requests' | 'net'>;
}

export const DATA_SUBJECTS = ['staffing', 'performance', 'daily-activities'] as const;
export type DataSubject = (typeof DATA_SUBJECTS)[number];
export const DATA_REQUEST_STATUSES = ['open', 'approved', 'refused', 'handed-over'] as const;
export type DataRequestStatus = (typeof DATA_REQUEST_STATUSES)[number];
export const COORDINATIONS = ['agency-head', 'unit-head'] as const;
export type Coordination = (typeof COORDINATIONS)[number];

/** Data asked for by a party, from the letter to the handing over (KS 1 angka 15, 24(2), 26(2)). */
export interface DataRequest {
  id: Uuid;
  number: string;
  party: string;
  purpose: string;
  subject: DataSubject;
  skpdId: Uuid;
  skpdName: string;
  /** Null: everybody of the SKPD. */
  people: { employmentId: Uuid; personName: string }[] | null;
  from: IsoMonth;
  to: IsoMonth;
  letterNumber: string;
  letterDate: IsoDate;
  status: DataRequestStatus;
  registeredAt: IsoInstant;
  registeredBy: string;
  coordinations: { with: Coordination; official: string; heldOn: IsoDate; recordedBy: string }[];
  /** With whom it has still to be coordinated before it can be approved, each with its article. */
  missing: { with: Coordination; cite: Citation }[];
  decidedAt: IsoInstant | null;
  decidedBy: string | null;
  answer: string | null;
  handedOverAt: IsoInstant | null;
  version: number;
}

export interface RegisterDataRequest {
  party: string;
  purpose: string;
  subject: DataSubject;
  skpdId: Uuid;
  /** Whose data, of that SKPD; null: everybody's (KS 24(2): per person or organisation). */
  employmentIds: Uuid[] | null;
  from: IsoMonth;
  to: IsoMonth;
  letterNumber: string;
  letterDate: IsoDate;
}
export interface CoordinateRequest {
  with: Coordination;
  official: string;
  heldOn: IsoDate;
}
export interface DecideDataRequest {
  approve: boolean;
  answer: string;
}

/** A paper of the archive: received with a plan, or issued by the system. */
export interface ArchivedDocument {
  id: Uuid;
  direction: 'received' | 'issued';
  kind: string;
  number: string;
  date: IsoDate;
  /** Who signed a received one. */
  party: string | null;
  about: string;
  skpdName: string | null;
}

export interface DocumentCompleteness {
  skpdId: Uuid;
  skpdName: string;
  use: string;
  wanted: number;
  present: number;
}

export interface CompletenessAnswer {
  year: number;
  /** Kinds that the regulation asks for; empty: none. */
  uses: string[];
  cite: Citation | null;
  units: DocumentCompleteness[];
}
