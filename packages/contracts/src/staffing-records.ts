import type { Citation, EmployeeKind, IsoDate, IsoInstant, Uuid } from './basics.js';
import type { ImportProblem } from './attendance.js';

/** What is held of a person as staffing data, each compared with the national records. */
export const STAFFING_FIELDS = [
  'name', 'frontTitle', 'backTitle', 'birthPlace', 'birthDate', 'sex', 'education', 'email', 'phone',
  'kind', 'rank', 'rankSince', 'post', 'postSince', 'unit', 'skpd', 'class',
] as const;
export type StaffingField = (typeof STAFFING_FIELDS)[number];

/** What employees bring up to date themselves (KS 1 angka 25); posts, units and classes change by decree (employment events). */
export const UPDATABLE_FIELDS = [
  'name', 'frontTitle', 'backTitle', 'birthPlace', 'birthDate', 'sex', 'education', 'email', 'phone', 'rank', 'rankSince',
] as const satisfies readonly StaffingField[];
export type UpdatableField = (typeof UPDATABLE_FIELDS)[number];

export const STAFFING_LIMITS = {
  value: 200, documentNumber: 100, signatory: 200, note: 1000, reason: { min: 5, max: 1000 }, fileBytes: 10 * 1024 * 1024,
  importBytes: 60 * 1024 * 1024, importRows: 200_000, problemsShown: 500,
} as const;

/** Days as `YYYY-MM-DD`, everything else as written; null: not held, or not stated. */
export type StaffingData = Record<StaffingField, string | null>;

export interface StaffingDifference {
  field: StaffingField;
  held: string | null;
  source: string | null;
}

/** KS 1 angka 10: verified, clarified, synchronised, validated, in this order; it counts only after the last. */
export const STAFFING_STEPS = ['verify', 'clarify', 'synchronise', 'validate'] as const;
export type StaffingStep = (typeof STAFFING_STEPS)[number];

export const STAFFING_UPDATE_STATUSES = ['submitted', 'verified', 'clarified', 'synchronised', 'validated', 'rejected', 'withdrawn'] as const;
export type StaffingUpdateStatus = (typeof STAFFING_UPDATE_STATUSES)[number];
export type StaffingAction = StaffingStep | 'reject' | 'withdraw';

export interface StaffingChange {
  field: UpdatableField;
  value: string | null;
}

export interface SubmitStaffingUpdateRequest {
  changes: StaffingChange[];
  documentNumber: string;
  documentDate: IsoDate;
  signatory: string;
  fileId: Uuid;
  note: string | null;
}

export interface VerifyStaffingUpdateRequest {
  /** Whether the document supports what is asked. */
  accurate: boolean;
  note: string;
}
export interface StaffingNoteRequest {
  note: string;
}

export interface StaffingStepRecord {
  action: StaffingAction | 'submit' | 'seen';
  at: IsoInstant;
  by: string;
  note: string | null;
  /** `verify`: what came of testing the document. */
  accurate: boolean | null;
  /** `synchronise`: what would still differ from the national records. */
  differences: StaffingDifference[] | null;
}

export interface StaffingUpdate {
  id: Uuid;
  version: number;
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  skpdName: string | null;
  status: StaffingUpdateStatus;
  changes: { field: UpdatableField; from: string | null; to: string | null }[];
  documentNumber: string;
  documentDate: IsoDate;
  signatory: string;
  fileName: string;
  note: string | null;
  submittedAt: IsoInstant;
  steps: StaffingStepRecord[];
  /** What the one who asks may do next. */
  actions: StaffingAction[];
}

export interface StaffingStanding {
  validated: boolean;
  validatedAt: IsoInstant | null;
  validatedBy: string | null;
  /** How it became valid: nothing differed, an update ran all steps, or an officer legalised it with a reason. */
  basis: 'import' | 'update' | 'decision' | null;
  note: string | null;
  /** When the national records last spoke of this person; null: never. */
  receivedAt: IsoInstant | null;
  differences: StaffingDifference[];
}

export interface StaffingRule {
  /** Name of the national staffing records, a setting. */
  source: string;
  unvalidated: 'may-work' | 'may-not-work';
  cite: Citation | null;
}

export interface OwnStaffingRecord {
  employmentId: Uuid;
  rule: StaffingRule;
  standing: StaffingStanding;
  held: StaffingData;
  source: Partial<StaffingData>;
  updates: StaffingUpdate[];
}

export interface StaffingPerson {
  employmentId: Uuid;
  name: string;
  nip: string | null;
  kind: EmployeeKind;
  postName: string | null;
  skpdName: string | null;
  standing: StaffingStanding;
}

export interface StaffingPersonDetail extends StaffingPerson {
  rule: StaffingRule;
  held: StaffingData;
  source: Partial<StaffingData>;
  updates: StaffingUpdate[];
}

export interface ListStaffingPeopleQuery {
  state?: 'unvalidated' | 'validated';
  skpdId?: Uuid;
  q?: string;
  cursor?: string;
  limit?: number;
}

export interface ListStaffingUpdatesQuery {
  /** `open`: not ended yet. */
  status?: StaffingUpdateStatus | 'open';
  cursor?: string;
  limit?: number;
}

export interface StaffingSummary {
  rule: StaffingRule;
  employees: number;
  validated: number;
  unvalidated: number;
  /** Of the unvalidated, those of whom the national records have never spoken. */
  neverReceived: number;
  openUpdates: number;
  lastImportAt: IsoInstant | null;
}

export const STAFFING_IMPORT_STATUSES = ['queued', 'reading', 'comparing', 'applied', 'invalid', 'failed'] as const;
export type StaffingImportStatus = (typeof STAFFING_IMPORT_STATUSES)[number];

export interface StaffingImport {
  id: Uuid;
  fileName: string;
  source: string;
  status: StaffingImportStatus;
  /** How far the reading and comparing is. */
  percent: number;
  importedAt: IsoInstant;
  importedBy: string;
  rows: number;
  /** People of this government found by their NIP. */
  matched: number;
  differing: number;
  /** Rows whose NIP nobody here has. */
  unknown: { row: number; nip: string; name: string | null }[];
  unknownCount: number;
  problems: ImportProblem[];
  problemCount: number;
}
