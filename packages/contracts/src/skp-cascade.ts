/** From the unit's performance agreement to the last employee: agreements, the role–result matrix, the tree, its gaps. */
import type { DecimalString, IsoDate, IsoInstant, PostKind, Uuid } from './basics.js';
import type { ResultKind, SkpStatus } from './skp.js';

export const AGREEMENT_STATUSES = ['draft', 'final'] as const;
export type AgreementStatus = (typeof AGREEMENT_STATUSES)[number];
export const CASCADE_LIMITS = { objective: 500, indicator: 500, target: 120, unit: 60, targets: 60, text: 1000, number: 120, reason: 2000, people: 200 } as const;

/** An objective of the unit with its indicator and target (KS 4: plan at unit level). */
export interface AgreementTargetInput {
  /** Given by the client; stays the same from the draft to the final agreement, so that links follow (TL 6(4)). */
  id: Uuid;
  objective: string;
  indicator: string;
  target: string;
  unit: string;
}
export interface SaveAgreementRequest {
  targets: AgreementTargetInput[];
}
export interface StartAgreementRequest {
  unitId: Uuid;
  year: number;
}
export interface FinaliseAgreementRequest {
  number: string;
  signedOn: IsoDate;
}
export interface RedraftAgreementRequest {
  reason: string;
}
/** What became of an objective: attainment, result and benefit (KS 4). */
export interface AgreementAttainmentInput {
  targetId: Uuid;
  attainment: string;
  result: string;
  benefit: string;
}
export interface RecordAttainmentsRequest {
  items: AgreementAttainmentInput[];
}
export interface AgreementTarget extends AgreementTargetInput {
  attainment: string;
  result: string;
  benefit: string;
  /** Results of SKPs that carry it. */
  links: number;
  /** Taken out of a later draft while results still point here. */
  removed: boolean;
}
export interface UnitAgreementItem {
  unitId: Uuid;
  unitName: string;
  skpdId: Uuid;
  /** Null: none drawn up yet. */
  id: Uuid | null;
  status: AgreementStatus | null;
  number: string | null;
  targets: number;
}
export interface UnitAgreement {
  id: Uuid;
  unitId: Uuid;
  unitName: string;
  skpdId: Uuid;
  year: number;
  status: AgreementStatus;
  version: number;
  number: string | null;
  signedOn: IsoDate | null;
  finalisedAt: IsoInstant | null;
  targets: AgreementTarget[];
  actions: string[];
}

/** A result to be carried, as its giver puts it. */
export interface GiveExpectationRequest {
  superiorResultId: Uuid;
  employmentIds: Uuid[];
  title: string;
  kind?: ResultKind;
  indicator?: { indicator: string; target: string; unit: string };
}
/** Where an expectation went: into the draft, into a change of the SKP in force, or it waits until the SKP comes back. */
export type ExpectationPlace = 'draft' | 'change' | 'waits';
export interface GivenExpectation {
  id: Uuid;
  employmentId: Uuid;
  place: ExpectationPlace;
}
export interface WaitingExpectation {
  id: Uuid;
  title: string;
  superiorResultTitle: string;
  givenBy: string;
  givenAt: IsoInstant;
}
export interface MatrixItem {
  id: Uuid;
  title: string;
  kind: ResultKind;
  /** Stands in a change that is not in force yet, or waits. */
  pending: ExpectationPlace | null;
}
export interface MatrixCell {
  superiorResultId: Uuid;
  employmentId: Uuid;
  items: MatrixItem[];
}
export interface MatrixPerson {
  employmentId: Uuid;
  personName: string;
  postName: string | null;
  skpId: Uuid | null;
  skpStatus: SkpStatus | null;
  /** Results that support none of the superior's. */
  loose: MatrixItem[];
}
/** The superior's results across, the people down (matriks peran dan hasil). */
export interface RoleMatrix {
  year: number;
  skpId: Uuid | null;
  skpStatus: SkpStatus | null;
  results: { id: Uuid; title: string; people: number }[];
  people: MatrixPerson[];
  cells: MatrixCell[];
}

export interface TreeNode {
  /** An objective of a unit's agreement or a result of a person's SKP. */
  kind: 'objective' | 'result';
  id: Uuid;
  title: string;
  personName: string | null;
  postName: string | null;
  postKind: PostKind | null;
  unitName: string;
  status: SkpStatus | AgreementStatus;
  /** Accumulated value of the functional points it carries (KS 8(1).c). */
  points: DecimalString | null;
  children: number;
}
export interface WithoutRoleItem {
  skpId: Uuid | null;
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  postName: string;
  unitName: string;
  /** No SKP at all, only additional results, or main ones that support nobody's. */
  state: 'no-skp' | 'only-additional' | 'unlinked';
}
export interface UnsupportedItem {
  id: Uuid;
  title: string;
  personName: string;
  postName: string;
  unitName: string;
}
/** A point of activity of a functional post with the credit that one output brings. */
export interface PostPoint {
  code: string;
  activity: string;
  unit: string;
  credit: DecimalString;
}
export interface PostPointsRequest {
  points: PostPoint[];
}
