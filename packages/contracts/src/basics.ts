/**
 * Words that every feature shares. A code is stored and sent; its Indonesian label lives in the web's message
 * files. Glossary: docs/glossary.md.
 */

/** A calendar day in the government's own time zone, `YYYY-MM-DD`. */
export type IsoDate = string;
/** A calendar month, `YYYY-MM`. */
export type IsoMonth = string;
/** An instant, ISO 8601 with zone (`2026-11-22T01:30:00.000Z`). */
export type IsoInstant = string;
/** Wall-clock time of day, `HH:MM`. */
export type ClockTime = string;
/** Whole rupiah; always a safe integer. */
export type Rupiah = number;
/** An exact decimal number as text, `1.25`, `-0.5`, `100`. Never a binary floating-point number. */
export type DecimalString = string;
export type Uuid = string;

export const EMPLOYEE_KINDS = ['pns', 'cpns', 'pppk', 'pppk-part-time', 'non-asn'] as const;
export type EmployeeKind = (typeof EMPLOYEE_KINDS)[number];

/** Kinds of post: top (JPT pratama), administrator, supervisor (pengawas), executor (pelaksana), functional, and the regent. */
export const POST_KINDS = ['jpt', 'administrator', 'pengawas', 'pelaksana', 'fungsional', 'regent'] as const;
export type PostKind = (typeof POST_KINDS)[number];

export const ASSIGNMENT_KINDS = ['definitive', 'plt', 'plh', 'pj', 'additional'] as const;
export type AssignmentKind = (typeof ASSIGNMENT_KINDS)[number];

export const UNIT_KINDS = [
  'government', 'secretariat', 'council-secretariat', 'inspectorate', 'dinas', 'badan', 'kecamatan', 'kelurahan',
  'puskesmas', 'school', 'hospital', 'division', 'section',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Judgement of one side of the quadrant: below, at, above expectation. */
export const RATINGS = ['below', 'meets', 'above'] as const;
export type Rating = (typeof RATINGS)[number];

/** Predicate of an employee; `butuh-perbaikan` is printed "Cukup" where the regulation says so. */
export const PREDICATES = ['sangat-baik', 'baik', 'butuh-perbaikan', 'kurang', 'sangat-kurang'] as const;
export type Predicate = (typeof PREDICATES)[number];

/** Predicate of an organisation (SE MenPANRB 3/2023). */
export const ORGANISATION_PREDICATES = ['istimewa', 'baik', 'butuh-perbaikan', 'kurang', 'sangat-kurang'] as const;
export type OrganisationPredicate = (typeof ORGANISATION_PREDICATES)[number];

/** What a day's presence row says. `present` carries clock times; the others are excused or not by the policy. */
export const PRESENCE_STATUSES = [
  'present', 'absent', 'sick', 'leave-annual', 'leave-important', 'leave-large', 'leave-maternity', 'official-travel',
  'training', 'study', 'device-failure',
] as const;
export type PresenceStatus = (typeof PRESENCE_STATUSES)[number];

export const DOCUMENT_KINDS = ['performance', 'allowance', 'amounts', 'calendar'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/**
 * Where a value comes from. `source` is the id of a regulation text; `ref` reads like the law: `Pasal 23 ayat (5)`.
 * `reading: true` marks our reading of an unclear text or an example value: it is never shown as the article's own words.
 */
export interface Citation {
  source: string;
  ref: string;
  reading?: boolean;
  note?: string;
}

/** One step of a derivation, in order; enough to print the sentence a clerk would say. */
export interface DerivationStep {
  /** Code of the rule, e.g. `discipline.late`, `predicate.quadrant`. The web has one sentence per code. */
  rule: string;
  /** Named inputs, each a plain value. */
  inputs: Record<string, string | number | boolean | null>;
  /** The result of the step: rupiah or count as number, ratio as decimal text, code as text. */
  result: string | number | boolean | null;
  cite?: Citation;
}

export interface Page<T> {
  items: T[];
  /** Opaque; pass back as `cursor`. Null on the last page. */
  nextCursor: string | null;
}

export interface LawReference {
  kind: DocumentKind;
  id: string;
  /** sha256 of the resolved document, hex. */
  hash: string;
}
