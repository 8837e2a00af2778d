import type { Citation, DocumentKind, EmployeeKind, IsoDate, IsoInstant, IsoMonth, Uuid } from './basics.js';

export interface RegulationSummary {
  kind: DocumentKind;
  id: string;
  title: string;
  hash: string;
  inForceFrom: IsoDate;
  inForceTo: IsoDate | null;
  /** Amounts marked "contoh" must be replaced before real use. */
  example: boolean;
  /** Years whose holidays the calendar should know by the day asked about and does not; empty for other kinds. */
  missingYears: number[];
  enactedAt: string;
}

export interface RegulationNode {
  path: string;
  label: string;
  value: string | number | boolean | null;
  cite: Citation | null;
  inheritedFrom: string | null;
}

export interface RegulationView extends RegulationSummary {
  nodes: RegulationNode[];
}

export interface ArticleText {
  source: string;
  title: string;
  ref: string;
  text: string;
}

export interface CalendarDay {
  date: IsoDate;
  workingDay: boolean;
  holiday: string | null;
}

export const REGULATION_LIMITS = {
  /** Characters of a document or of its cases; the longest national one has 12,000. */
  text: 200_000,
  fileName: { min: 1, max: 200 },
  reason: { min: 10, max: 1000 },
  decree: { min: 5, max: 300 },
  amountRows: 3000,
  workbookBytes: 2 * 1024 * 1024,
} as const;

export interface DocumentProblemView {
  path: string;
  line: number;
  column: number;
  message: string;
  severity: 'error' | 'warning';
}

/** `editorial`: the tool proved every resolved value equal. `correction`: same document, other values. */
export const REVISION_KINDS = ['new', 'editorial', 'correction'] as const;
export type RevisionKind = (typeof REVISION_KINDS)[number];

/** An enacted version of one kind; newest first. Nothing of it ever changes. */
export interface RegulationVersion {
  id: string;
  revision: number;
  revisionKind: RevisionKind;
  kind: DocumentKind;
  title: string;
  national: boolean;
  /** As enacted. */
  from: IsoDate;
  /** Days on which it holds beside the other versions; null when another stands in its place throughout. */
  holds: { from: IsoDate; to: IsoDate | null } | null;
  inForce: boolean;
  sourceHash: string;
  enactedAt: IsoInstant;
  proposedBy: string | null;
  proposedReason: string | null;
  /** Null: came with the product when the system was set up. */
  enactedBy: string | null;
  enactedReason: string | null;
  /** How many values of it are its own, and how many come from the national document below; null before it holds. */
  own: number | null;
  inherited: number | null;
}

export interface RegulationText {
  id: string;
  revision: number;
  text: string;
}

export interface LawValueSide {
  value: string | number | boolean;
  cite: Citation | null;
  inheritedFrom: string | null;
}

export interface LawValueChange {
  path: string;
  labels: string[];
  before: LawValueSide | null;
  after: LawValueSide | null;
  /** Kinds of employee that it touches; empty: all. */
  kinds: EmployeeKind[];
}

export const DRAFT_STATUSES = ['draft', 'proposed', 'enacted', 'withdrawn'] as const;
export type DraftStatus = (typeof DRAFT_STATUSES)[number];

export interface DraftProposal {
  from: IsoDate;
  revision: RevisionKind;
  reason: string;
  by: string;
  at: IsoInstant;
}

export interface RegulationDraftItem {
  id: Uuid;
  kind: DocumentKind;
  documentId: string;
  title: string;
  fileName: string;
  status: DraftStatus;
  version: number;
  /** The date written in the document. */
  documentFrom: IsoDate;
  uploadedBy: string;
  uploadedAt: IsoInstant;
  warningCount: number;
  caseCount: number;
  casesFailed: number;
  proposal: DraftProposal | null;
  /** The reader is the second person: may confirm or refuse what another has sent. */
  mayDecide: boolean;
}

export interface RegulationDraft extends RegulationDraftItem {
  text: string;
  caseText: string | null;
  problems: DocumentProblemView[];
  /** The document in force on its first day, against which `changes` are told. */
  base: { id: string; title: string } | null;
  changes: LawValueChange[];
  /** The document bears the id of an enacted one: it goes out as a revision of that. */
  revises: boolean;
  /** Every resolved value equals those of the enacted document it revises. */
  sameValues: boolean;
  /** Last day on which it would hold, because another version begins then. */
  holdsUntil: IsoDate | null;
  /** Closed months from that day on: their slips stay, differences become corrections. */
  closedMonths: IsoMonth[];
  refusal: { by: string; at: IsoInstant; reason: string } | null;
  decided: { by: string; at: IsoInstant; reason: string | null } | null;
}

export interface UploadDraftRequest {
  fileName: string;
  text: string;
  /** The document's own cases, as one YAML text. */
  cases: string | null;
}

export interface ProposeDraftRequest {
  from: IsoDate;
  revision: RevisionKind;
  reason: string;
}

export interface ReasonRequest {
  reason: string;
}

/** What a table of amounts is looked up by; several keys of one row are joined by ` | `. */
export const AMOUNT_KEYS = ['class', 'post', 'postKind', 'unit', 'unitKind', 'rank', 'rankGroup', 'employeeKind', 'group', 'all'] as const;
export type AmountKey = (typeof AMOUNT_KEYS)[number];
export const AMOUNT_KEY_SEPARATOR = ' | ';

/** A table beside the one by class, as the policy names it. */
export interface AmountTable {
  name: string;
  by: AmountKey[];
}

export interface AmountRow {
  /** Class; in another table its key, `9 | dinas-kesehatan` where there are several. */
  class: string;
  /** Rupiah a month, as decimal text. */
  amount: string;
}

export interface AmountProblem {
  /** From 1, as the file or the pasted text counts. */
  row: number;
  reason: 'class-missing' | 'class-twice' | 'amount-missing' | 'amount-unreadable' | 'too-many-rows' | 'no-rows';
  value: string;
}

/** The columns as read, for the table on the screen; nothing is stored by it. */
export interface ReadAmounts {
  rows: AmountRow[];
  problems: AmountProblem[];
}

export interface ReadAmountsRequest {
  text: string;
  /** Columns before the rupiah: 1 by class, else as many as the table has keys. */
  keys: number;
}

export interface DraftAmountsRequest {
  title: string;
  decree: string;
  from: IsoDate;
  /** Null: the table by class. The other tables stay as they are. */
  table: AmountTable | null;
  rows: AmountRow[];
}
